// SPDX-License-Identifier: Apache-2.0
// Automatic numbers of Word (ECMA-376 part 1, 17.9): they stand nowhere in the file and are counted here.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include <pugixml.hpp>

#include "docx_styles.hpp"
#include "number_format.hpp"

namespace minutes {

class docx_numbering {
public:
    struct label {
        std::string text;    ///< "4.1", "(a)", "•"; may be empty
        int level = 0;       ///< from 0
        bool bullet = false;
    };

    /// `root` is w:numbering, or null.
    docx_numbering(const pugi::xml_node& root, const docx_styles& styles);

    /// Counts the next paragraph of a list and gives its number.  Without a level, the level that the
    /// list ties to `style` is taken.  Nothing when there is no such list.
    [[nodiscard]] std::optional<label> next(int list, std::optional<int> level, const std::string& style);

private:
    static constexpr std::size_t levels = 9;

    struct level_type {
        int start = 0;
        std::optional<int> restart;  ///< w:lvlRestart: 0 never, n behind a number of level n or above
        number_format format = number_format::decimal;
        int zeros = 0;               ///< figures at least, of a custom format such as 001
        bool legal = false;          ///< all numbers in figures
        std::string text;            ///< with %1 … %9
        std::string style;           ///< the paragraph style tied to it
        std::string font;
    };
    using level_array = std::array<level_type, levels>;

    struct definition {
        level_array levels;
        std::string same_as;  ///< w:numStyleLink: a numbering style that names the list
        std::array<std::optional<int>, docx_numbering::levels> counters;
    };

    struct list_type {
        int definition = -1;
        std::map<std::size_t, level_type> changed;  ///< w:lvlOverride with a level of its own
        std::map<std::size_t, int> start;           ///< w:startOverride not used yet
    };

    static level_type level_of(const pugi::xml_node& lvl, level_type from);
    [[nodiscard]] const level_type& level_at(const list_type& list, std::size_t level);
    void count(list_type& list, std::size_t level);
    std::string text_of(const list_type& list, std::size_t level);

    std::map<int, definition> definitions_;
    std::map<int, list_type> lists_;
};

}  // namespace minutes
