// SPDX-License-Identifier: Apache-2.0
// The pipeline, end to end: bytes ▶ document ▶ blocks ▶ meeting, with what was weighed on the way.
#pragma once

#include <filesystem>
#include <functional>

#include <minutes/parse.hpp>

#include "parse_document.hpp"

namespace minutes {

struct pipeline_notes {
    document read;
    laid_document laid;
    parse_notes parse;
};

/// @param notes  filled in when not null
[[nodiscard]] parse_result run_pipeline(std::string_view bytes, const parse_options& options, pipeline_notes* notes);

/// The same for a file; one that cannot be opened gives `cannot-open`.
[[nodiscard]] parse_result run_pipeline_on_file(const std::filesystem::path& path, parse_options options, pipeline_notes* notes);

}  // namespace minutes
