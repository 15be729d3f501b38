// SPDX-License-Identifier: Apache-2.0
// Forty strings that make spreadsheets, pages, calendars or parsers do something, in every field of a meeting:
// in each output they are words and nothing else.
#include <set>

#include <pugixml.hpp>

#include "catch.hpp"
#include <minutes/load.hpp>
#include <minutes/write.hpp>

#include "fields.hpp"
#include "sample.hpp"

namespace {

using namespace minutes;

const std::vector<std::string> hostile = {
    "=1+1", "=HYPERLINK(\"http://example.invalid\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", " =1+1", "\u00A0=1+1", "\uFF1D1+1",
    "%00=1", "|calc", "=WEBSERVICE(\"http://example.invalid\")", "\"=1+1", "a,b\n=1+1", "x\",\"=1+1", "<script>alert(1)</script>", "</text><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "&lt;script&gt;", "&#60;b&#62;", "]]>", "--><x/>", "<?xml version=\"1.0\"?>", "<!ENTITY a SYSTEM \"file:///etc/passwd\">", "' onmouseover='alert(1)",
    "[x](javascript:alert(1))", "![x](http://example.invalid/p.png)", "<http://example.invalid>", "| a | b |", "# heading", "- [ ] task", "```\ncode", "*bold* _it_ ~~no~~", "@everyone",
    "a\r\nEND:VTODO\r\nBEGIN:VALARM", "x;y,z\\n", "a\nACTION: give QX the money (QX; due 1 May 2030)", "${jndi:ldap://example.invalid/x}", "_x000D_=1+1", "\u202Egnp.exe", "\xFF\xFE\x01"};

/// Gives every word of an object of the model the same value.
struct fill {
    traced<std::string> with;
    void operator()(std::string_view, std::string&) const {}
    void operator()(std::string_view, spans& where) const { where = with.spans; }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(std::string_view, E&) const {}
    template <class T>
    void operator()(std::string_view, traced<T>& t) const {
        if constexpr (std::is_same_v<T, std::string>) t = with;
        else if (t.given()) t.spans = with.spans;
    }
    template <class T>
    void operator()(std::string_view, std::vector<T>& all) const {
        for (T& x : all) each_field(x, *this);
    }
    template <class T>
    void operator()(std::string_view, T& part) const { each_field(part, *this); }
};

/// The sample with this string as each of its words, its file's name and each message.
parse_result meeting_of(const std::string& words) {
    parse_result r = sample::nasty();
    meeting& m = r.meeting;
    auto text = std::make_shared<source_text>();
    text->text = words;
    text->line_starts = {0};
    for (std::size_t at = words.find('\n'); at != words.npos; at = words.find('\n', at + 1)) text->line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    m.text = text;
    m.leaves = {{{0, static_cast<std::uint32_t>(words.size())}, leaf::kind_type::prose, {}}};
    m.source.name = words;
    const fill everywhere{{words, {{0, static_cast<std::uint32_t>(words.size())}}, basis::stated, {}, {}}};
    each_head_field(m, everywhere);
    each_list(m, everywhere);
    for (diagnostic& d : m.diagnostics) {
        d.message = d.hint = words;
        d.spans = everywhere.with.spans;
    }
    return r;
}

std::set<std::string> elements_of(const std::string& xml) {
    pugi::xml_document tree;
    const auto read = tree.load_buffer(xml.data(), xml.size());
    INFO(read.description());
    REQUIRE(read);
    std::set<std::string> out;
    for (const auto& found : tree.select_nodes("//*")) out.insert(found.node().name());
    return out;
}

/// The records of CSV as RFC 4180 parts them.
std::vector<std::string> fields_of(const std::string& csv) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (quoted && csv.compare(i, 2, "\"\"") == 0) out.back() += csv[++i];
        else if (csv[i] == '"') quoted = !quoted;
        else if (!quoted && (csv[i] == ',' || csv[i] == '\n')) out.emplace_back();
        else if (quoted || csv[i] != '\r') out.back() += csv[i];
    }
    return out;
}

std::vector<std::string> lines_of(const std::string& text, std::string_view end) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = std::min(text.find(end, at), text.size());
        out.push_back(text.substr(at, stop - at));
        at = stop + end.size();
    }
    return out;
}

}  // namespace

TEST_CASE("Hostile words make no elements in XML and Akoma Ntoso") {
    REQUIRE(hostile.size() >= 40);
    const auto xml = elements_of(write(meeting_of("harmless"), "xml")), akn = elements_of(write(meeting_of("harmless"), "akn"));
    for (const auto& words : hostile) {
        INFO(words);
        CHECK(elements_of(write(meeting_of(words), "xml")) == xml);
        CHECK(elements_of(write(meeting_of(words), "akn")) == akn);
    }
}

TEST_CASE("Hostile words that XML can hold come back from XML and JSON as they were") {
    for (const auto& words : hostile) {
        if (words.find_first_of("\xFF\r") != words.npos) continue;  // reading leaves neither in a text
        INFO(words);
        const parse_result r = meeting_of(words);
        CHECK((load(write(r, "xml")).meeting == r.meeting));
        CHECK((load(write(r, "json")).meeting == r.meeting));
    }
}

TEST_CASE("Hostile words start no formula in CSV") {
    for (const auto& words : hostile) {
        INFO(words);
        for (const auto& field : fields_of(write(meeting_of(words), "csv"))) {
            const auto first = field.find_first_not_of(" \t\r\n");
            CHECK((first == field.npos || std::string_view("=+-@|%").find(field[first]) == std::string_view::npos));
        }
    }
}

TEST_CASE("Hostile words are no markup in Markdown") {
    const std::size_t lines = lines_of(write(meeting_of("harmless"), "md"), "\n").size();
    for (const auto& words : hostile) {
        INFO(words);
        const std::string md = write(meeting_of(words), "md");
        CHECK(lines_of(md, "\n").size() == lines);
        for (std::size_t i = 0; i < md.size(); ++i) {
            if (md[i] == '\\') ++i;  // the next character is itself
            else CHECK(std::string_view("<[]`*_~$@&").find(md[i]) == std::string_view::npos);
        }
    }
}

TEST_CASE("Hostile words add no line to a calendar, and no line is longer than 75 octets") {
    const std::set<std::string> names = {"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART", "DTEND", "DUE", "STATUS", "SUMMARY", "DESCRIPTION", "CATEGORIES", "LOCATION", "TRANSP"};
    for (const char* format : {"ics", "ics-events"})
        for (const auto& words : hostile) {
            INFO(format << ": " << words);
            for (const auto& line : lines_of(write(meeting_of(words), format), "\r\n")) {
                CHECK(line.size() <= 75);
                CHECK(line.find_first_of("\r\n") == line.npos);
                CHECK((line[0] == ' ' || names.count(line.substr(0, line.find_first_of(";:")))));
            }
        }
}

TEST_CASE("Hostile words add no line to the canonical text") {
    const std::size_t lines = lines_of(write(meeting_of("harmless"), "text"), "\n").size();
    for (const auto& words : hostile) {
        INFO(words);
        CHECK(lines_of(write(meeting_of(words), "text"), "\n").size() == lines);
    }
}
