// SPDX-License-Identifier: Apache-2.0
// Files that are damaged, encrypted or made to hurt: what can be read is read, and a code says the rest.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "catch.hpp"
#include "package_case.hpp"
#include "readers.hpp"

namespace {

using namespace minutes;
using namespace minutes::test;
using namespace std::literals;

std::string paragraph(std::string_view words) { return fmt::format("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", words); }

package_parts docx_parts(const std::string& body) { return parts_of({"docx", {{"body", body}}, {}, false}); }
std::string docx(const std::string& body) { return zipped(docx_parts(body)); }
std::string odt(const std::string& body) { return zipped(parts_of({"odt", {{"body", body}}, {}, false})); }

std::string& part_named(package_parts& parts, std::string_view name) {
    return std::find_if(parts.begin(), parts.end(), [&](const auto& p) { return p.first == name; })->second;
}

document read(const std::string& bytes, const reading_limits& limits = {}, const std::string& name = "march.docx") {
    read_options options;
    options.name = name;
    options.reading.limits = limits;
    return read_document(bytes, "", options);
}

bool has(const document& d, std::string_view code, severity s) {
    return std::any_of(d.diagnostics.begin(), d.diagnostics.end(), [&](const auto& x) { return x.code == code && x.severity == s; });
}

void check_refused(const document& d, std::string_view code) {
    CHECK_FALSE(d.readable);
    CHECK(has(d, code, severity::error));
    CHECK(d.text->text.empty());
}

std::string patched(std::string bytes, std::string_view mark, std::size_t offset, std::string_view with) {
    for (auto at = bytes.find(mark); at != bytes.npos; at = bytes.find(mark, at + 1)) bytes.replace(at + offset, with.size(), with);
    return bytes;
}

std::string number(std::uint64_t n, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(n >> 8 * i & 0xFF);
    return out;
}

/// The archive with a zip64 directory end, as archives of more than 65,534 parts or 4 GB have it.
std::string widened(const std::string& whole) {
    const auto end = whole.rfind("PK\x05\x06");
    const auto count = static_cast<unsigned char>(whole[end + 10]);
    const auto size = static_cast<std::uint64_t>(end - whole.find("PK\x01\x02"));
    const auto wide_end = "PK\x06\x06" + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8) + number(count, 8) + number(count, 8) + number(size, 8) + number(end - size, 8);
    const auto locator = "PK\x06\x07" + number(0, 4) + number(end, 8) + number(1, 4);
    return whole.substr(0, end) + wide_end + locator + "PK\x05\x06" + number(0, 4) + number(0xFFFF, 2) + number(0xFFFF, 2) + number(0xFFFFFFFF, 4) + number(0xFFFFFFFF, 4) + number(0, 2);
}

constexpr auto local = "PK\x03\x04"sv;
constexpr auto central = "PK\x01\x02"sv;

std::string nested(int depth, std::string_view open, std::string_view inside, std::string_view close) {
    std::string out;
    for (int i = 0; i < depth; ++i) out += open;
    out += inside;
    for (int i = 0; i < depth; ++i) out += close;
    return out;
}

/// Words that pack badly, so that a part's bytes reach over most of the file.
std::string long_body() {
    std::string body = paragraph("Harbour Board");
    std::uint32_t state = 1;
    for (int i = 0; i < 2000; ++i) body += paragraph(fmt::format("{:08x}", state = state * 1664525u + 1013904223u));
    return body;
}

TEST_CASE("a package cut anywhere gives what stands before the cut, or a reason") {
    const auto whole = docx(long_body());
    int readable = 0;
    for (std::size_t size = 4; size < whole.size(); size += 97) {
        INFO(size);
        const auto d = read(whole.substr(0, size));
        CHECK((has(d, "damaged-file", severity::warning) || has(d, "cannot-read", severity::error)));
        CHECK(d.readable == !d.blocks.empty());
        if (d.readable) CHECK(d.text->text.starts_with("Harbour"));
        readable += d.readable;
    }
    CHECK(readable > 100);
}

TEST_CASE("a package without its directory is read from the headers of its parts") {
    for (const auto& whole : {docx(paragraph("Harbour Board")), odt("<text:p>Harbour Board</text:p>")}) {
        const auto d = read(whole.substr(0, whole.find(central)), {}, "march");
        CHECK(d.text->text == "Harbour Board");
        CHECK(has(d, "damaged-file", severity::warning));
    }
}

