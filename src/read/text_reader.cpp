// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "document.hpp"
#include "clean_text.hpp"
#include "encoding.hpp"
#include "text_headings.hpp"
#include "text_lists.hpp"
#include "text_reader.hpp"

namespace minutes {

namespace {

bool is_blank(std::string_view s) { return s.find_first_not_of(" \t") == s.npos; }

std::vector<document_block> blocks_of(const source_text& source, const std::vector<std::uint32_t>& page_breaks) {
    std::vector<document_block> out;
    int blank = 0;
    auto next_break = page_breaks.begin();
    for (std::size_t n = 1; n <= source.line_starts.size(); ++n) {
        const std::uint32_t begin = source.line_starts[n - 1];
        const auto line = line_text(source, n);
        const auto end = begin + static_cast<std::uint32_t>(line.size());
        for (; next_break != page_breaks.end() && *next_break <= end; ++next_break)
            out.push_back({.kind = document_block::kind_type::page_break});
        if (is_blank(line)) {
            ++blank;
            continue;
        }
        out.push_back({.text = {begin, end}, .blank_before = blank});
        blank = 0;
    }
    return out;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && !(c >= '\t' && c <= '\r'); }

/// Control characters, white space apart.  Eight bytes without any are passed at once: adding 0x60 sets the highest bit
/// of each byte from 0x20 on, and carries into no other.
std::size_t controls_in(std::string_view s) {
    constexpr std::uint64_t highest = 0x8080808080808080, to_highest = 0x6060606060606060;
    std::size_t out = 0, i = 0;
    for (; i + 8 <= s.size(); i += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, s.data() + i, 8);
        if (((((bytes & ~highest) + to_highest) | bytes) & highest) == highest) continue;
        out += static_cast<std::size_t>(std::count_if(s.data() + i, s.data() + i + 8, is_control));
    }
    return out + static_cast<std::size_t>(std::count_if(s.data() + i, s.data() + s.size(), is_control));
}

/// Files that are no text at all, by the first bytes that their formats require, or by their control characters.
bool is_binary(std::string_view bytes, std::string_view utf8) {
    using namespace std::literals;
    constexpr std::array magics = {"%PDF-"sv, "PK\x03\x04"sv, "\xD0\xCF\x11\xE0"sv, "\x7F" "ELF"sv, "\xFF\xD8\xFF"sv,
                                   "\x89PNG"sv, "\x1F\x8B"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv, "SQLite format 3"sv};
    if (std::any_of(magics.begin(), magics.end(), [&](auto m) { return bytes.starts_with(m); })) return true;
    const auto head = utf8.substr(0, 65536);
    return controls_in(head) * 10 > head.size();
}

void note(document& d, std::string code, severity s, std::string message, std::string hint = {}) {
    d.diagnostics.push_back({std::move(code), s, {}, {}, std::move(message), std::move(hint)});
}

}  // namespace

int recognise_text(std::string_view bytes) { return is_binary(bytes, decode(bytes.substr(0, 65536)).utf8) ? 0 : 1; }

document read_text(std::string_view bytes, const read_options&) {
    document d;
    d.source.sha256 = sha256_of(bytes);
    d.source.bytes = bytes.size();
    d.source.format = "text";
    const auto decoded = decode(bytes);
    if (is_binary(bytes, decoded.utf8)) {
        d.readable = false;
        note(d, "cannot-read", severity::error, "this is not a text document", "Convert it to text, or check that it is the right file.");
        return d;
    }
    source_text source;
    text_cleaner cleaner{source};
    cleaner.append(decoded.utf8);
    d.blocks = blocks_of(source, cleaner.page_breaks);
    mark_text_headings(d.blocks, source);
    mark_text_lists(d.blocks, source);
    d.text = std::make_shared<const source_text>(std::move(source));
    if (decoded.mixed) note(d, "encoding-mixed", severity::note, "the file mixes UTF-8 and Windows-1252; stray bytes were read as Windows-1252");
    if (cleaner.replaced) note(d, "characters-replaced", severity::note, "control characters were replaced by U+FFFD");
    if (d.blocks.empty()) note(d, "empty-document", severity::warning, "the document holds no words", "Check that it is the right file.");
    return d;
}

}  // namespace minutes
