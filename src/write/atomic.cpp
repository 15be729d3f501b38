// SPDX-License-Identifier: Apache-2.0
#include "atomic.hpp"

#include <atomic>
#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace minutes {

namespace {

namespace fs = std::filesystem;

write_result failure(const fs::path& path, int error) {
    return {false, "cannot write " + path.string() + ": " + std::generic_category().message(error)};
}

write_result exists_already(const fs::path& path) {
    return {false, path.string() + " exists already and is kept: somebody may have typed into it"};
}

/// Writes all of it, whatever the interruptions; 0 or the error.
int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) return errno;
        if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return 0;
}

/// A new file beside `target`; its name is no other process's and no other thread's.
int create_beside(const fs::path& target, fs::path& temporary) {
    static std::atomic<unsigned> count{0};
    const std::string stem = ".minutes-" + std::to_string(::getpid()) + "-";
    for (int tries = 0; tries < 100; ++tries) {
        temporary = target.parent_path() / (stem + std::to_string(count++) + ".tmp");
        const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

/// Content and permissions onto the disk; 0 or the error.  Closes the file.
int fill(int fd, const fs::path& target, std::string_view bytes) {
    int error = write_all(fd, bytes);
    struct stat old {};
    if (!error && ::stat(target.c_str(), &old) == 0) ::fchmod(fd, old.st_mode & 07777);  // a file system without modes is no reason to fail
    if (!error && ::fsync(fd) != 0) error = errno;
    if (::close(fd) != 0 && !error) error = errno;
    return error;
}

/// Gives the whole file its name; 0 or the error.  A link never replaces, so nobody who came in between is overwritten.
int give_name(const fs::path& temporary, const fs::path& target, existing_file when_there) {
    if (when_there == existing_file::replace) return ::rename(temporary.c_str(), target.c_str()) == 0 ? 0 : errno;
    if (::link(temporary.c_str(), target.c_str()) == 0) return ::unlink(temporary.c_str()) == 0 ? 0 : errno;
    if (errno == EEXIST) return EEXIST;
    return ::rename(temporary.c_str(), target.c_str()) == 0 ? 0 : errno;  // a file system without hard links
}

/// Makes the new name last through a power cut; folders that cannot be opened are left be.
void sync_folder(const fs::path& folder) {
    const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
}

write_result write_straight(const fs::path& path, std::string_view bytes) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return failure(path, errno);
    const int error = write_all(fd, bytes);
    ::close(fd);
    return error ? failure(path, error) : write_result{};
}

}  // namespace

write_result may_write(const fs::path& path, existing_file when_there) {
    std::error_code ignored;
    const auto status = fs::status(path, ignored);
    if (fs::is_directory(status)) return failure(path, EISDIR);
    if (fs::is_regular_file(status) && when_there == existing_file::keep) return exists_already(path);
    return {};
}

write_result write_atomically(const fs::path& path, std::string_view bytes, existing_file when_there) {
    if (write_result able = may_write(path, when_there); !able) return able;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (fs::exists(status) && !fs::is_regular_file(status)) return write_straight(path, bytes);

    fs::path target = fs::is_symlink(fs::symlink_status(path, error)) ? fs::weakly_canonical(path, error) : path;
    if (target.empty()) target = path;
    fs::path temporary;
    const int fd = create_beside(target, temporary);
    if (fd < 0) return failure(path, errno);
    int failed = fill(fd, target, bytes);
    if (!failed) failed = give_name(temporary, target, when_there);
    if (failed) ::unlink(temporary.c_str());
    if (failed == EEXIST && when_there == existing_file::keep) return exists_already(path);
    if (failed) return failure(path, failed);
    sync_folder(target.parent_path());
    return {};
}

}  // namespace minutes
