// SPDX-License-Identifier: Apache-2.0
// The registry of readers: one line a format.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include <minutes/parse.hpp>

#include "document.hpp"

namespace minutes {

/// What a reader is given beside the bytes.
struct read_options {
    std::string name;                     ///< the input's name, for its extension and for diagnostics
    minutes::reading reading;             ///< the user's choices and limits
};

struct reader {
    input_format format;
    /// How sure the content alone makes it: 0 not this format, 1 possible, 2 likely, 3 certain (magic bytes).
    int (*recognise)(std::string_view bytes);
    /// Never throws for bad input: what cannot be read gives `readable == false` and an error diagnostic.
    document (*read)(std::string_view bytes, const read_options&);
};

[[nodiscard]] const std::vector<reader>& readers();

/// Reads bytes as `format`, or as what their content and then their name tell.
/// A format that no reader has gives an unreadable document with `unknown-format`.
[[nodiscard]] document read_document(std::string_view bytes, std::string_view format, const read_options& options);

}  // namespace minutes
