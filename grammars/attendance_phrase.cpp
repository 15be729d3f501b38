// SPDX-License-Identifier: Apache-2.0
#include "attendance_phrase.hpp"

#include <algorithm>
#include <optional>

#include "sentence.hpp"

namespace minutes {

namespace {

using list = word_list;

struct phrase_reader {
    std::string_view text;  // one sentence
    const lexicon& words;
    word_run all{};

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }
    bool small(std::size_t i) const { return i < all.size() && !all[i].capital; }

    span between(std::size_t from, std::size_t to) const {
        std::size_t begin = all[from].begin, end = all[to - 1].end;
        while (begin > 0 && (text[begin - 1] == '(' || text[begin - 1] == '@')) --begin;
        while (end < text.size() && (text[end] == ')' || text[end] == ']')) ++end;
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    /// Where the people that start at word `from` end: before the first verb outside brackets.
    std::size_t end_of_people(std::size_t from) const {
        int depth = 0;
        for (std::size_t i = from; i < all.size(); ++i) {
            if (i > from)
                for (std::size_t k = all[i - 1].end; k < all[i].begin; ++k) depth += text[k] == '(' ? 1 : text[k] == ')' && depth > 0 ? -1 : 0;
            // "… Ann Bell These were accepted": the full stop is missing.
            if (depth == 0 && i > from && !small(i) && all[i].folded.size() > 1 && is(i, list::openers) && !all[i - 1].after && all[i - 1].capital) return i;
            if (depth == 0 && i > from && small(i) && (is(i, list::verbs) || all[i].folded == "who" || all[i].folded == "for" || all[i].folded == "due" || all[i].folded == "noted")) return i;
        }
        return all.size();
    }

    /// "Apologies for the next meeting …" are not for this one.
    bool says_next() const {
        return std::any_of(all.begin(), all.end(), [](const word& w) { return w.folded == "next"; });
    }

    /// "Apologies for absence had been received on behalf of …": the people stand behind the last small word.
    std::optional<attendance_phrase> apologies_from() const {
        for (std::size_t i = 0; i < all.size() && i < 40; ++i) {
            if (!is(i, list::apology_words)) continue;
            std::size_t k = i + 1;
            bool link = all[i].after == ':';
            for (; k < all.size() && k < i + 10 && (small(k) || all[k].folded == "absence") && !link; ++k) link = all[k].after == ':' || ((all[k].folded == "from" || is(k, list::by_words) || all[k].folded == "of" || all[k].folded == "for") && k + 1 < all.size() && all[k + 1].folded != "absence" && (all[k + 1].capital || is(k + 1, list::articles)));
            if (!link || k >= all.size() || says_next()) continue;
            if (is(k, list::apology_words) || all[k].folded == "none" || all[k].folded == "no") continue;
            return attendance_phrase{attendance::apologies, between(i, k), between(k, end_of_people(k))};
        }
        return {};
    }

    /// "Ann Bell and Tom Ash sent their apologies": nothing but an auxiliary and a possessive between people and word.
    std::optional<attendance_phrase> sent_apologies() const {
        for (std::size_t i = 1; i < all.size(); ++i) {
            if (!is(i, list::apology_words)) continue;
            std::size_t k = i;
            while (k > 0 && small(k - 1) && (is(k - 1, list::apology_verbs) || is(k - 1, list::function_words))) --k;
            if (k == 0 || !all[0].capital) return {};
            if (k == 1 && is(0, list::openers) && !is(0, list::given_names)) return {};  // "One apology was received"
            if (k == i && (all[i].capital || k > 2)) return {};
            if (std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return !w.capital && words.has(list::verbs, w); })) return {};
            return attendance_phrase{attendance::apologies, between(k, i + 1), between(0, k)};
        }
        return {};
    }

