// SPDX-License-Identifier: Apache-2.0
// From canonical minutes text (src/model/plain_text.hpp) to meetings.  People may have edited it: a paragraph that fits
// nothing is prose, and a line of the head that does is kept as not understood.
#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

#include "document.hpp"
#include "loaders.hpp"
#include "plain_text.hpp"

namespace minutes {

namespace {

struct piece {
    std::string_view words;
    std::uint32_t begin = 0;

    [[nodiscard]] minutes::span span() const { return {begin, begin + static_cast<std::uint32_t>(words.size())}; }
    [[nodiscard]] piece part(std::string_view inner) const {
        return {inner, begin + static_cast<std::uint32_t>(inner.empty() ? 0 : inner.data() - words.data())};
    }
    [[nodiscard]] piece from(std::size_t at) const { return part(words.substr(std::min(at, words.size()))); }
};

/// One meeting, line by line.
class text_loader {
public:
    explicit text_loader(std::string_view text) : source_(source_of(std::string(text))), say_(&plain_labels_of("en")) {}

    meeting load() {
        m_.text = source_;
        for (std::size_t n = 1; n <= source_->line_starts.size(); ++n) {
            const std::string_view words = line_text(*source_, n);
            take({words, source_->line_starts[n - 1]});
        }
        tie_people();
        label_the_rest();
        check_meeting(m_);
        return std::move(m_);
    }

private:
    enum class target { none, person, item, paragraph, decision, action, declaration, next };

    // ── Lines ──
    void take(piece line) {
        const bool blank = line.words.find_first_not_of(" \t") == std::string_view::npos;
        const bool opens = std::exchange(behind_blank_, blank);
        if (blank) return;
        if (line.words.starts_with(plain_text_mark)) return take_mark(line);
        if (line.words.starts_with(plain_text_indent)) return take_detail(line.from(plain_text_indent.size()));
        if (line.words.starts_with('#')) return take_item(line);
        if (group_ && line.words.starts_with('-')) return take_person(line);
        if (take_group(line)) return;
        if (take_business(line)) return;
        if (path_.empty() && take_head(line)) return;
        take_prose(line, opens);
    }

    void take_mark(piece line) {
        std::istringstream codes{std::string(line.words.substr(plain_text_mark.size()))};
        for (std::string code; codes >> code;) m_.languages.push_back(code);
        if (!m_.languages.empty()) say_ = &plain_labels_of(m_.languages.front());
    }

    bool take_group(piece line) {
        using enum attendance;
        static constexpr std::pair<const char*, std::optional<attendance>> groups[] = {
            {"present", present}, {"in_attendance", in_attendance}, {"apologies", apologies}, {"absent", absent}, {"mentioned", std::nullopt}};
        if (!path_.empty() || !line.words.ends_with(':')) return false;
        const piece label = line.part(line.words.substr(0, line.words.size() - 1));
        for (const auto& [key, attendance] : groups) {
            if (!say_->is(label.words, key)) continue;
            group_ = true;
            attendance_ = {};
            if (attendance) attendance_ = {attendance, {label.span()}, basis::stated, {}, {}};
            return true;
        }
        return false;
    }

    void take_person(piece line) {
        person p;
        p.id = fmt::format("p{}", m_.people.size() + 1);
        p.attendance = attendance_;
        entry_ = line.from(line.words.find_first_not_of("- ") == line.words.npos ? line.words.size() : 2);
        m_.people.push_back(std::move(p));
        is_short_ = true;
        target_ = target::person;
        take_entry();
    }

    /// The short way: all on one line; the long way, once a detail says so: the line is the name.
    void take_entry() {
        person& p = m_.people.back();
        std::erase_if(m_.leaves, [&](const leaf& l) { return l.of.starts_with(p.id + "."); });
        const plain_person parts = is_short_ ? plain_person_parts(entry_.words) : plain_person{entry_.words, {}, {}, {}};
        p.name = value(entry_.part(parts.name), p.id + ".name");
        p.role = value(entry_.part(parts.role), p.id + ".role");
        p.organisation = value(entry_.part(parts.organisation), p.id + ".organisation");
        p.initials = value(entry_.part(parts.initials), p.id + ".initials");
    }

