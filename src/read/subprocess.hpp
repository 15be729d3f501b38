// SPDX-License-Identifier: Apache-2.0
// Runs a helper program under guard: no shell, its own process group, limits of
// time, memory and output, input and output through pipes or a private folder.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

struct process_limits {
    std::chrono::seconds time{60};
    std::size_t memory = std::size_t{2} << 30;      ///< bytes of address space (RLIMIT_AS); 0: none
    std::size_t output = std::size_t{256} << 20;    ///< bytes of standard output kept; more ends the process
    std::string search = "/usr/local/bin:/usr/bin:/bin";  ///< folders of programs, parted by colons; also the process's PATH
};

struct process_result {
    enum class end_type { exited, killed, timed_out, too_much_output, not_found, failed_to_start };
    end_type end = end_type::failed_to_start;
    int code = -1;        ///< exit code when `end == exited`, signal when `killed`
    std::string output;   ///< standard output
    std::string errors;   ///< the first 4 KB of standard error
    [[nodiscard]] bool ok() const { return end == end_type::exited && code == 0; }
};

/// Runs `arguments[0]`, looked up in `limits.search`, with `input` on its standard input.  Its environment is PATH=`limits.search`, HOME=`folder`,
/// LC_ALL=C.UTF-8, TZ=UTC and `environment` ("NAME=value"); its working folder is `folder` when that is not empty.  Nothing in its
/// process group outlives it, nor, on Linux, us.
[[nodiscard]] process_result run_process(const std::vector<std::string>& arguments, std::string_view input,
                                         const process_limits& limits, const std::filesystem::path& folder = {},
                                         const std::vector<std::string>& environment = {});

/// A folder of our own under the system's temporary folder (mode 0700), removed with all it holds.
class private_folder {
public:
    private_folder();
    ~private_folder();
    private_folder(const private_folder&) = delete;
    private_folder& operator=(const private_folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }  ///< empty when none could be made

private:
    std::filesystem::path path_;
};

}  // namespace minutes
