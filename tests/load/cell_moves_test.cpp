// SPDX-License-Identifier: Apache-2.0
#include "cell_moves.hpp"

#include "catch.hpp"
#include "formula_references.hpp"

namespace {

using namespace minutes;

/// A sheet with two lines over its heads in row 3, and rows 4, 5 and 7 below them (row 6 is empty), in columns A to C.
/// After the update column C comes first and a new column stands between A and B; a new row stands third.
struct moved_sheet {
    kept_sheet sheet{"Actions", {}, {}, {}};
    kept_table kept;
    std::vector<merged_column> columns = {{0, 2}, {1, 0}, {2, {}}, {3, 1}};
    cell_moves moves{kept, columns};

    moved_sheet() {
        kept.sheet = &sheet;
        kept.head_row = 2;
        kept.heads = {"Ref", "Action", "Owner"};
        kept.above = {{0, {}}, {1, {}}};
        kept.rows = {{3, {}}, {4, {}}, {6, {}}};
        moves.add_kept(3);
        moves.add_kept(4);
        moves.add_new();
        moves.add_kept(6);
    }

    std::string after(cell_place at) const { return cell_name(moves.after(at)); }
};

register_cell with_formula(const std::string& formula) {
    register_cell c;
    c.typed = std::make_shared<kept_cell>(kept_cell{.kind = kept_cell::kind_type::number, .text = "1", .number = 1, .formula = formula});
    return c;
}

}  // namespace

TEST_CASE("Cells are found again where their rows and columns went") {
    const moved_sheet s;
    CHECK(s.after({0, 0}) == "B1");   // over the heads
    CHECK(s.after({2, 2}) == "A3");   // a head
    CHECK(s.after({4, 0}) == "B5");
    CHECK(s.after({3, 1}) == "D4");
    CHECK(s.after({6, 2}) == "A7");
    CHECK(s.after({7, 0}) == "B8");   // below the table
    CHECK(s.after({9, 30}) == "AE10");
}

TEST_CASE("Formulas refer to the same cells as before, over the heads too") {
    const moved_sheet s;
    register_table t{"Actions", {}, {}, {}};
    t.rows.push_back({"", {with_formula("A4&C5"), {}, with_formula("SUM(B4:B7)")}});
    t.above.push_back({"", {with_formula("COUNTA($A$4:$A$7)-Meetings!A4")}});
    s.moves.move_formulas(t);
    CHECK(t.rows[0].cells[0].typed->formula == "B4&A5");
    CHECK(t.rows[0].cells[2].typed->formula == "SUM(D4:D7)");
    CHECK(t.above[0].cells[0].typed->formula == "COUNTA($B$4:$B$7)-Meetings!A4");
}
