// SPDX-License-Identifier: Apache-2.0
// What a register's row says, seen through the CSV and the page.
#include "catch.hpp"
#include <minutes/write.hpp>

#include "sample.hpp"

namespace {
bool says(const std::string& all, std::string_view words) { return all.find(words) != std::string::npos; }
}  // namespace

TEST_CASE("An owner is shown as written, with the name that it stands for") {
    const std::string csv = minutes::write(sample::nasty(), "csv");
    CHECK(says(csv, ",OB (Ottilie Brancaster); QD (Quentin Dray),"));
    CHECK(says(csv, ",CF (Łucja Ní Dhuibhne),"));
    CHECK(says(csv, ",All,Next") == false);  // its due date was not read
    CHECK(says(csv, ",All,"));
}

TEST_CASE("Check says in plain words what to look at") {
    const std::string csv = minutes::write(sample::nasty(), "csv");
    CHECK(says(csv, ",'3/04/14' is 3 April or 4 March; Due date: 3 April or 4 March 2014,"));
    CHECK_FALSE(says(csv, "was read as"));  // a note without a hint needs nobody
}

TEST_CASE("A row says where it stands") {
    const std::string csv = minutes::write(sample::nasty(), "csv");
    CHECK(says(csv, ",line 13\r\n"));
    CHECK(says(csv, ",2 Actions,Harbour Users' Panel <Sub-group & friends>,2014-03-27,"));
}

TEST_CASE("The page says statuses and votes in words") {
    const std::string html = minutes::write(sample::nasty(), "html");
    CHECK(says(html, ">Proposed for closure<"));
    CHECK(says(html, ">5 for</a>, <a"));
    CHECK(says(html, ">In attendance<"));
    CHECK(says(html, ">Thursday 27 March 2014</a></time>"));
}
