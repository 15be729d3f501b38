// SPDX-License-Identifier: Apache-2.0
// Front matter: what stands before a Markdown text about it, in YAML between lines of
// "---" or in TOML between lines of "+++".  Minutes may give their date, place and
// people only there, so it becomes readable lines as well as metadata.
#pragma once

#include <string_view>

#include "document_builder.hpp"

namespace minutes {

/// Adds a file's front matter as metadata and as lines ("date: 2018-02-05", a list as its items).
/// Returns the offset behind it; 0 when the file has none that can be read.
std::size_t add_front_matter(document_builder& out, std::string_view utf8);

}  // namespace minutes
