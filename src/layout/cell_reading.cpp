// SPDX-License-Identifier: Apache-2.0
#include "cell_reading.hpp"

#include "date.hpp"
#include "person.hpp"
#include "reference.hpp"
#include "relative_day.hpp"

namespace minutes {

cell_reading::cell_reading(std::string_view cell, const lexicon& lexicon) : t(trim(cell)), words(lexicon) {
    if (t.empty()) return;
    number = t.size() < 12 && match_number(t, words);
    const auto folded = t.size() < 40 ? fold(t) : std::string{};
    next = words.has(word_list::next_meeting_due, folded);
    date = next || (t.size() < 60 && (match_date(t, words) || match_relative_day(t, words) || words.has(word_list::undated, folded)));
    if (!date) owners = match_owners(t, words);
    initials = owners && owners->initials;
}

int cell_reading::fit(std::optional<column> which) const {
    if (t.empty() || !which) return 0;
    switch (*which) {
        case column::number: return number ? 6 : t.size() < 12 && match_reference(t, words) ? 1 : -8;
        case column::ref: return date && !match_reference(t, words) ? -6 : match_reference(t, words) ? 6 : number ? 4 : -6;
        case column::owner: return date ? -6 : initials ? 5 : owners || match_owner_and_date(t, words) ? 3 : number ? -6 : -4;
        case column::due: return next ? 3 : date ? 5 : initials ? -5 : t.size() < 24 ? -1 : -6;
        case column::item: case column::notes: {
            const auto r = reference_at(t, words);
            return number ? -5 : initials ? -4 : date && !next ? -3 : r && r->strong && r->rest < t.size() ? 0 : 2;
        }
        case column::action: {
            const auto r = reference_at(t, words);
            return date || initials || number ? -4 : r && r->strong && r->rest < t.size() ? 4 : owners ? 0 : 2;
        }
        case column::status: return initials ? -3 : date ? -2 : 1;
        case column::initials: return is_initials(t) ? 5 : -5;
        case column::name: return match_person(t, words) ? 3 : -2;
        case column::family_name: return starts_upper(t) ? 2 : -2;
        case column::attendance: return t.size() < 20 ? 1 : -2;
        case column::raised: return date ? 5 : -5;
        case column::decision: return words_in(t, words, 3).size() >= 3 ? 3 : -1;
        case column::mover: case column::seconder: return date || number ? -5 : owners ? 2 : -1;
        case column::role: case column::organisation: return is_initials(t) ? -2 : 1;
    }
    return 0;
}

}  // namespace minutes
