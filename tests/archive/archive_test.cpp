// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "catch.hpp"
#include <minutes/minutes.hpp>

#include "invented_meeting.hpp"
#include "passages.hpp"
#include "sample.hpp"
#include "search_words.hpp"

namespace {

using namespace minutes;
namespace fs = std::filesystem;

/// A folder of its own for each test.
struct scratch {
    fs::path folder = fs::temp_directory_path() / ("minutes-archive-test-" + std::to_string(::getpid()));
    scratch() {
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    ~scratch() { fs::remove_all(folder); }
    [[nodiscard]] fs::path operator/(const char* name) const { return folder / name; }
};

archive opened(const fs::path& path, archive_access access) {
    auto r = open_archive(path, access);
    INFO(r.message);
    REQUIRE(r.ok());
    return std::move(r.archive);
}

std::vector<meeting> all_in(const archive& a, const meeting_filter& f = {}) {
    std::vector<meeting> out;
    const auto done = a.each_meeting(f, [&](meeting&& m) { out.push_back(std::move(m)); });
    INFO(done.message);
    CHECK(done.ok);
    return out;
}

archived_document document(std::string name, std::string hash = "0") { return {std::move(name), 1, 2, std::move(hash), "test", {}, {}}; }

parse_result reading_of(std::string_view text) {
    parse_options o;
    o.name = "text";
    return parse(text, o);
}

constexpr std::string_view ferry = "Ferry Board\nMinutes of the meeting held on 3 March 2015\n\n1. Slipway\nThe slipway is to be scraped in April.\n\n2. Lamps\nThe lamp fails.\n";

}  // namespace

TEST_CASE("what is kept comes back equal") {
    const scratch s;
    std::vector<meeting> kept;
    {
        archive a = opened(s / "a.db", archive_access::write);
        const auto keep = [&](meeting m, int n) {
            const std::string name = "minutes-" + std::to_string(1000 + n);
            REQUIRE(a.keep_reading(document(name), {m, {}, m.diagnostics, true}));
            m.source.name = a.path_of(name).string();
            kept.push_back(std::move(m));
        };
        for (std::uint32_t seed = 0; seed < 40; ++seed) keep(invented_meeting(seed), static_cast<int>(seed));
        keep(sample::nasty().meeting, 99);
        REQUIRE(a.commit());
    }
    const archive a = opened(s / "a.db", archive_access::read);
    CHECK(a.check_file().ok);
    auto found = all_in(a);
    const auto by_name = [](const meeting& x, const meeting& y) { return x.source.name < y.source.name; };
    std::sort(found.begin(), found.end(), by_name);
    REQUIRE(found.size() == kept.size());
    for (std::size_t n = 0; n < kept.size(); ++n) {
        INFO(kept[n].source.name);
        CHECK((found[n] == load(write_json(kept[n])).meeting));
    }
}

TEST_CASE("what was not committed is gone, what was is there") {
    const scratch s;
    {
        archive a = opened(s / "a.db", archive_access::write);
        REQUIRE(a.keep_reading(document("one"), reading_of(ferry)));
        REQUIRE(a.commit());
        REQUIRE(a.keep_reading(document("two"), reading_of(ferry)));
    }
    const archive a = opened(s / "a.db", archive_access::read);
    CHECK(all_in(a).size() == 1);
    CHECK(a.find_document("one"));
    CHECK_FALSE(a.find_document("two"));
}

TEST_CASE("a new reading takes the place of the old one, in searches too") {
    const scratch s;
    archive a = opened(s / "a.db", archive_access::write);
    REQUIRE(a.keep_reading(document("one", "a"), reading_of(ferry)));
    REQUIRE(a.keep_reading(document("one", "b"), reading_of("Ferry Board\n3 March 2015\n\n1. Rope\nNew rope is ordered.\n")));
    REQUIRE(a.commit());
    CHECK(all_in(a).size() == 1);
    CHECK(a.search("slipway").found == 0);
    CHECK(a.search("rope").found == 1);
    CHECK(a.find_document("one")->sha256 == "b");
    CHECK(a.check_file().ok);
}

TEST_CASE("a file that can no longer be read keeps its last reading") {
    const scratch s;
    archive a = opened(s / "a.db", archive_access::write);
    REQUIRE(a.keep_reading(document("one", "a"), reading_of(ferry)));
    auto gone = document("one", "b");
    gone.outcome = archived_document::outcome_type::refused;
    gone.reason = "it is encrypted";
    REQUIRE(a.keep_document(gone));
    CHECK(all_in(a).size() == 1);
    CHECK(a.find_document("one")->reason == "it is encrypted");
}

TEST_CASE("meetings by body and day") {
    const scratch s;
    archive a = opened(s / "a.db", archive_access::write);
    REQUIRE(a.keep_reading(document("b"), reading_of(ferry)));
    REQUIRE(a.keep_reading(document("a"), reading_of("Garden Group\nMinutes of the meeting held on 5 May 2014\n\n1. Seeds\nNone.\n")));
    const auto on = [](int y, unsigned m, unsigned d) { return date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}}; };
    CHECK(all_in(a).front().body.value == "Garden Group");
    CHECK(all_in(a, {"ferry"}).size() == 1);
    CHECK(all_in(a, {"board FERRY"}).size() == 1);
    CHECK(all_in(a, {"err"}).empty());
    CHECK(all_in(a, {"", on(2015, 1, 1)}).size() == 1);
    CHECK(all_in(a, {"", {}, on(2014, 5, 5)}).size() == 1);
    CHECK(all_in(a, {"", on(2014, 5, 6), on(2015, 3, 2)}).empty());
    CHECK(a.search("slipway OR seeds", {"garden"}).found == 1);
}

