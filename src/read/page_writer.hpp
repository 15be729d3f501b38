// SPDX-License-Identifier: Apache-2.0
// Pages into a document: what stands on them, in reading order, as paragraphs and tables.
#pragma once

#include <vector>

#include "document_builder.hpp"
#include "page.hpp"

namespace minutes {

/// Adds the words of all pages to the document.
void write_pages(const std::vector<page>& pages, document_builder& to);

}  // namespace minutes