    /// "… were in attendance", "… was not present", "… not here": the sentence ends with it.
    std::optional<attendance_phrase> were_present() const {
        for (std::size_t i = 1; i < all.size(); ++i) {
            const bool there = is(i, list::attending_words) || all[i].folded == "here", away = is(i, list::absence_words);
            if ((!there && !away) || all[i].capital) continue;
            std::size_t k = i;
            bool negated = false, verb = false;
            while (k > 0 && small(k - 1) && (is(k - 1, list::verbs) || is(k - 1, list::negations) || is(k - 1, list::function_words) || is(k - 1, list::auxiliaries) || all[k - 1].folded == "also" || all[k - 1].folded == "all")) {
                --k;
                negated |= is(k, list::negations);
                verb |= is(k, list::verbs);
            }
            // "… to order at 7 p.m. Bell and Ash were present": the sentence begins behind the time.
            std::size_t from = 0;
            for (std::size_t n = 0; n + 1 < k; ++n)
                if (words.has_any({list::morning_marks, list::afternoon_marks}, all[n]) && all[n + 1].capital) from = n + 1;
            // "Amy Bond absent.", "Cllr Ash absent with notice": no verb between
            const bool terse = k == i && k - from < 5 && (words.has_any({list::honorifics, list::given_names}, all[from]) || all[from].folded.size() == 1) && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(k), [](const word& w) { return w.capital && !w.digits; });
            if (k == from || (!verb && !negated && !terse) || !all[from].capital || is(from, list::existence_words)) return {};  // "There were no absentees"
            // "… were present to answer roll call", "… was present by telephone", "… were present via Zoom"
            const bool tells_how = i + 1 < all.size() && small(i + 1) && (words.has_any({list::clause_words, list::by_words}, all[i + 1]) || (terse && is(i + 1, list::accompanying_words)) || (there && words.has(list::place_leads, all[i + 1])) || (i + 2 < all.size() && words.has(list::manner_marks, all[i + 1].folded + " " + all[i + 2].folded)));
            if (i + 1 < all.size() && !all[i].after && !(negated && small(i + 1)) && !tells_how) return {};
            if (std::any_of(all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return !w.capital && words.has(list::verbs, w); })) return {};
            return attendance_phrase{away || negated ? attendance::absent : attendance::present, between(k, i + 1), between(from, k)};
        }
        return {};
    }

    /// "Ann Bell could not make the meeting", "Tom Ash was unable to make it."
    std::optional<attendance_phrase> could_not_make() const {
        for (std::size_t i = 2; i + 1 < all.size() && i < 16; ++i) {
            if (all[i].folded != "make" || !small(i)) continue;
            const bool meeting = is(i + 1, list::articles) && is(i + 2, list::session_nouns), it = all[i + 1].folded == "it" && (i + 2 == all.size() || all[i + 1].after);
            if ((!meeting && !it) || (meeting && i + 3 < all.size() && !all[i + 2].after && is(i + 3, list::function_words))) return {};  // "could not make the meeting with the bank"
            std::size_t k = i;
            bool negated = false;
            for (; k > 0 && small(k - 1); --k) negated |= is(k - 1, list::negations) || all[k - 1].folded.ends_with("n't");
            if (!negated || k == 0 || says_next()) return {};
            return attendance_phrase{attendance::absent, between(k, i + 1), between(0, k)};
        }
        return {};
    }

    /// "The Chair welcomed Ann Bell to the meeting"
    std::optional<attendance_phrase> welcomed() const {
        for (std::size_t i = 1; i + 1 < all.size() && i < 12; ++i) {
            const bool to = all[i].folded == "welcome" && all[i + 1].folded == "to" && i + 2 < all.size();  // "… and welcome to Ann Bell"
            const std::size_t start = to ? i + 2 : i + 1;
            if ((!is(i, list::welcoming_verbs) && !to) || !all[start].capital || all[i].after) continue;
            std::size_t k = start;
            while (k < all.size() && (all[k].capital || is(k, list::particles) || is(k, list::joining_words)) && !(k > start && (all[k - 1].after == '.' && all[k - 1].folded.size() > 3))) ++k;
            return attendance_phrase{attendance::in_attendance, between(i, start), between(start, k)};
        }
        return {};
    }

    /// "The meeting was chaired by Ann Bell"
    std::optional<attendance_phrase> led_by() const {
        for (std::size_t i = 0; i + 2 < all.size() && i < 10; ++i) {
            if (all[i + 1].folded != "by") continue;
            const auto phrase = all[i].folded + " " + all[i + 1].folded;
            const bool of_meeting = i == 0 || std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [](const word& w) { return w.folded == "meeting"; });
            const bool taken = i == 0 && !is(0, list::record_titles) && words.is_label(phrase, label::minute_taker);  // "Taken by Ann Bell."
            if (!of_meeting || (!taken && !words.is_label(phrase, label::chair)) || !all[i + 2].capital) continue;
            std::size_t k = i + 2;
            while (k < all.size() && (all[k].capital || is(k, list::particles))) ++k;
            return attendance_phrase{attendance::present, between(i, i + 2), between(i + 2, k)};
        }
        return {};
    }

    /// "Board members present: Bell, Ash.", "… held its meeting with the following present: Ann Bell, Tom Ash"
    std::optional<attendance_phrase> present_colon() const {
        for (std::size_t i = 0; i + 1 < all.size() && i < 30; ++i) {
            const bool there = is(i, list::attending_words), away = is(i, list::absence_words);
            if (!there && !away) continue;
            std::size_t k = i;  // "… members present were: Ann Bell"
            while (all[k].after != ':' && k < i + 3 && k + 1 < all.size() && small(k + 1) && is(k + 1, list::label_links)) ++k;
            if (all[k].after != ':' || k + 1 >= all.size() || !all[k + 1].capital) continue;
            return attendance_phrase{away || (i > 0 && is(i - 1, list::negations)) ? attendance::absent : attendance::present, between(i, k + 1), between(k + 1, end_of_people(k + 1))};
        }
        return {};
    }

    /// "The meeting was held with members Ann Bell and Tom Ash present"
    std::optional<attendance_phrase> with_present() const {
        for (std::size_t i = 0; i + 2 < all.size(); ++i) {
            if (!is(i, list::accompanying_words) || !small(i)) continue;
            std::size_t k = i + 1;
            while (k < all.size() && small(k) && (is(k, list::articles) || is(k, list::label_fillers) || is(k, list::role_nouns))) ++k;
            const std::size_t from = k;
            while (k < all.size() && !(small(k) && (is(k, list::attending_words) || is(k, list::absence_words) || is(k, list::verbs)))) ++k;
            if (k <= from || k >= all.size() || is(k, list::verbs) || !all[from].capital) continue;
            const bool linked = small(k - 1) && is(k - 1, list::place_leads);  // "in attendance"
            return attendance_phrase{is(k, list::absence_words) ? attendance::absent : attendance::present, between(k, k + 1), between(from, linked ? k - 1 : k)};
        }
        return {};
    }

    /// "All members were present except Ann Bell": away, whoever was there
    std::optional<attendance_phrase> all_but() const {
        bool there = false;
        for (std::size_t i = 0; i + 1 < all.size() && i < 30; ++i) {
            there |= is(i, list::attending_words);
            if (!there || !small(i) || !is(i, list::exception_words)) continue;
            std::size_t k = i + 1;
            while (k < all.size() && small(k) && (is(k, list::function_words) || is(k, list::role_nouns))) ++k;
            if (k >= all.size() || !all[k].capital) return {};
            return attendance_phrase{attendance::absent, between(i, k), between(k, end_of_people(k))};
        }
        return {};
    }

    /// "Ann Bell presided", "Ann Bell took the chair": the sentence has little else before it
    std::optional<attendance_phrase> presided() const {
        constexpr std::size_t longest = 6;  // words of a name and its office
        std::size_t i = 0;
        while (i < all.size() && i < longest && (all[i].capital || is(i, list::particles))) ++i;
        if (i == 0 || i >= all.size() || !small(i)) return {};
        std::string phrase;
        for (std::size_t k = i; k < all.size() && k < i + 4 && (small(k) || (k > i && is(k, list::chair_nouns))); ++k) {
            phrase += (phrase.empty() ? "" : " ") + all[k].folded;
            if (words.has(list::presiding_words, phrase)) return attendance_phrase{attendance::present, between(i, k + 1), between(0, i)};
        }
        return {};
    }

    /// "Committee member Ann Bell attended via video"
    std::optional<attendance_phrase> attended_by() const {
        for (std::size_t i = 2; i < all.size() && i < 12; ++i) {
            if (!is(i, list::attending_words) || !small(i)) continue;
            const bool how = i + 1 == all.size() || is(i + 1, list::by_words) || all[i + 1].folded == "via" || is(i + 1, list::here_words);
            if (!how || !std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [&](const word& w) { return w.capital || words.has(list::role_nouns, w) || words.has(list::particles, w) || words.has(list::joining_words, w); })) return {};
            return attendance_phrase{attendance::present, between(i, i + 1), between(0, i)};
        }
        return {};
    }

    /// "The meeting was attended by Ann Bell, Tom Ash", "… by four further Councillors - Mrs A Bell, …"
    std::optional<attendance_phrase> was_attended_by() const {
        for (std::size_t i = 1; i + 2 < all.size() && i < 20; ++i) {
            if (!small(i) || !is(i, list::attending_words) || !is(i + 1, list::by_words) || !is(i - 1, list::passive_words)) continue;
            std::size_t k = i + 2;
            while (k < all.size() && (small(k) || all[k].digits)) ++k;
            if (k == all.size()) return {};
            return attendance_phrase{attendance::present, between(i, i + 2), between(k, end_of_people(k))};
        }
        return {};
    }

    /// "There were present Ann Bell, …", "The following were in attendance: …", "Also present was Ann Bell"
    std::optional<attendance_phrase> there_were() const {
        return there_were(0);
    }

    /// The same in a clause of its own behind a comma: "… opened at 7, Board members present were Ann Bell and Tom Ash".
    std::optional<attendance_phrase> there_were_behind_comma() const {
        for (std::size_t i = 1; i + 3 < all.size() && i < 40; ++i)
            if (all[i - 1].after == ',' && all[i].capital)
                if (auto found = there_were(i)) return found;
        return {};
    }

    /// "Liaisons": an office in the plural, or guests.
    bool names_guests(std::size_t i) const {
        const auto& w = all[i].folded;
        return is(i, list::guest_words) || (w.size() > 4 && w.ends_with('s') && words.has(list::role_nouns, w.substr(0, w.size() - 1)));
    }

    /// "Visitors included Ann Bell and Tom Ash", "Guests were Ann Bell, Tom Ash"
    std::optional<attendance_phrase> guests_were() const {
        constexpr std::size_t longest = 4;  // words before the verb
        std::size_t k = 0;
        while (k < longest && k < all.size() && (is(k, list::guest_words) || is(k, list::label_fillers)) && !is(k, list::verbs)) ++k;
        if (k == 0 || k >= all.size() || !is(k - 1, list::guest_words) || words.has(list::role_nouns, all[k - 1].folded.substr(0, all[k - 1].folded.size() - 1))) return {};
        const std::size_t verb = k;
        while (k < all.size() && small(k) && is(k, list::label_links)) ++k;
        if (k == verb || k >= all.size() || !is(verb, list::verbs) || !all[k].capital) return {};
        return attendance_phrase{attendance::in_attendance, between(0, k), between(k, end_of_people(k))};
    }

    std::optional<attendance_phrase> there_were(std::size_t from) const {
        bool negated = false;  // "Members not present were Ann Bell"
        bool behind_link = false;
        constexpr std::size_t longest_lead = 12;  // words, with a body's name: "The following members of the Board of Directors …"
        for (std::size_t i = from; i + 1 < all.size() && i < from + longest_lead; ++i) {
            negated |= is(i, list::negations);
            if (!is(i, list::attending_words) && !is(i, list::absence_words)) {
                behind_link |= small(i) && is(i, list::name_links);
                const bool of_body = behind_link && all[i].capital && words.has_any({list::body_nouns, list::meeting_nouns, list::plural_honorifics, list::organisation_nouns, list::role_nouns}, all[i]);
                if ((i == from && names_guests(i)) || of_body) continue;
                if (i > from && small(i) && !is(i, list::verbs) && !is(i, list::decision_verbs) && all[i].plain) continue;  // "All board members and flag officers present …"
                if (!is(i, list::function_words) && !is(i, list::verbs) && !is(i, list::label_fillers) && !all[i].digits && !is(i, list::existence_words)) return {};
                continue;
            }
            std::size_t k = i + 1;
            bool verb = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(i), [&](const word& w) { return words.has(list::verbs, w); });
            // "… present via telephone were supervisors Ann Bell, …", "… for some or all of the meeting were Ann Bell, …"
            constexpr std::size_t longest_way = 10;  // words
            for (std::size_t n = k, end = k + longest_way; n < end && n < all.size() && small(n); ++n)
                if (is(n, list::passive_words)) k = n;
            // "… not present at the meeting: Ann Bell, …"
            for (std::size_t n = k, end = k + 4; n < end && n < all.size() && small(n); ++n)
                if (all[n].after == ':') k = n + 1;
            while (k < all.size() && small(k) && (is(k, list::label_links) || is(k, list::plural_honorifics))) verb |= is(k++, list::verbs);
            while (k < all.size() && small(k) && is(k, list::role_nouns) && k + 1 < all.size() && all[k + 1].capital) ++k;
            if (!verb || k >= all.size() || !all[k].capital) return {};
            return attendance_phrase{negated || is(i, list::absence_words) ? attendance::absent : attendance::present, between(from, k), between(k, end_of_people(k))};
        }
        return {};
    }

    /// "Chair Perry and Commissioners Lee and Moss answered the roll": a call of names ends with it
    std::optional<attendance_phrase> answered_roll() const {
        for (std::size_t i = 2; i + 1 < all.size() && i < 60; ++i) {
            if (!is(i, list::answering_verbs) || (!is(i + 1, list::roll_nouns) && !is(i + 2, list::roll_nouns))) continue;
            if (!all[0].capital) return {};
            return attendance_phrase{attendance::present, between(i, all.size()), between(0, i)};
        }
        return {};
    }

    /// "PCSO Lee joined the meeting": there for part of it
    std::optional<attendance_phrase> joined() const {
        for (std::size_t i = 1; i + 2 < all.size() && i < 60; ++i) {
            const bool came = all[i].folded == "joined" || all[i].folded == "attended", to_it = all[i + 1].folded == "the" && all[i + 2].folded == "meeting";
            if (!came || !to_it) continue;
            if (std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [&](const word& w) { return !w.capital && !words.has(list::particles, w) && !words.has(list::joining_words, w); })) return {};
            return attendance_phrase{attendance::in_attendance, between(i, i + 3), between(0, i)};
        }
        return {};
    }
};

