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

/// The lines of a sample's section.
std::vector<std::string_view> section(std::string_view sample, std::string_view name) {
    std::vector<std::string_view> lines;
    const std::string head = fmt::format("--- {}\n", name);
    for (std::size_t at = sample.find(head) == sample.npos ? sample.size() : sample.find(head) + head.size(); at < sample.size();) {
        const std::size_t end = std::min(sample.find('\n', at), sample.size());
        const std::string_view line = sample.substr(at, end - at);
        if (line.starts_with("--- ")) break;
        lines.push_back(line);
        at = end + 1;
    }
    return lines;
}

/// A document, a command or a description of what leads to the code, and what is said of it.
std::string example(const minutes::diagnostic_code& d) {
    std::string out = "\n  For example:\n\n";
    for (const auto name : {"minutes", "command", "example"})
        for (const auto line : section(d.sample, name)) out += line.empty() ? "\n" : "    " + visible(line) + "\n";
    const std::string said = fmt::format(" {} {}: ", minutes::name_of(d.severity), d.code);
    for (const auto line : section(d.sample, "reading")) {
        const std::size_t at = line.find(said), place = line.find(' ') + 1;  // "diagnostic: 9:22 warning …"
        if (at == line.npos || at < place) continue;
        out += fmt::format("\n  {}: {}: {} [{}]\n", line.substr(place, at - place), minutes::name_of(d.severity), visible(line.substr(at + said.size())), d.code);
    }
    return out;
}

std::string explanation(const minutes::diagnostic_code& d, const screen& s) {
    return fmt::format("{} ({})\n{}\n{}{}", paint(s, style::bold, d.code), minutes::name_of(d.severity), indented(d.meaning, s),
                       indented(fmt::format("What to do: {}", d.hint), s), d.sample.empty() ? "" : example(d));
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
