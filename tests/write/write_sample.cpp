// SPDX-License-Identifier: Apache-2.0
// write_sample FOLDER --hostile: a workbook of each hostile string, as FOLDER/0.xlsx …
// write_sample FOLDER: the sample in every format, as FOLDER/nasty.json …, two.json …, empty.json …, long.json …
#include <iostream>

#include <minutes/write.hpp>

#include "hostile.hpp"
#include "sample.hpp"

namespace {

int write_hostile(const std::filesystem::path& folder) {
    for (std::size_t i = 0; i < sample::hostile().size(); ++i)
        if (!minutes::write_file(sample::meeting_of(sample::hostile()[i]), "xlsx", folder / (std::to_string(i) + ".xlsx"))) return 1;
    return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : ".";
    if (argc > 2) return write_hostile(folder);
    const std::pair<const char*, minutes::parse_result> documents[] = {
        {"nasty", sample::nasty()}, {"two", sample::two_meetings()}, {"empty", {}}, {"long", sample::long_action(40'000)}, {"tall", sample::tall_action(300)}};
    minutes::write_options how;
    how.replace = true;
    for (const auto& [name, document] : documents)
        for (const minutes::output_format& f : minutes::output_formats())
            if (const auto done = minutes::write_file(document, f.name, folder / sample::file_name(name, f), how); !done) {
                std::cerr << done.message << '\n';
                return 1;
            }
    auto open = sample::nasty();
    open.meeting.items[0].items[0].exempt = {};
    how.profile = minutes::register_profile::publish;
    if (!minutes::write_file(open, "xlsx", folder / "publish.xlsx", how) || !minutes::write_file(sample::nasty(), "xlsx", folder / "exempt.xlsx", how)) return 1;
    how.profile = minutes::register_profile::minimal;
    if (!minutes::write_file(open, "xlsx", folder / "minimal.xlsx", how)) return 1;
    how.profile = minutes::register_profile::working;
    how.columns = {"Action", "Days overdue", "Due date", "Status"};
    how.as_at = minutes::date{std::chrono::year{2014}, std::chrono::May, std::chrono::day{10}};
    return minutes::write_file(sample::nasty(), "xlsx", folder / "chosen.xlsx", how) ? 0 : 1;
}
