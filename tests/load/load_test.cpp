// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include <minutes/minutes.hpp>

#include "sample.hpp"

namespace {

using namespace minutes;

std::vector<std::filesystem::path> samples() {
    std::vector<std::filesystem::path> out;
    for (const auto& e : std::filesystem::directory_iterator(SAMPLES)) out.push_back(e.path());
    std::sort(out.begin(), out.end());
    return out;
}

/// The sample with a name that every format can carry, places of every kind and every odd value.
meeting whole_sample() {
    meeting m = sample::nasty().meeting;
    m.source.name = "papers/nächste <1>.txt";
    m.diagnostics.back().message = "something about the <whole> \"file\"";
    auto text = std::make_shared<source_text>(*m.text);
    text->edits = {{3, 2, 1}, {40, 1, 0}};
    text->origins = {{.at = 0, .line = 4, .column = 2}, {.at = 9, .paragraph = 3, .table = 1, .row = 2, .cell = 3},
                     {.at = 40, .page = 2, .left = 0.1f, .top = 72.25f, .right = 1e-7f, .bottom = 841.89f, .confidence = 7}};
    m.text = text;
    return m;
}

void check_back(const parse_result& document, const char* format) {
    const std::string bytes = write(document, format);
    const parse_result back = load(bytes);
    CHECK(back.readable);
    CHECK((back.meeting == document.meeting));
    CHECK((back.more == document.more));
    CHECK((write(back, format) == bytes));
}

/// Why the bytes cannot be loaded; empty when they can.
std::string fault(const std::string& bytes) {
    const parse_result r = load(bytes);
    if (r.readable) return {};
    REQUIRE(r.diagnostics.size() == 1);
    CHECK(r.diagnostics[0].code == "invalid-meeting");
    return r.diagnostics[0].message;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    REQUIRE(at != text.npos);
    return text.replace(at, what.size(), with);
}

bool says(const std::string& message, const std::string& words) {
    INFO(message);
    return message.find(words) != message.npos;
}

}  // namespace

TEST_CASE("what was written as JSON or XML is read back equal") {
    for (const char* format : {"json", "xml"}) {
        INFO(format);
        check_back({whole_sample(), {}, {}, true}, format);
        check_back({whole_sample(), {whole_sample(), meeting{}}, {}, true}, format);
        check_back({}, format);
        for (const auto& file : samples()) {
            INFO(file.filename().string());
            check_back(parse_file(file), format);
        }
    }
}

TEST_CASE("values without a reading, and readings beside a value, come back as they were") {
    meeting m = whole_sample();
    m.title.value.reset();
    m.chair.basis = basis::uncertain;
    m.venue = {{}, m.venue.spans, basis::uncertain, "two-readings", {"Net Loft", "Loft"}};
    m.date.value.reset();
    m.end.rule = "a\ttab, a\nline and \"quotes\" & <marks>";
    for (const char* format : {"json", "xml"}) check_back({m, {}, {}, true}, format);
}

TEST_CASE("a cut or changed file gives a diagnostic, never a wrong meeting") {
    const parse_result document{whole_sample(), {}, {}, true};
    for (const char* format : {"json", "xml"}) {
        const std::string bytes = write(document, format);
        for (std::size_t at = 200; at + 2 < bytes.size(); at += 31) {
            INFO(format << " cut at byte " << at);
            CHECK_FALSE(fault(bytes.substr(0, at)).empty());
        }
        for (std::size_t at = 0; at < bytes.size(); at += 13) {
            std::string changed = bytes;
            changed[at] = changed[at] == '7' ? '8' : '7';
            (void)write(load(changed), "html");  // whatever was loaded can be written
        }
    }
}

TEST_CASE("JSON's faults are named") {
    const std::string json = write_json(whole_sample());
    CHECK(says(fault(replaced(json, "minutes/meeting/1", "minutes/meeting/2")), "schema is not minutes/meeting/1"));
    CHECK(says(fault(replaced(json, "\"2014-03-27\"", "\"2014-13-27\"")), "not a date"));
    CHECK(says(fault(replaced(json, "\"basis\":\"stated\"", "\"basis\":\"guessed\"")), "'guessed' is not a name"));
    CHECK(says(fault(replaced(json, "\"spans\":[[0,", "\"spans\":[[-1,")), "out of range"));
    CHECK(says(fault(replaced(json, "\"spans\":[[0,", "\"spans\":[[4000000000,")), "no piece of the text"));
    CHECK(says(fault(replaced(json, "\"id\": \"p2\"", "\"id\": \"p1\"")), "stands twice"));
    CHECK(says(fault(replaced(json, "\"person\": \"p3\"", "\"person\": \"p9\"")), "nothing has the id 'p9'"));
    CHECK(says(fault("{}"), "neither JSON"));
    CHECK(says(fault("{\"schema\": \"minutes/meeting/1\"}"), "is missing"));
    CHECK(says(fault("{\"schema\": \"minutes/meeting/1\", " + std::string(100'000, '[')), "parse error"));
}

TEST_CASE("XML's faults are named") {
    const std::string xml = write_xml(whole_sample());
    CHECK(says(fault(replaced(xml, "version=\"1\"", "version=\"2\"")), "version is not 1"));
    CHECK(says(fault(replaced(xml, "urn:minutes:meeting:1\"", "urn:minutes:meeting:2\"")), "namespace is not"));
    CHECK(says(fault(replaced(xml, "value=\"2014-03-27\"", "value=\"27/3/2014\"")), "not a date"));
    CHECK(says(fault(replaced(xml, ">Treasurer<", ">Secretary<")), "'Secretary' is not what the text has there: 'Treasurer'"));
    CHECK(says(fault(replaced(xml, "src=\"0-", "src=\"0:")), "not begin-end"));
    CHECK(says(fault("<minutes xmlns=\"urn:minutes:meeting:1\""), "at byte"));
    CHECK(says(fault("<x xmlns=\"urn:minutes:meeting:1\"/>"), "no minutes"));
    const std::string entity = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>";
    CHECK(fault(replaced(replaced(xml, "<minutes", entity + "<minutes"), ">Treasurer<", ">&b;<")).find("aaaa") == std::string::npos);
}

TEST_CASE("files are loaded by name, and parse takes our own formats too") {
    CHECK(load_file("/nowhere/march.json").diagnostics[0].code == "cannot-open");
    const meeting m = whole_sample();
    CHECK((parse(write_json(m)).meeting == m));
    CHECK((parse(write_xml(m)).meeting == m));
    parse_options as_xml;
    as_xml.format = "xml";
    CHECK_FALSE(parse("Present: Jane Smith", as_xml).readable);
}
