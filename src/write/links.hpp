// SPDX-License-Identifier: Apache-2.0
// Stage: places → addresses that lead from a workbook to the page and the source beside it.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>

#include <minutes/write.hpp>

#include "writers.hpp"

namespace minutes {

/// Relative addresses, percent-encoded.  A meeting's page is where `page_of` says, else taken to lie beside the workbook under its source's name.
class links {
public:
    links(const meeting_list& meetings, const write_options& o);

    /// "march.html#a3"
    [[nodiscard]] std::string page(const meeting& m, const std::string& id) const;
    /// "../2014/march.docx"; empty when the way is not known.
    [[nodiscard]] std::string source(const meeting& m) const;

private:
    std::filesystem::path folder_;
    std::function<std::string(const minutes::source&)> page_of_;
    std::unordered_map<const meeting*, std::string> prefixes_;  // "m2-": of the second meeting of a file
};

}  // namespace minutes
