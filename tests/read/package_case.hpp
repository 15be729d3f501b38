// SPDX-License-Identifier: Apache-2.0
// A Word document or OpenDocument text as a case that a person can read: the XML of its parts under
// lines "--- NAME", wrapped here in what every such file has, and what the reader is to make of it.
//
//   # Two paragraphs.
//   --- docx
//   --- body
//   <w:p><w:r><w:t>Harbour Board</w:t></w:r></w:p>
//   --- document
//                 | Harbour Board
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minutes::test {

struct package_case {
    std::string format;                             ///< docx or odt
    std::map<std::string, std::string> sections;    ///< XML by name: body, styles, numbering, header1 …
    std::string document;                           ///< as document_text prints it
    bool original = false;                          ///< "--- changes original": read as it was before tracked changes
};

[[nodiscard]] package_case read_package_case(std::string_view text);

using package_parts = std::vector<std::pair<std::string, std::string>>;  ///< name and bytes

/// The case's parts as office programs expect them.
[[nodiscard]] package_parts parts_of(const package_case& c);

/// The parts as a zip archive, packed unless the name is "mimetype".
[[nodiscard]] std::string zipped(const package_parts& parts);

}  // namespace minutes::test
