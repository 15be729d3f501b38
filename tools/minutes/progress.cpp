// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"

#include <fmt/format.h>

#include "text.hpp"

namespace cli {

namespace {

std::string in_words(double seconds) {
    const auto s = static_cast<std::size_t>(seconds + 0.5);
    if (s < 60) return fmt::format("{} s", s);
    if (s < 3600) return fmt::format("{} min {} s", s / 60, s % 60);
    return fmt::format("{} h {} min", s / 3600, s % 3600 / 60);
}

}  // namespace

void progress::show(std::size_t done) {
    const auto now = clock::now();
    if (!shown_ || (on_screen_ && now - last_ < std::chrono::milliseconds(200))) return;
    last_ = now;
    on_screen_ = true;
    const double elapsed = std::chrono::duration<double>(now - begun_).count();
    std::string line = fmt::format("{} of {}", number(done), counted(all_, "document"));
    if (done > 0 && elapsed > 1) {
        const double rate = static_cast<double>(done) / elapsed;
        line += fmt::format(", {:.{}f}/s, {} left", rate, rate < 10 ? 1 : 0, in_words(static_cast<double>(all_ - done) / rate));
    }
    console_.tell("\r\033[K" + line);
}

void progress::clear() {
    if (on_screen_) console_.tell("\r\033[K");
    on_screen_ = false;
}

}  // namespace cli
