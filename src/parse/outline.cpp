// SPDX-License-Identifier: Apache-2.0
#include "outline.hpp"

#include <algorithm>
#include <unordered_map>

#include "item_numbers.hpp"
#include "joined_text.hpp"
#include "marks.hpp"
#include "outline_finder.hpp"
#include "person.hpp"

namespace minutes {

using kind = laid_block::kind_type;

bool outline_finder::is_line(std::size_t i) const { return laid.blocks[i].kind == kind::line && laid.blocks[i].look.part == document_block::part_type::body && !lines[i].empty(); }

std::size_t outline_finder::next(std::size_t i) const {
    for (++i; i < laid.blocks.size() && laid.blocks[i].kind == kind::furniture; ++i) {}
    return i;
}

std::size_t outline_finder::behind(std::string_view t, std::size_t at) {
    for (;;) {
        if (at < t.size() && (t[at] == ' ' || t[at] == ':' || t[at] == '\t' || t[at] == '.' || t[at] == '-')) ++at;
        else if (at < t.size() && (t.substr(at).starts_with("\u2013") || t.substr(at).starts_with("\u2014"))) at += 3;
        else return at;
    }
}

bool outline_finder::opens_with_label(std::size_t i) const {
    const auto l = label_at(lines[i], words);
    return l && (l->marked || l->whole);
}

bool outline_finder::is_plain(std::size_t i) const {
    const auto& l = laid.blocks[i].look;
    constexpr std::size_t shortest = 5;  // words
    return is_line(i) && l.depth == 0 && l.mark.empty() && l.heading == 0 && !lines[i].starts_with('#') && words_in(lines[i], words, shortest).size() == shortest && !opens_with_label(i) && !lines[i].ends_with(':');
}

bool outline_finder::is_text(std::size_t below) const {
    const auto& l = laid.blocks[below].look;
    return is_plain(below) || (is_line(below) && l.depth <= 1 && l.mark.empty() && l.heading == 0 && ends_sentence(lines[below]));  // of the bullet, too
}

std::size_t outline_finder::bold_lead_end(std::size_t i) const {
    const auto& b = laid.blocks[i];
    if (b.look.bold_end <= b.text.front().begin) return 0;
    return std::min<std::size_t>(b.look.bold_end - b.text.front().begin, lines[i].size());
}

void outline_finder::gather_lines() {
    for (const auto& b : laid.blocks) lines.emplace_back(text, b.kind == kind::line ? b.text : spans{});
    for (const auto& b : laid.blocks)
        if (b.in_cell) row_cells[{b.table, b.row}].insert(b.column);
}

void outline_finder::find_counted() {
    counted.assign(laid.blocks.size(), false);
    small_romans = std::any_of(lines.begin(), lines.end(), is_second_small_roman);
    struct run {
        std::size_t block;
        std::vector<int> figures, as_roman;
    };
    std::map<std::string, run> last;
    std::map<std::string, std::vector<std::size_t>> codes;  // lines by the shape of their codes
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        if (!is_line(i)) continue;
        const std::string_view line = lines[i];
        const auto n = number_at(line, words);
        if (!n || n->rest >= line.size() || !(n->marked ? small_entry[i] || opens_heading(line.substr(n->rest)) : starts_upper(line.substr(n->rest)))) continue;
        const auto number = line.substr(n->begin, n->end - n->begin);
        run now{i, figures_of(number, false), figures_of(number, true)};
        if (now.figures.empty()) continue;
        const auto key = number_shape(number, n->depth, small_romans).substr(0, 4) + std::to_string(now.figures.size());
        const auto& l = laid.blocks[i].look;
        // Once over all lines, and once over those that look alike: a list in plain type stands between headings in bold.
        for (const auto& of : {key, key + (l.heading ? " heading" : l.bold ? " bold" : " plain")}) {
            if (const auto before = last.find(of); before != last.end() && (counts_on(before->second.figures, now.figures) || counts_on(before->second.as_roman, now.as_roman)))
                counted[before->second.block] = counted[i] = true;
            last[of] = now;
        }
        if (key.starts_with("code")) codes[key].push_back(i);
    }
    // A code is no quantity: where two of its shape count on, a misprinted one is a number as well.
    for (const auto& [shape, blocks] : codes)
        if (std::count_if(blocks.begin(), blocks.end(), [&](std::size_t i) { return counted[i]; }) >= 2)
            for (const std::size_t i : blocks) counted[i] = true;
}

void outline_finder::find_small_headings() {
    constexpr std::size_t longest = 8;  // words
    int small = 0, others = 0, agenda = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto n = is_line(i) ? number_at(lines[i], words) : std::nullopt;
        if (!n || !n->marked || n->depth > 1 || n->rest >= lines[i].size()) continue;
        const auto t = std::string_view(lines[i]).substr(n->rest);
        const bool heads = starts_lower(t) && words_in(t, words, longest + 1).size() <= longest && is_heading(t, words);
        small += heads;
        others += !heads;
        agenda += heads && is_agenda_heading(t);
    }
    constexpr int fewest = 3;
    small_headings = small >= fewest && agenda > 0 && small > others;
}

