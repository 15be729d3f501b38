// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "html_meeting.hpp"

namespace minutes {

namespace {

/// Words in an item's prose that are an action, a decision or a declaration.
struct task_mark {
    span where;
    const char* look;
    std::string label;   ///< "Decision", "Action 14/16"
    std::string anchor;  ///< of its row in the register
    bool first = true;   ///< its first words: the label stands before them
};

/// The page sets a dot of its own before a list item, unless its words bring a number.  How long the item's own dot is.
std::uint32_t list_mark(xml_node item, std::string_view words) {
    for (const std::string_view dot : {"-", "*", "+", "•", "–", "·", "▪", "◦", "●", "○", "\uF0B7"})
        if (words.starts_with(dot) && words.size() > dot.size() && words[dot.size()] == ' ') return static_cast<std::uint32_t>(dot.size() + 1);
    const auto end = words.substr(0, 8).find(' ');
    if (end != words.npos && end > 1 && (words[end - 1] == '.' || words[end - 1] == ')')) with_class(item, "counted");
    return 0;
}

class items_writer {
public:
    items_writer(const meeting& m, value_writer& values) : m_(m), values_(values) {
        for (const action& a : m.actions) add(a.text.spans, "action", label_of(a), a.id);
        for (const decision& d : m.decisions) add(d.text.spans, "decision", "Decision", d.id);
        for (std::size_t n = 0; n < m.declarations.size(); ++n) add(m.declarations[n].text.spans, "declared", "Declaration", fmt::format("n{}", n + 1));
        std::stable_sort(marks_.begin(), marks_.end(), [](const task_mark& a, const task_mark& b) { return a.where.begin < b.where.begin; });
        for (const action& a : m.actions) {
            actions_[a.id] = &a;
            raised_[a.item].push_back(&a);
        }
        for (const decision& d : m.decisions) taken_[d.item].push_back(&d);
        find_placed(m.items);
    }

    void write(xml_node parent, const item& i, int level) {
        xml_node node = with_class(block_in(parent, "section"), "item");
        set(node, "id", values_.prefix() + i.id);
        title(node, i, level);
        for (std::size_t k = 0; k < i.blocks.size(); ++k) {
            const bool beside = k > 0 && on_one_line(i.blocks[k - 1], i.blocks[k]);
            const bool opens = k + 1 < i.blocks.size() && on_one_line(i.blocks[k], i.blocks[k + 1]);
            block(node, i.blocks[k], fmt::format("{}-b{}", i.id, k + 1), beside ? cell_place::next : opens ? cell_place::first : cell_place::none);
        }
        for (const action* a : raised_[i.id])
            if (placed_.insert(a->id).second) card(node, *a);
        for (const decision* d : taken_[i.id])
            if (placed_.insert(d->id).second) card(node, *d);
        for (const item& inner : i.items) write(node, inner, level + 1);
    }

private:
    [[nodiscard]] std::string label_of(const action& a) const {
        const std::string ref = shown(m_, a.ref);
        return ref.empty() ? "Action" : "Action " + ref;
    }

    void add(const spans& words, const char* look, const std::string& label, const std::string& anchor) {
        for (std::size_t k = 0; k < words.size(); ++k) marks_.push_back({words[k], look, label, anchor, k == 0});
    }

    void title(xml_node node, const item& i, int level) {
        const std::string number = shown(m_, i.number), words = shown(m_, i.heading);
        if (number.empty() && words.empty()) {
            if (i.exempt.value.value_or(false)) values_.add(with_class(inline_in(block_in(node, "p"), "span"), "badge"), i.id + ".exempt", "Exempt", i.exempt, "Exempt");
            return;
        }
        xml_node head = heading(node, level);
        if (!number.empty()) {
            with_class(values_.add(head, i.id + ".number", "Number", i.number, number), "v number");
            add_text(head, " ");
        }
        values_.add(head, i.id + ".heading", "Heading", i.heading, words);
        if (i.exempt.value.value_or(false)) {
            add_text(head, " ");
            values_.add(with_class(inline_in(head, "span"), "badge"), i.id + ".exempt", "Exempt", i.exempt, "Exempt");
        }
        add_text(head, " ");
        xml_node link = with_class(link_in(head, values_.prefix() + i.id, "¶"), "permalink");
        set(link, "aria-label", "Permalink to item " + (number.empty() ? words : number));
    }

    /// A line that is an action's own is shown as the action, all else as it stands.
    enum class cell_place { none, first, next };  // of the short cells of one row, which are set beside each other

    void block(xml_node node, const minutes::block& b, const std::string& name, cell_place place) {
        if (is_task_line(m_, b) && cards(node, b)) return;
        xml_node p;
        if (b.kind == block::kind_type::list_item) {
            xml_node list = node.last_child();
            if (std::string_view(list.name()) != "ul") list = block_in(node, "ul");
            p = block_in(list, "li");
        } else if (place != cell_place::none) {
            p = cell_in(node, place == cell_place::next);
        } else {
            p = block_in(node, "p");
        }
        values_.show(p, name, b.spans);
        values_.set_language(p);
        for (std::size_t k = 0; k < b.spans.size(); ++k) {
            if (k) add_text(p, " ");
            span words = b.spans[k];
            if (k == 0 && b.kind == block::kind_type::list_item) words.begin += list_mark(p, std::string_view(m_.text->text).substr(words.begin, words.size()));
            prose(p, words);
        }
    }

