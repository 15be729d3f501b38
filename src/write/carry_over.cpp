// SPDX-License-Identifier: Apache-2.0
#include "carry_over.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "continued_rows.hpp"
#include "formula_references.hpp"
#include "kept_columns.hpp"
#include "kept_table.hpp"
#include "row_matching.hpp"
#include "table_cells.hpp"
#include "update_events.hpp"

namespace minutes {

namespace {

constexpr std::string_view clerk_edit = "Clerk edit";  // in the sheet Updates
constexpr std::string_view row_deleted = "row deleted";

/// What a person typed over what the minutes say.
struct edit {
    std::string sheet, id, ref, column, from, to;
    std::string minutes_say;  ///< now
    bool conflict = false;
    std::string place;        ///< "K5", in the workbook as it was
};

bool is_own_count(const kept_cell& c) { return c.formula.find("AsAt") != std::string::npos && c.formula.find("LiveStatuses") != std::string::npos; }

register_cell typed_cell(const kept_cell& c) {
    register_cell out;
    out.text = c.text;
    out.typed = std::make_shared<kept_cell>(c);
    return out;
}

std::size_t column_named(std::string_view name, const register_table& t) {
    const auto it = std::find_if(t.columns.begin(), t.columns.end(), [&](const register_column& c) { return c.name == name; });
    return static_cast<std::size_t>(it - t.columns.begin());
}

std::string text_at(const register_table& t, const register_row& r, std::string_view column) {
    const std::size_t c = column_named(column, t);
    return c < r.cells.size() ? r.cells[c].text : "";
}

/// One sheet of both.
class sheet_merger {
public:
    sheet_merger(register_table& made, const kept_table& kept, std::vector<baseline_row> base, bool knows_base, const std::set<std::string>& read_anew)
        : made_(made), kept_(kept), base_(std::move(base)), knows_base_(knows_base), read_anew_(read_anew) {
        of_kept_ = match_kept(kept_, base_);
        of_base_ = match_anew(base_, made_);
        if (made_.name != "Updates") return;
        for (const register_row& r : made_.rows)
            if (const std::string day = text_at(made_, r, "Meeting date"); !day.empty()) told_.insert(text_at(made_, r, "Action ID") + '\x1f' + day);
    }

    /// Actions that go on in the new minutes under another name.
    std::vector<continued_row> go_on() { return continue_rows(base_, of_base_, made_); }

    /// What the table becomes.
    void merge(std::vector<baseline_row>& baseline_after) {
        columns_ = merge_columns(made_, kept_, base_, of_kept_);
        register_table out{made_.name, {}, {}, {}};
        for (const merged_column& c : columns_) out.columns.push_back(column(c));
        std::vector<bool> used(made_.rows.size(), false);
        if (made_.name == "About") add_in_our_order(out, used, baseline_after);
        else add_in_their_order(out, used, baseline_after);
        note_deleted(used, baseline_after);
        for (std::size_t r = 0; r < made_.rows.size(); ++r)
            if (!used[r]) add(out, {}, {}, r, baseline_after);
        for (const kept_row& r : kept_.above) out.above.push_back(kept_above(r));
        move_formulas(out);
        make_heads_differ(out.columns);
        made_ = std::move(out);
    }

