// SPDX-License-Identifier: Apache-2.0
// Who does a task, said ahead of it.
#include "task_reader.hpp"

#include <algorithm>

#include "owner_to.hpp"
#include "task_owners.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

/// Whether a task is said in capitals: "CLERK TO WRITE TO THE TRUST".
bool shouts(words_view all) {
    return all.size() > 2 && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits || (w.capital && w.folded.size() == 1); });
}

}  // namespace

std::vector<span> task_reader::somebody(std::size_t begin, std::size_t end) const {
    auto owners = owners_in(t, begin, end, words);
    return owners.empty() ? speakers_in(t, begin, end, words, known) : owners;
}

bool task_reader::is_known(const word& w) const { return is_known_person(w, words, known); }

void task_reader::take(std::vector<span> owners, const char* rule) {
    f.owners = std::move(owners);
    f.rule = rule;
}

bool task_reader::bracketed_head() {
    if (from >= t.size() || (t[from] != '[' && t[from] != '(')) return false;
    const auto close = t.find(t[from] == '[' ? ']' : ')', from);
    if (close == t.npos || close + 1 >= t.size()) return false;
    if (f.status.empty() && words.status(fold(trim(t.substr(from + 1, close - from - 1))))) {  // "[DONE] JB to write"
        f.status = at(from + 1, close);
        from = skip_gap(t, close + 1);
        return bracketed_head();
    }
    auto owners = owners_in(t, from, close, words);
    if (owners.empty()) owners = initials_in(from, close);
    if (owners.empty()) owners = speakers_in(t, from + 1, close, words, known);
    if (owners.empty()) return false;
    take(std::move(owners), "owner-in-brackets");
    from = skip_gap(t, close + 1);
    return true;
}

bool task_reader::parts(std::string_view between) {
    return between.find_first_of(":\t") != between.npos || between.find(" - ") != between.npos || between.find("\u2013") != between.npos || between.find("\u2014") != between.npos || between.starts_with("- ");
}

std::size_t task_reader::task_behind(words_view all, std::size_t verb) const {
    const bool plain = words.has_any({list::infinitive_marks, list::future_words}, all[verb]);
    return plain ? skip_gap(t, all[verb].end) : all[verb].begin;
}

bool task_reader::handle_ahead(words_view all, std::size_t first) {
    if (from >= t.size() || t[from] != '@' || first + 2 >= all.size() || all[first].after || all[first + 1].digits) return false;
    if (all[first + 1].capital && (is_known(all[first + 1]) || all[first + 2].capital)) return false;  // "@Ann Bell"
    if (words.has_any({list::task_verbs, list::function_words, list::joining_words}, all[first + 1])) return false;
    auto owners = handles_in(t, from, all[first].end, words);
    if (owners.empty()) return false;
    take(std::move(owners), "owner-verb");
    from = all[first + 1].begin;
    return true;
}

bool task_reader::verb_behind_name(words_view all, std::size_t first, std::size_t k) {
    const auto& verb = all[k];
    // "Nick Call the bank", where bold type parted the two
    const bool typed = verb.capital && !verb.upper && words.has(list::imperatives, verb) && !is_known(verb) && k + 1 < all.size() && !all[k + 1].capital && (known.names.count(all[k - 1].folded) || known.initials.count(all[k - 1].folded));
    if (k == first + 1 && words.has(list::future_words, all[first]) && !known.names.count(all[first].folded)) return false;  // "Will look at the accounts"
    if ((verb.capital && !typed) || verb.digits || all[k - 1].after || k + 1 >= all.size() || !is_known(all[k - 1]) || t.substr(all[k - 1].end, verb.begin - all[k - 1].end) != " ") return false;
    if (words.has_any({list::function_words, list::joining_words}, verb)) return false;
    for (std::size_t i = first; i < k; ++i)
        if (!is_known(all[i]) && (all[i].capital || !words.has(list::joining_words, all[i]))) return false;
    auto owners = owners_in(t, all[first].begin, all[k - 1].end, words);
    if (owners.empty()) return false;
    take(std::move(owners), "owner-verb");
    // "Nick rings the bank" says so only as a whole.
    from = words.has(list::imperatives, verb) ? verb.begin : all[first].begin;
    return true;
}

