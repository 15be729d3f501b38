// SPDX-License-Identifier: Apache-2.0
#include "number_formats.hpp"

#include <map>

#include "xml_part.hpp"

namespace minutes {

namespace {

/// The built-in formats that have no code in the file.
std::string built_in(unsigned id) {
    static const std::map<unsigned, const char*> all = {{1, "0"}, {2, "0.00"}, {3, "#,##0"}, {4, "#,##0.00"}, {9, "0%"}, {10, "0.00%"}, {11, "0.00E+00"},
                                                        {12, "# ?/?"}, {13, "# ?\?/?\?"}, {14, "dd/mm/yyyy"}, {15, "d-mmm-yy"}, {16, "d-mmm"}, {17, "mmm-yy"}, {18, "h:mm AM/PM"},
                                                        {19, "h:mm:ss AM/PM"}, {20, "h:mm"}, {21, "h:mm:ss"}, {22, "dd/mm/yyyy h:mm"}, {37, "#,##0;(#,##0)"}, {38, "#,##0;[Red](#,##0)"},
                                                        {39, "#,##0.00;(#,##0.00)"}, {40, "#,##0.00;[Red](#,##0.00)"}, {45, "mm:ss"}, {46, "[h]:mm:ss"}, {47, "mm:ss.0"}, {48, "##0.0E+0"}, {49, "@"}};
    if (const auto found = all.find(id); found != all.end()) return found->second;
    const bool eastern = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);  // dates of East Asian editions
    return eastern ? "yyyy-mm-dd" : "";
}

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
    for (const auto& n : parent.children())
        if (local_name(n) == name) return n;
    return {};
}

}  // namespace

const cell_formats::format& cell_formats::at(std::size_t n) const {
    static const format general;
    return n < all.size() ? all[n] : general;
}

cell_formats read_cell_formats(const pugi::xml_node& style_sheet) {
    std::map<unsigned, std::string> codes;
    for (const auto& n : child_named(style_sheet, "numFmts").children()) codes[n.attribute("numFmtId").as_uint()] = valid_text(n.attribute("formatCode").value());
    std::vector<bool> coloured;
    for (const auto& n : child_named(style_sheet, "fills").children()) {
        const auto pattern = child_named(n, "patternFill");
        const std::string_view kind = pattern.attribute("patternType").value();
        coloured.push_back((!kind.empty() && kind != "none" && kind != "gray125") || child_named(n, "gradientFill"));
    }
    cell_formats out;
    for (const auto& n : child_named(style_sheet, "cellXfs").children()) {
        const unsigned id = n.attribute("numFmtId").as_uint(), fill = n.attribute("fillId").as_uint();
        const auto own = codes.find(id);
        std::string code = own == codes.end() ? built_in(id) : own->second;
        if (code == "General" || code == "GENERAL") code.clear();
        out.all.push_back({std::move(code), fill < coloured.size() && coloured[fill]});
    }
    return out;
}

bool shows_days(std::string_view code) {
    bool month = false, clock = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';') break;  // what follows is for negative numbers
        if (c == '\\' || c == '_' || c == '*') ++i;
        else if (c == '"') i = std::min(code.find('"', i + 1), code.size());
        else if (c == '[') {
            clock = clock || (i + 1 < code.size() && std::string_view("hHmMsS").find(code[i + 1]) != std::string_view::npos);
            i = std::min(code.find(']', i + 1), code.size());
        } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') return true;
        else if (c == 'm' || c == 'M') month = true;
        else if (c == 'h' || c == 'H' || c == 's' || c == 'S') clock = true;
    }
    return month && !clock;
}

}  // namespace minutes