/// Words [from, to) behind a preposition that name people: up to the first small word that no name has.
std::size_t end_of_names(const phrase_reader& r, std::size_t from) {
    std::size_t k = from;
    while (k < r.all.size() && (r.all[k].capital || r.is(k, list::particles) || r.is(k, list::joining_words) || r.is(k, list::role_nouns) || r.is(k, list::articles)) && !(k > from && r.all[k - 1].ends_sentence() && r.all[k - 1].folded.size() > 1)) ++k;
    return k;
}

/// "… was called to order at 7 pm by Ann Bell", "Ann Bell called the meeting to order"
std::optional<attendance_phrase> opened_by(const phrase_reader& r) {
    constexpr std::size_t longest_way = 24;  // words between the opening and who did it
    for (std::size_t i = 0; i < r.all.size() && i < 40; ++i) {
        if (!r.is(i, list::opening_words) || !r.small(i) || r.all[i].after == ':') continue;
        for (std::size_t k = i + 1; k + 1 < r.all.size() && k < i + longest_way; ++k) {
            if (!r.is(k, list::by_words) || !r.small(k)) continue;
            const auto end = end_of_names(r, k + 1);
            if (end > k + 1) return attendance_phrase{attendance::present, r.between(i, k + 1), r.between(k + 1, end)};
        }
        // "Call to order: Ann Bell called the meeting to order": a heading may stand before it.
        std::size_t from = 0;
        while (from < 5 && from + 1 < i && r.all[from].after != ':') ++from;
        from = r.all[from].after == ':' ? from + 1 : 0;
        const auto end = end_of_names(r, from);
        if (end > from && end < i && i < end + longest_way && r.small(end) && r.is(end, list::verbs) && !r.is(end, list::passive_words)) return attendance_phrase{attendance::present, r.between(end, i + 1), r.between(from, end)};
        return {};
    }
    return {};
}

}  // namespace

