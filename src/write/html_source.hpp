// SPDX-License-Identifier: Apache-2.0
// Stage: a document's text → the page's source pane.  While the page is written
// each value says which words it was read from; the pane then shows the text,
// word for word, with those words marked and leading back to the value.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <minutes/meeting.hpp>

#include "html_node.hpp"

namespace minutes {

class source_pane {
public:
    /// `prefix` keeps the anchors of several texts on a page apart.
    source_pane(const meeting& first, std::string prefix) : text_(*first.text), name_(file_name(first.source)), prefix_(std::move(prefix)) {}

    /// The page's element `id` was read from these words.  Gives the anchor of the first of them; empty when there are none.
    std::string refer(const spans& words, const std::string& id);

    /// The element `id` shows these words, but no link leads from them to it.
    void show(const spans& words, const std::string& id);

    /// Page furniture and what was not understood look different.
    void add_leaves(const std::vector<leaf>& leaves);

    void write(xml_node aside, int level);

private:
    /// Longer ones first where several begin: they hold the shorter ones.
    struct outer_first {
        bool operator()(const span& a, const span& b) const { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; }
    };
    struct mark {
        std::vector<std::string> ids;    ///< elements that were read from these words
        std::vector<std::string> shown;  ///< elements that only show them
        std::vector<std::string> anchors;  ///< that stand here; a mark's later piece, cut by another, has none
        void join(const mark& other);
    };
    using marks = std::map<span, mark, outer_first>;
    struct open_mark;

    [[nodiscard]] std::string anchor(const span& words) const;
    void write_text(xml_node pane);
    void put(xml_node node, std::uint32_t end);
    static marks nested(marks all);
    [[nodiscard]] static xml_node open(xml_node parent, const mark& m, bool inside_link);

    const source_text& text_;
    std::string name_;
    std::string prefix_;
    marks marks_;
    std::vector<leaf> odd_;  // furniture and unparsed, in order
    // Where writing is:
    std::uint32_t at_ = 0;
    std::size_t next_line_ = 0, next_odd_ = 0;
};

}  // namespace minutes
