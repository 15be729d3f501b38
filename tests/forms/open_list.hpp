// SPDX-License-Identifier: Apache-2.0
// Combinations that are not read right yet: open.txt, a line each, "NAME — why".
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

class open_list {
public:
    explicit open_list(const std::filesystem::path& file);

    /// Whether the combination is known to fail; a line that says so has been of use then.
    bool knows(const std::string& combination);

    /// The combinations listed that are read right, or are none.
    std::vector<std::string> of_no_use() const;

    /// Writes the file without the lines of those.
    void write_without_those() const;

private:
    std::filesystem::path file_;
    std::vector<std::string> lines_;
    std::vector<std::string> names_;
    std::set<std::string> used_;
};
