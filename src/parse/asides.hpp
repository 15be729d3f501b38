// SPDX-License-Identifier: Apache-2.0
// What the text tells beside its business: who came and went, who declared an interest, when the public was sent out.
// One walk over the blocks when all people and items are known.
#pragma once

#include "closure.hpp"
#include "exempt.hpp"
#include "item_index.hpp"
#include "parser.hpp"

namespace minutes {

/// A sentence of the text, for those who look for asides in it.
struct told_sentence {
    const joined_text& block;
    span where;                  ///< bytes of the block's text
    item* in = nullptr;          ///< the item that it stands in
    bool of_declarations = false;  ///< under a heading about declarations of interest

    [[nodiscard]] std::string_view text() const { return std::string_view(block.text()).substr(where.begin, where.size()); }
    [[nodiscard]] spans source(span s) const { return block.source(where.begin + s.begin, where.begin + s.end); }
    [[nodiscard]] spans source() const { return block.source(where.begin, where.end); }
};

/// Reads movements, declarations and exempt business into the meeting.
void read_asides(parser& p);

// ── movements.cpp ──
/// "Cllr Bell left the meeting at 8.40pm."
void read_movements(parser& p, const told_sentence& s);
/// "(from item 4)" behind a name: when this person came or went.
void read_movement_note(parser& p, person& who, const spans& where);

// ── declarations.cpp ──
void read_declaration(parser& p, const told_sentence& s, const item_index& items);

// ── acceptance.cpp ──
/// The minutes that the item being read is about, until it says that they are approved.
struct earlier_minutes {
    const item* in = nullptr;
    bool named = false;          ///< minutes are what it is about
    bool accepted = false;
    std::vector<spans> dates;    ///< of the meetings whose minutes they are
    spans body;
};
/// "The minutes of the meeting of 3 May were agreed."  `of_heading`: the words are the item's heading, which approves nothing.
void read_acceptance(parser& p, const told_sentence& s, bool of_heading, earlier_minutes& minutes);

// ── exempt.cpp ──
/// The sentences that close and open the meeting to the public, in order.
struct public_notes {
    struct note {
        std::uint32_t at = 0;  ///< where the sentence ends
        spans words;
        std::optional<exclusion_finding> excluded;  ///< empty: the public was let in again
        std::vector<std::string> items;             ///< the numbers that it names
    };
    std::vector<note> all;
    bool hears_public = false;  ///< the meeting was opened to the public, to hear it
    std::vector<std::pair<item*, spans>> own;  ///< items that a sentence in them closes, with its words

    /// Whether the words at byte `at` stand right behind a motion to exclude the public, and may say that it was lost.
    [[nodiscard]] bool awaits_outcome(std::uint32_t at) const {
        constexpr std::uint32_t nearby = 200;  // bytes
        return !all.empty() && all.back().excluded && all.back().excluded->proposed && at >= all.back().at && at - all.back().at < nearby;
    }
};
void note_public(parser& p, const told_sentence& s, public_notes& notes);
/// Marks the items that are exempt by their heading or a note, or because they stand behind a heading, a resolution or the
/// words by which the public part ended, with all below them.
void mark_exempt(parser& p, const item_index& items, const public_notes& notes);

}  // namespace minutes