bool task_reader::gives_task(words_view all, std::size_t verb) const {
    constexpr std::size_t ending = 3;  // letters
    const bool auxiliary = words.has_any({list::passive_words, list::auxiliaries}, all[verb]);  // "JB has to write", but "JB has written"
    if (!auxiliary) return words.has(list::task_verbs, all[verb]);
    if (!words.has_any({list::passive_words, list::task_verbs}, all[verb])) return false;
    for (std::size_t k = verb + 1; k < std::min(all.size(), verb + 3); ++k)
        if (words.has(list::infinitive_marks, all[k]) || (all[k].folded.size() > ending && words.has(list::progressive_endings, all[k].folded.substr(all[k].folded.size() - ending)))) return true;
    return false;
}

bool task_reader::is_passive(words_view all, std::size_t verb) const {
    if (verb + 1 < all.size() && words.has(list::infinitive_marks, all[verb]) && words.has(list::being_words, all[verb + 1])) return true;
    std::size_t being = verb + 1;
    if (being < all.size() && words.has(list::infinitive_marks, all[being])) ++being;
    if (being + 1 >= all.size() || !words.has(list::being_words, all[being]) || are_certain_owners(t.substr(from, all[verb - 1].end - from), words, known)) return false;
    constexpr std::size_t ending = 3;  // letters of "-ing"
    const auto& done = all[being + 1].folded;
    const bool goes_on = done.size() > ending && words.has(list::progressive_endings, done.substr(done.size() - ending));
    return !goes_on && !words.has_any({list::function_words, list::articles}, all[being + 1]);
}

bool task_reader::parts_people(words_view all, std::size_t first, std::size_t k) const {
    const auto between = t.substr(all[k - 1].end, all[k].begin - all[k - 1].end);
    const bool comma = between == ", " && !all[k].capital && words.has(list::imperatives, all[k]);
    const bool arrow = between == " = " || pointer_at(trim(between)) > 0;
    return (comma || arrow) && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return is_known(w) || words.has(list::joining_words, w); });
}

bool task_reader::is_subject(words_view all, std::size_t first, std::size_t k) const {
    const auto& head = all[k - 1];
    if (!head.upper && !is_known(head) && words.has_any({list::areas, list::record_nouns, list::venue_nouns, list::meeting_nouns, list::event_nouns, list::thing_nouns, list::heading_nouns}, head) && !words.has(list::given_names, head) && !words.has_any({list::groups, list::role_nouns, list::bodies}, head)) return true;
    return std::all_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) {
        if (!w.capital || w.upper || is_known(w) || words.has_any({list::groups, list::role_nouns, list::bodies, list::honorifics, list::joining_words}, w)) return false;
        return known.small.count(w.folded) > 0;
    });
}

std::vector<span> task_reader::post_of(words_view all, std::size_t first, std::size_t k) const {
    constexpr std::size_t fewest = 2, longest = 4;  // words
    const auto& last = all[k - 1];
    const auto one = last.folded.ends_with("s") ? std::string_view(last.folded).substr(0, last.folded.size() - 1) : std::string_view(last.folded);
    if (k < first + fewest || k > first + longest || !words.has(list::infinitive_marks, all[k]) || !all[first].capital || words.has_any({list::imperatives, list::function_words}, all[first])) return {};
    if (!words.has_any({list::role_nouns, list::groups, list::bodies}, last) && !words.has_any({list::role_nouns, list::groups, list::bodies}, one)) return {};
    for (std::size_t i = first + 1; i < k; ++i)
        if (all[i].capital || all[i].digits || all[i - 1].after || words.has_any({list::verbs, list::function_words}, all[i])) return {};
    return {at(all[first].begin, last.end)};
}

void task_reader::skip_lead() {
    const auto all = words_in(t.substr(from, std::min<std::size_t>(t.size() - from, 60)), words, 4);
    if (all.size() < 3 || all[0].after || !words.has(list::owner_leads, all[0])) return;
    for (std::size_t k = 1; k < all.size(); ++k)
        if (all[k].after == ':' && is_known(all[k])) {
            from += all[1].begin;
            return;
        }
}

