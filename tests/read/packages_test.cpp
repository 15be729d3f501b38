// SPDX-License-Identifier: Apache-2.0
// Word documents and OpenDocument texts: each case of packages/ against what the reader makes of it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "document_text.hpp"
#include "package_case.hpp"
#include "readers.hpp"

namespace {

using namespace minutes;
using namespace minutes::test;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// With MINUTES_APPROVE set, the document as it is now replaces the expected one; a person reads the difference before committing it.
void approve(const std::filesystem::path& file, const std::string& document) {
    std::string text = bytes_of(file);
    const std::string head = "--- document\n";
    text.resize(text.find(head) + head.size());
    std::ofstream(file, std::ios::binary) << text << document;
}

TEST_CASE("each package gives the document that its case expects") {
    std::vector<std::filesystem::path> files;
    for (const auto& e : std::filesystem::directory_iterator(PACKAGES)) files.push_back(e.path());
    std::sort(files.begin(), files.end());
    REQUIRE(files.size() > 20);
    for (const auto& file : files) {
        INFO(file.filename().string());
        const auto c = read_package_case(bytes_of(file));
        read_options options;
        if (c.original) options.reading.changes = tracked_changes::original;
        const auto d = read_document(zipped(parts_of(c)), "", options);
        CHECK(d.source.format == c.format);
        if (std::getenv("MINUTES_APPROVE")) approve(file, document_text(d));
        else CHECK(document_text(d) == c.document);
    }
}

}  // namespace
