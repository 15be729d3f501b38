// SPDX-License-Identifier: Apache-2.0
// Initials to people, within this meeting only: the same letters are somebody else elsewhere.
#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "owner.hpp"
#include "resolve.hpp"

namespace minutes {

namespace {

using list = word_list;

/// Some of the words of a text.
struct chosen_words {
    word_run all;  // keeps what the folded forms stand in
    std::vector<word> chosen;

    operator words_view() const { return chosen; }
};

chosen_words without_honorifics(std::string_view text, const lexicon& words) {
    chosen_words name{words_in(text, words), {}};
    std::copy_if(name.all.begin(), name.all.end(), std::back_inserter(name.chosen), [&](const word& w) { return !words.has(list::honorifics, w); });
    return name;
}

/// "JS" of "Jane Smith"; particles and hyphens may count or not.
bool initials_fit(const std::string& wanted, words_view name) {
    std::string with_hyphen, plain;
    for (const auto& w : name) {
        plain += w.folded.substr(0, 1);
        for (std::size_t i = 0; i < w.folded.size(); ++i)
            if (i == 0 || w.folded[i - 1] == '-') with_hyphen += w.folded[i];
    }
    if (name.size() < 2) return false;
    const std::string outer = name.front().folded.substr(0, 1) + name.back().folded.substr(0, 1);
    return wanted == plain || wanted == with_hyphen || wanted == outer;
}

/// Whether two forenames may be one person's: "J" and "Jane", "Rob" and "Robert", but not "Jack" and "Jane".
bool may_be_same(const word& a, const word& b) {
    return a.folded.starts_with(b.folded) || b.folded.starts_with(a.folded);
}

/// A word before "(JS)" that means this person: the surname, a name in full, "JSmith".
bool names_person(words_view before, words_view name) {
    if (before.empty() || name.empty()) return false;
    const auto& last = before.back().folded;
    const auto& surname = name.back().folded;
    if (last == surname) return before.size() < 2 || !before[before.size() - 2].capital || before[before.size() - 2].folded.substr(0, 1) == name.front().folded.substr(0, 1) || before[before.size() - 2].folded.size() > 1;
    return name.size() > 1 && (last == name.front().folded.substr(0, 1) + surname || last == name.front().folded.substr(0, 1) + "." + surname);
}

/// What of a person names are compared with.
struct names_of_person {
    chosen_words name;          // without honorifics
    std::string whole;          // folded; empty when no name is given
    std::string initials;       // folded, without marks; empty when none are given
};

struct people_resolver {
    meeting& m;
    const lexicon& words;
    std::vector<names_of_person> names{};  // of `m.people`

    /// Takes note of a person who is new or whose initials are.
    void note(std::size_t k) {
        if (k == names.size()) names.push_back({without_honorifics(m.people[k].name.value.value_or(""), words), fold(m.people[k].name.value.value_or("")), {}});
        if (const auto& initials = m.people[k].initials.value) names[k].initials = fold(plain_initials(*initials));
    }

    void note_all() {
        for (std::size_t k = 0; k < m.people.size(); ++k) note(k);
    }

    /// "… with JSmith (JS)": initials that the text itself ties to a name.
    void read_definitions() {
        const std::string& text = m.text->text;
        for (std::size_t open = text.find('('); open != text.npos; open = text.find('(', open + 1)) {
            const auto close = text.find(')', open);
            if (close == text.npos) return;
            if (close - open > 12) continue;
            const auto inner = std::string_view(text).substr(open + 1, close - open - 1);
            if (!is_initials(inner)) continue;
            std::size_t from = open > 48 ? open - 48 : 0;
            while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) --from;
            const auto before = words_in(std::string_view(text).substr(from, open - from), words);
            // The words right before the bracket, back to the last mark.
            std::size_t keep = before.size();
            while (keep > 0 && (keep == before.size() || !before[keep - 1].after)) --keep;
            if (keep < before.size() && !before.empty() && before.back().after && before.back().after != '(') continue;
            define(words_view(before).subspan(keep), inner, static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(from));
        }
    }

    void define(words_view before, std::string_view initials, std::uint32_t at, std::uint32_t from) {
        for (std::size_t k = 0; k < m.people.size(); ++k) {
            auto& p = m.people[k];
            const words_view name = names[k].name;
            if (!names_person(before, name)) continue;
            if (p.initials.given()) return;
            const auto value = plain_initials(initials);
            const auto folded = fold(value);
            if (folded.empty() || !initials_fit(folded, name) ) continue;
            p.initials.value = value;
            p.initials.spans = {{at, at + static_cast<std::uint32_t>(initials.size())}};
            p.initials.rule = "initials-in-text";
            note(k);
            return;
        }
        mention(before, initials, at, from);
    }

    /// Whether the initials stand elsewhere too: else they define nothing that the minutes use.
    bool used_again(std::string_view initials, std::uint32_t at) const {
        const std::string& text = m.text->text;
        const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
        for (std::size_t k = text.find(initials); k != text.npos; k = text.find(initials, k + 1)) {
            if (k == at || (k > 0 && is_letter(text[k - 1])) || (k + initials.size() < text.size() && is_letter(text[k + initials.size()]))) continue;
            return true;
        }
        return false;
    }

