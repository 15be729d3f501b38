// SPDX-License-Identifier: Apache-2.0
#include "label.hpp"

#include "answered_once.hpp"
#include "marks.hpp"
#include "task_list_name.hpp"

namespace minutes {

namespace {

std::string_view name_of(column c) {
    switch (c) {
        case column::status: return "status";
        case column::due: return "due";
        case column::owner: return "owner";
        case column::action: return "action";
        case column::ref: return "ref";
        default: return "item";
    }
}

bool is_mark(char c) { return c == ':' || c == '-' || c == '*' || c == '_' || c == '.' || c == '|' || c == ';' || c == '=' || c == '+' || c == '>'; }

std::size_t skip(std::string_view text, std::size_t at, bool& marked) {
    for (;;) {
        const auto rest = text.substr(at);
        if (rest.empty()) return at;
        if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n') {
            marked |= rest[0] != ' ' || rest.starts_with("  ");
            ++at;
        } else if (is_mark(rest[0])) {
            marked |= rest[0] != '.' && rest[0] != '_';
            ++at;
        } else if (rest.starts_with("\u2013") || rest.starts_with("\u2014")) {
            marked = true;
            at += 3;
        } else {
            return at;
        }
    }
}

}  // namespace

namespace {

/// A line that names a list of tasks, as a label of the tasks below it.
std::optional<label_finding> label_of_list(std::string_view text, const lexicon& words) {
    const auto line = text.substr(0, first_of(text, ":\n"));
    if (!names_task_list(line, words)) return {};
    const auto all = words_in(line, words);
    label_finding f;
    f.begin = all.front().begin;
    f.end = all.back().end;
    f.kinds = {label::action};
    f.rest = skip(text, f.end, f.marked);
    f.whole = f.rest >= text.size();
    f.marked |= f.whole;
    return f;
}

std::optional<label_finding> read_label(std::string_view text, const lexicon& words) {
    // Labels are short: no need to take a whole document apart; and most texts start with none.
    const auto head = text.substr(0, std::min<std::size_t>(text.size(), 240));
    const auto first = words_in(head, words, 1);
    if (!first.empty() && (words.has_any({word_list::task_nouns, word_list::task_list_words}, first[0])))
        if (auto f = label_of_list(text, words); f && words.labels(fold(text.substr(f->begin, f->end - f->begin))).empty()) return f;
    if (first.empty() || (!words.begins_label(first[0]) && words.labels(first[0]).empty())) return {};
    const auto all = words_in(head, words, words.longest_label());
    std::string phrase;
    std::optional<label_finding> best;
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (k > 0) {
            const auto between = text.substr(all[k - 1].end, all[k].begin - all[k - 1].end);
            if (between == " ") {
                phrase += ' ';
            } else {
                if (first_of(between, "\t\n:;") != between.npos) break;
                phrase += between.find(',') != between.npos ? ", " : between.find('&') != between.npos ? " & " : between.find('/') != between.npos ? "/" : " ";
            }
        }
        // "Guest(s):"
        std::string_view own = all[k].folded;
        const bool maybe_several = own.ends_with("(s") && text.substr(all[k].end).starts_with(')');
        if (maybe_several) own.remove_suffix(2);
        phrase += own;
        const auto& kinds = words.labels(phrase);
        if (kinds.empty()) {
            if (!words.begins_label(phrase)) break;
            continue;
        }
        label_finding f;
        f.begin = all[0].begin;
        f.end = all[k].end;
        if (maybe_several) ++f.end;
        f.kinds = kinds;
        f.rest = skip(text, f.end, f.marked);
        f.whole = f.rest >= text.size();
        f.marked |= f.whole;
        best = f;
    }
    return best;
}

}  // namespace

std::optional<label_finding> label_at(std::string_view text, const lexicon& words) {
    return answered_once(question::label, text, words, [&] { return read_label(text, words); });
}

namespace {

const std::vector<column>& name_columns(std::string_view head, const lexicon& words) {
    constexpr std::size_t longest_likely = 5;  // words of a head that is in no list
    const std::size_t longest = std::max(words.longest_column(), longest_likely);
    const auto all = words_in(head, words, longest + 1);
    if (all.size() > longest) return words.columns(std::string_view());
    auto folded = fold(head);
    const auto is_end_mark = [](char c) { return c == ':' || c == '*' || c == '-' || c == ' ' || c == '_'; };
    while (!folded.empty() && is_end_mark(folded.back())) folded.pop_back();
    while (!folded.empty() && is_end_mark(folded.front())) folded.erase(0, 1);
    const auto& exact = words.columns(folded);
    if (!exact.empty()) return exact;
    // "Date for Completion?" and "Completion (date)" are heads too.
    std::string plain;
    for (const auto& w : all) plain += (plain.empty() ? "" : " ") + w.folded;
    const auto& listed = words.columns(plain);
    if (!listed.empty() || all.size() > longest_likely || all.empty() || all.back().ends_sentence()) return listed;
    const auto tells = [&](column which) { return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.tells(which, w); }); };
    // "Lead and deadline": the owner's column, with the date in the same cell
    if (tells(column::owner) && tells(column::due) && (plain.find(" and ") != plain.npos || head.find_first_of("&/+") != head.npos)) return words.columns("owner");
    // "Discussion / decisions" may hold the business or what was said of it.
    static const std::vector<column> business_or_notes = {column::item, column::notes};
    const auto may_be_notes = [&](const word& w) {
        const auto& kinds = words.columns(w);
        return std::find(kinds.begin(), kinds.end(), column::notes) != kinds.end();
    };
    for (const column which : lexicon::telling_columns) {
        if (!tells(which)) continue;
        return which == column::item && std::any_of(all.begin(), all.end(), may_be_notes) ? business_or_notes : words.columns(name_of(which));
    }
    // "Affiliation / Role": what the first part says, where both are heads.
    if (const auto stroke = folded.find('/'); stroke != folded.npos) {
        const auto& first = words.columns(std::string(trim(std::string_view(folded).substr(0, stroke))));
        if (!first.empty() && !words.columns(std::string(trim(std::string_view(folded).substr(stroke + 1)))).empty()) return first;
    }
    // "Decision (Reason)"
    if (const auto open = head.find('('); open != head.npos && open > 0 && trim(head).ends_with(')')) return words.columns(fold(trim(head.substr(0, open))));
    return listed;
}

}  // namespace

const std::vector<column>& columns_named(std::string_view head, const lexicon& words) {
    return *answered_once(question::columns, head, words, [&] { return &name_columns(head, words); });
}

}  // namespace minutes
