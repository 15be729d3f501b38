// SPDX-License-Identifier: Apache-2.0
// Where a worker and its helper programs keep what they need for a moment: it goes with the worker, however that ends.
#pragma once

#include <filesystem>

namespace cli {

class worker_folder {
public:
    worker_folder();
    ~worker_folder() { remove(); }
    worker_folder(const worker_folder&) = delete;
    worker_folder& operator=(const worker_folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }  ///< empty when none could be made

    /// Takes it away with all that is in it.  A helper that outlives its worker by a moment may write into it anew: the end of
    /// the import removes it again.
    void remove() const;

private:
    std::filesystem::path path_;
};

/// Takes away the folders of imports that were killed.
void remove_folders_of_dead_imports();

}  // namespace cli
