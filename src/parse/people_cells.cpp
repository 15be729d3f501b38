// SPDX-License-Identifier: Apache-2.0
#include "people_cells.hpp"

#include <algorithm>
#include <utility>

#include "attendance_marks.hpp"
#include "initials.hpp"
#include "owner.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

/// The first piece of a text of people: "Ann Bell" of "Ann Bell, Clerk".
std::string_view first_piece(std::string_view text, const lexicon& words) {
    const auto pieces = cut_roster(text, words);
    return head_of_piece(pieces.empty() ? text : text.substr(pieces.front().where.begin, pieces.front().where.size()), words);
}

/// How the paragraphs of a cell list people: each a person, where none holds two that are sure.
roster_shape shape_of_cell(const parser& p, cell_grid::iterator first, cell_grid::iterator last) {
    std::vector<std::string> lines;
    for (auto c = first; c != last; ++c) lines.push_back(p.words_at(c->where));
    const auto holds_several = [&](const std::string& line) {
        const auto pieces = cut_roster(line, p.words);
        return std::count_if(pieces.begin(), pieces.end(), [&](const roster_piece& x) { return name_strength(std::string_view(line).substr(x.where.begin, x.where.size()), p.words) == 3; }) > 1;
    };
    if (std::any_of(lines.begin(), lines.end(), holds_several)) return roster_shape::open;
    const auto shape = shape_of_roster({lines.begin(), lines.end()}, p.words);
    return shape == roster_shape::one_each ? shape : roster_shape::open;
}

/// "Head: Joe Moss": a person behind an office and a colon.
bool is_person_behind_office(std::string_view text, const lexicon& words) {
    const auto colon = text.find(": ");
    if (colon == text.npos || strength_of_head(text.substr(colon + 2), words) < 3) return false;
    const auto lead = words_in(text.substr(0, colon), words);
    return !lead.empty() && words.has(word_list::role_nouns, lead.back()) && match_roster(text, words).size() == 1;
}

/// "A Bell" of "Cllr A Bell".
std::string_view without_honorifics(std::string_view name, const lexicon& words) {
    for (const auto& w : words_in(name, words))
        if (!words.has(word_list::honorifics, w)) return name.substr(w.begin);
    return name;
}

}  // namespace

int opens_with_name(std::string_view text, const lexicon& words) { return std::max(name_strength(text, words), name_strength(first_piece(text, words), words)); }

std::optional<attendance_label> label_of_cell(const parser& p, const cell_paragraph& c) {
    const auto l = attendance_label_at(p.words_at(c.where), p.words);
    return l && l->whole ? l : std::nullopt;
}

void describe_person(parser& p, person& who, const spans& where) {
    const auto j = p.join(where);
    const std::string_view text = j.text();
    const auto all = words_in(text, p.words);
    if (std::all_of(all.begin(), all.end(), [](const word& w) { return w.digits; }) || text.find('@') != text.npos) return;  // a time, a telephone number, an address
    person_finding f;
    split_role(text, {0, static_cast<std::uint32_t>(text.size())}, p.words, f);
    if (who.role.given() && !who.organisation.given() && f.organisation.empty()) std::swap(f.role, f.organisation);
    const auto take = [&](traced<std::string>& field, span s, const char* rule, const char* what) {
        if (s.empty() || field.given()) return;
        field = stated(p.words_at(j.source(s.begin, s.end)), j.source(s.begin, s.end), rule);
        p.leaves.paint(field.spans, leaf::kind_type::value, who.id + what);
    };
    take(who.role, f.role, "person-role", ".role");
    take(who.organisation, f.organisation, "person-organisation", ".organisation");
}

