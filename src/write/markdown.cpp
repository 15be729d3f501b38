// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → Markdown (CommonMark with GitHub's tables): the registers, then the minutes.
#include <algorithm>

#include <fmt/format.h>

#include "table.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

/// Characters that mean something inside a line; a backslash takes the meaning away (CommonMark 2.4).
constexpr std::string_view marks = "\\`*_[]<|~&$@";

/// Whether the character at `i` would make a link by itself, as in "www.example" and "http://example" (GitHub's autolinks).
bool makes_link(std::string_view text, std::size_t i) {
    return text.substr(i).starts_with("://") || (text[i] == '.' && i >= 3 && text.substr(i - 3, 3) == "www");
}

/// The words on one line, as themselves: nothing of them is markup, a link, or a mention.
std::string plain_words(std::string_view text) {
    std::string out;
    const std::string safe = safe_text(text);
    for (std::size_t i = 0; i < safe.size(); ++i) {
        const char c = safe[i];
        if (c == '\n' || c == '\t' || c == '\r') out += ' ';
        else if (marks.find(c) != marks.npos || makes_link(safe, i)) out += {'\\', c};
        else out += c;
    }
    // At its start a line may be a list, a rule, a heading's underline or a number of a list.
    const std::size_t first = out.find_first_not_of(' ');
    if (first == out.npos) return {};
    out.erase(0, first);
    if (std::string_view("+-=>#").find(out.front()) != std::string_view::npos) return "\\" + out;
    const std::size_t digits = out.find_first_not_of("0123456789");
    if (digits != 0 && digits != out.npos && (out[digits] == '.' || out[digits] == ')')) out.insert(digits, "\\");
    return out;
}

bool is_empty(const register_table& t, std::size_t column) {
    return std::all_of(t.rows.begin(), t.rows.end(), [&](const register_row& r) { return r.cells[column].text.empty(); });
}

/// A table without the columns that say nothing.
std::string table_of(const register_table& t, bool several) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < t.columns.size(); ++i)
        if (!is_empty(t, i) && (several || !t.columns[i].tells_meetings_apart)) shown.push_back(i);
    std::string out = fmt::format("## {}\n\n|", t.name), rule = "|";
    for (const std::size_t i : shown) {
        out += fmt::format(" {} |", t.columns[i].name);
        rule += t.columns[i].kind == column_kind::number ? " ---: |" : " --- |";
    }
    out += "\n" + rule + "\n";
    for (const register_row& r : t.rows) {
        out += '|';
        for (const std::size_t i : shown) out += fmt::format(" {} |", plain_words(r.cells[i].text));
        out += '\n';
    }
    return out + '\n';
}

std::string head_of(const meeting& m) {
    std::string out = fmt::format("# {}\n\n", plain_words(title_of(m)));
    const auto line = [&](std::string_view name, const std::string& words) {
        if (!words.empty()) out += fmt::format("- {}: {}\n", name, plain_words(words));
    };
    line("Date", m.date.value ? weekday_date(*m.date.value) : words_of(m, m.date.spans));
    line("Time", m.start.value ? to_string(*m.start.value) + (m.end.value ? " to " + to_string(*m.end.value) : "") : "");
    line("Venue", shown(m, m.venue));
    line("Chair", shown(m, m.chair));
    line("Status", m.status.value ? sentence(name_of(*m.status.value)) : "");
    line("Next meeting", m.next.date.value ? weekday_date(*m.next.date.value) : "");
    line("Source", m.source.name);
    return out + '\n';
}

void add_items(std::string& out, const meeting& m, const std::vector<item>& items, std::size_t depth) {
    for (const item& i : items) {
        const std::string title = item_title(m, i);
        out += fmt::format("{} {}\n\n", std::string(std::min<std::size_t>(depth, 6), '#'), title.empty() ? "\\*" : plain_words(title));
        for (std::size_t b = 0; b < i.blocks.size(); ++b) {
            const bool listed = i.blocks[b].kind == block::kind_type::list_item;
            const bool last = b + 1 == i.blocks.size() || i.blocks[b + 1].kind != block::kind_type::list_item;
            out += (listed ? "- " : "") + plain_words(words_of(m, i.blocks[b].spans)) + (listed && !last ? "\n" : "\n\n");
        }
        add_items(out, m, i.items, depth + 1);
    }
}

}  // namespace

std::string markdown_of(const meeting_list& meetings) {
    const bool several = meetings.size() > 1;
    std::string out;
    for (const meeting* m : meetings) {
        out += head_of(*m);
        for (const register_table& t : {action_table({m}), decision_table({m}), people_table({m}), check_table({m})})
            if (!t.rows.empty()) out += table_of(t, several);
        if (!m->items.empty()) out += "## Minutes\n\n";
        add_items(out, *m, m->items, 3);
    }
    while (out.size() > 1 && out[out.size() - 2] == '\n') out.pop_back();
    return out;
}

}  // namespace minutes
