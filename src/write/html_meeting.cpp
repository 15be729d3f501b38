// SPDX-License-Identifier: Apache-2.0
#include "html_meeting.hpp"

#include <fmt/format.h>

#include "html_table.hpp"

namespace minutes {

namespace {

/// The Check cell of each row.
std::vector<std::string> checks_of(const register_table& t) {
    std::vector<std::string> out;
    for (const register_row& r : t.rows)
        for (std::size_t c = 0; c < t.columns.size(); ++c)
            if (t.columns[c].kind == column_kind::check) out.push_back(r.cells[c].text);
    return out;
}

/// Below a row's words: what a person should look at.
void add_check(xml_node cell, const std::string& check) {
    if (!check.empty()) value_writer::flag(with_class(inline_in(cell, "div"), "check"), "Check: " + check);
}

xml_node row_in(xml_node list, std::string_view name) {
    block_in(list, "dt", name);
    return inline_in(list, "dd");
}

void drop_if_empty(xml_node list, xml_node cell) {
    if (cell.first_child()) return;
    xml_node name = cell.previous_sibling();
    list.remove_child(cell);
    list.remove_child(name);
}

}  // namespace

meeting_article::meeting_article(const meeting& m, value_writer& values, std::string source_anchor, int level)
    : m_(m), values_(values), source_anchor_(std::move(source_anchor)), level_(level) {
    for (const person& p : m.people) people_[p.id] = &p;
    add_items(m.items);
}

void meeting_article::add_items(const std::vector<item>& items) {
    for (const item& i : items) {
        items_[i.id] = &i;
        add_items(i.items);
    }
}

template <class T>
xml_node meeting_article::text(xml_node parent, const std::string& name, std::string_view field, const traced<T>& t) {
    return values_.add(parent, name, field, t, shown(m_, t));
}

void meeting_article::write(xml_node article) {
    set(article, "aria-labelledby", id("title"));
    head(block_in(article, "header"));
    actions(article);
    decisions(article);
    declarations(article);
    people(article);
    if (!m_.items.empty()) {
        xml_node node = with_class(section(article, "items", "Minutes"), "minutes");
        write_items(node, m_, values_, level_ + 2);
    }
    checks(article);
    readings(article);
}

void meeting_article::head(xml_node node) {
    xml_node title = heading(node, level_);
    set(title, "id", id("title"));
    if (!text(title, "meeting.title", "Title", m_.title)) add_text(title, title_of(m_));
    xml_node when = with_class(block_in(node, "p"), "when");
    if (m_.date.value) {
        xml_node time = inline_in(when, "time");
        if (m_.date.value->ok()) set(time, "datetime", to_string(*m_.date.value));
        values_.add(time, "meeting.date", "Date of the meeting", m_.date, weekday_date(*m_.date.value));
        values_.add_how(when, m_.date);
    } else {
        values_.add_day(when, "meeting.date", "Date of the meeting", m_.date, {});
    }
    if (!when.first_child()) add_text(when, "Date not stated");
    if (m_.status.value) {
        add_text(when, " ");
        xml_node badge = with_class(inline_in(when, "span"), "badge");
        values_.add(badge, "meeting.status", "Status of the minutes", m_.status, sentence(name_of(*m_.status.value)));
    }
    details(with_class(block_in(node, "dl"), "details"));
    contents(block_in(node, "nav"));
}

template <class Point>
void meeting_article::from_to(xml_node parent, const std::string& name, const Point& start, const Point& end, std::string_view date) {
    const auto one = [&](const char* which, const Point& t) {
        if (!t.value) return;
        xml_node time = inline_in(parent, "time");
        set(time, "datetime", (date.empty() ? "" : std::string(date) + "T") + to_string(*t.value));
        values_.add(time, name + which, which == std::string_view(".start") ? "Start" : "End", t, to_string(*t.value));
    };
    one(".start", start);
    if (end.value) add_text(parent, start.value ? "–" : "until ");
    one(".end", end);
}

void meeting_article::details(xml_node list) {
    const std::string day = m_.date.value && m_.date.value->ok() ? to_string(*m_.date.value) : "";
    const auto row = [&](std::string_view name, const auto& fill) {
        xml_node cell = row_in(list, name);
        fill(cell);
        drop_if_empty(list, cell);
    };
    row("Body", [&](xml_node c) { text(c, "meeting.body", "Body", m_.body); });
    row("Time", [&](xml_node c) { from_to(c, "meeting", m_.start, m_.end, day); });
    row("Place", [&](xml_node c) { text(c, "meeting.venue", "Place", m_.venue); });
    row("Chair", [&](xml_node c) { text(c, "meeting.chair", "Chair", m_.chair); });
    row("Next meeting", [&](xml_node c) { next_meeting(c); });
    row("File", [&](xml_node c) { if (!m_.source.name.empty()) add_text(c, file_name(m_.source)); });
    if (!list.first_child()) list.parent().remove_child(list);
}

/// "25 April 2014, 09:00–11:00, Town Hall (Finance)"
void meeting_article::next_meeting(xml_node cell) {
    const minutes::next_meeting& n = m_.next;
    const auto comma = [&] { if (cell.first_child()) add_text(cell, ", "); };
    values_.add_day(cell, "next.date", "Date of the next meeting", n.date, {});
    if (n.start.value || n.end.value) {
        comma();
        from_to(cell, "next", n.start, n.end, n.date.value && n.date.value->ok() ? to_string(*n.date.value) : "");
    }
    if (n.venue.given()) {
        comma();
        text(cell, "next.venue", "Place of the next meeting", n.venue);
    }
    if (n.label.given()) {
        add_text(cell, cell.first_child() ? " (" : "(");
        text(cell, "next.label", "Next meeting", n.label);
        add_text(cell, ")");
    }
}

void meeting_article::contents(xml_node nav) const {
    set(nav, "aria-label", values_.prefix().empty() ? "Contents" : "Contents of " + title_of(m_) + " " + values_.prefix().substr(0, values_.prefix().size() - 1));
    xml_node list = with_class(block_in(nav, "ul"), "counts");
    const auto entry = [&](const std::string& anchor, std::size_t n, std::string_view one, std::string_view many) {
        if (n) link_in(block_in(list, "li"), anchor, fmt::format("{} {}", n, n == 1 ? one : many));
    };
    entry(id("actions"), m_.actions.size(), "action", "actions");
    entry(id("decisions"), m_.decisions.size(), "decision", "decisions");
    entry(id("declarations"), m_.declarations.size(), "declaration", "declarations");
    entry(id("people"), m_.people.size(), "person", "people");
    entry(id("items"), m_.items.size(), "item", "items");
    entry(id("checks"), m_.diagnostics.size(), "thing to check", "things to check");
    if (!m_.text->text.empty()) link_in(block_in(list, "li"), source_anchor_, "Source");
    if (!list.first_child()) nav.parent().remove_child(nav);
}

xml_node meeting_article::section(xml_node article, const char* name, std::string_view title) const {
    xml_node node = block_in(article, "section");
    set(node, "id", id(name));
    set(node, "aria-labelledby", id(name) + "-heading");
    set(heading(node, level_ + 1, title), "id", id(name) + "-heading");
    return node;
}

void meeting_article::permalink(xml_node parent, const std::string& name, std::string_view what) const {
    if (parent.first_child()) add_text(parent, " ");
    xml_node node = with_class(link_in(parent, id(name), "¶"), "permalink");
    set(node, "aria-label", fmt::format("Permalink to {}", what));
}

void meeting_article::from(xml_node cell, const std::string& item_id) const {
    const auto found = items_.find(item_id);
    if (found == items_.end()) return;
    const item* it = found->second;
    const std::string title = item_title(m_, *it);
    xml_node line = with_class(inline_in(cell, "div"), "from");
    add_text(line, "Item ");
    link_in(line, id(it->id), title.empty() ? it->id : title);
}

void meeting_article::owners(xml_node cell, const action& a) {
    for (std::size_t k = 0; k < a.owners.size(); ++k) {
        const owner& o = a.owners[k];
        const auto who = people_.find(o.person);
        const std::string text = shown(m_, o.text), name = who == people_.end() ? "" : shown(m_, who->second->name);
        if (k) add_text(cell, " ");
        xml_node node = with_class(inline_in(cell, "span"), "owner");
        set(node, "data-owner", name.empty() ? text : name);
        values_.add(node, fmt::format("{}.owner{}", a.id, k + 1), "Owner", o.text, text.empty() ? name : text);
        if (!text.empty() && !name.empty() && name != text) with_class(inline_in(node, "span", " " + name), "named");
        if (k + 1 < a.owners.size()) add_text(node, ";");
        values_.add_how(node, o.text);
    }
}

void meeting_article::actions(xml_node article) {
    if (m_.actions.empty()) return;
    const auto checks = checks_of(action_table({&m_}));
    xml_node node = section(article, "actions", "Actions");
    with_class(node, "register");
    const auto& all = m_.actions;
    const std::vector<page_column> columns = {
        {"Ref", "ref", [&](xml_node c, std::size_t r) {
             text(c, all[r].id + ".ref", "Reference", all[r].ref);
             permalink(c, all[r].id, "action " + (all[r].ref.given() ? shown(m_, all[r].ref) : std::to_string(r + 1)));
         }, true},
        {"Action", "main", [&](xml_node c, std::size_t r) {
             text(inline_in(c, "div"), all[r].id + ".text", "Action", all[r].text);
             from(c, all[r].item);
             add_check(c, checks[r]);
         }},
        {"Owner", "owners", [&](xml_node c, std::size_t r) { owners(c, all[r]); }},
        {"Due", "date", [&](xml_node c, std::size_t r) {
             const due& d = all[r].due;
             if (d.date.value) set(c, "data-sort", to_string(*d.date.value));
             if (d.date.given()) values_.add_day(c, all[r].id + ".due", "Due date", d.date, shown(m_, d.text));
             else text(c, all[r].id + ".due", "Due", d.text);
         }},
        {"Status", "status", [&](xml_node c, std::size_t r) {
             const auto& s = all[r].status;
             if (s.value) values_.add(c, all[r].id + ".status", "Status", s, sentence(name_of(*s.value)));
             values_.add_how(c, s);
         }},
    };
    write_table(node, "What is to be done, by whom and by when. An action is open where the minutes say nothing of its status.", all.size(), columns,
                [&](xml_node line, std::size_t r) { set(line, "id", id(all[r].id)); });
}

void meeting_article::vote(xml_node cell, const decision& d) {
    const auto part = [&](const char* name, const traced<int>& n, std::string_view what) {
        if (!n.value) return;
        if (cell.first_child()) add_text(cell, ", ");
        values_.add(cell, d.id + "." + name, "Votes", n, fmt::format("{} {}", *n.value, what));
    };
    part("for", d.vote.for_, "for");
    part("against", d.vote.against, "against");
    part("abstain", d.vote.abstain, "abstaining");
    const auto words = [&](const char* name, std::string_view field, const traced<std::string>& t, const char* lead) {
        if (!t.given()) return;
        if (cell.first_child()) add_text(cell, "; ");
        add_text(cell, lead);
        text(cell, d.id + "." + name, field, t);
    };
    words("result", "Result of the vote", d.vote.result, "");
    words("roll", "Roll call", d.vote.roll, "roll call: ");
}

void meeting_article::decisions(xml_node article) {
    if (m_.decisions.empty()) return;
    const auto checks = checks_of(decision_table({&m_}));
    const auto& all = m_.decisions;
    const std::vector<page_column> columns = {
        {"Decision", "main", [&](xml_node c, std::size_t r) {
             xml_node line = inline_in(c, "div");
             text(line, all[r].id + ".text", "Decision", all[r].text);
             permalink(line, all[r].id, fmt::format("decision {}", r + 1));
             from(c, all[r].item);
             add_check(c, checks[r]);
         }},
        {"Kind", "status", [&](xml_node c, std::size_t r) { if (!all[r].kind.empty()) add_text(c, sentence(all[r].kind)); }},
        {"Moved by", "who", [&](xml_node c, std::size_t r) { text(c, all[r].id + ".mover", "Mover", all[r].mover); }},
        {"Seconded by", "who", [&](xml_node c, std::size_t r) { text(c, all[r].id + ".seconder", "Seconder", all[r].seconder); }},
        {"Vote", "who", [&](xml_node c, std::size_t r) { vote(c, all[r]); }},
    };
    write_table(section(article, "decisions", "Decisions"), "What was decided.", all.size(), columns,
                [&](xml_node line, std::size_t r) { set(line, "id", id(all[r].id)); });
}

void meeting_article::declarations(xml_node article) {
    if (m_.declarations.empty()) return;
    const auto& all = m_.declarations;
    const auto name = [](std::size_t r) { return fmt::format("n{}", r + 1); };
    const std::vector<page_column> columns = {
        {"Person", "who", [&](xml_node c, std::size_t r) {
             const auto p = people_.find(all[r].person);
             if (p != people_.end()) link_in(c, id(p->second->id), shown(m_, p->second->name));
         }},
        {"Declaration", "main", [&](xml_node c, std::size_t r) {
             text(inline_in(c, "div"), name(r) + ".text", "Declaration", all[r].text);
             from(c, all[r].item);
         }},
    };
    write_table(section(article, "declarations", "Declarations of interest"), "Interests that were declared.", all.size(), columns,
                [&](xml_node line, std::size_t r) { set(line, "id", id(name(r))); });
}

void meeting_article::people(xml_node article) {
    if (m_.people.empty()) return;
    const auto checks = checks_of(people_table({&m_}));
    const auto& all = m_.people;
    const auto field = [&](std::string_view name, std::string_view look, const char* part, const traced<std::string> person::*what, bool head = false) {
        return page_column{name, look, [this, &all, name, part, what](xml_node c, std::size_t r) {
                               text(c, all[r].id + part, name, all[r].*what);
                               values_.add_how(c, all[r].*what);
                           }, head};
    };
    const std::vector<page_column> columns = {
        field("Name", "name", ".name", &person::name, true),
        field("Initials", "ref", ".initials", &person::initials),
        field("Role", "", ".role", &person::role),
        field("Organisation", "", ".organisation", &person::organisation),
        {"Attendance", "status", [&](xml_node c, std::size_t r) {
             const person& p = all[r];
             if (p.attendance.value) values_.add(c, p.id + ".attendance", "Attendance", p.attendance, sentence(name_of(*p.attendance.value)));
             else add_text(c, "Mentioned");
             if (p.part.value.value_or(false)) {
                 add_text(c, ", ");
                 values_.add(c, p.id + ".part", "Attendance", p.part, "for part of the meeting");
             }
             for (const auto& [part, t] : {std::pair{"arrived", &p.arrived}, {"left", &p.left}}) {
                 if (!t->given()) continue;
                 add_text(c, fmt::format("; {}: ", part));
                 text(c, p.id + "." + part, sentence(part), *t);
             }
             if (p.substitute_for.given()) {
                 add_text(c, "; for ");
                 text(c, p.id + ".substitute_for", "Substitute for", p.substitute_for);
             }
             add_check(c, checks[r]);
         }},
    };
    write_table(section(article, "people", "Attendance"), "Who was there, who sent apologies, and who else is named.", all.size(), columns,
                [&](xml_node line, std::size_t r) { set(line, "id", id(all[r].id)); });
}

void meeting_article::checks(xml_node article) {
    if (m_.diagnostics.empty()) return;
    const auto& all = m_.diagnostics;
    const auto name = [](std::size_t r) { return fmt::format("c{}", r + 1); };
    const std::vector<page_column> columns = {
        {"Level", "status", [&](xml_node c, std::size_t r) { add_text(c, sentence(name_of(all[r].severity))); }},
        {"What to look at", "main", [&](xml_node c, std::size_t r) {
             inline_in(c, "div", capitalised(all[r].message));
             if (!all[r].hint.empty()) with_class(inline_in(c, "div", all[r].hint), "from");
         }},
        {"Where", "date", [&](xml_node c, std::size_t r) { values_.add_place(c, name(r) + ".place", all[r].spans); }},
        {"Code", "code", [&](xml_node c, std::size_t r) { inline_in(c, "code", all[r].code); }},
    };
    write_table(section(article, "checks", "To check"), "What was not understood, mended or doubted in reading the source.", all.size(), columns,
                [&](xml_node line, std::size_t r) { set(line, "id", id(name(r))); });
}

void meeting_article::readings(xml_node article) const {
    const auto& all = values_.readings();
    if (all.empty()) return;
    xml_node box = block_in(article, "details");
    set(box, "id", id("readings"));
    with_class(box, "readings");
    block_in(box, "summary", fmt::format("How {} {} read", all.size(), all.size() == 1 ? "value was" : "values were"));
    const std::vector<page_column> columns = {
        {"Value", "main", [&](xml_node c, std::size_t r) { link_in(c, all[r].id, all[r].value); }},
        {"Of", "", [&](xml_node c, std::size_t r) { add_text(c, all[r].field); }},
        {"As written", "", [&](xml_node c, std::size_t r) { inline_in(c, "q", all[r].words); }},
        {"How", "", [&](xml_node c, std::size_t r) { add_text(c, all[r].how); }},
        {"Where", "date", [&](xml_node c, std::size_t r) { add_text(c, all[r].place); }},
    };
    write_table(box, "Values that a rule read out of the words, or that can be read in more than one way.", all.size(), columns, [](xml_node, std::size_t) {});
}

}  // namespace minutes
