// SPDX-License-Identifier: Apache-2.0
#include "task_field.hpp"

#include "task_text.hpp"

namespace minutes {

namespace {

/// The field that a label names, when it is one of a task.
std::optional<column> field_named(std::string_view phrase, const lexicon& words, bool with_task) {
    for (const column c : words.columns(phrase))
        if (c == column::owner || c == column::due || c == column::status || (with_task && c == column::action)) return c;
    return {};
}

}  // namespace

std::vector<task_field> task_fields_in(std::string_view text, const lexicon& words, bool with_task) {
    constexpr std::size_t longest_label = 3;  // words
    std::vector<task_field> out;
    const auto all = words_in(text, words);
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (!all[k].capital) continue;
        std::string phrase;
        for (std::size_t n = k; n < all.size() && n < k + longest_label; ++n) {
            phrase += (n > k ? " " : "") + all[n].folded;
            if (all[n].after && all[n].after != ':') break;
            if (all[n].after != ':') continue;
            // French sets a blank before its colon.
            const auto colon = text.find(':', all[n].end);
            // A single word in the middle of a line may be a name or a heading: it must open the text, its line or a clause.
            const bool opens = k == 0 || all[k - 1].after == '\n' || all[k - 1].after == ';' || all[k - 1].ends_sentence() || n > k || !out.empty();
            if (const auto c = field_named(phrase, words, with_task); c && opens) {
                if (!out.empty()) out.back().end = all[k].begin;
                out.push_back({*c, all[k].begin, skip_gap(text, colon), text.size()});
            }
            break;
        }
    }
    return out;
}

}  // namespace minutes
