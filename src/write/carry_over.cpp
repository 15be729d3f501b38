// SPDX-License-Identifier: Apache-2.0
#include "carry_over.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "kept_table.hpp"
#include "series_days.hpp"
#include "sheet_merger.hpp"
#include "table_cells.hpp"
#include "table_columns.hpp"
#include "update_events.hpp"

namespace minutes {

namespace {

constexpr std::string_view clerk_edit = "Clerk edit";  // in the sheet Updates

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

/// A sheet as a baseline would have it, where there is none: nobody knows which of its values were typed.  Columns that are
/// not ours are in no baseline.
std::vector<baseline_row> as_baseline(const register_table& made, const kept_table& kept) {
    register_table t{made.name, {}, {}, {}};
    for (const register_column& c : made.columns)
        if (kept.column(c.name) < kept.heads.size()) t.columns.push_back({c.name, c.width});
    for (const kept_row& r : kept.rows) {
        t.rows.push_back({"", {}});
        for (const register_column& c : t.columns) t.rows.back().cells.push_back(words(kept_table::text(r, kept.column(c.name))));
        if (made.name == "Actions") t.rows.back().key = kept_table::text(r, kept.column("Action ID"));
    }
    give_keys(t);
    std::vector<baseline_row> out;
    for (const register_row& r : t.rows) {
        out.push_back(baseline_of(t, r));
        for (const register_column& c : t.columns) out.back().unknown.insert(c.name);
    }
    return out;
}

class carrier {
public:
    carrier(std::vector<register_table>& sheets, const kept_register& kept, bool chosen_day)
        : sheets_(sheets), kept_(kept), before_(read_baseline(kept)), chosen_day_(chosen_day) {
        if (const register_table* meetings = table("Meetings"))
            for (const register_row& r : meetings->rows) files_.read_anew.insert(text_at(*meetings, r, "Source"));
        for (const baseline_row& r : meetings_before()) files_.known.insert(r.at("Source"));
        if (const auto checks = before_.find("Checks"); checks != before_.end())
            for (const baseline_row& row : checks->second)
                if (row.at("Code") == "edit-conflict") known_conflicts_.insert(row.at("What to look at"));
    }

    carried_over carry() {
        if (before_.empty())
            out_.findings.push_back({"no-baseline", severity::warning, {}, {}, "it has no sheet Baseline: each cell that stands there, blank ones too, is taken for one that somebody filled in",
                                     "Update an earlier copy that has the sheet, or compare the conflicts in sheet Checks with the minutes."});
        for (register_table& t : sheets_) {
            if (t.name == "Updates" || t.name == "Checks") continue;
            if (t.name == "About") tell_of_all(t);
            merge(t);
        }
        if (register_table* updates = table("Updates")) {
            keep_ids(*updates);
            continue_updates(continued_, *updates);
        }
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

    [[nodiscard]] const kept_sheet* sheet_before(std::string_view name) const {
        const auto it = std::find_if(kept_.sheets.begin(), kept_.sheets.end(), [&](const kept_sheet& s) { return s.name == name; });
        return it == kept_.sheets.end() ? nullptr : &*it;
    }

    [[nodiscard]] std::optional<kept_table> table_before(const register_table& made) const {
        std::vector<std::string_view> heads;
        for (const register_column& c : made.columns) heads.push_back(c.name);
        const kept_sheet* sheet = sheet_before(made.name);
        return sheet ? table_in(*sheet, heads) : std::nullopt;
    }

    /// What is known of a sheet's rows.
    std::vector<baseline_row> known_of(const register_table& made, const kept_table& kept) {
        return before_.empty() ? as_baseline(made, kept) : before_[std::string(made.name)];
    }

    std::vector<baseline_row> meetings_before() {
        if (!before_.empty()) return before_["Meetings"];
        const register_table* made = table("Meetings");
        const auto kept = made ? table_before(*made) : std::nullopt;
        return kept ? known_of(*made, *kept) : std::vector<baseline_row>{};
    }

    void merge(register_table& made) {
        give_keys(made);
        const std::string name(made.name);
        const auto kept = table_before(made);
        if (!kept) {
            if (sheet_before(name))
                out_.findings.push_back({"not-carried-over", severity::warning, {}, {}, fmt::format("not carried over: sheet {}, whose column heads are gone", name),
                                         fmt::format("It stays in {}.", kept_.name)});
            for (const register_row& r : made.rows) out_.baseline[name].push_back(baseline_of(made, r));
            return;
        }
        sheet_merger m(made, *kept, known_of(made, *kept), files_);
        if (name == "Actions") {
            kept_ids_ = m.keep_ids();
            continued_ = m.go_on();
        }
        if (name == "People") m.go_on_with_people(out_.baseline["Actions"]);
        m.merge(out_.baseline[name]);
        edits_.insert(edits_.end(), m.edits.begin(), m.edits.end());
    }

    void keep_ids(register_table& updates) const {
        for (register_row& r : updates.rows) {
            register_cell* id = cell_in(updates, r, "Action ID");
            if (const auto kept = kept_ids_.find(id ? id->text : ""); kept != kept_ids_.end()) *id = words(kept->second);
        }
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
            if (topic == "As at" && !chosen_day_) take_latest_day(entry, *meetings);
        }
    }

    /// The latest of all meetings in the register, new and kept, whose day is not apart from the others; a day that somebody chose once
    /// stays where it is later.
    void take_latest_day(register_cell& as_at, const register_table& meetings) {
        using namespace std::chrono;
        const auto as_date = [](int day) { return year_month_day(sys_days(year{1899} / December / 30) + days(day)); };
        std::set<date> all, sure;
        const std::size_t column = column_named("Date", meetings);
        for (const register_row& r : meetings.rows)
            if (const auto day = column < r.cells.size() ? day_number(r.cells[column].text) : std::nullopt) {
                all.insert(as_date(*day));
                if (r.cells[column].typed) sure.insert(as_date(*day));
            }
        auto latest = range_of(all, sure).last;
        if (latest && *latest < *all.rbegin())
            out_.findings.push_back({"lone-date", severity::warning, {}, {}, fmt::format("{} stands alone, years after the other meetings: it may be misread; the latest that counts is {}", to_string(*all.rbegin()), to_string(*latest)),
                                     "Put the date right in corrections.toml, or say the day with --as-at."});
        if (const auto found = before_.find("About"); found != before_.end())
            for (const baseline_row& r : found->second) {
                const auto chosen = r.at("Topic") == "As at" ? day_number(r.at("Entry")) : std::nullopt;
                if (chosen && all.count(as_date(*chosen)) == 0 && (!latest || *latest < as_date(*chosen))) latest = as_date(*chosen);
            }
        if (!latest) return;
        as_at.text = to_string(*latest);
        as_at.date = *latest;
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
    files_of_meetings files_;
    std::set<std::string> known_conflicts_;
    std::map<std::string, std::string> kept_ids_;
    std::vector<continued_row> continued_;
    std::vector<edit> edits_;
    carried_over out_;
};

}  // namespace

carried_over carry_over(std::vector<register_table>& sheets, const kept_register& kept, bool chosen_day) {
    return carrier(sheets, kept, chosen_day).carry();
}

}  // namespace minutes
