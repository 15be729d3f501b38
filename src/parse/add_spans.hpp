// SPDX-License-Identifier: Apache-2.0
// The words of a decision or a task are put together from several places.
#pragma once

#include <minutes/span.hpp>

namespace minutes {

/// Puts more places behind those that a value was read from.
inline void add(spans& to, const spans& more) { to.insert(to.end(), more.begin(), more.end()); }

}  // namespace minutes
