// SPDX-License-Identifier: Apache-2.0
// The reader of workbooks: each case of workbooks/ is the XML of a workbook's sheets and what the reader makes of it.
// "--- sheet NAME" has what stands in its <worksheet>, "--- comments" and "--- relations" belong to the sheet before them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include <fmt/format.h>

#include "catch.hpp"
#include "formula_references.hpp"
#include "package_case.hpp"
#include "workbook.hpp"

namespace {

using namespace minutes;
using test::package_parts;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct section {
    std::string kind, name, content;
};

/// What stands under each line "--- KIND NAME".
std::vector<section> sections_of(const std::string& text) {
    std::vector<section> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("--- ", 0) == 0) {
            const auto blank = line.find(' ', 4);
            out.push_back({line.substr(4, blank - 4), blank == line.npos ? "" : line.substr(blank + 1), ""});
        } else if (!out.empty()) out.back().content += line + "\n";
    }
    return out;
}

std::string relation(const std::string& id, const std::string& kind, const std::string& target, const std::string& more = "") {
    return fmt::format("<Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}\" Target=\"{}\"{}/>", id, kind, target, more);
}

std::string relations(const std::string& all) { return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all + "</Relationships>"; }

std::string element(const std::string& name, const std::string& content) {
    return fmt::format("<{0} xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                       "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{1}</{0}>", name, content);
}

/// The case as a file.
std::string workbook_of(const std::vector<section>& all) {
    package_parts parts = {{"_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))}};
    std::string settings, sheets, related, of_sheet, sheet;
    int n = 0;
    const auto finish = [&] {
        if (n && !of_sheet.empty()) parts.emplace_back(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", n), relations(of_sheet));
        of_sheet.clear();
    };
    for (const section& s : all) {
        if (s.kind == "workbook") settings = s.content;
        if (s.kind == "strings" || s.kind == "styles") {
            const std::string part = s.kind == "strings" ? "sharedStrings" : "styles";
            parts.emplace_back("xl/" + part + ".xml", element(s.kind == "strings" ? "sst" : "styleSheet", s.content));
            related += relation(part, part, part + ".xml");
        }
        if (s.kind == "sheet") {
            finish();
            ++n;
            parts.emplace_back(fmt::format("xl/worksheets/sheet{}.xml", n), element("worksheet", s.content));
            related += relation(fmt::format("s{}", n), "worksheet", fmt::format("worksheets/sheet{}.xml", n));
            sheets += fmt::format("<sheet name=\"{}\" r:id=\"s{}\"/>", s.name, n);
        }
        if (s.kind == "comments") {
            parts.emplace_back(fmt::format("xl/comments{}.xml", n), element("comments", s.content));
            of_sheet += relation("notes", "comments", fmt::format("../comments{}.xml", n));
        }
        if (s.kind == "drawing") {
            parts.emplace_back(fmt::format("xl/drawings/drawing{}.xml", n), element("wsDr", s.content));
            of_sheet += relation("d", "drawing", fmt::format("/xl/drawings/drawing{}.xml", n));
        }
        if (s.kind == "relations") of_sheet += s.content;
    }
    finish();
    parts.emplace_back("xl/workbook.xml", element("workbook", settings + "<sheets>" + sheets + "</sheets>"));
    parts.emplace_back("xl/_rels/workbook.xml.rels", relations(related));
    return test::zipped(parts);
}

std::string in_one_line(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos;) text.replace(at, 1, "\\n");
    return text;
}

/// "Actions!B2 date 2015-03-01 [dd mmm yyyy]", a line a cell; comments and what else a sheet has behind them.
std::string as_lines(const workbook_content& w) {
    constexpr const char* kinds[] = {"text", "number", "date", "truth", "error"};
    std::string out;
    for (std::size_t s = 0; s < w.sheets.size(); ++s) {
        const kept_sheet& sheet = w.sheets[s];
        for (const auto& [at, cell] : sheet.cells) {
            out += fmt::format("{}!{} {}", sheet.name, cell_name(at), kinds[static_cast<int>(cell.kind)]);
            if (!cell.text.empty()) out += " " + in_one_line(cell.text);
            if (!cell.number_format.empty()) out += " [" + cell.number_format + "]";
            if (!cell.formula.empty()) out += " =" + cell.formula;
            if (!cell.link.empty()) out += " -> " + cell.link;
            out += '\n';
        }
        for (const auto& [at, note] : sheet.notes) out += fmt::format("{}!{} comment of {}: {}\n", sheet.name, cell_name(at), note.author, in_one_line(note.text));
        const sheet_extras& e = w.extras[s];
        for (const auto& [what, n] : {std::pair{"pictures", e.pictures}, {"merged", e.merged}, {"filled", e.filled}, {"rich", e.rich}, {"pivots", e.pivots}, {"threads", std::size_t{e.threads}}})
            if (n) out += fmt::format("{} {}: {}\n", sheet.name, what, n);
    }
    return out;
}

std::vector<std::filesystem::path> cases() {
    std::vector<std::filesystem::path> out;
    for (const auto& e : std::filesystem::directory_iterator(WORKBOOKS)) out.push_back(e.path());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("Each workbook gives the cells that its case expects") {
    REQUIRE(cases().size() >= 5);
    for (const auto& file : cases()) {
        INFO(file.filename().string());
        const auto all = sections_of(bytes_of(file));
        REQUIRE(all.back().kind == "cells");
        const auto w = read_workbook(workbook_of(all));
        CHECK(w.readable);
        CHECK(as_lines(w) == all.back().content);
    }
}

TEST_CASE("A damaged workbook gives cells or says that it cannot be read") {
    const std::string whole = workbook_of(sections_of(bytes_of(cases().front())));
    for (std::size_t n = 0; n < whole.size(); n += 7) {
        const auto w = read_workbook(whole.substr(0, n));
        CHECK((w.readable || w.sheets.empty()));
    }
    std::mt19937 random(6);
    for (int round = 0; round < 200; ++round) {
        std::string bytes = whole;
        for (int k = 0; k < 4; ++k) bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto w = read_workbook(bytes);
        CHECK(w.sheets.size() == w.extras.size());
    }
    CHECK_FALSE(read_workbook("no workbook").readable);
    CHECK_FALSE(read_workbook(test::zipped({{"word/document.xml", "<w:document/>"}})).readable);
}
