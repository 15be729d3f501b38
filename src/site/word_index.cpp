// SPDX-License-Identifier: Apache-2.0
#include "word_index.hpp"

#include <memory>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utf8proc.h>

#include "passages.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

constexpr std::uint32_t entries_in_file = 50;
constexpr std::size_t longest_word = 40;

std::string as_json(const nlohmann::json& j) { return j.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace); }

void append(std::string& to, utf8proc_int32_t point) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(point, bytes);
    to.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_word(utf8proc_int32_t point) {
    const auto category = utf8proc_category(point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/// Where a word is looked up: its first two characters, as the hexadecimal of their bytes.
std::string shard_of(std::string_view word) {
    std::size_t end = 0;
    for (int k = 0; k < 2 && end < word.size(); ++k)
        do ++end;
        while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80);
    std::string out;
    for (std::size_t k = 0; k < end; ++k) out += fmt::format("{:02x}", static_cast<unsigned char>(word[k]));
    return out;
}

}  // namespace

std::vector<std::string> index_words(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                   static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, std::free);
    std::vector<std::string> out(1);
    for (utf8proc_ssize_t at = 0; at < size;) {
        utf8proc_int32_t point = 0;
        const auto read = utf8proc_iterate(mapped + at, size - at, &point);
        at += read > 0 ? read : 1;
        if (read > 0 && is_word(point)) append(out.back(), utf8proc_tolower(point));
        else if (!out.back().empty()) out.emplace_back();
    }
    if (out.back().empty()) out.pop_back();
    return out;
}

void word_index::add(const meeting& m, const std::string& page, const std::string& anchor, const put_file& put) {
    const std::string day = m.date.value ? to_string(*m.date.value) : "", title = m.title.given() || m.body.given() ? title_of(m) : file_name(m.source),
                      body = m.body.given() ? shown(m, m.body) : title;
    for (const passage& p : passages_of(m)) {
        const std::string text = m.text->text.substr(p.span.begin, p.span.size());
        std::set<std::string> words;
        for (std::string& w : index_words(text))
            if (w.size() <= longest_word) words.insert(std::move(w));
        if (words.empty()) continue;
        for (const std::string& w : words) words_[w].push_back(entries_);
        const item* it = p.item.empty() ? nullptr : find_item(m, p.item);
        const std::string address = page + (p.item.empty() ? "" : "#" + anchor + p.item);
        waiting_.push_back(as_json({address, day, body, it ? item_title(m, *it) : title, text}));
        if (++entries_ % entries_in_file == 0) put_entries(put);
    }
}

void word_index::put_entries(const put_file& put) {
    if (waiting_.empty()) return;
    const std::uint32_t file = (entries_ - 1) / entries_in_file;
    put(fmt::format("search/e{}.js", file), fmt::format("minutesEntries({},[{}]);\n", file, fmt::join(waiting_, ",\n")));
    waiting_.clear();
}

void word_index::finish(const put_file& put) {
    put_entries(put);
    std::map<std::string, std::string> shards;
    for (const auto& [word, entries] : words_) {
        std::string& s = shards[shard_of(word)];
        s += fmt::format("{}{}:[{}]", s.empty() ? "" : ",\n", as_json(word), fmt::join(entries, ","));
    }
    std::vector<std::string> names;
    for (const auto& [name, content] : shards) {
        put("search/w" + name + ".js", fmt::format("minutesWords(\"{}\",{{{}}});\n", name, content));
        names.push_back(name);
    }
    put("search/words.js", fmt::format("const minutesIndex = {};\n", as_json({{"entries", entries_}, {"inFile", entries_in_file}, {"shards", names}})));
}

}  // namespace minutes
