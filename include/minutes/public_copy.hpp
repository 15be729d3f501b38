// SPDX-License-Identifier: Apache-2.0
// What of minutes may be published: a meeting without its exempt business.
#pragma once

#include <minutes/export.hpp>
#include <minutes/parse.hpp>

namespace minutes {

/// The meeting without its exempt items, and without their actions, decisions, declarations and words: where they stood
/// the text has "[…]" and the ends of their lines, so that what remains keeps its place.  People named nowhere else go
/// too, as do values and diagnostics that rest on such words.  A meeting without exempt items is returned as it is.
[[nodiscard]] MINUTES_EXPORT meeting public_copy(const meeting& m);

/// The same for all meetings of a document.
[[nodiscard]] MINUTES_EXPORT parse_result public_copy(const parse_result& document);

}  // namespace minutes
