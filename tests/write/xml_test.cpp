// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include <minutes/write.hpp>
#include <pugixml.hpp>

#include "sample.hpp"

namespace {

/// Well-formed as the strictest reading of pugixml has it, white space kept.
void read(pugi::xml_document& tree, const std::string& xml) {
    const auto result = tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration);
    INFO(result.description() << " at " << result.offset);
    REQUIRE(result);
}

std::string string_value(pugi::xml_node node) {
    std::string out = node.value();
    for (const auto child : node) out += string_value(child);
    return out;
}

}  // namespace

TEST_CASE("XML's text is the document's text") {
    const auto document = sample::nasty();
    pugi::xml_document tree;
    read(tree, minutes::write(document, "xml"));
    CHECK(string_value(tree.child("minutes").child("text")) == document.meeting.text->text);
    const auto leaves = tree.select_nodes("/minutes/text/leaf");
    REQUIRE(leaves.size() == document.meeting.leaves.size());
    CHECK(string_value(leaves[0].node()) == minutes::words_of(document.meeting, {document.meeting.leaves[0].span}));
}

TEST_CASE("XML's values hold their words, and the value where it differs") {
    pugi::xml_document tree;
    read(tree, minutes::write(sample::nasty(), "xml"));
    const auto at = [&](const char* path) { return tree.select_node(path).node(); };
    CHECK(std::string(at("//meeting/date").attribute("value").value()) == "2014-03-27");
    CHECK(string_value(at("//meeting/date")) == "Thursday 27 March 2014");
    CHECK_FALSE(at("//meeting/title").attribute("value"));
    CHECK(string_value(at("//meeting/title")) == "Harbour Users' Panel <Sub-group & friends>");
    CHECK(std::string(at("//person[@id='p2']/initials").attribute("value").value()) == "CF");
    CHECK(tree.select_nodes("//action[@id='a1']/due/date/candidate").size() == 2);
    CHECK(string_value(at("//action[@id='a5']/text")) == "-\nOB");
    CHECK(string_value(at("//decision/vote/for")) == "5 for");
}

TEST_CASE("XML is valid UTF-8 without forbidden characters, whatever the file is called") {
    const std::string xml = minutes::write(sample::nasty(), "xml");
    CHECK(xml.find('\xFF') == std::string::npos);
    CHECK(xml.find('\x01') == std::string::npos);
    CHECK(xml.find("&#01;") == std::string::npos);
    CHECK(xml.find("n\u00E4ch\uFFFDste \uFFFD&lt;1") != std::string::npos);
}

TEST_CASE("XML wraps several meetings in one root") {
    pugi::xml_document tree;
    read(tree, minutes::write(sample::two_meetings(), "xml"));
    CHECK(tree.select_nodes("/collection/minutes").size() == 2);
    read(tree, minutes::write({}, "xml"));
    CHECK(tree.child("minutes").child("text"));
}
