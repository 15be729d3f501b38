// SPDX-License-Identifier: Apache-2.0
// Meetings made by hand for the writers' tests.  The body and its people are invented.
#pragma once

#include <string>
#include <string_view>

#include <minutes/parse.hpp>
#include <minutes/write.hpp>

namespace sample {

/// A meeting that holds one of everything, and every string that breaks formats.
minutes::parse_result nasty();

/// The words of `phrase` (its first place in the text), as a value read from there.
minutes::traced<std::string> words(const minutes::meeting& m, std::string_view phrase);

/// Two meetings of one file.
minutes::parse_result two_meetings();

/// An action whose text is `size` letters long, and nothing else.
minutes::parse_result long_action(std::size_t size);

/// An action of that many lines, and nothing else.
minutes::parse_result tall_action(std::size_t lines);

/// "nasty.json"; "nasty-events.ics" where another format has the ending too.
std::string file_name(std::string_view stem, const minutes::output_format& format);

}  // namespace sample
