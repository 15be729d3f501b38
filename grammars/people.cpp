// SPDX-License-Identifier: Apache-2.0
// People run together: the best way to cut a text into entries of name and role, by dynamic programming over its words.
#include <algorithm>
#include <array>
#include <limits>

#include "person.hpp"
#include "person_name.hpp"

namespace minutes {

namespace {

using list = word_list;

/// What speaks for words [from, to) being a role or an organisation.
int role_weight(words_view all, std::size_t from, std::size_t to, const lexicon& words) {
    if (from == to) return 0;
    bool role = false, body = false;
    int weight = 0;
    for (std::size_t i = from; i < to; ++i) {
        const word& w = all[i];
        role |= words.has(list::role_nouns, w);
        body |= words.has(list::organisation_nouns, w) || is_acronym(w);
        if (!w.capital && words.has(list::verbs, w)) weight -= 8;
        if (words.has(list::given_names, w) && w.capital) weight -= 2;
    }
    if (words.has(list::function_words, all[to - 1]) && !all[to - 1].upper) weight -= 6;
    const bool bracket = all[from].before == '(' || all[from].before == '[';
    return weight + (role ? 2 : body ? 1 : bracket ? 0 : -2);
}

struct entry {
    std::size_t from, name_end, to;
    int weight;
};

bool hard_border(char c) { return c == ';' || c == '\n'; }

/// The best entry that takes words [from, to); names[n - 1] is the weight of its first n words as a name.
std::optional<entry> best_entry(words_view all, std::size_t from, std::size_t to, const std::array<int, longest_name>& names, const lexicon& words) {
    std::optional<entry> best;
    for (std::size_t n = 1; n <= longest_name && from + n <= to; ++n) {
        int weight = names[n - 1];
        if (weight <= -20) continue;
        const std::size_t end = from + n;
        if (end < to) {
            const char mark = all[end - 1].after;
            const bool bracket = all[end].before == '(' || all[end].before == '[';
            if (mark != ',' && mark != '-' && mark != ':' && mark != '\t' && mark != '.' && mark != ')' && !bracket) weight -= 2;  // no mark before the role
            if (mark == ';' || mark == '\n') continue;
            const bool roleish = words.has(list::role_nouns, all[end]) || is_acronym(all[end]) || (end + 1 < to && words.has(list::role_nouns, all[end + 1]));
            if ((mark == ',' || mark == '-') && roleish) weight += 2;
            if (bracket && all[end].folded.size() < 5 && all[end].upper) weight += 3;  // initials
            weight += role_weight(all, end, to, words);
        }
        if (!best || weight > best->weight) best = entry{from, end, to, weight};
    }
    if (best) best->weight -= 2;
    return best;
}

int border_weight(words_view all, std::size_t at, const lexicon& words) {
    if (at == 0) return 0;
    const char mark = all[at - 1].after;
    if (hard_border(mark)) return 2;
    // "Jane Smith and Omar Reyes", but "Roads and Armed Policing"
    if (all[at - 1].folded == "and" || all[at - 1].folded == "&") return at > 1 && !words.has(list::areas, all[at - 2]) && at + 1 < all.size() && !words.has(list::areas, all[at + 1]) ? 1 : 0;
    if (mark == '-') return -3;  // behind a dash stands a role
    if (mark == ',' || mark == '.' || mark == '\t' || mark == ')' || mark == '/') return 0;
    return -1;
}

/// Where the list of people ends: at the first verb or other word that no name or role holds.
std::size_t end_of_list(words_view all, const lexicon& words) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!all[i].capital && words.has(list::verbs, all[i])) return i;
    return all.size();
}

bool is_joint(const word& w) { return w.folded == "and" || w.folded == "also" || w.folded == "plus" || w.folded == "from"; }

person_finding describe(std::string_view text, std::size_t begin, std::size_t end, const lexicon& words) {
    const auto found = match_person(text.substr(begin, end - begin), words);
    person_finding p;
    if (!found) return p;
    p = *found;
    for (span* s : {&p.all, &p.name, &p.initials, &p.role, &p.organisation, &p.part, &p.substitute}) {
        if (s->empty()) continue;
        s->begin += static_cast<std::uint32_t>(begin);
        s->end += static_cast<std::uint32_t>(begin);
    }
    return p;
}

}  // namespace

std::vector<person_finding> match_people(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    const std::size_t n = end_of_list(all, words);
    constexpr int none = std::numeric_limits<int>::min() / 2;
    constexpr std::size_t longest = 24;  // words in one entry: names with the longest roles seen have 15
    // best[i]: weight of the best way to read words [0, i) as entries, `and` between them being nobody's
    std::vector<int> best(n + 1, none);
    std::vector<entry> via(n + 1, entry{0, 0, 0, 0});
    best[0] = 0;
    std::size_t reached = 0;
    int depth = 0;  // of brackets before word i: nobody's entry starts inside them
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t at = i ? all[i - 1].end : 0; at < all[i].begin; ++at) depth += text[at] == '(' ? 1 : text[at] == ')' && depth > 0 ? -1 : 0;
        if (best[i] == none || depth > 0) continue;
        if (is_joint(all[i]) && best[i] + 1 > best[i + 1]) {
            best[i + 1] = best[i] + 1;
            via[i + 1] = {i, i, i + 1, 0};
        }
        std::array<int, longest_name> names{};
        bool any = false;
        for (std::size_t k = 1; k <= longest_name; ++k) {
            names[k - 1] = i + k <= n ? name_weight(all, i, i + k, words) : -20;
            any |= names[k - 1] > -20;
        }
        for (std::size_t to = i + 1; any && to <= std::min(n, i + longest); ++to) {
            if (to - i > 1 && hard_border(all[to - 2].after)) break;
            const auto e = best_entry(all, i, to, names, words);
            if (!e) continue;
            const int total = best[i] + e->weight + border_weight(all, i, words);
            if (total > best[to]) {
                best[to] = total;
                via[to] = *e;
            }
        }
    }
    // The longest reading that is still worth it.
    for (std::size_t i = 1; i <= n; ++i)
        if (best[i] != none && best[i] + 1 >= best[reached]) reached = i;
    std::vector<entry> entries;
    for (std::size_t i = reached; i > 0; i = via[i].from) entries.push_back(via[i]);
    std::vector<person_finding> out;
    for (auto e = entries.rbegin(); e != entries.rend(); ++e) {
        if (e->name_end == e->from) continue;  // a joint
        std::size_t end = all[e->to - 1].end;
        while (end < text.size() && (text[end] == ')' || text[end] == ']' || text[end] == '.')) ++end;
        auto p = describe(text, all[e->from].begin, end, words);
        p.weight = e->weight;
        if (!p.name.empty()) out.push_back(p);
    }
    return out;
}

}  // namespace minutes
