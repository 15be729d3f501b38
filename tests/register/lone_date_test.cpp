// SPDX-License-Identifier: Apache-2.0
// Days that stand alone: which are doubted, which are not.
#include <deque>
#include <string>
#include <vector>

#include <minutes/history.hpp>

#include "catch.hpp"

namespace {

using namespace minutes;

struct dated_meetings {
    std::deque<meeting> all;
    meeting_list list;

    meeting& add(const date& d) {
        meeting& m = all.emplace_back();
        m.body.value = "Harbour Board";
        m.date.value = d;
        m.source.name = to_string(d) + ".txt";
        list.push_back(&m);
        return m;
    }
    explicit dated_meetings(const std::vector<date>& days) {
        for (const date& d : days) add(d);
    }
};

date day(int year, unsigned month, unsigned number = 1) { return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number); }

/// The days that stand alone.
std::vector<std::string> lone(const dated_meetings& m) {
    std::vector<std::string> out;
    for (const finding& f : history_of(m.list).findings)
        if (f.what.code == "lone-date") out.push_back(to_string(*f.about->date.value));
    return out;
}

using days = std::vector<std::string>;

std::vector<date> monthly(int from, int years) {
    std::vector<date> out;
    for (int y = from; y < from + years; ++y)
        for (unsigned m = 1; m <= 12; ++m) out.push_back(day(y, m));
    return out;
}

}  // namespace

TEST_CASE("A day years behind all others stands alone, and one before them") {
    CHECK(lone(dated_meetings({day(2015, 1), day(2015, 2), day(2105, 3)})) == days{"2105-03-01"});
    CHECK(lone(dated_meetings({day(1015, 1), day(2015, 2), day(2015, 3), day(2015, 4)})) == days{"1015-01-01"});
    auto all = monthly(2000, 15);
    all.push_back(day(2017, 2));
    CHECK(lone(dated_meetings(all)) == days{"2017-02-01"});
}

TEST_CASE("Days that lie as far apart as the others do not") {
    CHECK(lone(dated_meetings({day(2010, 1), day(2013, 1), day(2016, 1), day(2019, 6)})).empty());
    CHECK(lone(dated_meetings({day(2014, 1), day(2015, 1), day(2016, 6)})).empty());
    CHECK(lone(dated_meetings(monthly(2010, 3))).empty());
}

TEST_CASE("Of one or two meetings nobody can tell which is wrong") {
    CHECK(lone(dated_meetings({day(2015, 1)})).empty());
    CHECK(lone(dated_meetings({day(2015, 1), day(2105, 1)})).empty());
    CHECK(lone(dated_meetings(std::vector<date>{})).empty());
}

TEST_CASE("Several misread days of many stand alone, at both ends; a later part of the series does not") {
    auto all = monthly(2000, 15);  // 180 days: four of them may be misread
    for (const date& d : {day(2041, 1), day(2104, 1), day(2411, 1), day(1004, 1)}) all.push_back(d);
    CHECK(lone(dated_meetings(all)) == days{"1004-01-01", "2041-01-01", "2104-01-01", "2411-01-01"});
    auto parted = monthly(2000, 3);
    for (const date& d : monthly(2010, 1)) parted.push_back(d);
    CHECK(lone(dated_meetings(parted)).empty());
}

TEST_CASE("One misread day in two files is one; a day put right by hand is not doubted") {
    dated_meetings twice({day(2015, 1), day(2015, 2), day(2015, 3), day(2105, 3), day(2105, 3)});
    CHECK(lone(twice) == days{"2105-03-01", "2105-03-01"});
    dated_meetings by_hand({day(2015, 1), day(2015, 2), day(2015, 3)});
    by_hand.add(day(2025, 3)).date.basis = basis::corrected;
    CHECK(lone(by_hand).empty());
}
