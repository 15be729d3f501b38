// SPDX-License-Identifier: Apache-2.0
// Spirit X3, its iterator and context, and the one helper that runs a rule.
// Only the grammars' own .cpp files include this.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <boost/fusion/include/adapt_struct.hpp>

#include <array>
#include <functional>
#include <string_view>

#include "lexicon.hpp"

namespace minutes::grammar {

namespace x3 = boost::spirit::x3;

using iterator = const char*;

struct lexicon_tag;

/// A letter of any alphabet; the dashes and quotation marks, whose bytes begin with E2 80, are none.
inline bool is_letter(const char* at, const char* last) {
    const auto c = static_cast<unsigned char>(*at);
    if (c == 0xE2 && last - at > 2 && at[1] == '\x80') return false;
    return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Bytes that a word of a listed phrase goes on for: letters, full stops, apostrophes, and hyphens between letters.
inline std::size_t phrase_bytes(const char* at, const char* last) {
    if (static_cast<unsigned char>(*at) == 0xE2 && last - at > 2 && at[1] == '\x80' && at[2] == '\x99') return 3;  // U+2019
    if (*at == '-') return last - at > 1 && is_letter(at + 1, last) ? 1 : 0;
    return is_letter(at, last) || *at == '.' || *at == '\'' ? 1 : 0;
}

inline const char* end_of_letters(const char* first, const char* last) {
    while (first != last && is_letter(first, last)) ++first;
    return first;
}

inline constexpr std::size_t longest_phrase = 3;  // words

/// Bytes of the longest phrase of up to three words at `first` for which `known` holds of the folded form; 0 for none.
/// A full stop at its end is taken only when the lexicon has it.
/// @param goes_on  whether a longer phrase may begin with the folded first word: of most it tells that none does
template <class Known, class Goes_on>
std::size_t phrase_at(const char* first, const char* last, const Known& known, const Goes_on& goes_on) {
    const auto piece = [&](const char* end) { return folded_piece({first, static_cast<std::size_t>(end - first)}); };
    const auto fits = [&](const char* end) { return end != first && known(piece(end)); };
    std::array<const char*, longest_phrase> ends{};
    std::size_t n = 0;
    for (const char* it = first; n < longest_phrase && it != last;) {
        const char* const begin = it;
        for (std::size_t size = 1; it != last && (size = phrase_bytes(it, last)) > 0;) it += size;
        if (it == begin) break;
        ends[n++] = it;
        if (n == 1 && !goes_on(piece(it))) break;
        while (it != last && (*it == ' ' || *it == '\t' || *it == '\n')) ++it;
    }
    while (n > 0) {
        const char* end = ends[--n];
        if (fits(end)) return static_cast<std::size_t>(end - first);
        if (end[-1] == '.' && fits(end - 1)) return static_cast<std::size_t>(end - first) - 1;
    }
    // "9am-noon", "9am.Then"
    const char* const letters = end_of_letters(first, last);
    return fits(letters) ? static_cast<std::size_t>(letters - first) : 0;
}

/// A letter run looked up in the lexicon by its folded form: X3's own symbol tables know ASCII case only.
/// Its attribute is what the table gives, e.g. the number of a month.
template <auto Lookup>
struct known_word : x3::parser<known_word<Lookup>> {
    using attribute_type = int;
    static bool const has_attribute = true;

    template <typename Iterator, typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute& attribute) const {
        const Iterator letters = end_of_letters(first, last);
        if (letters == first) return false;
        const lexicon& words = x3::get<lexicon_tag>(context).get();
        // "segunda-feira" before "segunda"
        const bool hyphen = letters != last && *letters == '-';
        for (const Iterator end : {hyphen ? end_of_letters(letters + 1, last) : letters, letters}) {
            const auto found = (words.*Lookup)(folded_piece({first, static_cast<std::size_t>(end - first)}));
            if (!found) continue;
            x3::traits::move_to(*found, attribute);
            first = end;
            return true;
        }
        return false;
    }
};

inline constexpr known_word<&lexicon::month> month_word{};
inline constexpr known_word<&lexicon::weekday> weekday_word{};

/// A phrase of one of the lexicon's lists: "o'r gloch", "a.m.".
template <word_list List>
struct listed_phrase : x3::parser<listed_phrase<List>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Iterator, typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        const lexicon& words = x3::get<lexicon_tag>(context).get();
        if (first == last || !words.initial_opens(List, *first)) return false;
        const auto n = phrase_at(first, last, [&](std::string_view f) { return words.has(List, f); }, [&](std::string_view f) { return words.begins(List, f); });
        first += static_cast<std::ptrdiff_t>(n);
        return n > 0;
    }
};

template <word_list List>
inline constexpr listed_phrase<List> listed{};

/// The longest beginning of a letter run that a list has: the "th" of "27thMarch", which a lost blank glued together.
template <word_list List>
struct listed_beginning : x3::parser<listed_beginning<List>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Iterator, typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        constexpr std::ptrdiff_t longest = 4;  // bytes of an ordinal's ending
        const lexicon& words = x3::get<lexicon_tag>(context).get();
        if (first == last || !words.initial_opens(List, *first)) return false;
        Iterator end = first;
        while (end != last && end - first < longest && is_letter(end, last)) ++end;
        for (; end != first; --end) {
            if (!words.has(List, folded_piece({first, static_cast<std::size_t>(end - first)}))) continue;
            first = end;
            return true;
        }
        return false;
    }
};

template <word_list List>
inline constexpr listed_beginning<List> beginning_listed{};

/// A number in words, of one to three: "vingt et un".
struct number_phrase : x3::parser<number_phrase> {
    using attribute_type = int;
    static bool const has_attribute = true;

    template <typename Iterator, typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute& attribute) const {
        const lexicon& words = x3::get<lexicon_tag>(context).get();
        std::optional<int> value;
        if (first == last || !(words.initial_opens_date(*first))) return false;
        const auto n = phrase_at(first, last, [&](std::string_view f) { return (value = words.number(f)).has_value(); }, [](std::string_view) { return true; });
        if (n == 0) return false;
        x3::traits::move_to(*value, attribute);
        first += static_cast<std::ptrdiff_t>(n);
        return true;
    }
};

inline constexpr number_phrase number_word{};

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
