// SPDX-License-Identifier: Apache-2.0
#include "open_list.hpp"

#include <fstream>
#include <stdexcept>

namespace {

bool is_remark(const std::string& line) { return line.empty() || line[0] == '#'; }

/// What stands before the dash.
std::string name_in(const std::string& line) {
    const auto why = line.find(" — ");
    if (why == line.npos) throw std::runtime_error("open.txt does not say why: " + line);
    return line.substr(0, why);
}

}  // namespace

open_list::open_list(const std::filesystem::path& file) : file_(file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        lines_.push_back(line);
        if (!is_remark(line)) names_.push_back(name_in(line));
    }
}

void open_list::write_without_those() const {
    std::ofstream out(file_);
    for (const auto& line : lines_)
        if (is_remark(line) || used_.count(name_in(line))) out << line << "\n";
}

bool open_list::knows(const std::string& combination) {
    for (const auto& name : names_)
        if (name == combination) return used_.insert(name).second || true;
    return false;
}

std::vector<std::string> open_list::of_no_use() const {
    std::vector<std::string> out;
    for (const auto& name : names_)
        if (!used_.count(name)) out.push_back(name);
    return out;
}
