// SPDX-License-Identifier: Apache-2.0
// Which lines belong to a list of people.
#include "attendance_list.hpp"

#include <algorithm>

#include "attendance_phrase.hpp"
#include "attendance_text.hpp"
#include "exempt.hpp"
#include "owner.hpp"
#include "reference.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

bool list_reader::says_here(std::string_view text) const {
    const auto colon = text.find(": ");
    return colon != text.npos && p.words.has(word_list::here_words, fold(trim(text.substr(0, colon))));
}

bool list_reader::are_led_by_groups() const {
    return std::all_of(entries.begin(), entries.end(), [&](const spans& e) { return attendance_label_at(p.words_at(e), p.words).has_value(); });
}

bool list_reader::is_initialled(std::size_t i, std::string_view text) const {
    const auto initialled = [&](const word_run& all) { return all.size() == 2 && all[0].capital && all[0].folded.size() <= 3 && (all[0].folded.size() == 1 || all[0].folded.find('.') == 1) && all[1].capital && all[1].folded.size() > 2; };
    const auto own = words_in(text, p.words, 3);
    if (entries.empty() || !initialled(own) || own[1].upper || block(i).blank_before > 0 || i + 1 >= p.laid.blocks.size() || block(i + 1).blank_before > 0 || block(i + 1).kind != laid_block::kind_type::line) return false;
    if (p.words.has_any({word_list::agenda_headings, word_list::role_nouns, word_list::meeting_nouns}, own[1]) || !p.words.labels(own[1]).empty()) return false;
    return initialled(words_in(p.words_at(block(i + 1).text), p.words, 3)) || initialled(words_in(p.words_at(block(i - 1).text), p.words, 3));
}

bool list_reader::ends_list(std::size_t i, std::string_view text) const {
    if (p.ticks_people(i) || is_initialled(i, text)) return false;
    // "secretariat: Ann Bell" below "- Tom Ash": the next key of the front matter
    if (i > 0 && is_away(how) && starts_lower(text) && text.find(": ") != text.npos && !is_listed(block(i).look, text) && is_listed(block(i - 1).look, p.words_at(block(i - 1).text))) return true;
    if (match_session_heading(text, p.words)) return true;  // "PART I"
    if (const auto colon = text.find(':'); colon != text.npos && colon < text.size() / 2)  // "Abbreviations: Ann Bell (AB)"
        if (const auto names = columns_named(text.substr(0, colon), p.words); std::find(names.begin(), names.end(), column::initials) != names.end()) return true;
    // "Excused: Tom Ash" and then "Administration: Priya Lee": those who have a line of their own were not away.
    if (is_away(how) && run_in && starts_people(text, p.words)) return true;
    if (is_away(how) && says_here(text)) return true;
    if (run_in && length_of_guests_lead(text, p.words) > 0) return true;
    if (const auto l = attendance_label_at(text, p.words); l && is_away(how) && run_in && l->begin == 0 && l->marked && !l->whole && l->how == attendance::in_attendance && takes_as_people(text.substr(l->rest))) return true;  // "Guests: Mayor Tom Ash"
    if (const auto colon = text.find(": "); colon != text.npos && is_group_head(text.substr(0, colon), p.words) && leads_sure_person(text.substr(colon + 2)) && !attendance_label_at(text, p.words)) return false;  // "Committee: Ann Bell"
    // "Trustees: Li Wu" below an "Apologies" that stands alone on its line
    if (const auto l = attendance_label_at(text, p.words); l && is_away(how) && !run_in && !l->sure && l->how != attendance::apologies && are_led_by_groups() && l->begin == 0 && l->marked && !l->whole && takes_as_people(text.substr(l->rest))) return false;
    const auto* e = p.heads.at(i);
    const auto mark = number_at(text, p.words);
    const auto entry = mark && mark->marked && e && !label_at(text.substr(mark->rest), p.words) ? text.substr(mark->rest) : text;  // "1. Ann Bell, Clerk"
    const int strength = name_strength(entry.size() < text.size() ? entry.substr(0, entry.find(',')) : entry, p.words);
    if (const auto l = attendance_label_at(text, p.words); l && l->sure && (l->marked || l->linked || (!l->whole && l->begin == 0 && !takes_as_people(text.substr(0, l->rest)) && takes_as_people(text.substr(l->rest))))) return true;
    if (const auto l = label_at(text, p.words); l && l->marked && !l->is(label::none) && !l->is(label::chair) && !l->is(label::minute_taker) && strength < 3 && !is_group_head(text, p.words)) return true;
    const bool by_chance = e && e->style.starts_with("heading") && !people_below(i);  // "## Officers" above what was said of them
    if (e && strength < 3 && (by_chance || !is_group_head(text, p.words))) return true;
    const auto n = number_at(text, p.words);
    if (n && n->marked && n->rest < text.size() && (label_at(text.substr(n->rest), p.words) || attendance_label_at(text.substr(n->rest), p.words)) && strength < 3) return true;
    const auto& b = block(i);
    return !unlabelled && label_depth > 0 && b.look.depth > 0 && b.look.depth <= label_depth && strength < 2;
}