    bool take_head(piece line) {
        for (const char* key : {"meeting", "body", "status", "date", "time", "venue", "chair", "next_meeting"}) {
            const auto words = behind(line, key);
            if (!words) continue;
            group_ = false;
            target_ = target::none;
            take_head(key, *words);
            return true;
        }
        return false;
    }

    void take_head(std::string_view key, piece words) {
        if (key == "meeting") m_.title = value(words, "title");
        else if (key == "body") m_.body = value(words, "body");
        else if (key == "status") choice(m_.status, words, "status");
        else if (key == "date") m_.date = dated(words, "date").second;
        else if (key == "time") take_times(words, m_.start, m_.end, "");
        else if (key == "venue") m_.venue = value(words, "venue");
        else if (key == "chair") m_.chair = value(words, "chair");
        else {
            target_ = target::next;
            if (!words.words.empty()) m_.next.date = dated(words, "next.date").second;
        }
    }

    void take_item(piece line) {
        const std::size_t depth = std::min(line.words.find_first_not_of('#'), line.words.size());
        group_ = false;
        path_.resize(std::min(path_.size(), depth - 1));
        auto& among = path_.empty() ? m_.items : path_.back()->items;
        among.push_back({});
        path_.push_back(&among.back());
        entry_ = line.from(depth + 1);
        item& i = *path_.back();
        i.id = fmt::format("i{}", ++items_);
        const auto [number, heading] = plain_heading_parts(entry_.words);
        i.number = value(entry_.part(number), i.id + ".number");
        i.heading = value(entry_.part(heading), i.id + ".heading");
        target_ = target::item;
    }

    bool take_business(piece line) {
        if (line.words.starts_with((*say_)["action"])) {
            const piece rest = line.from((*say_)["action"].size());
            const auto parts = plain_task_parts(rest.words);
            if (!parts) return false;
            action a;
            a.id = fmt::format("a{}", m_.actions.size() + 1);
            a.item = here();
            a.ref = value(rest.part(parts->first), a.id + ".ref");
            a.text = value(rest.part(parts->second), a.id + ".text");
            a.status = {action_status::open, {}, basis::derived, "default-status", {}};
            if (!path_.empty() && a.text.value) path_.back()->blocks.push_back({block::kind_type::paragraph, {line.span()}});
            m_.actions.push_back(std::move(a));
            target_ = target::action;
            return true;
        }
        if (const auto words = behind(line, "decision")) {
            add_decision(value(*words, fmt::format("d{}.text", m_.decisions.size() + 1)));
            return true;
        }
        if (const auto words = behind(line, "declaration")) {
            m_.declarations.push_back({"", here(), value(*words, "declaration")});
            target_ = target::declaration;
            return true;
        }
        return false;
    }

    void add_decision(traced<std::string> text) {
        decision d;
        d.id = fmt::format("d{}", m_.decisions.size() + 1);
        d.text = std::move(text);
        d.kind = "resolved";
        d.item = here();
        m_.decisions.push_back(std::move(d));
        target_ = target::decision;
    }

    /// A paragraph stands behind a blank line; outside items, any other line is one of the head that nobody knows.
    void take_prose(piece line, bool opens) {
        if (line.words.starts_with('\\')) {
            cover(line.part(line.words.substr(0, 1)), leaf::kind_type::furniture, "");
            line = line.from(1);
        }
        if (path_.empty() && !opens) return cover(line, leaf::kind_type::unparsed, "");
        group_ = false;
        if (!path_.empty()) path_.back()->blocks.push_back({block::kind_type::paragraph, {line.span()}});
        cover(line, leaf::kind_type::prose, here());
        entry_ = line;
        target_ = target::paragraph;
    }

