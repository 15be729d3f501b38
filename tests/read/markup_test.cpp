// SPDX-License-Identifier: Apache-2.0
// Markdown, HTML and other markup: each case of markup/ against what the reader makes of it.
// A case is a line of prose, "--- NAME" (with "original" behind it to read what changes replaced), the file, "--- document", the document.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "document_text.hpp"
#include "readers.hpp"
#include "subprocess.hpp"

namespace {

using namespace minutes;
using namespace minutes::test;
using namespace std::literals;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const std::string document_head = "--- document\n";

struct markup_case {
    std::string name, file, expected;
    bool original = false;
};

markup_case read_case(const std::string& all) {
    markup_case c;
    const std::size_t head = all.find("--- ") + 4, head_end = all.find('\n', head);
    c.name = all.substr(head, std::min(all.find(' ', head), head_end) - head);
    c.original = all.substr(head, head_end - head).find(" original") != std::string::npos;
    const std::size_t document = all.find("\n" + document_head, head_end);
    c.file = all.substr(head_end + 1, document - head_end);
    c.expected = all.substr(document + 1 + document_head.size());
    return c;
}

document read(const std::string& bytes, const std::string& name, reading how = {}) { return read_document(bytes, "", {.name = name, .reading = std::move(how)}); }

bool has(const document& d, std::string_view code) {
    return std::any_of(d.diagnostics.begin(), d.diagnostics.end(), [&](const auto& x) { return x.code == code; });
}

place place_of_words(const document& d, const std::string& words) {
    const auto at = d.text->text.find(words);
    REQUIRE(at != std::string::npos);
    return place_of(*d.text, static_cast<std::uint32_t>(at));
}

TEST_CASE("each file gives the document that its case expects") {
    std::vector<fs::path> files;
    for (const auto& e : fs::directory_iterator(MARKUP)) files.push_back(e.path());
    std::sort(files.begin(), files.end());
    REQUIRE(files.size() > 15);
    for (const auto& file : files) {
        INFO(file.filename().string());
        const auto all = bytes_of(file);
        const auto c = read_case(all);
        reading how;
        if (c.original) how.changes = tracked_changes::original;
        const auto text = document_text(read(c.file, c.name, how));
        // With MINUTES_APPROVE set, the document as it is now replaces the expected one; a person reads the difference before committing it.
        if (std::getenv("MINUTES_APPROVE")) std::ofstream(file, std::ios::binary) << all.substr(0, all.size() - c.expected.size()) << text;
        else CHECK(text == c.expected);
    }
}

TEST_CASE("words of Markdown stand where they stand in the file") {
    const auto d = read("---\ntitle: Board\n---\n\n# Harbour\n\n1. **Fees** &amp; dues\r\n   go up\n\n| a | b |\n|---|---|\n| x | *y* |\n", "a.md");
    CHECK(place_of_words(d, "Board") == place{2, 8});
    CHECK(place_of_words(d, "Harbour") == place{5, 3});
    CHECK(place_of_words(d, "1.") == place{7, 1});
    CHECK(place_of_words(d, "Fees") == place{7, 6});
    CHECK(place_of_words(d, "dues") == place{7, 19});
    CHECK(place_of_words(d, "go up") == place{8, 4});
    CHECK(place_of_words(d, "y") == place{12, 8});
}

TEST_CASE("words of HTML stand where they stand in the file") {
    const auto d = read("<!DOCTYPE html>\n<title>T</title>\n<p>\n  Fees &amp; dues\n  go <i>up</i> in May</p><table><tr><td>x<td>caf\u00E9 yes</table>", "a.html");
    CHECK(place_of_words(d, "Fees") == place{4, 3});
    CHECK(place_of_words(d, "dues") == place{4, 14});
    CHECK(place_of_words(d, "go") == place{5, 3});
    CHECK(place_of_words(d, "in May") == place{5, 16});
    CHECK(place_of_words(d, "yes") == place{5, 51});
}

TEST_CASE("a page is decoded as it says, unless its bytes say otherwise") {
    const auto page = [](const std::string& meta, const std::string& words) { return "<html><head>" + meta + "</head><body><p>" + words + "</p></body></html>"; };
    const auto words = [](const std::string& bytes) { return read(bytes, "a.html").text->text; };
    CHECK(words(page("", "caf\xE9")) == "caf\u00E9");
    CHECK(words(page("<meta charset=\"utf-8\">", "caf\xE9")) == "caf\u00E9");
    CHECK(words(page("<meta charset=iso-8859-1>", "caf\u00E9 \u201Cx\u201D")) == "caf\u00E9 \u201Cx\u201D");
    CHECK(words(page("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "\xCF\xF0\xE8")) == "\u041F\u0440\u0438");
    CHECK(words(page("<meta charset='iso-8859-2'>", "\xB3\xF3\x64\xBC")) == "\u0142\u00F3d\u017A");
    CHECK(words(page("<meta charset=no-such>", "caf\xE9")) == "caf\u00E9");
}

TEST_CASE("what hostile markup nests, widens or leaves open stays in bounds, its words kept") {
    const auto repeated = [](std::string_view s, int n) {
        std::string out;
        for (int i = 0; i < n; ++i) out += s;
        return out;
    };
    const auto last_words = [](const document& d) { return d.text->text.substr(d.text->text.size() - std::min<std::size_t>(4, d.text->text.size())); };
    for (const auto& [bytes, name, limited] : {
             std::tuple{"<html>" + repeated("<div>", 100000) + "last", "deep.html"s, true},
             std::tuple{repeated("<table><tr><td>", 5000) + "last", "tables.html"s, true},
             std::tuple{"<html>" + repeated("<b><i><font size=1>", 1000) + repeated("<p>x", 20000) + "<p>last", "open.html"s, false},
             std::tuple{"<html><p " + repeated("a=1 ", 100000) + ">last", "attributes.html"s, false},
             std::tuple{"<html><p title=\"" + repeated("x", 1000000) + "\">last</p>", "attribute.html"s, false},
             std::tuple{"<table><tr><td colspan=1000000000 rowspan=1000000000>a<td>last</table>"s, "span.html"s, false},
             std::tuple{"<table><tr>" + repeated("<td rowspan=65534 colspan=1000>x", 50) + "<td>last</table>", "product.html"s, false},
             std::tuple{"<table><tr><td colspan=-1>a<td rowspan=2abc>b<td>last</table>"s, "odd-spans.html"s, false},
             std::tuple{repeated("<table><tr>" + repeated("<td>0", 10) + "</table>", 500) + "<p>last", "many-tables.html"s, false},
             std::tuple{"<html><p>a</p>&#x110000;&#0;&notit; <plaintext>last"s, "entities.html"s, false},
             std::tuple{"<html><p>a<!-- b --><di\0v>c</div><p>last"s, "nul.html"s, false},
             std::tuple{"<html>" + repeated("<math><td>", 20000) + "last", "foreign.html"s, true},
             std::tuple{repeated("> ", 50000) + "last", "quotes.md"s, false},
             std::tuple{repeated("- ", 50000) + "last", "lists.md"s, false},
             std::tuple{repeated("*a_ ", 50000) + "\n\nlast", "emphasis.md"s, false},
             std::tuple{repeated("[", 50000) + "\n\nlast", "brackets.md"s, false},
             std::tuple{repeated("`a", 50000) + "\n\nlast", "ticks.md"s, false},
             std::tuple{repeated("<table>\n", 50000) + "\n\nlast", "open-tables.md"s, true},
             std::tuple{repeated("*a /b ", 50000) + "\n\nlast", "emphasis.org"s, false},
             std::tuple{repeated("[[a][", 50000) + "\n\nlast", "links.org"s, false},
             std::tuple{repeated("| ", 50000) + "\n\nlast", "bars.org"s, false},
             std::tuple{repeated("====\n", 50000) + "\n\nlast", "rules.rst"s, false},
             std::tuple{repeated("a|", 2000) + "\n" + repeated("-|", 2000) + "\n" + repeated("x\n", 2000) + "\nlast", "columns.md"s, false}}) {
        INFO(name);
        const auto d = read(bytes, name);
        CHECK(d.readable);
        CHECK(last_words(d) == "last");
        CHECK(has(d, "limit-reached") == limited);
    }
}

TEST_CASE("what a page would run, draw or fetch is no part of its words") {
    for (const auto* hidden : {"<script>hidden</script>", "<style>hidden</style>", "<iframe src='file:///etc/passwd'>hidden</iframe>", "<svg onload='hidden'></svg>", "<meta http-equiv=refresh content='0;url=hidden'>",
                               "<base href='hidden'>", "<img src='http://example.org/hidden' onerror='hidden'>", "<a href='javascript:hidden'></a>", "<template>hidden</template>", "<link rel=stylesheet href='hidden'>"}) {
        INFO(hidden);
        CHECK(read("<html><p>seen</p>"s + hidden + "<p>last</p>", "page.html").text->text.find("hidden") == std::string::npos);
        CHECK(read("<html><p>seen</p>"s + hidden + "<p>last</p>", "page.html").text->text.find("last") != std::string::npos);
    }
    // A page that lies about its encoding: its bytes are UTF-8; UTF-7 is never decoded.
    CHECK(read("<html><meta charset=utf-16><p>caf\u00E9</p>", "page.html").text->text == "caf\u00E9");
    CHECK(read("<html><meta charset=utf-7><p>+ADw-script+AD4-</p>", "page.html").text->text == "+ADw-script+AD4-");
}

TEST_CASE("cells beyond the limit are plain paragraphs") {
    reading few;
    few.limits.cells = 3;
    for (const auto& [bytes, name] : {std::pair{"<table><tr><td>a<td>b<tr><td>c<td>last</table>"s, "a.html"s}, std::pair{"| a | b |\n|---|---|\n| c | last |\n"s, "a.md"s}}) {
        INFO(name);
        const auto d = read(bytes, name, few);
        CHECK(d.cells.size() == 3);
        CHECK(d.blocks.size() == 4);
        CHECK(d.blocks.back().cell == document_block::no_cell);
        CHECK(has(d, "limit-reached"));
    }
}

TEST_CASE("without an office program the words alone are read, with a warning") {
    const private_folder programs;
    std::ofstream(programs.path() / "catdoc") << "#!/bin/sh\necho Harbour Board\necho\necho Present: Ann Bell\n";
    fs::permissions(programs.path() / "catdoc", fs::perms::owner_all);
    reading how;
    how.programs = programs.path().string();
    const auto rtf = "{\\rtf1 Harbour Board\\par}"s;
    const auto d = read(rtf, "a.rtf", how);
    CHECK(d.text->text == "Harbour Board\nPresent: Ann Bell");
    CHECK(d.blocks[1].blank_before == 1);
    CHECK(d.source.format == "rtf");
    CHECK(has(d, "lossy-reading"));
    how.programs = "/no/such/folder";
    CHECK(has(read(rtf, "a.rtf", how), "missing-program"));
}

TEST_CASE("the content decides the format, then the name") {
    const auto format = [](const std::string& bytes, const std::string& name) { return read(bytes, name).source.format; };
    const auto html = "<!DOCTYPE html><p>Harbour Board"s, words = "Harbour Board\n"s, marked = "# Harbour\n\n## Fees\n"s;
    CHECK(format(html, "a.html") == "html");
    CHECK(format(html, "a.txt") == "html");
    CHECK(has(read(html, "a.txt"), "format-mismatch"));
    CHECK(format(html, "") == "html");
    CHECK(format("<p>Harbour Board</p>", "") == "html");
    CHECK(format("<p>Harbour Board</p>", "a.md") == "markdown");
    CHECK(format(words, "a.txt") == "text");
    CHECK(format(words, "") == "text");
    CHECK(format(words, "a.MD") == "markdown");
    CHECK(format(marked, "") == "markdown");
    CHECK(format(marked, "a.txt") == "text");
    CHECK(format(words, "a.docx") == "text");
    CHECK(has(read(words, "a.docx"), "format-mismatch"));
    CHECK(has(read("", "a.docx"), "empty-document"));
    CHECK_FALSE(has(read(marked, "a.txt"), "format-mismatch"));
}

TEST_CASE("a refusal says what the file is") {
    const auto why = [](const std::string& bytes, const std::string& name) {
        const auto d = read(bytes, name);
        CHECK_FALSE(d.readable);
        CHECK(has(d, "cannot-read"));
        return d.diagnostics.empty() ? "" : d.diagnostics.front().message;
    };
    const auto ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
    CHECK(why("PK\x03\x04" + std::string(26, '\0') + "xl/workbook.xml", "a.docx") == "this is an Excel workbook, which is not read");
    CHECK(why(ole + "W\0o\0r\0k\0b\0o\0o\0k\0"s, "a.doc") == "this is an Excel workbook of the old format, which is not read");
    CHECK(why(ole, "a.doc") == "this is a file of an old office program, cut short or of another kind, which is not read");
    CHECK(why("\x1F\x8B\x08\0\0"s, "a.txt") == "this is a compressed file (gzip), which is not read");
    CHECK(why(std::string(200, '\x02'), "a.txt") == "the content is of no format that can be read");
}

TEST_CASE("a Word document with a password is refused") {
    reading how;
    how.programs = "/no/such/folder";
    std::string doc = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(504, '\0') + "\xEC\xA5"s + std::string(9, '\0') + "\x01" + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s;
    const auto d = read(doc, "a.doc", how);
    CHECK_FALSE(d.readable);
    CHECK(has(d, "encrypted"));
}

}  // namespace
