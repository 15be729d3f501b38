// SPDX-License-Identifier: Apache-2.0
#include "page_writer.hpp"

#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "hyphens.hpp"
#include "page_columns.hpp"
#include "page_furniture.hpp"
#include "page_grids.hpp"
#include "page_paragraphs.hpp"
#include "recognition.hpp"
#include "typewriter.hpp"

namespace minutes {

namespace {

constexpr float same_edge = 4.0f;        // points: edges of one table on two pages
constexpr float same_gap = 15.0f;        // points: columns of one table without ruling lines
constexpr float heading_size = 1.15f;    // times the body's print
constexpr std::size_t most_doubts = 500; // spans of one diagnostic
constexpr float font_height = 1.15f;     // of most fonts' boxes, in ems
constexpr float cell_padding = 3.0f;     // points

struct table_cell {
    grid_cell where;
    bool head = false;
    std::vector<paragraph> text;
    [[nodiscard]] bool empty() const { return text.empty(); }
};

struct open_table {
    std::vector<float> edges;
    bool ruled = true;
    std::uint32_t rows = 0;
    std::vector<table_cell> cells;
};

/// A page's content, parted into what stands in tables and what does not.
struct parted_page {
    std::vector<page_grid> grids;
    std::vector<std::vector<std::vector<page_word>>> cell_words;  ///< by grid, by cell
    std::vector<text_line> lines;                                 ///< outside tables
};

/// The smallest cell that a word's middle stands in.
std::pair<std::size_t, std::size_t> cell_of(const std::vector<page_grid>& grids, const page_word& w) {
    std::pair<std::size_t, std::size_t> best{grids.size(), 0};
    float least = 0;
    for (std::size_t g = 0; g < grids.size(); ++g) {
        if (!grids[g].box.holds(w.box.centre(), w.box.middle())) continue;
        for (std::size_t c = 0; c < grids[g].cells.size(); ++c) {
            const auto& box = grids[g].cells[c].box;
            if (!box.holds(w.box.centre(), w.box.middle())) continue;
            const float area = box.width() * box.height();
            if (best.first < grids.size() && area >= least) continue;
            best = {g, c};
            least = area;
        }
    }
    return best;
}

parted_page part_page(const page& p, std::size_t number) {
    parted_page out;
    out.grids = grids_of(p);
    for (const auto& g : out.grids) out.cell_words.emplace_back(g.cells.size());
    std::vector<page_word> rest;
    for (const auto& w : p.words) {
        const auto [g, c] = cell_of(out.grids, w);
        if (g < out.grids.size()) out.cell_words[g][c].push_back(w);
        else rest.push_back(w);
    }
    out.lines = lines_of(std::move(rest), number);
    return out;
}

struct page_writer {
    const std::vector<page>& pages;
    document_builder& to;
    std::vector<parted_page> parted{};
    std::vector<page_margins> margins{};
    hyphen_judge hyphens{};
    float body_size = 12;
    std::map<int, float> heading_sizes{};   ///< level by rounded size

    /// Furniture and page breaks wait until the paragraph or table that they cut is whole.
    struct held {
        std::size_t before = 0;  ///< index into `text`
        std::size_t page = 0;    ///< the page that starts
    };
    std::vector<paragraph> text{};
    std::vector<held> breaks{};
    std::optional<open_table> table{};
    std::vector<std::size_t> table_breaks{};

    // ── words ──

    void write_words(const text_line& l, std::size_t from, std::size_t to_word, bool in_cell, bool drop_hyphen) {
        std::string chunk;
        bool bold = false;
        const auto flush = [&] {
            if (!chunk.empty()) to.append(chunk, {.bold = bold});
            chunk.clear();
        };
        for (std::size_t i = from; i < to_word; ++i) {
            if (i > from && !l.glued(i)) {
                const bool gap = std::find(l.gaps.begin(), l.gaps.end(), i) != l.gaps.end();
                chunk += gap && !in_cell ? '\t' : ' ';
            }
            const bool doubtful = l.words[i].confidence < least_confidence;
            if (l.words[i].bold != bold || doubtful) flush();
            bold = l.words[i].bold;
            chunk += l.words[i].text;
            if (!doubtful) continue;
            const auto begin = to.here();
            flush();
            doubts.push_back({begin, to.here()});
        }
        // A hyphen that only broke the word is a soft one: cleaning drops it and keeps its place.
        if (drop_hyphen && !chunk.empty()) chunk.replace(chunk.size() - 1, 1, "\u00AD");
        flush();
    }

