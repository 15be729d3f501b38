// SPDX-License-Identifier: Apache-2.0
// Stage: threads → those that a register was asked for.
#pragma once

#include <optional>

#include <minutes/history.hpp>
#include <minutes/write.hpp>

namespace minutes {

/// Whether `text` has all words of `wanted`, folded; whatever is wanted of nothing it has.
[[nodiscard]] bool has_words(std::string_view text, std::string_view wanted);

/// @param owners  who is to do it, by name and as written
[[nodiscard]] bool is_asked_for(const action_thread& t, const register_filter& wanted, const std::string& owners, const std::optional<date>& as_at);

/// Whether sheets beside the actions show this meeting.
[[nodiscard]] bool is_asked_for(const meeting& m, const register_filter& wanted);

}  // namespace minutes
