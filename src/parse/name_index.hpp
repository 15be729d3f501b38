// SPDX-License-Identifier: Apache-2.0
// People by the first and the last word of their names, so that who may be the same person is found without comparing
// everybody with everybody: a list of ten thousand names is long, not slow.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace minutes {

class name_index {
public:
    /// Adds the next person: the words of the name, folded, without honorifics.
    void add(std::vector<std::string> name);

    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] const std::vector<std::string>& name(std::size_t person) const { return names_[person]; }

    /// The people, in order, whose name starts or ends in a word that this one starts or ends in.
    [[nodiscard]] std::vector<std::size_t> alike(const std::vector<std::string>& name) const;

private:
    std::vector<std::vector<std::string>> names_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_end_;
};

}  // namespace minutes
