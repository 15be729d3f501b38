// SPDX-License-Identifier: Apache-2.0
// What minutes tell outside their items: short minutes are nothing else.
#pragma once

#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

/// The paragraphs of sentences that stand in no item, in order.  The head, lists of people and lines that are no sentences are not among them.
[[nodiscard]] std::vector<block> narrative_of(const meeting& m);

}  // namespace minutes
