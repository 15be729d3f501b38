// SPDX-License-Identifier: Apache-2.0
#include "vote.hpp"

#include <algorithm>
#include <array>

#include "roster_pieces.hpp"

namespace minutes {

namespace {

using list = word_list;

/// A count in figures or in small words, the folded form of a word; -1 for none.
int number_of(std::string_view folded, const lexicon& words) {
    static constexpr std::array<std::string_view, 13> names = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (folded.size() == names[i].size() && folded[0] == names[i][0] && folded == names[i]) return static_cast<int>(i);
    if (words.has(list::nothing_words, folded)) return 0;
    // "8/8 yes": of how many
    if (const auto of = folded.find('/'); of != folded.npos && of > 0 && folded.find_first_not_of("0123456789", of + 1) == folded.npos) folded = folded.substr(0, of);
    if (folded.empty() || folded.size() > 3 || folded.find_first_not_of("0123456789") != folded.npos) return -1;
    return std::stoi(std::string(folded));
}

/// "abstained", "abstenciones"; "Abstimmung" is the vote itself.
bool abstains(const word& w) { return w.folded.starts_with("abst") && !w.folded.starts_with("abstim"); }

struct vote_reader {
    std::string_view text;
    const lexicon& words;
    words_view all;
    vote_finding out{};

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }

    /// "14 members", "14 people voted", "14 people voted for it and 1 person against"; "12 residents opposed" is no vote.
    bool is_any_of_people(std::size_t i) const {
        const bool voted = is(i + 1, list::voting_verbs) || std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(i, all.size())), [&](const word& w) { return words.has(list::voting_verbs, w); });
        return is(i, list::bodies) || (is(i, list::crowd_words) && voted);
    }

    /// The count that word i is; -1 for none, and for sums of money.
    int number(std::size_t i) const {
        if (i >= all.size()) return -1;
        const auto before = text.substr(0, all[i].begin);
        if (before.ends_with('$') || before.ends_with("\u00A3") || before.ends_with("\u20AC")) return -1;
        const int n = number_of(all[i].folded, words);
        return n > 0 && !all[i].digits && i > 0 && is(i - 1, list::nothing_words) ? 0 : n;  // "no one opposed"
    }

    std::optional<int>* kind(std::size_t i) {
        if (is(i, list::for_words)) return &out.for_;
        if (is(i, list::against_words)) return &out.against;
        if (is(i, list::abstention_words) || abstains(all[i])) return &out.abstain;
        return nullptr;
    }

    /// Whether the sentence counts votes at all, so that "35 for" is no sum for something.
    bool counts_votes() const {
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::against_words, list::abstention_words, list::vote_nouns}, w) || abstains(w) || w.folded.starts_with("vote"); });
    }

    void read_result(std::size_t i) {
        if (is(i, list::carried_words) && !(i + 1 < all.size() && words.status(all[i].folded + " " + all[i + 1].folded))) out.result = "carried";  // "carried forward" is none
        if (is(i, list::lost_words)) out.result = "lost";
        if (is(i, list::tied_words)) out.result = "tied";
        // "All in favour"
        if (is(i, list::for_words) && i > 0 && !all[i].digits && is(i - 1, list::function_words) && !is(i, list::function_words))
            for (std::size_t k = 0; k + 1 < i; ++k)
                if (is(k, list::bodies) && is(k, list::auxiliaries) && out.result.empty()) out.result = "carried";
    }

    /// "5-0", "5-0-1" behind a word of votes
    bool is_score(std::size_t i) const {
        if (i == 0) return all.size() == 1 && all[i].before == '(';
        const bool last = i + 1 == all.size();
        if (!last && is(i + 1, list::vote_nouns)) return true;  // "by a 7-2 vote"
        if (last || all[i].after || all[i + 1].before == '(' || all[i + 1].before == '[') return words.has_any({list::outcome_words, list::outcome_cores}, all[i - 1]);  // "approved Ordinance 24-03" tells no votes
        // "agreed to buy slates for 3-4 sheds"
        const bool noun_behind = !words.has_any({list::function_words, list::outcome_words, list::outcome_cores}, all[i + 1]) || words.month_of(all[i + 1]);
        return !noun_behind && (is(i - 1, list::outcome_cores) || (is(i - 1, list::outcome_words) && (!is(i - 1, list::function_words) || is(i - 1, list::passive_words))));
    }

    void read_score(std::size_t i) {
        if (!is_score(i)) return;
        const bool told = i == 0 || words.has_any({list::outcome_words, list::outcome_cores}, all[i - 1]);
        if (const auto score = score_of(all[i], words); score && (told || *score->for_ >= *score->against)) {
            out.for_ = score->for_;
            out.against = score->against;
            if (score->abstain) out.abstain = score->abstain;
        }
    }

    /// "by 4 votes to 1", "4 voix contre 1"
    bool read_pair(std::size_t i) {
        const int a = number(i);
        if (a < 0 || i == 0) return false;
        std::size_t k = i + 1;
        while (k < all.size() && k < i + 3 && (is(k, list::vote_nouns) || all[k].folded.starts_with("vote"))) ++k;
        const bool nouns = k > i + 1;
        const bool to = is(k, list::range_words) && (nouns || is(i - 1, list::by_words) || is(i - 1, list::outcome_cores) || (i > 1 && is(i - 2, list::vote_nouns) && is(i - 1, list::function_words)));  // "a vote of 11 to 1"
        const bool against = nouns && is(k, list::against_words);
        const int b = number(k + 1);
        if ((!to && !against) || b < 0) return false;
        out.for_ = a;
        out.against = b;
        return true;
    }

    /// The number before the word ("4 votes for"), or behind it ("For: 4", "For 6, Against 0").
    void read_count(std::size_t i) {
        std::optional<int>* const into = kind(i);
        if (!into || *into) return;
        const int behind = number(i + 1);
        const bool closed = i + 1 < all.size() && (all[i + 1].after || i + 2 == all.size());
        if (behind >= 0 && (all[i].after == ':' || (all[i].after == '-' && closed))) {  // "Yes - 10; No - 0"
            *into = behind;
            return;
        }
        for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
            const auto& b = all[i - back];
            if (const int n = number(i - back); n >= 0 && (all[i - back].digits || back == 1 || n > 0 || into != &out.for_)) {
                const bool sum = into == &out.for_ && !all[i].after && i + 1 < all.size() && !counts_votes();
                if (!sum && !(b.after && b.after != '-')) *into = n;
                if (*into) return;
                break;
            }
            const bool between = is(i - back, list::vote_nouns) || is_any_of_people(i - back) || b.folded.starts_with("vote") || (is(i - back, list::function_words) && back == 1);
            if (!between || b.after) break;
        }
        if (behind >= 0 && closed && (counts_votes() || i + 2 == all.size())) *into = behind;
    }

    vote_finding read() {
        for (std::size_t i = 0; i < all.size(); ++i) {
            read_result(i);
            read_score(i);
            if (read_pair(i)) continue;
            if (i + 1 < all.size() || i > 0) read_count(i);
        }
        return out;
    }
};

