// SPDX-License-Identifier: Apache-2.0
// From bytes of a file to lines and columns, for formats whose text is not the file itself.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

namespace minutes {

class file_places {
public:
    /// `utf8` is the decoded file; it must outlive this.
    explicit file_places(std::string_view utf8);

    /// Line and column, both from 1, columns in code points.
    [[nodiscard]] source_text::origin at(std::size_t offset) const;

    /// Where the line that holds `offset` starts.
    [[nodiscard]] std::size_t line_start(std::size_t offset) const;

    /// Where the line that holds `offset` ends, its line end left out.
    [[nodiscard]] std::size_t line_end(std::size_t offset) const;

private:
    [[nodiscard]] std::size_t line_of(std::size_t offset) const;  // from 0

    std::string_view utf8_;
    std::vector<std::size_t> starts_{0};
    mutable std::size_t known_offset_ = 0;  // columns are counted on from the last place asked for
    mutable std::size_t known_column_ = 1;
};

}  // namespace minutes
