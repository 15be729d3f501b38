// SPDX-License-Identifier: Apache-2.0
// A diagnostic for people.
#pragma once

#include <string>

#include <minutes/parse.hpp>

#include "console.hpp"

namespace cli {

/// "march.txt:31:1: warning: … [displaced-owner]" and a line end; without a place where it concerns the whole file.
std::string diagnostic_line(const minutes::parse_result& r, const minutes::diagnostic& d, const screen& s);

/// The same for what stands at `where`, e.g. "my.toml:3:9".
std::string diagnostic_line(const std::string& where, const minutes::diagnostic& d, const screen& s);

/// The source line that it points to, cut to the screen's width around the words, with
/// a caret below them, and the hint; empty when there is no such line.
std::string diagnostic_excerpt(const minutes::parse_result& r, const minutes::diagnostic& d, const screen& s);

/// Errors and warnings, a line each; of an input that cannot be read even when quiet.
void tell_findings(const minutes::parse_result& r, bool quiet, console& c);

}  // namespace cli
