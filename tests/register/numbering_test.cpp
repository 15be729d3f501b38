// SPDX-License-Identifier: Apache-2.0
// How bodies number their actions, what joins records and what keeps them apart.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "catch.hpp"
#include <minutes/minutes.hpp>

namespace {

using namespace minutes;

struct read_minutes {
    std::vector<meeting> meetings;
    minutes::history history;

    explicit read_minutes(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            parse_options how;
            how.name = fmt::format("{}.txt", meetings.size() + 1);
            meetings.push_back(parse(text, how).meeting);
        }
        std::vector<const meeting*> all;
        for (const meeting& m : meetings) all.push_back(&m);
        history = history_of(all);
    }

    /// "A1 Order the gravel: 2015-03-03 2015-04-07"
    [[nodiscard]] std::vector<std::string> threads() const {
        std::vector<std::string> out;
        for (const action_thread& t : history.threads) {
            std::vector<std::string> days;
            for (const occurrence& o : t.occurrences) days.push_back(to_string(*o.meeting->date.value));
            const action& a = *t.first().action;
            out.push_back(fmt::format("{}{}{}: {}", a.ref.value.value_or(""), a.ref.value ? " " : "", a.text.value.value_or(""), fmt::join(days, " ")));
        }
        return out;
    }
};

std::string minutes_of(std::string_view body, std::string_view day, std::string_view rest) {
    return fmt::format("{}\nMinutes of the meeting held on {} at 6pm in the Shed\n\nPresent: Ada Winslow (AW), Kit Marlowe (KM)\n\n{}", body, day, rest);
}

const std::string table = "Ref\tAction\tOwner\tDue\tStatus\n";
const std::string march = "Tuesday 3 March 2015", april = "Tuesday 7 April 2015", may = "Tuesday 5 May 2015";

using lines = std::vector<std::string>;

TEST_CASE("numbers that begin again at each meeting join nothing by themselves") {
    const read_minutes r({minutes_of("Garden Plan Group", march, table + "A1\tOrder the gravel for the lower path\tAW\t1 April 2015\t\nA2\tDraw the beds along the wall\tKM\t1 May 2015\t\n"),
                          minutes_of("Garden Plan Group", april, table + "A1\tAsk three nurseries for prices\tKM\t1 May 2015\t\nA2\tBook the hall for the seed swap\tAW\t1 May 2015\t\n")});
    CHECK(r.threads() == lines{"A1 Order the gravel for the lower path: 2015-03-03", "A2 Draw the beds along the wall: 2015-03-03",
                               "A1 Ask three nurseries for prices: 2015-04-07", "A2 Book the hall for the seed swap: 2015-04-07"});
    CHECK(r.history.bodies.at(0).scheme == reference_scheme::restarting);
}

TEST_CASE("where they begin again, the old list above the new one goes on by number and words together") {
    const std::string old = "1. Actions from the last meeting\n\n", fresh = "\n2. New actions\n\n";
    const read_minutes r({minutes_of("Garden Plan Group", march, "1. New actions\n\n" + table + "A1\tOrder the gravel for the lower path\tAW\t1 April 2015\t\nA2\tDraw the beds along the wall\tKM\t1 May 2015\t\n"),
                          minutes_of("Garden Plan Group", april, old + table + "A1\tOrder the gravel for the lower path\tAW\t1 April 2015\tComplete\n" + fresh + table + "A1\tAsk three nurseries for prices\tKM\t1 June 2015\t\n"),
                          minutes_of("Garden Plan Group", may, old + table + "A1\tAsk three nurseries for prices\tKM\t1 June 2015\tIn progress\n" + fresh + table + "A1\tMend the gate\tAW\t1 July 2015\t\n")});
    CHECK(r.threads() == lines{"A1 Order the gravel for the lower path: 2015-03-03 2015-04-07", "A2 Draw the beds along the wall: 2015-03-03",
                               "A1 Ask three nurseries for prices: 2015-04-07 2015-05-05", "A1 Mend the gate: 2015-05-05"});
}

TEST_CASE("actions that share the number of their minute go on each by its own words") {
    const read_minutes r({minutes_of("Path Committee", march, table + "27/15\tOrder the gravel for the lower path\tAW\t1 April 2015\t\n27/15\tDraw the beds along the wall\tKM\t1 May 2015\t\n"),
                          minutes_of("Path Committee", april, table + "27/15\tDraw the beds along the wall\tKM\t1 May 2015\tIn progress\n27/15\tOrder the gravel for the lower path\tAW\t1 April 2015\tComplete\n")});
    CHECK(r.threads() == lines{"27/15 Order the gravel for the lower path: 2015-03-03 2015-04-07", "27/15 Draw the beds along the wall: 2015-03-03 2015-04-07"});
}

