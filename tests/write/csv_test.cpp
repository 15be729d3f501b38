// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include <minutes/write.hpp>

#include "sample.hpp"

namespace {

using record = std::vector<std::string>;

/// A reader of RFC 4180 and nothing more.
std::vector<record> read(const std::string& csv) {
    std::vector<record> out(1, record(1));
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (quoted && csv[i] == '"' && csv.substr(i, 2) == "\"\"") out.back().back() += csv[++i];
        else if (csv[i] == '"') quoted = !quoted;
        else if (!quoted && csv[i] == ',') out.back().emplace_back();
        else if (!quoted && csv.substr(i, 2) == "\r\n") { out.emplace_back(1); ++i; }
        else out.back().back() += csv[i];
    }
    CHECK_FALSE(quoted);
    CHECK(out.back() == record(1));
    out.pop_back();
    return out;
}

}  // namespace

TEST_CASE("CSV has a header and one record of equal length an action") {
    const auto records = read(minutes::write(sample::nasty(), "csv"));
    REQUIRE(records.size() == 6);
    CHECK(records[0] == record{"Ref", "Action", "Owner", "Due (as written)", "Due date", "Status", "Check", "Item", "Meeting", "Meeting date",
                               "Source", "Place"});
    for (const auto& r : records) CHECK(r.size() == records[0].size());
    CHECK(records[2][4] == "2014-04-30");
    CHECK(records[2][9] == "2014-03-27");
}

TEST_CASE("CSV disarms what a spreadsheet would take for a formula") {
    const auto records = read(minutes::write(sample::nasty(), "csv"));
    CHECK(records[1][1] == "'=HYPERLINK(\"http://example.invalid\",\"x\")");
    CHECK(records[2][1] == "'+44 telephone the harbour master, \"soon\"");
    CHECK(records[3][1] == "keep _x0041_ and _x005F_ as they are");
    CHECK(records[4][1] == "'@everyone to bring a lantern");
    CHECK(records[5][1] == "'-\nOB");
}

TEST_CASE("CSV lists the actions of all meetings") {
    CHECK(read(minutes::write(sample::two_meetings(), "csv")).size() == 11);
    CHECK(read(minutes::write({}, "csv")).size() == 1);
}
