// SPDX-License-Identifier: Apache-2.0
#include "part_meetings.hpp"

#include <algorithm>

#include "attendance_label.hpp"
#include "date.hpp"
#include "joined_text.hpp"
#include "label.hpp"
#include "phrase.hpp"
#include "reference.hpp"
#include "roster.hpp"

namespace minutes {

namespace {

using list = word_list;
using kind = laid_block::kind_type;

constexpr std::size_t longest_head = 10;      // blocks from the title to the people
constexpr std::size_t date_within = 5;        // blocks from the title to the date
constexpr std::size_t shortest_meeting = 10;  // blocks before a second head
constexpr std::size_t close_within = 12;      // blocks between the close of one and the head of the next
constexpr std::size_t longest_title = 24;     // words

struct meeting_finder {
    const document& d;
    const laid_document& laid;
    const lexicon& words;

    joined_words text_of(std::size_t i) const { return {d.text->text, laid.blocks[i].text}; }
    bool is_line(std::size_t i) const { return laid.blocks[i].kind == kind::line && !laid.blocks[i].in_cell; }

    /// "Minutes of the Annual Meeting of …": a line that names a meeting and is no item, no agenda, no other meeting.
    bool names_meeting(std::string_view text) const {
        const auto all = words_in(text, words, longest_title + 1);
        if (all.size() < 2 || all.size() > longest_title || !all[0].capital) return false;
        const auto n = number_at(text, words);
        if (n && n->marked) return false;
        const auto l = label_at(text, words);
        if (l && (l->is(label::agenda) || l->is(label::next_meeting) || l->is(label::previous_minutes) || l->is(label::matters_arising) || l->is(label::closing))) return false;
        bool meeting = l && l->is(label::meeting), noun = false;
        for (const auto& w : all) {
            if (words.has_any({list::next_words, list::past_words}, w)) return false;
            if (!w.capital && words.has(list::verbs, w) && !words.has(list::held_words, w)) return false;
            meeting |= words.is_label(w, label::meeting);
            noun |= words.has(list::meeting_nouns, w);
        }
        return meeting && noun && all.back().after != '.';
    }

    bool has_date(std::size_t i) const {
        const auto text = text_of(i);
        if (words_in(text, words, 26).size() > 25) return false;
        const auto dates = find_dates(text, words);
        return std::any_of(dates.begin(), dates.end(), [](const date_finding& f) { return f.year.has_value(); });
    }

    /// Whether a list of people who were present starts here.
    bool lists_people(std::size_t i) const {
        const auto text = text_of(i);
        const auto l = attendance_label_at(text, words);
        if (!l || !l->sure || l->how != attendance::present || !(l->marked || l->whole || l->linked)) return false;
        std::size_t people = l->whole ? 0 : match_roster(std::string_view(text).substr(l->rest), words).size();
        for (std::size_t k = i + 1; people < 2 && k < laid.blocks.size() && k < i + 4; ++k) people += match_roster(text_of(k), words).size();
        return people >= 2;
    }

