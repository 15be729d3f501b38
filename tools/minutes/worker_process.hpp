// SPDX-License-Identifier: Apache-2.0
// One worker of an import: started when it is needed, put to an end when it does not answer.
#pragma once

#include <chrono>
#include <deque>
#include <string>
#include <vector>

#include <sys/types.h>

#include "reading_message.hpp"
#include "worker_folder.hpp"

namespace cli {

class worker_process {
public:
    explicit worker_process(const std::vector<std::string>& command) : command_(command) {}
    ~worker_process() { end(); }
    worker_process(const worker_process&) = delete;
    worker_process& operator=(const worker_process&) = delete;

    /// Starts it, where it does not run.  Why it cannot, in words; empty when it runs.
    std::string start();

    /// Asks it to read a file, and waits.  Why there is no answer, in words; empty when there is one.
    /// @pre it runs
    std::string ask(const reading_request& request, std::chrono::seconds time, reading_answer& answer);

    /// Ends it; the next question starts another.
    void end();

private:
    std::string how_it_ended();
    void remove_folder() const;

    const std::vector<std::string>& command_;
    std::deque<worker_folder> folders_;  ///< of this worker and those before it
    pid_t id_ = -1;
    int requests_ = -1, answers_ = -1;
};

}  // namespace cli
