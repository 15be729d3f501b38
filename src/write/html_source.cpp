// SPDX-License-Identifier: Apache-2.0
#include "html_source.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace minutes {

namespace {

bool is_odd(const leaf& l) { return l.kind == leaf::kind_type::furniture || l.kind == leaf::kind_type::unparsed; }

}  // namespace

void source_pane::mark::join(const mark& other) {
    ids.insert(ids.end(), other.ids.begin(), other.ids.end());
    shown.insert(shown.end(), other.shown.begin(), other.shown.end());
    anchors.insert(anchors.end(), other.anchors.begin(), other.anchors.end());
}

/// An element that is being filled.
struct source_pane::open_mark {
    std::uint32_t end;
    xml_node node;
    bool link;  ///< it, or one around it, is a link: links do not nest
};

std::string source_pane::anchor(const span& words) const { return fmt::format("{}w{}-{}", prefix_, words.begin, words.end); }

std::string source_pane::refer(const spans& words, const std::string& id) {
    std::string first;
    for (const span& w : words) {
        if (w.empty() || w.end > text_.text.size()) continue;
        mark& m = marks_[w];
        m.ids.push_back(id);
        m.anchors = {anchor(w)};
        if (first.empty()) first = anchor(w);
    }
    return first;
}

void source_pane::show(const spans& words, const std::string& id) {
    for (const span& w : words)
        if (!w.empty() && w.end <= text_.text.size()) marks_[w].shown.push_back(id);
}

void source_pane::add_leaves(const std::vector<leaf>& leaves) {
    std::copy_if(leaves.begin(), leaves.end(), std::back_inserter(odd_), is_odd);
    std::sort(odd_.begin(), odd_.end(), [](const leaf& a, const leaf& b) { return a.span < b.span; });
}

/// Marks that cross are cut, so that of any two one holds the other or they stand apart.
source_pane::marks source_pane::nested(marks all) {
    marks out;
    std::vector<std::uint32_t> ends;  // of the marks around
    while (!all.empty()) {
        span where = all.begin()->first;
        const mark m = all.begin()->second;
        all.erase(all.begin());
        while (!ends.empty() && ends.back() <= where.begin) ends.pop_back();
        if (!ends.empty() && where.end > ends.back()) {
            all[span{ends.back(), where.end}].join({m.ids, m.shown, {}});
            where.end = ends.back();
        }
        out[where].join(m);
        ends.push_back(where.end);
    }
    return out;
}

xml_node source_pane::open(xml_node parent, const mark& m, bool inside_link) {
    const bool link = !m.ids.empty() && !inside_link;
    xml_node node = parent.append_child(link ? "a" : "span");
    if (!m.anchors.empty()) set(node, "id", m.anchors.front());
    if (link) set(node, "href", "#" + m.ids.front());
    set(node, "class", m.ids.empty() ? "prose" : "word");
    std::vector<std::string> all = m.ids;
    all.insert(all.end(), m.shown.begin(), m.shown.end());
    set(node, "data-of", fmt::format("{}", fmt::join(all, " ")));
    for (std::size_t i = 1; i < m.anchors.size(); ++i) {
        node = node.append_child("span");
        set(node, "id", m.anchors[i]);
    }
    return node;
}

/// Puts the text from where writing is up to `end` into `node`: each line with its number, odd leaves in elements of their own.
void source_pane::put(xml_node node, std::uint32_t end) {
    while (at_ < end) {
        if (next_line_ < text_.line_starts.size() && text_.line_starts[next_line_] <= at_) {
            xml_node number = with_class(node.append_child("span"), "ln");
            ++next_line_;
            set(number, "id", fmt::format("{}line-{}", prefix_, next_line_));
            set(number, "data-n", std::to_string(place_of(text_, at_).line));
        }
        std::uint32_t stop = end;
        if (next_line_ < text_.line_starts.size()) stop = std::min(stop, std::max(at_ + 1, text_.line_starts[next_line_]));
        while (next_odd_ < odd_.size() && odd_[next_odd_].span.end <= at_) ++next_odd_;
        xml_node into = node;
        if (next_odd_ < odd_.size()) {
            const leaf& l = odd_[next_odd_];
            if (l.span.begin <= at_) {
                stop = std::min(stop, l.span.end);
                into = with_class(node.append_child("span"), name_of(l.kind));
            } else {
                stop = std::min(stop, l.span.begin);
            }
        }
        add_text(into, std::string_view(text_.text).substr(at_, stop - at_));
        at_ = stop;
    }
}

void source_pane::write_text(xml_node pane) {
    std::vector<open_mark> open_marks = {{static_cast<std::uint32_t>(text_.text.size()), pane, false}};
    const auto close_until = [&](std::uint32_t offset) {
        while (open_marks.size() > 1 && open_marks.back().end <= offset) {
            put(open_marks.back().node, open_marks.back().end);
            open_marks.pop_back();
        }
    };
    for (const auto& [where, m] : nested(marks_)) {
        close_until(where.begin);
        put(open_marks.back().node, where.begin);
        const bool link = open_marks.back().link;
        open_marks.push_back({where.end, open(open_marks.back().node, m, link), link || !m.ids.empty()});
    }
    close_until(static_cast<std::uint32_t>(text_.text.size()));
    put(pane, static_cast<std::uint32_t>(text_.text.size()));
}

void source_pane::write(xml_node aside, int level) {
    heading(aside, level, "Source");
    with_class(block_in(aside, "p", name_), "file");
    xml_node note = with_class(block_in(aside, "p"), "reading");
    set(note, "role", "status");
    add_text(note, "Every word of the document. Underlined words lead to what was read from them.");
    const auto any = [&](leaf::kind_type k) { return std::any_of(odd_.begin(), odd_.end(), [&](const leaf& l) { return l.kind == k; }); };
    if (any(leaf::kind_type::unparsed) || any(leaf::kind_type::furniture)) {
        xml_node key = with_class(block_in(aside, "p"), "key");
        if (any(leaf::kind_type::furniture)) with_class(inline_in(key, "span", "page furniture"), "furniture");
        if (any(leaf::kind_type::furniture) && any(leaf::kind_type::unparsed)) add_text(key, " ");
        if (any(leaf::kind_type::unparsed)) with_class(inline_in(key, "span", "not understood"), "unparsed");
    }
    write_text(with_class(block_in(aside, "pre"), "source"));
}

}  // namespace minutes
