// SPDX-License-Identifier: Apache-2.0
#include <minutes/style.hpp>

#include "languages.hpp"
#include "open_file.hpp"

namespace minutes {

style_result parse_style(std::string_view toml) {
    style_result r;
    auto file = read_lexicon_file(toml, r.diagnostics);
    if (r.ok()) r.style = house_style(std::make_shared<const lexicon_set>(std::move(file)));
    return r;
}

style_result load_style(const std::filesystem::path& path) { return parse_written_file(path, std::size_t{16} << 20, parse_style); }

const std::vector<language>& languages() {
    static const std::vector<language> all = [] {
        std::vector<language> out;
        for (const auto code : language_codes()) out.push_back({code, language_name(code)});
        return out;
    }();
    return all;
}

}  // namespace minutes
