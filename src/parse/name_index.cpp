// SPDX-License-Identifier: Apache-2.0
#include "name_index.hpp"

#include <algorithm>

namespace minutes {

void name_index::add(std::vector<std::string> name) {
    const std::size_t person = names_.size();
    if (!name.empty()) {
        by_end_[name.front()].push_back(person);
        if (name.back() != name.front()) by_end_[name.back()].push_back(person);
    }
    names_.push_back(std::move(name));
}

std::vector<std::size_t> name_index::alike(const std::vector<std::string>& name) const {
    std::vector<std::size_t> out;
    if (name.empty()) return out;
    for (const auto* end : {&name.front(), &name.back()})
        if (const auto found = by_end_.find(*end); found != by_end_.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace minutes
