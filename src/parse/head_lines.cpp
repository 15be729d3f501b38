// SPDX-License-Identifier: Apache-2.0
#include "head_lines.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "date.hpp"
#include "occasion_reader.hpp"
#include "place_name.hpp"

namespace minutes {

namespace {

using block_kind = laid_block::kind_type;

struct line_gatherer {
    const parser& p;
    std::size_t body;
    std::vector<head_line> all{};
    int nth = 0, distance = 0;
    std::vector<label> waiting{};  // a label alone on its line: "Location:"
    spans waiting_where{};
    std::unordered_set<std::string> running{};

    bool is_meta(const laid_block& b) const { return b.look.part == document_block::part_type::metadata; }

    void add(std::size_t i, const spans& where, std::vector<label> kinds = {}, spans label_where = {}) {
        all.push_back({i, where, std::move(kinds), std::move(label_where), distance, nth, is_meta(p.laid.blocks[i]), false, false, false});
    }

    /// What a label that fills its line or cell says of the words behind it.
    std::vector<label> label_alone(const spans& where) const {
        const auto text = p.words_at(where);
        const auto l = label_at(text, p.words);
        if (!l || !l->whole || !has_any(l->kinds, {label::date, label::time, label::end, label::venue, label::meeting, label::chair})) return {};
        return l->kinds;
    }

    /// A page's head may be the only place that names the meeting.
    void add_running(std::size_t i, const spans& where) {
        const auto text = p.words_at(where);
        if (distance > 0 || words_in(text, p.words).size() < 2 || !running.insert(text).second) return;
        add(i, where);
        all.back().running = true;
        ++nth;
    }

    void add_line(std::size_t i) {
        const auto& b = p.laid.blocks[i];
        const bool heading = b.look.heading > 0 || p.heads.at(i);
        if (b.pair && b.text.size() > 1) {
            auto kinds = label_alone({b.text.front()});
            // "Minutes of: | Meeting held on 4 March 2019 at 7 pm" is one sentence.
            const bool sentence = has_any(kinds, {label::meeting}) && !has_any(kinds, {label::date, label::time}) && !find_dates(p.words_at({b.text.begin() + 1, b.text.end()}), p.words).empty();
            if (!kinds.empty() && !sentence) add(i, {b.text.begin() + 1, b.text.end()}, std::move(kinds), {b.text.front()});
            else add(i, b.text);
        } else if (const auto* over = distance < far_behind ? label_over(i) : nullptr) {
            waiting.clear();
            add(i, b.text, label_alone(over->text), over->text);
        } else if (!waiting.empty() && !heading && !tells(b)) {
            add(i, b.text, std::exchange(waiting, {}), waiting_where);
        } else if (auto kinds = label_alone(b.text); waits(b, kinds, heading)) {
            waiting = std::move(kinds);
            waiting_where = b.text;
        } else {
            waiting.clear();
            add_parts(i, breaks_in_date(i) ? both_lines(i) : b.text);
        }
        nth += !is_meta(b);
    }

    /// "Call to order" over "The Chair called the meeting to order at 7 pm in the Town Hall": a sentence says itself what it tells.
    bool tells(const laid_block& b) const {
        constexpr std::size_t shortest = 7;  // words
        const auto text = p.words_at(b.text);
        const auto all = words_in(text, p.words);
        return all.size() >= shortest && tells_in_verb(all, p.words);
    }

    spans both_lines(std::size_t i) const {
        spans both = p.laid.blocks[i].text;
        const auto& below = p.laid.blocks[i + 1].text;
        both.insert(both.end(), below.begin(), below.end());
        return both;
    }

