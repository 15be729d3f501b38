// SPDX-License-Identifier: Apache-2.0
// One ordinary way of writing a part of minutes, and what must be read from it.  CONTRIBUTING.md tells how a file of them is written.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "reading.hpp"

/// A heading with what stands below; without a heading, what stands in no item.
struct form_section {
    std::string heading, text;
    bool optional = false;  ///< "--- item? Present": where items have no numbers it may be left out
};

struct form {
    std::string part;  ///< the file's name: "tasks"
    std::string name;
    std::map<std::string, std::string> fields;  ///< lines such as "only: markdown" before the first section
    std::map<std::string, std::string> texts;   ///< sections by their names: "text", "more", "item" of a frame …
    std::vector<form_section> items;            ///< sections "--- item HEADING", in order
    expected_reading reads;

    std::string field(const std::string& key) const { return fields.count(key) ? fields.at(key) : std::string{}; }
    std::string text(const std::string& key) const { return texts.count(key) ? texts.at(key) : std::string{}; }
    std::string title() const { return part + " '" + name + "'"; }
};

/// The forms of a file, in order.
std::vector<form> forms_in(const std::filesystem::path& file);
