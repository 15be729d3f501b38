// SPDX-License-Identifier: Apache-2.0
#include "page_writer.hpp"

#include <cmath>
#include <map>
#include <optional>

#include "page_columns.hpp"
#include "page_furniture.hpp"
#include "page_table.hpp"
#include "paragraph_writer.hpp"
#include "parted_page.hpp"
#include "typed_rows.hpp"

namespace minutes {

namespace {

constexpr float heading_size = 1.15f;  // times the body's print
constexpr float least_column = 0.55f;  // of the page's width: narrower text is short lines
constexpr float font_height = 1.15f;   // of most fonts' boxes, in ems
constexpr double text_share = 0.4;     // letters of the text's print, of those of the commonest one

struct page_writer {
    const std::vector<page>& pages;
    document_builder& to;
    paragraph_writer paragraphs{to};
    std::vector<parted_page> parted{};
    std::vector<page_margins> margins{};
    std::map<long, text_column> columns{};  ///< by page width
    std::optional<typewriter> typed{};

    /// Furniture and page breaks wait until the paragraph or table that they cut is whole.
    struct held {
        std::size_t before = 0;  ///< index into `text`
        std::size_t page = 0;    ///< the page that starts
    };
    std::vector<paragraph> text{};
    std::vector<held> breaks{};
    std::optional<page_table> table{};
    std::vector<std::size_t> table_breaks{};

    // ── furniture ──

    void write_furniture(std::size_t page, bool header) {
        const auto& lines = parted[page].lines;
        const std::size_t from = header ? 0 : lines.size() - margins[page].footer, end = header ? margins[page].header : lines.size();
        for (std::size_t i = from; i < end; ++i) {
            paragraph p;
            p.lines.push_back(lines[i]);
            paragraphs.write(p, false, header ? document_block::part_type::header : document_block::part_type::footer);
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
            if (i < text.size()) paragraphs.write(text[i], false);
        }
        text.clear();
        breaks.clear();
    }

    void flush_table() {
        if (!table) return;
        std::move(*table).write(paragraphs);
        table.reset();
        for (const std::size_t page : table_breaks) write_break(page);
        table_breaks.clear();
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
            case column_run::kind_type::rows: table_like(run.edges, false).add(run); break;
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

    /// The table that a page before ended in, when these are its columns; else a new one.
    page_table& table_like(const std::vector<float>& edges, bool ruled) {
        if (table && !table_breaks.empty() && table->goes_on(edges, ruled)) return *table;
        flush_text();
        flush_table();
        return table.emplace(edges, ruled);
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
                table_like(p.grids[g].edges, true).add(p.grids[g], p.cell_words[g], n);
            }
        };
        for (std::size_t i = margins[n].header; i + margins[n].footer < p.lines.size(); ++i) {
            add_grids_above(p.lines[i].box.middle());
            band.push_back(p.lines[i]);
        }
        add_grids_above(1e9f);
        add_lines(band, column);
    }

    // ── typewriter's print ──

    void write_row(const typed_row& r) {
        to.begin_block({.blank_before = r.blank_before});
        to.keep_blanks();
        for (const auto& p : r.pieces) {
            paragraphs.set_origin(*p.line);
            to.append(p.before + p.words);
        }
        to.end_block();
    }

    void write_typed(const typewriter& t) {
        std::vector<text_line> body;
        for (std::size_t n = 0; n < pages.size(); ++n) {
            const auto& all = parted[n].lines;
            body.insert(body.end(), all.begin() + static_cast<std::ptrdiff_t>(margins[n].header), all.end() - static_cast<std::ptrdiff_t>(margins[n].footer));
        }
        for (auto& l : body) part_at_stops(t, l);
        write_furniture(0, true);
        std::size_t page = 0;
        for (const auto& r : rows_of(t, body)) {
            while (page < r.pieces.front().line->page) write_break(++page);
            write_row(r);
        }
        while (page + 1 < pages.size()) write_break(++page);
        write_furniture(page, false);
    }

    // ── measures ──

    void measure_print() {
        std::map<int, std::size_t> letters;
        for (const auto& p : pages)
            for (const auto& w : p.words)
                if (!w.turned()) letters[static_cast<int>(std::lround(w.size > 0 ? w.size : w.box.height() / font_height))] += w.text.size();
        const auto most = std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == letters.end()) return;
        // Long tables in small print may have more letters than the text around them.
        for (const auto& [size, count] : letters)
            if (static_cast<double>(count) >= text_share * static_cast<double>(most->second)) body_size = static_cast<float>(size);
        for (const auto& [size, unused] : letters)
            if (static_cast<float>(size) >= heading_size * body_size) paragraphs.heading_sizes.insert(size);
    }

    void measure() {
        measure_print();
        std::vector<std::vector<text_line>> lines;
        std::vector<float> heights;
        for (std::size_t n = 0; n < pages.size(); ++n) parted.push_back(part_page(pages[n], n));
        dissolve_letterheads(parted);
        for (std::size_t n = 0; n < pages.size(); ++n) {
            lines.push_back(parted[n].lines);
            heights.push_back(pages[n].height);
            paragraphs.hyphens.add(lines.back());
        }
        margins = find_margins(lines, heights, body_size);
        std::map<long, std::vector<text_line>> by_width;
        for (std::size_t n = 0; n < pages.size(); ++n) {
            auto& all = by_width[std::lround(pages[n].width)];
            for (std::size_t i = margins[n].header; i + margins[n].footer < lines[n].size(); ++i) all.push_back(lines[n][i]);
        }
        for (const auto& [width, all] : by_width) {
            auto& column = columns[width] = measure_column(all);
            // Pages of short lines show no right margin: it is taken to be as wide as the left one.
            const auto page_width = static_cast<float>(width);
            if (column.right - column.left < least_column * page_width) column.right = std::max(column.right, page_width - column.left);
        }
        const bool ruled = std::any_of(parted.begin(), parted.end(), [](const parted_page& p) { return !p.grids.empty(); });
        if (!ruled && !pages.empty()) typed = find_typewriter(lines, pages.front().width);
    }

    float body_size = 12;

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
        paragraphs.note_doubts();
    }
};

}  // namespace

void write_pages(const std::vector<page>& pages, document_builder& to) { page_writer{pages, to}.write(); }

}  // namespace minutes
