// SPDX-License-Identifier: Apache-2.0
#include "import_lock.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace minutes {

namespace {

/// The process that holds the lock, as it wrote it there.
std::string holder(int file) {
    std::array<char, 32> text{};
    const ssize_t n = ::pread(file, text.data(), text.size(), 0);
    std::string digits;
    for (ssize_t i = 0; i < n && text[static_cast<std::size_t>(i)] >= '0' && text[static_cast<std::size_t>(i)] <= '9'; ++i) digits += text[static_cast<std::size_t>(i)];
    return digits.empty() ? "another process" : "process " + digits;
}

/// Whether `file` is still what lies under `path`: its holder takes it away when it ends.
bool is_there(int file, const std::filesystem::path& path) {
    struct stat ours {}, theirs {};
    return ::fstat(file, &ours) == 0 && ::stat(path.c_str(), &theirs) == 0 && ours.st_ino == theirs.st_ino && ours.st_dev == theirs.st_dev;
}

}  // namespace

std::string import_lock::take(const std::filesystem::path& archive) {
    path_ = archive;
    path_ += ".lock";
    for (int tries = 0; tries < 100; ++tries) {
        const int file = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (file < 0) return fmt::format("cannot write {}: {}", path_.string(), std::generic_category().message(errno));
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            std::string why = fmt::format("another import is at work on it ({})", holder(file));
            ::close(file);
            return why;
        }
        if (is_there(file, path_)) {
            file_ = file;
            const std::string id = fmt::format("{}\n", ::getpid());
            if (::ftruncate(file, 0) == 0) [[maybe_unused]] const auto n = ::pwrite(file, id.data(), id.size(), 0);  // only for the message above
            return {};
        }
        ::close(file);
    }
    return "another import is at work on it";
}

import_lock::~import_lock() {
    if (file_ < 0) return;
    ::unlink(path_.c_str());
    ::close(file_);
}

}  // namespace minutes