    std::vector<edit> edits;

private:
    register_column column(const merged_column& m) const {
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

    void add_in_their_order(register_table& out, std::vector<bool>& used, std::vector<baseline_row>& after) {
        for (std::size_t k = 0; k < kept_.rows.size(); ++k) add_kept(out, k, used, after);
    }

    void add_in_our_order(register_table& out, std::vector<bool>& used, std::vector<baseline_row>& after) {
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

    void add_kept(register_table& out, std::size_t k, std::vector<bool>& used, std::vector<baseline_row>& after) {
        const auto b = of_kept_[k];
        const auto r = b ? of_base_[*b] : std::nullopt;
        if (b && !r && !stays(k, *b)) return;
        if (r) used[*r] = true;
        add(out, k, b, r, after);
    }

    /// Whether a row that the minutes at hand do not give again stays.
    bool stays(std::size_t k, std::size_t b) const {
        if (made_.name == "Actions" || !knows_base_ || is_touched(k, b)) return true;
        if (made_.name == "Updates") return !is_told_again(base_[b]);
        const std::string& source = base_[b].at("Source");
        if (source.empty()) return made_.name == "People";  // of all their body's meetings, most of which are not at hand
        return read_anew_.count(source) == 0;
    }

    /// Whether the same meeting says something of the same action.
    bool is_told_again(const baseline_row& b) const { return told_.count(b.at("Action ID") + '\x1f' + b.at("Meeting date")) > 0; }

    bool is_touched(std::size_t k, std::size_t b) const {
        for (std::size_t c = 0; c < kept_.heads.size(); ++c) {
            if (kept_.note(kept_.rows[k].number, c)) return true;
            if (!says(kept_.rows[k].cells[c], base_[b].at(kept_.heads[c])) && !is_count(kept_.rows[k].cells[c])) return true;
        }
        return false;
    }

    static bool is_count(const kept_cell* c) { return c && is_own_count(*c); }

    /// One row of the new table, from any of: the row as people left it, as the baseline has it, as it was made anew.
    void add(register_table& out, std::optional<std::size_t> k, std::optional<std::size_t> b, std::optional<std::size_t> r, std::vector<baseline_row>& after) {
        register_row row;
        if (r) {
            row.id = made_.rows[*r].id;
            row.key = b ? base_[*b].key : made_.rows[*r].key;
            after.push_back(baseline_of(made_, made_.rows[*r]));
            after.back().key = row.key;
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
        if (k) places_[kept_.rows[*k].number] = static_cast<std::uint32_t>(out.rows.size());
        out.rows.push_back(std::move(row));
        rows_ = static_cast<std::uint32_t>(out.rows.size());
    }

    register_cell merged_cell(const merged_column& c, std::optional<std::size_t> k, std::optional<std::size_t> b, std::optional<std::size_t> r) {
        const kept_cell* old = k && c.kept ? kept_.rows[*k].cells[*c.kept] : nullptr;
        register_cell cell = r && c.ours ? made_.rows[*r].cells[*c.ours] : register_cell{};
        if (c.ours && made_.columns[*c.ours].kind == column_kind::overdue && is_count(old)) old = nullptr;  // it is counted anew
        if (k && c.kept && (!r || !c.ours || is_edited(old, c, b, cell))) {
            if (b && c.ours) note_edit(old, c, *k, *b, r ? std::optional(cell.text) : std::nullopt);
            cell = old ? typed_cell(*old) : register_cell{};
        }
        else if (old && cell.link.empty()) cell.link = old->link;
        if (k && c.kept)
            if (const cell_note* n = kept_.note(kept_.rows[*k].number, *c.kept)) cell.note = std::make_shared<cell_note>(*n);
        return cell;
    }

    [[nodiscard]] bool is_edited(const kept_cell* old, const merged_column& c, std::optional<std::size_t> b, const register_cell& made) const {
        const register_column& column = made_.columns[*c.ours];
        if (column.kind == column_kind::overdue && !old) return false;
        if (!knows_base_) return old && !says(old, made.text);
        const std::string& before = b ? base_[*b].at(column.name) : std::string{};
        return !says(old, before) || (old && !old->formula.empty());
    }

    void note_edit(const kept_cell* old, const merged_column& c, std::size_t k, std::size_t b, std::optional<std::string> made) {
        const register_column& column = made_.columns[*c.ours];
        const std::string before = knows_base_ ? base_[b].at(column.name) : made.value_or("");
        const std::string typed = old ? old->text : "";
        if (says(old, before) || (column.kind == column_kind::overdue && !old)) return;
        edit e{std::string(made_.name), "", "", column.name, before, typed, made.value_or(before), false,
               cell_name({kept_.rows[k].number, static_cast<std::uint32_t>(*c.kept)})};
        e.conflict = made && comparable(*made) != comparable(typed) && (!knows_base_ || comparable(*made) != comparable(before));
        edits.push_back(std::move(e));
    }

    /// What people took out stays out, unless the minutes speak of it again.
    void note_deleted(std::vector<bool>& used, std::vector<baseline_row>& after) {
        if (made_.name == "About" || !knows_base_) return;
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

    bool says_more(std::size_t r, std::size_t b) const {
        for (const char* column : {"Status", "Latest update", "Update date", "Times carried forward"})
            if (text_at(made_, made_.rows[r], column) != base_[b].at(column)) return made_.name == "Actions";
        return false;
    }

    register_row kept_above(const kept_row& r) const {
        register_row out;
        for (std::size_t c = 0; c < r.cells.size(); ++c) {
            out.cells.push_back(r.cells[c] ? typed_cell(*r.cells[c]) : register_cell{});
            if (const cell_note* n = kept_.note(r.number, c)) out.cells.back().note = std::make_shared<cell_note>(*n);
        }
        return out;
    }

    // ── Formulas move with their cells ──
    void move_formulas(register_table& out) const {
        for (register_row& r : out.rows)
            for (register_cell& c : r.cells) move_formula(c);
        for (register_row& r : out.above)
            for (register_cell& c : r.cells) move_formula(c);
    }

    void move_formula(register_cell& c) const {
        if (!c.typed || c.typed->formula.empty()) return;
        kept_cell moved = *c.typed;
        moved.formula = with_references(moved.formula, [&](formula_reference r) {
            r.place = {row_after(r.place.row), column_after(r.place.column)};
            return r;
        });
        c.typed = std::make_shared<kept_cell>(std::move(moved));
    }

    [[nodiscard]] std::uint32_t row_after(std::uint32_t row) const {
        const auto above = static_cast<std::uint32_t>(kept_.above.size());
        if (row <= kept_.head_row) return above - std::min(above, kept_.head_row - row);
        if (const auto exact = places_.find(row); exact != places_.end()) return above + 1 + exact->second;
        const std::uint32_t last = kept_.rows.empty() ? kept_.head_row : kept_.rows.back().number, end = above + rows_;
        return row > last ? end + (row - last) : std::min(row, end);
    }

    [[nodiscard]] std::uint32_t column_after(std::uint32_t column) const {
        const auto exact = std::find_if(columns_.begin(), columns_.end(), [&](const merged_column& c) { return c.kept == column; });
        return exact == columns_.end() ? column : static_cast<std::uint32_t>(exact - columns_.begin());
    }

    register_table& made_;
    const kept_table& kept_;
    std::vector<baseline_row> base_;
    bool knows_base_;
    const std::set<std::string>& read_anew_;
    row_matches of_kept_, of_base_;
    std::set<std::string> told_;  // Updates: the actions that each meeting speaks of
    std::vector<merged_column> columns_;
    std::unordered_map<std::uint32_t, std::uint32_t> places_;  // a row of the sheet as it was → its number among the new ones
    std::uint32_t rows_ = 0;
};

std::string in_quotes(std::string_view text) {
    constexpr std::size_t enough = 80;
    std::size_t n = std::min(text.size(), enough);
    while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) --n;
    return text.empty() ? "nothing" : fmt::format("'{}{}'", text.substr(0, n), n < text.size() ? "…" : "");
}

std::string conflict_words(const edit& e) {
    const std::string of = e.ref.empty() ? e.id : e.ref;
    return fmt::format("{} of {} on sheet {}: {} was typed; the minutes now say {}", e.column, of, e.sheet, in_quotes(e.to), in_quotes(e.minutes_say));
}

/// A sheet as a baseline would have it, where there is none: nobody knows which of its values were typed.
std::vector<baseline_row> as_baseline(const register_table& made, const kept_table& kept) {
    register_table t{made.name, {}, {}, {}};
    for (const std::string& head : kept.heads) t.columns.push_back({head, 10});
    for (const kept_row& r : kept.rows) {
        t.rows.push_back({"", {}});
        for (std::size_t c = 0; c < kept.heads.size(); ++c) t.rows.back().cells.push_back(words(kept_table::text(r, c)));
        if (made.name == "Actions") t.rows.back().key = kept_table::text(r, kept.column("Action ID"));
    }
    give_keys(t);
    std::vector<baseline_row> out;
    for (const register_row& r : t.rows) out.push_back(baseline_of(t, r));
    return out;
}

class carrier {
public:
    carrier(std::vector<register_table>& sheets, const kept_register& kept, bool chosen_day)
        : sheets_(sheets), kept_(kept), before_(read_baseline(kept)), chosen_day_(chosen_day) {
        if (const register_table* meetings = table("Meetings"))
            for (const register_row& r : meetings->rows) read_anew_.insert(text_at(*meetings, r, "Source"));
        if (const auto checks = before_.find("Checks"); checks != before_.end())
            for (const baseline_row& row : checks->second)
                if (row.at("Code") == "edit-conflict") known_conflicts_.insert(row.at("What to look at"));
    }

    carried_over carry() {
        if (before_.empty())
            out_.findings.push_back({"no-baseline", severity::warning, {}, {}, "it has no sheet Baseline: each of its values is taken for one that was typed",
                                     "Compare the conflicts in sheet Checks with the minutes."});
        for (register_table& t : sheets_) {
            if (t.name == "Updates" || t.name == "Checks") continue;
            if (t.name == "About") tell_of_all(t);
            merge(t);
        }
        if (register_table* updates = table("Updates")) continue_updates(continued_, *updates);
        for (edit& e : edits_) tell(e);
        for (const char* name : {"Updates", "Checks"})
            if (register_table* t = table(name)) merge(*t);
        count_overdue();
        return std::move(out_);
    }

private:
    register_table* table(std::string_view name) {
        const auto it = std::find_if(sheets_.begin(), sheets_.end(), [&](const register_table& t) { return t.name == name; });
        return it == sheets_.end() ? nullptr : &*it;
    }

    void merge(register_table& made) {
        give_keys(made);
        const std::string name(made.name);
        const auto sheet = std::find_if(kept_.sheets.begin(), kept_.sheets.end(), [&](const kept_sheet& s) { return s.name == name; });
        std::vector<std::string_view> heads;
        for (const register_column& c : made.columns) heads.push_back(c.name);
        const auto kept = sheet == kept_.sheets.end() ? std::nullopt : table_in(*sheet, heads);
        if (!kept) {
            if (sheet != kept_.sheets.end())
                out_.findings.push_back({"not-carried-over", severity::warning, {}, {}, fmt::format("not carried over: sheet {}, whose column heads are gone", name),
                                         fmt::format("It stays in {}.", kept_.name)});
            for (const register_row& r : made.rows) out_.baseline[name].push_back(baseline_of(made, r));
            return;
        }
        const bool knows_base = !before_.empty();
        sheet_merger m(made, *kept, knows_base ? before_[name] : as_baseline(made, *kept), knows_base, read_anew_);
        if (name == "Actions") continued_ = m.go_on();
        m.merge(out_.baseline[name]);
        edits_.insert(edits_.end(), m.edits.begin(), m.edits.end());
    }

    /// The register is of the meetings that stay in it too, and counts to the latest of them.
    void tell_of_all(register_table& about) {
        const register_table* meetings = table("Meetings");
        if (!meetings) return;
        std::set<std::string> documents;
        for (const register_row& r : meetings->rows) documents.insert(text_at(*meetings, r, "Source"));
        for (register_row& r : about.rows) {
            const std::string topic = text_at(about, r, "Topic");
            register_cell& entry = r.cells[column_named("Entry", about)];
            if (topic == "Documents") entry = count(documents.size());
            if (topic == "Of" && meetings->rows.size() > 1) entry = words(fmt::format("{} meetings", meetings->rows.size()));
            if (topic == "As at" && !chosen_day_) take_later_day(entry);
        }
    }

    void take_later_day(register_cell& as_at) {
        const auto found = before_.find("About");
        if (found == before_.end()) return;
        for (const baseline_row& r : found->second) {
            const auto day = day_number(r.at("Entry"));
            if (r.at("Topic") != "As at" || !day || (day_number(as_at.text) && *day <= *day_number(as_at.text))) continue;
            using namespace std::chrono;
            as_at.text = r.at("Entry");
            as_at.date = year_month_day(sys_days(year{1899} / December / 30) + days(*day));
        }
    }

    /// What stands in the cells until the workbook counts for itself.
    void count_overdue() {
        register_table* actions = table("Actions");
        const register_table* about = table("About");
        if (!actions || !about) return;
        constexpr int never = std::numeric_limits<int>::min(), far = std::numeric_limits<int>::max();
        int as_at = never;
        for (const register_row& r : about->rows)
            if (text_at(*about, r, "Topic") == "As at") as_at = day_number(text_at(*about, r, "Entry")).value_or(never);
        const std::size_t due = column_named("Due date", *actions), days = column_named("Days overdue", *actions);
        for (register_row& r : actions->rows) {
            if (days >= r.cells.size() || due >= r.cells.size() || r.cells[days].typed) continue;
            const register_cell& when = r.cells[due];
            const bool is_day = when.date || (when.typed && when.typed->kind == kept_cell::kind_type::date);
            const int day = is_day ? day_number(when.text.substr(0, 10)).value_or(far) : far;
            const bool waits = is_live_status(text_at(*actions, r, "Status")) && text_at(*actions, r, "Closed").empty();
            const auto note = r.cells[days].note;
            r.cells[days] = waits && day < as_at ? count(static_cast<std::size_t>(as_at - day)) : register_cell{};
            r.cells[days].note = note;
        }
    }

    // ── What was typed is told ──
    void tell(edit& e) {
        log(e);
        const bool differs = comparable(e.to) != comparable(e.minutes_say) && e.column != row_deleted;
        if (e.sheet != "About" && differs && (e.conflict || known_conflicts_.contains(conflict_words(e)))) check(e);
    }

    /// Each value once: what was logged before is in the rows that are kept.
    void log(const edit& e) {
        register_table* updates = table("Updates");
        if (!updates) return;
        const std::string what = e.sheet == "Actions" ? e.column : e.sheet + ": " + e.column;
        const baseline_row* last = last_log(e, what);
        if (last && comparable(last->at("To")) == comparable(e.to)) return;
        const std::string from = last ? last->at("To") : e.from;
        add(*updates, {{"Action ID", e.id}, {"Ref", e.ref}, {"Event", std::string(clerk_edit)}, {"Text", what}, {"From", from}, {"To", e.to}, {"Source", kept_.name},
                       {"Place", e.place.empty() ? "" : e.sheet + "!" + e.place}});
    }

    const baseline_row* last_log(const edit& e, const std::string& what) {
        const baseline_row* last = nullptr;
        if (const auto updates = before_.find("Updates"); updates != before_.end())
            for (const baseline_row& r : updates->second)
                if (r.at("Event") == clerk_edit && r.at("Action ID") == e.id && r.at("Text") == what) last = &r;
        return last;
    }

    void check(const edit& e) {
        const std::string words = conflict_words(e), advice = "Keep what was typed, or type what the minutes say.";
        out_.findings.push_back({"edit-conflict", severity::warning, {}, {}, words, advice});
        if (register_table* checks = table("Checks"))
            add(*checks, {{"Level", "Warning"}, {"What to look at", words}, {"What to do", advice}, {"Sheet", e.sheet}, {"Ref", e.ref}, {"Code", "edit-conflict"}});
    }

    static void add(register_table& t, const std::vector<std::pair<std::string_view, std::string>>& values) {
        register_row row{"", std::vector<register_cell>(t.columns.size())};
        for (const auto& [column, text] : values)
            if (const std::size_t c = column_named(column, t); c < row.cells.size()) row.cells[c] = words(text);
        t.rows.push_back(std::move(row));
    }

    std::vector<register_table>& sheets_;
    const kept_register& kept_;
    baseline before_;
    bool chosen_day_;
    std::set<std::string> read_anew_, known_conflicts_;
    std::vector<continued_row> continued_;
    std::vector<edit> edits_;
    carried_over out_;
};

}  // namespace

carried_over carry_over(std::vector<register_table>& sheets, const kept_register& kept, bool chosen_day) {
    return carrier(sheets, kept, chosen_day).carry();
}

}  // namespace minutes
