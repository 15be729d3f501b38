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
    for (const minutes::output_format& format : minutes::output_formats()) {
        // What pages and JSON hold is tested piece by piece: whole, they are too long to read.
        if (!format.text || format.name == "html" || format.name == "json") continue;
        const std::string path = GOLDEN "/" + sample::file_name("nasty", format);
        const std::string bytes = minutes::write(sample::nasty(), format.name);
        if (std::getenv("MINUTES_APPROVE")) std::ofstream(path, std::ios::binary) << bytes;
        std::ifstream in(path, std::ios::binary);
        INFO(path << (in ? " is not what -t " : " is missing: it is what -t ") << format.name
                  << " writes. MINUTES_APPROVE=1 build/release/tests/write/write_test writes it; read it before you commit it");
        CHECK(bytes == std::string(std::istreambuf_iterator<char>(in), {}));
    }
}
