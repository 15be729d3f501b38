// SPDX-License-Identifier: Apache-2.0
// How items of business are headed, numbered and set out: a form of "business" is a template of one item.
#pragma once

#include <string>
#include <vector>

#include "form.hpp"

/// The items as the template has them.  In it stand {n}, {roman} and {letter} for the item's number, {heading} or {HEADING}, {---}
/// for a line of dashes (or whatever stands there) as long as the heading, {text} for what stands below, {cell} for
/// the same on one line, or {each}: then what is before it on its line is before each line, and {k} counts these.
/// Above the items stands "--- open", in which a line with {headings} is there once for each item.
std::string framed(const form& frame, const std::vector<form_section>& items);

/// The items' numbers, as they are to be read.
std::vector<std::string> numbers_in(const form& frame, std::size_t count);
