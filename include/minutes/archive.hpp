// SPDX-License-Identifier: Apache-2.0
// Thousands of minutes in one file: an SQLite database that keeps each document's reading, its history and its words.
// docs/archive.md describes it to those who ask it with SQL.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/corrections.hpp>
#include <minutes/export.hpp>
#include <minutes/parse.hpp>
#include <minutes/write.hpp>

namespace minutes {

class archive_database;

/// Whether what was asked of an archive was done.
struct [[nodiscard]] archive_outcome {
    bool ok = true;
    std::string message{};  ///< why not: the disk is full, the file is damaged …
    explicit operator bool() const { return ok; }
};

/// What an archive knows of a file.
struct archived_document {
    enum class outcome_type {
        read,     ///< it has a reading
        refused,  ///< it cannot be read: encrypted, not a document …
        failed    ///< whoever read it crashed, hung or ran out of memory
    };
    std::string name;           ///< as the archive calls it, see `archive::name_for`
    std::uint64_t size = 0;     ///< in bytes
    std::int64_t modified = 0;  ///< nanoseconds since 1970; 0: not to be relied on
    std::string sha256;         ///< of its bytes, lower-case hexadecimal; empty when it could not be opened
    std::string read_with;      ///< what else its reading depends on: the program's version, options
    outcome_type outcome = outcome_type::read;
    std::string reason;         ///< why it was refused or failed
};

[[nodiscard]] MINUTES_EXPORT std::string_view name_of(archived_document::outcome_type);  ///< "read", "refused", "failed"

/// Which meetings; what is empty asks for nothing.
struct meeting_filter {
    std::string body;                          ///< words of the body's name, or of the title where none is named: "finance" finds the Finance Committee
    std::optional<date> since{}, until{};      ///< first and last day; meetings without a date are then left out
};

/// Words that were found, and where.
struct search_hit {
    struct piece {
        std::string text;
        bool found = false;  ///< one of the words that were asked for
    };
    std::string source;              ///< the file, as the archive calls it
    std::string place;               ///< in it: "page 2, line 14"
    std::string body, title, item;   ///< item: number and heading
    std::optional<minutes::date> date;
    std::vector<piece> snippet;      ///< some thirty words around what was found
};

struct search_result {
    std::vector<search_hit> hits;  ///< the best first
    std::size_t found = 0;         ///< passages in all
    std::string message{};         ///< why nothing could be searched for: a mistake in the query, a damaged archive
    [[nodiscard]] bool ok() const { return message.empty(); }
};

/// What is wrong with what was typed to search for, in words; empty when nothing is.
[[nodiscard]] MINUTES_EXPORT std::string mistake_in_query(std::string_view query);

/// An open archive.  Copies share it; one thread at a time may use it.  A default-made one holds nothing.
class archive {
public:
    archive() = default;
    explicit archive(std::shared_ptr<archive_database> database) : database_(std::move(database)) {}

    /// What the archive calls a file: the way to it from the archive's own folder, "2014/march.docx" or "../scans/may.pdf".
    [[nodiscard]] MINUTES_EXPORT std::string name_for(const std::filesystem::path& file) const;

    /// The way to a file that the archive calls so, from where the program stands.
    [[nodiscard]] MINUTES_EXPORT std::filesystem::path path_of(std::string_view name) const;

    [[nodiscard]] MINUTES_EXPORT std::optional<archived_document> find_document(std::string_view name) const;

    /// Keeps a file's reading; the one before becomes its history.  What is kept lasts from the next `commit` on.
    MINUTES_EXPORT archive_outcome keep_reading(const archived_document&, const parse_result&);

    /// Keeps what became of a file that has no new reading: it cannot be read, or its time changed and nothing else.
    MINUTES_EXPORT archive_outcome keep_document(const archived_document&);

    /// Keeps the file of corrections that readings are put right by, in place of the one before.  Registers of the archive join and
    /// split threads as it says.
    /// @param toml  what the file holds; empty when there is none
    MINUTES_EXPORT archive_outcome keep_corrections(std::string_view toml);

    /// The corrections that the archive holds; they were applied to its meetings when these were kept.
    [[nodiscard]] MINUTES_EXPORT minutes::corrections kept_corrections() const;

    /// Makes all that was kept last, whatever becomes of the process.
    MINUTES_EXPORT archive_outcome commit();

    /// Makes the views `register` and `updates` anew for the bodies whose minutes changed since the last time, one transaction each.
    /// @param options  what else a register depends on; its columns, rows, profile and corrections do not count here
    MINUTES_EXPORT archive_outcome update_register(write_options options = {});

    /// Calls `use` with each meeting, by date, those without one first; then by file.  Its source's name is the way to the file
    /// from where the program stands.
    MINUTES_EXPORT archive_outcome each_meeting(const meeting_filter&, const std::function<void(meeting&&)>& use) const;

    /// Calls `use` with each document that has such meetings, and with what the archive calls it, by the date of the first of them.
    /// Meetings of a file share its text.
    MINUTES_EXPORT archive_outcome each_document(const std::function<void(std::string_view name, parse_result&&)>& use, const meeting_filter& filter = {}) const;

    /// The passages that have the words: `flood barrier`, `"flood barrier"`, `barri*`, `flood OR storm`, `flood -storm`.
    [[nodiscard]] MINUTES_EXPORT search_result search(std::string_view query, const meeting_filter& = {}, std::size_t most = 20) const;

    /// What SQLite finds wrong with the file; ok when nothing.
    MINUTES_EXPORT archive_outcome check_file() const;

private:
    std::shared_ptr<archive_database> database_;
};

enum class archive_access {
    read,  ///< an archive that is there
    write  ///< makes it where it is not; nobody else may then write to it
};

struct archive_result {
    minutes::archive archive;
    std::string message{};  ///< why it could not be opened
    [[nodiscard]] bool ok() const { return message.empty(); }
};

/// The SHA-256 of a file's bytes, as `archived_document` has it; empty when it cannot be read.
[[nodiscard]] MINUTES_EXPORT std::string sha256_of_file(const std::filesystem::path& path);

/// Opens the archive in the file `path`.
[[nodiscard]] MINUTES_EXPORT archive_result open_archive(const std::filesystem::path& path, archive_access);

}  // namespace minutes
