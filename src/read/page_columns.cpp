// SPDX-License-Identifier: Apache-2.0
#include "page_columns.hpp"

#include <algorithm>
#include <optional>

namespace minutes {

namespace {

constexpr float narrowest = 0.8f;    // ems: a gutter
constexpr float furthest = 3.5f;     // ems from line to line of one run
constexpr std::size_t longest_cell = 6;  // lines
constexpr float row_step = 1.35f;    // times the least step: rows that stand apart

struct gutter {
    float left, right;
};

struct segment {
    std::size_t from, to;  // words
    float left, right;
};

/// A line's words between its gaps; a list mark stands with its text.
std::vector<segment> segments_of(const text_line& l) {
    const auto mark = mark_words_of(l);
    std::vector<segment> out;
    std::size_t from = 0;
    const auto add = [&](std::size_t to) {
        out.push_back({from, to, l.words[from].box.left, l.words[to - 1].box.right});
        from = to;
    };
    for (const std::size_t g : l.gaps)
        if (g != mark) add(g);
    add(l.words.size());
    return out;
}

/// The widest part of a gutter that a line leaves free.
gutter free_part(const gutter& g, const std::vector<segment>& segments) {
    gutter best{0, 0};
    float at = g.left;
    const auto offer = [&](float to) {
        if (to - at > best.right - best.left) best = {at, to};
    };
    for (const auto& s : segments) {
        if (s.right <= at || s.left >= g.right) continue;
        offer(s.left);
        at = std::max(at, s.right);
    }
    offer(g.right);
    return best;
}

std::vector<gutter> free_parts(const std::vector<gutter>& all, const text_line& l, const std::vector<segment>& segments) {
    std::vector<gutter> out;
    for (const auto& g : all)
        if (const auto f = free_part(g, segments); f.right - f.left >= narrowest * l.size) out.push_back(f);
    return out;
}

/// Lines of a run with the gutters that all of them leave free.
struct candidate {
    std::size_t begin, end;
    std::vector<gutter> gutters;
    std::size_t divided = 0;  // lines with words on both sides of a gutter
};

candidate grow(const std::vector<text_line>& lines, const std::vector<std::vector<segment>>& segments, std::size_t i) {
    candidate c{i, i + 1, {}, 1};
    for (std::size_t k = 1; k < segments[i].size(); ++k) c.gutters.push_back({segments[i][k - 1].right, segments[i][k].left});
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
        const auto& l = lines[j];
        if (l.page != lines[j - 1].page || l.box.bottom - lines[j - 1].box.bottom > furthest * l.size) break;
        const auto left = free_parts(c.gutters, l, segments[j]);
        const bool divides = segments[j].size() > 1;
        if (left.empty() || (left.size() < c.gutters.size() && (!divides || c.divided >= 3))) break;
        c.gutters = left;
        c.end = j + 1;
        c.divided += divides;
    }
    // Lines of the first column alone may be the text that follows: they belong here when they stand as close as the others.
    float least = 1e6f;
    for (std::size_t j = i + 1; j < c.end; ++j) least = std::min(least, lines[j].box.bottom - lines[j - 1].box.bottom);
    const auto alone = [&](std::size_t j) { return segments[j].size() == 1 && segments[j][0].left < c.gutters.front().left; };
    std::size_t last = c.end - 1;
    while (last > i && alone(last)) --last;
    std::size_t end = last + 1;
    while (end < c.end && lines[end].box.bottom - lines[end - 1].box.bottom <= 1.1f * least) ++end;
    c.end = end;
    return c;
}

struct run_maker {
    const std::vector<text_line>& lines;
    const std::vector<std::vector<segment>>& segments;
    candidate c;
    float margin;                          ///< where the page's text ends
    std::vector<float> edges{};
    std::vector<column_run::row> split{};  ///< each line by column
    std::vector<float> rights{};           ///< of each column

    std::size_t columns() const { return c.gutters.size() + 1; }

