// SPDX-License-Identifier: Apache-2.0
// Many inputs, several at a time, with the results in the order of the inputs: what comes out does not depend on the number.
#pragma once

#include <algorithm>
#include <atomic>
#include <future>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

namespace cli {

/// Threads that take one input after the other.  A thread is dear to start, and so is its memory: each takes many.
template <class Result, class Make>
class input_readers {
public:
    input_readers(const std::vector<std::string>& inputs, std::size_t jobs, const Make& make)
        : inputs_(inputs), make_(make), results_(inputs.size()), places_(static_cast<std::ptrdiff_t>(jobs)) {
        for (std::size_t i = 0; i < std::min(jobs, inputs.size()); ++i) threads_.emplace_back([this] { read(); });
    }
    ~input_readers() {
        next_ = inputs_.size();
        places_.release(static_cast<std::ptrdiff_t>(threads_.size()));
        for (auto& t : threads_) t.join();
    }
    input_readers(const input_readers&) = delete;
    input_readers& operator=(const input_readers&) = delete;

    /// The result of an input, once it is there; with it a place becomes free.  To be called once for each, in order.
    Result take(std::size_t input) {
        auto result = results_[input].get_future().get();
        places_.release();
        return result;
    }

private:
    void read() {
        for (;;) {
            places_.acquire();
            const std::size_t input = next_++;
            if (input >= inputs_.size()) return;
            try {
                results_[input].set_value(make_(inputs_[input]));
            } catch (...) {
                results_[input].set_exception(std::current_exception());
            }
        }
    }

    const std::vector<std::string>& inputs_;
    const Make& make_;
    std::vector<std::promise<Result>> results_;
    std::counting_semaphore<> places_;  // for results that nobody took yet
    std::atomic<std::size_t> next_ = 0;
    std::vector<std::thread> threads_{};
};

/// Calls `make` for each input, for up to `jobs` of them at the same time, and `use` with each input and its result, one
/// after the other, on this thread.  No more than `jobs` results wait.
template <class Make, class Use>
void in_order(const std::vector<std::string>& inputs, std::size_t jobs, const Make& make, const Use& use) {
    if (jobs <= 1 || inputs.size() <= 1) {
        for (const std::string& input : inputs) use(input, make(input));
        return;
    }
    input_readers<decltype(make(inputs.front())), Make> readers(inputs, jobs, make);
    for (std::size_t i = 0; i < inputs.size(); ++i) use(inputs[i], readers.take(i));
}

}  // namespace cli
