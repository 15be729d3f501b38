// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "commands.hpp"
#include "suggestion.hpp"
#include "text.hpp"
#include "text_table.hpp"

namespace cli {

namespace {

std::string all_codes(const screen& s) {
    text_table table({"Code", "Severity", "Meaning"});
    for (const auto& d : minutes::diagnostic_codes()) table.add({std::string(d.code), std::string(minutes::name_of(d.severity)), std::string(d.meaning)});
    return table.print(s);
}

std::string indented(std::string_view text, const screen& s) {
    std::string out;
    for (const std::string& line : wrapped(text, s.width > 22 ? s.width - 2 : 20)) out += "  " + line + "\n";
    return out;
}

std::string explanation(const minutes::diagnostic_code& d, const screen& s) {
    std::string out = fmt::format("{} ({})\n{}", paint(s, style::bold, d.code), minutes::name_of(d.severity), indented(d.meaning, s));
    return d.hint.empty() ? out : out + "\n" + indented(fmt::format("What to do: {}", d.hint), s);
}

}  // namespace

status explain(const options& o, console& c) {
    const auto& codes = minutes::diagnostic_codes();
    if (o.code.empty()) {
        c.put(all_codes(c.out()));
        return status::done;
    }
    const auto it = std::find_if(codes.begin(), codes.end(), [&](const auto& d) { return d.code == o.code; });
    if (it != codes.end()) {
        c.put(explanation(*it, c.out()));
        return status::done;
    }
    std::vector<std::string_view> names;
    for (const auto& d : codes) names.push_back(d.code);
    return usage_error(c, "explain", fmt::format("there is no code '{}'{} ('minutes explain' lists them)", visible(o.code), suggestion(o.code, names)));
}

}  // namespace cli