    /// "… held on Tuesday 4" above "December 2012 at the Town Hall": whether a date stands on both sides of a line's end.
    bool breaks_in_date(std::size_t i) const {
        constexpr std::size_t longest = 300;  // bytes
        const auto& blocks = p.laid.blocks;
        if (distance > 0 || i + 1 >= blocks.size() || is_meta(blocks[i]) || blocks[i + 1].kind != block_kind::line || blocks[i].in_cell || blocks[i + 1].in_cell || blocks[i + 1].blank_before > 0) return false;
        const auto above = p.words_at(blocks[i].text), below = p.words_at(blocks[i + 1].text);
        if (above.size() > longest || below.size() > longest) return false;
        const auto first = words_in(below, p.words, 1), all = words_in(above, p.words);
        if (first.empty() || all.empty() || !(p.words.month_of(first[0]) || (first[0].digits && p.words.month_of(all.back())) || p.words.weekday_of(all.back()))) return false;
        const auto dates = find_dates(p.join(both_lines(i)).text(), p.words);
        return std::any_of(dates.begin(), dates.end(), [&](const date_finding& f) { return f.year && f.begin < above.size() && f.end > above.size(); });
    }

    /// The label over a cell of a table whose first row is all labels: "Date | Time | Place".
    const laid_block* label_over(std::size_t i) const {
        const auto& blocks = p.laid.blocks;
        const auto& b = blocks[i];
        if (!b.in_cell || b.row == 0) return nullptr;
        const laid_block* over = nullptr;
        std::size_t labels = 0;
        for (std::size_t k = i; k-- > 0 && blocks[k].in_cell && blocks[k].table == b.table && blocks[k].row + 1 >= b.row;) {
            if (blocks[k].row == b.row) continue;
            if (label_alone(blocks[k].text).empty()) return nullptr;
            ++labels;
            if (blocks[k].column == b.column) over = &blocks[k];
        }
        return labels > 1 ? over : nullptr;
    }

    /// "Date: 3 May   Time: 7 pm   Venue: Town Hall": a line of several labels is as many lines.
    void add_parts(std::size_t i, const spans& where) {
        constexpr std::size_t longest = 400;  // bytes
        const auto j = p.join(where);
        const std::string_view t = j.text();
        if (add_columns(i, j)) return;
        if (t.size() > longest || is_meta(p.laid.blocks[i]) || std::count(t.begin(), t.end(), ':') < 2) {
            add(i, where);
            return;
        }
        std::size_t from = 0;
        std::set<std::size_t> begins;
        for (const auto& w : words_in(t, p.words))
            if (w.capital) begins.insert(w.begin);
        for (std::size_t colon = t.find(':'); colon != t.npos; colon = t.find(':', colon + 1)) begins.insert(label_before(t, colon));
        for (const auto begin : begins) {
            if (begin <= from || !opens_label(t, begin)) continue;
            add(i, j.source(from, begin));
            from = begin;
        }
        add(i, j.source(from, t.size()));
    }

