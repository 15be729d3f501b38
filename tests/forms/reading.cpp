// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include <fmt/format.h>

namespace {

std::string trimmed(std::string_view t) {
    const auto from = t.find_first_not_of(' ');
    if (from == t.npos) return {};
    return std::string(t.substr(from, t.find_last_not_of(' ') - from + 1));
}

std::vector<std::string> parted(std::string_view text, char by) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const auto to = std::min(text.find(by, at), text.size());
        out.push_back(trimmed(text.substr(at, to - at)));
        at = to + 1;
    }
    return out;
}

/// "Ann Bell = AB; Tom Marsh"
void add_people(expected_reading& r, std::set<std::string>& group, std::string_view text) {
    for (const auto& one : parted(text, ';')) {
        const auto fields = parted(one, '=');
        group.insert(fields[0]);
        if (fields.size() > 1) r.initials[fields[0]] = fields[1];
    }
}

/// "order the gravel | TM, PN | 2014-06-30 | 3/14"
expected_text task_of(std::string_view text, bool optional) {
    auto fields = parted(text, '|');
    fields.resize(4);
    expected_text t{fields[0], {}, fields[2], fields[3], optional};
    for (const auto& owner : parted(fields[1], ','))
        if (!owner.empty()) t.owners.insert(owner);
    return t;
}

/// "3. Accounts"
expected_item item_of(const std::string& text, bool optional) {
    const auto digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits == text.npos || text.compare(digits, 2, ". ") != 0) return {{}, text, optional};
    return {text.substr(0, digits), text.substr(digits + 2), optional};
}

/// The text with its first bracket left out, and with it.
std::vector<std::string> wordings(const std::string& text) {
    const auto open = text.find('['), close = text.find(']');
    if (open == text.npos || close == text.npos) return {text};
    std::vector<std::string> out;
    for (const std::string& inside : {std::string{}, text.substr(open + 1, close - open - 1)})
        for (const auto& w : wordings(text.substr(0, open) + inside + text.substr(close + 1))) out.push_back(w);
    return out;
}

}  // namespace

void add_line(expected_reading& r, std::string_view line) {
    static const std::set<std::string> scalars = {"title", "date", "start", "end", "venue", "next", "next-time", "next-venue"};
    const auto colon = std::min(line.find(": "), line.size());
    std::string kind(line.substr(0, colon));
    const std::string what = trimmed(line.substr(std::min(colon + 1, line.size())));
    const bool optional = kind.ends_with('?');
    if (optional) kind.pop_back();
    if (scalars.count(kind)) r.scalars[kind].push_back(what);
    else if (kind == "present") add_people(r, r.present, what);
    else if (kind == "away") add_people(r, r.away, what);
    else if (kind == "item") r.items.push_back(item_of(what, optional));
    else if (kind == "action") r.actions.push_back(task_of(what, optional));
    else if (kind == "decision") r.decisions.push_back({what, {}, {}, {}, optional});
    else throw std::runtime_error(fmt::format("a form reads '{}', which is of no known kind", line));
}

void add_reading(expected_reading& r, const expected_reading& other) {
    for (const auto& [kind, wordings_of_it] : other.scalars) r.scalars[kind].insert(r.scalars[kind].end(), wordings_of_it.begin(), wordings_of_it.end());
    r.present.insert(other.present.begin(), other.present.end());
    r.away.insert(other.away.begin(), other.away.end());
    r.initials.insert(other.initials.begin(), other.initials.end());
    r.items.insert(r.items.end(), other.items.begin(), other.items.end());
    r.actions.insert(r.actions.end(), other.actions.begin(), other.actions.end());
    r.decisions.insert(r.decisions.end(), other.decisions.begin(), other.decisions.end());
}

std::string plain_words(std::string_view text) {
    std::string out;
    for (const unsigned char c : text) {
        if (!std::isspace(c)) out += static_cast<char>(std::tolower(c));
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    while (!out.empty() && std::string_view(" .,;:").find(out.back()) != std::string_view::npos) out.pop_back();
    return out;
}

bool same_words(std::string_view expected, std::string_view read) {
    const auto all = wordings(std::string(expected));
    const std::string plain = plain_words(read);
    return std::any_of(all.begin(), all.end(), [&](const std::string& w) { return plain_words(w) == plain; });
}