    /// "… with Jane Roe (JR)": somebody who is neither present nor away, only mentioned.
    void mention(words_view before, std::string_view initials, std::uint32_t at, std::uint32_t from) {
        if (before.size() < 2) return;
        const words_view name = before.last(2);
        const auto value = plain_initials(initials);
        if (!name[0].capital || !name[1].capital || !words.has(list::given_names, name[0]) || !initials_fit(fold(value), name) || words.has(list::post_nominals, fold(value))) return;
        const auto known = [&](const names_of_person& p) {
            const words_view own = p.name;
            if (own.empty()) return false;
            return own.back().folded == name[1].folded || (own.size() == 2 && own[1].folded.size() == 1 && own[0].folded == name[0].folded && own[1].folded[0] == name[1].folded[0]);  // "Jo D" is Jo Downs
        };
        if (std::any_of(names.begin(), names.end(), known) || !used_again(initials, at)) return;
        person p;
        p.id = fmt::format("p{}", m.people.size() + 1);
        p.name.spans = {{from + static_cast<std::uint32_t>(name[0].begin), from + static_cast<std::uint32_t>(name[1].end)}};
        p.name.value = words_of(m, p.name.spans);
        p.name.rule = "name-in-text";
        p.initials.value = value;
        p.initials.spans = {{at, at + static_cast<std::uint32_t>(initials.size())}};
        p.initials.rule = "initials-in-text";
        m.people.push_back(std::move(p));
        note(m.people.size() - 1);
    }

    /// Somebody listed both as there and as away is one person still.
    bool same(std::size_t a, std::size_t b) const { return m.people[a].name.value && m.people[b].name.value && names[a].whole == names[b].whole; }

    /// Whether a list has this person already.
    bool has(const std::vector<std::size_t>& all, std::size_t k) const {
        return std::any_of(all.begin(), all.end(), [&](std::size_t x) { return same(x, k); });
    }

    std::vector<std::size_t> people_with(const std::string& initials) const {
        std::vector<std::size_t> out;
        for (std::size_t k = 0; k < m.people.size(); ++k)
            if (m.people[k].initials.value && names[k].initials == initials && !has(out, k)) out.push_back(k);
        return out;
    }

    /// Whom initials, a name, a surname or a forename mean; several when it is open.
    std::vector<std::size_t> meant_by(const std::string& text) const {
        if (is_initials(text)) {
            const auto wanted = fold(plain_initials(text));
            auto given = people_with(wanted);
            if (!given.empty()) return given;
            for (std::size_t k = 0; k < m.people.size(); ++k)
                if (!m.people[k].initials.given() && initials_fit(wanted, names[k].name)) given.push_back(k);
            return given;
        }
        const auto without = without_honorifics(text, words);
        const words_view wanted = without;
        std::vector<std::size_t> full, surname, forename;
        if (wanted.empty()) return {};
        for (std::size_t k = 0; k < m.people.size(); ++k) {
            const words_view name = names[k].name;
            if (name.empty() || has(full, k) || has(surname, k) || has(forename, k)) continue;
            const auto all_same = std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(), [](const word& a, const word& b) { return a.folded == b.folded; });
            if (all_same) full.push_back(k);
            if (name.size() > 1 && wanted.back().folded == name.back().folded && (wanted.size() == 1 || may_be_same(wanted.front(), name.front()))) surname.push_back(k);
            if (wanted.size() == 1 && wanted[0].folded == name[0].folded) forename.push_back(k);
        }
        return !full.empty() ? full : !surname.empty() ? surname : forename;
    }

    void resolve_owner(action& a, owner& o) {
        auto& text = o.text;
        if (!text.value) return;
        const auto mended = is_initials(*text.value) ? mend_homoglyphs(*text.value) : std::string{};
        if (!mended.empty()) {
            say(m, "homoglyph", text.spans, fmt::format("the owner's initials are in letters of another alphabet that look like '{}'", mended));
            text.value = mended;
            text.basis = basis::derived;
            text.rule = "homoglyph";
        }
        const auto people = meant_by(*text.value);
        const auto task = a.ref.value ? "action " + *a.ref.value : std::string("an action");
        if (people.size() == 1) {
            auto& p = m.people[people[0]];
            o.person = p.id;
            if (is_initials(*text.value) && !p.initials.given()) {
                p.initials.value = plain_initials(*text.value);
                p.initials.spans = text.spans;
                p.initials.basis = basis::derived;
                p.initials.rule = "initials-from-name";
                note(people[0]);
            }
        } else if (people.size() > 1) {
            say(m, "ambiguous-initials", text.spans, fmt::format("'{}', the owner of {}, may be {} or {}", *text.value, task, *m.people[people[0]].name.value, *m.people[people[1]].name.value));
        } else if (is_initials(*text.value) && !words.has(list::groups, fold(*text.value))) {
            say(m, "unknown-owner", text.spans, fmt::format("'{}', the owner of {}, is nobody named in the document", *text.value, task));
        }
    }

    void report_shared_initials() {
        std::unordered_map<std::string, std::vector<std::size_t>> with;
        for (std::size_t k = 0; k < m.people.size(); ++k)
            if (m.people[k].initials.value) with[*m.people[k].initials.value].push_back(k);
        for (std::size_t i = 0; i < m.people.size(); ++i)
            if (const auto& a = m.people[i]; a.initials.value)
                for (const std::size_t k : with[*a.initials.value]) {
                    const auto& b = m.people[k];
                    if (k <= i || same(i, k)) continue;
                    say(m, "duplicate-initials", b.initials.spans, fmt::format("'{}' are the initials of {} and of {}", *a.initials.value, *a.name.value, *b.name.value));
                }
    }
};

}  // namespace

void resolve_people(meeting& m, const lexicon& words) {
    people_resolver r{m, words};
    r.note_all();
    r.read_definitions();
    r.report_shared_initials();
    for (auto& a : m.actions)
        for (auto& o : a.owners) r.resolve_owner(a, o);
}

}  // namespace minutes
