// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → canonical minutes text, as src/model/plain_text.hpp shows it; `load` reads it back alike.
// What the document says in so many words is written; what a rule made up of other words is not, but for the day
// that a date's words mean, which stands behind them in brackets.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "narrative.hpp"
#include "plain_text.hpp"
#include "table_cells.hpp"
#include "wording.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

/// The words on one line: runs of white space as one blank.
std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : safe_text(text)) {
        const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
        if (!white) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool inside(const spans& inner, const spans& outer) {
    return !inner.empty() && std::all_of(inner.begin(), inner.end(), [&](span s) {
        return std::any_of(outer.begin(), outer.end(), [&](span o) { return o.begin <= s.begin && s.end <= o.end; });
    });
}

/// "2014-04-30", "2014-04-03 or 2014-03-04", "2014-04-30?" for a lone reading that is in doubt.
template <class T>
std::string readings(const traced<T>& t) {
    if (t.value) return to_string(*t.value);
    std::vector<std::string> all;
    for (const T& c : t.candidates) all.push_back(to_string(c));
    return all.size() == 1 ? all[0] + "?" : fmt::format("{}", fmt::join(all, " or "));
}

class text_writer {
public:
    explicit text_writer(const meeting& m) : m_(m), say_(plain_labels_of(m.languages.empty() ? "en" : m.languages.front())) {
        for (const action& a : m.actions) actions_[a.item].push_back(&a);
        for (const decision& d : m.decisions) decisions_[d.item].push_back(&d);
        for (const declaration& d : m.declarations) declarations_[d.item].push_back(&d);
    }

    [[nodiscard]] std::string written() && {
        const auto languages = m_.languages.empty() ? std::vector<std::string>{"en"} : m_.languages;
        out_ = fmt::format("{} {}\n\n", plain_text_mark, fmt::join(languages, " "));
        head();
        for (const auto& [key, attendance] : groups) people(key, attendance);
        for (const block& b : narrative_of(m_)) one(b, {});
        rest_of_business({});
        for (const item& i : m_.items) one(i, 1);
        return std::move(out_);
    }

private:
    static constexpr std::pair<const char*, std::optional<attendance>> groups[] = {{"present", attendance::present}, {"in_attendance", attendance::in_attendance},
                                                                                    {"apologies", attendance::apologies}, {"absent", attendance::absent}, {"mentioned", std::nullopt}};

    [[nodiscard]] static std::string said(const traced<std::string>& t) { return t.value && (!t.spans.empty() || t.basis == basis::corrected) ? one_line(*t.value) : std::string{}; }

    void line(std::string_view key, const std::string& words) {
        if (!words.empty()) out_ += fmt::format("{}: {}\n", say_[key], words);
    }

    void detail(std::string_view key, const std::string& words) {
        if (!words.empty()) out_ += fmt::format("{}{}: {}\n", plain_text_indent, say_[key], words);
    }

    void detail(std::string_view key, const traced<int>& n) { detail(key, n.value ? std::to_string(*n.value) : ""); }

    void flag(std::string_view key, bool set) {
        if (set) out_ += fmt::format("{}{}\n", plain_text_indent, say_[key]);
    }

    /// "27 March 2014 (2014-03-27)": the words, and the day that they mean.
    [[nodiscard]] static std::string with_day(const std::string& words, const traced<date>& d) {
        const std::string day = readings(d);
        if (day == words) return words;
        const bool could_mean_one = words.ends_with(')') || (words.size() >= 10 && words[4] == '-' && words[7] == '-');
        const bool bracket = !day.empty() || could_mean_one;
        return words + (bracket ? fmt::format("{}({})", words.empty() ? "" : " ", day) : "");
    }

    [[nodiscard]] std::string day(const traced<date>& d) const { return d.given() ? with_day(one_line(words_of(m_, d.spans)), d) : ""; }

    [[nodiscard]] std::string times(const traced<time_of_day>& start, const traced<time_of_day>& end) const {
        const std::string from = readings(start), until = readings(end);
        return until.empty() ? from : fmt::format("{}{}{} {}", from, from.empty() ? "" : " ", say_["to"], until);
    }

    void head() {
        line("meeting", said(m_.title));
        line("body", said(m_.body));
        if (m_.status.value && !m_.status.spans.empty()) line("status", sentence(name_of(*m_.status.value)));
        line("date", day(m_.date));
        line("time", times(m_.start, m_.end));
        line("venue", said(m_.venue));
        if (m_.chair.basis == basis::stated) line("chair", said(m_.chair));
        next_meeting();
    }

    void next_meeting() {
        const next_meeting_parts next{day(m_.next.date), times(m_.next.start, m_.next.end), said(m_.next.venue), said(m_.next.label)};
        if (next.date.empty() && next.time.empty() && next.venue.empty() && next.label.empty()) return;
        out_ += fmt::format("{}:{}{}\n", say_["next_meeting"], next.date.empty() ? "" : " ", next.date);
        detail("time", next.time);
        detail("venue", next.venue);
        detail("label", next.label);
    }

    struct next_meeting_parts {
        std::string date, time, venue, label;
    };

    void people(std::string_view key, std::optional<attendance> which) {
        bool any = false;
        for (const person& p : m_.people) {
            if (p.attendance.value != which || (said(p.name).empty() && said(p.initials).empty())) continue;
            if (!any) out_ += fmt::format("\n{}:\n", say_[key]);
            any = true;
            one(p);
        }
    }

    void one(const person& p) {
        const std::string name = said(p.name), role = said(p.role), organisation = said(p.organisation), initials = said(p.initials);
        std::string short_way = name;
        for (const std::string& more : {role, organisation})
            if (!more.empty()) short_way += ", " + more;
        if (!initials.empty()) short_way += " (" + initials + ")";
        const bool is_short = !name.empty() && plain_person_parts(short_way) == plain_person{name, role, organisation, initials};
        out_ += fmt::format("-{}{}\n", name.empty() ? "" : " ", is_short ? short_way : name);
        // A name that would be taken apart says that it is whole.
        if (!is_short && role.empty() && organisation.empty() && initials.empty()) flag("label", true);
        if (!is_short) {
            detail("role", role);
            detail("organisation", organisation);
            detail("initials", initials);
        }
        flag("part", p.part.value.value_or(false));
        detail("arrived", said(p.arrived));
        detail("left", said(p.left));
        detail("substitute_for", said(p.substitute_for));
    }

    void one(const item& i, std::size_t depth) {
        const std::string number = said(i.number), heading = said(i.heading);
        const std::string short_way = number.empty() ? heading : number + ". " + heading;
        const bool is_short = plain_heading_parts(short_way) == std::pair<std::string_view, std::string_view>{number, heading};
        const std::string& words = is_short ? short_way : heading;
        out_ += fmt::format("\n{}{}{}\n", std::string(depth, '#'), words.empty() ? "" : " ", words);
        if (!is_short) out_ += fmt::format("{}{}:{}{}\n", plain_text_indent, say_["number"], number.empty() ? "" : " ", number);
        flag("exempt", i.exempt.value.value_or(false));
        for (const block& b : i.blocks) one(b, i.id);
        rest_of_business(i.id);
        for (const item& inner : i.items) one(inner, depth + 1);
    }

    /// A block that is an action's own line is written as the action; one that has its words among others stays as well.
    void one(const block& b, const std::string& item) {
        if (!is_task_line(m_, b)) {
            const std::string words = one_line(words_of(m_, b.spans));
            const bool like_head = item.empty() && (words.starts_with('-') || words.find(':') != std::string::npos);
            paragraph((like_head || needs_escape(words, say_) ? "\\" : "") + words);
            take(decisions_[item], b, [&](const decision& d) { decided(d, words); });
        }
        take(actions_[item], b, [&](const action& a) { task(a); });
    }

    /// Hands on those whose words are the block's.
    template <class T, class Write>
    static void take(std::vector<const T*>& waiting, const block& b, Write write) {
        for (auto it = waiting.begin(); it != waiting.end();) {
            if (!inside((*it)->text.spans, b.spans)) {
                ++it;
                continue;
            }
            write(**it);
            it = waiting.erase(it);
        }
    }

    /// What no block has.
    void rest_of_business(const std::string& item) {
        for (const decision* d : decisions_[item]) {
            if (said(d->text).empty()) continue;
            paragraph(fmt::format("{}: {}", say_["decision"], said(d->text)));
            details(*d);
        }
        for (const action* a : actions_[item]) task(*a);
        for (const declaration* d : declarations_[item]) {
            if (said(d->text).empty()) continue;
            paragraph(fmt::format("{}: {}", say_["declaration"], said(d->text)));
            if (const person* p = find_person(m_, d->person)) detail("person", said(p->name));
        }
    }

    /// A decision in the paragraph above: in all of its words, or in those that follow.
    void decided(const decision& d, const std::string& paragraph) {
        const std::string words = said(d.text);
        if (words.empty()) return;
        if (words == paragraph) flag("decided", true);
        else detail("decided", words);
        details(d);
    }

    void details(const decision& d) {
        if (d.kind != "resolved") detail("kind", d.kind);
        detail("mover", said(d.mover));
        detail("seconder", said(d.seconder));
        detail("for", d.vote.for_);
        detail("against", d.vote.against);
        detail("abstain", d.vote.abstain);
        detail("result", said(d.vote.result));
        detail("roll", said(d.vote.roll));
    }

    void task(const action& a) {
        const std::string ref = said(a.ref), text = said(a.text);
        const std::string behind = fmt::format("{}{}:{}{}", ref.empty() ? "" : " ", ref, text.empty() ? "" : " ", text);
        const bool is_short = plain_task_parts(behind) == std::pair<std::string_view, std::string_view>{ref, text};
        paragraph(say_["action"] + (is_short ? behind : fmt::format(":{}{}", text.empty() ? "" : " ", text)));
        if (!is_short) detail("ref", ref);
        for (const owner& o : a.owners) detail("owner", said(o.text));
        detail("due", a.due.text.given() || a.due.date.given() ? with_day(said(a.due.text), a.due.date) : "");
        if (a.status.value && (!a.status.spans.empty() || a.status.basis == basis::corrected)) detail("status", sentence(name_of(*a.status.value)));
        if (const std::string by_hand = corrected_in(m_, a).text; !by_hand.empty()) paragraph(one_line(by_hand));
    }

    void paragraph(const std::string& words) {
        if (!words.empty()) out_ += "\n" + words + "\n";
    }

    const meeting& m_;
    const plain_labels& say_;
    std::string out_;
    std::map<std::string, std::vector<const action*>> actions_;  // by item; those not yet written
    std::map<std::string, std::vector<const decision*>> decisions_;
    std::map<std::string, std::vector<const declaration*>> declarations_;
};

}  // namespace

std::string text_of(const meeting_list& meetings) {
    std::string out;
    for (const meeting* m : meetings) out += (out.empty() ? "" : "\n\f\n") + text_writer(*m).written();
    return out;
}

}  // namespace minutes
