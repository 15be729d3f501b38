// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "document.hpp"
#include "encoding.hpp"

namespace minutes {

namespace {

/// What becomes of a code point of the file: itself, or a short list of changes that lose no word.
struct normaliser {
    source_text out;
    std::vector<std::uint32_t> page_breaks;  ///< offsets where a form feed stood
    bool replaced = false;

    void run(std::string_view utf8) {
        out.text.reserve(utf8.size());
        out.line_starts.push_back(0);
        for (std::size_t i = 0; i < utf8.size();) take(utf8, i);
    }

private:
    std::uint32_t here() const { return static_cast<std::uint32_t>(out.text.size()); }

    void end_line() {
        out.text += '\n';
        out.line_starts.push_back(here());
    }

    void replace(std::string_view with, std::uint32_t length) {
        out.text += with;
        if (length != 1) out.edits.push_back({here(), 1, length});
    }

    void take(std::string_view utf8, std::size_t& i) {
        const std::size_t begin = i;
        const char32_t c = next_code_point(utf8, i);
        if (c >= 0x20 && c < 0x7F) {
            out.text += static_cast<char>(c);
            return;
        }
        switch (c) {
            case '\t': out.text += '\t'; return;
            case '\r':
                if (i < utf8.size() && utf8[i] == '\n') ++i;
                [[fallthrough]];
            case '\n': case 0x85: case 0x2028: case 0x2029: end_line(); return;
            case '\f': page_breaks.push_back(here()); [[fallthrough]];
            case '\v': case 0xA0: case 0x1680: case 0x2007: case 0x202F: case 0x3000: replace(" ", 1); return;
            case 0xAD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF: replace("", 0); return;
            case 0xFB00: replace("ff", 2); return;
            case 0xFB01: replace("fi", 2); return;
            case 0xFB02: replace("fl", 2); return;
            case 0xFB03: replace("ffi", 3); return;
            case 0xFB04: replace("ffl", 3); return;
            case 0xFB05: case 0xFB06: replace("st", 2); return;
            default: break;
        }
        if (c >= 0x2000 && c <= 0x200A) {  // spaces of other widths
            replace(" ", 1);
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE) {
            replaced = true;
            replace("\xEF\xBF\xBD", 1);
        } else {
            out.text.append(utf8, begin, i - begin);
        }
    }
};

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
            out.push_back({document_block::kind_type::page_break, {}, 0});
        if (is_blank(line)) {
            ++blank;
            continue;
        }
        out.push_back({document_block::kind_type::line, {begin, end}, blank});
        blank = 0;
    }
    return out;
}

/// Files that are no text at all, by the first bytes that their formats require, or by their control characters.
bool is_binary(std::string_view bytes, std::string_view utf8) {
    using namespace std::literals;
    constexpr std::array magics = {"%PDF-"sv, "PK\x03\x04"sv, "\xD0\xCF\x11\xE0"sv, "\x7F" "ELF"sv, "\xFF\xD8\xFF"sv,
                                   "\x89PNG"sv, "\x1F\x8B"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv, "SQLite format 3"sv};
    if (std::any_of(magics.begin(), magics.end(), [&](auto m) { return bytes.starts_with(m); })) return true;
    const auto head = utf8.substr(0, 65536);
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
    });
    return static_cast<std::size_t>(controls) * 10 > head.size();
}

void note(document& d, std::string code, severity s, std::string message, std::string hint = {}) {
    d.diagnostics.push_back({std::move(code), s, {}, {}, std::move(message), std::move(hint)});
}

}  // namespace

document read_text(std::string_view bytes) {
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
    normaliser n;
    n.run(decoded.utf8);
    d.blocks = blocks_of(n.out, n.page_breaks);
    d.text = std::make_shared<const source_text>(std::move(n.out));
    if (decoded.mixed) note(d, "encoding-mixed", severity::note, "the file mixes UTF-8 and Windows-1252; stray bytes were read as Windows-1252");
    if (n.replaced) note(d, "characters-replaced", severity::note, "control characters were replaced by U+FFFD");
    if (d.blocks.empty()) note(d, "empty-document", severity::warning, "the document holds no words", "Check that it is the right file.");
    return d;
}

std::string sha256_of(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    std::string out;
    for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", digest[i]);
    return out;
}

}  // namespace minutes
