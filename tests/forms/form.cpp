// SPDX-License-Identifier: Apache-2.0
#include "form.hpp"

#include <fstream>
#include <stdexcept>

namespace {

/// Where the lines of a section go.
class form_reader {
public:
    explicit form_reader(std::string part) : part_(std::move(part)) {}

    void take(const std::string& line) {
        if (line.starts_with("== ")) return begin_form(line.substr(3));
        if (forms.empty()) return;  // what the file is about
        if (line.starts_with("--- ")) return begin_section(line.substr(4));
        if (section_.empty()) take_field(line);
        else if (section_ == "reads") take_reading(line);
        else if (target_) *target_ += line + "\n";
    }

    std::vector<form> forms;

private:
    void begin_form(const std::string& name) {
        forms.push_back({part_, name, {}, {}, {}, {}});
        section_.clear();
        target_ = nullptr;
    }

    void begin_section(const std::string& name) {
        section_ = name;
        if (name.starts_with("item ") || name.starts_with("item? ")) {
            forms.back().items.push_back({name.substr(name.find(' ') + 1), {}, name[4] == '?'});
            target_ = &forms.back().items.back().text;
        } else {
            target_ = &forms.back().texts[name];
        }
    }

    void take_field(const std::string& line) {
        if (line.empty()) return;
        const auto colon = line.find(": ");
        if (colon == line.npos) throw std::runtime_error(forms.back().title() + " has a field without a colon: " + line);
        forms.back().fields[line.substr(0, colon)] = line.substr(colon + 2);
    }

    void take_reading(const std::string& line) {
        if (!line.empty()) add_line(forms.back().reads, line);
    }

    std::string part_, section_;
    std::string* target_ = nullptr;
};

void drop_blank_lines_at_end(std::string& text) {
    while (text.ends_with("\n\n")) text.pop_back();
    if (text == "\n") text.clear();
}

}  // namespace

std::vector<form> forms_in(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot open " + file.string());
    form_reader reader(file.stem().string());
    for (std::string line; std::getline(in, line);) reader.take(line);
    for (auto& f : reader.forms) {
        for (auto& [name, text] : f.texts) drop_blank_lines_at_end(text);
        for (auto& item : f.items) drop_blank_lines_at_end(item.text);
    }
    return std::move(reader.forms);
}
