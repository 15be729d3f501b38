// SPDX-License-Identifier: Apache-2.0
// The words of the minutes, split into small files that a page asks for as it needs them: no server searches here.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "site_pages.hpp"

namespace minutes {

/// A text's words as the index has them: lower case, without accents; letters and digits.
[[nodiscard]] std::vector<std::string> index_words(std::string_view text);

class word_index {
public:
    /// Entries of a meeting: one for each item of its agenda; those that are full go out at once.
    void add(const meeting& m, const std::string& page, const std::string& anchor, const put_file& put);

    /// The last entries, and the words.
    void finish(const put_file& put);

private:
    void put_entries(const put_file& put);

    std::map<std::string, std::vector<std::uint32_t>> words_;  // entries that have the word, in order
    std::vector<std::string> waiting_;                         // entries as JSON
    std::uint32_t entries_ = 0;
};

}  // namespace minutes
