// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "wording.hpp"

namespace minutes {

namespace {

register_cell words(std::string_view text) { return {.text = safe_text(text), .date = {}, .number = {}}; }
register_cell count(std::size_t n) { return {.text = std::to_string(n), .date = {}, .number = n}; }

register_cell day(const traced<date>& d) {
    if (!d.value) return {};
    return {.text = to_string(*d.value), .date = d.value, .number = {}};
}

register_cell time(const traced<time_of_day>& t) { return t.value ? words(to_string(*t.value)) : register_cell{}; }

template <class T>
register_cell choice(const traced<T>& t) {
    return t.value ? words(sentence(name_of(*t.value))) : register_cell{};
}

void collect(spans& out, const spans& more) { out.insert(out.end(), more.begin(), more.end()); }

spans spans_of(const action& a) {
    spans out = a.text.spans;
    collect(out, a.ref.spans);
    for (const owner& o : a.owners) collect(out, o.text.spans);
    collect(out, a.due.text.spans);
    collect(out, a.due.date.spans);
    collect(out, a.status.spans);
    return out;
}

spans spans_of(const decision& d) {
    spans out = d.text.spans;
    for (const auto* t : {&d.mover, &d.seconder, &d.vote.result, &d.vote.roll}) collect(out, t->spans);
    for (const auto* t : {&d.vote.for_, &d.vote.against, &d.vote.abstain}) collect(out, t->spans);
    return out;
}

spans spans_of(const person& p) {
    spans out = p.name.spans;
    for (const auto* t : {&p.initials, &p.role, &p.organisation}) collect(out, t->spans);
    return out;
}

/// Where something stands: the line of its first word.
register_cell line_of(const meeting& m, const spans& where) {
    if (where.empty()) return {};
    const std::size_t line = place_of(*m.text, where.front().begin).line;
    return {.text = fmt::format("line {}", line), .date = {}, .number = {}, .line = line};
}

/// Warnings, and notes that come with something to do; the rest is only to be known.
bool wants_a_look(const diagnostic& d) { return d.severity != severity::note || !d.hint.empty(); }

/// What rows look up in their meeting, so that many rows and many diagnostics cost no more than their number.
class lookup {
public:
    explicit lookup(const meeting& m) : m(m) {
        for (const person& p : m.people) people_[p.id] = &p;
        add_items(m.items);
        for (const diagnostic& d : m.diagnostics)
            if (wants_a_look(d)) add_diagnostic(d);
        std::stable_sort(marks_.begin(), marks_.end(), [](const mark& a, const mark& b) { return a.where.begin < b.where.begin; });
    }

