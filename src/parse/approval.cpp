// SPDX-License-Identifier: Apache-2.0
// Whether the minutes are a draft or were approved, as their head, their foot and their page heads say.
#include <algorithm>

#include "approval.hpp"
#include "date.hpp"
#include "parser.hpp"

namespace minutes {

namespace {

constexpr std::size_t foot = 12;  // blocks behind which the business cannot stand

struct approval_weigher {
    parser& p;
    std::optional<minutes_status> status{};
    spans words{};
    const char* rule = "";

    /// An approval outranks the word "draft", which stays from before it; else what stands first counts.
    void take(const std::optional<approval_finding>& f, const joined_text& j) {
        if (!f || (status && !(*status == minutes_status::draft && f->status == minutes_status::approved))) return;
        status = f->status;
        words = j.source(f->words.begin, f->words.end);
        rule = f->rule;
    }
};

}  // namespace

void parser::read_approval(std::size_t body) {
    approval_weigher w{*this};
    const std::size_t behind = laid.blocks.size() > foot ? std::max(body, laid.blocks.size() - foot) : body;
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        const bool running = b.kind == laid_block::kind_type::furniture;
        if (!running && i >= body && i < behind) continue;
        const auto j = join(b.text);
        if (i < body || running) w.take(match_approval_at_head(j.text(), words), j);
        if (i < behind) continue;
        w.take(match_approval_at_foot(j.text(), words), j);
        // "Signed: J. Smith" and the date below it
        if (const auto own = words_in(j.text(), words); !own.empty() && !words.has(word_list::signature_words, own[0]) && !words.begins(word_list::signature_words, own[0])) continue;
        if (i + 1 == laid.blocks.size() || laid.blocks[i + 1].kind == laid_block::kind_type::furniture) continue;
        auto both = b.text;
        both.insert(both.end(), laid.blocks[i + 1].text.begin(), laid.blocks[i + 1].text.end());
        const auto signed_below = join(both);
        if (const auto f = match_approval_at_foot(signed_below.text(), words); f && f->rule == std::string_view("minutes-signed")) w.take(f, signed_below);
    }
    if (!w.status) return;
    m.status.value = w.status;
    m.status.spans = w.words;
    m.status.rule = w.rule;
}

bool parser::tells_status_at_foot(const joined_text& j) const {
    if (at_block + foot < laid.blocks.size()) return false;
    const std::string_view t = j.text();
    const auto f = match_approval_at_foot(t, words);
    const auto dates = f ? find_dates(t, words) : std::vector<date_finding>{};
    if (dates.empty()) return false;
    // "Approved on 3 May 2025", but not "Approved the budget for the fair on 3 May 2025".
    const auto said = words_in(t.substr(0, dates.front().begin), words);
    constexpr std::size_t longest_way = 1, longest_rest = 2;  // words
    std::size_t k = said.size();
    while (k > 0 && said.size() - k <= longest_way && !words.has(word_list::approval_words, said[k - 1])) --k;
    return k > 0 && said.size() - k <= longest_way && words_in(t.substr(dates.back().end), words).size() <= longest_rest;
}

}  // namespace minutes