bool list_reader::hangs_below_title(std::size_t i, std::string_view text) const {
    const auto own = words_in(text, p.words, 2);
    if (block(i).blank_before > 0 || own.size() != 1 || !own[0].capital || own[0].upper) return false;
    for (auto e = entries.rbegin(); e != entries.rend(); ++e) {
        const auto above = p.words_at(*e);
        const auto all = words_in(outside_brackets(above), p.words, 4);
        if (all.size() == 2 && p.words.has(word_list::plural_honorifics, all[0]) && all[1].capital && !all[0].after) return true;
        if (all.size() > 3 || above.ends_with(',')) return false;
    }
    return false;
}

bool list_reader::tells_of_business(std::size_t i, std::string_view text) const {
    constexpr std::size_t shortest = 3;  // words
    if (entries.empty() || !text.ends_with('.') || is_listed(block(i).look, text) || carries_on) return false;
    if (block(i).blank_before == 0 && p.words_at(entries.back()).ends_with('.')) return false;  // a list of sentences
    const auto all = words_in(text, p.words);
    if (all.size() < shortest) return false;
    const auto of_attendance = [&](const word& w) {
        return w.folded.size() > 1 && p.words.has_any({word_list::arrival_words, word_list::departure_words, word_list::return_words, word_list::attending_words, word_list::apology_words, word_list::absence_words, word_list::here_words, word_list::away_words, word_list::part_marks}, w);
    };
    const auto says = [&](word_list a, word_list b) { return std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has_any({a, b}, w); }); };
    if (says(word_list::held_words, word_list::held_words) && says(word_list::chair_nouns, word_list::record_titles)) return false;  // "Eve Reed took the minutes."
    if (std::any_of(all.begin(), all.end(), of_attendance) || !attendance_phrases_in(text, p.words).empty()) return false;
    const auto colon = text.find(": ");
    const auto behind = colon == text.npos ? std::string_view{} : text.substr(colon + 2);
    const auto first = words_in(behind, p.words, 1);
    return is_sentence(text, p.words) || (!first.empty() && !first[0].capital && p.words.has(word_list::articles, first[0]));  // "Joe Hall: the roof leaks."
}