    void set_origin(const text_line& l) {
        source_text::origin o;
        o.page = static_cast<std::uint32_t>(l.page + 1);
        o.left = l.box.left;
        o.top = l.box.top;
        o.right = l.box.right;
        o.bottom = l.box.bottom;
        std::uint8_t least = 100;
        for (const auto& w : l.words) least = std::min(least, w.confidence);
        o.confidence = least;
        to.set_origin(o);
    }

    bool breaks_word(const text_line& above, const text_line& below) const {
        const auto& head = above.words.back().text;
        return head.size() > 1 && head.back() == '-' && hyphens.broken(std::string_view(head).substr(0, head.size() - 1), below.words.front().text);
    }

    void write_paragraph(const paragraph& p, bool in_cell, document_block::part_type part = document_block::part_type::body) {
        document_block b;
        b.joint = document_block::joint_type::separate;
        b.heading = in_cell || part != document_block::part_type::body ? 0 : heading_of(p);
        b.depth = p.depth;
        b.align = p.align;
        b.part = part;
        b.blank_before = p.blank_before;
        to.begin_block(b);
        bool joined = false;  // the line goes on inside a word
        for (std::size_t n = 0; n < p.lines.size(); ++n) {
            const auto& l = p.lines[n];
            if (n > 0 && !joined) to.append(n == p.tail_line && !in_cell ? "\t" : " ");
            set_origin(l);
            std::size_t from = 0;
            if (n == 0 && p.mark_words > 0) {
                to.append_mark(part_of(l, 0, p.mark_words).text(), false);
                from = p.mark_words;
            }
            const bool goes_on = n + 1 < p.lines.size() && n + 1 != p.tail_line;
            const bool drop = goes_on && breaks_word(l, p.lines[n + 1]);
            joined = drop || (goes_on && l.words.back().text.size() > 1 && l.words.back().text.back() == '-');
            write_words(l, from, l.words.size(), in_cell, drop);
        }
        to.end_block();
    }

    int heading_of(const paragraph& p) const {
        const float size = p.lines.front().size;
        if (size < heading_size * body_size || p.lines.size() > 3) return 0;
        int level = 1;
        for (const auto& [rounded, unused] : heading_sizes)
            if (static_cast<float>(rounded) > size + 0.5f) ++level;
        return std::min(level, 9);
    }

    // ── furniture ──

    void write_furniture(std::size_t page, bool header) {
        const auto& lines = parted[page].lines;
        const std::size_t from = header ? 0 : lines.size() - margins[page].footer, end = header ? margins[page].header : lines.size();
        for (std::size_t i = from; i < end; ++i) {
            paragraph p;
            p.lines.push_back(lines[i]);
            write_paragraph(p, false, header ? document_block::part_type::header : document_block::part_type::footer);
        }
    }

    void write_break(std::size_t page) {
        write_furniture(page - 1, false);
        to.page_break();
        write_furniture(page, true);
    }

    // ── flow ──

    void flush_text() {
        set_depths(text);
        std::size_t at = 0;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            for (; at < breaks.size() && breaks[at].before == i; ++at) write_break(breaks[at].page);
            if (i < text.size()) write_paragraph(text[i], false);
        }
        text.clear();
        breaks.clear();
    }

