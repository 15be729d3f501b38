// SPDX-License-Identifier: Apache-2.0
#include "sheet_merger.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "formula_references.hpp"
#include "table_cells.hpp"
#include "table_columns.hpp"

namespace minutes {

namespace {

/// The formula of ours that counts the days overdue.
bool is_count(const kept_cell* c) { return c && c->formula.find("AsAt") != std::string::npos && c->formula.find("LiveStatuses") != std::string::npos; }

register_cell typed_cell(const kept_cell& c) {
    register_cell out;
    out.text = c.text;
    out.typed = std::make_shared<kept_cell>(c);
    return out;
}

}  // namespace

sheet_merger::sheet_merger(register_table& made, const kept_table& kept, std::vector<baseline_row> base, const files_of_meetings& files)
    : made_(made), kept_(kept), base_(std::move(base)), files_(files) {
    of_kept_ = match_kept(kept_, base_);
    of_base_ = match_anew(base_, made_);
    for (const register_row& r : made_.rows) said_.push_back(baseline_of(made_, r));
    if (made_.name != "Updates") return;
    for (const register_row& r : made_.rows)
        if (const std::string day = text_at(made_, r, "Meeting date"); !day.empty()) told_.insert(text_at(made_, r, "Action ID") + '\x1f' + day);
}

std::map<std::string, std::string> sheet_merger::keep_ids() {
    std::map<std::string, std::string> out;
    for (std::size_t b = 0; b < base_.size(); ++b) {
        if (!of_base_[b] || made_.rows[*of_base_[b]].key == base_[b].key) continue;
        register_row& r = made_.rows[*of_base_[b]];
        out[r.key] = base_[b].key;
        r.key = base_[b].key;
        if (register_cell* id = cell_in(made_, r, "Action ID")) *id = words(base_[b].key);
    }
    return out;
}

void sheet_merger::merge(std::vector<baseline_row>& after) {
    columns_ = merge_columns(made_, kept_, base_, of_kept_);
    register_table out{made_.name, {}, {}, {}};
    for (const merged_column& c : columns_) out.columns.push_back(column(c));
    std::vector<bool> used(made_.rows.size(), false);
    if (made_.name == "About") add_in_our_order(out, used, after);
    else add_in_their_order(out, used, after);
    note_deleted(used, after);
    for (std::size_t r = 0; r < made_.rows.size(); ++r)
        if (!used[r]) add(out, {}, {}, r, after);
    for (const kept_row& r : kept_.above) out.above.push_back(kept_above(r));
    moves_.move_formulas(out);
    make_heads_differ(out.columns);
    made_ = std::move(out);
}

register_column sheet_merger::column(const merged_column& m) const {
    register_column c;
    if (m.ours) c = made_.columns[*m.ours];
    if (!m.kept) return c;
    const std::string& head = kept_.heads[*m.kept];
    if (!m.ours) {
        const auto width = kept_.sheet->widths.find(static_cast<std::uint32_t>(*m.kept));
        c.width = width == kept_.sheet->widths.end() ? 20 : std::clamp(static_cast<int>(width->second), 4, 120);
    }
    if (head != c.name) c.title = head;
    if (const cell_note* n = kept_.note(kept_.head_row, *m.kept)) c.note = std::make_shared<cell_note>(*n);
    return c;
}

void sheet_merger::add_in_their_order(register_table& out, std::vector<bool>& used, std::vector<baseline_row>& after) {
    for (std::size_t k = 0; k < kept_.rows.size(); ++k) add_kept(out, k, used, after);
}

void sheet_merger::add_in_our_order(register_table& out, std::vector<bool>& used, std::vector<baseline_row>& after) {
    for (std::size_t r = 0; r < made_.rows.size(); ++r)
        for (std::size_t k = 0; k < kept_.rows.size(); ++k)
            if (of_kept_[k] && of_base_[*of_kept_[k]] == r) add_kept(out, k, used, after);
    for (std::size_t r = 0; r < made_.rows.size(); ++r)
        if (!used[r]) {
            add(out, {}, {}, r, after);
            used[r] = true;
        }
    for (std::size_t k = 0; k < kept_.rows.size(); ++k)
        if (!of_kept_[k] || !of_base_[*of_kept_[k]]) add_kept(out, k, used, after);
}

void sheet_merger::add_kept(register_table& out, std::size_t k, std::vector<bool>& used, std::vector<baseline_row>& after) {
    const auto b = of_kept_[k];
    const auto r = b ? of_base_[*b] : std::nullopt;
    if (b && !r && !stays(k, *b)) return;
    if (r) used[*r] = true;
    add(out, k, b, r, after);
}

bool sheet_merger::stays(std::size_t k, std::size_t b) const {
    if (made_.name == "Actions" || !base_[b].unknown.empty() || is_touched(k, b)) return true;
    if (made_.name == "Updates") return !is_told_again(base_[b]);
    const std::string& source = base_[b].at("Source");
    if (source.empty()) return made_.name == "People";  // of all their body's meetings, most of which are not at hand
    return !files_.read_anew.contains(source);
}

bool sheet_merger::is_touched(std::size_t k, std::size_t b) const {
    for (std::size_t c = 0; c < kept_.heads.size(); ++c) {
        if (kept_.note(kept_.rows[k].number, c)) return true;
        if (!says(kept_.rows[k].cells[c], base_[b].at(kept_.heads[c])) && !is_count(kept_.rows[k].cells[c])) return true;
    }
    return false;
}

void sheet_merger::add(register_table& out, std::optional<std::size_t> k, std::optional<std::size_t> b, std::optional<std::size_t> r, std::vector<baseline_row>& after) {
    register_row row;
    if (r) {
        row.id = made_.rows[*r].id;
        row.key = b ? base_[*b].key : made_.rows[*r].key;
        after.push_back(baseline_after(k, b, *r));
    } else if (b) {
        row.key = base_[*b].key;
        after.push_back(base_[*b]);
    }
    const std::size_t first_edit = edits.size();
    for (const merged_column& c : columns_) row.cells.push_back(merged_cell(c, k, b, r));
    for (std::size_t e = first_edit; e < edits.size(); ++e) {
        edits[e].id = row.key;
        edits[e].ref = r ? text_at(made_, made_.rows[*r], "Ref") : b ? base_[*b].at("Ref") : "";
    }
    if (k) moves_.add_kept(kept_.rows[*k].number);
    else moves_.add_new();
    out.rows.push_back(std::move(row));
}

register_cell sheet_merger::merged_cell(const merged_column& c, std::optional<std::size_t> k, std::optional<std::size_t> b, std::optional<std::size_t> r) {
    const kept_cell* old = k && c.kept ? kept_.rows[*k].cells[*c.kept] : nullptr;
    register_cell cell = r && c.ours ? made_.rows[*r].cells[*c.ours] : register_cell{};
    if (c.ours && made_.columns[*c.ours].kind == column_kind::overdue && is_count(old)) old = nullptr;  // it is counted anew
    if (k && c.kept && (!r || !c.ours || is_edited(old, c, b, cell))) {
        if (b && c.ours) note_edit(old, c, *k, *b, r);
        cell = old ? typed_cell(*old) : register_cell{};
    }
    else if (old && cell.link.empty()) cell.link = old->link;
    if (k && c.kept)
        if (const cell_note* n = kept_.note(kept_.rows[*k].number, *c.kept)) cell.note = std::make_shared<cell_note>(*n);
    return cell;
}

bool sheet_merger::is_edited(const kept_cell* old, const merged_column& c, std::optional<std::size_t> b, const register_cell& made) const {
    const register_column& column = made_.columns[*c.ours];
    if (column.kind == column_kind::overdue && !old) return false;
    const bool known = !b || base_[*b].knows(column.name);
    const std::string before = !known ? made.text : b ? base_[*b].at(column.name) : "";
    return !says(old, before) || (old && !old->formula.empty());
}

void sheet_merger::note_edit(const kept_cell* old, const merged_column& c, std::size_t k, std::size_t b, std::optional<std::size_t> r) {
    const register_column& column = made_.columns[*c.ours];
    const bool known = base_[b].knows(column.name);
    const std::string made = r ? made_.rows[*r].cells[*c.ours].text : base_[b].at(column.name);
    const std::string before = known ? base_[b].at(column.name) : made;
    const std::string typed = old ? old->text : "";
    if (says(old, before) || (column.kind == column_kind::overdue && !old)) return;
    edit e{std::string(made_.name), "", "", column.name, before, typed, made, false, cell_name({kept_.rows[k].number, static_cast<std::uint32_t>(*c.kept)})};
    const bool is_news = known ? comparable(made) != comparable(before) : r && !made.empty() && said_[*r].at(column.name) == made;
    e.conflict = r && comparable(made) != comparable(typed) && is_news;
    edits.push_back(std::move(e));
}

baseline_row sheet_merger::baseline_after(std::optional<std::size_t> k, std::optional<std::size_t> b, std::size_t r) const {
    baseline_row out = baseline_of(made_, made_.rows[r]);
    if (!b) return out;
    const baseline_row& before = base_[*b];
    out.key = before.key;
    const bool is_raised = said_[r].key == before.key;
    for (const register_column& c : made_.columns) {
        const bool known = before.knows(c.name), silent = out.at(c.name).empty();
        // What was emptied stays so when the minutes are silent for a while and then say it again.
        const bool keeps = silent && !before.at(c.name).empty() && k && (!known || is_emptied(*k, *b, c.name));
        if (!known && (keeps || (silent && !is_raised) || out.at(c.name) != said_[r].at(c.name))) out.unknown.insert(c.name);
        if (keeps) out.values[c.name] = before.at(c.name);
    }
    return out;
}

bool sheet_merger::is_emptied(std::size_t k, std::size_t b, std::string_view column) const {
    const auto c = std::find_if(columns_.begin(), columns_.end(), [&](const merged_column& m) { return m.ours && m.kept && made_.columns[*m.ours].name == column; });
    return c != columns_.end() && !kept_.rows[k].cells[*c->kept] && !base_[b].at(column).empty();
}

void sheet_merger::note_deleted(std::vector<bool>& used, std::vector<baseline_row>& after) {
    if (made_.name == "About") return;
    std::vector<bool> there(base_.size(), false);
    for (const auto& b : of_kept_)
        if (b) there[*b] = true;
    for (std::size_t b = 0; b < base_.size(); ++b) {
        if (there[b]) continue;
        const auto r = of_base_[b];
        if (r && says_more(*r, b)) continue;
        after.push_back(base_[b]);
        if (r) used[*r] = true;
        if (made_.name == "Actions") edits.push_back({"Actions", base_[b].key, base_[b].at("Ref"), std::string(row_deleted), base_[b].at("Action"), "", "", false, ""});
    }
}

bool sheet_merger::says_more(std::size_t r, std::size_t b) const {
    if (made_.name != "Actions") return false;
    if (!base_[b].unknown.empty()) return text_at(made_, made_.rows[r], "Update date") > base_[b].at("Update date");
    for (const char* column : {"Status", "Latest update", "Update date", "Times carried forward"})
        if (text_at(made_, made_.rows[r], column) != base_[b].at(column)) return true;
    return false;
}

register_row sheet_merger::kept_above(const kept_row& r) const {
    register_row out;
    for (std::size_t c = 0; c < r.cells.size(); ++c) {
        out.cells.push_back(r.cells[c] ? typed_cell(*r.cells[c]) : register_cell{});
        if (const cell_note* n = kept_.note(r.number, c)) out.cells.back().note = std::make_shared<cell_note>(*n);
    }
    return out;
}

}  // namespace minutes
