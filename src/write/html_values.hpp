// SPDX-License-Identifier: Apache-2.0
// Stage: traced values → elements of a page.  Each leads to the words that it was
// read from, and says in words when it is more, or less, than what they say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html_source.hpp"

namespace minutes {

/// A value that is not simply what the document says.
struct noted_reading {
    std::string id;     ///< of its element
    std::string field;  ///< "Due date"
    std::string value;  ///< "4 November 2016"
    std::string words;  ///< "4/11/16"
    std::string how;    ///< "derived: day first"
    std::string place;  ///< "line 20"
};

class value_writer {
public:
    /// `prefix` keeps the ids of several meetings on a page apart.
    value_writer(const meeting& m, std::string prefix, source_pane& source);

    [[nodiscard]] const std::string& prefix() const { return prefix_; }

    /// The value's words for people, leading to the source.  The element, or null when there are none.
    template <class T>
    xml_node add(xml_node parent, const std::string& name, std::string_view field, const traced<T>& t, const std::string& shown) {
        if (shown.empty()) return {};
        xml_node node = element(parent, name, t.spans, shown);
        set_how(node, how(t));
        note(name, field, t, shown);
        return node;
    }

    /// A date with its `<time>`, the words it was read from where they say less, and its readings when it is uncertain.
    void add_day(xml_node parent, const std::string& name, std::string_view field, const traced<date>& d, const std::string& written);

    /// "derived: day first", in small, when it is; says nothing of plain values.
    template <class T>
    void add_how(xml_node parent, const traced<T>& t) const {
        if (is_worth_saying(t)) small(parent, how(t));
    }

    /// A link to the words, called by where they stand: "line 20".
    void add_place(xml_node parent, const std::string& name, const spans& words);

    /// An element that is marked in the source, without a link to it.
    void show(xml_node node, const std::string& name, const spans& words);

    /// The language that the document's own words are in, where it is not the page's.
    void set_language(xml_node node) const;

    static void small(xml_node parent, std::string_view text);
    static void flag(xml_node parent, std::string_view text);

    [[nodiscard]] const std::vector<noted_reading>& readings() const { return readings_; }

private:
    /// Plain values are not, nor are those that come from the document's silence; what a person put right always is.
    template <class T>
    static bool is_worth_saying(const traced<T>& t) { return t.basis == basis::corrected || (t.basis != basis::stated && !t.spans.empty()); }

    template <class T>
    static std::string how(const traced<T>& t) { return how_of(t.basis, t.rule); }
    static std::string how_of(basis b, const std::string& rule);
    static void set_how(xml_node node, const std::string& how);

    template <class T>
    void note(const std::string& name, std::string_view field, const traced<T>& t, const std::string& shown) {
        if (is_worth_saying(t)) add_reading(name, field, how(t), t.spans, shown);
    }

    xml_node element(xml_node parent, const std::string& name, const spans& words, std::string_view shown);
    void add_reading(const std::string& name, std::string_view field, std::string how, const spans& words, const std::string& shown);

    const meeting& m_;
    std::string prefix_;
    std::string language_;
    source_pane& source_;
    std::vector<noted_reading> readings_;
};

}  // namespace minutes
