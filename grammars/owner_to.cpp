// SPDX-License-Identifier: Apache-2.0
#include "owner_to.hpp"

#include <algorithm>

#include "owner.hpp"
#include "task_owners.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

/// "Tobi" of "Tobias": the start of a name that is known.
bool starts_known(const word& w, const known_names& known) {
    return w.capital && w.folded.size() >= 3 && !known.small.count(w.folded) && std::any_of(known.names.begin(), known.names.end(), [&](const std::string& n) { return n.size() >= w.folded.size() && n[0] == w.folded[0] && n.starts_with(w.folded); });
}

/// A word before "to" that is somebody known, a post or a body, or stands among such.
bool is_of_owner(words_view all, std::size_t k, const lexicon& words, const known_names& known) {
    const auto& w = all[k];
    if (k > 0 && w.capital && words.has(list::honorifics, all[k - 1])) return true;
    if (known.initials.count(w.folded) || known.names.count(w.folded) || (w.upper && known.formed.count(w.folded)) || starts_known(w, known)) return true;
    if (words.has_any({list::given_names, list::honorifics, list::particles, list::name_links, list::joining_words, list::articles, list::groups, list::bodies, list::role_nouns, list::organisation_nouns}, w)) return true;
    return w.before == '(' || w.after == ')' || (w.folded.size() == 1 && w.capital) || w.folded.find('/') != std::string::npos;
}

/// A word that no lexicon knows and the document only as a name: initials, "SemiDave".
bool may_be_name(const word& w, const known_names& known) {
    constexpr std::size_t longest_initials = 3;
    if (!w.capital || w.digits) return false;
    if (w.upper && w.folded.size() <= longest_initials) return true;
    const bool said_of_it = w.entry && (w.entry->kinds.any() || w.entry->label || w.entry->column);
    return w.folded.size() > 2 && !said_of_it && known.proper.count(w.folded);
}

/// Words before k are an office or a titled name: "Clerk to reply.", "The Treasurer to pay.", "Cllr Ash to chase."
bool is_post(words_view all, std::size_t k, const lexicon& words) {
    if (words.has(list::honorifics, all[0])) return k > 1;
    return std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return words.has_any({list::role_nouns, list::articles}, w); }) && !words.has(list::record_nouns, all[k - 1]);
}

/// "Ann to date has had no replies", "Ann to her surprise had won": "has" or "had" stands right behind.
bool tells_behind_to(words_view all, std::size_t verb, const lexicon& words) {
    constexpr std::size_t within = 3;  // words
    if (words.has(list::imperatives, all[verb])) return false;
    for (std::size_t i = verb + 1; i < std::min(all.size(), verb + within) && !all[i - 1].after; ++i) {
        if (words.has_any({list::condition_words, list::relative_words, list::coordinators}, all[i])) return false;
        if (!all[i].capital && words.has(list::verbs, all[i]) && words.has(list::function_words, all[i])) return true;
    }
    return false;
}

/// "Members to note the new dates": a notice to a whole body.
bool is_notice(words_view all, std::size_t k, std::string_view line, const lexicon& words) {
    const auto& last = all[k - 1];
    return words.has_any({list::groups, list::bodies}, last) && !words.has(list::role_nouns, last) && words.has(list::no_action, fold(line.substr(all[k].begin, all[k + 1].end - all[k].begin)));
}

/// Marks behind a word that part owners or belong to their names: "Ann, Tom and A. Bell (Works)".
bool goes_on(char after) { return after == 0 || std::string_view(").,&/+").find(after) != std::string_view::npos; }

}  // namespace

bool is_owner_to(std::string_view line, const lexicon& words, const known_names& known, bool alone) {
    constexpr std::size_t longest_owners = 7, long_enough = 120;  // words; bytes that may hold them
    line.remove_prefix(pointer_at(line));
    const auto all = words_in(line.substr(0, std::min(line.size(), long_enough)), words);
    if (all.empty() || !(all.front().capital || words.has(list::articles, all.front()) || line.find('@') < all.front().begin) || all.front().before == '(' || all.front().before == '[' || words.has(list::decision_markers, all.front())) return false;
    const bool capitals = all.size() > 2 && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits || (w.capital && w.folded.size() == 1); });  // "CLERK TO WRITE TO THE TRUST"
    for (std::size_t k = 1; k + 1 < all.size() && k <= longest_owners; ++k) {
        // "Ann: to ring the bank"
        const bool colon = all[k - 1].after == ':' && words.has(list::infinitive_marks, all[k]) && words.has(list::imperatives, all[k + 1]) && !known.speakers.count(all[k - 1].folded);
        if (!goes_on(all[k - 1].after) && !colon) return false;
        if (!words.has(list::infinitive_marks, all[k])) continue;
        const auto& next = all[k + 1];
        if ((next.capital && !capitals) || next.digits || words.has_any({list::function_words, list::articles, list::carried_words}, next)) return false;  // "Le conseil, à l'unanimité, …"
        if (all[0].begin > 0 && line[all[0].begin - 1] == '@') return !handles_in(line, all[0].begin - 1, all[k].begin, words).empty();
        if (owners_in(line, all[0].begin, all[k - 1].end, words).empty()) return false;
        // "Project to open the data" inside a paragraph heads what it is about.
        if (!alone && k == 1 && words.has(list::organisation_nouns, all[0]) && !words.has_any({list::groups, list::bodies, list::role_nouns}, all[0])) return false;
        // "Clerk to note." inside a paragraph tells how it ended.
        const bool known_owner = is_known_person(all[0], words, known) || is_post(all, k, words);
        const bool of_somebody = known_owner && (words.has(list::imperatives, next) || (all[0].upper && known.initials.count(all[0].folded))) && !words.has(list::no_action, fold(line.substr(all[k].begin, next.end - all[k].begin)));
        if (!alone && !capitals && !of_somebody && all.size() < k + 3) return false;
        if (next.before == '"' || tells_behind_to(all, k + 1, words) || is_notice(all, k, line, words)) return false;
        const bool verb = words.has(list::imperatives, next);
        for (std::size_t i = 0; i < k; ++i)
            if (!is_of_owner(all, i, words, known) && !(verb && alone && may_be_name(all[i], known))) return false;
        return true;
    }
    return false;
}

