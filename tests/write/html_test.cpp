// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "catch.hpp"
#include <minutes/write.hpp>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <pugixml.hpp>

#include "sample.hpp"

namespace {

constexpr std::string_view doctype = "<!doctype html>\n";

void read(pugi::xml_document& tree, const std::string& html) {
    REQUIRE(html.substr(0, doctype.size()) == doctype);
    const auto result = tree.load_buffer(html.data() + doctype.size(), html.size() - doctype.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    INFO(result.description() << " at " << result.offset);
    REQUIRE(result);
}

std::string string_value(pugi::xml_node node) {
    std::string out = node.value();
    for (const auto child : node) out += string_value(child);
    return out;
}

}  // namespace

TEST_CASE("HTML is well formed and its source text is the document's, to the last blank") {
    for (const auto& document : {sample::nasty(), sample::two_meetings()}) {
        pugi::xml_document tree;
        read(tree, minutes::write(document, "html"));
        CHECK(string_value(tree.select_node("//pre[@class='source']").node()) == document.meeting.text->text);
    }
}

TEST_CASE("HTML numbers the source's lines") {
    pugi::xml_document tree;
    read(tree, minutes::write(sample::nasty(), "html"));
    const auto numbers = tree.select_nodes("//pre[@class='source']//span[@class='ln']");
    CHECK(numbers.size() == 20);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        CHECK(numbers[i].node().attribute("id").value() == "line-" + std::to_string(i + 1));
        CHECK(string_value(numbers[i].node()).empty());
    }
}

TEST_CASE("HTML escapes what the document says") {
    const std::string html = minutes::write(sample::nasty(), "html");
    std::size_t scripts = 0;
    for (std::size_t at = html.find("<script"); at != std::string::npos; at = html.find("<script", at + 1)) ++scripts;
    CHECK(scripts == 2);  // what the meeting was for machines, and the page's own
    CHECK(html.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;") != std::string::npos);
    CHECK(html.find("javascript:") == std::string::npos);
}

TEST_CASE("HTML's values lead to their words, and words to what was read from them") {
    pugi::xml_document tree;
    const auto document = sample::nasty();
    read(tree, minutes::write(document, "html"));
    const auto words_of = [&](const char* id) {
        const auto value = tree.select_node(("//*[@id='" + std::string(id) + "']").c_str()).node();
        const auto words = tree.select_node(("//pre//*[@id='" + std::string(value.attribute("href").value()).substr(1) + "']").c_str()).node();
        CHECK((" " + std::string(words.attribute("data-of").value()) + " ").find(" " + std::string(id) + " ") != std::string::npos);
        return string_value(words);
    };
    CHECK(words_of("a2.due") == "end of April");
    CHECK(words_of("a2.owner2") == "QD");
    CHECK(words_of("p2.initials") == "\u0421F");
    CHECK(words_of("d1.text") == "that the pontoon be painted");
    CHECK(words_of("meeting.date") == "Thursday 27 March 2014");
    CHECK(words_of("c1.place") == "3/04/14");
    for (const auto& link : tree.select_nodes("//pre//a")) CHECK(link.node().select_nodes(".//a").empty());
}

TEST_CASE("HTML says in words what is derived, uncertain or to be looked at") {
    const std::string html = minutes::write(sample::nasty(), "html");
    CHECK(html.find(">from “end of April”, derived: sample</small>") != std::string::npos);
    CHECK(html.find(">uncertain: 3 April or 4 March 2014</span>") != std::string::npos);
    CHECK(html.find(">Say which with --date-order.</div>") != std::string::npos);
}

TEST_CASE("HTML marks decisions and actions where they stand in the minutes") {
    pugi::xml_document tree;
    read(tree, minutes::write(sample::nasty(), "html"));
    const auto minutes = tree.select_node("//section[@id='items']").node();
    CHECK(string_value(minutes.select_node(".//*[@id='i2']//a[@href='#d1']").node()) == "Decision");
    CHECK(string_value(minutes.select_node(".//*[@id='i3']//a[@href='#a3']").node()) == "Action 3/12");
}

TEST_CASE("HTML says for machines what the meeting was, and names nobody there") {
    pugi::xml_document tree;
    read(tree, minutes::write(sample::nasty(), "html"));
    const auto data = nlohmann::json::parse(tree.select_node("//script[@type='application/ld+json']").node().child_value());
    CHECK(data["@graph"][0]["startDate"] == "2014-03-27T09:00");
    CHECK(data["@graph"][0]["name"] == "Harbour Users' Panel <Sub-group & friends>");
    CHECK(data.dump().find("Brancaster") == std::string::npos);
}

TEST_CASE("HTML closes what is not void, and only that") {
    for (const auto& document : {sample::nasty(), sample::two_meetings(), minutes::parse_result{}}) {
        const std::string html = minutes::write(document, "html");
        for (std::size_t at = html.find("/>"); at != std::string::npos; at = html.find("/>", at + 1)) {
            const std::size_t open = html.rfind('<', at);
            CHECK(html.substr(open, 5) == "<meta");
        }
        CHECK(html.find("</meta>") == std::string::npos);
    }
}

TEST_CASE("HTML's policy names the style and the script that the page bears") {
    const std::string html = minutes::write(sample::nasty(), "html");
    const auto hash_inside = [&](const std::string& open, const std::string& close) {
        const std::size_t begin = html.find(open) + open.size();
        const std::string content = html.substr(begin, html.find(close, begin) - begin);
        std::array<unsigned char, 32> digest{};
        EVP_Digest(content.data(), content.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
        std::array<unsigned char, 64> base64{};
        EVP_EncodeBlock(base64.data(), digest.data(), 32);
        return std::string(reinterpret_cast<char*>(base64.data()));
    };
    CHECK(html.find("default-src 'none'; style-src 'sha256-" + hash_inside("<style>", "</style>") + "'; script-src 'sha256-" +
                    hash_inside("<script>", "</script>") + "';") != std::string::npos);
    CHECK(html.find("style=\"") == std::string::npos);
}

TEST_CASE("HTML's links lead to anchors of the page, each there once") {
    for (const auto& document : {sample::nasty(), sample::two_meetings()}) {
        pugi::xml_document tree;
        read(tree, minutes::write(document, "html"));
        std::vector<std::string> ids;
        for (const auto& node : tree.select_nodes("//*[@id]")) ids.emplace_back(node.node().attribute("id").value());
        std::sort(ids.begin(), ids.end());
        CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
        for (const auto& node : tree.select_nodes("//a/@href")) {
            const std::string target = node.attribute().value();
            INFO(target);
            CHECK(std::binary_search(ids.begin(), ids.end(), target.substr(1)));
        }
    }
}

TEST_CASE("HTML shows a text that two meetings share once") {
    pugi::xml_document tree;
    read(tree, minutes::write(sample::two_meetings(), "html"));
    CHECK(tree.select_nodes("//article").size() == 2);
    CHECK(tree.select_nodes("//aside").size() == 1);
    CHECK(tree.select_nodes("//h1").size() == 1);
}
