// SPDX-License-Identifier: Apache-2.0
// Who was there and who was not, as sentences, footnotes and what stands behind a label tell.
#include <algorithm>
#include <string>

#include "asides.hpp"
#include "attendance_list.hpp"
#include "attendance_phrase.hpp"
#include "attendance_text.hpp"
#include "occasion_text.hpp"
#include "owner.hpp"
#include "person.hpp"
#include "phrase.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

/// A text with a blank for each line end that only wraps it: behind a long line.
std::string without_wraps(std::string_view text) {
    constexpr std::size_t long_line = 60;  // bytes
    std::string out(text);
    for (std::size_t from = 0, end = out.find('\n'); end != out.npos; from = end + 1, end = out.find('\n', from))
        if (end - from >= long_line) out[end] = ' ';
    return out;
}

/// "Ann and Tom attended.", "Ann did not attend" in the business: what they went to is another event unless the text says that it was the meeting.
bool tells_other_event(std::string_view label, std::string_view text, const lexicon& words) {
    const auto verb = words_in(label, words), all = words_in(text, words);
    // "Present at the fair were Ann and Tom"
    for (std::size_t k = 1; k + 2 < all.size(); ++k)
        if (all[k].begin < label.size() + (label.data() - text.data()) && words.has(word_list::place_leads, all[k]) && words.has(word_list::articles, all[k + 1]) && !words.has_any({word_list::session_nouns, word_list::meeting_nouns, word_list::call_nouns, word_list::venue_nouns}, all[k + 2])) return true;
    const bool attended = std::any_of(verb.begin(), verb.end(), [&](const word& w) { return !w.capital && words.has(word_list::attending_words, w); }) &&
                          std::none_of(verb.begin(), verb.end(), [&](const word& w) { return words.has(word_list::passive_words, w); });
    const bool guests = !verb.empty() && words.has(word_list::guest_words, verb[0]) && std::none_of(verb.begin(), verb.end(), [&](const word& w) { return words.has(word_list::attending_words, w); });  // "Guests included Ann and Tom"
    return (attended || guests) && std::none_of(all.begin(), all.end(), [&](const word& w) { return words.has(word_list::session_nouns, w); });
}

}  // namespace

bool parser::read_phrases(const spans& where, bool of_people) {
    const auto j = join(where);
    const std::string_view text = j.text();
    bool any = false;
    const auto flat = without_wraps(text);
    const bool in_business = !of_people && section == section_type::business && !m.items.empty() && m.people.size() > 2;
    for (const auto& phrase : attendance_phrases_in(text, words)) {
        // "Eve Reed is unable to attend the next meeting."
        if (!of_people && is_away(phrase.how) && count_of(text, word_list::next_words, words) > 0 && count_of(text, word_list::meeting_nouns, words) > 0) continue;
        if (in_business && tells_other_event(text.substr(phrase.label.begin, phrase.label.size()), text, words)) continue;
        const auto roster = match_roster(std::string_view(flat).substr(phrase.people.begin, phrase.people.size()), words);
        const int needed = of_people || (any && phrase.how != attendance::in_attendance) ? 1 : phrase.how == attendance::in_attendance ? 2 : roster.size() > 1 ? 1 : 2;
        for (auto e : roster) {
            // "Patrick was not able to attend": a known forename is enough to be away.
            const auto own = words_in(text.substr(phrase.people.begin, phrase.people.size()), words, 2);
            const bool forename = is_away(phrase.how) && own.size() == 1 && words.has(word_list::given_names, own[0]);
            if ((e.strength < needed && !forename) || is_initials(text.substr(phrase.people.begin, phrase.people.size()))) continue;
            for (span* s : {&e.person.all, &e.person.name, &e.person.initials, &e.person.role, &e.person.organisation, &e.person.part, &e.person.substitute, &e.person.family})
                if (!s->empty()) *s = {s->begin + phrase.people.begin, s->end + phrase.people.begin};
            add_person(j, e.person, e.said.value_or(phrase.how), j.source(phrase.label.begin, phrase.label.end));
            any = true;
        }
    }
    return any;
}

bool parser::read_people(const spans& where, attendance how, const spans& label_where) {
    const auto j = join(where);
    const std::string_view text = j.text();
    // "1. Present: A Bell, T Ash.  Apologies: J Moss": a label of its own opens another list.
    bool any = false;
    std::size_t from = 0;
    spans label_of_list = label_where;
    for (const span s : sentences_in(text, words)) {
        const auto l = s.begin > 0 ? attendance_label_at(text.substr(s.begin, s.size()), words) : std::nullopt;
        if (!l || !l->sure || l->begin > 0 || !l->marked || l->whole) continue;
        any |= read_list_of_people(j.source(from, s.begin), how, label_of_list);
        leaves.paint(j.source(s.begin + l->begin, s.begin + l->rest), leaf::kind_type::label);
        how = l->how;
        label_of_list = j.source(s.begin + l->begin, s.begin + l->end);
        from = s.begin + l->rest;
    }
    // "Ann Bell, Tom Ash Apologies: Joe Moss": nothing but the label's own colon parts the lists.
    while (const auto l = label_inside(text, from, words)) {
        const auto before = match_roster(text.substr(from, l->begin - from), words);
        if (l->whole || before.empty() || before.front().strength < 2) break;
        any |= read_list_of_people(j.source(from, l->begin), how, label_of_list);
        leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
        how = l->how;
        label_of_list = j.source(l->begin, l->end);
        from = l->rest;
    }
    return read_list_of_people(j.source(from, text.size()), how, label_of_list) || any;
}

