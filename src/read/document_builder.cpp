// SPDX-License-Identifier: Apache-2.0
#include "document_builder.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace minutes {

namespace {

constexpr std::size_t always_allowed_text = std::size_t{1} << 20;  // however small the file

/// Adds a span, joined to the one before when they touch.
void add_span(spans& all, span s) {
    if (s.empty()) return;
    if (!all.empty() && all.back().end == s.begin) all.back().end = s.end;
    else all.push_back(s);
}

}  // namespace

document_builder::document_builder(std::string_view bytes, std::string_view format) {
    d_.source.sha256 = sha256_of(bytes);
    d_.source.bytes = bytes.size();
    d_.source.format = format;
    source_.line_starts.push_back(0);
}

void document_builder::limit_text(const reading_limits& limits) {
    const std::size_t size = d_.source.bytes, unlimited = most_text_ - always_allowed_text;
    most_text_ = size > unlimited / std::max<std::size_t>(limits.text, 1) ? most_text_ : always_allowed_text + limits.text * size;
}

/// What of the words there is room for, in whole characters.
std::string_view document_builder::within_limit(std::string_view utf8) {
    const std::size_t room = left_out_ ? 0 : most_text_ - std::min(source_.text.size(), most_text_);
    if (utf8.size() <= room) return utf8;
    left_out_ = true;
    std::size_t end = room;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) --end;
    return utf8.substr(0, end);
}

void document_builder::part_from_what_stands(bool new_cell) {
    if (source_.text.size() == parted_at_) return;
    if (new_cell) source_.text += '\t';
    else cleaner_.end_line();
    parted_at_ = source_.text.size();
}

void document_builder::begin_block(document_block attributes) {
    end_block();
    part_from_what_stands(cell_starts_ && !row_starts_);
    block_ = attributes;
    block_.text = {static_cast<std::uint32_t>(source_.text.size()), 0};
    block_.mark = {};
    block_.cell = open_.empty() ? document_block::no_cell : open_.back().cell;
    block_.blank_before = std::max(attributes.blank_before, blank_);
    in_block_ = true;
}

void document_builder::append_mark(std::string_view utf8, bool counted) {
    if (!in_block_) begin_block();
    const auto begin = static_cast<std::uint32_t>(source_.text.size());
    cleaner_.append(utf8);
    block_.mark = {begin, static_cast<std::uint32_t>(source_.text.size())};
    block_.mark_counted = counted;
    if (!block_.mark.empty()) source_.text += ' ';
}

void document_builder::append(std::string_view utf8, text_style how) {
    if (!in_block_) begin_block();
    utf8 = within_limit(utf8);
    const auto begin = static_cast<std::uint32_t>(source_.text.size());
    if (!block_.mark.empty() && begin == block_.mark.end + 1)  // one blank is there already
        utf8.remove_prefix(std::min(utf8.find_first_not_of(" \t"), utf8.size()));
    for (std::size_t at = 0; at <= utf8.size();) {
        const std::size_t end = std::min(utf8.find_first_of("\n\r\f\v", at), utf8.size());
        cleaner_.append(utf8.substr(at, end - at));
        if (end < utf8.size()) source_.text += ' ';
        at = end + 1;
    }
    const span s{begin, static_cast<std::uint32_t>(source_.text.size())};
    if (how.bold) add_span(d_.bold, s);
    if (how.struck) add_span(d_.struck, s);
}

void document_builder::end_block() {
    if (!in_block_) return;
    in_block_ = false;
    auto& text = source_.text;
    block_.text.end = static_cast<std::uint32_t>(text.size());
    // Blanks at the block's ends stand between blocks, unless they are kept.
    const bool kept = std::exchange(keeps_blanks_, false);
    const auto first = text.find_first_not_of(" \t", block_.text.begin);
    const auto last = text.find_last_not_of(kept ? " " : " \t");
    if (first == text.npos) block_.text.end = block_.text.begin;
    else block_.text = {kept ? block_.text.begin : static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1)};
    if (block_.text.empty()) {
        blank_ = std::max(1, block_.blank_before + 1);
        return;
    }
    blank_ = 0;
    cell_starts_ = row_starts_ = false;
    for (auto& t : open_) t.cell_has_words = true;
    d_.blocks.push_back(block_);
}

void document_builder::page_break() {
    end_block();
    d_.blocks.push_back({.kind = document_block::kind_type::page_break});
}

void document_builder::set_origin(source_text::origin where) {
    where.at = static_cast<std::uint32_t>(source_.text.size());
    auto& all = source_.origins;
    if (!all.empty() && all.back().at == where.at) all.back() = where;
    else all.push_back(where);
}

std::size_t document_builder::begin_table(bool ruled) {
    end_block();
    const std::size_t index = d_.tables.size();
    d_.tables.push_back({0, 0, open_.empty() ? document_block::no_cell : open_.back().cell, ruled});
    open_.push_back({index, document_block::no_cell, false});
    row_starts_ = true;
    return index;
}

void document_builder::begin_cell(document_cell where) {
    end_block();
    auto& open = open_.back();
    auto& table = d_.tables[open.table];
    where.table = open.table;
    if (open.cell == document_block::no_cell || d_.cells[open.cell].row != where.row) row_starts_ = true;
    table.rows = std::max(table.rows, where.row + where.row_span);
    table.columns = std::max(table.columns, where.column + where.column_span);
    open.cell = d_.cells.size();
    open.cell_has_words = false;
    d_.cells.push_back(where);
    cell_starts_ = true;
    blank_ = 0;
}

void document_builder::end_cell() { end_block(); }

void document_builder::end_table() {
    end_block();
    open_.pop_back();
    cell_starts_ = false;
    row_starts_ = true;
    blank_ = 0;
}

void document_builder::note(std::string code, severity s, std::string message, std::string hint) {
    d_.diagnostics.push_back({std::move(code), s, {}, {}, std::move(message), std::move(hint)});
}

void document_builder::set_metadata(std::string key, std::string value) { d_.metadata.emplace_back(std::move(key), std::move(value)); }

document document_builder::finish() && {
    end_block();
    if (left_out_)
        note("limit-reached", severity::warning, fmt::format("the file holds far more words than files of its size do; those beyond {} bytes were left out", most_text_), "--max-text allows more.");
    if (cleaner_.replaced) note("characters-replaced", severity::note, "control characters were replaced by U+FFFD");
    if (d_.blocks.empty() && d_.readable)
        note("empty-document", severity::warning, "the document holds no words", "Check that it is the right file.");
    // Nested tables were opened before their outer one was done: cells go by table.
    std::vector<std::size_t> order(d_.cells.size()), place(d_.cells.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return d_.cells[a].table < d_.cells[b].table; });
    std::vector<document_cell> cells;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        cells.push_back(d_.cells[order[i]]);
    }
    d_.cells = std::move(cells);
    for (auto& b : d_.blocks)
        if (b.cell != document_block::no_cell) b.cell = place[b.cell];
    for (auto& t : d_.tables)
        if (t.within != document_block::no_cell) t.within = place[t.within];
    d_.text = std::make_shared<const source_text>(std::move(source_));
    return std::move(d_);
}

}  // namespace minutes
