// SPDX-License-Identifier: Apache-2.0
// Legacy Word documents and Rich Text: an office program turns them into Office Open
// XML in a private folder, and that is read.  Without one, a plainer program gives
// their words, with a warning about what it loses.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_doc(std::string_view bytes);
[[nodiscard]] document read_doc(std::string_view bytes, const read_options& options);

[[nodiscard]] int recognise_rtf(std::string_view bytes);
[[nodiscard]] document read_rtf(std::string_view bytes, const read_options& options);

}  // namespace minutes
