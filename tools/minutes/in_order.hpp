// SPDX-License-Identifier: Apache-2.0
// Many inputs, several at a time, with the results in the order of the inputs: what comes out does not depend on the number.
#pragma once

#include <deque>
#include <future>
#include <string>
#include <utility>
#include <vector>

namespace cli {

/// Calls `make` for each input, for up to `jobs` of them at the same time, and `use` with each input and its result, one
/// after the other, on this thread.  No more than `jobs` results wait.
template <class Make, class Use>
void in_order(const std::vector<std::string>& inputs, std::size_t jobs, const Make& make, const Use& use) {
    if (jobs <= 1 || inputs.size() <= 1) {
        for (const std::string& input : inputs) use(input, make(input));
        return;
    }
    std::deque<std::future<decltype(make(inputs.front()))>> started;
    auto next = inputs.begin();
    for (const std::string& input : inputs) {
        for (; next != inputs.end() && started.size() < jobs; ++next) started.push_back(std::async(std::launch::async, [&make, &path = *next] { return make(path); }));
        auto result = started.front().get();
        started.pop_front();
        use(input, std::move(result));
    }
}

}  // namespace cli
