// SPDX-License-Identifier: Apache-2.0
#include "file_places.hpp"

#include <algorithm>

namespace minutes {

file_places::file_places(std::string_view utf8) : utf8_(utf8) {
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (utf8[i] != '\n' && utf8[i] != '\r') continue;
        if (utf8[i] == '\r' && i + 1 < utf8.size() && utf8[i + 1] == '\n') ++i;
        starts_.push_back(i + 1);
    }
}

std::size_t file_places::line_of(std::size_t offset) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin()) - 1;
}

std::size_t file_places::line_start(std::size_t offset) const { return starts_[line_of(offset)]; }

std::size_t file_places::line_end(std::size_t offset) const { return std::min(utf8_.find_first_of("\r\n", line_start(offset)), utf8_.size()); }

source_text::origin file_places::at(std::size_t offset) const {
    offset = std::min(offset, utf8_.size());
    const std::size_t line = line_of(offset);
    std::size_t i = starts_[line], column = 1;
    if (known_offset_ >= i && known_offset_ <= offset) {
        i = known_offset_;
        column = known_column_;
    }
    for (; i < offset; ++i) column += (static_cast<unsigned char>(utf8_[i]) & 0xC0) != 0x80;
    known_offset_ = offset;
    known_column_ = column;
    source_text::origin where;
    where.line = static_cast<std::uint32_t>(line + 1);
    where.column = static_cast<std::uint32_t>(column);
    return where;
}

}  // namespace minutes
