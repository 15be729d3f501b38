// SPDX-License-Identifier: Apache-2.0
#include "register_tables.hpp"

#include <algorithm>
#include <functional>

#include "register_material.hpp"
#include "series_days.hpp"
#include "threads.hpp"

namespace minutes {

namespace {

/// What the rows of the register of actions say; one row, one thread.
struct action_row {
    const register_material& from;
    std::size_t number;

    [[nodiscard]] const action_thread& thread() const { return from.threads[number]; }
    [[nodiscard]] const meeting& raised_in() const { return *thread().first().meeting; }
    [[nodiscard]] const action& first() const { return *thread().first().action; }
};

register_cell ref_cell(const action_row& r) {
    const std::string ref = shown(r.raised_in(), r.first().ref);
    return linked(words(ref.empty() ? "(none)" : ref), r.from.ways.page(r.raised_in(), r.first().id));
}

const item* item_of(const action_row& r) { return r.from.in(r.raised_in()).find_item(r.first().item); }

register_cell minute_cell(const action_row& r) {
    const item* it = item_of(r);
    return it ? linked(words(shown(r.raised_in(), it->number)), r.from.ways.page(r.raised_in(), it->id)) : register_cell{};
}

register_cell item_cell(const action_row& r) {
    const item* it = item_of(r);
    return it ? words(shown(r.raised_in(), it->heading)) : register_cell{};
}

register_cell owner_cell(const action_row& r) {
    const occurrence& o = r.thread().latest_with_owners();
    return words(r.from.in(*o.meeting).owner_names(*o.action, r.from.told.elsewhere));
}

register_cell owner_as_written(const action_row& r) {
    const occurrence& o = r.thread().latest_with_owners();
    std::vector<std::string> parts;
    for (const owner& w : o.action->owners) parts.push_back(shown(*o.meeting, w.text));
    return words(fmt::format("{}", fmt::join(parts, "; ")));
}

/// "Exact", "Day first", "End of month": how the date follows from the words.
register_cell due_basis(const action_row& r) {
    const due& d = r.thread().latest_with_due().action->due;
    if (d.date.value && d.date.basis == basis::stated) return words("Exact");
    if (d.date.value && d.date.basis == basis::corrected) return words("By hand");
    if (d.date.value) {
        std::string rule = d.date.rule;
        std::replace(rule.begin(), rule.end(), '-', ' ');
        return words(capitalised(rule.empty() ? "derived" : rule));
    }
    return words(d.date.given() ? "Unclear" : d.text.given() ? "In words" : "Not stated");
}

/// The newest words: those of the status, or of a record that later minutes have of it.
const occurrence* latest_update(const action_thread& t) {
    const occurrence* o = t.latest_with_status();
    if (o && (o == &t.latest() || t.occurrences.size() == 1)) return o;
    return t.occurrences.size() > 1 ? &t.latest() : nullptr;
}

std::string update_words(const occurrence& o) {
    const auto& s = o.action->status;
    return s.value && !s.spans.empty() ? words_of(*o.meeting, s.spans) : shown(*o.meeting, o.action->text);
}

register_cell update_cell(const action_row& r) {
    const occurrence* o = latest_update(r.thread());
    return o ? words(update_words(*o)) : register_cell{};
}

register_cell update_day(const action_row& r) {
    const occurrence* o = latest_update(r.thread());
    return o ? day(o->meeting->date) : register_cell{};
}

register_cell closed_day(const action_row& r) {
    const occurrence* o = r.thread().latest_with_status();
    const bool closed = o && (*o->action->status.value == action_status::closed || *o->action->status.value == action_status::complete);
    return closed ? day(o->meeting->date) : register_cell{};
}

register_cell overdue_cell(const action_row& r) {
    const auto days = days_overdue(r.thread(), r.from.as_at);
    return days ? count(static_cast<std::size_t>(*days)) : register_cell{};
}

register_cell check_cell(const action_row& r) {
    std::vector<std::string> all;
    for (const occurrence& o : r.thread().occurrences)
        if (std::string c = check_of(r.from.in(*o.meeting), *o.action).text; !c.empty() && std::find(all.begin(), all.end(), c) == all.end()) all.push_back(std::move(c));
    all.insert(all.end(), r.thread().doubts.begin(), r.thread().doubts.end());
    const occurrence& who = r.thread().latest_with_owners();
    for (const owner& o : who.action->owners)
        if (std::string c = elsewhere_in_words(*who.meeting, o, r.from.told); !c.empty()) all.push_back(std::move(c));
    return words(fmt::format("{}", fmt::join(all, "; ")));
}

register_cell corrected_cell(const action_row& r) { return words(corrected_words(r.thread())); }

register_cell first_due(const action_row& r) {
    for (const occurrence& o : r.thread().occurrences)
        if (o.action->due.date.value) return day(o.action->due.date);
    return {};
}

struct action_column {
    std::string_view meaning;
    register_column column;
    register_cell (*fill)(const action_row&);
    bool minimal = false;  ///< of that profile
    bool publish = true;
};

const std::vector<action_column>& action_columns() {
    using k = column_kind;
    static const std::vector<action_column> all = {
        {"The reference, as printed.", {"Ref", 9, k::as_printed}, ref_cell, true},
        {"The date of the meeting that raised it.", {"Raised", 12, k::date}, [](const action_row& r) { return day(r.raised_in().date); }, true},
        {"Whose meeting it was.", {"Body", 16}, [](const action_row& r) { return r.from.body_of(r.raised_in()); }},
        {"The number of the item it was raised under.", {"Minute", 10, k::as_printed}, minute_cell},
        {"The heading of that item.", {"Item", 19}, item_cell},
        {"What is to be done, as written.", {"Action", 42}, [](const action_row& r) { return words(shown(r.raised_in(), r.first().text)); }, true},
        {"Who is to do it: names where the minutes tell them, else as written.", {"Owner", 18}, owner_cell, true},
        {"The words for when.", {"Due (as written)", 13, k::as_printed}, [](const action_row& r) {
             const occurrence& o = r.thread().latest_with_due();
             return due_as_written(*o.meeting, o.action->due);
         }},
        {"The day that follows from these words; empty when none does, or when two could.", {"Due date", 12, k::date}, [](const action_row& r) { return day(r.thread().latest_with_due().action->due.date); }, true},
        {"How: exact, by which rule, in words that name no day, unclear, or not stated.", {"Due basis", 11}, due_basis, false, false},
        {"What the minutes say of it; open where they say nothing.", {"Status", 13, k::status}, [](const action_row& r) { return words(sentence(name_of(r.thread().status()))); }, true},
        {"Days from the due date to the as-at date, while it waits for somebody.", {"Days overdue", 11, k::overdue}, overdue_cell},
        {"The newest words about it.", {"Latest update", 26}, update_cell, true},
        {"The date of the meeting that they are from.", {"Update date", 12, k::date}, update_day},
        {"The date of the meeting that says it is done or closed.", {"Closed", 12, k::date}, closed_day},
        {"What a person should look at.", {"Check", 46, k::check}, check_cell, false, false},
        {"What a person has put right, and what the minutes say.", {"Corrected", 26}, corrected_cell, true},
        {"The owners, as printed.", {"Owner (as written)", 14, k::as_printed}, owner_as_written},
        {"The day it was first due.", {"First due date", 12, k::date}, first_due},
        {"At how many later meetings it was listed again.", {"Times carried forward", 17, k::number}, [](const action_row& r) { return count(r.thread().occurrences.size() - 1); }},
        {"The file.", {"Source", 24}, [](const action_row& r) { return linked(words(file_name(r.raised_in().source)), r.from.ways.source(r.raised_in())); }},
        {"Where in it the action stands.", {"Place in source", 14}, [](const action_row& r) { return place_cell(r.raised_in(), spans_of(r.first())); }},
        {"A name that stays the same when the register is made again.", {"Action ID", 26, k::as_printed}, [](const action_row& r) { return words(r.thread().id); }},
        {"Yours: minutes never writes here.", {"Clerk notes", 30, k::notes}, [](const action_row&) { return register_cell{}; }, false, false},
    };
    return all;
}

std::vector<const action_column*> columns_for(const write_options& o) {
    std::vector<const action_column*> out;
    const auto named = [&](std::string_view name) {
        for (const action_column& c : action_columns())
            if (c.column.name == name) out.push_back(&c);
    };
    for (const std::string& name : o.columns) named(name);
    if (!out.empty()) return out;
    for (const action_column& c : action_columns())
        if (o.profile == register_profile::working || (o.profile == register_profile::publish ? c.publish : c.minimal)) out.push_back(&c);
    return out;
}

/// What the action was known by when the register began at a later meeting.
std::vector<std::string> later_names(const action_thread& t) {
    std::vector<std::string> out;
    for (const occurrence& o : t.occurrences)
        if (&o != &t.first()) out.push_back(record_name(o));
    return out;
}

register_row row_of(const register_material& from, std::size_t n, const std::vector<const action_column*>& columns) {
    register_row row{from.threads[n].first().action->id, {}};
    for (const action_column* c : columns) row.cells.push_back(c->fill({from, n}));
    row.key = from.threads[n].id;
    row.aliases = later_names(from.threads[n]);
    return row;
}

/// Those of the options or the profile; that of corrections only where there are some, unless it is asked for.
std::vector<const action_column*> columns_with_words(const register_material& from, const write_options& o) {
    auto out = columns_for(o);
    const bool any = std::any_of(from.threads.begin(), from.threads.end(), [](const action_thread& t) { return !corrected_words(t).empty(); });
    if (o.columns.empty() && !any) std::erase_if(out, [](const action_column* c) { return c->column.name == "Corrected"; });
    return out;
}

register_table heads_of(const std::vector<const action_column*>& columns) {
    register_table t{"Actions", {}, {}};
    for (const action_column* c : columns) t.columns.push_back(c->column);
    return t;
}

register_table actions_of(const register_material& from, const write_options& o) {
    const auto columns = columns_with_words(from, o);
    register_table t = heads_of(columns);
    for (std::size_t n = 0; n < from.threads.size(); ++n) t.rows.push_back(row_of(from, n, columns));
    return t;
}

register_table decisions_of(const register_material& from) {
    using k = column_kind;
    register_table t{"Decisions",
            {{"Ref", 8, k::as_printed}, {"Meeting date", 13, k::date}, {"Body", 18}, {"Minute", 11, k::as_printed}, {"Item", 22}, {"Decision", 54},
             {"Kind", 12}, {"Proposer", 18}, {"Seconder", 18}, {"For", 7, k::number}, {"Against", 8, k::number}, {"Abstain", 8, k::number},
             {"Result", 12}, {"Check", 26, k::check}, {"Source", 24}, {"Place", 14}},
            {}};
    for (const meeting* m : from.meetings) {
        const lookup& in = from.in(*m);
        for (std::size_t n = 0; n < m->decisions.size(); ++n) {
            const decision& d = m->decisions[n];
            const item* it = in.find_item(d.item);
            t.rows.push_back({d.id,
                              {linked(words(fmt::format("D{}", n + 1)), from.ways.page(*m, d.id)), day(m->date), from.body_of(*m),
                               it ? linked(words(shown(*m, it->number)), from.ways.page(*m, it->id)) : register_cell{},
                               it ? words(shown(*m, it->heading)) : register_cell{}, words(shown(*m, d.text)), words(sentence(d.kind)),
                               words(shown(*m, d.mover)), words(shown(*m, d.seconder)), votes(d.vote.for_), votes(d.vote.against),
                               votes(d.vote.abstain), words(shown(*m, d.vote.result)), check_of(in, d),
                               linked(words(file_name(m->source)), from.ways.source(*m)), place_cell(*m, spans_of(d))}});
        }
    }
    return t;
}

register_table meetings_of(const register_material& from) {
    using k = column_kind;
    register_table t{"Meetings",
            {{"Date", 13, k::date}, {"Body", 24}, {"Title", 34}, {"Start", 8, k::as_printed}, {"End", 8, k::as_printed}, {"Venue", 26}, {"Chair", 20},
             {"Minutes status", 12}, {"Next meeting", 13, k::date}, {"Present", 9, k::number}, {"Apologies", 10, k::number}, {"Items", 8, k::number},
             {"Decisions", 10, k::number}, {"Actions", 9, k::number}, {"Checks", 8, k::number}, {"Text understood", 12}, {"Approved on", 13, k::date}, {"Corrected", 26}, {"Source", 24}, {"Also in", 24}, {"SHA-256", 66}},
            {}};
    std::unordered_map<const meeting*, const meeting*> approved;
    for (const approval_link& l : from.told.approvals)
        if (l.of) approved.try_emplace(l.of, l.by);
    for (const meeting* m : from.meetings)
        t.rows.push_back({"",
                          {day(m->date), from.body_of(*m), linked(words(title_of(*m)), from.ways.page(*m, "title")), time(m->start), time(m->end),
                           words(shown(*m, m->venue)), words(shown(*m, m->chair)), choice(m->status), day(m->next.date), count(count_here(*m)),
                           count(count_away(*m)), count(count_items(m->items)), count(m->decisions.size()), count(m->actions.size()),
                           count(m->diagnostics.size()), understood(*m), approved.count(m) ? day(approved.at(m)->date) : register_cell{}, corrected_in(*m),
                           linked(words(file_name(m->source)), from.ways.source(*m)), words(from.other_files(*m)), words(m->source.sha256)}});
    for (const char* name : {"Approved on", "Corrected", "Also in"}) drop_if_empty(t, name);
    return t;
}

register_table checks_of(const register_material& from) {
    register_table t{"Checks",
            {{"Level", 10}, {"What to look at", 64}, {"What to do", 50}, {"Sheet", 10}, {"Ref", 10, column_kind::as_printed}, {"Meeting date", 13, column_kind::date},
             {"Source", 24}, {"Place", 14}, {"Code", 20}},
            {}};
    for (const meeting* m : from.meetings) {
        std::unordered_map<const diagnostic*, std::pair<std::string, std::string>> rows;  // where each is spoken of first
        const lookup& in = from.in(*m);
        for (const action& a : m->actions)
            for (const diagnostic* d : in.touching(spans_of(a))) rows.try_emplace(d, "Actions", shown(*m, a.ref));
        for (std::size_t n = 0; n < m->decisions.size(); ++n)
            for (const diagnostic* d : in.touching(spans_of(m->decisions[n]))) rows.try_emplace(d, "Decisions", fmt::format("D{}", n + 1));
        for (const diagnostic& d : m->diagnostics) {
            const auto& [sheet, ref] = rows[&d];
            t.rows.push_back({"",
                              {words(sentence(name_of(d.severity))), words(capitalised(d.message)), words(d.hint), words(sheet), words(ref), day(m->date),
                               linked(words(file_name(m->source)), from.ways.source(*m)), place_cell(*m, d.spans), words(d.code)}});
        }
    }
    for (const finding& f : from.told.findings)
        t.rows.push_back({"",
                          {words(sentence(name_of(f.what.severity))), words(capitalised(f.what.message)), words(f.what.hint), words("Meetings"), {}, day(f.about->date),
                           linked(words(file_name(f.about->source)), from.ways.source(*f.about)), place_cell(*f.about, f.what.spans), words(f.what.code)}});
    return t;
}

/// Without the columns that only those who keep the register need, and without what says nothing.
register_table published(register_table t) {
    for (std::size_t c = t.columns.size(); c-- > 0;) {
        const bool ours = t.columns[c].kind == column_kind::check || t.columns[c].kind == column_kind::notes || t.columns[c].name == "SHA-256" ||
                          t.columns[c].name == "Checks" || t.columns[c].name == "Text understood";
        if (!ours) continue;
        t.columns.erase(t.columns.begin() + static_cast<std::ptrdiff_t>(c));
        for (register_row& r : t.rows) r.cells.erase(r.cells.begin() + static_cast<std::ptrdiff_t>(c));
    }
    for (register_row& r : t.rows)
        for (register_cell& c : r.cells) c.link.clear();
    return t;
}

}  // namespace

std::optional<date> as_at_of(const meeting_list& meetings, const write_options& options) {
    return options.as_at ? options.as_at : days_of_series(meetings).last;
}

const std::vector<action_status>& register_statuses() {
    static const std::vector<action_status> all = {action_status::open, action_status::in_progress, action_status::proposed_for_closure,
                                                   action_status::on_hold, action_status::complete, action_status::closed,
                                                   action_status::superseded, action_status::withdrawn};
    return all;
}

std::optional<int> days_overdue(const action_thread& t, const std::optional<date>& as_at) {
    const auto& due = t.latest_with_due().action->due.date.value;
    if (!due || !as_at || !due->ok() || !as_at->ok() || !is_live(t.status()) || !(*due < *as_at)) return {};
    return static_cast<int>((std::chrono::sys_days(*as_at) - std::chrono::sys_days(*due)).count());
}

std::string elsewhere_in_words(const meeting& m, const owner& o, const history& told) {
    const auto known = told.elsewhere.find(&o);
    if (known == told.elsewhere.end()) return {};
    const std::string said = shown(m, o.text), names = fmt::format("{}", fmt::join(known->second.names, " or "));
    return known->second.settled() ? fmt::format("{} is {} by other meetings", said, names) : fmt::format("{} may be {}", said, names);
}

std::string corrected_words(const action_thread& t) {
    std::vector<std::string> all;
    for (const occurrence& o : t.occurrences)
        if (std::string c = corrected_in(*o.meeting, *o.action).text; !c.empty() && std::find(all.begin(), all.end(), c) == all.end()) all.push_back(std::move(c));
    if (t.corrected) all.emplace_back("Which records are this action: by hand");
    return fmt::format("{}", fmt::join(all, "; "));
}

const std::vector<std::string_view>& register_columns() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> out;
        for (const action_column& c : action_columns()) out.push_back(c.column.name);
        return out;
    }();
    return names;
}

