// SPDX-License-Identifier: Apache-2.0
// Stage: one meeting → an article of the page: what there is to do, what was
// decided, who was there, the minutes as minutes are set, and what to look at.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "html_values.hpp"
#include "table.hpp"

namespace minutes {

/// One meeting as an article.  Its anchors are ids of the model ("a3", "i4") and of
/// their values ("a3.due"), after the values' prefix.
class meeting_article {
public:
    meeting_article(const meeting& m, value_writer& values, std::string source_anchor, int level);

    void write(xml_node article);

private:
    void add_items(const std::vector<item>& items);
    void head(xml_node node);
    void details(xml_node list);
    void next_meeting(xml_node list);
    void contents(xml_node nav) const;
    void actions(xml_node article);
    void decisions(xml_node article);
    void declarations(xml_node article);
    void people(xml_node article);
    void checks(xml_node article);
    void readings(xml_node article) const;

    void owners(xml_node cell, const action& a);
    void vote(xml_node cell, const decision& d);
    void permalink(xml_node parent, const std::string& name, std::string_view what) const;
    void from(xml_node cell, const std::string& item_id) const;
    [[nodiscard]] std::string id(const std::string& name) const { return values_.prefix() + name; }
    xml_node section(xml_node article, const char* name, std::string_view title) const;
    template <class T>
    xml_node text(xml_node parent, const std::string& name, std::string_view field, const traced<T>& t);
    template <class Point>
    void from_to(xml_node parent, const std::string& name, const Point& start, const Point& end, std::string_view date);

    const meeting& m_;
    value_writer& values_;
    std::string source_anchor_;
    int level_;
    std::unordered_map<std::string_view, const person*> people_;
    std::unordered_map<std::string_view, const item*> items_;
};

/// The minutes themselves: numbered items, prose, with decisions and actions marked where they stand.
void write_items(xml_node section, const meeting& m, value_writer& values, int level);

template <class T>
xml_node meeting_article::text(xml_node parent, const std::string& name, std::string_view field, const traced<T>& t) {
    return values_.add(parent, name, field, t, shown(m_, t));
}

}  // namespace minutes
