// SPDX-License-Identifier: Apache-2.0
// Standard output and standard error, and what they are connected to.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include "status.hpp"

namespace cli {

/// What a stream is shown on.
struct screen {
    bool terminal = false;
    bool colours = false;    ///< a terminal, and neither NO_COLOR nor TERM=dumb forbid it
    std::size_t width = 80;  ///< COLUMNS, else the terminal's, else 80
};

enum class style { bold, dim, red, yellow, cyan };

/// `text` in a style where the screen has colours, else as it is.
std::string paint(const screen& s, style how, std::string_view text);

class console {
public:
    console();
    [[nodiscard]] const screen& out() const { return out_; }
    [[nodiscard]] const screen& err() const { return err_; }

    /// Data, to standard output.  Once the reader has gone away the rest is dropped.
    void put(std::string_view data);

    /// Anything else, to standard error.
    void tell(std::string_view message);

    /// Flushes; `unwritable`, and said, when standard output did not take everything.  A broken pipe is quiet.
    [[nodiscard]] status finish();

private:
    screen out_, err_;
    int error_ = 0;
};

}  // namespace cli