TEST_CASE("a closed action's number with other words is another action") {
    const read_minutes r({minutes_of("Path Committee", march, table + "15/01\tOrder the gravel for the lower path\tAW\t1 April 2015\t\n15/02\tDraw the beds along the wall\tKM\t1 May 2015\t\n"),
                          minutes_of("Path Committee", april, table + "15/01\tOrder the gravel for the lower path\tAW\t1 April 2015\tComplete\n15/02\tDraw the beds along the wall\tKM\t1 May 2015\tOpen\n"),
                          minutes_of("Path Committee", may, table + "15/01\tMend both gates before the fair\tKM\t1 July 2015\t\n15/02\tDraw the beds along the wall\tKM\t1 May 2015\tOpen\n")});
    CHECK(r.threads() == lines{"15/01 Order the gravel for the lower path: 2015-03-03 2015-04-07", "15/02 Draw the beds along the wall: 2015-03-03 2015-04-07 2015-05-05",
                               "15/01 Mend both gates before the fair: 2015-05-05"});
}

TEST_CASE("bodies share no numbers, and likeness joins nothing") {
    const std::string row = table + "15/01\tOrder the gravel for the lower path\tAW\t1 April 2015\tOpen\n", plain = "ACTION: KM to draw the beds along the wall by 1 May 2015\n";
    const read_minutes two({minutes_of("Garden Plan Group", march, row), minutes_of("Path Committee", april, row)});
    CHECK(two.history.threads.size() == 2);
    CHECK(two.history.bodies.size() == 2);
    const read_minutes alike({minutes_of("Garden Plan Group", march, "1. Beds\n" + plain), minutes_of("Garden Plan Group", april, "1. Beds\n" + plain)});
    REQUIRE(alike.history.threads.size() == 2);
    CHECK(alike.history.threads[1].doubts == lines{"The same words as an action on 2015-03-03; nothing says that they are one action"});
}

meeting named(const std::string& body) {
    meeting m;
    m.body.value = body;
    return m;
}

TEST_CASE("a body's spellings have one key, other bodies another") {
    for (const char* same : {"The Harbour Users\u2019 Panel", "HARBOUR USERS PANEL", "Harbour Users' Panel (HUP)", "harbour  users' panel"}) {
        INFO(same);
        CHECK(body_key(named(same)) == "harbour-users-panel");
    }
    CHECK(body_key(named("Parks and Leisure Committee")) == body_key(named("Parks & Leisure Committee")));
    CHECK(body_key(named("Harbour Users' Forum")) != body_key(named("Harbour Users' Panel")));
    meeting nobody;
    nobody.source.name = "a.txt";
    CHECK(body_key(nobody).starts_with("a-txt-"));
}

TEST_CASE("two meetings of one body on one day are two") {
    const std::string one = "1. Paths\nThe lower path was laid with gravel in March, and the upper one will follow when the frost is over.\nKM was thanked for the drawings of the beds along the wall.\n";
    const std::string other = "1. Election of officers\nAda Winslow was elected to the chair, and Kit Marlowe as secretary, both without a vote.\nThe accounts for last year were read out and nobody had a question.\n";
    CHECK(read_minutes({minutes_of("Garden Plan Group", march, one), minutes_of("Garden Plan Group", march, other)}).history.meetings.size() == 2);
    CHECK(read_minutes({minutes_of("Garden Plan Group", march, one), minutes_of("The Garden Plan Group", march, one + "Signed: Ada Winslow, 7 April 2015\n")}).history.meetings.size() == 1);
}

TEST_CASE("approved minutes lead, wherever they stand") {
    const std::string text = minutes_of("Garden Plan Group", march, "1. Paths\nThe lower path was laid with gravel in March, and the upper one will follow when the frost is over.\n");
    const read_minutes r({"DRAFT\n" + text, "Approved minutes\n" + text, text});
    REQUIRE(r.history.meetings.size() == 1);
    CHECK(r.history.meetings[0].leading->source.name == "2.txt");
    CHECK(r.history.meetings[0].others.size() == 2);
}

TEST_CASE("a shorter name is only perhaps the longer one's") {
    const std::string rest = "1. Paths\nThey are dry.\n";
    const std::string head = "Garden Plan Group\nMinutes of the meeting held on {} at 6pm in the Shed\n\nPresent: {}\n\n";
    const read_minutes r({fmt::format(fmt::runtime(head), march, "Ada Winslow (AW), Kit Marlowe (KM)") + rest, fmt::format(fmt::runtime(head), april, "A Winslow (AW), Kit Marlowe (KM)") + rest});
    std::vector<std::string> people;
    for (const auto& p : r.history.people) people.push_back(p.name + (p.doubts.empty() ? "" : ": " + p.doubts.front()));
    CHECK(people == lines{"A Winslow: Perhaps Ada Winslow", "Ada Winslow: AW is also A Winslow, on 2015-04-07", "Kit Marlowe"});
}

}  // namespace
