// SPDX-License-Identifier: Apache-2.0
#include "rst_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "line_markup.hpp"

namespace minutes {

namespace {

using line = line_markup::line;

bool is_blank(std::string_view s) { return indent_of(s) == s.size(); }

std::size_t code_points(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The mark of a line that is one mark repeated, as it stands under headings; 0 for any other.
char adornment_of(std::string_view s) {
    s = s.substr(0, s.find_last_not_of(" \t") + 1);
    constexpr std::string_view marks = "=-~^\"'`#*+.:_<>";
    return s.size() >= 3 && marks.find(s[0]) != marks.npos && s.find_first_not_of(s[0]) == s.npos ? s[0] : '\0';
}

/// "=====  =====": the border of a table without ruling lines, which says where its columns stand.
bool is_border(std::string_view s) {
    s = without_blanks(s);
    return s.starts_with("==") && s.find_first_not_of("= ") == s.npos && s.find(' ') != s.npos;
}

/// Where the columns of a border start; each reaches to the next, the last to the line's end.
std::vector<std::size_t> columns_of(std::string_view border) {
    std::vector<std::size_t> out;
    for (std::size_t at = border.find('='); at != border.npos; at = border.find('=', border.find_first_not_of('=', at))) out.push_back(at);
    return out;
}

class rst_lines {
public:
    rst_lines(document_builder& out, std::string_view utf8, const file_places& places) : markup_(out, utf8, places, {"**", {}, {"``", "*", "`"}}) {}

    void read(std::size_t from) {
        lines_ = markup_.lines(from);
        for (std::size_t i = 0; i < lines_.size();) i = read_at(i);
        markup_.end_table();
    }

private:
    std::string_view at(std::size_t i) const { return i < lines_.size() ? lines_[i].text : std::string_view{}; }

    /// Returns the line behind what starts at line i.
    std::size_t read_at(std::size_t i) {
        const auto text = at(i);
        if (is_blank(text)) {
            markup_.blank();
            return i + 1;
        }
        if (is_border(text)) return table(i);
        const char over = adornment_of(text), under = adornment_of(at(i + 1));
        if (over && i + 2 < lines_.size() && adornment_of(at(i + 2)) == over && !is_blank(at(i + 1))) return heading(i + 1, {over, over}, i + 3);
        if (!over && under && at(i + 1).size() + 1 >= code_points(text) && indent_of(text) == 0) return heading(i, {under}, i + 2);
        if (over) {  // a rule
            markup_.blank();
            return i + 1;
        }
        const auto words = text.substr(indent_of(text));
        if (words.starts_with(".. ") || words == "..") return comment(i, words);
        if (words.starts_with('|') || words.starts_with("+-") || words.starts_with("+=")) markup_.row(lines_[i]);
        else if (const auto mark = item_mark_at(text, "-*+")) markup_.item(lines_[i], mark, mark.words, false, false);
        else markup_.text(lines_[i], is_field(words) ? 1 : 0);
        return i + 1;
    }

    /// ":Date: 3 June"
    static bool is_field(std::string_view words) {
        const auto end = words.find(": ", 1);
        return words.starts_with(':') && end != words.npos && end > 1 && end < 40;
    }

    /// Levels go by the order in which their marks first stand in the file.
    std::size_t heading(std::size_t i, std::string mark, std::size_t next) {
        const auto known = std::find(levels_.begin(), levels_.end(), mark);
        const auto level = std::min<std::ptrdiff_t>(9, known - levels_.begin() + 1);
        if (known == levels_.end()) levels_.push_back(std::move(mark));
        markup_.heading(lines_[i], indent_of(at(i)), static_cast<int>(level));
        return next;
    }

    /// A table between borders: the second ends the head when a third follows, and a row starts where its first column has words.
    std::size_t table(std::size_t i) {
        const auto columns = columns_of(at(i));
        std::vector<line_markup::table_row> rows;
        std::size_t head = 0;
        for (++i; i < lines_.size(); ++i) {
            const auto text = at(i);
            if (is_border(text)) {
                if (head > 0 || is_blank(at(i + 1))) break;
                head = rows.size();
                continue;
            }
            const bool rule = without_blanks(text).find_first_not_of("- ") == text.npos;  // under cells that span, and blank lines between rows
            if (rule) continue;
            if (rows.empty() || !is_blank(text.substr(0, columns[1]))) rows.emplace_back(columns.size());
            for (std::size_t c = 0; c < columns.size() && columns[c] < text.size(); ++c) {
                const auto cell = text.substr(columns[c], c + 1 < columns.size() ? columns[c + 1] - columns[c] : text.npos);
                if (!is_blank(cell)) rows.back()[c].push_back({lines_[i].begin + columns[c] + indent_of(cell), without_blanks(cell)});
            }
        }
        markup_.table(rows, head);
        return i + 1;
    }

    /// Comments and targets are not shown, nor are the options of a directive; what a note says is.
    std::size_t comment(std::size_t i, std::string_view words) {
        const std::size_t outer = indent_of(at(i)), colons = words.find("::");
        const bool shown = colons != words.npos && words.substr(3, colons - 3).find_first_of(" _[|") == words.npos && words.substr(3, 8) != "contents" && words.substr(3, 3) != "raw";
        markup_.blank();
        if (shown && !is_blank(words.substr(colons + 2))) {
            auto l = lines_[i];
            const std::size_t skip = words.find_first_not_of(" \t", colons + 2);
            l.begin += outer + skip;
            l.text = words.substr(skip);
            markup_.text(l);
        }
        for (++i; i < lines_.size() && (is_blank(at(i)) || indent_of(at(i)) > outer); ++i) {
            if (!shown) continue;
            const auto inside = at(i).substr(indent_of(at(i)));
            if (inside.empty()) markup_.blank();
            else if (!is_field(inside)) markup_.text(lines_[i]);
        }
        markup_.blank();
        return i;
    }

    line_markup markup_;
    std::vector<line> lines_;
    std::vector<std::string> levels_;
};

}  // namespace

int recognise_rst(std::string_view bytes) { return recognise_text(bytes) == 0 ? 0 : 1; }

document read_rst(std::string_view bytes, const read_options& options) { return read_lines<rst_lines>(bytes, "rst", options); }

}  // namespace minutes
