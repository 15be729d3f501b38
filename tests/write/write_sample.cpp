// SPDX-License-Identifier: Apache-2.0
// write_sample FOLDER: the sample in every format, as FOLDER/nasty.json …, two.json …, empty.json …, long.json …
#include <iostream>

#include <minutes/write.hpp>

#include "sample.hpp"

namespace {

/// "nasty.json"; "nasty-events.ics" where another format has the ending too.
std::string file_name(std::string_view stem, const minutes::output_format& f) {
    const std::size_t dash = f.name.find('-');
    return std::string(stem) + (dash == f.name.npos ? "" : std::string(f.name.substr(dash))) + "." + std::string(f.extension);
}

}  // namespace

int main(int argc, char* argv[]) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : ".";
    const std::pair<const char*, minutes::parse_result> documents[] = {
        {"nasty", sample::nasty()}, {"two", sample::two_meetings()}, {"empty", {}}, {"long", sample::long_action(40'000)}};
    for (const auto& [name, document] : documents)
        for (const minutes::output_format& f : minutes::output_formats())
            if (const auto done = minutes::write_file(document, f.name, folder / file_name(name, f), {.replace = true}); !done) {
                std::cerr << done.message << '\n';
                return 1;
            }
    return 0;
}
