// SPDX-License-Identifier: Apache-2.0
#include "console.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace cli {

namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::size_t width_of(std::FILE* stream) {
    const long columns = std::strtol(std::string(variable("COLUMNS")).c_str(), nullptr, 10);
    if (columns > 0) return static_cast<std::size_t>(columns);
    winsize size{};
    if (::ioctl(::fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

screen screen_of(std::FILE* stream) {
    screen s;
    s.terminal = ::isatty(::fileno(stream)) == 1;
    s.colours = s.terminal && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
    s.width = width_of(stream);
    return s;
}

const char* code_of(style how) {
    switch (how) {
        case style::bold: return "1";
        case style::dim: return "2";
        case style::red: return "1;31";
        case style::yellow: return "1;33";
        case style::cyan: return "1;36";
    }
    return "0";
}

}  // namespace

std::string paint(const screen& s, style how, std::string_view text) {
    if (!s.colours || text.empty()) return std::string(text);
    return fmt::format("\033[{}m{}\033[0m", code_of(how), text);
}

console::console() : out_(screen_of(stdout)), err_(screen_of(stderr)) {}

void console::put(std::string_view data) {
    if (error_ || data.empty()) return;
    if (std::fwrite(data.data(), 1, data.size(), stdout) != data.size()) error_ = errno;
}

void console::tell(std::string_view message) {
    std::fflush(stdout);  // where both go to one terminal, what was said first stands first
    std::fwrite(message.data(), 1, message.size(), stderr);
}

status console::finish() {
    if (std::fflush(stdout) != 0 && !error_) error_ = errno;
    if (!error_ || error_ == EPIPE) return status::done;
    tell(fmt::format("minutes: error: cannot write standard output: {}\n", std::strerror(error_)));
    return status::unwritable;
}

}  // namespace cli
