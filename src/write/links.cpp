// SPDX-License-Identifier: Apache-2.0
#include "links.hpp"

#include <cctype>

#include <fmt/format.h>

#include "wording.hpp"

namespace minutes {

namespace {

/// RFC 3986: letters, digits and "-._~" stay, and the slashes of a path.
std::string encoded(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const auto u = static_cast<unsigned char>(c);
        if (u < 0x80 && (std::isalnum(u) || std::string_view("-._~/").find(c) != std::string_view::npos)) out += c;
        else out += fmt::format("%{:02X}", u);
    }
    return out;
}

bool is_file(const source& s) { return !s.name.empty() && s.name.front() != '<'; }

}  // namespace

links::links(const meeting_list& meetings, const write_options& o) : folder_(o.folder), page_of_(o.page_of) {
    std::unordered_map<const source_text*, std::size_t> seen;
    for (const meeting* m : meetings) {
        const std::size_t n = ++seen[m->text.get()];
        prefixes_[m] = n > 1 ? fmt::format("m{}-", n) : "";
    }
}

std::string links::page(const meeting& m, const std::string& id) const {
    if (!is_file(m.source) || id.empty()) return {};
    const std::string name = file_name(m.source);
    const auto prefix = prefixes_.find(&m);
    const std::string page = page_of_ ? page_of_(m.source) : name.substr(0, name.rfind('.')) + ".html";
    return encoded(page) + "#" + (prefix == prefixes_.end() ? "" : prefix->second) + id;
}

std::string links::source(const meeting& m) const {
    if (!is_file(m.source)) return {};
    const std::filesystem::path path = m.source.name;
    if (path.is_absolute() != folder_.is_absolute()) return {};
    const std::string way = path.lexically_proximate(folder_.empty() ? "." : folder_).generic_string();
    return encoded(way);
}

}  // namespace minutes
