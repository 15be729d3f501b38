// SPDX-License-Identifier: Apache-2.0
// What readers of packages say alike.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

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

/// Names what the package holds and no reader reads: by a piece of its parts' names, what a person calls it.
void report_left_out(const package& from, const std::vector<std::pair<std::string_view, std::string_view>>& kinds, document_builder& to);

/// The empty document of a package that does not hold `what`, or whose diagnostics say why it cannot be read.
[[nodiscard]] document refuse_package(package& from, std::string_view what, document_builder&& to);

/// An empty document with the error `encrypted`.
[[nodiscard]] document encrypted_document(std::string_view bytes, std::string_view format);

}  // namespace minutes