std::vector<attendance_phrase> opening_phrases_in(std::string_view text, const lexicon& words) {
    std::vector<attendance_phrase> out;
    for (const span s : sentences_in(text, words)) {
        phrase_reader r{text.substr(s.begin, s.size()), words};
        r.all = words_in(r.text, words);
        auto found = opened_by(r);
        if (!found) continue;
        for (span* p : {&found->label, &found->people}) *p = {p->begin + s.begin, p->end + s.begin};
        out.push_back(*found);
    }
    return out;
}

/// Whether a person's name may begin at word k: an honorific, a known forename or an initial.
bool words_name(const phrase_reader& r, std::size_t k) {
    return k + 1 < r.all.size() && r.all[k + 1].capital && (r.words.has_any({list::honorifics, list::plural_honorifics, list::given_names}, r.all[k]) || r.all[k].folded.size() == 1);
}

/// "… from Ann Bell who was on holiday and Cllr Ash who was ill": the next people behind word `from`, where a comma or "and" goes on with them.
std::optional<std::size_t> people_go_on(const phrase_reader& r, std::size_t from) {
    for (std::size_t k = from; k < r.all.size(); ++k) {
        const bool joined = k > 0 && (r.is(k - 1, list::joining_words) || r.all[k - 1].after == ',');
        if (joined && r.all[k].capital && words_name(r, k)) return k;
    }
    return {};
}