    void split_lines() {
        float left = 1e6f, right = 0;
        for (std::size_t i = c.begin; i < c.end; ++i) {
            left = std::min(left, lines[i].box.left);
            right = std::max(right, lines[i].box.right);
        }
        edges.push_back(left);
        for (const auto& g : c.gutters) edges.push_back((g.left + g.right) / 2);
        edges.push_back(right);
        rights.assign(columns(), 0);
        for (std::size_t i = c.begin; i < c.end; ++i) {
            column_run::row r(columns());
            for (std::size_t from = 0; from < segments[i].size();) {
                const std::size_t column = column_of(segments[i][from]);
                std::size_t to = from + 1;
                while (to < segments[i].size() && column_of(segments[i][to]) == column) ++to;
                r[column].push_back(part_of(lines[i], segments[i][from].from, segments[i][to - 1].to));
                rights[column] = std::max(rights[column], segments[i][to - 1].right);
                from = to;
            }
            split.push_back(std::move(r));
        }
    }

    std::size_t column_of(const segment& s) const {
        std::size_t k = 0;
        while (k + 2 < edges.size() && (s.left + s.right) / 2 > edges[k + 1]) ++k;
        return k;
    }

    float least_step() const {
        float least = 1e6f;
        for (std::size_t i = c.begin + 1; i < c.end; ++i) least = std::min(least, lines[i].box.bottom - lines[i - 1].box.bottom);
        return least;
    }

    /// Whether a cell's next line is the rest of the one above, which had no room for it.
    bool goes_on(const std::vector<text_line>& cell, const text_line& l, std::size_t column) const {
        if (cell.empty() || mark_words_of(l) > 0) return false;
        const auto& above = cell.back();
        const float room = column < c.gutters.size() ? c.gutters[column].right - 0.5f * l.size : std::max(margin, rights[column]);
        return above.box.right + 0.25f * l.size + l.words.front().box.width() > room && above.bold() == l.bold();
    }

    bool starts_row(const column_run::row& row, const column_run::row& line, float step, float least) const {
        if (step > row_step * least) return !line[0].empty() || filled(line) > 1;
        std::size_t rest = 0, all = 0;
        for (std::size_t k = 0; k < columns(); ++k) {
            if (line[k].empty()) continue;
            ++all;
            rest += goes_on(row[k], line[k].front(), k);
        }
        if (line[0].empty()) return all > 1 && rest == 0;
        return rest < all || (all == columns() && all > 2);
    }

    static std::size_t filled(const column_run::row& r) {
        return static_cast<std::size_t>(std::count_if(r.begin(), r.end(), [](const auto& cell) { return !cell.empty(); }));
    }

    /// From the line before line i of the run down to it.
    float step_to(std::size_t i) const { return lines[c.begin + i].box.bottom - lines[c.begin + i - 1].box.bottom; }

    /// Whether every line that fills all columns stands further below the one before it than lines of one cell do from each other.
    bool rows_stand_apart(float least) const {
        constexpr float apart = 1.15f;     // times the least step
        constexpr std::size_t fewest = 2;  // rows
        std::size_t full = 0;
        for (std::size_t i = 1; i < split.size(); ++i) {
            const bool all = filled(split[i]) == columns();
            full += all;
            if (all != (step_to(i) >= apart * least)) return false;
        }
        return full >= fewest || (full > 0 && filled(split[0]) == columns());
    }

    std::vector<column_run::row> rows() const {
        const float least = least_step();
        const bool apart = columns() > 2 && rows_stand_apart(least);
        std::size_t joined = 0;  // lines of two cells and more that go on with those above
        const auto gather = [&](bool may_join) {
            std::vector<column_run::row> out;
            for (std::size_t i = 0; i < split.size(); ++i) {
                const bool entry = filled(split[i]) > 1 && !split[i][0].empty();
                if (i == 0 || (apart ? filled(split[i]) == columns() : (entry && !may_join) || starts_row(out.back(), split[i], step_to(i), least))) {
                    out.push_back(split[i]);
                    continue;
                }
                joined += entry;
                for (std::size_t k = 0; k < columns(); ++k) out.back()[k].insert(out.back()[k].end(), split[i][k].begin(), split[i][k].end());
            }
            return out;
        };
        auto out = gather(true);
        constexpr std::size_t rare = 5;  // one line in so many: where no more go on so, their cells are full by chance
        return joined > 0 && joined * rare <= split.size() ? gather(false) : out;
    }

