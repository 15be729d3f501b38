// SPDX-License-Identifier: Apache-2.0
// Numbers of items that stand alone on the line above their heading: "38/23" / "Apologies for absence".
#include <utility>
#include <vector>

#include "item_numbers.hpp"
#include "layout.hpp"
#include "reference.hpp"
#include "text.hpp"

namespace minutes {

namespace {

struct number_joiner {
    laid_document& laid;
    std::string_view text;
    const lexicon& words;

    std::string_view line(std::size_t i) const {
        const auto& b = laid.blocks[i];
        const bool plain = b.kind == laid_block::kind_type::line && !b.in_cell && b.text.size() == 1 && b.look.part == document_block::part_type::body;
        return plain ? trim(text.substr(b.text.front().begin, b.text.front().size())) : std::string_view{};
    }

    /// Whether a block is nothing but a number, and the next one opens as headings do.
    bool heads_next(std::size_t i) const {
        constexpr std::size_t longest_number = 14, longest_heading = 30;  // bytes; words
        const auto number = line(i);
        if (number.empty() || number.size() > longest_number || !laid.blocks[i].look.mark.empty() || i + 1 >= laid.blocks.size()) return false;
        const auto n = match_number(number, words);
        if (!n || number.find_first_of("0123456789") == number.npos) return false;
        const auto next = line(i + 1);
        return starts_upper(next) && laid.blocks[i + 1].look.mark.empty() && !match_number(next, words) && words_in(next, words, longest_heading + 1).size() <= longest_heading;
    }

    void run() {
        constexpr std::size_t fewest = 3;  // that count on from one to the next
        std::vector<std::size_t> lone;
        std::size_t counted = 0;
        for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
            if (!heads_next(i)) continue;
            counted += !lone.empty() && counts_on(figures_of(line(lone.back()), false), figures_of(line(i), false));
            lone.push_back(i);
        }
        if (counted + 1 < fewest || 4 * (counted + 1) < 3 * lone.size()) return;
        std::size_t kept = 0;  // blocks that stand, moved together in place
        auto next = lone.begin();
        for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
            if (next != lone.end() && *next == i) {
                auto& heading = laid.blocks[i + 1];
                heading.text.insert(heading.text.begin(), laid.blocks[i].text.front());
                heading.blank_before = laid.blocks[i].blank_before;
                ++next;
                continue;
            }
            if (i > kept) laid.blocks[kept] = std::move(laid.blocks[i]);
            ++kept;
        }
        laid.blocks.resize(kept);
    }
};

}  // namespace

void join_lone_numbers(laid_document& laid, std::string_view text, const lexicon& words) { number_joiner{laid, text, words}.run(); }

}  // namespace minutes