std::vector<attendance_phrase> attendance_phrases_in(std::string_view text, const lexicon& words) {
    std::vector<attendance_phrase> out;
    for (const span s : sentences_in(text, words)) {
        phrase_reader r{text.substr(s.begin, s.size()), words};
        r.all = words_in(r.text, words);
        auto found = r.apologies_from();
        if (!found) found = r.sent_apologies();
        if (!found) found = r.answered_roll();
        if (!found) found = r.there_were();
        if (!found) found = r.there_were_behind_comma();
        if (!found) found = r.guests_were();
        if (!found) found = r.present_colon();
        if (!found) found = r.all_but();
        if (!found) found = r.with_present();
        if (!found) found = r.was_attended_by();
        if (!found) found = r.were_present();
        if (!found) found = r.could_not_make();
        if (!found) found = r.attended_by();
        if (!found) found = r.welcomed();
        if (!found) found = r.joined();
        if (!found) found = r.led_by();
        if (!found) found = r.presided();
        if (!found) continue;
        const auto keep = [&](attendance_phrase a) {
            for (span* p : {&a.label, &a.people}) *p = {p->begin + s.begin, p->end + s.begin};
            out.push_back(a);
        };
        const bool named = starts_upper(r.text.substr(found->people.begin));
        keep(*found);
        if (!named || found->how != attendance::apologies || found->people.begin < found->label.begin) continue;
        const auto word_at = [&](std::size_t byte) { return static_cast<std::size_t>(std::find_if(r.all.begin(), r.all.end(), [&](const word& w) { return w.begin >= byte; }) - r.all.begin()); };
        for (auto next = people_go_on(r, word_at(found->people.end)); next; next = people_go_on(r, word_at(found->people.end))) {
            found->people = r.between(*next, r.end_of_people(*next));
            keep(*found);
        }
    }
    return out;
}

}  // namespace minutes
