// SPDX-License-Identifier: Apache-2.0
#include "cut_text.hpp"

#include <algorithm>

namespace minutes {

namespace {

constexpr std::string_view mark = "[\u2026]";

std::uint32_t code_points(std::string_view s) {
    return static_cast<std::uint32_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::vector<text_cut> in_order(std::vector<text_cut> cuts) {
    std::sort(cuts.begin(), cuts.end(), [](const text_cut& a, const text_cut& b) { return a.where.begin < b.where.begin; });
    std::vector<text_cut> out;
    for (const auto& c : cuts) {
        if (c.where.empty()) continue;
        if (!out.empty() && c.where.begin <= out.back().where.end) {
            out.back().where.end = std::max(out.back().where.end, c.where.end);
            out.back().marked |= c.marked;
        } else {
            out.push_back(c);
        }
    }
    return out;
}

}  // namespace

cut_text::cut_text(const source_text& source, std::vector<text_cut> cuts) : cuts_(in_order(std::move(cuts))) {
    source_text out;
    cut_bytes(source, out);
    for (const auto start : source.line_starts) out.line_starts.push_back(to_[start]);
    move_notes(source, out);
    text_ = std::make_shared<const source_text>(std::move(out));
}

void cut_text::cut_bytes(const source_text& source, source_text& out) {
    const std::string_view text = source.text;
    to_.resize(text.size() + 1);
    std::uint32_t i = 0;
    const auto keep_to = [&](std::uint32_t end) {
        for (; i < end; ++i) {
            to_[i] = static_cast<std::uint32_t>(out.text.size());
            out.text += text[i];
        }
    };
    for (const auto& c : cuts_) {
        keep_to(c.where.begin);
        const auto begin = static_cast<std::uint32_t>(out.text.size());
        if (c.marked) {
            out.text += mark;
            marks_.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
        }
        for (; i < c.where.end; ++i) {
            if (text[i] == '\n') out.text += '\n';
            to_[i] = i == c.where.begin ? begin : static_cast<std::uint32_t>(out.text.size() - (text[i] == '\n'));
        }
        if (c.marked && i < text.size() && !out.text.ends_with('\n') && text[i] != '\n') out.text += ' ';
    }
    keep_to(static_cast<std::uint32_t>(text.size()));
    to_[text.size()] = static_cast<std::uint32_t>(out.text.size());
}

void cut_text::move_notes(const source_text& source, source_text& out) const {
    const std::string_view text = source.text;
    const auto inside = [&](std::uint32_t at) {
        return std::any_of(cuts_.begin(), cuts_.end(), [&](const text_cut& c) { return c.where.begin <= at && at < c.where.end; });
    };
    for (auto e : source.edits)
        if (!inside(e.at)) out.edits.push_back({to_[e.at], e.before, e.after});
    for (auto o : source.origins) {
        if (inside(o.at)) continue;
        o.at = to_[o.at];
        out.origins.push_back(o);
    }
    for (const auto& c : cuts_) {
        const std::uint32_t end = c.where.end;
        // What stands behind a cut on its line has lost columns.
        const auto line = text.substr(0, end).rfind('\n');
        const auto from = std::max<std::size_t>(c.where.begin, line == text.npos ? 0 : line + 1);
        const std::uint32_t put = from == c.where.begin && c.marked ? code_points(mark) + 1 : 0;
        if (from < end && end < text.size() && text[end] != '\n') out.edits.push_back({to_[end], code_points(text.substr(from, end - from)), put});
        const auto* o = origin_of(source, end);
        if (!o || o->at == end || end == text.size()) continue;
        auto moved = *o;
        moved.at = to_[end];
        if (moved.line > 0) moved.column += code_points(text.substr(o->at, end - o->at));
        out.origins.push_back(moved);
    }
    std::stable_sort(out.edits.begin(), out.edits.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    std::stable_sort(out.origins.begin(), out.origins.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
}

bool cut_text::touches(const spans& where) const {
    return std::any_of(where.begin(), where.end(), [&](span s) {
        const auto c = std::upper_bound(cuts_.begin(), cuts_.end(), s.begin, [](std::uint32_t at, const text_cut& x) { return at < x.where.end; });
        return c != cuts_.end() && c->where.begin < s.end;
    });
}

spans cut_text::kept(const spans& where) const {
    spans out;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) return;
        span s{to_[begin], to_[end - 1] + 1};
        const std::string& now = text_->text;
        while (s.begin < s.end && is_white(now[s.begin])) ++s.begin;
        while (s.end > s.begin && is_white(now[s.end - 1])) --s.end;
        if (!s.empty()) out.push_back(s);
    };
    for (const span s : where) {
        std::uint32_t from = s.begin;
        auto c = std::upper_bound(cuts_.begin(), cuts_.end(), s.begin, [](std::uint32_t at, const text_cut& x) { return at < x.where.end; });
        for (; c != cuts_.end() && c->where.begin < s.end; ++c) {
            add(from, std::max(from, c->where.begin));
            from = c->where.end;
        }
        add(from, s.end);
    }
    return out;
}

}  // namespace minutes