    bool closes(std::size_t i) const {
        const auto text = text_of(i);
        const auto all = words_in(text, words);
        if (phrase_length(all, 0, list::signature_words, words) > 0) return true;
        if (const auto l = label_at(text, words); l && l->is(label::closing)) return true;
        const bool meeting = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.is_label(w, label::meeting); });
        return meeting && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::closing_words, w); });
    }

    bool is_head(std::size_t i) const {
        if (!is_line(i) || !names_meeting(text_of(i))) return false;
        bool date = false;
        for (std::size_t k = i; k < laid.blocks.size() && k <= i + longest_head; ++k) {
            if (laid.blocks[k].kind == kind::furniture) continue;
            if (!is_line(k)) return false;
            const auto text = text_of(k);
            if (const auto l = label_at(text, words); k > i && l && l->is(label::agenda)) return false;
            date |= k <= i + date_within && has_date(k);
            if (date && lists_people(k)) return true;
        }
        return false;
    }

    /// Whether any line behind the first meeting's names another; of most documents none does.
    bool may_hold_several() const {
        for (std::size_t i = shortest_meeting; i < laid.blocks.size(); ++i)
            if (is_line(i) && names_meeting(text_of(i))) return true;
        return false;
    }

    std::vector<std::uint32_t> find() const {
        std::vector<std::uint32_t> out;
        if (!may_hold_several()) return out;
        std::size_t from = 0, closed = 0;
        bool people = false;
        for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
            if (laid.blocks[i].text.empty() || laid.blocks[i].kind == kind::furniture) continue;
            const bool far = i >= from + shortest_meeting && people && closed > from && i <= closed + close_within;
            if (far && is_head(i)) {
                out.push_back(laid.blocks[i].text.front().begin);
                from = closed = i;
                people = false;
            }
            if (!is_line(i)) continue;
            people = people || lists_people(i);
            if (i > from && closes(i)) closed = i;
        }
        return out;
    }
};

// ── cutting ──

spans within(const spans& all, span part) {
    spans out;
    for (const span s : all)
        if (const span cut{std::max(s.begin, part.begin), std::min(s.end, part.end)}; cut.begin < cut.end) out.push_back({cut.begin - part.begin, cut.end - part.begin});
    return out;
}

/// The text of one part; each of its lines says where it stands in the file.
source_text text_within(const source_text& source, span part) {
    source_text out;
    out.text = source.text.substr(part.begin, part.size());
    out.line_starts.push_back(0);
    if (const auto* o = origin_of(source, part.begin)) {
        out.origins.push_back(*o);
        out.origins.back().at = 0;
    }
    for (std::size_t k = 0; k < source.line_starts.size(); ++k) {
        const auto start = source.line_starts[k];
        if (start < part.begin || start >= part.end) continue;
        if (start > part.begin) out.line_starts.push_back(start - part.begin);
        if (!source.origins.empty()) continue;
        source_text::origin here;
        here.at = start - part.begin;
        here.line = static_cast<std::uint32_t>(k + 1);
        here.column = 1;
        out.origins.push_back(here);
    }
    for (auto o : source.origins) {
        if (o.at <= part.begin || o.at >= part.end) continue;
        o.at -= part.begin;
        out.origins.push_back(o);
    }
    for (auto e : source.edits) {
        if (e.at < part.begin || e.at >= part.end) continue;
        e.at -= part.begin;
        out.edits.push_back(e);
    }
    return out;
}

document document_within(const document& d, span part) {
    document out;
    out.source = d.source;
    out.text = std::make_shared<const source_text>(text_within(*d.text, part));
    out.tables = d.tables;
    out.cells = d.cells;
    out.bold = within(d.bold, part);
    out.struck = within(d.struck, part);
    for (auto b : d.blocks) {
        if (b.text.begin < part.begin || b.text.begin >= part.end || (b.text.empty() && b.text.begin == part.begin)) continue;
        for (span* s : {&b.text, &b.mark})
            if (!s->empty() || s == &b.text) *s = {s->begin - part.begin, s->end - part.begin};
        out.blocks.push_back(b);
    }
    return out;
}

}  // namespace

std::vector<std::uint32_t> find_meetings(const document& d, const laid_document& laid, const lexicon& words) { return meeting_finder{d, laid, words}.find(); }

std::vector<document> part_document(const document& d, const std::vector<std::uint32_t>& starts) {
    std::vector<document> out;
    std::uint32_t from = 0;
    const auto add = [&](std::uint32_t to) {
        out.push_back(document_within(d, {from, to}));
        from = to;
    };
    for (const auto at : starts) {
        // Marks before the head on its line are its own.
        const auto line = d.text->text.rfind('\n', at);
        add(line == std::string::npos ? at : static_cast<std::uint32_t>(line + 1));
    }
    add(static_cast<std::uint32_t>(d.text->text.size()));
    out.front().metadata = d.metadata;
    return out;
}

}  // namespace minutes
