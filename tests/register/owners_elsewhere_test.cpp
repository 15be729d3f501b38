// SPDX-License-Identifier: Apache-2.0
// Initials that a meeting does not explain: other meetings of the body do where time leaves no doubt, and never else.
#include <string>
#include <vector>

#include "catch.hpp"
#include <minutes/minutes.hpp>

namespace {

using namespace minutes;
using names = std::vector<std::string>;

meeting held(const std::string& day, const std::string& present, const std::string& owner, const std::string& body = "Harbour Board") {
    parse_options how;
    how.name = day + ".txt";
    return parse(body + "\nMinutes of the meeting held on " + day + "\n\nPresent: " + present + "\n\nRef\tAction\tOwner\tDue\n1/" + day.substr(0, 1) + "\tMend the roof of the boat shed\t" + owner + "\t30 December 2015\n", how)
        .meeting;
}

/// Who the owner of each meeting's action may be by the others; empty where its own meeting says.
std::vector<names> elsewhere(const std::vector<meeting>& all) {
    meeting_list list;
    for (const meeting& m : all) list.push_back(&m);
    const history h = history_of(list);
    std::vector<names> out;
    for (const meeting& m : all) {
        REQUIRE(m.actions.size() == 1);
        REQUIRE(m.actions[0].owners.size() == 1);
        const auto known = h.elsewhere.find(&m.actions[0].owners[0]);
        out.push_back(known == h.elsewhere.end() ? names{} : known->second.names);
    }
    return out;
}

}  // namespace

TEST_CASE("initials of one person only are that person's") {
    CHECK(elsewhere({held("2 March 2015", "Jane Smith (JS), Omar Reyes (OR)", "JS"), held("4 May 2015", "Omar Reyes (OR), Ruth Adler (RA)", "JS")}) ==
          std::vector<names>{{}, {"Jane Smith"}});
}

TEST_CASE("initials that changed hands are settled within one person's time, and open between two") {
    const auto who = elsewhere({held("2 March 2015", "Jane Smith (JS), Omar Reyes (OR)", "JS"), held("6 April 2015", "Omar Reyes (OR), Ruth Adler (RA)", "JS"),
                                held("4 May 2015", "Jane Smith (JS), Omar Reyes (OR)", "JS"), held("1 June 2015", "Omar Reyes (OR), Ruth Adler (RA)", "JS"),
                                held("6 July 2015", "Jack Stone (JS), Omar Reyes (OR)", "JS")});
    CHECK(who == std::vector<names>{{}, {"Jane Smith"}, {}, {"Jack Stone", "Jane Smith"}, {}});
}

TEST_CASE("another body's people are nobody here") {
    CHECK(elsewhere({held("2 March 2015", "Jane Smith (JS), Omar Reyes (OR)", "JS", "Garden Group"), held("4 May 2015", "Omar Reyes (OR), Ruth Adler (RA)", "JS")}) ==
          std::vector<names>{{}, {}});
}

TEST_CASE("registers name who is settled, and say by what") {
    parse_result all;
    all.meeting = held("2 March 2015", "Jane Smith (JS), Omar Reyes (OR)", "OR");
    all.more.push_back(held("4 May 2015", "Omar Reyes (OR), Ruth Adler (RA)", "JS"));
    write_options how;
    how.merge = true;
    how.columns = {"Owner", "Owner (as written)", "Check"};
    const std::string csv = write(all, "csv", how);
    INFO(csv);
    CHECK(csv.find("Jane Smith,JS,") != csv.npos);
    CHECK(csv.find("JS is Jane Smith by other meetings") != csv.npos);
}
