// SPDX-License-Identifier: Apache-2.0
#include "owner_lines.hpp"

#include <algorithm>

#include "task_owners.hpp"

namespace minutes {

namespace {

using kind = laid_block::kind_type;

bool is_sentence_at(const parser& p, std::size_t block) {
    constexpr std::size_t fewest = 3;  // words
    const auto& b = p.laid.blocks[block];
    if (b.kind != kind::line || p.heads.at(block)) return false;
    const auto text = p.words_at(b.text);
    return text.ends_with('.') && words_in(text, p.words, fewest).size() == fewest;
}

}  // namespace

bool looks_like_owner_line(const parser& p, std::size_t block, bool initials) {
    constexpr std::size_t longest = 40;  // bytes
    if (block == 0 || block >= p.laid.blocks.size()) return false;
    const auto& b = p.laid.blocks[block];
    if (b.kind != kind::line || b.in_cell || !b.look.mark.empty() || b.look.depth > 0 || (b.blank_before > 0 && !b.look.bold)) return false;
    const auto text = p.words_at(b.text);
    if (text.size() > longest || text.ends_with(':') || !is_owners_only(text, p.words) || !are_certain_owners(text, p.words, p.known)) return false;
    const auto owners = owners_in(text, p.words);
    const auto known = [&](span s) { return p.known.initials.count(fold(std::string_view(text).substr(s.begin, s.size()))) > 0; };
    if (initials && !std::all_of(owners.begin(), owners.end(), known)) return false;
    if (!is_sentence_at(p, block - 1)) return false;
    // "TA" above a list heads it.
    if (block + 1 == p.laid.blocks.size()) return true;
    const auto& below = p.laid.blocks[block + 1];
    return below.kind != kind::line || (below.look.mark.empty() && below.look.depth == 0 && below.blank_before > 0) || p.heads.at(block + 1);
}

std::string_view without_to(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    if (all.size() < 2 || !words.has(word_list::infinitive_marks, all.back())) return text;
    return text.substr(0, all[all.size() - 2].end);
}

}  // namespace minutes