void register_of_actions(const meeting_list& meetings, const write_options& options, const std::function<void(const register_table& heads)>& begin,
                         const std::function<void(const register_row&)>& use) {
    const register_material from(meetings, options);
    const auto columns = columns_with_words(from, options);
    begin(heads_of(columns));
    for (std::size_t n = 0; n < from.threads.size(); ++n) use(row_of(from, n, columns));
}

std::vector<std::pair<std::string_view, std::string_view>> register_meanings(const write_options& options) {
    std::vector<std::pair<std::string_view, std::string_view>> out;
    for (const action_column* c : columns_for(options)) out.emplace_back(c->column.name, c->meaning);
    return out;
}

std::vector<register_table> register_sheets(const meeting_list& meetings, const write_options& options) {
    const register_material from(meetings, options);
    std::vector<register_table> sheets = {actions_of(from, options)};
    if (options.profile == register_profile::minimal) return sheets;
    for (auto* make : {updates_of, decisions_of, meetings_of, people_of}) sheets.push_back(make(from));
    if (options.profile == register_profile::working) {
        sheets.push_back(checks_of(from));
        return sheets;
    }
    std::vector<register_table> shown;  // no blank sheets
    for (register_table& t : sheets)
        if (!t.rows.empty()) shown.push_back(published(std::move(t)));
    return shown;
}

}  // namespace minutes
