// SPDX-License-Identifier: Apache-2.0
// Column heads: in one line, broken over several, or one below the other; what each column holds.
#include <algorithm>
#include <array>

#include "columns_finder.hpp"
#include "look.hpp"
#include "reference.hpp"
#include "roster_pieces.hpp"

namespace minutes {

void columns_finder::name_columns(head& h, bool tasks) const {
    constexpr std::array people_kinds = {column::name, column::family_name, column::role, column::organisation, column::initials, column::attendance};
    std::vector<std::vector<column>> meanings;
    bool task = false, person = false;
    for (const auto& c : h.cells) {
        meanings.push_back(c.empty() ? std::vector<column>{} : columns_named(head_text(c), words));
        const auto& m = meanings.back();
        const auto is_people = [&](column k) { return std::find(people_kinds.begin(), people_kinds.end(), k) != people_kinds.end(); };
        const auto of_task = [&](column k) { return k == column::action || k == column::due || k == column::decision || k == column::mover || k == column::seconder || (tasks && (k == column::item || k == column::notes)); };
        task |= std::any_of(m.begin(), m.end(), of_task) && !std::any_of(m.begin(), m.end(), is_people);
        person |= !m.empty() && std::any_of(m.begin(), m.end(), [](column k) { return k == column::role || k == column::organisation || k == column::initials || k == column::name || k == column::family_name; });
    }
    h.people = person && !task;
    std::vector<column> used;
    h.kinds.assign(h.cells.size(), std::nullopt);
    h.known = 0;
    const auto allowed = [&](column k) {
        const bool of_people = std::find(people_kinds.begin(), people_kinds.end(), k) != people_kinds.end();
        return (h.people ? of_people || k == column::number : !of_people) && std::find(used.begin(), used.end(), k) == used.end();
    };
    for (const bool single : {true, false})
        for (std::size_t c = 0; c < h.cells.size(); ++c) {
            if (h.kinds[c]) continue;
            std::vector<column> open;
            std::copy_if(meanings[c].begin(), meanings[c].end(), std::back_inserter(open), allowed);
            if (open.empty() || (single && open.size() > 1)) continue;
            h.kinds[c] = open.front();
            used.push_back(open.front());
            ++h.known;
        }
    name_moved(h);
    if (tasks) name_tasks(h);
    // "1. | Minutes | They were agreed.": a row
    const auto is_of_row = [&](const auto& c) {
        constexpr std::size_t shortest = 3;  // words
        const auto title = c.empty() ? word_run{} : words_in(head_text(c), words);
        return !title.empty() && head_text(c).ends_with('.') && ((title.size() == 1 && title[0].digits) || (title.size() >= shortest && title.back().ends_sentence()));
    };
    if (std::none_of(h.cells.begin(), h.cells.end(), is_of_row)) return;
    h.kinds.assign(h.cells.size(), std::nullopt);
    h.known = 0;
}

bool columns_finder::under_actions() const {
    if (out.blocks.empty() || out.blocks.back().kind != laid_block::kind_type::line) return false;
    const joined_words above = head_text(out.blocks.back().text);
    const auto n = number_at(above, words);  // "3. Actions"
    const auto l = label_at(std::string_view(above).substr(n ? n->rest : 0), words);
    return l && l->is(label::action) && l->whole;
}

/// "Actions" / "No | Description | Owner": what is described there are tasks.
void columns_finder::name_tasks(head& h) const {
    const auto at = [&](column k) { return std::find(h.kinds.begin(), h.kinds.end(), k); };
    if (h.people || at(column::action) != h.kinds.end() || at(column::owner) == h.kinds.end()) return;
    const auto told = at(column::notes) != h.kinds.end() ? at(column::notes) : at(column::item);
    if (told == h.kinds.end()) return;
    const auto title = words_in(head_text(h.cells[static_cast<std::size_t>(told - h.kinds.begin())]), words);
    if (std::none_of(title.begin(), title.end(), [&](const word& w) { return words.has_any({word_list::session_nouns, word_list::record_titles}, w); })) *told = column::action;
}

/// "| | Moved | Seconded | Carried |": what was moved needs no title, and how it went may be the title of its column.
void columns_finder::name_moved(head& h) const {
    const auto has = [&](column k) { return std::find(h.kinds.begin(), h.kinds.end(), k) != h.kinds.end(); };
    if (h.people || !has(column::mover)) return;
    for (const auto& c : h.cells)  // "Carried | Lost": a mark below either tells
        if (const auto title = c.empty() ? word_run{} : words_in(head_text(c), words); title.size() == 1 && words.has(word_list::lost_words, title[0])) return;
    for (std::size_t c = 0; c < h.cells.size(); ++c) {
        if (h.kinds[c]) continue;
        const bool untitled = h.cells[c].empty();
        const auto title = untitled ? word_run{} : words_in(head_text(h.cells[c]), words);
        if (untitled && !has(column::decision) && !has(column::item) && c == 0) h.kinds[c] = column::decision;
        else if (title.size() == 1 && words.has(word_list::carried_words, title[0]) && !has(column::status)) h.kinds[c] = column::status;
        else continue;
        h.known += !untitled;
    }
    if (has(column::decision) || has(column::item) || !has(column::seconder)) return;
    // "Post | Nominee | Proposed by | Seconded by | Result", "Office | Elected | Proposer | Seconder": who stands before the movers is what was moved.
    const auto mover = static_cast<std::size_t>(std::find(h.kinds.begin(), h.kinds.end(), column::mover) - h.kinds.begin());
    const auto title = mover == 0 || h.cells[mover - 1].empty() ? word_run{} : words_in(head_text(h.cells[mover - 1]), words);
    if (title.empty() || h.kinds[mover - 1] || !(has(column::status) || words.has(word_list::election_verbs, title[0]))) return;
    h.kinds[mover - 1] = column::decision;
    ++h.known;
}

/// "For | Against | Abstain": columns of votes.
bool columns_finder::counts_votes(const spans& title) const {
    const auto all = title.empty() ? word_run{} : words_in(head_text(title), words);
    if (all.size() != 1) return false;
    return words.has_any({word_list::for_words, word_list::against_words, word_list::abstention_words}, all[0]);
}

bool columns_finder::is_header(const head& h) const {
    const auto has = [&](column k) { return std::find(h.kinds.begin(), h.kinds.end(), k) != h.kinds.end(); };
    int filled = 0;
    bool votes = false;
    for (std::size_t k = 0; k < h.cells.size(); ++k) {
        const auto& c = h.cells[k];
        if (c.empty()) continue;
        const bool counts = !h.kinds[k] && counts_votes(c);
        votes |= counts;
        filled += !counts;
        if (words_in(head_text(c), words).size() > 7) return false;
    }
    // "Decision | Rationale | Impact": no other word heads a column of what was decided; "Proposal | Comments" may still be to be decided.
    const auto tells_decided = [&](std::size_t c) {
        const auto said = words_in(head_text(h.cells[c]), words);
        return h.kinds[c] == column::decision && std::any_of(said.begin(), said.end(), [&](const word& w) { return words.has(word_list::decision_markers, w); });
    };
    if (!h.people && filled > 1 && filled - h.known <= 2 && h.how != separator::aligned)
        for (std::size_t c = 0; c < h.cells.size(); ++c)
            if (tells_decided(c)) return true;
    if (h.known < 2 || filled - h.known > (h.known >= 4 ? 2 : 1)) return false;
    if (h.people) {
        // "Ann Bell | Member | Present" is a row.
        for (std::size_t c = 0; c < h.cells.size(); ++c)
            if (!h.kinds[c] && !h.cells[c].empty() && name_strength(head_text(h.cells[c]), words) == 3) return false;
        return has(column::name) && h.known >= 2;
    }
    if (has(column::decision) && (has(column::mover) || has(column::seconder) || has(column::status) || has(column::due) || has(column::raised) || (votes && has(column::action)))) return true;
    return (has(column::action) && (has(column::owner) || has(column::due) || has(column::item) || has(column::notes) || has(column::status))) ||
           (has(column::owner) && (has(column::due) || has(column::item) || has(column::notes)));
}

bool columns_finder::heads_part_of_business(std::size_t i) const {
    constexpr std::size_t longest = 8;  // words
    const auto numbered = [&](std::size_t at) -> std::size_t {
        const auto line = is_line(at) ? in(trimmed(text(), d.blocks[at].text)) : std::string_view{};
        const auto n = number_at(line, words);
        return n && n->marked && n->depth == 1 && n->rest < line.size() && starts_upper(line.substr(n->rest)) && words_in(line, words, longest + 1).size() <= longest ? n->rest : 0;
    };
    const std::size_t rest = numbered(i + 1) ? 0 : numbered(i);  // a line of a list heads nothing
    if (rest == 0 && look_of(d, d.blocks[i]).heading < 2) return false;
    const auto title = in(trimmed(text(), d.blocks[i].text)).substr(rest);
    const auto l = label_at(title, words);
    return !(l && l->whole) && !words.has(word_list::section_headings, fold(title));
}

bool columns_finder::business_stands_in_tables() const {
    constexpr std::size_t most_headings = 2;
    if (in_tables) return *in_tables;
    std::size_t headings = 0;
    for (std::size_t i = 0; i < d.blocks.size(); ++i) headings += is_line(i) && heads_part_of_business(i);
    in_tables = headings <= most_headings;
    return *in_tables;
}

bool columns_finder::heads_business(head& h, std::size_t below) const {
    if (h.people || h.how == separator::aligned || std::find(h.kinds.begin(), h.kinds.end(), column::item) == h.kinds.end()) return false;
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = below; is_line(i) && has_cells(i, h.how) && rows.size() < most_told_rows; ++i) {
        auto& row = rows.emplace_back();
        for (const auto& c : cut(d.blocks[i].text, h.how)) row.emplace_back(in(c.where));
    }
    return heads_business(h, rows);
}