    // ── Details ──
    void take_detail(piece line) {
        if (target_ == target::person) return take_person_detail(line);
        if (target_ == target::item) return take_item_detail(line);
        if (target_ == target::action) return take_action_detail(line);
        if (target_ == target::next) return take_next_detail(line);
        if (target_ == target::declaration) {
            if (const auto words = behind(line, "person")) wanted_.emplace_back(m_.declarations.size() - 1, std::string(words->words));
            return;
        }
        take_decision_detail(line);
    }

    void take_person_detail(piece line) {
        person& p = m_.people.back();
        const bool longer = is_flag(line, "label") || behind(line, "role") || behind(line, "organisation") || behind(line, "initials");
        if (longer && is_short_) {
            is_short_ = false;
            take_entry();
        }
        if (const auto role = behind(line, "role")) p.role = value(*role, p.id + ".role");
        else if (const auto body = behind(line, "organisation")) p.organisation = value(*body, p.id + ".organisation");
        else if (const auto initials = behind(line, "initials")) p.initials = value(*initials, p.id + ".initials");
        else if (const auto arrived = behind(line, "arrived")) p.arrived = value(*arrived, p.id + ".arrived");
        else if (const auto left = behind(line, "left")) p.left = value(*left, p.id + ".left");
        else if (const auto other = behind(line, "substitute_for")) p.substitute_for = value(*other, p.id + ".substitute_for");
        else if (is_flag(line, "part")) p.part = {true, {line.span()}, basis::stated, {}, {}};
    }

    void take_item_detail(piece line) {
        item& i = *path_.back();
        if (is_flag(line, "exempt")) i.exempt = {true, {line.span()}, basis::stated, {}, {}};
        const auto number = behind(line, "number");
        if (!number) return;
        std::erase_if(m_.leaves, [&](const leaf& l) { return l.of.starts_with(i.id + "."); });
        i.number = value(*number, i.id + ".number");
        i.heading = value(entry_, i.id + ".heading");
    }

    void take_action_detail(piece line) {
        action& a = m_.actions.back();
        if (const auto ref = behind(line, "ref")) a.ref = value(*ref, a.id + ".ref");
        else if (const auto who = behind(line, "owner")) a.owners.push_back({value(*who, a.id + ".owner"), ""});
        else if (const auto status = behind(line, "status")) choice(a.status, *status, a.id + ".status");
        else if (const auto due = behind(line, "due")) {
            auto [words, day] = dated(*due, a.id + ".due");
            a.due.text = std::move(words);
            a.due.date = std::move(day);
        }
    }

    void take_next_detail(piece line) {
        if (const auto time = behind(line, "time")) take_times(*time, m_.next.start, m_.next.end, "next.");
        else if (const auto venue = behind(line, "venue")) m_.next.venue = value(*venue, "next.venue");
        else if (const auto name = behind(line, "label")) m_.next.label = value(*name, "next.label");
    }

    void take_decision_detail(piece line) {
        if (target_ != target::paragraph && target_ != target::decision) return;
        const std::string of = fmt::format("d{}", m_.decisions.size() + 1);
        if (is_flag(line, "decided")) return add_decision({std::string(entry_.words), {entry_.span()}, basis::stated, {}, {}});
        if (const auto words = behind(line, "decided")) return add_decision(decided(*words, of + ".text"));
        if (target_ != target::decision) return;
        decision& d = m_.decisions.back();
        if (const auto kind = behind(line, "kind")) d.kind = kind->words;
        else if (const auto mover = behind(line, "mover")) d.mover = value(*mover, d.id + ".mover");
        else if (const auto second = behind(line, "seconder")) d.seconder = value(*second, d.id + ".seconder");
        else if (const auto yes = behind(line, "for")) number(d.vote.for_, *yes, d.id + ".vote");
        else if (const auto no = behind(line, "against")) number(d.vote.against, *no, d.id + ".vote");
        else if (const auto none = behind(line, "abstain")) number(d.vote.abstain, *none, d.id + ".vote");
        else if (const auto result = behind(line, "result")) d.vote.result = value(*result, d.id + ".vote");
        else if (const auto roll = behind(line, "roll")) d.vote.roll = value(*roll, d.id + ".vote");
    }

