// SPDX-License-Identifier: Apache-2.0
#include "navigation.hpp"

#include "phrase.hpp"
#include "x3.hpp"

namespace minutes {

namespace {

namespace x3 = boost::spirit::x3;

/// "Home > Governance > Minutes": places parted by arrows.
const auto arrow = x3::lit(" > ") | " \u203A " | " \u00BB ";
const auto place = +(x3::char_ - arrow);
const auto trail = place >> arrow >> place >> arrow;

}  // namespace

bool is_navigation(std::string_view line, const lexicon& words) {
    const char* first = line.data();
    if (x3::parse(first, line.data() + line.size(), x3::omit[trail])) return true;
    const auto all = words_in(line, words, 6);
    return phrase_length(all, 0, word_list::navigation_openers, words) > 0;
}

}  // namespace minutes
