// SPDX-License-Identifier: Apache-2.0
#include "reading_pool.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <new>
#include <thread>

#include <fmt/format.h>

#include <minutes/load.hpp>

#include "worker_process.hpp"

namespace cli {

namespace {

constexpr std::size_t window = 16;    // readings a worker that may wait: one slow document does not stop the others
constexpr std::size_t renewal = 500;  // documents that a worker reads before another takes its place: what leaks, leaks little

pooled_reading failed(std::string why) { return {{}, std::move(why), {}}; }

/// What the answer says, checked by the loader as any file of ours.
pooled_reading reading_of(const reading_answer& a, const pool_options& o) {
    using kind = reading_answer::kind_type;
    if (a.kind == kind::no_memory) return failed(fmt::format("its reader ran out of memory ({} MB)", o.memory >> 20));
    if (a.kind == kind::fault) return failed("its reader failed: " + a.content);
    auto r = minutes::load(a.content);
    if (!r.readable) return failed("its reader gave no sensible answer: " + r.diagnostics.front().message);
    r.readable = a.kind == kind::read;
    return {std::move(r), {}, {}};
}

/// The requests and their readings, as the workers' threads and the one that uses them share them.
class board {
public:
    board(std::size_t requests, std::size_t width) : requests_(requests), width_(width) {}

    /// The number of the next request; none when all are taken or nobody wants more.
    std::optional<std::size_t> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopped_ || next_ >= requests_ || next_ < used_ + width_; });
        return stopped_ || next_ >= requests_ ? std::nullopt : std::optional(next_++);
    }

    void put(std::size_t n, pooled_reading&& r) {
        const std::lock_guard lock(mutex_);
        done_.emplace(n, std::move(r));
        changed_.notify_all();
    }

    pooled_reading wait_for(std::size_t n) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return done_.count(n) > 0; });
        pooled_reading r = std::move(done_.extract(n).mapped());
        used_ = n + 1;
        changed_.notify_all();
        return r;
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::size_t, pooled_reading> done_;
    std::size_t requests_, width_, next_ = 0, used_ = 0;
    bool stopped_ = false;
};

class reader {
public:
    explicit reader(const pool_options& o) : options_(o), worker_(o.worker) {}

    pooled_reading read(const reading_request& request) {
        if (++read_ % renewal == 0) worker_.end();
        pooled_reading r = try_once(request);
        if (r.read || !r.no_worker.empty()) return r;
        worker_.end();  // a second try, with nothing left of the first
        pooled_reading again = try_once(request);
        if (!again.read) worker_.end();
        return again;
    }

private:
    pooled_reading try_once(const reading_request& request) {
        try {
            if (std::string why = worker_.start(); !why.empty()) return {{}, {}, std::move(why)};
            reading_answer answer;
            const std::string failure = worker_.ask(request, options_.time, answer);
            return failure.empty() ? reading_of(answer, options_) : failed(failure);
        } catch (const std::bad_alloc&) {
            return failed("there is not enough memory for what was read of it");
        }
    }

    const pool_options& options_;
    worker_process worker_;
    std::size_t read_ = 0;
};

}  // namespace

void read_all(const std::vector<reading_request>& requests, const pool_options& o, const std::function<bool(std::size_t, pooled_reading&&)>& use) {
    remove_folders_of_dead_imports();
    board b(requests.size(), o.jobs * window);
    std::vector<std::jthread> threads;
    const struct stopper {  // gone before the threads, which it lets end
        board& b;
        ~stopper() { b.stop(); }
    } stopper{b};
    for (std::size_t k = 0; k < std::min(o.jobs, requests.size()); ++k)
        threads.emplace_back([&] {
            reader r(o);
            while (const auto n = b.take()) b.put(*n, r.read(requests[*n]));
        });
    bool wanted = true;
    for (std::size_t n = 0; wanted && n < requests.size(); ++n) wanted = use(n, b.wait_for(n));
}

}  // namespace cli
