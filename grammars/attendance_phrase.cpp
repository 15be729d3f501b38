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
            while (k > 0 && small(k - 1) && (is(k - 1, list::verbs) || is(k - 1, list::negations) || is(k - 1, list::function_words) || all[k - 1].folded == "also" || all[k - 1].folded == "all")) {
                --k;
                negated |= is(k, list::negations);
                verb |= is(k, list::verbs);
            }
            if (k == 0 || (!verb && !negated) || !all[0].capital) return {};
            if (i + 1 < all.size() && !all[i].after) return {};
            if (std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return !w.capital && words.has(list::verbs, w); })) return {};
            return attendance_phrase{away || negated ? attendance::absent : attendance::present, between(k, i + 1), between(0, k)};
        }
        return {};
    }

    /// "The Chair welcomed Ann Bell to the meeting"
    std::optional<attendance_phrase> welcomed() const {
        for (std::size_t i = 1; i + 1 < all.size() && i < 12; ++i) {
            const bool to = all[i].folded == "welcome" && all[i + 1].folded == "to" && i + 2 < all.size();  // "… and welcome to Ann Bell"
            const std::size_t start = to ? i + 2 : i + 1;
            if ((all[i].folded != "welcomed" && !to) || !all[start].capital || all[i].after) continue;
            std::size_t k = start;
            while (k < all.size() && (all[k].capital || is(k, list::particles) || is(k, list::joining_words)) && !(k > start && (all[k - 1].after == '.' && all[k - 1].folded.size() > 3))) ++k;
            return attendance_phrase{attendance::in_attendance, between(i, start), between(start, k)};
        }
        return {};
    }

    /// "The meeting was chaired by Ann Bell"
    std::optional<attendance_phrase> led_by() const {
        for (std::size_t i = 0; i + 2 < all.size() && i < 10; ++i) {
            const auto phrase = all[i].folded + " " + all[i + 1].folded;
            const bool of_meeting = i == 0 || std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [](const word& w) { return w.folded == "meeting"; });
            if (!of_meeting || all[i + 1].folded != "by" || !words.is_label(phrase, label::chair) || !all[i + 2].capital) continue;
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
            if ((!there && !away) || all[i].after != ':' || !all[i + 1].capital) continue;
            return attendance_phrase{away ? attendance::absent : attendance::present, between(i, i + 1), between(i + 1, end_of_people(i + 1))};
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

    /// "There were present Ann Bell, …", "The following were in attendance: …", "Also present was Ann Bell"
    std::optional<attendance_phrase> there_were() const {
        for (std::size_t i = 0; i + 1 < all.size() && i < 6; ++i) {
            if (!is(i, list::attending_words)) {
                if (!is(i, list::function_words) && !is(i, list::verbs) && !is(i, list::label_fillers) && all[i].folded != "there") return {};
                continue;
            }
            std::size_t k = i + 1;
            bool verb = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [&](const word& w) { return words.has(list::verbs, w); });
            // "… present via telephone were supervisors Ann Bell, …"
            for (std::size_t n = k; n < k + 4 && n < all.size() && small(n); ++n)
                if (is(n, list::passive_words)) k = n;
            while (k < all.size() && small(k) && (is(k, list::label_links) || is(k, list::plural_honorifics))) verb |= is(k++, list::verbs);
            while (k < all.size() && small(k) && is(k, list::role_nouns) && k + 1 < all.size() && all[k + 1].capital) ++k;
            if (!verb || k >= all.size() || !all[k].capital) return {};
            return attendance_phrase{attendance::present, between(0, k), between(k, end_of_people(k))};
        }
        return {};
    }

    /// "Chair Perry and Commissioners Lee and Moss answered the roll": a call of names ends with it
    std::optional<attendance_phrase> answered_roll() const {
        for (std::size_t i = 2; i + 1 < all.size() && i < 60; ++i) {
            if (all[i].folded != "answered" || (all[i + 1].folded != "roll" && !(i + 2 < all.size() && all[i + 2].folded == "roll"))) continue;
            if (!all[0].capital) return {};
            return attendance_phrase{attendance::present, between(i, all.size()), between(0, i)};
        }
        return {};
    }

    /// "PCSO Lee joined the meeting": there for part of it
    std::optional<attendance_phrase> joined() const {
        for (std::size_t i = 1; i + 2 < all.size() && i < 16; ++i) {
            const bool came = all[i].folded == "joined" || all[i].folded == "attended", to_it = all[i + 1].folded == "the" && all[i + 2].folded == "meeting";
            if (!came || !to_it) continue;
            if (std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [&](const word& w) { return !w.capital && !words.has(list::particles, w) && !words.has(list::joining_words, w); })) return {};
            return attendance_phrase{attendance::in_attendance, between(i, i + 3), between(0, i)};
        }
        return {};
    }
};

}  // namespace

std::vector<attendance_phrase> attendance_phrases_in(std::string_view text, const lexicon& words) {
    std::vector<attendance_phrase> out;
    for (const span s : sentences_in(text, words)) {
        phrase_reader r{text.substr(s.begin, s.size()), words};
        r.all = words_in(r.text, words);
        auto found = r.apologies_from();
        if (!found) found = r.sent_apologies();
        if (!found) found = r.answered_roll();
        if (!found) found = r.there_were();
        if (!found) found = r.present_colon();
        if (!found) found = r.were_present();
        if (!found) found = r.attended_by();
        if (!found) found = r.welcomed();
        if (!found) found = r.joined();
        if (!found) found = r.led_by();
        if (!found) continue;
        for (span* p : {&found->label, &found->people}) *p = {p->begin + s.begin, p->end + s.begin};
        out.push_back(*found);
    }
    return out;
}

}  // namespace minutes
