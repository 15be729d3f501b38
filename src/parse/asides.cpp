// SPDX-License-Identifier: Apache-2.0
#include "asides.hpp"

#include <algorithm>

#include "phrase.hpp"

namespace minutes {

namespace {

using list = word_list;
using kind = laid_block::kind_type;

bool is_of_declarations(const item* it, const lexicon& words) {
    if (!it || !it->heading.value) return false;
    const auto l = label_at(*it->heading.value, words);
    if (l && l->is(label::declarations)) return true;
    // "To receive declarations of interest"
    const auto all = words_in(*it->heading.value, words);
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.is_label(w, label::declarations); });
}

struct aside_reader {
    parser& p;
    item_index items{p.m};
    public_notes notes{};
    earlier_minutes minutes{};
    const item* last_item = nullptr;
    bool last_declares = false;

    /// Whether a word can belong to somebody's coming and going, or to a declaration.
    bool is_telling(const word& w) const {
        static const word_kinds telling = [] {
            word_kinds all;
            for (const list l : {list::arrival_words, list::departure_words, list::return_words, list::declaring_words}) all.set(static_cast<std::size_t>(l));
            return all;
        }();
        const word_entry& own = w.entry ? *w.entry : p.words.entry(w.folded);
        return (own.kinds & telling).any();
    }

    /// Whether the public or a session is named from word i on.
    bool names_session(const word_run& all, std::size_t i) const {
        for (const list l : {list::public_words, list::exempt_marks, list::exempt_parts, list::public_parts, list::open_session_marks, list::regular_sessions, list::reopening_phrases})
            if (p.words.has(l, all[i]) || (p.words.begins(l, all[i]) && phrase_length(all, i, l, p.words) > 0)) return true;
        return false;
    }

    /// Whether any word of the text tells something, in the way that `tells` asks for.
    template <class Tells>
    bool any_word(std::string_view text, Tells tells) const {
        constexpr std::size_t at_once = 500;  // words of a long text, which are not kept
        while (!text.empty()) {
            const auto some = words_in(text, p.words, at_once);
            if (some.empty()) return false;
            for (std::size_t i = 0; i < some.size(); ++i)
                if (tells(some, i)) return true;
            text.remove_prefix(some.back().end);
        }
        return false;
    }
    bool may_tell(std::string_view text) const {
        return any_word(text, [this](const word_run& all, std::size_t i) { return is_telling(all[i]); });
    }
    bool may_close(std::string_view text) const {
        return any_word(text, [this](const word_run& all, std::size_t i) { return names_session(all, i); });
    }

    bool declares(const item* it) {
        if (it != last_item) {
            last_item = it;
            last_declares = is_of_declarations(it, p.words);
        }
        return last_declares;
    }

    void read(const spans& where) {
        if (where.empty()) return;
        const auto j = p.join(where);
        item* const in = items.at(where.front().begin);
        const bool heading = in && !in->heading.spans.empty() && where.front().begin <= in->heading.spans.front().begin;
        const bool of_declarations = declares(in);
        read_acceptances(j, in, heading ? in->heading.spans.back().end : 0);
        const bool told_of_people = of_declarations || may_tell(j.text()), closed = may_close(j.text()) || notes.awaits_outcome(where.front().begin);
        if (!told_of_people && !closed) return;
        // What stands behind the heading on its line is the item's, the heading itself is not.
        const std::uint32_t heading_end = heading ? in->heading.spans.back().end : 0;
        for (const span s : sentences_in(j.text(), p.words)) {
            told_sentence told{j, s, in, of_declarations};
            const auto source = told.source();
            if (source.empty()) continue;
            told.of_declarations &= source.front().begin >= heading_end;
            if (told_of_people) {
                read_movements(p, told);
                read_declaration(p, told, items);
            }
            if (closed) note_public(p, told, notes);
        }
    }

    void read_acceptances(const joined_text& j, item* in, std::uint32_t heading_end) {
        if (in != minutes.in) minutes = {in, {}, {}, {}, {}};
        if (minutes.accepted || !(minutes.named || heading_end || may_accept(j.text()))) return;
        const bool named_above = minutes.named;
        for (const span s : sentences_in(j.text(), p.words)) {
            const told_sentence told{j, s, in, false};
            const auto source = told.source();
            if (!source.empty()) read_acceptance(p, told, source.back().end <= heading_end, minutes);
        }
        // Outside items nothing says how far a name reaches: to the next block.
        if (!in && named_above) minutes = {};
    }

    /// Whether the text may name minutes.
    bool may_accept(std::string_view text) const {
        for (const word& w : words_in(text, p.words))
            if (p.words.has(list::record_nouns, w) && p.words.is_label(w.folded, label::meeting)) return true;
        return false;
    }

    void read_all() {
        const auto& blocks = p.laid.blocks;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const auto& b = blocks[i];
            if (b.kind == kind::furniture || b.kind == kind::header) continue;
            if (b.kind == kind::row) {
                for (const auto& cell : b.cells) read(cell);
                read(b.stray);
                continue;
            }
            spans where = b.text;
            // The cells of one row say one thing: "Cllr Bell | item 7 | member of the club".
            while (b.in_cell && i + 1 < blocks.size() && blocks[i + 1].in_cell && blocks[i + 1].table == b.table && blocks[i + 1].row == b.row && declares(items.at(b.text.front().begin))) {
                ++i;
                where.insert(where.end(), blocks[i].text.begin(), blocks[i].text.end());
            }
            read(where);
        }
        mark_exempt(p, items, notes);
    }
};

}  // namespace

void read_asides(parser& p) { aside_reader{p}.read_all(); }

}  // namespace minutes
