// SPDX-License-Identifier: Apache-2.0
// Business that stands in no item of its own: its words become one, without a number or a heading.
#pragma once

#include <string>
#include <vector>

#include "parser.hpp"

namespace minutes {

class passages {
public:
    explicit passages(parser& p) : p_(p) {}

    /// The words in bytes [begin, end); `how` says why they are exempt, or that they are not.
    void add(std::uint32_t begin, std::uint32_t end, const traced<bool>& how);

    /// Puts them into the meeting, with what was decided or is to be done in them, when nobody points at items any more.
    void insert();

private:
    struct passage {
        std::uint32_t begin, end;
        item of;
    };

    parser& p_;
    std::vector<passage> found_;
};

}  // namespace minutes