    void flush_table() {
        if (!table) return;
        to.begin_table(table->ruled);
        for (auto& c : table->cells) {
            to.begin_cell({.row = c.where.row, .column = c.where.column, .row_span = c.where.row_span, .column_span = c.where.column_span, .head = c.head});
            set_depths(c.text);
            for (const auto& p : c.text) write_paragraph(p, true);
            to.end_cell();
        }
        to.end_table();
        table.reset();
        for (const std::size_t page : table_breaks) write_break(page);
        table_breaks.clear();
    }

    /// List items nest by where their marks stand.
    static void set_depths(std::vector<paragraph>& all) {
        std::vector<float> open;
        for (auto& p : all) {
            if (p.mark_words == 0) {
                if (p.align == document_block::align_type::left && (open.empty() || p.lines.front().box.left <= open.front() + same_edge)) open.clear();
                continue;
            }
            const float at = p.lines.front().box.left;
            while (!open.empty() && open.back() > at + same_edge) open.pop_back();
            if (open.empty() || open.back() < at - same_edge) open.push_back(at);
            p.depth = static_cast<int>(open.size());
        }
    }

    void add_text(const std::vector<text_line>& lines, const text_column& column) {
        if (lines.empty()) return;
        flush_table();
        add_paragraphs(text, lines, column, !text.empty());
    }

    void add_lines(const std::vector<text_line>& lines, const text_column& column) {
        auto at = lines.begin();
        for (const auto& run : find_column_runs(lines, column.right)) {
            add_text({at, lines.begin() + static_cast<std::ptrdiff_t>(run.begin)}, column);
            add_run(run, column);
            at = lines.begin() + static_cast<std::ptrdiff_t>(run.end);
        }
        add_text({at, lines.end()}, column);
    }

    void add_run(const column_run& run, const text_column& column) {
        switch (run.kind) {
            case column_run::kind_type::rows: add_rows(run); break;
            case column_run::kind_type::owners: add_owned(run, column); break;
            case column_run::kind_type::columns:
                for (const auto& lines : run.rows[0]) add_text(lines, measure_column(lines));
        }
    }

    /// Paragraphs, each with the words beside it as its tail.
    void add_owned(const column_run& run, const text_column& column) {
        text_column own{column.left, 0, column.step, false};
        for (const auto& r : run.rows)
            for (const auto& l : r[0]) own.right = std::max(own.right, l.box.right);
        for (const auto& r : run.rows) {
            add_text(r[0], own);
            if (text.empty()) add_text(r[1], column);
            else for (const auto& l : r[1]) add_tail(text.back(), l);
        }
    }

    static void add_tail(paragraph& p, const text_line& l) {
        if (p.tail_line == paragraph::no_tail) {
            p.tail_line = p.lines.size();
            p.lines.push_back(l);
        } else {
            auto& words = p.lines.back().words;
            words.insert(words.end(), l.words.begin(), l.words.end());
        }
    }

    void open(const std::vector<float>& edges, bool ruled) {
        flush_text();
        flush_table();
        table.emplace();
        table->edges = edges;
        table->ruled = ruled;
    }

    void add_rows(const column_run& run) {
        if (!same_table(run.edges, false)) open(run.edges, false);
        for (const auto& r : run.rows) {
            for (std::size_t k = 0; k < r.size(); ++k) {
                table_cell cell{{table->rows, static_cast<std::uint32_t>(k), 1, 1, {}}, false, {}};
                text_column own = measure_column(r[k]);
                for (const auto& other : run.rows)
                    for (const auto& l : other[k]) own.right = std::max(own.right, l.box.right);
                if (!r[k].empty()) add_paragraphs(cell.text, r[k], own);
                table->cells.push_back(std::move(cell));
            }
            ++table->rows;
        }
    }

    std::vector<paragraph> cell_text(const std::vector<page_word>& words, const grid_cell& cell, std::size_t page) const {
        const auto lines = lines_of(words, page);
        if (lines.empty()) return {};
        auto column = measure_column(lines);
        for (const auto& l : lines) column.left = std::min(column.left, l.box.left);
        const float padding = std::clamp(column.left - cell.box.left, cell_padding, 3 * cell_padding);
        column.right = cell.box.right - padding;
        std::vector<paragraph> out;
        add_paragraphs(out, lines, column);
        for (auto& p : out) p.tail_line = p.tail_line == paragraph::no_tail ? p.tail_line : paragraph::no_tail;
        return out;
    }