bool take_initials_of(parser& p, person& who, const spans& where) {
    const auto j = p.join(where);
    const std::string_view text = j.text();
    const bool bracketed = text.size() > 2 && text.front() == '(' && text.back() == ')';
    const span s{bracketed ? 1U : 0U, static_cast<std::uint32_t>(text.size()) - (bracketed ? 1U : 0U)};
    const std::string letters(text.substr(s.begin, s.size()));
    if (!who.name.given() || !is_initials(letters)) return false;
    if (who.initials.given()) return fold(*who.initials.value) == fold(letters);  // said behind the name already
    if (!forms_initials(letters, *who.name.value) && !forms_initials(letters, without_honorifics(*who.name.value, p.words))) return false;
    const auto place = j.source(s.begin, s.end);
    who.initials = stated(letters, place, "people-table");
    p.known.initials.insert(fold(letters));
    p.leaves.paint(place, leaf::kind_type::value, who.id + ".initials");
    return true;
}

people_cells::people_cells(parser& reader, const cell_grid& grid) : p_(reader), g_(grid) {
    people_end_ = last_people();
    names_ = columns_of_names();
    bodies_ = columns_beside_people();
    describing_ = columns_that_describe();
    described_ = describes_people();
}

// ── what the table is like ──

/// The columns under heads such as "Name", where the heads beside them name other fields: several in "Name | Role | Name | Role".
std::set<std::size_t> people_cells::columns_of_names() const {
    std::set<std::size_t> found;
    std::string name;  // the first such head
    std::size_t heads = 0;
    for (const auto& c : g_.cells) {
        if (!in_first_row(c)) break;
        const auto text = text_of(c);
        const auto& fields = columns_named(text, p_.words);
        if (name_strength(text, p_.words) == 3) return {};
        const bool of_names = std::find(fields.begin(), fields.end(), column::name) != fields.end() && !label_of_cell(p_, c);
        if (of_names && (found.empty() || fold(text) == name)) {
            found.insert(c.column);
            name = fold(text);
        }
        ++heads;
    }
    return heads > 1 ? found : std::set<std::size_t>{};
}

/// The columns under "Representing", "Role" and the like beside a column under a label: "Present | Representing | Apologies | Representing".
std::set<std::size_t> people_cells::columns_beside_people() const {
    std::set<std::size_t> out;
    bool labelled = false;  // the column to the left
    for (const auto& c : g_.cells) {
        if (!in_first_row(c)) break;
        const auto& fields = columns_named(text_of(c), p_.words);
        const bool of_people = std::any_of(fields.begin(), fields.end(), [](column k) { return k == column::organisation || k == column::role; });
        const bool label = label_of_cell(p_, c).has_value();
        if (labelled && of_people && !label) out.insert(c.column);
        labelled = label;
    }
    return out;
}

/// The columns that say, beside people, what those are: hardly a name stands in them, and neither label nor mark.
std::set<std::size_t> people_cells::columns_that_describe() const {
    struct tally {
        std::size_t sure = 0, likely = 0, others = 0;
        bool says_attendance = false;
    };
    std::map<std::size_t, tally> columns;
    std::set<std::size_t> out;
    for (const auto& c : g_.cells) {
        auto& t = columns[c.column];
        const auto text = text_of(c);
        const auto l = label_of_cell(p_, c);
        t.says_attendance |= (l && l->sure) || (mark_of(text, p_.words) && !(text.size() > 1 && is_initials(text)));  // "NO": Nora Orme
        const auto cell = g_.from(c.row, c.column);
        if (cell == g_.cells.begin() || std::prev(cell)->row != c.row) continue;
        const auto& beside = *std::prev(cell);  // the last paragraph of the cell to the left
        const auto left = columns.find(beside.column);
        const bool goes_on = left != columns.end() && left->second.others > left->second.sure + left->second.likely;
        if (opens_with_name(text_of(beside), p_.words) < 2 && !goes_on) continue;
        const int strength = strength_of_head(text, p_.words) == 3 || is_person_behind_office(text, p_.words) ? 3 : opens_with_name(text, p_.words);  // "Ann Bell Director, Hill Works"
        ++(strength == 3 ? t.sure : strength == 2 ? t.likely : t.others);
    }
    constexpr std::size_t fewest_likely = 3;  // bodies whose names look like people's
    for (const auto& [column, t] : columns) {
        const bool roles = t.others > 2 * t.sure && t.others >= t.likely, bodies = t.sure == 0 && (t.others > 0 || t.likely >= fewest_likely);
        if (column > 0 && !t.says_attendance && (roles || bodies)) out.insert(column);
    }
    return out;
}