std::vector<span> task_reader::doers_at(std::size_t begin) const {
    task_reader inner{t, words, known};
    inner.from = begin;
    inner.to = to;
    if (!inner.leading() || std::string_view(inner.f.rule) != "owner-to") return {};
    const auto& found = inner.f.owners;
    const bool certain = std::all_of(found.begin(), found.end(), [&](span s) {
        const auto name = t.substr(s.begin, s.size());
        return are_certain_owners(name, words, known) || words.has(list::given_names, words_in(name, words, 1).front());
    });
    return certain ? found : std::vector<span>{};
}

bool task_reader::limited_ahead(words_view all, std::size_t first) {
    constexpr std::size_t longest = 10;  // words
    for (std::size_t k = first + 1; k < std::min(all.size(), first + longest); ++k) {
        if (!parts(t.substr(all[k - 1].end, all[k].begin - all[k - 1].end))) continue;
        auto owners = k > first + 1 ? limited_in(from, all[k - 1].end) : std::vector<span>{};
        if (owners.empty()) return false;
        take(std::move(owners), "owner-mark");
        from = words.has_any({list::infinitive_marks, list::future_words}, all[k]) ? task_behind(all, k) : all[k].begin;
        return true;
    }
    return false;
}

bool task_reader::leading() {
    constexpr std::size_t longest = 10, long_enough = 200;  // words; bytes that may hold them
    skip_lead();
    const auto all = words_in(t.substr(0, std::min(t.size(), from + long_enough)), words);
    std::size_t first = 0;
    while (first < all.size() && all[first].end <= from) ++first;
    if (handle_ahead(all, first) || limited_ahead(all, first)) return true;
    const bool capitals = shouts(all);
    for (std::size_t k = first + 1; k < all.size() && k <= first + longest; ++k) {
        const bool asked = k + 1 < all.size() && !all[k].capital && words.has(list::task_openers, all[k]) && words.has(list::imperatives, all[k + 1]);  // "Everybody please read the plan"
        // "Contribute to the roof fund": what stands before an article is no verb.
        const bool place = k + 1 < all.size() && words.has(list::infinitive_marks, all[k]) && words.has_any({list::articles, list::carried_words}, all[k + 1]);
        const bool verb = (gives_task(all, k) && !place && (!all[k].upper || capitals)) || asked;
        const auto between = t.substr(all[k - 1].end, all[k].begin - all[k - 1].end);
        if (verb || parts(between) || parts_people(all, first, k)) {
            const bool certain = !verb && are_certain_owners(t.substr(from, all[k - 1].end - from), words, known);
            if (auto doers = verb || certain ? std::vector<span>{} : doers_at(all[k].begin); !doers.empty()) {
                take(std::move(doers), "owner-in-clause");
                return true;
            }
            if (!verb && is_subject(all, first, k)) return false;
            // "The roof to be mended" names nobody.
            const bool stays = k + 2 < all.size() && is_known(all[k - 1]) && !words.has(list::verbs, all[k + 2]) && words.has_any({list::articles, list::function_words, list::role_nouns, list::chair_nouns}, all[k + 2]);  // "Ann to be the steward"
            const bool passive = verb && !stays && is_passive(all, k);
            auto owners = passive ? std::vector<span>{} : somebody(from, all[k - 1].end + (between.starts_with(")") ? 1 : 0));
            if (verb && !passive && owners.empty()) owners = post_of(all, first, k);
            if (owners.empty()) {
                if (verb) return false;
                continue;
            }
            // "Newsletter – All": who stands behind the mark
            const auto behind = t.substr(all[k].begin, to - std::min(to, static_cast<std::size_t>(all[k].begin)));
            if (!verb && !certain && is_owners_only(behind, words) && are_certain_owners(behind, words, known)) return false;
            take(std::move(owners), verb ? "owner-to" : "owner-mark");
            // "JB: to write", "JB – will write"
            from = verb || words.has_any({list::infinitive_marks, list::future_words}, all[k]) ? task_behind(all, k) : all[k].begin;
            return true;
        }
        if (verb_behind_name(all, first, k)) return true;
        if (all[k - 1].ends_sentence() && all[k - 1].folded.size() > 3 && !words.has(list::abbreviations, all[k - 1])) return false;
    }
    return false;
}

}  // namespace minutes
