// SPDX-License-Identifier: Apache-2.0
// Each text format of the sample, byte for byte, as golden/nasty.*; with MINUTES_APPROVE set the files are
// written anew, for a person to read the difference before committing it.
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include <minutes/write.hpp>

#include "sample.hpp"

TEST_CASE("The sample in each format is as it was last read by a person") {
    for (const char* name : {"xml", "akn", "csv", "csvw", "md", "text", "ics", "ics-events"}) {
        const auto* format = minutes::find_output_format(name);
        REQUIRE(format);
        const std::string stem = name == std::string("ics-events") ? "/nasty-events." : "/nasty.";
        const std::string path = GOLDEN + stem + std::string(format->extension);
        const std::string bytes = minutes::write(sample::nasty(), name);
        INFO(path);
        if (std::getenv("MINUTES_APPROVE")) std::ofstream(path, std::ios::binary) << bytes;
        std::ifstream in(path, std::ios::binary);
        CHECK(bytes == std::string(std::istreambuf_iterator<char>(in), {}));
    }
}
