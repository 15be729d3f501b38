// SPDX-License-Identifier: Apache-2.0
// People in a table under or beside labels: "Present:" left of their names or above them, in a cell of its own or in theirs;
// what they are stands behind the name, in a paragraph below it, or level with it in the cell to the right.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "cell_grid.hpp"
#include "parser.hpp"

namespace minutes {

/// What a label says of those whom it stands above or beside.
struct people_label {
    attendance how;
    spans where;
};

/// Gives somebody the role and body that a text names, as far as neither is known.
void describe_person(parser& p, person& who, const spans& where);

/// "Ann Bell | AB": the initials in a cell beside the name, if the name forms them; whether it does.
bool take_initials_of(parser& p, person& who, const spans& where);

/// The label that the whole of a cell's paragraph is.
[[nodiscard]] std::optional<attendance_label> label_of_cell(const parser& p, const cell_paragraph& c);

/// 3: a text opens with what can hardly be anything but a person's name, whatever stands behind it; 2: it looks like one.
[[nodiscard]] int opens_with_name(std::string_view text, const lexicon& words);

class people_cells {
public:
    people_cells(parser& reader, const cell_grid& grid);

    /// Adds the people of all cells. `outside`: the label above the table.
    void read(const std::optional<people_label>& outside);

private:
    using iterator = cell_grid::iterator;

    /// Somebody named in the row that is read.
    struct placed_person {
        std::size_t column = 0;
        int level = 0;
        std::optional<std::size_t> person{};  ///< index into meeting::people; none when she was known already
    };

    // ── what the table is like ──
    [[nodiscard]] std::string text_of(const cell_paragraph& c) const { return p_.words_at(c.where); }
    [[nodiscard]] bool in_first_row(const cell_paragraph& c) const { return c.row == g_.cells.front().row; }
    [[nodiscard]] std::set<std::size_t> columns_of_names() const;
    [[nodiscard]] std::set<std::size_t> columns_beside_people() const;
    [[nodiscard]] std::set<std::size_t> columns_that_describe() const;
    [[nodiscard]] bool describes_people() const;
    [[nodiscard]] std::map<std::size_t, std::size_t> last_people() const;

    // ── reading ──
    void read_cell(iterator first, iterator last);
    void read_paragraph(const cell_paragraph& c, iterator next, iterator last, roster_shape shape);
    bool read_as_column(const cell_paragraph& c);
    bool describe_row(iterator first, iterator last);
    bool describe_above(const cell_paragraph& c, std::string_view text);
    void read_label(const cell_paragraph& c, const attendance_label& l, bool heads_cell);
    [[nodiscard]] bool heads_part(std::string_view text) const;
    bool read_group_head(const cell_paragraph& c, std::string_view text);
    [[nodiscard]] const people_label* label_for(const cell_paragraph& c, std::string_view text);
    [[nodiscard]] const people_label* nearest(std::size_t column) const;
    [[nodiscard]] bool is_lone_beside_label(const cell_paragraph& c) const;
    [[nodiscard]] bool ends_in_body(std::string_view t) const;
    [[nodiscard]] bool row_has_people_beside(const cell_paragraph& label) const;
    [[nodiscard]] bool names_several(std::string_view text) const;
    [[nodiscard]] bool is_acronym_alone(std::string_view text) const;
    void describe_last(const cell_paragraph& c);

    parser& p_;
    const cell_grid& g_;
    std::map<std::size_t, people_label> heads_{};                        ///< by column
    std::optional<std::pair<std::size_t, people_label>> beside_{};       ///< a row's own label
    std::optional<people_label> own_{};                                  ///< the label at the head of the cell that is read
    const cell_paragraph* named_ = nullptr;                                   ///< the cell whose paragraph before was a person's name
    std::vector<placed_person> row_people_{};
    std::size_t row_ = 0;
    std::map<std::size_t, std::size_t> people_end_;
    std::set<std::size_t> names_, bodies_, describing_;
    bool described_;
};

}  // namespace minutes
