// SPDX-License-Identifier: Apache-2.0
// What an Akoma Ntoso file says of a meeting's minutes before their text: identification (FRBR), votes, and what they refer to.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markup.hpp"

namespace minutes {

inline constexpr const char* akn_own_name_space = "urn:minutes:meeting:1";

/// Letters and digits of ASCII, the rest as single hyphens: what an address or an id may hold.
[[nodiscard]] std::string akn_slug(std::string_view text, bool lower = true);

/// One meeting of a file.
struct akn_debate {
    const meeting& m;
    std::size_t number = 1;  ///< in its file, from 1
    std::string prefix{};    ///< keeps the ids of several meetings apart; may be empty

    [[nodiscard]] std::string id_of(const std::string& name) const { return prefix.empty() ? name : prefix + "__" + name; }
    [[nodiscard]] std::string reference(const std::string& name) const { return "#" + id_of(name); }
};

using akn_votes = std::vector<std::pair<std::string, const decision*>>;  ///< each with the id of the element that it was on

/// Fills `<meta>`.
void describe_debate(pugi::xml_node meta, const akn_debate& of, const akn_votes& votes);

}  // namespace minutes
