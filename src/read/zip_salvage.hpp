// SPDX-License-Identifier: Apache-2.0
// Parts of a zip archive whose directory is lost: each part has a header of its
// own in front of its bytes (APPNOTE.TXT 4.3.7), so what came before the cut can be read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A part as its own header describes it.
struct salvaged_part {
    std::string name;
    std::size_t begin = 0;  ///< offset of its packed bytes
    std::size_t size = 0;   ///< packed bytes at most: up to the next header or the end
    bool deflated = false;  ///< else stored
    bool encrypted = false;
};

struct inflated_part {
    std::string bytes;
    bool whole = true;       ///< false: cut or damaged behind `bytes`
    bool too_large = false;  ///< inflates to more than was allowed
};

/// The parts whose headers are found, `most` of them.
[[nodiscard]] std::vector<salvaged_part> find_zip_parts(std::string_view archive, std::size_t most);

/// Inflates what there is of a part, to not much more than `most` bytes.
[[nodiscard]] inflated_part inflate_salvaged(std::string_view archive, const salvaged_part& part, std::size_t most);

}  // namespace minutes
