// SPDX-License-Identifier: Apache-2.0
#include "html_meeting.hpp"

#include <fmt/format.h>

namespace minutes {

namespace {

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

/// "25 April 2014, 09:00–11:00, Town Hall – Finance"
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
        if (cell.first_child()) add_text(cell, " – ");
        text(cell, "next.label", "Next meeting", n.label);
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

}  // namespace minutes