    /// The words of a column, and how many of its lines run up to its right edge.
    struct measure {
        double words = 0;      // a line
        double full = 0;       // share of lines
        std::size_t lines = 0;
        float width = 0;
    };
    measure measure_of(std::size_t k) const {
        measure m;
        float left = 1e6f;
        for (const auto& r : split)
            for (const auto& l : r[k]) left = std::min(left, l.box.left);
        m.width = rights[k] - left;
        for (const auto& r : split)
            for (const auto& l : r[k]) {
                ++m.lines;
                m.words += static_cast<double>(l.words.size());
                m.full += l.box.right > rights[k] - 0.2f * m.width;
            }
        if (m.lines > 0) {
            m.words /= static_cast<double>(m.lines);
            m.full /= static_cast<double>(m.lines);
        }
        return m;
    }

    /// Heads above the columns: bold over print that is not, or each with a colon.
    bool has_heads() const {
        if (split.size() < 2 || filled(split[0]) != columns()) return false;
        const auto every = [](const column_run::row& r, auto what) { return std::all_of(r.begin(), r.end(), [&](const auto& cell) { return cell.empty() || what(cell.front()); }); };
        const auto bold = [](const text_line& l) { return l.bold(); };
        const auto colon = [](const text_line& l) { return l.words.back().text.back() == ':'; };
        return (every(split[0], bold) && !every(split[1], bold)) || (every(split[0], colon) && !every(split[1], colon));
    }

    std::optional<column_run> make() {
        split_lines();
        column_run out;
        out.begin = c.begin;
        out.end = c.end;
        out.edges = edges;
        std::vector<measure> m;
        for (std::size_t k = 0; k < columns(); ++k) m.push_back(measure_of(k));
        const bool running = c.end - c.begin >= 6 && std::all_of(m.begin(), m.end(), [&](const measure& x) { return x.words >= 4 && x.full >= 0.6 && x.lines * 2 >= c.end - c.begin; });
        if (running) {
            out.kind = column_run::kind_type::columns;
            out.rows.emplace_back(columns());
            for (const auto& r : split)
                for (std::size_t k = 0; k < columns(); ++k) out.rows[0][k].insert(out.rows[0][k].end(), r[k].begin(), r[k].end());
            return out;
        }
        out.rows = rows();
        const bool wrapped = out.rows.size() < split.size();
        if (columns() == 2 && wrapped && !has_heads() && m[1].words <= 3.5 && m[0].words >= 4 && m[1].width < 0.4f * m[0].width) {
            out.kind = column_run::kind_type::owners;
            return out;
        }
        if (has_heads() || (wrapped && columns() > 2)) return out;
        return {};
    }
};

}  // namespace

std::vector<column_run> find_column_runs(const std::vector<text_line>& lines, float margin) {
    std::vector<std::vector<segment>> segments;
    for (const auto& l : lines) segments.push_back(segments_of(l));
    std::vector<column_run> out;
    for (std::size_t i = 0; i < lines.size();) {
        if (segments[i].size() < 2) {
            ++i;
            continue;
        }
        auto c = grow(lines, segments, i);
        // Cells of three columns and more may go on over several lines; no line of prose leaves all their gutters free.
        const bool table = c.gutters.size() > 1;
        const bool enough = c.divided >= (table ? 2u : 3u) && c.divided * (table ? longest_cell : 2u) >= c.end - c.begin;
        auto run = enough ? run_maker{lines, segments, c, margin}.make() : std::nullopt;
        if (run) out.push_back(std::move(*run));
        i = run || enough ? c.end : i + 1;
    }
    return out;
}

}  // namespace minutes
