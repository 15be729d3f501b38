// SPDX-License-Identifier: Apache-2.0
// What a meeting says, whatever the words that said it: a line a fact, for comparing two readings.
#pragma once

#include <string>
#include <vector>

#include <minutes/meeting.hpp>

/// Title, occasion, people, items with their prose, decisions, actions and the next meeting; white space as single blanks.
std::vector<std::string> content_of(const minutes::meeting& m);

/// The facts of `a` that `b` has not, then those of `b` that `a` has not, as lines with "-" and "+".
std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b);
