// SPDX-License-Identifier: Apache-2.0
// `-t list` and `-f list`: the registries as tables.
#include <minutes/write.hpp>

#include "commands.hpp"
#include "text_table.hpp"

namespace cli {

namespace {

std::string output_formats(const screen& s) {
    text_table table({"Format", "Ending", "What it is"});
    for (const auto& f : minutes::output_formats()) table.add({std::string(f.name), "." + std::string(f.extension), std::string(f.description)});
    return table.print(s);
}

std::string input_formats(const screen& s) {
    text_table table({"Format", "Endings", "What it is"});
    for (const auto& f : minutes::input_formats()) table.add({std::string(f.name), std::string(f.extensions), std::string(f.description)});
    return table.print(s);
}

}  // namespace

status list_formats(const options& o, console& c) {
    c.put(o.format == "list" ? output_formats(c.out()) : input_formats(c.out()));
    return status::done;
}

}  // namespace cli