void outline_finder::find_small_entries() {
    constexpr std::size_t longest = 8;  // words
    struct entry {
        std::size_t block, rest;
        int number;
    };
    std::vector<entry> all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto n = is_line(i) ? number_at(lines[i], words) : std::nullopt;
        if (!n || !n->marked || n->depth > 1 || n->rest >= lines[i].size()) continue;
        if (const auto f = figures_of(std::string_view(lines[i]).substr(n->begin, n->end - n->begin), false); f.size() == 1) all.push_back({i, n->rest, f[0]});
    }
    small_entry.assign(lines.size(), false);
    const auto title = [&](const entry& e) { return std::string_view(lines[e.block]).substr(e.rest); };
    const auto heads = [&](std::size_t k, const entry& e) {  // a title of its own, where its number and depth lead to e's
        return k < all.size() && starts_upper(title(all[k])) && !ends_sentence(title(all[k])) && !gives_task(title(all[k])) && words_in(title(all[k]), words, longest + 1).size() <= longest && laid.blocks[all[k].block].look.depth == laid.blocks[e.block].look.depth;
    };
    for (std::size_t k = 1; k < all.size(); ++k) {
        const auto t = title(all[k]);
        if (!starts_lower(t) || ends_sentence(t) || words_in(t, words, longest + 1).size() > longest || gives_task(t)) continue;
        const bool follows = heads(k - 1, all[k]) && all[k - 1].number + 1 == all[k].number;
        const bool leads = heads(k + 1, all[k]) && all[k + 1].number == all[k].number + 1;
        small_entry[all[k].block] = follows && (leads || (k > 1 && heads(k - 2, all[k]) && all[k - 2].number + 2 == all[k].number));
    }
}

void outline_finder::find_repeated() {
    std::unordered_map<std::string, int> count;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_line(i)) continue;
        const std::string_view t = lines[i];
        const std::size_t bold = bold_lead_end(i);
        const auto colon = t.substr(0, 60).find(':');
        const auto from = laid.blocks[i].look.mark.empty() ? 0 : std::min<std::size_t>(behind(t, laid.blocks[i].look.mark.size()), t.size());
        const auto end = bold > from ? bold : colon != t.npos && colon > from ? colon : t.size() < 60 ? t.size() : 0;
        if (end <= from) continue;
        auto head = fold(t.substr(from, end - from));
        while (!head.empty() && (head.back() == ':' || head.back() == ' ')) head.pop_back();
        // "Discussion:" twice is a part of what is said of each item.
        const bool of_record = words.has(word_list::section_headings, head) && !words.is_label(head, label::decisions);
        if (++count[head] == (of_record ? 2 : 3)) repeated.insert(head);
    }
}

void outline_finder::find_bullets() {
    int over_text = 0, in_row = 0;
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        if (!is_line(i) || laid.blocks[i].look.depth != 1 || laid.blocks[i].look.mark.empty()) continue;
        const std::size_t below = next(i);
        if (below >= laid.blocks.size() || !is_line(below) || ends_sentence(lines[i])) continue;
        over_text += is_text(below) || laid.blocks[below].look.depth > 1;
        in_row += laid.blocks[below].look.depth == 1 && !laid.blocks[below].look.mark.empty();
    }
    bullets_over_text = over_text >= 3 && over_text > in_row;
}

void outline_finder::find_speakers() {
    constexpr std::size_t longest = 10;  // words: a name with a post and a house
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_line(i) || words_in(lines[i], words, longest + 1).size() > longest) continue;
        const auto from = laid.blocks[i].look.mark.empty() ? 0 : std::min(behind(lines[i], laid.blocks[i].look.mark.size()), lines[i].size());
        auto line = std::string_view(lines[i]).substr(from);
        if (line.starts_with('[')) line = line.substr(std::min(line.find("] "), line.size() - 1) + 1);  // the box of a task
        const auto who = match_person(line.substr(0, first_of(line, ",-(")), words);
        if (who && who->weight >= 2 && !words_in(line, words, 1).empty()) speakers.insert(words_in(line, words, 1).front().folded);
    }
}

outline outline_finder::run() && {
    gather_lines();
    find_small_headings();
    find_small_entries();
    find_counted();
    find_repeated();
    find_bullets();
    find_speakers();
    find_run_in_series();
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        if (!is_line(i)) continue;
        consider(i);
        follow_agenda(i);
    }
    weigh();
    leave_out_agenda();
    leave_out_listed_agenda();
    leave_out_agenda_section();
    mark_listed();
    if (how == choice::weighed) take_agenda_items();
    leave_out_tasks();
    if (how == choice::first_fit)
        for (auto& e : out.entries) e.chosen = true;
    return std::move(out);
}

const outline_entry* outline::at(std::size_t block) const {
    const auto e = std::lower_bound(entries.begin(), entries.end(), block, [](const outline_entry& x, std::size_t b) { return x.block < b; });
    return e != entries.end() && e->block == block && e->chosen ? &*e : nullptr;
}

outline find_outline(const laid_document& laid, std::string_view text, const lexicon& words, choice how) { return outline_finder{laid, text, words, how}.run(); }

}  // namespace minutes
