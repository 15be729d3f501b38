// SPDX-License-Identifier: Apache-2.0
// Forty strings that make spreadsheets, pages, calendars or parsers do something, in every field of a meeting:
// in each output they are words and nothing else.
#include <array>
#include <set>

#include <pugixml.hpp>

#include "catch.hpp"
#include <minutes/load.hpp>
#include <minutes/write.hpp>

#include "hostile.hpp"

namespace {

using namespace minutes;

using sample::hostile;
using sample::meeting_of;

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
    REQUIRE(hostile().size() >= 40);
    const auto xml = elements_of(write(meeting_of("harmless"), "xml")), akn = elements_of(write(meeting_of("harmless"), "akn"));
    for (const auto& words : hostile()) {
        INFO(words);
        CHECK(elements_of(write(meeting_of(words), "xml")) == xml);
        CHECK(elements_of(write(meeting_of(words), "akn")) == akn);
    }
}

TEST_CASE("Hostile words make nothing in a page: no element, no handler, no address") {
    const auto page_of = [](const std::string& words) {
        const std::string html = write(meeting_of(words), "html");
        return html.substr(html.find('\n') + 1);  // without the doctype, which is not XML
    };
    const auto elements = elements_of(page_of("harmless"));
    for (const auto& words : hostile()) {
        INFO(words);
        const std::string html = page_of(words);
        CHECK(elements_of(html) == elements);
        pugi::xml_document tree;
        tree.load_buffer(html.data(), html.size());
        for (const auto& found : tree.select_nodes("//@*")) {
            const std::string name = found.attribute().name();
            CHECK_FALSE(name.starts_with("on"));
            CHECK_FALSE(name == "style");
            CHECK_FALSE(name == "src");
        }
        for (const auto& found : tree.select_nodes("//@href")) CHECK(found.attribute().value()[0] == '#');
    }
}

TEST_CASE("Hostile words that XML can hold come back from XML and JSON as they were") {
    for (const auto& words : hostile()) {
        if (words.find_first_of("\xFF\r") != words.npos) continue;  // reading leaves neither in a text
        INFO(words);
        const parse_result r = meeting_of(words);
        CHECK((load(write(r, "xml")).meeting == r.meeting));
        CHECK((load(write(r, "json")).meeting == r.meeting));
    }
}

TEST_CASE("Hostile words start no formula in CSV") {
    for (const auto& words : hostile()) {
        INFO(words);
        for (const auto& field : fields_of(write(meeting_of(words), "csv"))) {
            const auto first = field.find_first_not_of(" \t\r\n");
            CHECK((first == field.npos || std::string_view("=+-@|%").find(field[first]) == std::string_view::npos));
        }
    }
}

TEST_CASE("Hostile words are no markup in Markdown") {
    const std::size_t lines = lines_of(write(meeting_of("harmless"), "md"), "\n").size();
    for (const auto& words : hostile()) {
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
        for (const auto& words : hostile()) {
            INFO(format << ": " << words);
            for (const auto& line : lines_of(write(meeting_of(words), format), "\r\n")) {
                CHECK(line.size() <= 75);
                CHECK(line.find_first_of("\r\n") == line.npos);
                CHECK((line[0] == ' ' || names.count(line.substr(0, line.find_first_of(";:")))));
            }
        }
}

TEST_CASE("Hostile words stay in their fields in canonical text") {
    const auto counts = [](const minutes::meeting& m) { return std::array{m.people.size(), m.items.size(), m.decisions.size(), m.actions.size(), m.declarations.size()}; };
    const auto harmless = minutes::load(write(meeting_of("harmless"), "text"));
    REQUIRE(harmless.readable);
    CHECK(harmless.meeting.actions.size() == meeting_of("harmless").meeting.actions.size());
    for (const auto& words : hostile()) {
        INFO(words);
        const std::string text = write(meeting_of(words), "text");
        INFO(text);
        const auto back = minutes::load(text);
        CHECK(back.readable);
        CHECK(counts(back.meeting) == counts(harmless.meeting));
        const std::string again = write(back, "text");  // without the ties to people that nothing tells apart
        CHECK(write(minutes::load(again), "text") == again);
    }
}
