// SPDX-License-Identifier: Apache-2.0
// Minutes in which each paragraph, or each bullet, opens with what it is about: "Rents: It was agreed …", "Water – Tom has mended the tap."
#include "outline_finder.hpp"

#include <algorithm>

#include "attendance_label.hpp"
#include "marker.hpp"
#include "marks.hpp"
#include "person.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using list = word_list;

/// Labels of a document's head, whose values are no business.
bool is_of_head(const label_finding& l) {
    return l.is(label::date) || l.is(label::time) || l.is(label::end) || l.is(label::venue) || l.is(label::chair);
}

}  // namespace

std::optional<span> outline_finder::subject_at_head(std::size_t i, bool dashed) const {
    constexpr std::size_t longest = 60, usual_words = 6, more_words = 8;  // bytes
    const std::string_view t = lines[i];
    const std::size_t start = laid.blocks[i].look.mark.empty() ? 0 : std::min<std::size_t>(behind(t, laid.blocks[i].look.mark.size()), t.size());
    const std::size_t mark = dashed ? std::min({first_mark(t, " \u2013 ", start), first_mark(t, " \u2014 ", start), first_mark(t, " - ", start)}) : first_mark(t, ": ", start);
    if (mark == t.npos || mark <= start || mark - start > longest) return {};
    const auto subject = t.substr(start, mark - start);
    const auto all = words_in(subject, words, more_words + 1);
    if (all.empty() || all.size() > (words.has(list::record_titles, all[0]) ? more_words : usual_words) || !all[0].capital || subject.find_first_of(".?!:;") != subject.npos || has_verb(subject)) return {};
    if (words_in(t.substr(mark), words, 1).empty() || marker_at(t.substr(start), words)) return {};
    constexpr std::size_t longest_name = 5;  // words
    const auto said = trim(t.substr(behind(t, mark)));
    if (words_in(said, words, longest_name + 1).size() <= longest_name && match_person(said, words).value_or(person_finding{}).weight >= 2) return {};  // "Secretary: Claire Bell"
    // "Raising the rents to £30 – agreed.": the words before the dash are what was agreed
    const auto verdict = words_in(said, words, 3);
    if (dashed && !verdict.empty() && verdict.size() <= 2 && words.has(list::decision_verbs, verdict[0]) && !is_agenda_heading(subject) && !heads_minutes(subject)) return {};
    if (all.size() == 1 && all[0].upper && words.has(list::imperatives, all[0]) && !is_agenda_heading(subject)) return {};  // "NOTE: …"
    const auto person = match_person(subject, words);
    if ((person && person->weight >= 2) || (speakers.count(all[0].folded) && !label_at(subject, words)) || words.has_any({list::given_names, list::honorifics, list::decision_markers, list::vote_nouns, list::motion_nouns}, all[0])) return {};
    // "Proposed: …", "Signed by Tom Ash: …", but not "Proposed hut on the quay: …"
    const bool named = all.size() <= 2 || std::any_of(all.begin() + 1, all.end(), [](const word& w) { return w.capital; });
    if (words.has(list::signature_words, all[0]) ? all.size() <= 2 : named && words.has_any({list::proposal_words, list::second_words}, all[0])) return {};
    return span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(mark)};
}

void outline_finder::find_run_in_series() {
    std::size_t from = 0;  // behind the lists of people at the head
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto l = is_line(i) ? attendance_label_at(lines[i], words) : std::nullopt;
        if (l && l->sure && l->begin == 0 && 2 * i < lines.size()) from = i + 1;
    }
    constexpr int few = 3;  // lines with numbers: more of them are the items
    int numbers = 0;
    for (std::size_t i = from; i < lines.size(); ++i)
        if (is_line(i) && (laid.blocks[i].look.heading > 0 || laid.blocks[i].look.bold || (counted[i] && ++numbers >= few))) return;
    numbered_business = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end(), [&](const joined_words& t) {
        const auto n = number_at(t, words);
        return n && n->marked && n->rest < std::string_view(t).size();
    });
    for (const bool bullets : {false, true})
        for (const bool dashed : {false, true}) find_run_in_series(from, bullets, dashed);
}

void outline_finder::find_run_in_series(std::size_t from, bool bullets, bool dashed) {
    constexpr std::size_t fewest = 3;
    std::vector<std::pair<std::size_t, span>> found;
    std::unordered_set<std::string> seen;
    std::size_t all = 0, told = 0;
    bool agenda = false;
    // Where blank lines part paragraphs, "Owner: Tom Ash" right below another line opens none.
    const auto parted = std::count_if(laid.blocks.begin() + static_cast<std::ptrdiff_t>(from), laid.blocks.end(), [](const laid_block& b) { return b.blank_before > 0; });
    const bool paragraphs = !bullets && static_cast<std::size_t>(parted) >= fewest;
    for (std::size_t i = from; i < lines.size(); ++i) {
        if (!is_line(i) || (paragraphs && laid.blocks[i].blank_before == 0) || (laid.blocks[i].look.depth > 0) != bullets || laid.blocks[i].look.depth > 1) continue;
        const auto l = label_at(lines[i], words);
        const bool tells = l && ends_sentence(lines[i]) && has_verb(std::string_view(lines[i]).substr(l->end));  // "Minutes of the meeting of 9 April: They were agreed."
        const bool names_meeting = l && l->is(label::meeting) && !tells && !heads_minutes(std::string_view(lines[i]).substr(0, l->end)) && !words.has(list::record_titles, words_in(lines[i], words, 1).front());  // "Minutes: agreed." speaks of those of the last
        if (const auto people = attendance_label_at(lines[i], words); people && people->begin == 0 && people->marked) continue;
        if (l && l->begin == 0 && l->marked && (is_of_head(*l) || names_meeting || (l->is(label::minute_taker) && !ends_sentence(lines[i])) || (!dashed && l->is(label::next_meeting)))) continue;
        ++all;
        const auto subject = subject_at_head(i, dashed);
        if (!subject) continue;
        const auto t = std::string_view(lines[i]).substr(subject->begin, subject->size());
        if (!seen.insert(fold(t)).second) return;  // who speaks comes again
        agenda |= is_agenda_heading(t) || heads_minutes(t);
        constexpr std::size_t shortest = 3;  // words
        const auto said = std::string_view(lines[i]).substr(subject->end);
        told += !words_in(said, words).front().digits && (ends_sentence(said) || words_in(said, words).size() >= shortest);
        found.emplace_back(i, *subject);
    }
    // "Income: 400" under "Budget: 300": figures
    constexpr std::size_t many = 4;  // subjects that need no word of agendas among them
    const bool plain = !bullets && !dashed && !numbered_business && found.size() >= many && told == found.size();
    if (found.size() < fewest || (!agenda && !plain) || 2 * told < found.size() || 2 * found.size() < all) return;
    for (const auto& [block, subject] : found) subjects.emplace(block, subject);
}

bool outline_finder::run_in_of_series(std::size_t i) {
    const auto found = subjects.find(i);
    if (found == subjects.end()) return false;
    add(i, {}, found->second, behind(lines[i], found->second.end), 155, "run in series", laid.blocks[i].look.depth > 0 ? "heading-bullet-topic" : "heading-run-in");
    return true;
}

}  // namespace minutes
