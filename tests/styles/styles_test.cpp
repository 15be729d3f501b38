// SPDX-License-Identifier: Apache-2.0
// House styles through the library: what they change, and what is said of mistakes in them.
#include <fmt/format.h>

#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include <minutes/minutes.hpp>

namespace {

using namespace minutes;

constexpr const char* trust =
    "Harbour Leisure Trust\n"
    "Meeting of the Trustees, Thursday 27 March 2014, 9.00am, Pier Room\n"
    "\n"
    "Faces seen:\n"
    "Jane Smith, Chair (JS)\n"
    "Omar Reyes, Treasurer (OR)\n"
    "Not with us: Ruth Adler\n"
    "\n"
    "Our no\tUndertaking\tLead officer\tDeadline\n"
    "LT/14-7\tMend the tiles in the pool\tOR\t30 April 2014\n"
    "LT/14-8\tAsk three firms for the price of a new boiler\tJS\t3 May 2014\n";

constexpr const char* trust_style =
    "[labels]\n"
    "present = [\"faces seen\"]\n"
    "apologies = [\"not with us\"]\n"
    "[columns]\n"
    "ref = [\"our no\"]\n"
    "action = [\"undertaking\"]\n"
    "owner = [\"lead officer\"]\n"
    "due = [\"deadline\"]\n"
    "[references]\n"
    "action = [\"LT/{yy}-{n}\"]\n";

parse_result read(const std::string& text, const std::string& style = {}) {
    parse_options how;
    how.name = "trust.txt";
    if (!style.empty()) {
        const auto loaded = parse_style(style);
        REQUIRE(loaded.ok());
        how.style = loaded.style;
    }
    return parse(text, how);
}

std::string with(attendance which, const meeting& m) {
    std::string out;
    for (const auto& p : m.people)
        if (p.attendance.value == which) out += (out.empty() ? "" : ", ") + p.name.value.value_or("?");
    return out;
}

/// Mistakes as "line:column message".
std::vector<std::string> mistakes_in(const std::string& style) {
    std::vector<std::string> out;
    const auto r = parse_style(style);
    CHECK(r.ok() == r.diagnostics.empty());
    for (const auto& d : r.diagnostics) {
        CHECK(d.code == "style-error");
        CHECK(d.severity == severity::error);
        out.push_back(fmt::format("{}:{} {}", d.place.line, d.place.column, d.message));
    }
    return out;
}

TEST_CASE("a body's own words are read with its style and not without") {
    CHECK(with(attendance::present, read(trust).meeting).empty());
    const auto m = read(trust, trust_style).meeting;
    CHECK(with(attendance::present, m) == "Jane Smith, Omar Reyes");
    CHECK(with(attendance::apologies, m) == "Ruth Adler");
    REQUIRE(m.actions.size() == 2);
    CHECK(m.actions[0].ref.value == "LT/14-7");
    CHECK(m.actions[0].text.value == "Mend the tiles in the pool");
    REQUIRE(m.actions[0].owners.size() == 1);
    CHECK(find_person(m, m.actions[0].owners[0].person) != nullptr);
    REQUIRE(m.actions[1].due.date.value);
    CHECK(to_string(*m.actions[1].due.date.value) == "2014-05-03");
}

constexpr const char* parked =
    "Board\n"
    "3 May 2014\n"
    "\n"
    "Ref\tAction\tOwner\tDue\tStatus\n"
    "AP1\tMend the roof\tJane Smith\t30 June 2014\tParked\n"
    "AP2\tPaint the hall\tOmar Reyes\t30 June 2014\tDone\n";

action_status status_of_first(const std::string& style) {
    const auto m = read(parked, style).meeting;
    REQUIRE(m.actions.size() == 2);
    return m.actions[0].status.value.value();
}

TEST_CASE("a phrase of a style means what the style says and nothing else") {
    CHECK(status_of_first("") == action_status::on_hold);
    CHECK(status_of_first("status.complete = [\"parked\"]") == action_status::complete);
}

TEST_CASE("entries are replaced and removed") {
    CHECK(status_of_first("replace.status.on_hold = [\"asleep\"]") == action_status::open);
    CHECK(status_of_first("remove.status.on_hold = [\"parked\"]") == action_status::open);
    const std::string text = "Board\n3 May 2014\n\nAttendees:\nJane Smith, Chair\nOmar Reyes, Clerk\n";
    CHECK(with(attendance::present, read(text).meeting) == "Jane Smith, Omar Reyes");
    CHECK(with(attendance::present, read(text, "remove.labels.present = [\"attendees\"]\nremove.words.attending_words = [\"attendees\"]").meeting).empty());
}

TEST_CASE("a style's date order holds where the document leaves it open") {
    const std::string text = "Board meeting\nDate: 3/04/14\n";
    CHECK(to_string(*read(text).meeting.date.value) == "2014-04-03");
    CHECK(to_string(*read(text, "date_order = \"mdy\"").meeting.date.value) == "2014-03-04");
}

TEST_CASE("the language is told from the words, by the style, or by the caller") {
    const std::string welsh = "Cofnodion cyfarfod y Cyngor\nPresennol: y Cynghorwyr Non Hopcyn a Tegid Parri\nPenderfynwyd derbyn y cofnodion.\n";
    CHECK(read(welsh).meeting.languages == std::vector<std::string>{"cy"});
    CHECK(read("Minutes of the meeting\n").meeting.languages == std::vector<std::string>{"en"});
    CHECK(read("", "language = [\"cy\", \"en\"]").meeting.languages == std::vector<std::string>{"cy", "en"});
    const std::string english = "Minutes of the meeting of the Council\nPresent: Non Hopcyn and Tegid Parri\nThe minutes were agreed and the meeting closed.\n";
    CHECK(read(welsh + english).meeting.languages.size() == 2);
    parse_options how;
    how.languages = {"fr", "tlh"};  // a code that is none counts for nothing
    CHECK(parse(english, how).meeting.languages == std::vector<std::string>{"fr"});
}

TEST_CASE("mistakes are told with their places, all at once") {
    using all = std::vector<std::string>;
    CHECK(mistakes_in("").empty());
    CHECK(mistakes_in("date_ordre = \"dmy\"\n[labels]\napologys = [\"not with us\"]\n") ==
          all{"1:1 'date_ordre' is not a part of a house style; did you mean 'date_order'?", "3:1 'apologys' is not a key of [labels]; did you mean 'apologies'?"});
    CHECK(mistakes_in("[labels]\naction = [7]\npresent = 3\n") ==
          all{"2:11 'action' holds something that is no phrase in quotation marks", "3:11 'present' must be a list of phrases: [\"…\", \"…\"]"});
    CHECK(mistakes_in("[months]\nbrumaire = 13\n") == all{"2:12 'brumaire' must be a number from 1 to 12"});
    CHECK(mistakes_in("language = \"tlh\"\n") == all{"1:12 there is no lexicon of the language 'tlh'"});
    CHECK(mistakes_in("date_order = \"dym\"\n") == all{"1:14 'date_order' must be \"dmy\" or \"mdy\""});
    CHECK(mistakes_in("labels = 3\n") == all{"1:10 'labels' must be a table: [labels]"});
    CHECK(mistakes_in("[replace.lables]\n") == all{"1:10 'lables' is not a section of a lexicon; did you mean 'labels'?"});
    CHECK(mistakes_in("[labels]\nnone = [\" \"]\n") == all{"2:9 'none' holds an empty phrase"});
}

TEST_CASE("what is no TOML is told with its place") {
    const auto mistakes = mistakes_in("[labels]\npresent = [\"faces seen\"\n");
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].substr(0, 2) == "2:");
    CHECK(mistakes_in("\xff\xfe").size() == 1);
}

