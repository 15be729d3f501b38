// SPDX-License-Identifier: Apache-2.0
// Owners that stand at the right margin, behind the words that they have to do something about.
#include <algorithm>

#include "owner_lines.hpp"
#include "parser.hpp"
#include "reference.hpp"
#include "task_owners.hpp"

namespace minutes {

namespace {
constexpr std::size_t wide_gap = 6;  // blanks: nobody types so many but to reach the margin

/// Owners at the margin of a line, unless people or offices stand before them as well: "The Chair       The Secretary", who sign.
span owners_at_margin_of(std::string_view t, const lexicon& words, const known_names& known) {
    const auto owners = owners_behind(t, words, known);
    if (owners.empty()) return {};
    auto before = trim(t.substr(0, owners.begin));
    if (before.ends_with(',')) before.remove_suffix(1);
    const auto all = words_in(before, words);
    const bool office = std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({word_list::role_nouns, word_list::articles}, w); });
    return !all.empty() && (office || is_owners_only(before, words)) ? span{} : owners;
}
}

/// "Item   Action": the heads of columns that the lines below keep, though no table is left of them.
bool parser::heads_actions(std::string_view line) const {
    const auto all = words_in(line, words, 4);
    if (all.size() != 2) return false;
    const auto is = [&](const word& w, column c) { const auto& of = words.columns(w.folded); return w.capital && std::find(of.begin(), of.end(), c) != of.end(); };
    return is(all[0], column::item) && (is(all[1], column::action) || is(all[1], column::owner));
}

bool parser::sets_owners_at_margin() {
    if (owners_at_margin) return *owners_at_margin;
    constexpr int needed = 3;
    int seen = 0;
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind != laid_block::kind_type::line || b.in_cell) continue;
        const auto j = join(b.text);
        const std::string_view t = j.text();
        if (const auto owners = owners_at_margin_of(t, words, known); !owners.empty()) seen += trim(t.substr(0, owners.begin)).size() + wide_gap <= owners.begin ? 2 : 1;
        else if (heads_actions(t) || looks_like_owner_line(*this, i, true)) seen += 2;
    }
    owners_at_margin = seen >= needed;
    return *owners_at_margin;
}

span parser::says_owners_at_margin(std::string_view t) {
    const auto owners = owners_at_margin_of(t, words, known);
    if (owners.empty() || trim(t.substr(0, owners.begin)).ends_with(':')) return {};  // "Scribe:      Ann Bell" is a label and its name
    return sets_owners_at_margin() ? owners : span{};
}

bool parser::read_margin_owners(const joined_text& j, const look& how) {
    const std::string_view t = j.text();
    const bool in_cell = at_block < laid.blocks.size() && laid.blocks[at_block].in_cell;  // "Account | Balance": a column set to the right
    const bool alone = how.align == document_block::align_type::right && is_owners_only(t, words) && !last_prose.empty() && (!in_cell || are_certain_owners(t, words, known));
    if (alone || (looks_like_owner_line(*this, at_block, false) && !last_prose.empty() && sets_owners_at_margin())) {
        add_task(j, {0, t.size(), {}, {}, "owner-at-margin", false});
        return true;
    }
    const auto owners = says_owners_at_margin(t);
    if (owners.empty()) return false;
    // "Yes (2)      Ann, Tom": who voted so
    const auto ahead_of_them = words_in(t.substr(0, owners.begin), words);
    if (std::all_of(ahead_of_them.begin(), ahead_of_them.end(), [&](const word& w) { return w.digits || words.has_any({word_list::outcome_words, word_list::for_words, word_list::against_words, word_list::abstention_words}, w); })) return false;
    last_prose = j.source(0, owners.begin);
    const std::size_t decided = m.decisions.size();
    read_prose(last_prose, how.depth ? block::kind_type::list_item : block::kind_type::paragraph, false);
    if (m.decisions.size() > decided && give_movers(m.decisions.back(), j, owners)) return true;
    if (auto whole = sentence_over_margin(j, owners.begin); !whole.empty()) last_prose = std::move(whole);
    add_task(j, {owners.begin, t.size(), {}, {}, "owner-at-margin", false});
    return true;
}

/// "… He was asked to      AP" above "speak to the treasurer.": the sentence that the line's end breaks, with its rest from the next line.
spans parser::sentence_over_margin(const joined_text& j, std::size_t end) {
    const auto before = trim(j.text().substr(0, end));
    const std::size_t below = at_block + 1;
    if (before.empty() || std::string_view(".:;!?").find(before.back()) != std::string_view::npos || below >= laid.blocks.size()) return {};
    const auto& b = laid.blocks[below];
    if (b.kind != laid_block::kind_type::line || b.blank_before > 0 || !b.look.mark.empty() || heads.at(below)) return {};
    const auto next = join(b.text);
    const std::string_view t = next.text();
    const auto sentences = sentences_in(before, words);
    if (!starts_lower(t)) return {};  // the next entry of a list
    if (sentences.empty() || number_at(t, words).value_or(number_finding{}).marked) return {};
    // The next line may have owners of its own at its end.
    std::size_t stop = t.size();
    if (const auto first = sentences_in(t, words); !first.empty()) stop = first.front().end;
    if (const auto theirs = owners_at_margin_of(t, words, known); !theirs.empty()) stop = std::min<std::size_t>(stop, theirs.begin);
    const auto offset = static_cast<std::size_t>(before.data() - std::string_view(j.text()).data());
    auto whole = j.source(offset + sentences.back().begin, offset + before.size());
    const auto rest = next.source(0, stop);
    whole.insert(whole.end(), rest.begin(), rest.end());
    return whole;
}

/// "Resolved that the report be accepted.   Bell/Ash": two names behind a decision moved and seconded it.
bool parser::give_movers(decision& d, const joined_text& j, span names) {
    const auto t = std::string_view(j.text()).substr(names.begin, names.size());
    const auto stroke = t.find('/');
    if (d.mover.given() || d.seconder.given() || stroke == t.npos || t.find('/', stroke + 1) != t.npos) return false;
    for (const auto& w : words_in(fold(t.substr(0, stroke)) + " " + std::string(t.substr(stroke + 1))))
        if (words.has(word_list::groups, w.folded)) return false;  // "Cllr Bell/All" have to do it
    if (sentences_in(j.text().substr(0, names.begin), words).size() > 2) return false;
    const auto give = [&](traced<std::string>& field, std::size_t begin, std::size_t end, const char* rule) {
        const auto name = trim(t.substr(begin, end - begin));
        const auto from = names.begin + static_cast<std::size_t>(name.data() - t.data());
        field = stated(std::string(name), j.source(from, from + name.size()), rule);
        leaves.paint(field.spans, leaf::kind_type::value, d.id + "." + rule);
    };
    give(d.mover, 0, stroke, "mover");
    give(d.seconder, stroke + 1, t.size(), "seconder");
    return true;
}

}  // namespace minutes
