// SPDX-License-Identifier: Apache-2.0
// Lists of people typed side by side in plain lines: "Present:" and "Apologies:" over two columns of names, or a label
// in the right half of the head with names below one another.
#include <algorithm>
#include <utility>

#include "parser.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using kind = laid_block::kind_type;

struct typed_field {
    std::size_t column = 0;  ///< code points from the line's start; in a line with tabs, how many stand before it
    span where{};
};

std::size_t code_points(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The fields of a block's own line, parted by tabs or wide gaps; nothing when the block is no single line.
std::vector<typed_field> fields_of_line(const parser& p, std::size_t at) {
    constexpr std::size_t widest = 3;  // blanks that part two fields
    const auto& b = p.laid.blocks[at];
    if (b.kind != kind::line || b.in_cell || b.text.empty()) return {};
    const auto text = p.text();
    const std::size_t before = text.rfind('\n', b.text.front().begin);
    const std::size_t begin = before == text.npos ? 0 : before + 1, end = std::min(text.find('\n', b.text.front().begin), text.size());
    if (b.text.back().end > end) return {};
    const auto line = text.substr(begin, end - begin);
    const bool tabs = line.find('\t') != line.npos;
    std::vector<typed_field> out;
    std::size_t tab = 0;
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] == ' ' || line[i] == '\t') {
            tab += line[i++] == '\t';
            continue;
        }
        std::size_t stop = i;
        while (stop < line.size() && line[stop] != '\t' && line.substr(stop, widest).find_first_not_of(' ') != line.npos) ++stop;
        while (stop > i + 1 && line[stop - 1] == ' ') --stop;
        out.push_back({tabs ? tab : code_points(line.substr(0, i)), {static_cast<std::uint32_t>(begin + i), static_cast<std::uint32_t>(begin + stop)}});
        i = std::max(stop, i + 1);
    }
    return out;
}

struct column_list {
    std::size_t column = 0;
    attendance how = attendance::present;
    span label{};
};

bool same_column(const typed_field& f, const column_list& c, bool tabs) {
    constexpr std::size_t slack = 4;  // code points
    return tabs ? f.column == c.column : f.column + slack >= c.column && f.column <= c.column + slack;
}

}  // namespace

people_columns parser::attendance_columns(std::size_t at) const {
    people_columns out{at, {}};
    const auto head = fields_of_line(*this, at);
    if (head.size() < 2) return out;
    const auto said = [&](const typed_field& f) { return text().substr(f.where.begin, f.where.size()); };
    const bool tabs = text().substr(head.front().where.begin, head.back().where.end - head.front().where.begin).find('\t') != std::string_view::npos;
    const auto names = [&](const typed_field& f) { return name_strength(said(f).substr(0, said(f).find(',')), words) >= 2 && said(f).find_first_of("0123456789") == std::string_view::npos && !attendance_label_at(said(f), words); };
    const auto several = [&](const typed_field& f) { return match_roster(said(f), words, roster_shape::several).size() > 1; };  // "Present:   Ann Bell, Tom Ash"
    if (std::any_of(head.begin(), head.end(), several)) return out;
    std::vector<column_list> lists;
    std::size_t labels = 0;
    bool behind_other = false;
    for (std::size_t k = 0; k < head.size(); ++k) {
        const auto l = attendance_label_at(said(head[k]), words);
        if (!l || !l->sure || !l->whole) continue;
        ++labels;
        behind_other |= k > 0 && said(head[k]).ends_with(':');
        lists.push_back({head[k].column, l->how, head[k].where});
        if (k + 1 < head.size() && names(head[k + 1])) {
            lists.push_back({head[k + 1].column, l->how, head[k].where});
            out.people.push_back({head[k + 1].where, l->how, head[k].where});
            ++k;
        }
    }
    if (!(labels == head.size() && labels > 1) && !(labels == 1 && behind_other)) return {at, {}};
    std::size_t i = at + 1;
    for (; i < laid.blocks.size(); ++i) {
        bool any = false;
        const auto fields = fields_of_line(*this, i);
        for (std::size_t k = 0; k < fields.size(); ++k) {
            const auto& f = fields[k];
            auto list = std::find_if(lists.begin(), lists.end(), [&](const column_list& c) { return same_column(f, c, tabs); });
            if (list == lists.end() && labels == head.size() && lists.size() == labels && fields.size() <= labels) list = lists.begin() + static_cast<std::ptrdiff_t>(k);  // columns that do not line up
            if (list == lists.end()) continue;
            if (const auto l = attendance_label_at(said(f), words); l && l->sure && l->whole && list != lists.begin()) {  // "Also in attendance" under "Apologies"
                list->how = l->how;
                list->label = f.where;
                any = true;
            } else if (names(f)) {
                out.people.push_back({f.where, list->how, list->label});
                any = true;
            }
        }
        if (!any) break;
    }
    constexpr std::size_t fewest = 2;
    if (out.people.size() < fewest) out.people.clear();
    else out.end = i;
    return out;
}

std::size_t parser::read_attendance_columns(std::size_t from) {
    const auto found = attendance_columns(from);
    for (std::size_t i = from; i < found.end; ++i) leaves.paint(laid.blocks[i].text, leaf::kind_type::prose);
    for (const auto& person : found.people) {
        const auto j = join({person.where});
        leaves.paint({person.label}, leaf::kind_type::label);
        for (const auto& e : match_roster(j.text(), words, roster_shape::one_each)) add_person(j, e.person, e.said.value_or(person.how), {person.label});
    }
    if (found.end > from) people_end = found.end;
    return found.end;
}

}  // namespace minutes
