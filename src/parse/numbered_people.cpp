// SPDX-License-Identifier: Apache-2.0
#include "numbered_people.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "attendance_label.hpp"
#include "attendance_text.hpp"
#include "label.hpp"
#include "reference.hpp"
#include "roster.hpp"

namespace minutes {

namespace {

constexpr std::size_t longest_list = 80;    // entries
constexpr std::size_t longest_entry = 12;   // words

/// The number of a line "3. Ann Bell, Director"; 0 when it is no such line.
std::size_t number_of_person(std::string_view line, const lexicon& words) {
    const auto n = number_at(line, words);
    if (!n || !n->marked || n->depth > 1 || n->rest >= line.size() || n->end - n->begin > 2) return 0;
    const auto digits = line.substr(n->begin, n->end - n->begin);
    if (digits.find_first_not_of("0123456789") != digits.npos) return 0;
    const auto rest = line.substr(n->rest);
    if (words_in(rest, words, longest_entry + 1).size() > longest_entry || is_sentence(rest, words)) return 0;
    const auto people = match_roster(rest, words, roster_shape::one_each);
    return people.size() == 1 && people.front().strength >= 2 ? static_cast<std::size_t>(std::stoi(std::string(digits))) : 0;
}

/// "Present:", "1.1 Roll call": a line that is nothing but a label of people.
bool is_label_of_people(std::string_view line, const lexicon& words) {
    if (const auto n = number_at(line, words); n && (n->marked || n->depth > 1) && n->rest < line.size()) line.remove_prefix(n->rest);
    return attendance_label_in_heading(line, words).has_value();
}

/// "Name / institution": how the entries of the list below are to be written.
bool names_fields(std::string_view line, const lexicon& words) {
    const auto stroke = line.find('/');
    const auto fields = stroke == line.npos ? std::vector<column>{} : columns_named(trim(line.substr(0, stroke)), words);
    return std::find(fields.begin(), fields.end(), column::name) != fields.end();
}

}  // namespace

bool in_numbered_people(const laid_document& laid, const std::vector<joined_words>& lines, std::size_t at, const lexicon& words) {
    using kind = laid_block::kind_type;
    std::size_t wanted = number_of_person(lines[at], words);
    if (wanted == 0 || wanted > longest_list) return false;
    for (std::size_t i = at; i-- > 0;) {
        if (laid.blocks[i].kind == kind::furniture) continue;
        if (laid.blocks[i].kind != kind::line) return false;
        if (wanted == 1 && names_fields(lines[i], words)) continue;
        if (--wanted == 0) return is_label_of_people(lines[i], words);
        if (number_of_person(lines[i], words) != wanted) return false;
    }
    return false;
}

}  // namespace minutes
