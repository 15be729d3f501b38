// SPDX-License-Identifier: Apache-2.0
#include "front_matter.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <toml++/toml.h>
#include <yaml.h>

namespace minutes {

namespace {

/// A line of front matter: "key: value", "key:" before its list, or an item of a list.
struct entry {
    std::uint32_t line = 0, column = 0;  ///< in the front matter, from 1
    std::string key;
    std::string value;
    bool item = false;
    int depth = 0;           ///< nesting of lists and tables, from 0
};

using entries = std::vector<entry>;

constexpr int deepest = 16;  // nesting; what is deeper is no front matter

/// The bytes between two lines that hold only `fence`.
std::optional<span> fenced(std::string_view utf8, std::string_view fence, std::size_t& behind) {
    const auto is_fence = [&](std::string_view line) {
        return line.starts_with(fence) && line.find_first_not_of(" \t\r", fence.size()) == line.npos;
    };
    std::size_t at = std::min(utf8.find('\n'), utf8.size());
    if (!is_fence(utf8.substr(0, at)) || at == utf8.size()) return {};
    const std::size_t begin = ++at;
    while (at < utf8.size()) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = utf8.substr(at, end - at);
        if (is_fence(line) || (fence == "---" && line.starts_with("...") && line.find_first_not_of(". \r") == line.npos)) {
            behind = std::min(end + 1, utf8.size());
            return span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
        }
        at = end + 1;
    }
    return {};
}

/// YAML by its events, which know where each value stands.
class yaml_entries {
public:
    explicit yaml_entries(std::string_view yaml) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(yaml.data()), yaml.size());
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    }
    ~yaml_entries() {
        if (has_event_) yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }
    yaml_entries(const yaml_entries&) = delete;
    yaml_entries& operator=(const yaml_entries&) = delete;

    /// Nothing when it is no YAML or no mapping.
    std::optional<entries> read() {
        if (!next(YAML_STREAM_START_EVENT) || !next(YAML_DOCUMENT_START_EVENT) || !next(YAML_MAPPING_START_EVENT) || !read_mapping(0, false)) return {};
        return std::move(out_);
    }

private:
    bool next() {
        if (has_event_) yaml_event_delete(&event_);
        has_event_ = yaml_parser_parse(&parser_, &event_) != 0;
        return has_event_;
    }
    bool next(yaml_event_type_t wanted) { return next() && event_.type == wanted; }

    /// An entry that starts at the event at hand.
    entry here(std::string key, std::string value, bool item, int depth) const {
        const auto& at = event_.start_mark;
        return {static_cast<std::uint32_t>(at.line + 1), static_cast<std::uint32_t>(at.column + 1), std::move(key), std::move(value), item, depth};
    }
    std::string words() const {
        if (event_.type == YAML_ALIAS_EVENT) return std::string("*") + reinterpret_cast<const char*>(event_.data.alias.anchor);
        return {reinterpret_cast<const char*>(event_.data.scalar.value), event_.data.scalar.length};
    }
    bool is_words() const { return event_.type == YAML_SCALAR_EVENT || event_.type == YAML_ALIAS_EVENT; }

    bool read_mapping(int depth, bool first_is_item) {
        if (depth > deepest) return false;
        while (next() && event_.type != YAML_MAPPING_END_EVENT) {
            if (!is_words()) return false;
            out_.push_back(here(words(), {}, first_is_item, depth));
            first_is_item = false;
            if (!next() || !read_value(depth)) return false;
        }
        return has_event_;
    }

    /// The value of the key that was added last.
    bool read_value(int depth) {
        switch (event_.type) {
            case YAML_SCALAR_EVENT: case YAML_ALIAS_EVENT: out_.back().value = words(); return true;
            case YAML_SEQUENCE_START_EVENT: return event_.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? read_flow() : read_sequence(depth + 1);
            case YAML_MAPPING_START_EVENT: return read_mapping(depth + 1, false);
            default: return false;
        }
    }

    /// "[one, two]": a value of one line.
    bool read_flow() {
        std::string all;
        while (next() && is_words()) all += (all.empty() ? "" : ", ") + words();
        out_.back().value = std::move(all);
        return has_event_ && event_.type == YAML_SEQUENCE_END_EVENT;
    }

    bool read_sequence(int depth) {
        if (depth > deepest) return false;
        while (next() && event_.type != YAML_SEQUENCE_END_EVENT) {
            if (is_words()) out_.push_back(here({}, words(), true, depth));
            else if (event_.type == YAML_MAPPING_START_EVENT) {
                if (!read_mapping(depth, true)) return false;
            } else if (event_.type != YAML_SEQUENCE_START_EVENT || !read_sequence(depth + 1)) return false;
        }
        return has_event_;
    }

    yaml_parser_t parser_{};
    yaml_event_t event_{};
    bool has_event_ = false;
    entries out_;
};

