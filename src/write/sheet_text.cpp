// SPDX-License-Identifier: Apache-2.0
#include "sheet_text.hpp"

#include <algorithm>

namespace minutes {

namespace {

constexpr std::size_t most_units = 32'767;  // UTF-16 units of a cell
constexpr int most_lines = 253;             // line ends of a cell
constexpr std::string_view ellipsis = " […]";

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// Whether a spreadsheet would read `_x0041_` here as the letter A (ECMA-376, ST_Xstring).
bool looks_escaped(std::string_view text, std::size_t i) {
    return text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' &&
           std::all_of(text.begin() + i + 2, text.begin() + i + 6, is_hex);
}

}  // namespace

fitted_text fit(std::string_view text) {
    fitted_text out;
    int lines = 0;
    std::size_t units = 0, safe = 0;  // `safe`: how much of `out` stays when the rest does not fit
    for (std::size_t i = 0; i < text.size();) {
        std::size_t size = 1;
        while (i + size < text.size() && (static_cast<unsigned char>(text[i + size]) & 0xC0) == 0x80) ++size;
        if (looks_escaped(text, i)) {
            out.text += "_x005F";
            units += 6;
        }
        out.text.append(text, i, size);
        units += size == 4 ? 2 : 1;
        lines += text[i] == '\n' ? 1 : 0;
        if (units > most_units || lines > most_lines) {
            out.text = out.text.substr(0, safe) + std::string(ellipsis);
            out.cut = true;
            return out;
        }
        if (units + 4 <= most_units) safe = out.text.size();
        i += size;
    }
    return out;
}

int lines_of(std::string_view text, int letters) {
    constexpr int small = 5, capital = 6;  // widths of letters, of the kind that a column's width is counted in
    const int width = letters * small;
    int lines = 1, used = 0, word = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
        const int size = c >= 'A' && c <= 'Z' ? capital : small;
        if (c == '\n') {
            ++lines;
            used = word = 0;
            continue;
        }
        word = c == ' ' ? 0 : word + size;
        if ((used += size) <= width) continue;
        ++lines;
        used = word < width ? word : 0;  // the word that did not fit begins the next line
    }
    return lines;
}

}  // namespace minutes
