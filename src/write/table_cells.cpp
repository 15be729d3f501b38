// SPDX-License-Identifier: Apache-2.0
#include "table_cells.hpp"

namespace minutes {

register_cell day(const traced<date>& d) {
    if (!d.value) return {};
    return {.text = to_string(*d.value), .date = d.value, .number = {}};
}

register_cell time(const traced<time_of_day>& t) { return t.value ? words(to_string(*t.value)) : register_cell{}; }

namespace {

void collect(spans& out, const spans& more) { out.insert(out.end(), more.begin(), more.end()); }

}  // namespace

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

register_cell line_of(const meeting& m, const spans& where) {
    if (where.empty()) return {};
    const std::size_t line = place_of(*m.text, where.front().begin).line;
    return {.text = fmt::format("line {}", line), .date = {}, .number = {}, .line = line};
}

namespace {

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

}  // namespace

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

namespace {

/// The values that a person has put right, each with the words that it overrules.
class corrected_values {
public:
    explicit corrected_values(const meeting& m) : m_(m) {}

    template <class T>
    corrected_values& add(std::string_view what, const traced<T>& t) {
        if (t.basis != basis::corrected) return *this;
        const std::string said = words_of(m_, t.spans);
        all_.push_back(fmt::format("{} by hand{}", what, said.empty() ? "" : ": the minutes say '" + said + "'"));
        return *this;
    }
    [[nodiscard]] register_cell joined() const { return words(fmt::format("{}", fmt::join(all_, "; "))); }

private:
    const meeting& m_;
    std::vector<std::string> all_;
};

}  // namespace

register_cell corrected_in(const meeting& m) {
    return corrected_values(m).add("Title", m.title).add("Body", m.body).add("Date", m.date).add("Start", m.start).add("End", m.end).add("Venue", m.venue).add("Chair", m.chair).add("Status", m.status).joined();
}

register_cell corrected_in(const meeting& m, const action& a) {
    corrected_values all(m);
    if (!a.owners.empty()) all.add("Owner", a.owners.front().text);
    for (const owner& o : a.owners)
        if (const person* p = o.person.empty() ? nullptr : find_person(m, o.person)) all.add("Owner's name", p->name);
    return all.add("Due date", a.due.date).add("Status", a.status).joined();
}

register_cell corrected_in(const meeting& m, const person& p) { return corrected_values(m).add("Name", p.name).joined(); }

void drop_if_empty(register_table& t, std::string_view column) {
    for (std::size_t c = 0; c < t.columns.size(); ++c) {
        if (t.columns[c].name != column) continue;
        if (std::any_of(t.rows.begin(), t.rows.end(), [&](const register_row& r) { return !r.cells[c].text.empty(); })) return;
        t.columns.erase(t.columns.begin() + static_cast<std::ptrdiff_t>(c));
        for (register_row& r : t.rows) r.cells.erase(r.cells.begin() + static_cast<std::ptrdiff_t>(c));
        return;
    }
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

register_cell presence_note(const meeting& m, const person& p) {
    std::vector<std::string> parts;
    if (p.part.value.value_or(false)) parts.emplace_back("part of the meeting");
    if (p.arrived.given()) parts.push_back("arrived: " + shown(m, p.arrived));
    if (p.left.given()) parts.push_back("left: " + shown(m, p.left));
    if (p.substitute_for.given()) parts.push_back("for " + shown(m, p.substitute_for));
    return words(fmt::format("{}", fmt::join(parts, "; ")));
}

namespace {

template <class T>
std::size_t count_attendance(const meeting& m, T wanted) {
    return static_cast<std::size_t>(std::count_if(m.people.begin(), m.people.end(),
                                                  [&](const person& p) { return p.attendance.value && wanted(*p.attendance.value); }));
}

bool is_here(attendance a) { return a == attendance::present || a == attendance::in_attendance; }

}  // namespace

std::size_t count_here(const meeting& m) { return count_attendance(m, is_here); }
std::size_t count_away(const meeting& m) { return count_attendance(m, [](attendance a) { return !is_here(a); }); }

std::size_t count_items(const std::vector<item>& items) {
    std::size_t n = items.size();
    for (const item& i : items) n += count_items(i.items);
    return n;
}

register_cell understood(const meeting& m) {
    const coverage c = measure_coverage(m);
    return c.characters ? words(fmt::format("{}%", 100 * (c.characters - c.unparsed - c.lost) / c.characters)) : register_cell{};
}

}  // namespace minutes
