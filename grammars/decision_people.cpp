// SPDX-License-Identifier: Apache-2.0
// Who moved and who seconded: the people beside a word of a sentence.
#include <algorithm>

#include "decision_reader.hpp"

namespace minutes {

bool decision_reader::is_name(std::size_t i) const {
    if (i >= all.size()) return false;
    const auto& w = all[i];
    if (w.digits || is(i, list::second_words) || is(i, list::proposal_words)) return false;
    if (words.has(list::honorifics, w)) return true;
    if (is(i, list::carried_words) || (is(i, list::lost_words) && !known.names.count(w.folded))) return false;  // "Seconded: Tom Ash   Carried"
    if (i > 0 && all[i - 1].after == '.' && is_any(i, {list::outcome_cores, list::carried_words})) return false;  // "seconded Ed. Passed unanimously."
    // "Moved: ann, Seconded: bo"
    const bool labelled = i > 0 && all[i - 1].after == ':' && is_any(i - 1, {list::second_words, list::proposal_words});
    if (labelled && !w.capital && (w.after || i + 1 == all.size()) && !is_any(i, {list::function_words, list::imperatives, list::verbs, list::outcome_words, list::outcome_cores})) return true;
    if (w.capital && w.folded.size() == 1 && w.after == '.') return true;  // an initial, "A." too
    return w.capital && (w.upper || !(words.has(list::function_words, w) || words.has(list::openers, w) || words.has(list::outcome_words, w)));
}

bool decision_reader::names_somebody(std::size_t end) const {
    for (std::size_t i = 0; i < end; ++i)
        if (all[i].after || !is_name(i) || is_any(i, {list::bodies, list::groups})) return false;
    return known.names.count(all[0].folded) > 0 || is_any(0, {list::given_names, list::honorifics});
}

bool decision_reader::parted(std::size_t i) const {
    const char mark = all[i].after;
    return mark && mark != '.' && !(mark == '-' && text[all[i].end] == '-');
}

bool decision_reader::bracketed(std::size_t i) const { return i < all.size() && (all[i].before == '(' || all[i].before == '['); }

bool decision_reader::behind_dash(std::size_t i) const {
    const auto gap = text.substr(all[i - 1].end, all[i].begin - all[i - 1].end);
    return all[i - 1].after == '-' || gap.find(" - ") != gap.npos || gap.find("\u2013") != gap.npos;
}

span decision_reader::name_from(std::size_t i) const {
    while (i < all.size() && (is(i, list::by_words) || is(i, list::articles))) ++i;
    if (!is_name(i)) return {};
    std::size_t last = i;
    const auto initials = [](const word& w) { return w.upper && w.folded.find('.') != std::string::npos; };  // "J.M. Roe"
    const auto ends = [&](const word& w) { return w.ends_sentence() && w.folded.size() > 1 && !initials(w) && !words.has_any({list::abbreviations, list::honorifics}, w); };
    while (is_name(last + 1) && !parted(last) && !ends(all[last]) && !bracketed(last + 1) && last - i < 5) ++last;
    return bytes(all[i].begin, all[last].end);
}

span decision_reader::name_before(std::size_t i) const {
    while (i > 0 && (is(i - 1, list::auxiliaries) || is(i - 1, list::passive_words))) --i;
    while (i > 1 && bracketed(i - 1) && all[i - 1].after == ')') --i;  // "Jane Roe (JR) proposed"
    if (i == 0 || !is_name(i - 1) || parted(i - 1)) return {};
    std::size_t first = i - 1;
    while (first > 0 && is_name(first - 1) && !parted(first - 1) && i - first < 5) --first;
    return bytes(all[first].begin, all[i - 1].end);
}

span decision_reader::mover(std::size_t i) const {
    const bool noun = is(i, list::motion_nouns);
    // "On the motion of JB, seconded by TO"
    if (noun && is(i + 1, list::name_links) && is_name(i + 2) && second_word()) return name_from(i + 2);
    // "Motion by JB", "Proposed by JB", "JB proposed …", "JB makes the motion"
    for (std::size_t k = i; k < all.size(); ++k)
        if (is(k, list::by_words) && (k == i + 1 || !is(i, list::proposal_words) || noun))
            if (const auto s = name_from(k + 1); !s.empty()) return s;
    // "Peter: motion to close", "Peter – Motion that …"
    if (noun && i > 0 && i <= 2 && is_name(0) && parted(i - 1)) return bytes(all[0].begin, all[i - 1].end);
    std::size_t k = i;
    while (k > 0 && is(k - 1, list::mover_links)) --k;
    if (const auto s = name_before(k); !s.empty()) return s;
    if (noun && all[i].after == ':') {  // what is moved stands there, or "Motion: Ann Bell moved to …"
        constexpr std::size_t longest_subject = 6;
        for (std::size_t q = i + 2; q < std::min(all.size(), i + longest_subject); ++q)
            if (is(q, list::proposal_words)) return mover(q);
        return {};
    }
    return name_from(i + 1);
}

span decision_reader::seconder(std::size_t i) const {
    if (const auto s = name_from(i + 1); !s.empty()) return s;
    return name_before(i);
}

}  // namespace minutes