bool columns_finder::heads_business(head& h, const std::vector<std::vector<std::string>>& rows) const {
    constexpr std::size_t fewest_rows = 2;
    if (h.people || h.known == 0 || rows.size() < fewest_rows) return false;
    std::vector<std::string> heads;
    for (const auto& c : h.cells) heads.emplace_back(head_text(c));
    const auto kinds = business_columns(heads, h.kinds, rows, business_stands_in_tables(), words);
    if (!kinds.empty()) h.kinds = kinds;
    return !kinds.empty();
}

std::size_t columns_finder::column_at(const head& h, std::size_t position) const {
    std::size_t best = 0;
    for (std::size_t c = 0; c < h.positions.size(); ++c)
        if (h.positions[c] <= position + 1) best = c;
    return best;
}

bool columns_finder::is_head_word(const word& w) const {
    if (words.has(word_list::head_words, w) || !words.columns(w).empty()) return true;
    return std::any_of(lexicon::telling_columns.begin(), lexicon::telling_columns.end(), [&](column which) { return words.tells(which, w); });
}

bool columns_finder::extend(head& h, const raw_row& row) const {
    bool any = false;
    std::size_t filled = 0;
    for (const auto& c : row) filled += !c.where.empty();
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].where.empty()) continue;
        const auto added = words_in(in(row[i].where), words);
        if (added.size() > 4) return false;
        const auto number = number_at(in(row[i].where), words);
        if (match_number(in(row[i].where), words) || (number && number->marked)) return false;
        if (!std::all_of(added.begin(), added.end(), [&](const word& w) { return is_head_word(w); })) return false;
        std::size_t at = h.how == separator::aligned ? column_at(h, row[i].position) : i;
        if (at >= h.cells.size()) return false;
        const auto known_with = [&](std::size_t c) {
            return !h.cells[c].empty() && !columns_named(head_text(h.cells[c]) + " " + std::string(in(row[i].where)), words).empty();
        };
        if (filled == 1 && !known_with(at))
            for (std::size_t c = 0; c < h.cells.size(); ++c)
                if (known_with(c)) at = c;
        if (!h.cells[at].empty() && !known_with(at)) return false;
        h.cells[at].push_back(row[i].where);
        any = true;
    }
    return any;
}

