// SPDX-License-Identifier: Apache-2.0
#include "decision.hpp"

#include <algorithm>

#include "decision_reader.hpp"
#include "reference.hpp"

namespace minutes {

words_view decision_reader::words_behind_number() const {
    const words_view in = everything;
    const auto n = number_at(text, words);
    // "22/14 RESOLVED that …": the number of the minute
    if (in.size() > 2 && in[0].digits && !in[0].after && in[0].folded.find('/') != std::string::npos && words.has(word_list::decision_markers, in[1]) && (in[1].upper || in[1].after == ':')) return {in.begin() + 1, in.end()};
    if (const auto behind = words_behind_tag(in); behind > 0) return {in.begin() + static_cast<std::ptrdiff_t>(behind), in.end()};
    if (!n || !(n->marked || n->depth > 1) || n->rest >= text.size() || opens_with_initial(text, words, known)) return in;
    return {std::find_if(in.begin(), in.end(), [&](const word& w) { return w.begin >= n->rest; }), in.end()};
}

/// "[94-C1] Consensus: …", "<ann> RESOLVED: …": the first word behind what stands in brackets before a marker; 0 without that.
std::size_t decision_reader::words_behind_tag(words_view in) const {
    constexpr std::size_t longest = 3;  // words in the brackets
    const auto opening = std::string_view("[<").find(text.empty() ? ' ' : text[0]);
    const auto close = opening == std::string_view::npos ? text.npos : text.find("]>"[opening]);
    if (close == text.npos) return 0;
    const auto behind = static_cast<std::size_t>(std::find_if(in.begin(), in.end(), [&](const word& w) { return w.begin > close; }) - in.begin());
    return behind > 0 && behind <= longest && behind + 1 < in.size() && words.has(word_list::decision_markers, in[behind]) && in[behind].after == ':' ? behind : 0;
}

span decision_reader::from(std::size_t i) const {
    const auto t = trim(text);
    std::size_t begin = all[i].begin;
    for (const std::string_view sign : {"$", "\u00A3", "\u20AC"})  // "£80 for a new sign approved"
        if (text.substr(0, begin).ends_with(sign)) begin -= sign.size();
    if (begin > 0 && text[begin - 1] == '(' && text.find(')', begin) != text.npos) --begin;  // "(Motion) Buy a lamp"
    return bytes(begin, static_cast<std::size_t>(t.data() - text.data()) + t.size());
}

decision_sentence sort_decision(std::string_view sentence, const lexicon& words, const known_names& known) {
    const decision_reader s{sentence, words, known};
    if (s.all.empty() || s.is_head()) return {};
    if (auto d = s.put_to_vote()) return *d;
    if (s.asks() || s.signs_off() || s.counts_or_prices()) return {};
    if (auto d = s.marker()) {
        // "Decision: All in favour 4-0": the vote on what was moved
        const auto behind = sentence.substr(d->text.begin, d->text.size());
        if (d->text.begin == 0 || !decision_reader{behind, words, known}.is_outcome()) return *d;
        auto vote = sort_decision(behind, words, known);
        if (vote.part != decision_part::outcome) return *d;
        vote.text = d->text;
        vote.marked = true;
        return vote;
    }
    if (auto d = s.vote_on()) return *d;
    if (auto d = s.motion(); d && d->part != decision_part::none) {
        if (d->part == decision_part::second)
            if (auto w = s.decided(); w && (w->rule == std::string_view("decision-of-record") || (w->rule == std::string_view("decision-passive") && s.opens_with_matter()))) {  // "Tom Ash was elected chair, prop. Ann Bell, sec. Li Wu."
                w->mover = d->mover;
                w->seconder = d->seconder;
                w->second = d->second;
                return *w;
            }
        if (d->part == decision_part::whole || d->part == decision_part::second || d->part == decision_part::outcome) return *d;
        // "It was proposed and agreed that …" decides by itself.
        if (auto w = s.decided()) {
            w->mover = d->mover;
            w->seconder = d->seconder;
            return *w;
        }
        return *d;
    }
    if (auto d = s.behind_label()) return *d;
    if (s.spoken()) return {};
    if (s.has_subject())
        if (auto d = s.decided()) return *d;
    // "It was agreed:" leads to what was.
    if (!trim(sentence).ends_with(':') && s.is_outcome()) {
        decision_sentence d;
        d.part = decision_part::outcome;
        d.text = s.from(0);
        if (d.text.begin > 0 && (sentence[d.text.begin - 1] == '(' || sentence[d.text.begin - 1] == '[')) --d.text.begin;  // "(7-0)"
        d.rule = "outcome";
        d.kind = "agreed";
        for (std::size_t i = s.all.size(); i-- > 0;)
            if (i > 0 && words.has(word_list::voting_verbs, s.all[i]) && s.is_body(i - 1)) d.decides = true;  // "The board voted; all were in favour."
            else if (const auto kind = words.decision_kind(s.all[i]); kind && words.has(word_list::outcome_cores, s.all[i])) {
                d.kind = *kind;
                d.decides = true;
            }
        d.decides |= s.names_motion_that_passed();
        d.vote = votes_in(sentence, s.everything, words);
        if (s.lost()) d.vote.result = "lost";
        else if (!d.decides && d.vote.result.empty() && d.vote.for_ && d.vote.against && *d.vote.for_ < *d.vote.against) d.vote.result = "lost";
        else if (d.decides && d.vote.result.empty()) d.vote.result = "carried";  // "Agreed."
        return d;
    }
    if (auto d = s.decided()) return *d;
    if (auto d = s.impersonal()) return *d;
    return s.noun_of_decision().value_or(decision_sentence{});
}

std::optional<decision_sentence> match_decision_of_heading(std::string_view heading, const lexicon& words, const known_names& known) { return decision_reader{heading, words, known}.of_heading(); }

bool opens_with_initial(std::string_view text, const lexicon& words, const known_names& known) {
    const auto all = words_in(text, words, 4);
    const bool letter = all.size() > 3 && all[0].capital && all[0].folded.size() == 1 && all[0].after == '.';
    // "A. Ann Bell reported": the list's letter or hers; the first three letters count most often.
    return letter && text.substr(all[0].end).starts_with(". ") && all[0].folded[0] > 'c' && all[1].capital && !all[1].after && (words.has(word_list::given_names, all[1]) || known.names.count(all[1].folded)) && (all[2].capital || words.has_any({word_list::proposal_words, word_list::second_words}, all[2]));
}

std::optional<decision_finding> match_decision(std::string_view sentence, const lexicon& words) {
    const known_names nobody;
    auto d = sort_decision(sentence, words, nobody);
    if (d.part == decision_part::outcome) d = decision_reader{sentence, words, nobody}.decided().value_or(decision_sentence{});  // "The motion was carried."
    if (d.part != decision_part::whole) return {};
    return decision_finding{d.text, d.kind, d.rule};
}

}  // namespace minutes
