// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace minutes {

/// Counts a level of nesting for as long as it lives.
class nesting {
public:
    explicit nesting(std::size_t& depth) : depth_(depth) { ++depth_; }
    ~nesting() { --depth_; }
    nesting(const nesting&) = delete;
    nesting& operator=(const nesting&) = delete;

private:
    std::size_t& depth_;
};

}  // namespace minutes
