// SPDX-License-Identifier: Apache-2.0
#include "baseline.hpp"

#include "catch.hpp"

namespace {

using namespace minutes;

/// A register whose sheet Baseline has these rows of words, heads first, as a workbook gives it back.
kept_register left(const std::vector<std::vector<std::string>>& rows) {
    kept_register out{"old.xlsx", {{std::string(baseline_name), {}, {}, {}}}};
    for (std::uint32_t r = 0; r < rows.size(); ++r)
        for (std::uint32_t c = 0; c < rows[r].size(); ++c)
            if (!rows[r][c].empty()) out.sheets.back().cells[{r, c}].text = rows[r][c];
    return out;
}

/// What the sheet of this baseline says when it is read back.
baseline written_and_read(const baseline& said) {
    const std::vector<register_table> sheets = {{"Actions", {{"Action", 44}, {"Owner", 19}, {"Due (as written)", 14}}, {}, {}}};
    const baseline_sheet sheet(sheets, &said);
    std::vector<std::vector<std::string>> rows(1);
    for (const register_column& c : sheet.heads().columns) rows.front().push_back(c.name);
    sheet.each_row([&](const register_row& r) {
        rows.emplace_back();
        for (const register_cell& c : r.cells) rows.back().push_back(c.text);
    });
    return read_baseline(left(rows));
}

}  // namespace

TEST_CASE("What nobody knows is told apart from any words that minutes say") {
    const baseline said = {{"Actions",
                            {{"a1", {{"Action", "Mend the gate"}, {"Owner", "(not known)"}}, {}},
                             {"a2", {{"Action", "Paint the shed"}, {"Owner", "(not known) Hal Penrose"}}, {"Due (as written)"}},
                             {"a3", {{"Action", "Cost two lamps"}, {"Owner", "Ines Vole"}}, {"Due (as written)", "Owner"}}}}};
    const baseline read = written_and_read(said);
    REQUIRE(read.count("Actions") == 1);
    REQUIRE(read.at("Actions").size() == 3);
    for (std::size_t r = 0; r < 3; ++r) {
        const baseline_row &was = said.at("Actions")[r], &is = read.at("Actions")[r];
        CAPTURE(was.key);
        CHECK(is.key == was.key);
        CHECK(is.values == was.values);
        CHECK(is.unknown == was.unknown);
    }
}

TEST_CASE("A Baseline that marks its values, as the first registers did, is read too") {
    const baseline read = read_baseline(left({{"Of sheet", "Key", "Action", "Owner", "Item"}, {"Actions", "a1", "Mend the gate", "(not known) Hal Penrose", "(not known)"}}));
    const baseline_row& row = read.at("Actions").front();
    CHECK(row.at("Owner") == "Hal Penrose");
    CHECK(row.at("Item").empty());
    CHECK(row.knows("Action"));
    CHECK(!row.knows("Owner"));
    CHECK(!row.knows("Item"));
}
