// SPDX-License-Identifier: Apache-2.0
// Only what can be seen without unpacking; check_xlsx.py reads the sheets.
#include <chrono>
#include <thread>

#include "catch.hpp"
#include <minutes/write.hpp>

#include "sample.hpp"

TEST_CASE("The same meetings give the same workbook at any time") {
    const std::string first = minutes::write(sample::two_meetings(), "xlsx");
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));  // a zip entry's clock ticks every two seconds
    CHECK(first == minutes::write(sample::two_meetings(), "xlsx"));
    CHECK(first.substr(0, 2) == "PK");
}

TEST_CASE("A meeting without anything still gives a workbook") { CHECK(minutes::write({}, "xlsx").substr(0, 2) == "PK"); }
