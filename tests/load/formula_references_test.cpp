// SPDX-License-Identifier: Apache-2.0
#include "formula_references.hpp"

#include "catch.hpp"

namespace {

using namespace minutes;

/// Each reference moved by three rows and one column, as when rows and a column are inserted before it.
std::string moved(std::string_view formula) {
    return with_references(formula, [](formula_reference r) {
        r.place.row += 3;
        ++r.place.column;
        return r;
    });
}

}  // namespace

TEST_CASE("References move, and nothing else that looks like one") {
    const std::pair<const char*, const char*> cases[] = {
        {"A1", "B4"},
        {"SUM(A1:B$2)+$C$3", "SUM(B4:C$5)+$D$6"},
        {"Z9&AZ10&ZZ11", "AA12&BA13&AAA14"},
        {"IF(A1=\"B2\",\"say \"\"C3\"\"\",D4)", "IF(B4=\"B2\",\"say \"\"C3\"\"\",E7)"},
        {"Meetings!A1+'Own sheet'!B2+C3", "Meetings!A1+'Own sheet'!B2+D6"},
        {"'It''s A1'!B2", "'It''s A1'!B2"},
        {"Meetings!$A$1", "Meetings!$A$1"},
        {"AsAt-I2", "AsAt-J5"},
        {"LOG10(A1)", "LOG10(B4)"},
        {"Tax2015+A1.x+_A1", "Tax2015+A1.x+_A1"},
        {"Actions[[#This Row],[A1]]+A1", "Actions[[#This Row],[A1]]+B4"},
        {"{1,2}*A1", "{1,2}*B4"},
        {"1E5+A1", "1E5+B4"},
        {"A0+A12345678", "A0+A12345678"},
        {"\"unclosed A1", "\"unclosed A1"},
        {"", ""},
    };
    for (const auto& [formula, expected] : cases) CHECK(moved(formula) == expected);
}

TEST_CASE("Left alone, a formula is itself") {
    for (const char* formula : {"SUM($A1:B$2)", "'A b'!C1*2", "T(\"x\")", "[1]Sheet1!A1", "@A1#"})
        CHECK(with_references(formula, [](formula_reference r) { return r; }) == formula);
}

TEST_CASE("The sheets that a formula refers to") {
    CHECK(sheets_in("Meetings!A1+SUM('Own ''best'' sheet'!B2:B9)+C3") == std::vector<std::string>{"Meetings", "Own 'best' sheet"});
    CHECK(sheets_in("A1&\"Meetings!A1\"").empty());
}

TEST_CASE("Columns have letters") {
    CHECK(column_letters(0) == "A");
    CHECK(column_letters(25) == "Z");
    CHECK(column_letters(26) == "AA");
    CHECK(column_letters(16'383) == "XFD");
    CHECK(cell_name({4, 10}) == "K5");
}
