// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → plain text in one clean form, which `parse` reads back:
//
//   Meeting: Harbour Board                      # 2.1. Colours
//   Date: Thursday 27 March 2014
//   Time: 09:00 to 10:30                        Blue was liked.
//
//   Present:                                    RESOLVED: that the pontoon be blue.
//   - Ottilie Brancaster, Chair (OB)
//                                               ACTION 2/14: Buy paint (OB; due 30 April 2014)
//
// Values that a rule derived are left to the rule; what no label or mark can
// carry (votes, declarations) stands in the prose that it came from.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "wording.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

/// The words on one line: runs of white space as one blank.
std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
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

class text_writer {
public:
    explicit text_writer(const meeting& m) : m_(m) {
        for (const action& a : m.actions) actions_[a.item].push_back(&a);
        for (const decision& d : m.decisions) decisions_[d.item].push_back(&d);
    }

    [[nodiscard]] std::string written() && {
        head();
        for (const attendance a : {attendance::present, attendance::in_attendance, attendance::apologies, attendance::absent}) people(a);
        rest_of_business({});
        for (const item& i : m_.items) one(i, 1);
        return std::move(out_);
    }

private:
    /// What the document says in so many words; what a rule derived it derives again.
    [[nodiscard]] std::string said(const traced<std::string>& t) const { return t.spans.empty() ? std::string{} : one_line(shown(m_, t)); }

    [[nodiscard]] std::string day(const traced<date>& d) const { return d.value ? weekday_date(*d.value) : one_line(words_of(m_, d.spans)); }

    [[nodiscard]] static std::string times(const traced<time_of_day>& start, const traced<time_of_day>& end) {
        if (!start.value) return {};
        return to_string(*start.value) + (end.value ? " to " + to_string(*end.value) : "");
    }

    void line(std::string_view label, const std::string& words) {
        if (!words.empty()) out_ += fmt::format("{}: {}\n", label, words);
    }

    void head() {
        line("Meeting", said(m_.title));
        line("Date", day(m_.date));
        line("Time", times(m_.start, m_.end));
        line("Venue", said(m_.venue));
        line("Chair", said(m_.chair));
        if (m_.end.value && !m_.start.value) line("Meeting ended", to_string(*m_.end.value));
        next_meeting();
    }

    void next_meeting() {
        std::string words = day(m_.next.date);
        const auto add = [&](const std::string& more) {
            if (!more.empty()) words += (words.empty() ? "" : ", ") + more;
        };
        if (const std::string label = said(m_.next.label); !label.empty()) words += fmt::format(" ({})", label);
        add(times(m_.next.start, m_.next.end));
        add(said(m_.next.venue));
        line("Next meeting", words);
    }

    void people(attendance a) {
        bool any = false;
        for (const person& p : m_.people) {
            if (p.attendance.value != a) continue;
            if (!any) out_ += fmt::format("\n{}:\n", sentence(name_of(a)));
            any = true;
            out_ += entry(p) + '\n';
        }
    }

    /// "- Jane Smith, Clerk, Harbour Trust (JS) (part)"; initials stand behind a tab where a bracket before them could be taken for them.
    [[nodiscard]] std::string entry(const person& p) const {
        std::string out = "- " + said(p.name);
        for (const auto* more : {&p.role, &p.organisation})
            if (const std::string words = said(*more); !words.empty()) out += ", " + words;
        const bool bracket = out.find('(') != out.npos;
        if (const std::string initials = said(p.initials); !initials.empty()) out += fmt::format("{}{}{}", bracket ? "\t" : " (", initials, bracket ? "" : ")");
        if (const std::string other = said(p.substitute_for); !other.empty()) out += fmt::format(" (substitute for {})", other);
        return out + (p.part.value.value_or(false) ? " (part)" : "");
    }

    void one(const item& i, std::size_t depth) {
        const std::string number = said(i.number), heading = said(i.heading);
        out_ += fmt::format("\n{} {}{}{}\n", std::string(depth, '#'), number, number.empty() ? "" : ". ", heading);
        for (const block& b : i.blocks) one(b, i.id);
        rest_of_business(i.id);
        for (const item& inner : i.items) one(inner, depth + 1);
    }

    /// A block that is an action's own line is written as the action; one that has its words among others stays as well.
    void one(const block& b, const std::string& item) {
        auto& waiting = actions_[item];
        if (!is_task_line(m_, b)) paragraph(one_line(words_of(m_, b.spans)));
        for (auto it = waiting.begin(); it != waiting.end();) {
            if (!inside((*it)->text.spans, b.spans)) {
                ++it;
                continue;
            }
            task(**it);
            it = waiting.erase(it);
        }
        std::erase_if(decisions_[item], [&](const decision* d) { return inside(d->text.spans, b.spans); });
    }

    /// What no block has.
    void rest_of_business(const std::string& item) {
        for (const decision* d : decisions_[item]) paragraph("RESOLVED: " + said(d->text));
        for (const action* a : actions_[item]) task(*a);
    }

    void task(const action& a) {
        // One date that may belong to several actions is not said to belong to this one.
        const bool doubted = a.due.date.basis == basis::uncertain && a.due.date.candidates.size() == 1;
        const std::string ref = said(a.ref), due = doubted ? std::string{} : said(a.due.text);
        std::string details;
        const auto add = [&](std::string_view between, const std::string& words) {
            if (!words.empty()) details += (details.empty() ? "" : std::string(between)) + words;
        };
        for (const owner& o : a.owners) add(", ", said(o.text));
        add("; ", due.empty() ? due : "due " + due);
        if (a.status.value && !a.status.spans.empty()) {
            std::string status(name_of(*a.status.value));
            std::replace(status.begin(), status.end(), '_', ' ');
            add("; ", status);
        }
        paragraph(fmt::format("ACTION{}{}: {}{}", ref.empty() ? "" : " ", ref, said(a.text), details.empty() ? "" : " (" + details + ")"));
    }

    void paragraph(const std::string& words) {
        if (!words.empty()) out_ += "\n" + words + "\n";
    }

    const meeting& m_;
    std::string out_;
    std::map<std::string, std::vector<const action*>> actions_;  // by item; those not yet written
    std::map<std::string, std::vector<const decision*>> decisions_;
};

}  // namespace

std::string text_of(const meeting_list& meetings) {
    std::string out;
    for (const meeting* m : meetings) out += (out.empty() ? "" : "\n\f\n") + text_writer(*m).written();
    return out;
}

}  // namespace minutes
