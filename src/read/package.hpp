// SPDX-License-Identifier: Apache-2.0
// The parts of a zip package (OOXML, OpenDocument), read in memory.  What a part
// inflates to is counted, not believed; nothing is written to the disk and names
// are never used as paths.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/parse.hpp>

#include "zip_salvage.hpp"

struct zip;

namespace minutes {

class package {
public:
    /// `bytes` must outlive the package.  A damaged archive is opened as far as its parts can be found.
    package(std::string_view bytes, const reading_limits& limits);

    /// Whether any part was found.  If not, `diagnostics` has an error.
    [[nodiscard]] bool readable() const { return !entries_.empty(); }

    /// The parts' names in the archive's order, as written there.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

    [[nodiscard]] const reading_limits& limits() const { return limits_; }

    /// A part's bytes: as much as a damaged archive holds of it, with a diagnostic; nothing when it
    /// is absent, encrypted or larger than the limits allow.  Names are compared without case.
    [[nodiscard]] std::optional<std::string> part(std::string_view name);

    std::vector<diagnostic> diagnostics;  ///< what was damaged, encrypted or too large, in order

private:
    struct entry {
        std::size_t index = 0;               // in the archive's directory
        std::optional<salvaged_part> found;  // instead, where its directory is lost
        std::size_t packed = 0;
        std::size_t claimed = 0;             // what the directory says that it inflates to
        bool encrypted = false;
    };

    bool open(int flags);
    void read_directory();
    void salvage();
    void add(std::string name, entry e);
    inflated_part inflate(const entry& e, std::size_t most) const;
    void report(std::string code, severity s, std::string message, std::string hint);

    std::string_view bytes_;
    reading_limits limits_;
    std::shared_ptr<zip> archive_;
    std::map<std::string, entry> entries_;  // by name in lower case
    std::vector<std::string> names_;
    std::size_t inflated_ = 0;
};

}  // namespace minutes
