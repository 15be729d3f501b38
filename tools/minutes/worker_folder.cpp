// SPDX-License-Identifier: Apache-2.0
#include "worker_folder.hpp"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <string>

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view beginning = "minutes-import-";  // behind it the import's process and six letters

/// Whether the process that made the folder is gone.
bool is_left_behind(const fs::path& path) {
    const std::string name = path.filename().string();
    struct stat s {};
    if (!name.starts_with(beginning) || ::lstat(path.c_str(), &s) != 0 || !S_ISDIR(s.st_mode) || s.st_uid != ::geteuid()) return false;
    pid_t id = 0;
    const auto [end, error] = std::from_chars(name.data() + beginning.size(), name.data() + name.size(), id);
    return error == std::errc{} && id > 0 && *end == '-' && ::kill(id, 0) != 0 && errno == ESRCH;
}

}  // namespace

worker_folder::worker_folder() {
    std::error_code error;
    auto pattern = (fs::temp_directory_path(error) / fmt::format("{}{}-XXXXXX", beginning, ::getpid())).string();
    if (!error && ::mkdtemp(pattern.data())) path_ = pattern;
}

void worker_folder::remove() const {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

void remove_folders_of_dead_imports() {
    std::error_code error;
    const fs::path all = fs::temp_directory_path(error);
    if (error) return;
    for (fs::directory_iterator it(all, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (is_left_behind(it->path())) fs::remove_all(it->path(), ignored);
    }
}

}  // namespace cli
