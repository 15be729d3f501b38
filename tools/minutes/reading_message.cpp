// SPDX-License-Identifier: Apache-2.0
#include "reading_message.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>

#include <poll.h>
#include <unistd.h>

namespace cli {

namespace {

constexpr std::uint32_t request_mark = 0x4D5251;  // a pipe that something else wrote into is told by these
constexpr std::uint32_t answer_mark = 0x4D5241;

struct head {
    std::uint32_t mark = 0;
    std::uint32_t kind = 0;
    std::uint64_t first = 0, second = 0;  // sizes of the texts that follow
};

bool put(int pipe, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(pipe, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) return false;
        if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

bool put(int pipe, const head& h) { return put(pipe, {reinterpret_cast<const char*>(&h), sizeof h}); }

/// Milliseconds for poll: -1 without a deadline.
int left(const std::optional<deadline>& until) {
    if (!until) return -1;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(*until - std::chrono::steady_clock::now()).count();
    return static_cast<int>(std::clamp<long long>(ms, 0, 3'600'000));
}

receipt take(int pipe, char* to, std::size_t size, const std::optional<deadline>& until) {
    while (size > 0) {
        pollfd fd{pipe, POLLIN, 0};
        const int ready = ::poll(&fd, 1, left(until));
        if (ready == 0) return receipt::late;
        if (ready < 0 && errno != EINTR) return receipt::closed;
        if (ready < 0) continue;
        const ssize_t n = ::read(pipe, to, size);
        if (n == 0 || (n < 0 && errno != EINTR)) return receipt::closed;
        if (n < 0) continue;
        to += n;
        size -= static_cast<std::size_t>(n);
    }
    return receipt::whole;
}

/// Grows with what comes: a size that is a lie takes no memory.
receipt take(int pipe, std::string& to, std::uint64_t size, const std::optional<deadline>& until) {
    constexpr std::size_t piece = std::size_t{1} << 20;
    to.clear();
    while (to.size() < size) {
        const std::size_t at = to.size(), n = std::min<std::uint64_t>(piece, size - at);
        to.resize(at + n);
        if (const receipt r = take(pipe, to.data() + at, n, until); r != receipt::whole) return r;
    }
    return receipt::whole;
}

receipt take(int pipe, head& h, std::uint32_t mark, const std::optional<deadline>& until) {
    const receipt r = take(pipe, reinterpret_cast<char*>(&h), sizeof h, until);
    if (r != receipt::whole) return r;
    return h.mark == mark && h.first <= longest_answer && h.second <= longest_answer ? r : receipt::garbage;
}

}  // namespace

bool send(int pipe, const reading_request& r) {
    return put(pipe, head{request_mark, 0, r.path.size(), r.name.size()}) && put(pipe, r.path) && put(pipe, r.name);
}

bool send(int pipe, const reading_answer& a) {
    return put(pipe, head{answer_mark, static_cast<std::uint32_t>(a.kind), a.content.size(), 0}) && put(pipe, a.content);
}

receipt receive(int pipe, reading_request& r) {
    head h;
    receipt got = take(pipe, h, request_mark, {});
    if (got == receipt::whole) got = take(pipe, r.path, h.first, {});
    if (got == receipt::whole) got = take(pipe, r.name, h.second, {});
    return got;
}

receipt receive(int pipe, reading_answer& a, deadline until) {
    head h;
    receipt got = take(pipe, h, answer_mark, until);
    if (got == receipt::whole) got = take(pipe, a.content, h.first, until);
    a.kind = static_cast<reading_answer::kind_type>(h.kind);
    return got;
}

}  // namespace cli
