// SPDX-License-Identifier: Apache-2.0
// What people put right by hand: kept in a file beside the minutes, and applied each time they are read.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/diagnostic.hpp>
#include <minutes/export.hpp>
#include <minutes/parse.hpp>

namespace minutes {

struct correction_list;

/// Corrections of documents, and what belongs together over many: bodies, people and threads of actions.  Read from TOML
/// once and immutable from then on: it may be copied, kept and used by any number of threads.  A default-made one changes
/// nothing.  docs/corrections.md shows what a file may say.
class corrections {
public:
    corrections() = default;
    explicit corrections(std::shared_ptr<const correction_list> all) : all_(std::move(all)) {}

    /// The entries, for the library's own use; null when there are none.
    [[nodiscard]] const correction_list* all() const { return all_.get(); }

private:
    std::shared_ptr<const correction_list> all_;
};

/// Corrections, or what is wrong with their file: each mistake is an error `corrections-error` with the line and column
/// in the file (columns in code points).  `value` then changes nothing.
struct corrections_result {
    corrections value;
    std::vector<diagnostic> diagnostics;
    [[nodiscard]] bool ok() const { return diagnostics.empty(); }
};

/// Reads corrections from their text (TOML 1.0, UTF-8).
[[nodiscard]] MINUTES_EXPORT corrections_result parse_corrections(std::string_view toml);

/// Reads corrections from a file.  One that cannot be opened gives the error `cannot-open`.
[[nodiscard]] MINUTES_EXPORT corrections_result load_corrections(const std::filesystem::path& path);

/// Puts right what the corrections say of this document's meetings.  A value that was put right has the basis `corrected`,
/// the rule "correction", and the spans of the words that it overrules.
/// @returns a warning `stale-correction` for each entry that names this document and no longer fits it; its place is that
///          in the corrections' file.  The document's own diagnostics stay as they are.
[[nodiscard]] MINUTES_EXPORT std::vector<diagnostic> apply(const corrections& c, parse_result& document);

/// The entries that fit none of these documents, which are all that were read: their document, or their action, is not
/// there.  Warnings `stale-correction`, as above; those that `apply` tells of already are left out.
[[nodiscard]] MINUTES_EXPORT std::vector<diagnostic> unused(const corrections& c, const std::vector<const meeting*>& meetings);

/// The same of meetings that pass one at a time.
/// @param each  hands every meeting to what it is called with
[[nodiscard]] MINUTES_EXPORT std::vector<diagnostic> unused(const corrections& c, const std::function<void(const std::function<void(const meeting&)>&)>& each);

/// What the corrections say that may concern a document, in short: another text when that changes; empty when they say nothing
/// of it.  What they say of threads concerns no document.
/// @param name    its path, as `source::name`
/// @param sha256  of its bytes
[[nodiscard]] MINUTES_EXPORT std::string print_for(const corrections& c, std::string_view name, std::string_view sha256);

}  // namespace minutes
