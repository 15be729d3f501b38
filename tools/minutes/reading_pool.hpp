// SPDX-License-Identifier: Apache-2.0
// Documents read by worker processes, several at a time: whatever a document does to its reader, it costs that document.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <minutes/parse.hpp>

#include "reading_message.hpp"

namespace cli {

/// A document's reading, or why there is none: its worker crashed, hung, or ran out of memory, twice.
struct pooled_reading {
    std::optional<minutes::parse_result> read;
    std::string failure;
    std::string no_worker;  ///< why none could be started: not the document's fault
};

struct pool_options {
    std::vector<std::string> worker;  ///< the worker's program and arguments
    std::size_t jobs = 1;             ///< workers at the same time
    std::chrono::seconds time{300};   ///< for one document
    std::size_t memory = 0;           ///< for one document, in bytes: as the worker limits itself
};

/// Reads all, `o.jobs` at a time, and calls `use` with the number of each request and its reading, one after the other in
/// order, on this thread, until it gives false.  No more than a few readings wait to be used.
void read_all(const std::vector<reading_request>& requests, const pool_options& o, const std::function<bool(std::size_t, pooled_reading&&)>& use);

}  // namespace cli
