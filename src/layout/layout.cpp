// SPDX-License-Identifier: Apache-2.0
#include "layout.hpp"

namespace minutes {

std::optional<std::size_t> laid_table::find(column which) const {
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (columns[c] == which) return c;
    return {};
}

laid_document lay_out(const document& d, const lexicon& words) {
    auto laid = find_columns(d, find_furniture(d, words), words);
    join_lines(laid, *d.text, words);
    settle_columns(laid, d.text->text, words);
    mend_rows(laid, d.text->text, words);
    return laid;
}

}  // namespace minutes