bool list_reader::takes(std::size_t i, const joined_text& line) const {
    const std::string_view text = line.text();
    const auto& b = block(i);
    const bool listed = is_listed(b.look, text);
    if (tells_of_business(i, text)) return false;
    auto roster = match_roster(text, p.words);
    const auto text_words = words_in(text, p.words);
    const bool goes_on = !entries.empty() && !run_in && b.blank_before == 0 && label_at(text, p.words).value_or(label_finding{}).kinds.empty();  // nicks below each other
    if (roster.empty() && (listed || goes_on) && words_in(text, p.words, 2).size() == 1) roster = match_roster(text, p.words, roster_shape::one_each);  // "* abell"
    if (const auto lead = roster.empty() && listed ? length_of_own_lead(text) : 0; lead > 0) roster = match_roster(text.substr(lead), p.words);  // "- Hill Works: Virgil Lee"
    if (b.look.part == document_block::part_type::metadata) return !text_words.empty() && (!roster.empty() || starts_upper(text.substr(text_words[0].begin)));
    if (roster.empty() || tells_election(text, p.words) || asks_to_do(text, p.words)) return false;
    if (const auto colon = text.find(": "); colon != text.npos && is_sentence(text.substr(colon), p.words)) return false;  // "Roof: Ann will ask"
    if (roster.size() == 1 && roster.front().strength == 1 && is_initials(text)) return false;
    const auto count = text_words.size();
    const auto bare = outside_brackets(text);
    const auto bare_words = words_in(bare, p.words);
    const bool titled = text_words.size() > 1 && p.words.has(word_list::plural_honorifics, text_words[0]) && text_words[0].capital && text_words[1].capital && !text_words[0].after;  // "Councillors Bell (Chairman)"
    const int best = std::max(titled ? 2 : 0, std::max_element(roster.begin(), roster.end(), [](const auto& x, const auto& y) { return x.strength < y.strength; })->strength);
    // Behind people on the label's own line the list goes on in wrapped lines, not in items of another look.
    const bool forename = count == 1 && b.blank_before == 0 && leads_forename(text) && !entries.empty() && words_in(p.words_at(entries.back()), p.words, 2).size() == 1;  // "Present: Ann" / "Tom" / "Joe"
    if (run_in && !carries_on && ((best < 2 && !forename && !hangs_below_title(i, text)) || is_listed(b.look, text))) return false;
    const bool marked = std::any_of(roster.begin(), roster.end(), [&](const auto& e) { return !e.person.initials.empty() || (e.person.role.begin > 0 && text[e.person.role.begin - 1] == '('); });  // "Ann (AB)", "Ann (Clerk)"
    if (best == 2 && roster.size() == 1 && !listed && text.substr(roster.front().person.name.begin, roster.front().person.name.size()).find(": ") != text.npos) return false;  // "Part A: Preliminary Items"
    if (best < 2 && tells_small(text, p.words)) return false;
    const bool lone = unlabelled && (marked || lists_lone_names(behind_place(text), p.words));
    if (unlabelled && best < 2 && !lone) return false;
    // "Other households in attendance – 1": a count
    if (!text_words.empty() && text_words.back().digits && best < 3 && std::any_of(text_words.begin(), text_words.end(), [&](const word& w) { return !w.capital && p.words.has(word_list::attending_words, w); })) return false;
    if (is_sentence(text, p.words) && count > 9 && (roster.size() == 1 || sentences_in(bare, p.words).size() > 1)) return false;
    // "Pastor Ann Bell opens in prayer. Followed by the pledge."
    if (sentences_in(bare, p.words).size() > 1 && std::count_if(bare_words.begin(), bare_words.end(), [&](const word& w) { return !w.capital && !w.digits && w.folded.size() > 3 && !p.words.has_any({word_list::function_words, word_list::role_nouns, word_list::particles}, w); }) > 1) return false;
    const auto n = number_at(text, p.words);
    if (n && n->marked && (b.blank_before > 0 ? best < 3 || (run_in && !carries_on) : false)) return false;
    // "I. Approval of the minutes" is an item, "I. Singh" a person.
    if (const auto all = words_in(text, p.words); n && n->marked && n->end - n->begin < 5 && !all[0].digits && all.size() > 2 && !all[2].capital && !all[1].after) return false;
    // "War & Peace concert" below a list whose lines stand close, and above a sentence: what stands alone and names nobody for sure heads it.
    const bool close = !entries.empty() && (i == 0 || block(i - 1).blank_before == 0 || (run_in && entries.size() == parts));
    if (best == 2 && b.blank_before > 0 && close && !listed && !carries_on && text.find_first_of(",;(\t") == text.npos && p.is_above_sentence(i)) return false;
    if (best >= 2) return best == 3 || listed || b.blank_before == 0 || count <= 8 || carries_on;
    return listed || lone || b.blank_before == 0;  // lone words
}

