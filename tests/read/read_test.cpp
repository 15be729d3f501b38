// SPDX-License-Identifier: Apache-2.0
// Encodings, line ends and odd characters: the same minutes in every dress, and places in the file as it was.
#include <algorithm>
#include <string>

#include "catch.hpp"
#include <minutes/minutes.hpp>

namespace {

using namespace minutes;
using namespace std::literals;

const std::string sample = "Harbour Board\nDate: 3 June 2014\n\nPresent:\nRen\u00E9e O\u2019Neill, Chair\tRO\n";

std::string utf16(const std::string& latin, bool big) {
    std::u16string units;
    for (std::size_t i = 0; i < latin.size();) {
        const auto b = static_cast<unsigned char>(latin[i]);
        if (b < 0x80) { units += b; i += 1; }
        else if (b < 0xE0) { units += static_cast<char16_t>((b & 0x1F) << 6 | (latin[i + 1] & 0x3F)); i += 2; }
        else { units += static_cast<char16_t>((b & 0x0F) << 12 | (latin[i + 1] & 0x3F) << 6 | (latin[i + 2] & 0x3F)); i += 3; }
    }
    std::string out;
    for (const char16_t u : units) {
        const char high = static_cast<char>(u >> 8), low = static_cast<char>(u & 0xFF);
        out += big ? high : low;
        out += big ? low : high;
    }
    return out;
}

std::string replaced(std::string s, const std::string& from, const std::string& to) {
    for (std::size_t at = s.find(from); at != s.npos; at = s.find(from, at + to.size())) s.replace(at, from.size(), to);
    return s;
}

void check_reading(const std::string& bytes) {
    const auto r = parse(bytes);
    CHECK(r.meeting.text->text == sample);
    REQUIRE(r.meeting.people.size() == 1);
    CHECK(r.meeting.people[0].name.value == "Ren\u00E9e O\u2019Neill");
    CHECK(r.meeting.people[0].initials.value == "RO");
}

bool has(const parse_result& r, std::string_view code) {
    return std::any_of(r.diagnostics.begin(), r.diagnostics.end(), [&](const auto& d) { return d.code == code; });
}

TEST_CASE("every encoding gives the same meeting") {
    check_reading(sample);
    check_reading("\xEF\xBB\xBF" + sample);
    check_reading("\xFF\xFE" + utf16(sample, false));
    check_reading("\xFE\xFF" + utf16(sample, true));
    check_reading(utf16(sample, false));
    check_reading(utf16(sample, true));
    check_reading(replaced(replaced(sample, "\u00E9", "\xE9"), "\u2019", "\x92"));  // Windows-1252
    check_reading(replaced(sample, "\n", "\r\n"));
    check_reading(replaced(sample, "\n", "\r"));
    check_reading(replaced(sample, " ", "\u00A0"));
    check_reading(replaced(sample, "Harbour", "Har\u00ADbour"));
    check_reading(replaced(sample, "Chair", "Ch\u200Bair"));
}

TEST_CASE("UTF-8 with stray Windows-1252 bytes is read and reported") {
    const auto mixed = replaced(sample, "\u2019", "\x92");
    check_reading(mixed);
    CHECK(has(parse(mixed), "encoding-mixed"));
}

TEST_CASE("a ligature becomes its letters, and columns still count in the file as it was") {
    const auto r = parse("Board\n\uFB01nance (\u200BTB)\n");
    CHECK(r.meeting.text->text == "Board\nfinance (TB)\n");
    const auto at = static_cast<std::uint32_t>(r.meeting.text->text.find("TB"));
    CHECK(place_of(*r.meeting.text, at) == place{2, 10});  // the zero-width space counts in the file
}

TEST_CASE("lines count in the file as it was") {
    const auto r = parse("One\r\n\r\nThree \u2028Four");
    const auto& t = *r.meeting.text;
    CHECK(place_of(t, static_cast<std::uint32_t>(t.text.find("Three"))) == place{3, 1});
    CHECK(place_of(t, static_cast<std::uint32_t>(t.text.find("Four"))) == place{4, 1});
    CHECK(line_text(t, 3) == "Three ");
    CHECK(line_text(t, 9).empty());
}

TEST_CASE("what XML forbids is replaced and reported") {
    const auto r = parse("Harbour Board\x01 minutes\n");
    CHECK(r.meeting.text->text == "Harbour Board\uFFFD minutes\n");
    CHECK(has(r, "characters-replaced"));
}

TEST_CASE("what is no text is refused, with a reason") {
    for (const auto& bytes : {"PK\x03\x04 zip"s, "\x7F" "ELF\x02\x01"s, "GIF89a\x01"s, std::string(200, '\x02')}) {
        const auto r = parse(bytes);
        CHECK_FALSE(r.readable);
        CHECK(has(r, "cannot-read"));
        CHECK(r.meeting.people.empty());
    }
}

TEST_CASE("a missing file is an error, not an exception") {
    const auto r = parse_file("no/such/minutes.txt");
    CHECK_FALSE(r.readable);
    CHECK(has(r, "cannot-open"));
}

TEST_CASE("nothing at all is a meeting without words") {
    for (const auto& bytes : {""s, "\n \t\n"s, "\xEF\xBB\xBF"s, "\xFF\xFE"s}) {
        const auto r = parse(bytes);
        CHECK(r.readable);
        CHECK(has(r, "empty-document"));
        CHECK(r.meeting.leaves.empty());
    }
}

TEST_CASE("any bytes give a result") {
    std::uint32_t state = 12345;  // a fixed sequence: the test is the same each time
    for (int n = 0; n < 300; ++n) {
        std::string bytes;
        for (int i = 0; i < 400; ++i) {
            state = state * 1664525u + 1013904223u;
            bytes += n % 3 == 0 ? static_cast<char>(state >> 24) : "1.\t/ ()\nAbA|:-\xE2\x80\x93\xD0\x92"[(state >> 24) % 19];
        }
        const auto r = parse(bytes);
        const auto c = measure_coverage(r.meeting);
        CHECK(c.lost + c.doubled == 0);
    }
}

}  // namespace
