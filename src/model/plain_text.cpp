// SPDX-License-Identifier: Apache-2.0
#include "plain_text.hpp"

#include <toml++/toml.h>

#include "plain_text_labels.hpp"  // generated: plain_text.toml

namespace minutes {

namespace {

using languages = std::map<std::string, plain_labels, std::less<>>;

languages read_labels() {
    languages out;
    const toml::table file = toml::parse(plain_text);
    for (const auto& [language, labels] : file) {
        std::map<std::string, std::string, std::less<>> by_key;
        for (const auto& [key, words] : *labels.as_table()) by_key.emplace(std::string(key.str()), words.value_or(std::string{}));
        out.emplace(std::string(language.str()), plain_labels(std::move(by_key)));
    }
    return out;
}

bool has_figure(std::string_view s) { return s.find_first_of("0123456789") != s.npos; }

}  // namespace

const std::string& plain_labels::operator[](std::string_view key) const { return by_key_.find(key)->second; }

const plain_labels& plain_labels_of(std::string_view language) {
    static const languages all = read_labels();
    const auto found = all.find(language);
    return found == all.end() ? all.at("en") : found->second;
}

std::pair<std::string_view, std::string_view> plain_heading_parts(std::string_view words) {
    const auto stop = words.find(". ");
    const auto number = words.substr(0, stop == words.npos ? 0 : stop);
    if (number.empty() || number.find(' ') != number.npos || !has_figure(number)) return {{}, words};
    return {number, words.substr(stop + 2)};
}

plain_person plain_person_parts(std::string_view words) {
    plain_person p;
    if (const auto open = words.rfind(" ("); words.ends_with(')') && open != words.npos) {
        p.initials = words.substr(open + 2, words.size() - open - 3);
        words = words.substr(0, open);
    }
    const auto part = [&] {
        const auto comma = words.find(", ");
        const auto piece = words.substr(0, comma);
        words = comma == words.npos ? std::string_view{} : words.substr(comma + 2);
        return piece;
    };
    p.name = part();
    p.role = part();
    p.organisation = words;
    return p;
}

std::optional<std::pair<std::string_view, std::string_view>> plain_task_parts(std::string_view behind) {
    if (behind == ":") return std::pair{std::string_view{}, std::string_view{}};
    if (behind.starts_with(": ")) return std::pair{std::string_view{}, behind.substr(2)};
    if (!behind.starts_with(' ')) return {};
    behind.remove_prefix(1);
    const auto colon = behind.find(": ");
    if (colon != behind.npos && colon > 0) return std::pair{behind.substr(0, colon), behind.substr(colon + 2)};
    if (behind.size() > 1 && behind.ends_with(':')) return std::pair{behind.substr(0, behind.size() - 1), std::string_view{}};
    return {};
}

bool needs_escape(std::string_view prose, const plain_labels& labels) {
    if (prose.starts_with('#') || prose.starts_with('\\') || prose.starts_with(plain_text_mark)) return true;
    for (const char* key : {"action", "decision", "declaration"})
        if (prose.starts_with(labels[key])) return true;
    return false;
}

}  // namespace minutes
