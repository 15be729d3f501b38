// SPDX-License-Identifier: Apache-2.0
// What goes into character recognition and what is made of what comes out.  The recogniser itself: tests/slow.
#include <algorithm>

#include "catch.hpp"
#include "document_builder.hpp"
#include "document_text.hpp"
#include "page_writer.hpp"
#include "picture.hpp"
#include "picture_reader.hpp"
#include "recognition.hpp"

namespace {

using namespace minutes;

/// A white picture with dark boxes: left, top, width, height in pixels.
picture drawn(std::size_t width, std::size_t height, const std::vector<std::array<std::size_t, 4>>& boxes) {
    picture p{width, height, std::string(width * height, '\xFF')};
    for (const auto& [left, top, w, h] : boxes)
        for (std::size_t y = top; y < top + h; ++y) std::fill_n(p.grey.begin() + static_cast<std::ptrdiff_t>(y * width + left), w, '\0');
    return p;
}

TEST_CASE("ruling lines are taken out of a picture and letters are left") {
    auto p = drawn(400, 400, {{20, 100, 360, 3}, {20, 100, 3, 200}, {200, 180, 6, 40}, {200, 180, 24, 6}});
    const auto rules = erase_rules(p, 300);
    CHECK(std::count_if(rules.begin(), rules.end(), [](const page_rule& r) { return r.across; }) == 3);
    CHECK(std::count_if(rules.begin(), rules.end(), [](const page_rule& r) { return !r.across; }) == 3);
    CHECK_FALSE(p.dark(300, 101));
    CHECK_FALSE(p.dark(21, 250));
    CHECK(p.dark(202, 200));
    CHECK(p.dark(215, 183));
    CHECK(rules.front().box.width() == Approx(360 * 72 / 300.0));
}

TEST_CASE("a picture is written and read again") {
    const auto p = drawn(7, 5, {{1, 1, 2, 2}});
    const auto again = read_pgm(write_pgm(p));
    REQUIRE(again);
    CHECK(again->grey == p.grey);
    CHECK_FALSE(read_pgm("P5\n7 5\n255\nshort"));
    CHECK_FALSE(read_pgm("P5\n99999999999 99999999999\n255\n"));
    CHECK_FALSE(read_pgm("P6\n1 1\n255\nabc"));
    CHECK(drawn(500, 500, {{3, 3, 2, 2}}).blank());
    CHECK_FALSE(drawn(500, 500, {{3, 3, 50, 8}}).blank());
}

const std::string recognised =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n"
    "4\t1\t1\t1\t1\t0\t300\t300\t600\t40\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t300\t300\t200\t40\t96.1\tHarbour\n"
    "5\t1\t1\t1\t1\t2\t520\t310\t150\t30\t41.0\tBoaid\n"
    "5\t1\t1\t1\t1\t3\t700\t300\t5\t40\t88.0\t|\n";

TEST_CASE("recognised words keep their place, and those that are doubtful are reported") {
    const auto pages = words_of_tsv(recognised, 300);
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].width == Approx(595.2));
    REQUIRE(pages[0].words.size() == 2);
    CHECK(pages[0].words[0].box.left == Approx(72));
    CHECK(pages[0].words[1].confidence == 41);
    CHECK(words_of_tsv(recognised, 0)[0].width == Approx(595));  // no resolution is known: as wide as A4

    document_builder b("", "picture");
    write_pages(pages, b);
    const auto d = std::move(b).finish();
    CHECK(d.text->text == "Harbour Boaid");
    REQUIRE(d.diagnostics.size() == 1);
    CHECK(d.diagnostics[0].code == "uncertain-words");
    CHECK(d.diagnostics[0].spans == spans{{8, 13}});
    CHECK(origin_of(*d.text, 9)->confidence == 41);
}

TEST_CASE("a picture without a recogniser is refused, with a reason") {
    const auto code = [](const reading& how) {
        const auto d = read_document("\x89PNG\r\n\x1A\n", {}, {.name = "scan.png", .reading = how});
        return d.readable ? std::string() : d.diagnostics.front().code;
    };
    reading never, without;
    never.ocr = recognition::never;
    without.programs = "/nonexistent";
    CHECK(code(never) == "needs-ocr");
    CHECK(code(without) == "needs-ocr");
}

}  // namespace
