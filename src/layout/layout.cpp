// SPDX-License-Identifier: Apache-2.0
#include "layout.hpp"

#include "pasted_text.hpp"

namespace minutes {

std::optional<std::size_t> laid_table::find(column which) const {
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (columns[c] == which) return c;
    return {};
}

laid_document lay_out(const document& d, const lexicon& words) {
    if (is_pasted_text(d)) return lay_out(with_lines(d), words);  // its lines are no paragraphs any more
    auto laid = find_columns(d, find_furniture(d, words), words);
    join_lone_numbers(laid, d.text->text, words);
    join_lines(laid, d, words);
    set_log_marks_apart(laid, d.text->text);
    settle_columns(laid, d.text->text, words);
    mend_rows(laid, d.text->text, words);
    return laid;
}

}  // namespace minutes