    /// Whether a table with these columns goes on with the one that the page before ended in.
    bool same_table(const std::vector<float>& edges, bool ruled) const {
        if (!table || table_breaks.empty() || table->ruled != ruled || edges.size() != table->edges.size()) return false;
        const float most = ruled ? same_edge : same_gap;
        for (std::size_t i = 0; i < edges.size(); ++i)
            if (std::abs((edges[i] - edges[0]) - (table->edges[i] - table->edges[0])) > most) return false;
        return true;
    }

    /// Whether a table's first row on a page is the rest of the last on the page before: its first cell is blank,
    /// and no other row's on the page is.
    static bool is_rest(const open_table& above, const std::vector<table_cell>& cells) {
        bool filled = false;
        for (const auto& c : cells) {
            if (c.where.column > 0) filled |= c.where.row == 0 && !c.empty();
            else if (c.where.row > 0 ? c.empty() : !c.empty() || c.where.column_span > 1 || c.where.row_span > 1) return false;
        }
        const auto first_of_last = std::find_if(above.cells.begin(), above.cells.end(), [&](const table_cell& c) { return c.where.column == 0 && c.where.row + c.where.row_span == above.rows; });
        return filled && first_of_last != above.cells.end() && !first_of_last->empty();
    }

    /// Adds the rest of a cell to the cell that the page cut.
    void add_rest(const table_cell& rest, const text_column& column) {
        for (auto& c : table->cells) {
            if (c.where.column != rest.where.column || c.where.row + c.where.row_span != table->rows) continue;
            for (const auto& p : rest.text) {
                if (&p != &rest.text.front() || p.mark_words > 0) {
                    c.text.push_back(p);
                    continue;
                }
                add_paragraphs(c.text, {p.lines.front()}, column, true);
                auto& whole = c.text.back().lines;
                whole.insert(whole.end(), p.lines.begin() + 1, p.lines.end());
            }
        }
    }

    void add_grid(const page_grid& g, const std::vector<std::vector<page_word>>& words, std::size_t page) {
        const bool again = same_table(g.edges, true);
        if (!again) open(g.edges, true);
        std::vector<table_cell> cells;
        for (std::size_t c = 0; c < g.cells.size(); ++c) cells.push_back({g.cells[c], false, cell_text(words[c], g.cells[c], page)});
        const std::uint32_t rest = again && is_rest(*table, cells) ? 1 : 0;
        for (auto& cell : cells) {
            if (rest && cell.where.row == 0) {
                if (!cell.empty()) add_rest(cell, cell_column(cell.where));
                continue;
            }
            cell.where.row += table->rows - rest;
            table->cells.push_back(std::move(cell));
        }
        table->rows += g.rows - rest;
    }

    /// The measure of a cell's text where its own lines say too little.
    static text_column cell_column(const grid_cell& cell) {
        return {cell.box.left + cell_padding, cell.box.right - cell_padding, 0, false};
    }

    // ── typewriter's print ──

    void write_row(const typewriter& t, const typewriter::row& r) {
        to.begin_block({.blank_before = r.blank_before});
        to.keep_blanks();
        for (std::size_t i = 0; i < r.lines.size(); ++i) {
            const auto words = t.text_of(*r.lines[i]);
            if (i > 0 && words[0] != '\t' && r.lines[i - 1]->words.back().text.back() != '-') to.append(" ");
            set_origin(*r.lines[i]);
            to.append(words);
        }
        to.end_block();
    }

