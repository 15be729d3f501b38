// SPDX-License-Identifier: Apache-2.0
// Total, lossless, traced, deterministic: over every sample, whole and cut short, and
// over the texts of the shared corpus when MINUTES_SHARED or ../shared has it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "catch.hpp"
#include <minutes/minutes.hpp>

namespace {

using namespace minutes;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_in(const fs::path& folder, const std::set<std::string>& extensions) {
    std::vector<fs::path> out;
    for (const auto& e : fs::directory_iterator(folder))
        if (e.is_regular_file() && extensions.count(e.path().extension().string())) out.push_back(e.path());
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<fs::path> samples() { return files_in(SAMPLES, {".txt", ".md"}); }

void check_spans(const meeting& m, const spans& where) {
    for (const span& s : where) {
        CHECK(s.begin < s.end);
        CHECK(s.end <= m.text->text.size());
        CHECK((static_cast<unsigned char>(m.text->text[s.begin]) & 0xC0) != 0x80);
    }
}

/// A value that is given has words, unless it is derived from the silence of the document.
template <class T>
void check_traced(const meeting& m, const traced<T>& t) {
    check_spans(m, t.spans);
    if (t.value && t.basis == basis::stated) CHECK_FALSE(t.spans.empty());
    if (t.basis == basis::derived && t.given()) CHECK_FALSE(t.rule.empty());
    if (t.basis == basis::uncertain) {
        CHECK_FALSE(t.value);
        CHECK_FALSE(t.candidates.empty());
    }
}

void check_items(const meeting& m, const std::vector<item>& items) {
    for (const auto& it : items) {
        check_traced(m, it.number);
        check_traced(m, it.heading);
        for (const auto& b : it.blocks) check_spans(m, b.spans);
        check_items(m, it.items);
    }
}

void check_whole(const parse_result& r) {
    const meeting& m = r.meeting;
    const auto c = measure_coverage(m);
    CHECK(c.lost == 0);
    CHECK(c.doubled == 0);
    CHECK(c.label + c.value + c.prose + c.furniture + c.unparsed == c.characters);
    check_traced(m, m.title);
    check_traced(m, m.date);
    check_traced(m, m.start);
    check_traced(m, m.venue);
    check_traced(m, m.next.date);
    check_traced(m, m.next.venue);
    for (const auto& p : m.people) {
        check_traced(m, p.name);
        check_traced(m, p.initials);
        check_traced(m, p.role);
        check_traced(m, p.organisation);
        check_traced(m, p.attendance);
        check_traced(m, p.part);
    }
    check_items(m, m.items);
    for (const auto& d : m.decisions) check_traced(m, d.text);
    for (const auto& a : m.actions) {
        check_traced(m, a.ref);
        check_traced(m, a.text);
        check_traced(m, a.due.text);
        check_traced(m, a.due.date);
        check_traced(m, a.status);
        for (const auto& o : a.owners) {
            check_traced(m, o.text);
            CHECK((o.person.empty() || find_person(m, o.person) != nullptr));
        }
        CHECK((a.item.empty() || find_item(m, a.item) != nullptr));
    }
    const auto& codes = diagnostic_codes();
    for (const auto& d : r.diagnostics) {
        check_spans(m, d.spans);
        CHECK(std::any_of(codes.begin(), codes.end(), [&](const auto& k) { return k.code == d.code; }));
    }
}

TEST_CASE("every sample is read whole, each value traced") {
    REQUIRE(samples().size() >= 6);
    for (const auto& file : samples()) {
        INFO(file.filename().string());
        const auto r = parse_file(file);
        check_whole(r);
        CHECK_FALSE(r.meeting.actions.size() + r.meeting.decisions.size() == 0);
        CHECK(r.meeting.date.value);
    }
}

TEST_CASE("every sample, cut after each line, is read") {
    for (const auto& file : samples()) {
        const auto bytes = bytes_of(file);
        for (std::size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1)) {
            INFO(file.filename().string() << " cut at byte " << at + 1);
            check_whole(parse(std::string_view(bytes).substr(0, at + 1)));
        }
    }
}

TEST_CASE("every sample, cut at each 7th byte, is read") {
    for (const auto& file : samples()) {
        const auto bytes = bytes_of(file);
        for (std::size_t at = 0; at < bytes.size(); at += 7) {
            INFO(file.filename().string() << " cut at byte " << at);
            const auto r = parse(std::string_view(bytes).substr(0, at));
            const auto c = measure_coverage(r.meeting);
            CHECK(c.lost + c.doubled == 0);
        }
    }
}

TEST_CASE("two runs give the same bytes in every format") {
    for (const auto& file : samples())
        for (const auto& f : output_formats()) {
            INFO(file.filename().string() << " as " << f.name);
            CHECK((write(parse_file(file), f.name) == write(parse_file(file), f.name)));
        }
}

/// Marks one item after the other as exempt, whatever it is about.
TEST_CASE("a public copy is whole, traced, and equal to itself when loaded") {
    for (const auto& file : samples()) {
        const auto r = parse_file(file);
        for (std::size_t i = 0; i < r.meeting.items.size(); ++i) {
            INFO(file.filename().string() << ", item " << i + 1);
            parse_result exempt = r;
            exempt.meeting.items[i].exempt.value = true;
            exempt.meeting.items[i].exempt.spans = r.meeting.items[i].heading.spans;
            const auto copy = public_copy(exempt);
            check_whole(copy);
            CHECK(copy.meeting.items.size() < r.meeting.items.size());
            CHECK(std::none_of(copy.meeting.actions.begin(), copy.meeting.actions.end(), [&](const action& a) { return a.item == r.meeting.items[i].id; }));
            CHECK(load(write_json(copy.meeting)).meeting == copy.meeting);
            CHECK(public_copy(copy.meeting) == copy.meeting);
            // What stays keeps its line in the file.
            for (const auto& d : copy.diagnostics)
                if (!d.spans.empty()) CHECK(place_of(*copy.meeting.text, d.spans.front().begin) == d.place);
        }
        CHECK(public_copy(r.meeting).text->text.size() <= r.meeting.text->text.size());
    }
}

TEST_CASE("a table of any width and length is read in proportion to its size") {
    std::string wide = "Item\tAction\tOwner\tDue\n", tall = wide;
    for (int i = 0; i < 3000; ++i) wide += "x\t";
    for (int i = 0; i < 3000; ++i) tall += "\tthe roof leaks\tMend it\tJS\t3 May\n";
    check_whole(parse(wide + "\n" + wide));
    CHECK(parse(tall).meeting.actions.size() == 3000);
    const std::string commas(20000, ','), dashes = std::string(5000, '-') + "\n";
    check_whole(parse("Present:\n" + commas + "\n" + dashes));
    std::string names = "Apologies: ";
    for (int i = 0; i < 3000; ++i) names += "Jane Smith, Clerk ";
    check_whole(parse(names));
}

TEST_CASE("every text of the shared corpus is read whole") {
    const char* shared = std::getenv("MINUTES_SHARED");
    const fs::path docs = fs::path(shared ? shared : std::string(PROJECT) + "/../shared") / "corpus/dev/docs";
    if (!fs::exists(docs)) {
        std::cout << "skipped: no shared corpus (set MINUTES_SHARED to its folder)\n";
        return;
    }
    const auto files = files_in(docs, {".txt", ".md", ".org", ".rst", ".qmd"});
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) {
        INFO(file.filename().string());
        check_whole(parse_file(file));
    }
}

}  // namespace
