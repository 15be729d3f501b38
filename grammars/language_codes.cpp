// SPDX-License-Identifier: Apache-2.0
#include "language_codes.hpp"

#include <algorithm>
#include <array>

namespace minutes {

namespace {

struct language {
    std::string_view code, name;
};

constexpr std::array<language, languages_known> all = {{{"en", "English"}, {"cy", "Welsh"}, {"da", "Danish"}, {"de", "German"}, {"es", "Spanish"}, {"fr", "French"}, {"nb", "Norwegian"}, {"nl", "Dutch"}, {"pt", "Portuguese"}}};

}  // namespace

const std::vector<std::string_view>& language_codes() {
    static const std::vector<std::string_view> codes = [] {
        std::vector<std::string_view> out;
        for (const auto& l : all) out.push_back(l.code);
        return out;
    }();
    return codes;
}

std::size_t index_of_language(std::string_view code) {
    return static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [&](const language& l) { return l.code == code; }) - all.begin());
}

bool is_language(std::string_view code) { return index_of_language(code) < all.size(); }

std::string_view language_name(std::string_view code) { return all[index_of_language(code)].name; }

}  // namespace minutes
