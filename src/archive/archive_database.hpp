// SPDX-License-Identifier: Apache-2.0
// An open archive: its connection, its lock, and where it lies.
#pragma once

#include <map>
#include <optional>

#include <minutes/archive.hpp>

#include "import_lock.hpp"
#include "sqlite.hpp"

namespace minutes {

class archive_database {
public:
    /// @throws sqlite_error  it cannot be opened, is no archive, or is another program's work
    archive_database(const std::filesystem::path& path, archive_access);
    ~archive_database();
    archive_database(const archive_database&) = delete;
    archive_database& operator=(const archive_database&) = delete;

    [[nodiscard]] const sqlite_connection& connection() const { return *connection_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }  ///< absolute

    /// What the archive calls a file: the way to it from the archive's folder.
    [[nodiscard]] std::string name_for(const std::filesystem::path& file) const;

    /// The statement with this text, prepared once.
    sqlite_statement& statement(std::string_view sql);

    void begin();   ///< a transaction, where none is open
    void commit();

private:
    void open(const std::filesystem::path& path, archive_access);
    void make_or_check_schema(archive_access);
    void shorten_names();

    std::filesystem::path folder_;
    import_lock lock_;  // let go after the connection
    std::optional<sqlite_connection> connection_;
    std::map<std::string, sqlite_statement, std::less<>> statements_;
    bool writes_ = false;
};

/// Runs `work`; what SQLite cannot do becomes the outcome's message.
template <class Work>
archive_outcome guarded(const Work& work) {
    try {
        work();
        return {};
    } catch (const std::runtime_error& e) {
        return {false, e.what()};
    }
}

}  // namespace minutes