bool list_reader::takes_as_people(std::string_view text) const {
    const auto roster = match_roster(text, p.words);
    return !roster.empty() && roster.front().strength >= 2;
}

bool list_reader::heads_columns(std::string_view text) const {
    const auto all = cut_roster(text, p.words);
    if (all.size() < 2) return false;
    const auto fields = columns_named(text.substr(all[0].where.begin, all[0].where.size()), p.words);
    return std::find(fields.begin(), fields.end(), column::name) != fields.end();
}

bool list_reader::breaks_off_in_name(std::string_view entry, std::string_view below) const {
    constexpr std::size_t longest_lone = 3;  // words: "Cllr Mrs V"
    const auto pieces = cut_roster(entry, p.words);
    if (pieces.size() < 2 || pieces.back().where.end != entry.size() || !starts_upper(below) || is_sentence(below, p.words)) return false;
    const auto last = entry.substr(pieces.back().where.begin);
    auto own = words_in(last, p.words, longest_lone + 1);
    if (own.size() > longest_lone) return false;
    std::size_t k = 0;
    while (k < own.size() && p.words.has(word_list::honorifics, own[k]) && !p.words.has(word_list::given_names, own[k])) ++k;
    const bool titled = k > 0, lone = own.size() == k + 1;
    const bool letter = lone && own[k].folded.size() == 1, forename = lone && p.words.has(word_list::given_names, own[k]);
    const bool others_whole = std::any_of(pieces.begin(), pieces.end() - 1, [&](const roster_piece& x) { return name_strength(head_of_piece(behind_place(entry.substr(x.where.begin, x.where.size())), p.words), p.words) == 3; });
    if (!(own.size() == k || letter || (forename && (titled || others_whole)))) return false;
    const auto next = words_in(below, p.words, 1);
    return !next.empty() && next[0].capital && next[0].folded.size() > 1 && !p.words.has_any({word_list::honorifics, word_list::role_nouns}, next[0]) && !label_at(below, p.words).value_or(label_finding{}).marked;
}

bool list_reader::asks_for_names(std::size_t i, std::string_view text) const {
    constexpr std::size_t shortest = 4;  // words
    if (!entries.empty() || run_in || is_listed(block(i).look, text) || i + 1 >= p.laid.blocks.size()) return false;
    const auto& below = block(i + 1);
    return below.kind == laid_block::kind_type::line && below.look.depth > 0 && words_in(text, shortest).size() == shortest && !takes_as_people(text);
}

bool list_reader::goes_on_in_name(std::size_t i, std::string_view text) const {
    const auto first = words_in(text, p.words, 3);  // "and Ash" below "Councillors Bell, Lee"
    if (block(i).blank_before == 0 && !entries.empty() && first.size() == 2 && !first[0].capital && p.words.has(word_list::joining_words, first[0]) && first[1].capital && first[1].folded.size() > 1) return true;
    return block(i).blank_before == 0 && !entries.empty() && !is_listed(block(i).look, text) && breaks_off_in_name(p.words_at(entries.back()), text);
}

bool list_reader::goes_on_in_brackets(std::size_t i, std::string_view text) const {
    if (block(i).blank_before > 0 || entries.empty() || !text.starts_with('(') || is_listed(block(i).look, text)) return false;
    const auto before = p.words_at(entries.back());
    return !before.ends_with(',') && !before.ends_with(')') && words_in(outside_brackets(text), p.words, 1).empty();
}

bool list_reader::people_below(std::size_t i) const {
    constexpr std::size_t longest = 4;  // words of an entry that may be a name of any kind
    for (++i; i < p.laid.blocks.size() && block(i).kind == laid_block::kind_type::furniture;) ++i;
    if (i >= p.laid.blocks.size()) return false;
    if (block(i).kind != laid_block::kind_type::line) return true;
    const auto text = std::string(p.words_at(block(i).text));
    const bool few = words_in(text, p.words, longest + 1).size() <= longest && (is_listed(block(i).look, text) || !text.ends_with('.'));  // "Kim; Leo"
    return (takes_as_people(text) && !is_sentence(text, p.words)) || says_nobody(text, p.words) || few;
}

}  // namespace minutes