    [[nodiscard]] bool on_one_line(const minutes::block& a, const minutes::block& b) const {
        constexpr std::uint32_t longest = 60;  // bytes: longer ones are paragraphs
        if (a.kind == block::kind_type::list_item || b.kind == block::kind_type::list_item || a.spans.size() != 1 || b.spans.size() != 1) return false;
        const span x = a.spans.front(), y = b.spans.front();
        if (x.end > y.begin || x.size() > longest || y.size() > longest) return false;
        const auto gap = std::string_view(m_.text->text).substr(x.end, y.begin - x.end);
        return gap.find('\t') != gap.npos && gap.find_first_not_of(" \t") == gap.npos;
    }

    static xml_node cell_in(xml_node node, bool goes_on) {
        xml_node line = node.last_child();
        if (goes_on && std::string_view(line.attribute("class").value()) == "cells") add_text(line, " ");
        else line = with_class(block_in(node, "p"), "cells");
        return inline_in(line, "span");
    }

    /// Shows the block's actions.  Whether it has any.
    bool cards(xml_node node, const minutes::block& b) {
        bool any = false;
        for (const span& s : b.spans)
            each_mark(s, [&](const task_mark& t) {
                const auto a = actions_.find(t.anchor);
                if (a == actions_.end()) return;
                if (placed_.insert(t.anchor).second) card(node, *a->second);
                any = true;
            });
        return any;
    }

    /// Visits the marks that lie in `where`.
    template <class Visit>
    void each_mark(const span& where, Visit&& visit) const {
        auto it = std::lower_bound(marks_.begin(), marks_.end(), where.begin, [](const task_mark& m, std::uint32_t begin) { return m.where.begin < begin; });
        for (; it != marks_.end() && it->where.begin < where.end; ++it)
            if (it->where.end <= where.end && !it->where.empty()) visit(*it);
    }

    /// What the prose shows anyhow needs no card.
    void find_placed(const std::vector<item>& items) {
        for (const item& i : items) {
            for (const minutes::block& b : i.blocks) {
                if (is_task_line(m_, b)) continue;
                for (const span& s : b.spans) each_mark(s, [&](const task_mark& t) { if (t.first) placed_.insert(t.anchor); });
            }
            find_placed(i.items);
        }
    }

    /// The words of `where`, those that are somebody's task or a decision marked and named.
    void prose(xml_node p, const span& where) {
        const std::string_view text = m_.text->text;
        std::uint32_t at = where.begin;
        each_mark(where, [&](const task_mark& t) {
            if (t.where.begin < at) return;  // inside the one before
            add_text(p, text.substr(at, t.where.begin - at));
            mark(p, t, text.substr(t.where.begin, t.where.size()));
            at = t.where.end;
        });
        add_text(p, text.substr(at, where.end - at));
    }

    void mark(xml_node p, const task_mark& t, std::string_view words) {
        xml_node node = with_class(inline_in(p, "span"), t.look);
        if (t.first) {
            tag(node, t.label, t.anchor);
            add_text(node, " ");
        }
        add_text(node, words);
    }

    void tag(xml_node parent, const std::string& label, const std::string& anchor) const {
        with_class(link_in(parent, values_.prefix() + anchor, label), "tag");
    }

    void card(xml_node node, const action& a) {
        xml_node p = with_class(block_in(node, "p"), "card action");
        tag(p, label_of(a), a.id);
        add_text(p, " ");
        values_.set_language(inline_in(p, "span", shown(m_, a.text)));
        std::string who;
        for (const owner& o : a.owners) who += (who.empty() ? "" : ", ") + shown(m_, o.text);
        const std::string due = a.due.date.value ? long_date(*a.due.date.value) : a.due.text.given() ? shown(m_, a.due.text) : words_of(m_, a.due.date.spans);
        std::string line = who;
        if (!due.empty()) line += (line.empty() ? "" : " · ") + ("due " + due);
        if (!line.empty()) {
            add_text(p, " ");
            with_class(inline_in(p, "span", line), "by");
        }
    }

    void card(xml_node node, const decision& d) {
        xml_node p = with_class(block_in(node, "p"), "card decision");
        tag(p, "Decision", d.id);
        add_text(p, " ");
        values_.set_language(inline_in(p, "span", shown(m_, d.text)));
    }

    const meeting& m_;
    value_writer& values_;
    std::vector<task_mark> marks_;
    std::map<std::string_view, const action*> actions_;
    std::map<std::string_view, std::vector<const action*>> raised_;      // by item
    std::map<std::string_view, std::vector<const decision*>> taken_;
    std::set<std::string> placed_;  // actions and decisions that stand in the prose already
};

/// A table of contents where there is much to choose from.
void contents(xml_node section, const meeting& m, const value_writer& values) {
    constexpr std::size_t few = 4;
    if (m.items.size() <= few) return;
    xml_node box = with_class(block_in(section, "details"), "agenda");
    block_in(box, "summary", "Agenda");
    xml_node list = block_in(box, "ul");
    for (const item& i : m.items) {
        const std::string title = item_title(m, i);
        if (!title.empty()) link_in(block_in(list, "li"), values.prefix() + i.id, title);
    }
    if (!list.first_child()) section.remove_child(box);
}

}  // namespace

void write_items(xml_node section, const meeting& m, value_writer& values, int level) {
    contents(section, m, values);
    items_writer writer(m, values);
    for (const item& i : m.items) writer.write(section, i, level);
}

}  // namespace minutes
