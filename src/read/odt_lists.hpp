// SPDX-License-Identifier: Apache-2.0
// Automatic numbers of OpenDocument (OpenDocument 1.3 part 3, 5.3 and 16.30): they stand nowhere in the file and are counted here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "odt_styles.hpp"

namespace minutes {

class odt_lists {
public:
    static constexpr int levels = 10;

    explicit odt_lists(const odt_styles& styles) : styles_(styles) {}

    /// Starts a text:list that stands in no other: counts anew, or on where it says so.
    /// Returns the key by which `next` knows its counters.
    std::size_t begin(const pugi::xml_node& list, const std::string& style);

    struct label {
        std::string text;    ///< "4.1", "(a)", "•"; may be empty
        bool bullet = false;
    };

    /// Counts the next item of a list (`level` from 1) and gives its number in `style`'s format.
    [[nodiscard]] label next(std::size_t list, const std::string& style, int level, std::optional<int> start);

    /// Counts the next heading (`level` from 1) and gives its outline number; empty when headings have none.
    [[nodiscard]] label next_heading(int level, std::optional<int> start);

private:
    struct counters {
        std::vector<std::optional<int>> at = std::vector<std::optional<int>>(levels);
        std::string style;
    };
    static label count(counters& c, const pugi::xml_node& style, int level, std::optional<int> start);

    const odt_styles& styles_;
    std::vector<counters> lists_;
    std::map<std::string, std::size_t, std::less<>> by_id_;     // xml:id of a list
    std::map<std::string, std::size_t, std::less<>> by_style_;  // the last list of a style
    counters headings_;
};

}  // namespace minutes