/// Whether cells of two paragraphs hold a person and what they are: some second paragraph cannot be a name, and no cell lists people.
bool people_cells::describes_people() const {
    bool described = false;
    for (auto first = g_.cells.begin(); first != g_.cells.end();) {
        const auto last = g_.end_of_cell(first);
        if (last - first > 2) return false;
        if (last - first == 2 && !label_of_cell(p_, *first)) {
            const bool told = name_strength(text_of(*first), p_.words) < opens_with_name(text_of(*first), p_.words);  // "Ann Bell, Clerk": her role stands behind her name
            described |= !told && opens_with_name(text_of(first[1]), p_.words) < 2 && !is_person_behind_office(text_of(first[1]), p_.words);
        }
        first = last;
    }
    return described;
}

/// The last row with a person in each column.
std::map<std::size_t, std::size_t> people_cells::last_people() const {
    std::map<std::size_t, std::size_t> out;
    for (auto c = g_.cells.rbegin(); c != g_.cells.rend(); ++c)
        if (out.count(c->column) == 0 && opens_with_name(text_of(*c), p_.words) >= 2) out[c->column] = c->row;
    return out;
}

// ── reading ──

void people_cells::read(const std::optional<people_label>& outside) {
    if (outside) heads_[0] = *outside;
    for (auto first = g_.cells.begin(); first != g_.cells.end();) {
        const auto last = g_.end_of_cell(first);
        read_cell(first, last);
        first = last;
    }
}

void people_cells::read_cell(iterator first, iterator last) {
    if (first->row != row_) row_people_.clear();
    row_ = first->row;
    own_.reset();
    for (auto c = first; c != last; ++c) p_.leaves.paint(c->where, leaf::kind_type::prose);
    if (describing_.count(first->column) > 0 && describe_row(first, last)) return;
    const auto shape = shape_of_cell(p_, first, last);
    for (auto c = first; c != last; ++c)
        if (!read_as_column(*c)) read_paragraph(*c, std::next(c), last, shape);
}

/// Cells under a head that says what their column holds.
bool people_cells::read_as_column(const cell_paragraph& c) {
    if (!names_.empty() && (names_.count(c.column) == 0 || in_first_row(c))) {
        const bool describes = names_.size() > 1 && !in_first_row(c) && named_ && named_->row == c.row && named_->column + 1 == c.column;
        if (describes) describe_last(c);
        return true;
    }
    if (bodies_.count(c.column) == 0) return false;
    if (in_first_row(c)) p_.leaves.paint(c.where, leaf::kind_type::label);
    else if (named_ && named_->row == c.row && named_->column + 1 == c.column) describe_last(c);
    return true;
}

