// SPDX-License-Identifier: Apache-2.0
#include "declaration.hpp"

#include <algorithm>

#include "phrase.hpp"
#include "roster.hpp"

namespace minutes {

namespace {

using list = word_list;

struct declaration_reader {
    std::string_view text;
    const lexicon& words;
    word_run all = words_in(text, words);

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }

    std::size_t find(list which, std::size_t from = 0) const {
        while (from < all.size() && !is(from, which)) ++from;
        return from;
    }

    /// "No interests were declared", "declared that she had no interest": nothing is declared.
    bool denied(std::size_t interest) const {
        for (std::size_t i = 0; i < std::min(interest, all.size()); ++i)
            if (is(i, list::negations) || is(i, list::nothing_words)) return true;
        return false;
    }

    /// Who stands before the verb, behind "by", or, where verbs open sentences, right behind it.
    span who_of(std::size_t verb) const {
        if (verb > 0 && is(verb - 1, list::passive_words)) {
            for (std::size_t i = verb + 1; i < all.size(); ++i)
                if (is(i, list::by_words)) return people_from(all, i + 1, words);
            return {};
        }
        const span before = people_before(all, verb, words);
        return before.empty() && verb == 0 ? people_from(all, 1, words) : before;
    }

    /// "Cllr Bell – item 7 (member of the club)"
    std::optional<declaration_finding> entry() const {
        const bool verb = std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && words.has(list::verbs, w) && !words.has(list::auxiliaries, w); });
        if (verb || all.size() < 3) return {};
        const auto roster = match_roster(text, words, roster_shape::one_each);
        if (roster.size() != 1 || roster[0].strength < 2) return {};
        const span name = roster[0].person.name;
        if (name.begin > roster[0].person.all.begin + 12 || name.end + 3 > all.back().end) return {};  // a name and nothing behind it
        return declaration_finding{name, item_numbers_in(text, all, 0, words), "declaration-in-list"};
    }
};

}  // namespace

std::optional<declaration_finding> match_declaration(std::string_view sentence, const lexicon& words, bool in_list) {
    const declaration_reader r{sentence, words};
    const std::size_t verb = r.find(list::declaring_words), interest = r.find(list::interest_words);
    const bool declares = verb < r.all.size() && (interest < r.all.size() || in_list);
    const bool has = in_list && interest < r.all.size() && interest > 0;
    if (r.denied(std::max(verb, interest) < r.all.size() ? std::max(verb, interest) : std::min(verb, interest))) return {};
    if (declares) {
        if (const span who = r.who_of(verb); !who.empty()) return declaration_finding{who, item_numbers_in(sentence, r.all, 0, words), "declaration"};
        return {};
    }
    if (has)  // "Cllr Bell has an interest in item 4"
        if (const span who = people_from(r.all, 0, words); !who.empty()) return declaration_finding{who, item_numbers_in(sentence, r.all, 0, words), "declaration"};
    return in_list ? r.entry() : std::nullopt;
}

}  // namespace minutes