TEST_CASE("shapes of references are checked when the style is read") {
    using all = std::vector<std::string>;
    const auto shape = [](const std::string& s) { return mistakes_in("references.action = [\"" + s + "\"]"); };
    CHECK(shape("Action {n}/{yy}").empty());
    CHECK(shape("{A}{n}{a}").empty());
    CHECK(shape("{no}") == all{"1:22 '{no}' is no part of a reference: {n}, {yy}, {yyyy}, {A} and {a} are"});
    CHECK(shape("{n") == all{"1:22 '{n}' is no part of a reference: {n}, {yy}, {yyyy}, {A} and {a} are"});
    CHECK(shape("{n}{yy}") == all{"1:22 in '{n}{yy}', {n} has figures right behind it, so nothing says where it ends"});
    CHECK(shape("Action") == all{"1:22 'Action' has no number in it: {n}, {yy} or {yyyy}"});
}

TEST_CASE("a style that cannot be opened is told") {
    const auto r = load_style("nowhere.toml");
    REQUIRE(r.diagnostics.size() == 1);
    CHECK(r.diagnostics[0].code == "cannot-open");
}

TEST_CASE("one style serves many threads") {
    const auto style = parse_style(trust_style).style;
    std::vector<std::size_t> found(8);
    std::vector<std::thread> threads;
    for (std::size_t& n : found)
        threads.emplace_back([&n, style] {
            parse_options how;
            how.style = style;
            n = parse(trust, how).meeting.actions.size();
        });
    for (auto& t : threads) t.join();
    CHECK(found == std::vector<std::size_t>(8, 2));
}

}  // namespace
