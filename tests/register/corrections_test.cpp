// SPDX-License-Identifier: Apache-2.0
// Corrections: what they put right, what becomes of them over a series, and what is said of mistakes in them.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "catch.hpp"
#include <minutes/minutes.hpp>

namespace {

using namespace minutes;
namespace fs = std::filesystem;
using lines = std::vector<std::string>;

const std::string minutes_text =
    "Harbour Board\n"
    "Minutes of the meeting held on Tuesday 3 June 2014 at 10am in Pier House\n\n"
    "Present: Jane Smith (JS), Omar Reyes (OR)\n\n"
    "Ref\tAction\tOwner\tDue\n"
    "14/01\tMend the roof of the boat shed\tJS\t30 June 2014\n"
    "14/02\tAsk three firms for prices\tQZ\tASAP\n"
    "14/03\tPaint the pier\t\t\n";

parse_result read(const std::string& text = minutes_text) {
    parse_options how;
    how.name = "2014/june.txt";
    return parse(text, how);
}

lines shown(const std::vector<diagnostic>& all) {
    lines out;
    for (const auto& d : all) out.push_back(fmt::format("{}:{} {}: {}", d.place.line, d.place.column, d.code, d.message));
    return out;
}

corrections from(const std::string& toml) {
    const auto r = parse_corrections(toml);
    CHECK(shown(r.diagnostics) == lines{});
    return r.value;
}

bool says(const parse_result& r, std::string_view code) {
    return std::any_of(r.diagnostics.begin(), r.diagnostics.end(), [&](const diagnostic& d) { return d.code == code; });
}

TEST_CASE("owners, due dates and statuses are put right, and the words that they overrule are kept") {
    auto r = read();
    CHECK(says(r, "unknown-owner"));
    const auto stale = apply(from("[[actions]]\ndocument = \"june.txt\"\nref = \"14/02\"\nowners = [\"Omar Reyes\"]\ndue = 2014-06-20\nstatus = \"in_progress\"\n"), r);
    CHECK(stale.empty());
    const action& a = r.meeting.actions.at(1);
    REQUIRE(a.owners.size() == 1);
    CHECK(a.owners[0].text.value == "Omar Reyes");
    CHECK(a.owners[0].text.basis == basis::corrected);
    CHECK(a.owners[0].text.rule == "correction");
    CHECK(words_of(r.meeting, a.owners[0].text.spans) == "QZ");
    REQUIRE(find_person(r.meeting, a.owners[0].person) != nullptr);
    CHECK(to_string(a.due.date.value.value()) == "2014-06-20");
    CHECK(words_of(r.meeting, a.due.date.spans) == "ASAP");
    CHECK(a.status.value == action_status::in_progress);
    // What was doubted of the old words is doubted no longer.
    CHECK_FALSE(says(r, "unknown-owner"));
    // It survives our own formats.
    CHECK(load(write_json(r.meeting)).meeting == r.meeting);
    CHECK(load(write_xml(r.meeting)).meeting == r.meeting);
}

TEST_CASE("every output says what a person put right") {
    auto r = read();
    (void)apply(from("[[actions]]\ndocument = \"june.txt\"\ntext = \"Ask three\"\nowners = [\"Omar Reyes\"]\n"), r);
    for (const char* format : {"csv", "md", "akn", "text"}) {
        INFO(format);
        CHECK(write(r, format).find("by hand: the minutes say ") != std::string::npos);
    }
    CHECK(write(r, "ics").find("Corrected: Owner") != std::string::npos);
    CHECK(write(r, "html").find("corrected by hand") != std::string::npos);
    CHECK(write(r, "json").find("\"corrected\"") != std::string::npos);
    CHECK(write(r, "xml").find("basis=\"corrected\"") != std::string::npos);
    CHECK(write(read(), "csv").find("Corrected") == std::string::npos);
}

TEST_CASE("a person's full name, by initials and time") {
    const auto c = from("[[people]]\nname = \"Quentin Zeller\"\ninitials = \"QZ\"\nbody = \"The Harbour Board\"\nuntil = 2014-12-31\n");
    auto r = read();
    CHECK(apply(c, r).empty());
    const person* p = find_person(r.meeting, r.meeting.actions.at(1).owners.at(0).person);
    REQUIRE(p != nullptr);
    CHECK(p->name.value == "Quentin Zeller");
    CHECK(p->name.basis == basis::corrected);
    CHECK_FALSE(p->attendance.given());
    std::string later = minutes_text;
    later.replace(later.find("2014"), 4, "2015");
    auto other = read(later);
    CHECK(apply(c, other).empty());
    CHECK(other.meeting.actions.at(1).owners.at(0).person.empty());
    // Initials do not rename somebody whose name is known.
    auto jane = read();
    (void)apply(from("[[people]]\nname = \"Joan Sale\"\ninitials = \"JS\"\n"), jane);
    CHECK(jane.meeting.people.at(0).name.value == "Jane Smith");
}

TEST_CASE("what no longer fits its document is said with its place in the file") {
    auto r = read();
    const auto c = from("[[actions]]\ndocument = \"june.txt\"\nref = \"14/09\"\ndue = 2014-06-20\n\n[[actions]]\ndocument = \"june.txt\"\ntext = \"Mend the quay\"\nstatus = \"closed\"\n\n"
                        "[[actions]]\ndocument = \"july.txt\"\nref = \"14/09\"\nstatus = \"closed\"\n\n[[meetings]]\ndocument = \"june.txt\"\nmeeting = 2014-07-01\nvenue = \"Pier\"\n");
    CHECK(shown(apply(c, r)) == lines{"1:1 stale-correction: 2014/june.txt: there is no action '14/09' in it",
                                      "6:1 stale-correction: 2014/june.txt: there is no action 'Mend the quay' in it",
                                      "16:1 stale-correction: 2014/june.txt: there is no meeting of 2014-07-01 in it"});
    CHECK(shown(unused(c, {&r.meeting})) == lines{"11:1 stale-correction: there is no document 'july.txt' among the inputs"});
    const auto names = from("[[bodies]]\nname = \"Pier Board\"\nalso = [\"Pier Committee\"]\n\n[[people]]\nname = \"Ann Other\"\nalso = [\"A Nother\"]\n\n[[threads]]\njoin = [\"2014-06-03 14/01\",\n  \"2014-07-01 14/01\"]\n");
    CHECK(shown(unused(names, {&r.meeting})) == lines{"1:1 stale-correction: no meeting is of a body that is called 'Pier Board' or as 'also' says",
                                                      "5:1 stale-correction: no document names 'Ann Other' as the entry says",
                                                      "11:3 stale-correction: no meeting of 2014-07-01 has an action '14/01'"});
}

TEST_CASE("mistakes in the file are told all at once, with line and column") {
    const auto r = parse_corrections("[[action]]\ndocument = \"a\"\n\n[[actions]]\ndocument = \"a\"\nowner = [\"J\"]\nstatus = \"finished\"\ndue = \"3 May\"\n\n[[threads]]\njoin = [\"2014-02-30 1\", \"2014-03-27 2\"]\n");
    CHECK(shown(r.diagnostics) == lines{"1:3 corrections-error: 'action' is not a part of a file of corrections; did you mean 'actions'?",
                                        "4:1 corrections-error: 'ref' or 'text' is missing: which action is meant",
                                        "6:1 corrections-error: 'owner' is not a key of [[actions]]; did you mean 'owners'?",
                                        "7:10 corrections-error: 'status' cannot be 'finished'",
                                        "8:7 corrections-error: 'due' must be a day such as 2014-03-27",
                                        "11:8 corrections-error: 'join' must name two records or more",
                                        "11:9 corrections-error: '2014-02-30 1' must be a meeting's day and the action's reference or first words: \"2015-03-09 15/02\""});
    CHECK(parse_corrections("[[actions]").diagnostics.size() == 1);
    CHECK(load_corrections("no-such-file.toml").diagnostics.at(0).code == "cannot-open");
    CHECK(parse_corrections("").ok());
}

TEST_CASE("corrections of a series: a body, a person, an owner, threads joined and split") {
    const auto file = load_corrections(std::string(SERIES) + "/../corrections/series.toml");
    REQUIRE(shown(file.diagnostics) == lines{});
    std::vector<parse_result> all;
    std::vector<fs::path> files;
    for (const auto& e : fs::directory_iterator(SERIES))
        if (e.path().extension() == ".txt") files.push_back(e.path());
    std::sort(files.begin(), files.end());
    std::vector<const meeting*> meetings;
    for (const auto& f : files) {
        all.push_back(parse_file(f));
        CHECK(shown(apply(file.value, all.back())) == lines{});
    }
    for (const auto& r : all) meetings.push_back(&r.meeting);
    CHECK(shown(unused(file.value, meetings)) == lines{});
    const history h = history_of(meetings, file.value);
    REQUIRE(h.bodies.size() == 1);
    CHECK(h.bodies[0].name == "Marrow Quay Harbour Panel");
    const auto person = std::find_if(h.people.begin(), h.people.end(), [](const person_history& p) { return p.name == "Lou Wood"; });
    REQUIRE(person != h.people.end());
    CHECK(person->seen.size() == 7);
    const auto thread = [&](std::string_view ref, std::size_t nth = 0) -> const action_thread* {
        for (const action_thread& t : h.threads)
            if (t.first().action->ref.value == ref && nth-- == 0) return &t;
        return nullptr;
    };
    REQUIRE(thread("15/04") != nullptr);
    CHECK(thread("15/04")->occurrences.size() == 7);
    CHECK(thread("15/04")->corrected);
    CHECK(thread("15/11") == nullptr);
    REQUIRE(thread("15/10", 1) != nullptr);
    CHECK(thread("15/10")->occurrences.size() == 2);
    CHECK(thread("15/10", 1)->occurrences.size() == 3);
    REQUIRE(thread("15/07") != nullptr);
    CHECK(thread("15/07")->status() == action_status::closed);
    CHECK(thread("15/07")->first().action->owners.size() == 2);
    CHECK_FALSE(thread("15/09")->corrected);
}

}  // namespace
