// SPDX-License-Identifier: Apache-2.0
// What an import and its workers say to each other over pipes: messages of a few fields, each with its length in front.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace cli {

/// What a worker is asked to read.
struct reading_request {
    std::string path;  ///< of the file
    std::string name;  ///< what its source is to be called
};

/// What became of it.
struct reading_answer {
    enum class kind_type : std::uint8_t { read = 'r', unreadable = 'u', no_memory = 'm', fault = 'f' };
    kind_type kind = kind_type::fault;
    std::string content;  ///< JSON as `-t json` writes it; of a fault: what went wrong
};

enum class receipt { whole, closed, late, garbage };

using deadline = std::chrono::steady_clock::time_point;

/// The longest answer that is taken.
inline constexpr std::size_t longest_answer = std::size_t{256} << 20;

/// Whether all of it was taken; not when the other end is gone.
bool send(int pipe, const reading_request& r);
bool send(int pipe, const reading_answer& a);

receipt receive(int pipe, reading_request& r);
receipt receive(int pipe, reading_answer& a, deadline until);

}  // namespace cli