void people_cells::read_paragraph(const cell_paragraph& c, iterator next, iterator last, roster_shape shape) {
    const auto text = text_of(c);
    if (describe_above(c, text)) return;
    if (named_ && named_->row == c.row && named_->column < c.column && !row_people_.empty() && row_people_.back().person && take_initials_of(p_, p_.m.people[*row_people_.back().person], c.where)) return;
    if (named_ && named_->row == c.row && named_->column + 1 == c.column && is_acronym_alone(text)) {
        describe_last(c);
        return;
    }
    if (!(named_ && named_->row == c.row)) named_ = nullptr;
    if (const auto l = label_of_cell(p_, c)) {
        read_label(c, *l, next != last && opens_with_name(text_of(*next), p_.words) >= 2);
        return;
    }
    if (read_group_head(c, text)) return;
    const people_label* h = label_for(c, text);
    const auto j = p_.join(c.where);
    const std::string_view t = j.text();
    if (const auto l = attendance_label_at(t, p_.words); l && l->sure && l->marked && !l->whole) {
        p_.leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
        p_.read_people(j.source(l->rest, t.size()), l->how, j.source(l->begin, l->end));
        if (next != last) own_ = {l->how, j.source(l->begin, l->end)};
        return;
    }
    if (!h || says_nobody(t, p_.words)) return;
    if (shape == roster_shape::open && is_lone_beside_label(c) && !ends_in_body(t)) shape = roster_shape::several;
    const auto roster = match_roster(t, p_.words, shape);
    if (roster.empty() || (roster.size() == 1 && roster.front().strength < 2 && heads_.empty() && !own_)) return;
    const std::size_t before = p_.m.people.size();
    for (const auto& e : roster) p_.add_person(j, e.person, e.said.value_or(h->how), h->where);
    if (roster.size() != 1 || roster.front().strength < 2) return;
    named_ = &c;
    row_people_.push_back({c.column, c.level, p_.m.people.size() > before ? std::optional(before) : std::nullopt});
}

/// What stands in a paragraph of its own below the name, if that is no person: whether it was read so.
bool people_cells::describe_above(const cell_paragraph& c, std::string_view text) {
    if (!named_ || named_->row != c.row || named_->column != c.column) return false;
    if (opens_with_name(text, p_.words) >= (described_ ? 3 : 2) || label_of_cell(p_, c) || names_several(text) || is_person_behind_office(text, p_.words)) return false;
    describe_last(c);
    return true;
}

void people_cells::describe_last(const cell_paragraph& c) {
    if (!row_people_.empty() && row_people_.back().person) describe_person(p_, p_.m.people[*row_people_.back().person], c.where);
}

/// The cell beside people that says what they are: paragraph by paragraph, or level with the names. Whether there are such people.
bool people_cells::describe_row(iterator first, iterator last) {
    const auto in_nearest = [&](const placed_person& x) { return x.column == row_people_.back().column; };
    if (row_people_.empty() || row_people_.back().column >= first->column) return false;
    std::vector<placed_person> people;
    std::copy_if(row_people_.begin(), row_people_.end(), std::back_inserter(people), in_nearest);
    const auto describe = [&](const placed_person& who, const cell_paragraph& c) {
        if (who.person && !take_initials_of(p_, p_.m.people[*who.person], c.where)) describe_person(p_, p_.m.people[*who.person], c.where);
    };
    const bool in_order = static_cast<std::size_t>(last - first) == people.size();
    for (auto c = first; c != last; ++c) {
        const auto level = std::find_if(people.begin(), people.end(), [&](const placed_person& x) { return x.level == c->level; });
        if (people.size() == 1) describe(people.front(), *c);
        else if (in_order) describe(people[static_cast<std::size_t>(c - first)], *c);
        else if (level != people.end()) describe(*level, *c);
    }
    return true;
}

/// A label speaks of the people below it in its cell, beside it in its row, or below it in its column.
void people_cells::read_label(const cell_paragraph& c, const attendance_label& l, bool heads_cell) {
    p_.leaves.paint(c.where, leaf::kind_type::label);
    row_people_.clear();
    named_ = nullptr;
    const people_label said{l.how, c.where};
    const auto below = people_end_.find(c.column);
    const bool has_people_below = below != people_end_.end() && below->second > c.row;
    if (!heads_cell && row_has_people_beside(c) && !has_people_below) {
        beside_ = {c.row, said};
        return;
    }
    heads_[c.column] = said;
    if (heads_cell) own_ = said;
}