    /// "May 21, 2015            Mark Lee": of a line of two columns and more, one of them a date, each is a line.
    bool add_columns(std::size_t i, const joined_text& j) {
        constexpr std::size_t longest = 200, gap = 4;  // bytes
        const std::string_view t = j.text();
        if (t.size() > longest || is_meta(p.laid.blocks[i]) || t.find("    ") == t.npos) return false;
        std::vector<span> columns;
        for (std::size_t from = t.find_first_not_of(' '); from < t.size();) {
            const auto end = std::min(t.find("    ", from), t.size());
            columns.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)});
            from = std::min(t.find_first_not_of(' ', std::min(end + gap, t.size())), t.size());
        }
        const bool dated = std::any_of(columns.begin(), columns.end(), [&](span s) { const auto d = match_date(t.substr(s.begin, s.size()), p.words); return d && d->year; });
        if (columns.size() < 2 || !dated) return false;
        for (const span s : columns) add(i, j.source(s.begin, s.end));
        return true;
    }

    /// Where the capitalised word before a colon begins, though figures may stand right before it: "2020Time:".
    static std::size_t label_before(std::string_view t, std::size_t colon) {
        std::size_t at = colon;
        while (at > 0 && t[at - 1] == ' ') --at;
        const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
        while (at > 0 && is_small(t[at - 1])) --at;
        return at > 0 && t[at - 1] >= 'A' && t[at - 1] <= 'Z' ? at - 1 : 0;
    }

    /// Whether a label with a colon of its own starts at byte `at`, behind a mark, a gap, figures or a time.
    bool opens_label(std::string_view t, std::size_t at) const {
        const auto before = t.substr(0, at).find_last_not_of(" \t*_");
        if (before == t.npos || t[before] == ':' || (at - before < 3 && std::string_view(",;|.)0123456789").find(t[before]) == t.npos && !ends_time(t.substr(0, before + 1)))) return false;
        const auto l = label_at(t.substr(at, 80), p.words);
        if (!l || l->begin > 0 || l->whole || !has_any(l->kinds, {label::date, label::time, label::end, label::venue, label::meeting, label::chair})) return false;
        return t.substr(at + l->end, l->rest - l->end).find(':') != t.npos;
    }

    /// "7 pm": the words before a label are a time.
    bool ends_time(std::string_view t) const {
        const auto times = find_times(t, p.words);
        return !times.empty() && times.back().end == t.size();
    }

    /// Whether a label speaks of the next line; "Minutes" alone is no label of the line below.
    bool waits(const laid_block& b, const std::vector<label>& kinds, bool heading) const {
        if (kinds.empty() || distance >= far_behind || has_any(kinds, {label::meeting, label::chair})) return false;
        return heading || b.in_cell || has_any(kinds, {label::venue, label::date, label::time, label::end}) || p.words_at(b.text).find(':') != std::string::npos;
    }

    void add_row(std::size_t i) {
        const auto& cells = p.laid.blocks[i].cells;
        for (const auto& cell : cells)
            if (!cell.empty() && distance > 0) {
                add(i, cell);
                all.back().prose = true;
            }
        if (distance >= far_behind) return;
        for (std::size_t c = 0; c + 1 < cells.size(); ++c) {
            if (cells[c].empty() || cells[c + 1].empty()) continue;
            auto kinds = label_alone(cells[c]);
            if (kinds.empty()) continue;
            add(i, cells[c + 1], std::move(kinds), cells[c]);
            ++c;
        }
        ++nth;
    }

    void mark_lines_above_dates() {
        for (std::size_t k = 0; k + 1 < all.size() && all[k].distance < far_behind; ++k) {
            const auto below = p.words_at(all[k + 1].where);
            const auto o = below.size() < 80 && !find_dates(below, p.words).empty() ? take_apart(below, p.words) : occasion_parts{};
            all[k].before_date = !o.dates.empty() && o.dates.front().year && std::all_of(o.pieces.begin(), o.pieces.end(), [&](span s) { return is_small(std::string_view(below).substr(s.begin, s.size()), p.words); });
        }
    }

    void gather() {
        std::size_t behind_record = 0;  // "Who: …, What: …, When: 3 May" is the day of a task
        for (std::size_t i = 0; i < p.laid.blocks.size(); ++i) {
            const auto& b = p.laid.blocks[i];
            if (b.kind == block_kind::line && i >= behind_record) behind_record = std::max(behind_record, p.end_of_task_record(i));
            if (i < behind_record) {
                ++distance;
                continue;
            }
            if (b.kind == block_kind::furniture) {
                add_running(i, b.text);
                continue;
            }
            if (i >= body && !is_meta(b)) ++distance;
            if (b.kind == block_kind::line) add_line(i);
            else if (b.kind != block_kind::header && !p.laid.tables[b.table].people) add_row(i);
        }
        mark_lines_above_dates();
    }
};

}  // namespace

std::vector<head_line> head_lines(const parser& p, std::size_t body) {
    line_gatherer g{p, body};
    g.gather();
    return std::move(g.all);
}

}  // namespace minutes
