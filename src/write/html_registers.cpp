// SPDX-License-Identifier: Apache-2.0
// The registers of a meeting's page: actions, decisions, declarations, attendance, what to check, how values were read.
#include "html_meeting.hpp"

#include <algorithm>

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

/// Whether `part` stands in `whole` as words of its own; an empty one does.
bool has_as_words(std::string_view whole, std::string_view part) {
    const auto at = whole.find(part);
    if (at == whole.npos) return false;
    const auto end = at + part.size();
    return (at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ' || part.empty());
}

}  // namespace

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
        const bool part_of_name = has_as_words(name, text);  // "Ann" is told by "Ann Bell", "AB" stands beside it
        values_.add(node, fmt::format("{}.owner{}", a.id, k + 1), "Owner", o.text, part_of_name ? name : text);
        if (!name.empty() && !part_of_name) with_class(inline_in(node, "span", " " + name), "named");
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
    const bool referred = std::any_of(all.begin(), all.end(), [](const action& a) { return a.ref.given(); });
    const std::vector<page_column> columns = {
        {referred ? "Ref" : "Link", referred ? "ref" : "ref links", [&](xml_node c, std::size_t r) {
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
