// SPDX-License-Identifier: Apache-2.0
// Meeting → meeting: what follows from the words.  Dates are read, years filled
// in, initials tied to people; each inference is `derived` under its rule's name,
// and what two readings leave open is `uncertain`.
#pragma once

#include <minutes/meeting.hpp>
#include <minutes/parse.hpp>

#include "lexicon.hpp"

namespace minutes {

void resolve(meeting& m, const lexicon& words, const parse_options& options);

// ── The steps, in order ──
void resolve_dates(meeting& m, const lexicon& words, const parse_options& options);
void resolve_people(meeting& m, const lexicon& words);
void check_meeting(meeting& m, const lexicon& words);
void forget_unread(meeting& m);

/// Adds a diagnostic whose severity and hint are the code's own.  Throws std::logic_error when src/model/diagnostics
/// has no such code: a fault of the source, which every test then names.
void say(meeting& m, std::string_view code, spans where, std::string message);

}  // namespace minutes