    /// The diagnostics that a person should see beside these words, in their own order.
    [[nodiscard]] std::vector<const diagnostic*> touching(const spans& words) const {
        std::vector<const diagnostic*> found;
        for (const span w : words) {
            const std::uint32_t from = w.begin - std::min(w.begin, longest_);
            auto it = std::lower_bound(marks_.begin(), marks_.end(), from, [](const mark& a, std::uint32_t at) { return a.where.begin < at; });
            for (; it != marks_.end() && it->where.begin < w.end; ++it)
                if (it->where.end > w.begin) found.push_back(it->what);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    [[nodiscard]] std::string item_title(const std::string& id) const {
        const auto it = items_.find(id);
        return it == items_.end() ? std::string{} : minutes::item_title(m, *it->second);
    }

    /// "JS (Jane Smith); OR": an action's owners, with names where they are known.
    [[nodiscard]] std::string owners(const action& a) const {
        std::vector<std::string> parts;
        for (const owner& o : a.owners) parts.push_back(owner_text(o));
        return fmt::format("{}", fmt::join(parts, "; "));
    }

    const meeting& m;

private:
    struct mark {
        span where;
        const diagnostic* what;
    };

    void add_items(const std::vector<item>& items) {
        for (const item& i : items) {
            items_[i.id] = &i;
            add_items(i.items);
        }
    }

    void add_diagnostic(const diagnostic& d) {
        for (const span s : d.spans) {
            marks_.push_back({s, &d});
            longest_ = std::max(longest_, s.size());
        }
    }

    [[nodiscard]] std::string owner_text(const owner& o) const {
        const std::string text = shown(m, o.text);
        const auto who = people_.find(o.person);
        const std::string name = who == people_.end() ? std::string{} : shown(m, who->second->name);
        if (text.empty()) return name;
        return name.empty() || name == text ? text : text + " (" + name + ")";
    }

    std::unordered_map<std::string_view, const person*> people_;
    std::unordered_map<std::string_view, const item*> items_;
    std::vector<mark> marks_;  // by where they begin
    std::uint32_t longest_ = 0;
};

/// The remarks that make up a row's Check cell, each once.
class remarks {
public:
    void add(std::string remark) {
        if (remark.empty() || std::find(all_.begin(), all_.end(), remark) != all_.end()) return;
        all_.push_back(std::move(remark));
    }
    void add_diagnostics(const std::vector<const diagnostic*>& found) {
        for (const diagnostic* d : found) add(capitalised(d->message));
    }
    template <class T>
    void add_readings(std::string_view what, const traced<T>& t) {
        if (t.value || t.candidates.empty()) return;
        const std::string readings = alternatives(t.candidates);
        const bool told = std::any_of(all_.begin(), all_.end(), [&](const std::string& r) { return r.find(readings) != r.npos; });
        if (!told) add(fmt::format("{}: {}{}", what, readings, t.candidates.size() == 1 ? "?" : ""));
    }
    [[nodiscard]] register_cell joined() const { return words(fmt::format("{}", fmt::join(all_, "; "))); }

private:
    std::vector<std::string> all_;
};

register_cell check_of(const lookup& in, const action& a) {
    remarks r;
    r.add_diagnostics(in.touching(spans_of(a)));
    r.add_readings("Reference", a.ref);
    r.add_readings("Action", a.text);
    for (const owner& o : a.owners) r.add_readings("Owner", o.text);
    r.add_readings("Due date", a.due.date);
    return r.joined();
}

register_cell check_of(const lookup& in, const decision& d) {
    remarks r;
    r.add_diagnostics(in.touching(spans_of(d)));
    r.add_readings("Decision", d.text);
    r.add_readings("Mover", d.mover);
    r.add_readings("Seconder", d.seconder);
    return r.joined();
}

register_cell check_of(const lookup& in, const person& p) {
    remarks r;
    r.add_diagnostics(in.touching(spans_of(p)));
    r.add_readings("Name", p.name);
    r.add_readings("Initials", p.initials);
    return r.joined();
}

register_cell due_as_written(const meeting& m, const due& d) {
    return words(d.text.given() ? shown(m, d.text) : words_of(m, d.date.spans));
}

/// "7 for, 2 against; carried"
register_cell vote_in_words(const meeting& m, const vote& v) {
    std::vector<std::string> numbers;
    const auto add = [&](const traced<int>& n, std::string_view what) {
        if (n.value) numbers.push_back(fmt::format("{} {}", *n.value, what));
    };
    add(v.for_, "for");
    add(v.against, "against");
    add(v.abstain, "abstaining");
    std::string out = fmt::format("{}", fmt::join(numbers, ", "));
    if (v.result.given()) out += (out.empty() ? "" : "; ") + shown(m, v.result);
    return words(out);
}

/// "part; arrived 10:15; left item 4"
register_cell presence_note(const meeting& m, const person& p) {
    std::vector<std::string> parts;
    if (p.part.value.value_or(false)) parts.emplace_back("part of the meeting");
    if (p.arrived.given()) parts.push_back("arrived: " + shown(m, p.arrived));
    if (p.left.given()) parts.push_back("left: " + shown(m, p.left));
    return words(fmt::format("{}", fmt::join(parts, "; ")));
}

template <class T>
std::size_t count_attendance(const meeting& m, T wanted) {
    return static_cast<std::size_t>(std::count_if(m.people.begin(), m.people.end(),
                                                  [&](const person& p) { return p.attendance.value && wanted(*p.attendance.value); }));
}

std::size_t count_items(const std::vector<item>& items) {
    std::size_t n = items.size();
    for (const item& i : items) n += count_items(i.items);
    return n;
}

register_cell understood(const meeting& m) {
    const coverage c = measure_coverage(m);
    return c.characters ? words(fmt::format("{}%", 100 * (c.characters - c.unparsed - c.lost) / c.characters)) : register_cell{};
}

const register_column meeting_column{"Meeting", 28, column_kind::text, true};
const register_column meeting_date_column{"Meeting date", 13, column_kind::date, true};
const register_column source_column{"Source", 24, column_kind::text, true};
const register_column place_column{"Place", 10};

}  // namespace

register_table action_table(const meeting_list& meetings) {
    register_table t{"Actions",
            {{"Ref", 9, column_kind::as_printed}, {"Action", 46}, {"Owner", 22}, {"Due (as written)", 15, column_kind::as_printed},
             {"Due date", 13, column_kind::date}, {"Status", 13, column_kind::status}, {"Check", 28, column_kind::check}, {"Item", 20},
             meeting_column, meeting_date_column, source_column, place_column},
            {}};
    for (const meeting* m : meetings) {
        const lookup in(*m);
        for (const action& a : m->actions)
            t.rows.push_back({a.id,
                              {words(shown(*m, a.ref)), words(shown(*m, a.text)), words(in.owners(a)), due_as_written(*m, a.due),
                               day(a.due.date), choice(a.status), check_of(in, a), words(in.item_title(a.item)),
                               words(title_of(*m)), day(m->date), words(m->source.name), line_of(*m, spans_of(a))}});
    }
    return t;
}

register_table decision_table(const meeting_list& meetings) {
    register_table t{"Decisions",
            {{"Decision", 54}, {"Kind", 12}, {"Mover", 18}, {"Seconder", 18}, {"Vote", 18}, {"Check", 26, column_kind::check}, {"Item", 20},
             meeting_column, meeting_date_column, source_column, place_column},
            {}};
    for (const meeting* m : meetings) {
        const lookup in(*m);
        for (const decision& d : m->decisions)
            t.rows.push_back({d.id,
                              {words(shown(*m, d.text)), words(sentence(d.kind)), words(shown(*m, d.mover)), words(shown(*m, d.seconder)),
                               vote_in_words(*m, d.vote), check_of(in, d), words(in.item_title(d.item)),
                               words(title_of(*m)), day(m->date), words(m->source.name), line_of(*m, spans_of(d))}});
    }
    return t;
}

register_table people_table(const meeting_list& meetings) {
    register_table t{"People",
            {{"Name", 24}, {"Initials", 10, column_kind::as_printed}, {"Role", 28}, {"Organisation", 26}, {"Attendance", 14}, {"Note", 20},
             {"Check", 26, column_kind::check},
             meeting_column, meeting_date_column, source_column, place_column},
            {}};
    for (const meeting* m : meetings) {
        const lookup in(*m);
        for (const person& p : m->people)
            t.rows.push_back({p.id,
                              {words(shown(*m, p.name)), words(shown(*m, p.initials)), words(shown(*m, p.role)), words(shown(*m, p.organisation)),
                               p.attendance.value ? choice(p.attendance) : words("Mentioned"), presence_note(*m, p), check_of(in, p),
                               words(title_of(*m)), day(m->date), words(m->source.name), line_of(*m, spans_of(p))}});
    }
    return t;
}

register_table meeting_table(const meeting_list& meetings) {
    register_table t{"Meetings",
            {{"Meeting", 34}, {"Date", 13, column_kind::date}, {"Start", 8, column_kind::as_printed}, {"End", 8, column_kind::as_printed},
             {"Venue", 26}, {"Chair", 20}, {"Status", 11}, {"Next meeting", 13, column_kind::date}, {"Present", 10, column_kind::number}, {"Apologies", 11, column_kind::number},
             {"Items", 8, column_kind::number}, {"Decisions", 11, column_kind::number}, {"Actions", 10, column_kind::number},
             {"Checks", 9, column_kind::number}, {"Body", 26}, {"Text understood", 17}, {"Source", 24}, {"SHA-256", 66}},
            {}};
    const auto here = [](attendance a) { return a == attendance::present || a == attendance::in_attendance; };
    for (const meeting* m : meetings) {
        const std::size_t present = count_attendance(*m, here);
        t.rows.push_back({"",
                          {words(title_of(*m)), day(m->date), time(m->start), time(m->end), words(shown(*m, m->venue)),
                           words(shown(*m, m->chair)), choice(m->status), day(m->next.date), count(present),
                           count(count_attendance(*m, [&](attendance a) { return !here(a); })), count(count_items(m->items)),
                           count(m->decisions.size()), count(m->actions.size()), count(m->diagnostics.size()),
                           words(shown(*m, m->body)), understood(*m), words(m->source.name), words(m->source.sha256)}});
    }
    return t;
}

register_table check_table(const meeting_list& meetings) {
    register_table t{"Checks",
            {{"Level", 10}, {"What to look at", 70}, {"Hint", 50}, {"Code", 20}, meeting_column, meeting_date_column, source_column, place_column},
            {}};
    for (const meeting* m : meetings)
        for (const diagnostic& d : m->diagnostics) {
            register_cell where = words(fmt::format("line {}", d.place.line));
            where.line = d.place.line;
            t.rows.push_back({"",
                              {words(sentence(name_of(d.severity))), words(capitalised(d.message)), words(d.hint), words(d.code), words(title_of(*m)),
                               day(m->date), words(m->source.name), d.spans.empty() ? register_cell{} : where}});
        }
    return t;
}

}  // namespace minutes
