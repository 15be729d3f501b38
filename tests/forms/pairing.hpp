// SPDX-License-Identifier: Apache-2.0
// Which forms meet in one document: each beside the plainest ones of the other parts, and each pair of two parts that touch.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "composition.hpp"

/// All forms by their parts; the first of a part is its plainest.
struct form_collection {
    std::map<std::string, std::vector<form>> parts;
};

form_collection collect_forms(const std::filesystem::path& folder);

/// Minutes that are one file: in one language, and plain text or Markdown.
struct setting {
    std::string language;
    bool markdown = false;
};

struct combination {
    chosen_forms forms;
    setting in;
    std::vector<const form*> about;  ///< none for the plainest document; else the one form or the two that it is made for
};

/// In an order in which the combination of none and of each one come before pairs.
std::vector<combination> combinations(const form_collection& all);

/// "business 'bold headings' × tasks 'label before the owner'", or "plain".
std::string name_of_combination(const std::vector<const form*>& about);
