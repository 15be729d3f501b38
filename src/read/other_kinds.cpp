// SPDX-License-Identifier: Apache-2.0
#include "other_kinds.hpp"

#include <algorithm>
#include <array>

namespace minutes {

namespace {

using namespace std::literals;

/// What a container's directory names, and what the file is then called.
struct piece {
    std::string_view name;
    std::string_view called;
};

constexpr std::array zip_pieces = {
    piece{"xl/workbook"sv, "an Excel workbook"},
    piece{"ppt/presentation"sv, "a PowerPoint presentation"},
    piece{"opendocument.spreadsheet"sv, "an OpenDocument spreadsheet"},
    piece{"opendocument.presentation"sv, "an OpenDocument presentation"},
    piece{"application/epub"sv, "an electronic book (EPUB)"},
    piece{"Index/"sv, "a Pages, Numbers or Keynote document"},
};

constexpr std::array ole_pieces = {
    piece{"W\0o\0r\0k\0b\0o\0o\0k\0"sv, "an Excel workbook of the old format"},
    piece{"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, "a PowerPoint presentation of the old format"},
    piece{"_\0_\0s\0u\0b\0s\0t\0g\0"sv, "an Outlook message"},
};

constexpr std::array starts = {
    piece{"\xFFWPC"sv, "a WordPerfect document"},
    piece{"\x7F" "ELF"sv, "a program"},
    piece{"MZ"sv, "a program"},
    piece{"\x1F\x8B"sv, "a compressed file (gzip)"},
    piece{"7z\xBC\xAF\x27\x1C"sv, "an archive (7z)"},
    piece{"Rar!"sv, "an archive (RAR)"},
    piece{"BZh"sv, "a compressed file (bzip2)"},
    piece{"SQLite format 3"sv, "a database (SQLite)"},
    piece{"GIF8"sv, "a picture (GIF)"},
    piece{"ID3"sv, "a recording"},
    piece{"RIFF"sv, "a recording"},
    piece{"OggS"sv, "a recording"},
};

template <std::size_t N>
std::string_view first_found(std::string_view bytes, const std::array<piece, N>& pieces, std::string_view otherwise) {
    const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const piece& p) { return bytes.find(p.name) != bytes.npos; });
    return found == pieces.end() ? otherwise : found->called;
}

}  // namespace

std::string_view kind_of_file(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04"sv)) return first_found(bytes, zip_pieces, "a zip archive without a document");
    if (bytes.starts_with("\xD0\xCF\x11\xE0"sv)) return first_found(bytes, ole_pieces, "a file of an old office program, cut short or of another kind");
    if (bytes.size() > 8 && bytes.substr(4).starts_with("ftyp"sv)) return "a recording";
    const auto found = std::find_if(starts.begin(), starts.end(), [&](const piece& p) { return bytes.starts_with(p.name); });
    return found == starts.end() ? std::string_view{} : found->called;
}

}  // namespace minutes
