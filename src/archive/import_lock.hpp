// SPDX-License-Identifier: Apache-2.0
// One import at a time: a lock beside the archive that ends with its process, however that ends.
#pragma once

#include <filesystem>
#include <string>

namespace minutes {

class import_lock {
public:
    import_lock() = default;
    ~import_lock();
    import_lock(const import_lock&) = delete;
    import_lock& operator=(const import_lock&) = delete;

    /// Takes the lock "NAME.lock" for the archive.  Why not, in words; empty when it is ours.
    [[nodiscard]] std::string take(const std::filesystem::path& archive);

private:
    int file_ = -1;
    std::filesystem::path path_;
};

}  // namespace minutes
