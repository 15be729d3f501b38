// SPDX-License-Identifier: Apache-2.0
// Why a document was read as it was: for each of its blocks what it was taken for, by
// which rule, and what else was weighed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/export.hpp>
#include <minutes/parse.hpp>

namespace minutes {

/// One way in which a block could have been read.
struct weighed_reading {
    std::string as;                ///< "heading", "title", "meeting date" …
    std::string rule;              ///< the rule that offered it
    int weight = 0;
    std::vector<std::string> why;  ///< the evidence, each with its weight: "+4 numbers that count on"
    bool taken = false;
};

/// A value that was read out of a block.
struct value_read {
    std::string of;     ///< what it belongs to: "i4.heading", "a3.owner"
    std::string words;
    minutes::basis basis = basis::stated;
    std::string rule;
};

struct traced_block {
    minutes::spans where;
    minutes::place place;                    ///< of its first word in the file
    std::string kind;                        ///< what layout made of it: line, header, row, furniture
    std::string leaf;                        ///< what its words became at last: label, value, prose, furniture, unparsed
    std::vector<value_read> values;          ///< in the order of the text
    std::vector<weighed_reading> considered; ///< heaviest first; empty when only one reading was possible
};

struct trace_result {
    parse_result parsed;
    std::vector<traced_block> blocks;
};

/// Reads as `parse` does and keeps what was weighed.
[[nodiscard]] MINUTES_EXPORT trace_result trace(std::string_view bytes, const parse_options& options = {});
[[nodiscard]] MINUTES_EXPORT trace_result trace_file(const std::filesystem::path& path, parse_options options = {});

}  // namespace minutes