std::string words_of(const toml::node& n) {
    if (const auto* s = n.as_string()) return s->get();
    std::ostringstream out;
    n.visit([&](const auto& x) {
        if constexpr (toml::is_value<decltype(x)>) out << x;
    });
    return out.str();
}

void add_table(const toml::table& table, int depth, entries& out);

entry entry_at(const toml::node& n, std::string key, std::string value, bool item, int depth) {
    const auto& at = n.source().begin;
    return {at.line, at.column, std::move(key), std::move(value), item, depth};
}

void add_value(const std::string& key, const toml::node& n, int depth, entries& out) {
    const auto* table = n.as_table();
    const auto* array = n.as_array();
    out.push_back(entry_at(n, key, table || array ? std::string{} : words_of(n), false, depth));
    if (table) add_table(*table, depth + 1, out);
    if (!array) return;
    for (const auto& x : *array) {
        if (const auto* inner = x.as_table()) add_table(*inner, depth + 1, out);
        else out.push_back(entry_at(x, {}, words_of(x), true, depth + 1));
    }
}

/// The keys in the order of the file.
void add_table(const toml::table& table, int depth, entries& out) {
    std::vector<std::pair<std::string, const toml::node*>> all;
    for (auto&& [key, value] : table) all.emplace_back(std::string(key.str()), &value);
    const auto place = [](const auto& x) { return std::pair(x.second->source().begin.line, x.second->source().begin.column); };
    std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    for (const auto& [key, value] : all) add_value(key, *value, depth, out);
}

std::optional<entries> toml_entries(std::string_view toml) {
    try {
        entries out;
        add_table(toml::parse(toml), 0, out);
        return out;
    } catch (const toml::parse_error&) {
        return {};
    }
}

/// "Title: …", "Date: …", "Slug: …" above the first blank line, as some site generators have it: no fence, one key a line,
/// and among them what only a generator reads.  Nothing for other heads.
std::optional<entries> unfenced_entries(std::string_view utf8, std::size_t& behind) {
    static constexpr std::array<std::string_view, 10> generators = {"slug", "modified", "tags", "category", "categories", "layout", "template", "save_as", "permalink", "url"};
    entries out;
    bool title = false, generated = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        auto line = utf8.substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == line.npos) break;
        const auto colon = line.find(':');
        std::string key(line.substr(0, colon));
        std::transform(key.begin(), key.end(), key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (colon == line.npos || key.empty() || key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-") != key.npos) return {};
        title |= key == "title";
        generated |= std::find(generators.begin(), generators.end(), key) != generators.end();
        const auto from = line.find_first_not_of(" \t", colon + 1);
        out.push_back({static_cast<std::uint32_t>(out.size()), 1, std::string(line.substr(0, colon)), from == line.npos ? std::string{} : std::string(line.substr(from)), false, 0});
        behind = std::min(end + 1, utf8.size());
        at = end + 1;
    }
    return title && generated ? std::optional(std::move(out)) : std::nullopt;
}

/// One line, or the lines of a value that has several.
void add_entry(document_builder& out, const entry& e) {
    document_block attributes{.part = document_block::part_type::metadata, .joint = document_block::joint_type::separate};
    attributes.depth = e.item || e.depth > 0 ? std::max(1, e.depth) : 0;
    out.begin_block(attributes);
    out.set_origin({.line = e.line + 1, .column = e.column});  // behind the line of the fence, if any
    if (e.item) out.append_mark("-", false);
    if (!e.key.empty()) out.append(e.key + ":" + (e.value.empty() ? "" : " "));
    std::istringstream lines(e.value);
    bool first = true;
    for (std::string line; std::getline(lines, line); first = false) {
        if (!first) out.begin_block(attributes);
        out.append(line);
    }
    out.end_block();
}

/// Metadata are the values by key; the items of a list have its key.
void add_metadata(document_builder& out, const entries& all) {
    std::string key;
    for (const auto& e : all) {
        if (!e.key.empty()) key = e.key;
        if (!e.value.empty()) out.set_metadata(key, e.value);
    }
}

}  // namespace

std::size_t add_front_matter(document_builder& out, std::string_view utf8) {
    std::size_t behind = 0;
    std::optional<entries> all;
    if (const auto yaml = fenced(utf8, "---", behind)) {
        // YAML indents by blanks only; by hand a tab is pressed as well.
        std::string blanks(utf8.substr(yaml->begin, yaml->size()));
        std::replace(blanks.begin(), blanks.end(), '\t', ' ');
        all = yaml_entries(blanks).read();
    }
    else if (const auto toml = fenced(utf8, "+++", behind)) all = toml_entries(utf8.substr(toml->begin, toml->size()));
    else all = unfenced_entries(utf8, behind);
    if (!all) return 0;
    for (const auto& e : *all) add_entry(out, e);
    add_metadata(out, *all);
    return behind;
}

}  // namespace minutes
