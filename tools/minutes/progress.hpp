// SPDX-License-Identifier: Apache-2.0
// One line on a terminal that says how far a long work is; on anything else nothing.
#pragma once

#include <chrono>
#include <cstddef>

#include "console.hpp"

namespace cli {

class progress {
public:
    progress(console& c, std::size_t all, bool quiet) : console_(c), all_(all), shown_(c.err().terminal && !quiet) {}
    ~progress() { clear(); }
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;

    /// Shows it anew, some times a second.
    void show(std::size_t done);

    /// Takes it away, so that something else can be said.
    void clear();

private:
    using clock = std::chrono::steady_clock;
    console& console_;
    std::size_t all_;
    bool shown_, on_screen_ = false;
    clock::time_point begun_ = clock::now(), last_{};
};

}  // namespace cli
