// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <string>
#include <minutes/minutes.hpp>

// Prints what is due, with its place in the file and how sure the reading is.
int main(int argc, char* argv[]) {
    if (argc != 3) return 2;
    minutes::parse_options options;
    options.order = minutes::date_order::day_month_year;
    const minutes::parse_result march = minutes::parse_file(argv[1], options);
    for (const minutes::diagnostic& d : march.diagnostics)
        if (d.severity == minutes::severity::error) std::fprintf(stderr, "%s [%s]\n", d.message.c_str(), d.code.c_str());
    if (!march.readable) return 3;

    for (const minutes::action& a : march.meeting.actions) {
        const auto& due = a.due.date;
        const std::string when = due.value ? minutes::to_string(*due.value) : due.given() ? "uncertain" : "no date";
        const std::string how(name_of(due.basis));
        const minutes::place at = a.text.spans.empty() ? minutes::place{} : place_of(*march.meeting.text, a.text.spans.front().begin);
        std::printf("%zu:%zu: %s (%s): %s\n", at.line, at.column, when.c_str(), how.c_str(), words_of(march.meeting, a.text.spans).c_str());
        for (const minutes::owner& o : a.owners)
            if (const minutes::person* who = find_person(march.meeting, o.person)) std::printf("  %s\n", who->name.value->c_str());
    }

    const minutes::write_result written = minutes::write_file(march, "csv", argv[2]);
    if (!written) std::fprintf(stderr, "%s\n", written.message.c_str());
    return written ? 0 : 4;
}
