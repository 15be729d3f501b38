// SPDX-License-Identifier: Apache-2.0
#include "markdown_body.hpp"

#include <algorithm>

#include "flattened_tables.hpp"
#include "html_words.hpp"

namespace minutes {

namespace {

using joint = document_block::joint_type;

}  // namespace

void markdown_body::enter(MD_BLOCKTYPE type, void* detail) {
    end_line(joint::separate);
    switch (type) {
        case MD_BLOCK_UL: lists_.push_back({false, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark}); break;
        case MD_BLOCK_OL: lists_.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->mark_delimiter}); break;
        case MD_BLOCK_LI: {
            const auto& li = *static_cast<MD_BLOCK_LI_DETAIL*>(detail);
            items_.push_back({lists_.back().ordered, lists_.back().delimiter, false, li.is_task != 0, li.is_task && li.task_mark != ' ', 0});
            break;
        }
        case MD_BLOCK_H:
            block_.heading = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_HTML:
            in_html_ = true;
            html_begin_ = html_end_ = in_.size();
            break;
        case MD_BLOCK_TABLE:
            table_ = out_.begin_table();
            in_table_ = true;
            row_ = 0;
            break;
        case MD_BLOCK_THEAD: head_ = true; break;
        case MD_BLOCK_TBODY: head_ = false; break;
        case MD_BLOCK_TR: column_ = 0; break;
        case MD_BLOCK_TH: case MD_BLOCK_TD: {
            if (cells_left_ == 0) {
                if (in_table_) out_.end_table();
                in_table_ = false;
                cells_cut_ = true;
                break;
            }
            --cells_left_;
            out_.begin_cell({.table = table_, .row = row_, .column = column_++, .head = head_});
            const auto align = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align;
            block_.align = align == MD_ALIGN_RIGHT ? document_block::align_type::right
                           : align == MD_ALIGN_CENTER ? document_block::align_type::centre : document_block::align_type::left;
            break;
        }
        default: break;
    }
}

void markdown_body::leave(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_UL: case MD_BLOCK_OL: lists_.pop_back(); break;
        case MD_BLOCK_LI:
            if (!items_.back().marked && items_.back().ordered) {  // an item without words still shows its number
                const std::size_t next = in_.find_first_not_of(" \t\r\n>", end_);
                if (next != in_.npos) add_marks(places_.line_end(next));
            }
            items_.pop_back();
            break;
        case MD_BLOCK_HTML:
            in_html_ = false;
            read_html_block();
            break;
        case MD_BLOCK_TR: ++row_; break;
        case MD_BLOCK_TH: case MD_BLOCK_TD:
            if (in_table_) out_.end_cell();
            break;
        case MD_BLOCK_TABLE:
            if (in_table_) out_.end_table();
            in_table_ = false;
            break;
        default: break;
    }
    end_line(joint::separate);
    block_ = {};
    bold_ = struck_ = hidden_ = 0;  // what a tag left open ends with its block
}

void markdown_body::enter(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG) ++bold_;
    if (type == MD_SPAN_DEL) {
        ++struck_;
        strike_starts_ = true;
    }
}

void markdown_body::leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG) bold_ = std::max(0, bold_ - 1);
    if (type != MD_SPAN_DEL) return;
    if (single_tilde_) {
        put(end_, "~");
        ++end_;
    } else {
        struck_ = std::max(0, struck_ - 1);
    }
    strike_starts_ = single_tilde_ = false;
}

void markdown_body::text(MD_TEXTTYPE type, std::string_view piece) {
    const auto known = offset_of(piece);
    if (in_html_) {
        if (!known) return;
        html_begin_ = std::min(html_begin_, *known);
        html_end_ = html_begin_ == *known ? *known + piece.size() : std::max(html_end_, *known + piece.size());
        return;
    }
    const std::size_t at = known.value_or(end_);
    switch (type) {
        case MD_TEXT_BR: end_line(joint::separate); break;
        case MD_TEXT_SOFTBR: end_line(joint::unknown); break;
        case MD_TEXT_HTML: tag(piece, at); break;
        case MD_TEXT_ENTITY:
            put(at, characters_of(piece));
            end_ = at + piece.size();
            moved_ = true;
            break;
        case MD_TEXT_CODE:
            if (piece == "\n") end_line(joint::unknown);
            else words(at, piece);
            break;
        default: words(at, piece); break;
    }
}

void markdown_body::read() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE t, void* detail, void* data) { static_cast<markdown_body*>(data)->enter(t, detail); return 0; };
    parser.leave_block = [](MD_BLOCKTYPE t, void*, void* data) { static_cast<markdown_body*>(data)->leave(t); return 0; };
    parser.enter_span = [](MD_SPANTYPE t, void*, void* data) { static_cast<markdown_body*>(data)->enter(t); return 0; };
    parser.leave_span = [](MD_SPANTYPE t, void*, void* data) { static_cast<markdown_body*>(data)->leave(t); return 0; };
    parser.text = [](MD_TEXTTYPE t, const MD_CHAR* s, MD_SIZE n, void* data) { static_cast<markdown_body*>(data)->text(t, {s, n}); return 0; };
    const auto parse = [&](std::size_t from, std::size_t to) {
        const auto piece = in_.substr(from, to - from);
        md_parse(piece.data(), static_cast<MD_SIZE>(piece.size()), &parser, this);
        keep_swallowed(end_, to);
    };
    std::size_t from = end_;
    for (const span table : find_flattened_tables(in_, from)) {
        parse(from, table.begin);
        plain_lines(table.begin, table.end);
        from = table.end;
    }
    parse(from, in_.size());
}

void markdown_body::tag(std::string_view written, std::size_t at) {
    const auto t = tag_of(written);
    const auto count = [&](int& n) { n = std::max(0, n + (t.closes ? -1 : 1)); };
    switch (t.effect) {
        case tag_effect::unknown: words(at, written); return;
        case tag_effect::none: break;
        case tag_effect::bold: count(bold_); break;
        case tag_effect::struck: count(struck_); break;
        case tag_effect::hides: count(hidden_); break;
        case tag_effect::breaks: case tag_effect::parts: end_line(joint::separate); break;
    }
}

/// A block of raw HTML.
void markdown_body::read_html_block() {
    if (html_begin_ >= html_end_) return;
    add_marks(html_begin_);
    end_line(joint::separate);
    html_.read_piece(html_begin_, html_end_, static_cast<int>(items_.size()), blank_lines(end_, html_begin_));
    end_ = html_end_;
}

}  // namespace minutes