namespace {

/// Whether a sentence gives somebody something to do.
bool gives_task(words_view in, const lexicon& words) {
    constexpr std::size_t longest_head = 8;  // words before "to"
    if (in.size() < 3) return false;  // "All agreed –"
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (!words.has(list::infinitive_marks, in[i])) {
            // "She could have told them": but "The lamp will have to be mended."
            const bool never_was = i + 1 < in.size() && words.has(list::auxiliaries, in[i + 1]) && words.has(list::verbs, in[i + 1]) && !(i + 2 < in.size() && words.has(list::infinitive_marks, in[i + 2]));
            if (words.has(list::task_cues, in[i]) && !never_was) return true;
            continue;
        }
        const bool passive = i + 2 < in.size() && words.has(list::verbs, in[i + 1]) && words.has(list::function_words, in[i + 1]);  // "to be obtained"
        const std::size_t verb = passive ? i + 2 : i + 1;
        if (i == 0 && passive && in[0].capital) return true;  // "To be discussed by the managers."
        const bool verb_behind = i > 0 && i < longest_head && verb < in.size() && !in[verb].capital && !words.has(list::function_words, in[verb]);
        if (verb_behind && (!words.has(list::verbs, in[i - 1]) || (passive && words.has(list::passive_words, in[i - 1])))) return true;  // "they are to be sent"
    }
    return false;
}

}  // namespace

span task_before_owner(std::string_view paragraph, std::string_view owner, const lexicon& words) {
    const auto all = sentences_in(paragraph, words);
    if (all.empty()) return {};
    const auto words_of = [&](span s) { return words_in(paragraph.substr(s.begin, s.size()), words); };
    std::size_t last = all.size();
    while (last > 0 && !gives_task(words_of(all[last - 1]), words)) --last;
    if (last == 0) {
        // "All agreed –" is not what is to be done.
        for (std::size_t i = all.size(); i-- > 0;)
            if (words_of(all[i]).size() > 3) return all[i];
        return all.back();
    }
    // A motion that was carried before the task is not part of it.
    const auto is_motion = [&](span s) {
        const auto in = words_of(s);
        return std::any_of(in.begin(), in.end(), [&](const word& w) { return words.has(list::second_words, w); });
    };
    // "It was agreed to hold a fete.  Posters to be printed.": nor is what was decided.
    const auto is_decided = [&](span s) {
        const auto in = words_of(s);
        for (std::size_t i = 1; i < in.size(); ++i)
            if (words.has(list::decision_verbs, in[i]) && words.has(list::passive_words, in[i - 1])) return true;
        return false;
    };
    std::size_t first = last - 1;
    // "Tom knows a joiner.  Ann will ask him.   ACTION: Ann": her sentence is the task; so it is beside "Ann Bell" in a cell.
    const auto names = words_in(owner, words);
    const auto opens_with_owner = [&](span s) {
        const auto sentence = paragraph.substr(s.begin, s.size());
        if (!owner.empty() && sentence.size() > owner.size() && sentence.starts_with(owner) && sentence[owner.size()] == ' ') return true;
        const auto in = words_in(sentence, words, 2);
        return in.size() == 2 && in[0].capital && std::any_of(names.begin(), names.end(), [&](const word& n) { return n.folded == in[0].folded; }) && words.has_any({list::future_words, list::infinitive_marks, list::task_cues}, in[1]);
    };
    // Several sentences in a row may each open with an owner.
    while (first > 0 && (!opens_with_owner(all[first]) || opens_with_owner(all[first - 1])) && gives_task(words_of(all[first - 1]), words) && !is_motion(all[first - 1]) && !is_decided(all[first - 1])) --first;
    return {all[first].begin, all[last - 1].end};
}

bool gives_task(std::string_view paragraph, const lexicon& words) {
    const auto all = sentences_in(paragraph, words);
    return std::any_of(all.begin(), all.end(), [&](span s) { return gives_task(words_in(paragraph.substr(s.begin, s.size()), words), words); });
}

}  // namespace minutes