    void write_typed(const typewriter& t) {
        std::vector<text_line> body;
        for (std::size_t n = 0; n < pages.size(); ++n) {
            const auto& all = parted[n].lines;
            body.insert(body.end(), all.begin() + static_cast<std::ptrdiff_t>(margins[n].header), all.end() - static_cast<std::ptrdiff_t>(margins[n].footer));
        }
        write_furniture(0, true);
        std::size_t page = 0;
        for (const auto& r : t.rows_of(body)) {
            while (page < r.lines.front()->page) write_break(++page);
            write_row(t, r);
        }
        while (page + 1 < pages.size()) write_break(++page);
        write_furniture(page, false);
    }

    void add_page(std::size_t n) {
        if (n > 0) {
            if (table) table_breaks.push_back(n);
            else breaks.push_back({text.size(), n});
        } else {
            write_furniture(0, true);
        }
        const auto& p = parted[n];
        const auto column = columns.at(std::lround(pages[n].width));
        std::vector<text_line> band;
        std::size_t g = 0;
        const auto add_grids_above = [&](float y) {
            for (; g < p.grids.size() && p.grids[g].box.top < y; ++g) {
                add_lines(band, column);
                band.clear();
                add_grid(p.grids[g], p.cell_words[g], n);
            }
        };
        for (std::size_t i = margins[n].header; i + margins[n].footer < p.lines.size(); ++i) {
            add_grids_above(p.lines[i].box.middle());
            band.push_back(p.lines[i]);
        }
        add_grids_above(1e9f);
        add_lines(band, column);
    }

    std::map<long, text_column> columns{};  ///< by page width
    std::optional<typewriter> typed{};
    spans doubts{};  ///< words that recognition is not sure of

    void note_doubts() {
        if (doubts.empty()) return;
        const auto n = doubts.size();
        if (n > most_doubts) doubts.resize(most_doubts);
        to.result().diagnostics.push_back({"uncertain-words", severity::warning, doubts, {}, fmt::format("{} words were recognised with less than {} per cent confidence", n, least_confidence),
                                           "Compare them with the page."});
    }

    void measure() {
        std::map<int, std::size_t> sizes;
        std::vector<std::vector<text_line>> lines;
        std::vector<float> heights;
        for (std::size_t n = 0; n < pages.size(); ++n) {
            parted.push_back(part_page(pages[n], n));
            lines.push_back(parted.back().lines);
            heights.push_back(pages[n].height);
            for (const auto& w : pages[n].words)
                if (!w.turned()) sizes[static_cast<int>(std::lround(w.size > 0 ? w.size : w.box.height() / font_height))] += w.text.size();
        }
        std::size_t most = 0;
        for (const auto& [size, letters] : sizes)
            if (letters > most) {
                most = letters;
                body_size = static_cast<float>(size);
            }
        for (const auto& [size, letters] : sizes)
            if (static_cast<float>(size) >= heading_size * body_size) heading_sizes[size] = 0;
        margins = find_margins(lines, heights, body_size);
        std::map<long, std::vector<text_line>> by_width;
        for (std::size_t n = 0; n < pages.size(); ++n) {
            hyphens.add(lines[n]);
            auto& all = by_width[std::lround(pages[n].width)];
            for (std::size_t i = margins[n].header; i + margins[n].footer < lines[n].size(); ++i) all.push_back(lines[n][i]);
        }
        for (const auto& [width, all] : by_width) columns[width] = measure_column(all);
        if (std::all_of(parted.begin(), parted.end(), [](const parted_page& p) { return p.grids.empty(); })) typed = find_typewriter(lines, pages.empty() ? 0 : pages.front().width);
    }

    void write() {
        measure();
        if (typed) {
            write_typed(*typed);
        } else {
            for (std::size_t n = 0; n < pages.size(); ++n) add_page(n);
            flush_text();
            flush_table();
            if (!pages.empty()) write_furniture(pages.size() - 1, false);
        }
        to.end_block();
        note_doubts();
    }
};

}  // namespace

void write_pages(const std::vector<page>& pages, document_builder& to) { page_writer{pages, to}.write(); }

}  // namespace minutes