TEST_CASE("a hit tells its place and shows its words") {
    const scratch s;
    archive a = opened(s / "a.db", archive_access::write);
    REQUIRE(a.keep_reading(document("ferry.txt"), reading_of(ferry)));
    const auto r = a.search("\"be scraped\" apr*");
    REQUIRE(r.ok());
    REQUIRE(r.hits.size() == 1);
    const search_hit& hit = r.hits.front();
    CHECK(hit.source == "ferry.txt");
    CHECK(hit.place == "line 5");
    CHECK(hit.item == "1 Slipway");
    CHECK(hit.body == "Ferry Board");
    std::string found, whole;
    for (const auto& p : hit.snippet) {
        whole += p.text;
        if (p.found) found += "[" + p.text + "]";
    }
    CHECK(found == "[be scraped][April]");
    CHECK(whole.find("The slipway is to be scraped in April.") != std::string::npos);
    CHECK(whole.find('\n') == std::string::npos);
}

TEST_CASE("what is typed becomes a query without operators of its own") {
    const auto query = [](std::string_view typed) { return read_search_words(typed).query; };
    CHECK(query("flood barrier") == R"q((("flood") AND ("barrier")))q");
    CHECK(query("\"flood barrier\" rep*") == R"q((("flood barrier") AND ("rep" *)))q");
    CHECK(query("ferry OR slip OR pier lamp") == R"q((("ferry" OR "slip" OR "pier") AND ("lamp")))q");
    CHECK(query("ferry -\"lamp post\" -oil*") == R"q((("ferry")) NOT "lamp post" NOT "oil" *)q");
    CHECK(query("NEAR(a b) AND text:x") == R"q((("NEAR(a") AND ("b)") AND ("AND") AND ("text:x")))q");
    CHECK(query("'); DROP TABLE action; -- x") == R"q((("DROP") AND ("TABLE") AND ("action;") AND ("x")))q");
}