bool parser::read_list_of_people(const spans& where, attendance how, const spans& label_where) {
    const auto j = join(where);
    const std::string_view text = j.text();
    if (says_nobody(text, words)) return false;
    if (read_phrases(where, true)) return true;
    // "Online: Ann Bell" below an empty "Absent:"
    if (const auto colon = text.find(": "); is_away(how) && colon != text.npos && words.has(word_list::here_words, fold(trim(text.substr(0, colon)))))
        return read_list_of_people(j.source(colon + 2, text.size()), attendance::present, j.source(0, colon));
    // "Received from Ann Bell": what goes on with the label
    const auto lead = words_in(text, words, 8);
    std::size_t links = 0;
    while (links + 1 < lead.size() && words.has(word_list::label_links, lead[links])) ++links;
    if (links > 1 && lead[links].capital) return read_list_of_people(j.source(lead[links].begin, text.size()), how, label_where);
    if (tells_more(text, words) || tells_election(text, words) || asks_to_do(text, words)) return false;
    const auto label = label_at(words_at(label_where), words);  // "Chair: Ann Bell, Hill Works"
    const bool office = label && (label->is(label::chair) || label->is(label::minute_taker));
    const bool listed = block_depth > 0 || text.starts_with("- ");
    auto people = people_in(text, !office && !listed && !have_bodies(m.people) && is_short_run(text, words) ? roster_shape::several : roster_shape::open);
    if (is_sentence(text, words) || is_initials(text) || tells_small(text, words)) std::erase_if(people, [](const roster_entry& e) { return e.strength < 2; });
    add_people(j, people, how, label_where);
    return !people.empty();
}

namespace {

/// Whether the byte of a name follows a mark that points to a footnote: "Tom Ash, *Ann Bell".
bool follows_mark(std::string_view text, std::size_t at, std::string_view mark) {
    if (!text.substr(0, at).ends_with(mark)) return false;
    const auto before = at - mark.size();
    return before == 0 || text[before - 1] == ' ' || text[before - 1] == '\n' || text[before - 1] == '\t';
}

/// Whether the mark stands behind a person's name, role or initials, on the person's own line and before the next one's name, or right before the name.
bool carries_mark(const parser& p, const person& who, std::string_view mark) {
    const auto text = p.text();
    const std::size_t from = who.name.spans.front().begin;
    std::size_t end = std::min(text.find('\n', from), text.size());
    for (const auto& other : p.m.people)
        if (!other.name.spans.empty() && other.name.spans.front().begin > from) end = std::min<std::size_t>(end, other.name.spans.front().begin);
    if (follows_mark(text, end, mark)) end -= mark.size();
    return follows_mark(text, from, mark) || text.substr(from, end - from).find(mark) != text.npos;
}

}  // namespace

bool parser::read_footnote(const joined_text& line) {
    const auto text = trim(line.text());
    const auto mark = footnote_mark(text);
    if (mark.empty() || text.find('\t') != text.npos || text.starts_with("**")) return false;
    const auto all = words_in(text, words);
    const auto roster = match_roster(text, words);
    if (all.empty() || (!roster.empty() && roster.front().strength >= 2)) return false;
    bool part = false, manner = false;  // "* joined by phone" was there all the time
    for (std::size_t i = 0; i < all.size(); ++i) manner |= phrase_length(all, i, word_list::manner_marks, words) > 0;
    for (const auto& w : all) part |= !manner && words.has_any({word_list::part_marks, word_list::arrival_words, word_list::departure_words, word_list::arrival_marks}, w) && !words.has(word_list::function_words, w);
    part |= !manner && is_part_mark(trim(text.substr(mark.size())), words);  // "* from 7.30pm"
    bool marked = false;
    for (auto& p : m.people) {
        if (p.name.spans.empty() || !carries_mark(*this, p, mark)) continue;
        marked = true;
        if (!part) continue;
        p.part.value = true;
        p.part.spans = line.source(0, line.text().size());
        p.part.rule = "footnote";
        read_movement_note(*this, p, p.part.spans);
    }
    if (marked) leaves.paint(line.source(0, line.text().size()), leaf::kind_type::value);
    return marked;
}

}  // namespace minutes