std::optional<ballot> ballot_of(const word& w, const lexicon& words) {
    if (words.has(list::for_words, w)) return ballot::in_favour;
    if (words.has_any({list::against_words, list::nothing_words}, w)) return ballot::against;
    if (words.has(list::abstention_words, w) || abstains(w)) return ballot::abstained;
    if (words.has(list::absence_words, w)) return ballot::absent;
    return {};
}

}  // namespace

std::optional<vote_finding> score_of(const word& w, const lexicon& words) {
    const std::string_view score = w.folded;
    const auto dash = score.find('-');
    if (!w.digits || dash == score.npos || score.size() > 7) return {};
    const auto second = score.find('-', dash + 1);
    const int a = number_of(score.substr(0, dash), words), b = number_of(score.substr(dash + 1, second == score.npos ? score.npos : second - dash - 1), words);
    if (a < 0 || b < 0) return {};
    vote_finding out;
    out.for_ = a;
    out.against = b;
    if (const int c = second == score.npos ? -1 : number_of(score.substr(second + 1), words); c >= 0) out.abstain = c;
    return out;
}

vote_finding votes_in(std::string_view text, words_view all, const lexicon& words) { return vote_reader{text, words, all}.read(); }

vote_finding votes_in(std::string_view text, const lexicon& words) { return votes_in(text, words_in(text, words), words); }

std::optional<ballot> match_roll_line(std::string_view line, const lexicon& words) {
    constexpr std::size_t longest = 6;  // words
    const auto all = words_in(line, words);
    if (all.size() < 2 || all.size() > longest) return {};
    const auto how = ballot_of(all.back(), words);
    if (!how) return {};
    const auto gap = line.substr(all[all.size() - 2].end, all.back().begin - all[all.size() - 2].end);
    const bool parted = gap.find_first_of("-:\t") != gap.npos || gap.find("\u2013") != gap.npos || gap.find("  ") != gap.npos || words.has(list::vote_nouns, all[all.size() - 2]) || all[all.size() - 2].folded.starts_with("vote");
    if (!parted || !all[0].capital || words.has(list::function_words, all[0]) || all[0].digits) return {};
    return how;
}

std::vector<roll_list> match_roll_lists(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    struct label {
        std::size_t word = 0;
        ballot how = ballot::in_favour;
    };
    std::vector<label> labels;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const auto how = ballot_of(all[i], words);
        if (!how) continue;
        const auto gap = text.substr(all[i].end, all[i + 1].begin - all[i].end);
        const bool marked = gap.find(':') != gap.npos || gap.find(" - ") != gap.npos || gap.find("\u2013") != gap.npos;
        const bool opens = i == 0 || all[i - 1].after || all[i].capital;
        if (marked && opens && all[i].capital) labels.push_back({i, *how});
    }
    std::vector<roll_list> out;
    bool named = false;
    for (std::size_t k = 0; k < labels.size(); ++k) {
        const std::size_t from = labels[k].word + 1, to = k + 1 < labels.size() ? labels[k + 1].word : all.size();
        const std::size_t begin = all[labels[k].word].begin, end = from < to ? all[to - 1].end : all[labels[k].word].end;
        roll_list l{labels[k].how, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, 0};
        const auto names = from < to ? text.substr(all[from].begin, end - all[from].begin) : std::string_view{};
        if (from < to && all[from].digits) return {};  // counts, no names
        for (const auto& piece : cut_roster(names, words)) l.count += name_strength(names.substr(piece.where.begin, piece.where.size()), words) > 0 && !words.has(list::nothing_words, fold(names.substr(piece.where.begin, piece.where.size())));
        named |= l.how == ballot::in_favour && l.count > 0;
        out.push_back(l);
    }
    return named ? out : std::vector<roll_list>{};
}

}  // namespace minutes
