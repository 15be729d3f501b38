// SPDX-License-Identifier: Apache-2.0
// Roll calls behind a decision: lines "Bell – Yes", or "Ayes: Bell, Ash.  Nays: Carr."
#include <algorithm>
#include <array>

#include "parser.hpp"
#include "vote.hpp"

namespace minutes {

namespace {

using kind = laid_block::kind_type;

constexpr std::size_t shortest_roll = 3;  // lines
constexpr std::size_t longest_way = 4;    // blocks between a decision and its roll call

struct roll {
    spans where;
    std::array<int, 4> counts{};  // by ballot
    std::size_t first = 0;        // block
};

void give_votes(decision& d, const roll& r, std::string words) {
    const auto set = [&](traced<int>& into, ballot how) {
        if (into.given()) return;
        into.value = r.counts[static_cast<std::size_t>(how)];
        into.spans = r.where;
        into.basis = basis::derived;
        into.rule = "roll-call-counted";
    };
    if (d.vote.roll.given()) return;
    d.vote.roll = stated(std::move(words), r.where, "roll-call");
    set(d.vote.for_, ballot::in_favour);
    set(d.vote.against, ballot::against);
    if (r.counts[static_cast<std::size_t>(ballot::abstained)] > 0) set(d.vote.abstain, ballot::abstained);
}

struct roll_finder {
    parser& p;

    /// The block that holds byte `at`.
    std::size_t block_of(std::uint32_t at) const {
        const auto& blocks = p.laid.blocks;
        const auto it = std::upper_bound(blocks.begin(), blocks.end(), at, [](std::uint32_t a, const laid_block& b) { return !b.text.empty() && a < b.text.front().begin; });
        return it == blocks.begin() ? 0 : static_cast<std::size_t>(it - blocks.begin()) - 1;
    }

    decision* voted_on(const roll& r) {
        // "Ayes: Bell, Ash.  Nays: none.  Motion carried."
        for (auto& d : p.m.decisions)
            if (!d.text.spans.empty() && d.text.spans.front().begin > r.where.front().begin && block_of(d.text.spans.front().begin) == r.first) return &d;
        decision* found = nullptr;
        for (auto& d : p.m.decisions)
            if (!d.text.spans.empty() && d.text.spans.front().begin < r.where.front().begin && (!found || d.text.spans.front().begin > found->text.spans.front().begin)) found = &d;
        if (!found) return nullptr;
        return block_of(found->text.spans.back().begin) + longest_way >= r.first ? found : nullptr;
    }

    void take(const roll& r) {
        if (decision* d = voted_on(r)) give_votes(*d, r, p.words_at(r.where));
    }

    void find() {
        roll open;
        const auto close = [&] {
            if (open.where.size() >= shortest_roll) take(open);
            open = {};
        };
        for (std::size_t i = 0; i < p.laid.blocks.size(); ++i) {
            const auto& b = p.laid.blocks[i];
            if (b.kind == kind::furniture) continue;
            const auto text = b.kind == kind::line ? p.words_at(b.text) : std::string{};
            if (const auto how = match_roll_line(text, p.words)) {
                if (open.where.empty()) open.first = i;
                open.where.insert(open.where.end(), b.text.begin(), b.text.end());
                ++open.counts[static_cast<std::size_t>(*how)];
                continue;
            }
            close();
            const auto lists = match_roll_lists(text, p.words);
            if (lists.empty()) continue;
            const auto j = p.join(b.text);
            roll r;
            r.first = i;
            r.where = j.source(lists.front().where.begin, lists.back().where.end);
            for (const auto& l : lists) r.counts[static_cast<std::size_t>(l.how)] += l.count;
            take(r);
        }
        close();
    }
};

}  // namespace

void parser::find_roll_calls() {
    if (!m.decisions.empty()) roll_finder{*this}.find();
}

}  // namespace minutes