TEST_CASE("flipped bytes never crash, and never go unsaid") {
    const auto whole = docx(long_body());
    const auto sound = read(whole);
    CHECK(sound.diagnostics.empty());
    std::uint32_t state = 7;
    for (int i = 0; i < 300; ++i) {
        auto bytes = whole;
        state = state * 1664525u + 1013904223u;
        bytes[state % bytes.size()] = static_cast<char>(bytes[state % bytes.size()] ^ (1 << (state >> 29)));
        const auto d = read(bytes);
        if (d.text->text != sound.text->text) CHECK_FALSE(d.diagnostics.empty());
    }
}

TEST_CASE("bytes before and behind the archive do no harm") {
    const auto whole = docx(paragraph("Harbour Board"));
    CHECK(read("#!/bin/sh\n" + whole).text->text == "Harbour Board");
    CHECK(read(whole + "trailing").text->text == "Harbour Board");
}

TEST_CASE("what a part inflates to is counted, not believed") {
    const auto bomb = docx(paragraph(std::string(30'000'000, 'x')));
    REQUIRE(bomb.size() < 100'000);
    check_refused(read(bomb), "limit-reached");
    // The directory and the headers say that the parts hold ten bytes.
    const auto size = "\x0A\0\0\0"sv;
    const auto lying = patched(patched(bomb, central, 24, size), local, 22, size);
    const auto d = read(lying);
    CHECK_FALSE(d.readable);
    CHECK(d.text->text.size() < 1000);

    reading_limits small;
    small.inflated = 20'000;
    check_refused(read(docx(long_body()), small), "limit-reached");
    reading_limits wide;
    wide.ratio = wide.text = 2000;
    CHECK(read(bomb, wide).text->text.size() == 30'000'000);
}

TEST_CASE("words beyond what a file of its size holds are left out, and that is said") {
    std::string body;
    for (int i = 0; i < 30'000; ++i) body += paragraph("Nobody minded that the caf\u00e9 by the gates of the inner harbour stays open until dusk.");
    reading_limits limits;
    limits.ratio = 10'000;
    const auto file = docx(body);
    const auto d = read(file, limits);
    CHECK(d.readable);
    CHECK(has(d, "limit-reached", severity::warning));
    CHECK(d.text->text.size() <= (std::size_t{1} << 20) + limits.text * file.size() + 1);  // a line end
    CHECK(d.text->text.size() > std::size_t{1} << 20);
    limits.text = 10'000;
    const auto whole = read(file, limits);
    CHECK(whole.diagnostics.empty());
    CHECK(whole.text->text.size() > 2'000'000);
    CHECK(whole.text->text.starts_with(d.text->text.substr(0, d.text->text.find_last_not_of('\n') + 1)));
}

TEST_CASE("an archive in the wide form is read as any other") {
    const auto whole = docx(paragraph("Harbour Board"));
    CHECK(read(widened(whole)).text->text == "Harbour Board");
    // A count of parts that cannot be: the directory is not believed.
    const auto many = patched(widened(whole), "PK\x06\x06", 24, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"sv);
    const auto d = read(many);
    CHECK((has(d, "damaged-file", severity::warning) || has(d, "cannot-read", severity::error)));
    CHECK(d.readable == (d.text->text == "Harbour Board"));
}

TEST_CASE("too many parts are refused") {
    auto parts = docx_parts(paragraph("Harbour Board"));
    for (int i = 0; i < 5000; ++i) parts.emplace_back(fmt::format("word/media/{}", i), "");
    check_refused(read(zipped(parts)), "limit-reached");
    reading_limits wide;
    wide.entries = 10'000;
    CHECK(read(zipped(parts), wide).text->text == "Harbour Board");
}

TEST_CASE("names of parts are never paths, and are compared without case") {
    auto parts = docx_parts(paragraph("Harbour Board"));
    for (const char* name : {"../../outside.xml", "/abs.xml", "C:\\outside.xml"}) parts.emplace_back(name, "<x/>");
    for (auto& p : parts)
        if (p.first == "word/document.xml") p.first = "Word/Document.xml";
    CHECK(read(zipped(parts)).text->text == "Harbour Board");
}

TEST_CASE("a second part of the same name is reported, and the first is read") {
    auto parts = docx_parts(paragraph("Harbour Board"));
    parts.emplace_back("WORD/DOCUMENT.XML", "<w:document><w:body>" + paragraph("Other Board") + "</w:body></w:document>");
    const auto d = read(zipped(parts));
    CHECK(d.text->text == "Harbour Board");
    CHECK(has(d, "damaged-file", severity::warning));
}

TEST_CASE("a part that its own header names otherwise is read by the directory's name, and that is said") {
    auto bytes = docx(paragraph("Harbour Board"));
    bytes.replace(bytes.find("word/document.xml"), 4, "none");  // in the header in front of the part, which stands first
    const auto d = read(bytes);
    CHECK(d.text->text == "Harbour Board");
    CHECK(has(d, "damaged-file", severity::warning));
}

TEST_CASE("encrypted files are refused as such") {
    const auto one = "\x01\0"sv;
    check_refused(read(patched(patched(docx(paragraph("secret")), central, 8, one), local, 6, one)), "encrypted");
    check_refused(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0') + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s), "encrypted");
    const package_case c{"odt", {{"body", "<text:p>x</text:p>"}, {"manifest", "<manifest:encryption-data/>"}}, {}, false};
    check_refused(read(zipped(parts_of(c))), "encrypted");
}

TEST_CASE("a document type declaration is refused: entities, external files") {
    auto parts = docx_parts({});
    for (const char* type : {"<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]>", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"}) {
        part_named(parts, "word/document.xml") = fmt::format("<?xml version=\"1.0\"?>{}<w:document><w:body>{}</w:body></w:document>", type, paragraph("&x;&y;"));
        check_refused(read(zipped(parts)), "cannot-read");
    }
}

TEST_CASE("XML that ends early gives what stands before its fault") {
    auto parts = docx_parts({});
    part_named(parts, "word/document.xml") = "<w:document><w:body>" + paragraph("Harbour Board") + "<w:p><w:r><w:t>Sec</w:x></w:body>";
    const auto d = read(zipped(parts));
    CHECK(d.text->text.starts_with("Harbour Board"));
    CHECK(has(d, "damaged-file", severity::warning));
}

TEST_CASE("a part in UTF-16, characters that are none, bytes that are no UTF-8") {
    auto parts = docx_parts({});
    std::string wide = "\xFF\xFE";
    for (const char c : "<w:document><w:body>" + paragraph("Harbour Board") + "</w:body></w:document>") wide += {c, '\0'};
    part_named(parts, "word/document.xml") = wide;
    CHECK(read(zipped(parts)).text->text == "Harbour Board");
    CHECK(read(docx(paragraph("caf\xE9 &#xD800; x"))).readable);
    const auto d = read(docx(paragraph("a&#1;b")));
    CHECK(d.text->text == "a\uFFFD" "b");
}

TEST_CASE("deep nesting keeps the words") {
    auto d = read(docx(nested(3000, "<w:tbl><w:tr><w:tc>", paragraph("innermost"), "</w:tc></w:tr></w:tbl>") + paragraph("after")));
    CHECK(d.text->text.find("innermost") != std::string::npos);
    CHECK(d.text->text.ends_with("after"));
    CHECK(has(d, "limit-reached", severity::warning));

    reading_limits wide;
    wide.ratio = 100'000;
    d = read(odt("<text:p>" + nested(100'000, "<text:span>", "innermost", "</text:span>") + "</text:p>"), wide);
    CHECK(d.text->text == "innermost");
    d = read(odt(nested(5000, "<text:list><text:list-item>", "<text:p>innermost</text:p>", "</text:list-item></text:list>")));
    CHECK(d.text->text.find("innermost") != std::string::npos);
}

TEST_CASE("spans and repetitions of a hundred million make a small grid") {
    const auto wide = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"100000000\"/></w:tcPr>" + paragraph("one") + "</w:tc><w:tc>" + paragraph("two") + "</w:tc></w:tr></w:tbl>";
    auto d = read(docx(wide));
    CHECK(d.text->text == "one\ttwo");
    CHECK(d.tables.at(0).columns <= 2);
    d = read(odt("<table:table><table:table-row table:number-rows-repeated=\"100000000\"><table:table-cell table:number-columns-repeated=\"100000000\" "
                 "table:number-rows-spanned=\"100000000\"><text:p>one</text:p></table:table-cell></table:table-row></table:table>"));
    CHECK(d.text->text == "one");
    CHECK(d.tables.at(0).rows == 1);
    CHECK(d.tables.at(0).columns <= 1000);
    CHECK(read(odt("<text:p>a<text:s text:c=\"4000000000\"/>b</text:p>")).text->text.size() < 2000);
}

TEST_CASE("elements are counted before a tree is made of them") {
    reading_limits small;
    small.inflated = 60'000;
    check_refused(read(docx(nested(1000, "<w:p/>", "", "")), small), "limit-reached");
    CHECK(read(docx(paragraph("Harbour Board")), small).text->text == "Harbour Board");
}

TEST_CASE("cells beyond the limit are read as paragraphs") {
    std::string row;
    for (int i = 0; i < 500; ++i) row += "<w:tc>" + paragraph(std::to_string(i)) + "</w:tc>";
    reading_limits small;
    small.cells = 100;
    const auto d = read(docx("<w:tbl><w:tr>" + row + "</w:tr></w:tbl>"), small);
    CHECK(d.tables.empty());
    CHECK(d.blocks.size() == 500);
    CHECK(has(d, "limit-reached", severity::warning));
}

TEST_CASE("a table of very many short cells takes time in proportion") {
    std::string rows;
    for (int i = 0; i < 4000; ++i) rows += "<w:tr>" + nested(20, "<w:tc>" + paragraph("a") + "</w:tc>", "", "") + "</w:tr>";
    reading_limits wide;
    wide.ratio = 1000;
    CHECK(read(docx("<w:tbl>" + rows + "</w:tbl>"), wide).blocks.size() == 80'000);
}

TEST_CASE("codes of fields and inclusions are never run, and their words are left out") {
    const auto field = [](std::string_view code) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + std::string(code) + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>kept</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    };
    for (const auto* code : {"DDEAUTO c:\\\\cmd.exe", "INCLUDETEXT /etc/passwd", "HYPERLINK http://example.org"}) CHECK(read(docx("<w:p>" + field(code) + "</w:p>")).text->text == "kept");
    CHECK(read(docx("<xi:include href=\"file:///etc/passwd\" parse=\"text\"/>" + paragraph("Harbour Board"))).text->text == "Harbour Board");
}

TEST_CASE("parts that share their bytes, and an archive without any") {
    // Two names for one part: the second's directory entry points to the first.
    auto bytes = zipped({{"word/document.xml", "<w:document><w:body>" + paragraph("Harbour Board") + "</w:body></w:document>"}, {"word/documenu.xml", "x"}});
    const auto second = bytes.find(central, bytes.find(central) + 1);
    bytes.replace(second + 42, 4, std::string(4, '\0'));
    CHECK_FALSE(read(bytes).diagnostics.empty());
    check_refused(read("PK\x05\x06"s + std::string(18, '\0')), "cannot-read");
}

TEST_CASE("styles in a ring, numbers out of range") {
    const package_case c{"docx",
                         {{"styles", "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"},
                          {"numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"-3\"><w:start w:val=\"99999999999\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1%9%\"/></w:lvl></w:abstractNum>"
                                        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"77\"/></w:num>"},
                          {"body", "<w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>"
                                   "<w:p><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>two</w:t></w:r></w:p>"}},
                         {}, false};
    const auto d = read(zipped(parts_of(c)));
    CHECK(d.text->text.find("one") != std::string::npos);
    CHECK(d.text->text.find("two") != std::string::npos);
}

TEST_CASE("macros and embedded files are named and never read; addresses outside are never opened") {
    auto parts = docx_parts(paragraph("Harbour Board"));
    parts.emplace_back("word/vbaProject.bin", "macro");
    parts.emplace_back("word/embeddings/a.xlsx", "x");
    part_named(parts, "word/_rels/document.xml.rels") =
        "<Relationships><Relationship Id=\"header1\" Type=\"x/header\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>";
    const auto d = read(zipped(parts));
    CHECK(d.text->text == "Harbour Board");
    CHECK(has(d, "left-out", severity::note));
}

TEST_CASE("a zip archive that is no document is refused") {
    check_refused(read(zipped({{"a.txt", "x"}})), "cannot-read");
    check_refused(read(zipped({{"xl/workbook.xml", "<x/>"}, {"notes/word/x", ""}})), "cannot-read");
    check_refused(read(zipped({{"content.xml", "<x/>"}})), "cannot-read");
    CHECK(has(read(docx("")), "empty-document", severity::warning));
}

}  // namespace
