// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "catch.hpp"
#include <minutes/write.hpp>
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

TEST_CASE("HTML is well formed and its source text is the document's, line by line") {
    const auto document = sample::nasty();
    pugi::xml_document tree;
    read(tree, minutes::write(document, "html"));
    std::string text;
    for (const auto& line : tree.select_nodes("//ol[@class='source']/li")) text += string_value(line.node()) + "\n";
    CHECK(text == document.meeting.text->text);
}

TEST_CASE("HTML escapes what the document says") {
    const std::string html = minutes::write(sample::nasty(), "html");
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;") != std::string::npos);
    CHECK(html.find("javascript:") == std::string::npos);
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

TEST_CASE("HTML's policy names the style that the page bears") {
    const std::string html = minutes::write(sample::nasty(), "html");
    const std::size_t begin = html.find("<style>") + 7;
    const std::string style = html.substr(begin, html.find("</style>") - begin);
    std::array<unsigned char, 32> digest{};
    EVP_Digest(style.data(), style.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    std::array<unsigned char, 64> base64{};
    EVP_EncodeBlock(base64.data(), digest.data(), 32);
    CHECK(html.find("default-src 'none'; style-src 'sha256-" + std::string(reinterpret_cast<char*>(base64.data())) + "'") != std::string::npos);
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
    CHECK(tree.select_nodes("//details").size() == 1);
    CHECK(tree.select_nodes("//h1").size() == 1);
}