std::optional<columns_finder::head> columns_finder::stacked_header_at(std::size_t i) const {
    head h;
    std::size_t k = i;
    for (; is_line(k) && k < i + 7; ++k) {
        const span s = trimmed(text(), d.blocks[k].text);
        if (words_in(in(s), words).size() > 4 || separator_of(s) || columns_named(in(s), words).empty()) break;
        if (k > i && d.blocks[k].blank_before > 0) break;
        h.cells.push_back({s});
        h.positions.push_back(0);
    }
    h.lines = h.cells.size();
    if (h.lines < 3 || !is_line(k)) return {};
    const auto how = separator_of(d.blocks[k].text);
    if (!how || *how == separator::aligned) return {};
    h.how = *how;
    name_columns(h);
    return is_header(h) && h.known == static_cast<int>(h.lines) ? std::optional(h) : std::nullopt;
}

std::optional<columns_finder::head> columns_finder::header_at(std::size_t i) const {
    if (!is_line(i)) return {};
    const auto how = separator_of(d.blocks[i].text);
    if (!how) return stacked_header_at(i);
    const auto first = cut(d.blocks[i].text, *how);
    if (first.size() < 2) return {};
    head h;
    h.how = *how;
    for (const auto& c : first) {
        h.cells.push_back(c.where.empty() ? spans{} : spans{c.where});
        h.positions.push_back(c.position);
    }
    while (h.cells.size() > 1 && h.cells.back().empty()) {
        h.cells.pop_back();
        h.positions.pop_back();
    }
    const bool tasks = is_line(i + 1) && under_actions();
    name_columns(h, tasks);
    std::optional<head> best;
    if (is_header(h) || heads_business(h, i + 1)) best = h;
    if (h.known == 0) return {};
    for (std::size_t lines = 2; lines <= 3 && is_line(i + lines - 1); ++lines) {
        auto row = cut(d.blocks[i + lines - 1].text, *how);
        if (!extend(h, row)) break;
        h.lines = lines;
        name_columns(h, tasks);
        if (is_header(h)) best = h;
    }
    // "Decision | …" above "Action | …": labels beside values, no heads
    if (const std::size_t below = i + (best ? best->lines : 0); best && best->known == 1 && is_line(below)) {
        const auto row = cut(d.blocks[below].text, *how);
        if (!row.empty() && !row[0].where.empty() && !columns_named(in(row[0].where), words).empty()) return {};
    }
    return best;
}

}  // namespace minutes
