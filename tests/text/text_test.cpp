// SPDX-License-Identifier: Apache-2.0
// parse(write_text(m)) says what m says: for the samples, invented meetings and the shared corpus.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "catch.hpp"
#include <minutes/minutes.hpp>

#include "content.hpp"
#include "invented_meeting.hpp"

namespace {

using namespace minutes;
namespace fs = std::filesystem;

std::string text_of(const meeting& m) { return write({m, {}, {}, true}, "text"); }

/// What differs once the meeting is written and read again; empty when nothing does.
std::string lost_on_the_way(const meeting& m, const std::vector<std::string>& content) {
    const std::string text = text_of(m);
    const std::string lines = difference(content, content_of(parse(text).meeting));
    return lines.empty() ? lines : lines + "--- text\n" + text;
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> out;
    for (const auto& e : fs::directory_iterator(folder)) out.push_back(e.path());
    std::sort(out.begin(), out.end());
    return out;
}

void check_invented(std::uint32_t from, std::uint32_t to) {
    std::size_t different = 0;
    for (std::uint32_t seed = from; seed < to; ++seed) {
        const meeting m = invented_meeting(seed);
        const std::string lost = lost_on_the_way(m, content_of(m));
        if (lost.empty() || ++different > 3) continue;
        INFO("seed " << seed << "\n" << lost);
        CHECK(lost.empty());
    }
    CHECK(different == 0);
}

}  // namespace

TEST_CASE("invented meetings are read back alike") { check_invented(0, 300); }

TEST_CASE("the samples, written as text and read again, say the same") {
    for (const auto& file : files_in(SAMPLES)) {
        INFO(file.filename().string());
        const meeting m = parse_file(file).meeting;
        const std::string lost = lost_on_the_way(m, content_of(m));
        INFO(lost);
        CHECK(lost.empty());
    }
}

TEST_CASE("what was read from canonical text is written as the same text") {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const std::string text = text_of(invented_meeting(seed));
        INFO(text);
        CHECK(text_of(parse(text).meeting) == text);
    }
}

TEST_CASE("what minutes tell outside items is written and read back") {
    const meeting m = parse("Harbour Board\nMinutes of the meeting held on Thursday 5 March 2015 at 7.00pm in the Net Loft\n\nPresent: Ottilie Brancaster (OB), Quentin Dray (QD)\n\n"
                            "The pontoon is loose at the seaward end. It was agreed to mend it\nbefore Easter.\n\n"
                            "Venue: the loft is too cold for the next meeting, and nobody knows another.\n\nThe lamps are out, and Quentin Dray will see to it.\n\nThe meeting closed at 9.00pm.\n").meeting;
    const std::string text = text_of(m);
    INFO(text);
    CHECK(text.find("\nThe pontoon is loose at the seaward end. It was agreed to mend it before Easter.\n") != text.npos);
    CHECK(text.find("\nThe lamps are out, and Quentin Dray will see to it.\n") != text.npos);
    const meeting again = parse(text).meeting;
    CHECK(text_of(again) == text);
    CHECK(difference(content_of(m), content_of(again)).empty());
    CHECK(again.items.empty());
}

TEST_CASE("ten thousand invented meetings are read back alike", "[.slow][slow]") { check_invented(300, 10'300); }

TEST_CASE("the corpus, written as text and read again, says the same", "[.slow][slow]") {
    const char* shared = std::getenv("MINUTES_SHARED");
    const fs::path docs = fs::path(shared ? shared : std::string(PROJECT) + "/../shared") / "corpus/dev/docs";
    if (!fs::exists(docs)) {
        std::cout << "skipped: no shared corpus (set MINUTES_SHARED to its folder)\n";
        return;
    }
    std::size_t facts = 0, kept = 0, documents = 0, alike = 0;
    for (const auto& file : files_in(docs)) {
        const parse_result r = parse_file(file);
        if (!r.readable) continue;
        const auto content = content_of(r.meeting);
        const auto again = content_of(parse(text_of(r.meeting)).meeting);
        std::vector<std::string> both;
        std::set_intersection(content.begin(), content.end(), again.begin(), again.end(), std::back_inserter(both));
        facts += content.size();
        kept += both.size();
        ++documents;
        alike += both.size() == content.size() && again.size() == content.size();
        if (std::getenv("MINUTES_VERBOSE")) std::cout << "=== " << file.filename().string() << " " << both.size() << "/" << content.size() << "\n" << difference(content, again);
    }
    std::cout << documents << " documents, " << alike << " of them alike; " << kept << " of " << facts << " facts kept\n";
    CHECK(alike == documents);
}
