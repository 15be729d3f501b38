// SPDX-License-Identifier: Apache-2.0
// Spirit X3, its iterator and context, and the one helper that runs a rule.
// Only the grammars' own .cpp files include this.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <boost/fusion/include/adapt_struct.hpp>

#include <functional>
#include <string_view>

#include "lexicon.hpp"

namespace minutes::grammar {

namespace x3 = boost::spirit::x3;

using iterator = const char*;

struct lexicon_tag;

/// A letter run looked up in the lexicon by its folded form: X3's own symbol tables know ASCII case only.
/// Its attribute is what the table gives, e.g. the number of a month.
template <auto Lookup>
struct known_word : x3::parser<known_word<Lookup>> {
    using attribute_type = int;
    static bool const has_attribute = true;

    template <typename Iterator, typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute& attribute) const {
        Iterator it = first;
        while (it != last && (static_cast<unsigned char>(*it) >= 0x80 || (*it >= 'A' && *it <= 'Z') || (*it >= 'a' && *it <= 'z'))) ++it;
        if (it == first) return false;
        const lexicon& words = x3::get<lexicon_tag>(context).get();
        const auto found = (words.*Lookup)(fold({first, static_cast<std::size_t>(it - first)}));
        if (!found) return false;
        x3::traits::move_to(*found, attribute);
        first = it;
        return true;
    }
};

inline constexpr known_word<&lexicon::month> month_word{};
inline constexpr known_word<&lexicon::weekday> weekday_word{};

/// Runs `rule` from the start of `text`; the bytes it took, or 0 when it did not match.
template <typename Rule, typename Attribute>
std::size_t run(const Rule& rule, std::string_view text, const lexicon& words, Attribute& out) {
    iterator first = text.data();
    const iterator last = first + text.size();
    const auto with_words = x3::with<lexicon_tag>(std::cref(words))[rule];
    return x3::parse(first, last, with_words, out) ? static_cast<std::size_t>(first - text.data()) : 0;
}

/// What may not follow a number or a word that a rule took: more of the same.
// Bytes E2 80 start dashes and quotation marks, which do end it.
inline const auto end_of_word = !(x3::ascii::alnum | (!x3::lit("\xE2\x80") >> x3::char_('\x80', '\xff')));

inline const x3::uint_parser<int, 10, 1, 2> two_digits{};
inline const x3::uint_parser<int, 10, 2, 2> exactly_two{};
inline const x3::uint_parser<int, 10, 4, 4> four_digits{};

}  // namespace minutes::grammar