    /// The words stand in the paragraph above; the detail points to them.
    traced<std::string> decided(piece detail, std::string of) {
        const auto at = entry_.words.find(detail.words);
        if (detail.words.empty() || at == entry_.words.npos) return value(detail, std::move(of));
        return {std::string(detail.words), {entry_.part(entry_.words.substr(at, detail.words.size())).span()}, basis::stated, {}, {}};
    }

    // ── Values ──
    /// What stands behind "Venue:"; nothing when the line has another label.
    [[nodiscard]] std::optional<piece> behind(piece line, std::string_view key) const {
        const std::string& label = (*say_)[key];
        if (!line.words.starts_with(label) || line.words.size() <= label.size() || line.words[label.size()] != ':') return {};
        const piece rest = line.from(label.size() + 1);
        return rest.words.starts_with(' ') ? rest.from(1) : rest;
    }

    [[nodiscard]] bool is_flag(piece line, std::string_view key) const { return say_->is(line.words, key); }

    void cover(piece p, leaf::kind_type kind, std::string of) {
        if (!p.words.empty()) m_.leaves.push_back({p.span(), kind, std::move(of)});
    }

    traced<std::string> value(piece p, std::string of) {
        if (p.words.empty()) return {};
        cover(p, leaf::kind_type::value, std::move(of));
        return {std::string(p.words), {p.span()}, basis::stated, {}, {}};
    }

    template <class T>
    void choice(traced<T>& to, piece p, std::string of) {
        std::string name(p.words);  // "Proposed for closure"
        std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        T v{};
        try {
            value_from(name, v);
        } catch (const load_error&) {
            return;
        }
        cover(p, leaf::kind_type::value, std::move(of));
        to = {v, {p.span()}, basis::stated, {}, {}};
    }

    void number(traced<int>& to, piece p, std::string of) { choice(to, p, std::move(of)); }

    /// "2014-04-30", "2014-04-03 or 2014-03-04", "2014-04-30?"; nothing when a part of it is no such thing.
    template <class T>
    static std::optional<traced<T>> readings(std::string_view words) {
        traced<T> out;
        const bool lone_doubt = words.ends_with('?');
        if (lone_doubt) words.remove_suffix(1);
        std::vector<T> all;
        while (!words.empty()) {
            const auto stop = words.find(" or ");
            T v{};
            try {
                value_from(words.substr(0, stop), v);
            } catch (const load_error&) {
                return {};
            }
            all.push_back(v);
            words = stop == words.npos ? std::string_view{} : words.substr(stop + 4);
        }
        if (all.empty()) return {};
        if (all.size() == 1 && !lone_doubt) {
            out.value = all[0];
            return out;
        }
        out.basis = basis::uncertain;
        out.candidates = std::move(all);
        return out;
    }

    /// "end of April (2014-04-30)": the words, and the day that they mean.
    std::pair<traced<std::string>, traced<date>> dated(piece p, const std::string& of) {
        if (auto whole = readings<date>(p.words)) {
            auto words = value(p, of);
            whole->spans = words.spans;
            return {std::move(words), std::move(*whole)};
        }
        const auto open = p.words.rfind('(');
        if (!p.words.ends_with(')') || open == p.words.npos || (open > 0 && p.words[open - 1] != ' ')) return {value(p, of), {}};
        const piece bracket = p.part(p.words.substr(open + 1, p.words.size() - open - 2));
        auto day = readings<date>(bracket.words);
        if (!day && !bracket.words.empty()) return {value(p, of), {}};
        auto words = value(p.part(p.words.substr(0, open > 0 ? open - 1 : 0)), of);
        cover(bracket, leaf::kind_type::value, of);
        traced<date> d = day.value_or(traced<date>{});
        d.spans = words.spans;
        return {std::move(words), std::move(d)};
    }