/// "Officials", but not "Ann Bell, Chief Executive".
bool people_cells::heads_part(std::string_view text) const {
    const bool person = name_strength(text, p_.words) == 3 || (first_piece(text, p_.words).size() < text.size() && opens_with_name(text, p_.words) >= 2);
    return is_group_head(text, p_.words) && !(person && !match_roster(text, p_.words).empty());
}

/// A part of the list; guests under it were there though the list before it was one of apologies.
bool people_cells::read_group_head(const cell_paragraph& c, std::string_view text) {
    if (!heads_part(text)) return false;
    p_.leaves.paint(c.where, leaf::kind_type::label);
    const auto all = words_in(text, p_.words);
    const bool guests = std::any_of(all.begin(), all.end(), [&](const word& w) { return p_.words.has(word_list::guest_words, w); });
    const auto* above = nearest(c.column);
    const bool away = above && (above->how == attendance::apologies || above->how == attendance::absent);
    if (above && away && guests && heads_.count(c.column) == 0) heads_[c.column] = {attendance::in_attendance, c.where};
    else if (!above) heads_[c.column] = {guests ? attendance::in_attendance : attendance::present, c.where};
    return true;
}

const people_label* people_cells::label_for(const cell_paragraph& c, std::string_view text) {
    if (own_) return &*own_;
    // The row goes on in the next line, where that opens with people: "Chair | Ann Bell" is a row of its own.
    if (beside_ && heads_.empty() && beside_->first + 1 == c.row && g_.from(c.row, 0)->column == c.column && (opens_with_name(text, p_.words) >= 2 || names_several(text))) beside_->first = c.row;
    return beside_ && beside_->first == c.row ? &beside_->second : nearest(c.column);
}

/// "Present | Ann Bell, Tom Ash": whether a cell beside a label is one paragraph, and the next row has a label of its own.
bool people_cells::is_lone_beside_label(const cell_paragraph& c) const {
    if (!beside_ || beside_->first != c.row || own_) return false;
    const auto in_column = [&](const cell_paragraph& x) { return x.column == c.column; };
    const auto row = g_.from(c.row, 0), below = std::find_if(row, g_.cells.end(), [&](const cell_paragraph& x) { return x.row > c.row; });
    return row->column < c.column && std::count_if(row, below, in_column) == 1 && (below == g_.cells.end() || below->column < c.column);
}

/// "Jon Marsh, Oak Lodge": whether a text of two parts ends in a word of bodies or places.
bool people_cells::ends_in_body(std::string_view t) const {
    const auto all = words_in(t, p_.words);
    return std::count(t.begin(), t.end(), ',') == 1 && !all.empty() && p_.words.has_any({word_list::organisation_nouns, word_list::body_nouns, word_list::venue_nouns}, all.back());
}

/// What the label of the nearest column to the left says, for columns without one.
const people_label* people_cells::nearest(std::size_t column) const {
    const auto it = heads_.upper_bound(column);
    return it == heads_.begin() ? nullptr : &std::prev(it)->second;
}

bool people_cells::row_has_people_beside(const cell_paragraph& label) const {
    for (auto c = g_.from(label.row, label.column + 1); c != g_.cells.end() && c->row == label.row; ++c)
        if (!label_of_cell(p_, *c) && !heads_part(text_of(*c))) return true;
    return false;
}

/// Whether a text holds people one behind the other: "Ann Bell Tom Ash".
bool people_cells::names_several(std::string_view text) const {
    const auto people = match_roster(text, p_.words);
    return people.size() > 1 && std::all_of(people.begin(), people.end(), [](const roster_entry& e) { return e.strength == 3; });
}

/// "ING": capitals beside a name that they are not formed from are its body's.
bool people_cells::is_acronym_alone(std::string_view text) const {
    const auto all = words_in(text, p_.words, 2);
    return all.size() == 1 && all[0].upper && all[0].folded.size() > 1 && is_initials(text) && !p_.words.has(word_list::given_names, all[0]);
}

}  // namespace minutes
