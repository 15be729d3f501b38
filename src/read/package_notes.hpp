// SPDX-License-Identifier: Apache-2.0
// What readers of packages say alike.
#pragma once

#include <string_view>

#include "document_builder.hpp"
#include "package.hpp"

namespace minutes {

/// What a walk over a document met.
struct walk_report {
    bool changes = false;         ///< tracked changes
    bool hidden = false;          ///< words that the format hides
    bool too_deep = false;        ///< nested beyond the limit
    bool too_many_cells = false;
};

[[nodiscard]] bool is_zip(std::string_view bytes);

/// Moves the package's diagnostics to the document.
void report_package(package& from, document_builder& to);

void report_reading(const walk_report& met, const reading& how, document_builder& to);

/// An empty document with the error `encrypted`.
[[nodiscard]] document encrypted_document(std::string_view bytes, std::string_view format);

}  // namespace minutes