    void take_times(piece p, traced<time_of_day>& start, traced<time_of_day>& end, const std::string& of) {
        const std::string to = (*say_)["to"] + " ";
        const bool only_end = p.words.starts_with(to);
        const auto between = only_end ? 0 : p.words.find(" " + to);
        const piece first = only_end ? piece{} : p.part(p.words.substr(0, between));
        const piece second = between == p.words.npos ? piece{} : p.from(between + to.size() + (only_end ? 0 : 1));
        take_time(first, start, of + "start");
        take_time(second, end, of + "end");
    }

    void take_time(piece p, traced<time_of_day>& to, std::string of) {
        auto read = readings<time_of_day>(p.words);
        if (!read) return;
        cover(p, leaf::kind_type::value, std::move(of));
        to = std::move(*read);
        to.spans = {p.span()};
    }

    // ── What belongs together ──
    [[nodiscard]] std::string here() const { return path_.empty() ? "" : path_.back()->id; }

    /// Whose name or initials these are, when they are one person's.
    [[nodiscard]] std::string person_called(std::string_view words) const {
        std::string found;
        for (const person& p : m_.people) {
            if (p.name.value != words && p.initials.value != words) continue;
            if (!found.empty()) return {};
            found = p.id;
        }
        return found;
    }

    void tie_people() {
        for (action& a : m_.actions)
            for (owner& o : a.owners) o.person = person_called(o.text.value.value_or(""));
        for (const auto& [declaration, name] : wanted_) m_.declarations[declaration].person = person_called(name);
    }

    void label_the_rest() {
        std::sort(m_.leaves.begin(), m_.leaves.end(), [](const leaf& a, const leaf& b) { return a.span < b.span; });
        std::vector<leaf> all;
        std::uint32_t at = 0;
        const auto label_to = [&](std::uint32_t end) {
            const std::string& text = source_->text;
            while (at < end) {
                const auto begin = std::min<std::size_t>(text.find_first_not_of(" \t\n\f", at), end);
                const auto stop = std::min<std::size_t>(text.find('\n', begin), end);
                std::size_t last = stop;
                while (last > begin && (text[last - 1] == ' ' || text[last - 1] == '\t')) --last;
                if (begin < last) all.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)}, leaf::kind_type::label, ""});
                at = static_cast<std::uint32_t>(std::max<std::size_t>(stop, at + 1));
            }
        };
        for (leaf& l : m_.leaves) {
            label_to(l.span.begin);
            at = l.span.end;
            all.push_back(std::move(l));
        }
        label_to(static_cast<std::uint32_t>(source_->text.size()));
        m_.leaves = std::move(all);
    }

    std::shared_ptr<source_text> source_;
    const plain_labels* say_;
    meeting m_;
    std::vector<item*> path_;  // the items around the line
    std::size_t items_ = 0;
    bool group_ = false, is_short_ = true, behind_blank_ = true;
    traced<attendance> attendance_;
    piece entry_;              // the line that details belong to
    target target_ = target::none;
    std::vector<std::pair<std::size_t, std::string>> wanted_;  // a declaration and whose it is
};

std::string plain_bytes(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::string out;
    for (const char c : bytes)
        if (c != '\r') out += c;
    return out;
}

}  // namespace

std::vector<meeting> load_text(std::string_view bytes) {
    const std::string text = plain_bytes(bytes);
    std::vector<meeting> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find("\f\n", at), text.size());
        out.push_back(text_loader(std::string_view(text).substr(at, end - at)).load());
        out.back().source = {.name = {}, .sha256 = sha256_of(bytes), .format = "text", .bytes = bytes.size(), .pages = {}};
        at = end + 2;
    }
    return out;
}

}  // namespace minutes