TEST_CASE("hostile queries get words for an answer") {
    const scratch s;
    archive a = opened(s / "a.db", archive_access::write);
    REQUIRE(a.keep_reading(document("ferry.txt"), reading_of(ferry)));
    std::string many;
    for (int k = 0; k < 100'000; ++k) many += "a ";
    for (const std::string& typed : {std::string(), std::string(" \t\n"), std::string("\""), std::string("a \"b"), std::string("*"), std::string("**"), std::string("a*b"), std::string("OR"),
                                     std::string("a OR"), std::string("OR a"), std::string("a OR -b"), std::string("-a"), std::string("\"\""), std::string("()"), std::string("^"), many}) {
        INFO(typed.substr(0, 40));
        CHECK_FALSE(mistake_in_query(typed).empty());
        CHECK(a.search(typed).message == mistake_in_query(typed));
    }
    for (const std::string& typed : {std::string("a) OR (b"), std::string("NEAR(slipway"), std::string("{text}:slipway"), std::string("slipway^"), std::string("a+b"), std::string("\xFF\xFE"),
                                     std::string("slip\0way", 8), std::string("passage_words MATCH 1"), std::string("- - -x y")}) {
        INFO(typed);
        CHECK(a.search(typed).ok());
    }
}

TEST_CASE("passages are the whole text, cut where items begin") {
    const auto check = [](const meeting& m) {
        std::string joined;
        for (const passage& p : passages_of(m)) {
            CHECK(p.span.size() <= 16 * 1024);
            joined += m.text->text.substr(p.span.begin, p.span.size());
        }
        CHECK((joined == m.text->text));
    };
    for (std::uint32_t seed = 0; seed < 60; ++seed) check(invented_meeting(seed));
    for (const auto& e : fs::directory_iterator(SAMPLES)) check(parse_file(e.path()).meeting);
    std::string long_line = "Ferry Board\n1. Prose\n";
    for (int k = 0; k < 5000; ++k) long_line += "wörter ";
    check(reading_of(long_line).meeting);
    CHECK(passages_of(reading_of(ferry).meeting).size() == 3);
}

TEST_CASE("what is no archive is refused in words") {
    const scratch s;
    CHECK(open_archive(s / "none.db", archive_access::read).message == "there is no such file");
    std::ofstream(s / "text.db") << "Ferry Board: no database at all, however long this line becomes\n";
    CHECK(open_archive(s / "text.db", archive_access::read).message == "it is not an archive of minutes");
    CHECK(open_archive(s / "text.db", archive_access::write).message == "it is not an archive of minutes");
    CHECK_FALSE(open_archive(s.folder, archive_access::write).ok());
    std::ofstream(s / "empty.db");
    CHECK(open_archive(s / "empty.db", archive_access::read).message == "it is not an archive of minutes");
    CHECK(open_archive(s / "empty.db", archive_access::write).ok());
}

TEST_CASE("one import at a time") {
    const scratch s;
    {
        const archive a = opened(s / "a.db", archive_access::write);
        const std::string why = open_archive(s / "a.db", archive_access::write).message;
        CHECK(why == "another import is at work on it (process " + std::to_string(::getpid()) + ")");
        CHECK(open_archive(s / "a.db", archive_access::read).ok());
    }
    CHECK(open_archive(s / "a.db", archive_access::write).ok());
    CHECK_FALSE(fs::exists(s / "a.db.lock"));
    CHECK_FALSE(fs::exists(s / "a.db-wal"));
}

TEST_CASE("damage is told and crashes nothing") {
    const scratch s;
    {
        archive a = opened(s / "a.db", archive_access::write);
        for (int n = 0; n < 20; ++n) REQUIRE(a.keep_reading(document(std::to_string(n)), reading_of(ferry)));
        REQUIRE(a.commit());
    }
    std::ifstream in(s / "a.db", std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    std::uint32_t random = 1;
    int told = 0;
    for (int n = 0; n < 200; ++n) {
        std::string bytes = whole;
        for (int k = 0; k < 4; ++k) {
            random = random * 1664525 + 1013904223;
            bytes[(random >> 8) % bytes.size()] = static_cast<char>(random >> 24);
        }
        if (n % 10 == 0) bytes.resize(bytes.size() * static_cast<std::size_t>(n) / 200);
        std::ofstream(s / "b.db", std::ios::binary) << bytes;
        const auto opened_one = open_archive(s / "b.db", archive_access::read);
        if (!opened_one.ok()) ++told;
        else {
            const bool all = opened_one.archive.each_meeting({}, [](meeting&&) {}).ok;
            const bool search = opened_one.archive.search("slipway").ok();
            told += !all || !search || !opened_one.archive.check_file().ok;
        }
    }
    CHECK(told > 100);
}
