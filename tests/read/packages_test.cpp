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

TEST_CASE("lines of plain text in a package may be wrapped by hand; paragraphs are not") {
    using joint = document_block::joint_type;
    const package_case docx{"docx",
                            {{"styles", "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:name w:val=\"Preformatted Text\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:basedOn w:val=\"P\"/></w:style>"},
                             {"body", "<w:p><w:pPr><w:pStyle w:val=\"Q\"/></w:pPr><w:r><w:t>a line</w:t></w:r></w:p><w:p><w:r><w:t>a paragraph</w:t></w:r></w:p>"}},
                            {}, false};
    const package_case odt{"odt", {{"body", "<text:p text:style-name=\"Preformatted_20_Text\">a line</text:p><text:p>a paragraph</text:p>"},
                                   {"styles", "<style:style style:name=\"Preformatted_20_Text\" style:family=\"paragraph\"/>"}}, {}, false};
    for (const auto& c : {docx, odt}) {
        const auto d = read_document(zipped(parts_of(c)), "", {});
        REQUIRE(d.blocks.size() == 2);
        CHECK(d.blocks[0].joint == joint::unknown);
        CHECK(d.blocks[1].joint == joint::separate);
    }
}

}  // namespace
