// SPDX-License-Identifier: Apache-2.0
// Before an import reads anything: which files are new or changed, and which need not be read again.
#pragma once

#include <string>
#include <vector>

#include <minutes/archive.hpp>

#include "options.hpp"

namespace cli {

/// A file of an import and what the archive is to know of it.
struct import_file {
    std::string path;
    std::size_t number = 0;               ///< among the import's files
    minutes::archived_document document;  ///< before it is read: name, size, time, hash, what it is read with
    enum class need_type {
        reading,    ///< it is new, has changed, or is to be read otherwise
        nothing,    ///< the archive has its reading, or knows why it has none
        new_time    ///< its content is what the archive has; its time is not
    } need = need_type::reading;
};

/// Compares size and time, and where these differ the content, with what the archive knows.
import_file plan_file(const minutes::archive& archive, const std::string& path, const options& o);

}  // namespace cli
