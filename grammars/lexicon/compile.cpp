// SPDX-License-Identifier: Apache-2.0
// compile FILE.toml NAME OUT   writes what lexicon_file.hpp reads in a lexicon file as a C++ header that defines NAME.
// compile --evidence FILE.toml NAME OUT   the same of languages.toml.
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "language_codes.hpp"
#include "lexicon_file.hpp"

namespace {

constexpr auto head = "// Generated; do not edit.\n#pragma once\n\n#include \"compiled_lexicon.hpp\"\n\nnamespace minutes {{\n\n";

/// A literal on a line of its own: compilers limit the length of one.
std::string line_of(std::string_view phrase) {
    std::string out = "    \"";
    for (const char c : phrase) {
        const bool plain = c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '?';
        out += plain ? std::string(1, c) : fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
    return out + "\\n\"\n";
}

std::string compile_lexicon(const minutes::lexicon_file& file, const std::string& name) {
    std::string changes, phrases;
    std::vector<int> numbers;
    for (const auto& c : file.changes) {
        changes += fmt::format("    {{{}, {}, {}}},\n", c.section, c.key, c.phrases.size());
        for (const auto& p : c.phrases) phrases += line_of(p);
        numbers.insert(numbers.end(), c.numbers.begin(), c.numbers.end());
    }
    std::string out = fmt::format(head);
    out += fmt::format("inline constexpr compiled_change {}_changes[] = {{\n{}}};\n\n", name, changes);
    out += fmt::format("inline constexpr std::uint8_t {}_numbers[] = {{{}}};\n\n", name, fmt::join(numbers, ", "));
    const auto day_first = !file.day_first ? "std::nullopt" : *file.day_first ? "true" : "false";
    out += fmt::format("inline constexpr compiled_lexicon {0} = {{{1}, {0}_changes,\n{2}    , {0}_numbers}};\n\n}}  // namespace minutes\n", name, day_first, phrases);
    return out;
}

std::string compile_evidence(const toml::table& root, const std::string& name) {
    std::map<std::string, std::array<int, minutes::languages_known>> all;
    for (const auto code : minutes::language_codes())
        for (const auto& [key, weight] : {std::pair{"small_words", 1}, std::pair{"minutes_words", 3}})
            if (const auto* list = root[code][key].as_array())
                for (const auto& w : *list) all[minutes::fold(w.value_or(std::string_view()))][minutes::index_of_language(code)] = weight;
    std::string words, weights;
    for (const auto& [w, own] : all) {
        words += line_of(w);
        weights += fmt::format("    {{{}}},\n", fmt::join(own, ", "));
    }
    return fmt::format(head) + fmt::format("inline constexpr std::array<std::uint8_t, languages_known> {0}_weights[] = {{\n{1}}};\n\n"
                                           "inline constexpr compiled_evidence {0} = {{\n{2}    , {0}_weights}};\n\n}}  // namespace minutes\n", name, weights, words);
}

/// The header's text; empty when the file has mistakes, which are told.
std::string compile(bool evidence, const std::string& toml, const std::string& path, const std::string& name) {
    if (evidence) return compile_evidence(toml::parse(toml, path), name);
    std::vector<minutes::diagnostic> mistakes;
    const auto file = minutes::read_lexicon_file(toml, mistakes);
    for (const auto& m : mistakes) std::cerr << fmt::format("{}:{}:{}: error: {}\n", path, m.place.line, m.place.column, m.message);
    for (const auto& c : file.changes)
        if (c.how != minutes::lexicon_change::how_type::extend) mistakes.push_back({}), std::cerr << path << ": error: a lexicon may only extend\n";
    return mistakes.empty() ? compile_lexicon(file, name) : std::string{};
}

}  // namespace

int main(int argc, char* argv[]) {
    const bool evidence = argc == 5 && std::string_view(argv[1]) == "--evidence";
    if (argc != 4 && !evidence) {
        std::cerr << "usage: compile [--evidence] FILE.toml NAME OUT\n";
        return 2;
    }
    const std::string path = argv[argc - 3];
    std::ifstream in(path, std::ios::binary);
    const std::string toml(std::istreambuf_iterator<char>(in), {});
    try {
        const auto text = in ? compile(evidence, toml, path, argv[argc - 2]) : std::string{};
        if (text.empty()) return 1;
        std::ofstream out(argv[argc - 1], std::ios::binary);
        out << text;
        return out.flush() ? 0 : 1;
    } catch (const std::exception& e) {
        std::cerr << path << ": error: " << e.what() << '\n';
        return 1;
    }
}
