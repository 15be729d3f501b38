// SPDX-License-Identifier: Apache-2.0
// The commands; each is a file of its name.
#pragma once

#include <minutes/parse.hpp>

#include "console.hpp"
#include "options.hpp"
#include "status.hpp"

namespace cli {

status convert(const options& o, console& c);
status make_register(const options& o, console& c);  ///< the command register: its name is a word of C++
status check(const options& o, console& c);
status show(const options& o, console& c);
status trace(const options& o, console& c);
status score(const options& o, console& c);
status explain(const options& o, console& c);
status import(const options& o, console& c);
status read_for_import(const options& o, console& c);  ///< a worker of import; no command for people
status learn_style(const options& o, console& c);  ///< the command style learn
status search(const options& o, console& c);
status make_site(const options& o, console& c);
status list_formats(const options& o, console& c);  ///< convert -t list, any -f list

/// How the reading of one input went: readable or not, and every word of it kept once.
/// Tells on standard error what must never happen.
status status_of(const minutes::parse_result& r, console& c);

}  // namespace cli
