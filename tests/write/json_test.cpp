// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include <minutes/write.hpp>
#include <nlohmann/json.hpp>

#include "sample.hpp"

using nlohmann::json;

namespace {
json read(const minutes::parse_result& document) { return json::parse(minutes::write(document, "json")); }
}  // namespace

TEST_CASE("JSON parses back with the text to the last byte") {
    const auto document = sample::nasty();
    const json j = read(document);
    CHECK(j["schema"] == "minutes/meeting/1");
    CHECK(j["text"] == document.meeting.text->text);
    CHECK(j["leaves"].size() == document.meeting.leaves.size());
    CHECK(j["coverage"]["lost"] == 0);
    CHECK(minutes::write(document, "json").back() == '\n');
}

TEST_CASE("JSON's values are traced: value, words, spans, basis, rule") {
    const json j = read(sample::nasty());
    const json& date = j["meeting"]["date"];
    CHECK(date["value"] == "2014-03-27");
    CHECK(date["text"] == "Thursday 27 March 2014");
    CHECK(date["basis"] == "stated");
    CHECK(date["spans"].size() == 1);
    CHECK(j["meeting"]["start"]["value"] == "09:00");
    CHECK(j["meeting"]["status"]["value"] == "draft");
    CHECK(j["meeting"]["next"]["date"]["value"] == "2014-04-24");
    CHECK(j["people"][1]["initials"]["value"] == "CF");
    CHECK(j["people"][1]["initials"]["text"] == "\u0421F");
    CHECK(j["people"][1]["attendance"]["value"] == "in_attendance");
    CHECK(j["people"][1]["part"]["value"] == true);
    CHECK(j["decisions"][0]["vote"]["for"]["value"] == 5);
    CHECK(j["actions"][3]["status"]["value"] == "proposed_for_closure");
    CHECK(j["items"][0]["items"][0]["number"]["value"] == "1.1");
    CHECK(j["items"][0]["blocks"][1]["kind"] == "list_item");
}

TEST_CASE("JSON gives an uncertain value no value but its candidates") {
    const json due = read(sample::nasty())["actions"][0]["due"]["date"];
    CHECK_FALSE(due.contains("value"));
    CHECK(due["basis"] == "uncertain");
    CHECK(due["candidates"] == json({"2014-04-03", "2014-03-04"}));
}

TEST_CASE("JSON leaves out what the document does not give") {
    const json j = read(sample::nasty());
    CHECK_FALSE(j["meeting"].contains("body"));
    CHECK_FALSE(j["actions"][4].contains("due"));
    CHECK_FALSE(j["actions"][4].contains("ref"));
    CHECK_FALSE(j["decisions"][0]["vote"].contains("abstain"));
    CHECK(j["actions"][4]["owners"] == json::array());
    CHECK_FALSE(j.contains("more"));
    CHECK(read({})["meeting"] == json::object());
}

TEST_CASE("JSON has further meetings under more") {
    const json j = read(sample::two_meetings());
    REQUIRE(j["more"].size() == 1);
    CHECK(j["more"][0]["meeting"]["title"]["value"] == "Net Loft");
    CHECK(j["more"][0]["schema"] == j["schema"]);
}

TEST_CASE("A document that could not be read keeps its diagnostics") {
    minutes::parse_result unreadable;
    unreadable.readable = false;
    unreadable.diagnostics = {{"cannot-read", minutes::severity::error, {}, {}, "not a document", ""}};
    CHECK(read(unreadable)["diagnostics"][0]["code"] == "cannot-read");
}
