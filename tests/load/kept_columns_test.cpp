// SPDX-License-Identifier: Apache-2.0
#include "kept_columns.hpp"

#include "catch.hpp"

namespace {

using namespace minutes;

/// A sheet with these heads and rows of words, as somebody left it.
struct left_sheet {
    kept_sheet sheet{"Actions", {}, {}, {}};
    kept_table kept;

    left_sheet(std::vector<std::string> heads, const std::vector<std::vector<std::string>>& rows) {
        kept.sheet = &sheet;
        kept.heads = std::move(heads);
        for (std::uint32_t r = 0; r < rows.size(); ++r) {
            kept.rows.push_back({r + 1, {}});
            for (std::uint32_t c = 0; c < rows[r].size(); ++c) {
                sheet.cells[{r + 1, c}].text = rows[r][c];
                kept.rows.back().cells.push_back(rows[r][c].empty() ? nullptr : &sheet.cells[{r + 1, c}]);
            }
        }
    }

    /// The heads in their new order; ours that people call otherwise as "ours=theirs".
    std::vector<std::string> merged(const std::vector<std::string>& ours, const std::vector<baseline_row>& base) const {
        register_table made{"Actions", {}, {}, {}};
        for (const std::string& name : ours) made.columns.push_back({name, 10});
        row_matches rows;
        for (std::size_t r = 0; r < kept.rows.size(); ++r) rows.push_back(r < base.size() ? std::optional(r) : std::nullopt);
        std::vector<std::string> out;
        for (const merged_column& c : merge_columns(made, kept, base, rows)) {
            const std::string own = c.ours ? ours[*c.ours] : "", theirs = c.kept ? kept.heads[*c.kept] : "";
            out.push_back(own.empty() || own == theirs ? theirs : theirs.empty() ? "+" + own : own + "=" + theirs);
        }
        return out;
    }
};

using heads = std::vector<std::string>;

const std::vector<baseline_row> base = {{"1", {{"Ref", "1"}, {"Item", "Slip"}, {"Owner", "AB"}}}, {"2", {{"Ref", "2"}, {"Item", "Quay"}, {"Owner", "CD"}}}};

}  // namespace

TEST_CASE("People's order stays, and so do the columns that they added") {
    const left_sheet s({"Owner", "Own", "Ref", "Item"}, {{"AB", "mine", "1", "Slip"}, {"CD", "", "2", "Quay"}});
    CHECK(s.merged({"Ref", "Item", "Owner"}, base) == heads{"Owner", "Own", "Ref", "Item"});
}

TEST_CASE("A renamed column is known by what it says, a deleted one comes back behind its neighbour") {
    const left_sheet s({"Number", "Topic"}, {{"1", "Slip"}, {"2", "Quay"}});
    CHECK(s.merged({"Ref", "Item", "Owner"}, base) == heads{"Ref=Number", "Item=Topic", "+Owner"});
}

TEST_CASE("A column that is no longer asked for goes, unless somebody typed into it") {
    CHECK(left_sheet({"Ref", "Item"}, {{"1", "Slip"}, {"2", "Quay"}}).merged({"Ref"}, base) == heads{"Ref"});
    CHECK(left_sheet({"Ref", "Item"}, {{"1", "Slip"}, {"2", "typed"}}).merged({"Ref"}, base) == heads{"Ref", "Item"});
}

TEST_CASE("Without a baseline every column may have been typed, and stays") {
    const left_sheet s({"Ref", "Own", "Topic"}, {{"1", "mine", "Slip"}, {"2", "", "Quay"}});
    const std::vector<baseline_row> as_left = {{"1", {{"Ref", "1"}}, {"Ref", "Topic"}}, {"2", {{"Ref", "2"}}, {"Ref", "Topic"}}};
    CHECK(s.merged({"Ref", "Item"}, as_left) == heads{"Ref", "+Item", "Own", "Topic"});
    const std::vector<baseline_row> not_known = {{"1", {{"Ref", "1"}, {"Topic", "Slip"}}, {"Topic"}}, {"2", {{"Ref", "2"}, {"Topic", "Quay"}}, {"Topic"}}};
    CHECK(s.merged({"Ref"}, not_known) == heads{"Ref", "Own", "Topic"});
}
