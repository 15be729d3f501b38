// SPDX-License-Identifier: Apache-2.0
// Write-ahead log while an import writes: readers go on undisturbed and a commit is one write in a row.  At rest it is an
// ordinary file with nothing beside it, which can be copied and be read in a folder that nobody may write to.
#include "archive_database.hpp"

#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "archive_schema.hpp"
#include "register_filter.hpp"

namespace minutes {

namespace {

constexpr std::int64_t application_id = 0x4D696E73;  // "Mins": file(1) and others tell by it whose database this is
constexpr std::int64_t version = 2;
constexpr int patience = 10'000;  // milliseconds that a reader waits for a commit

[[noreturn]] void refuse(const std::string& message) { throw sqlite_error(SQLITE_NOTADB, message); }

/// What a file that somebody prepared could make SQLite do: run functions from its schema, write over its own tables.
void disarm(sqlite3* db) {
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
}

std::string_view text_of(sqlite3_value* v) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(v));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_value_bytes(v))};
}

/// has_words(text, wanted): the filters of registers and of SQL are one.
void define_has_words(sqlite3* db) {
    const auto call = [](sqlite3_context* context, int, sqlite3_value** arguments) {
        sqlite3_result_int(context, has_words(text_of(arguments[0]), text_of(arguments[1])));
    };
    sqlite3_create_function(db, "has_words", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, call, nullptr, nullptr);
}

}  // namespace

archive_database::archive_database(const std::filesystem::path& path, archive_access access) : writes_(access == archive_access::write) {
    folder_ = std::filesystem::absolute(path).lexically_normal().parent_path();
    open(path, access);
}

archive_database::~archive_database() {
    if (!writes_ || !connection_) return;
    statements_.clear();
    // SQLite's busy handler does not wait here.  A search is over in no time; while somebody reads for longer, the archive
    // stays as it is, which is sound too.
    constexpr std::chrono::milliseconds pause(5);
    for (int tries = 200; tries > 0; --tries) {
        try {
            connection_->run("SELECT count(*) FROM document");  // only a log that was opened is taken away
            connection_->run("PRAGMA journal_mode = DELETE");
            return;
        } catch (const sqlite_error& e) {
            if ((e.code & 0xFF) != SQLITE_BUSY) return;
        }
        std::this_thread::sleep_for(pause);
    }
}

void archive_database::open(const std::filesystem::path& path, archive_access access) {
    if (writes_)
        if (const std::string why = lock_.take(path); !why.empty()) throw sqlite_error(SQLITE_BUSY, why);
    connection_.emplace(path, writes_ ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    sqlite3_busy_timeout(connection_->handle(), patience);
    disarm(connection_->handle());
    define_has_words(connection_->handle());
    connection_->run("PRAGMA cell_size_check = ON; PRAGMA cache_size = -32768; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
    make_or_check_schema(access);
    // NORMAL: a power cut may take the last commits, which are read again; it never harms the file.
    if (writes_) connection_->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    if (writes_) shorten_names();
}

std::string archive_database::name_for(const std::filesystem::path& file) const {
    std::error_code none;
    const auto absolute = std::filesystem::absolute(file, none).lexically_normal();
    const auto way = absolute.lexically_relative(folder_);
    return (way.empty() ? absolute : way).string();
}

/// Archives once had whole paths of files that lie outside their folder.
void archive_database::shorten_names() {
    std::map<std::int64_t, std::string> whole;
    auto& find = statement("SELECT id, path FROM document WHERE path LIKE '/%'");
    while (find.step()) whole.emplace(find.number(0), find.text(1));
    for (const auto& [id, path] : whole) statement("UPDATE OR IGNORE document SET path = ? WHERE id = ?").bind(name_for(path), id).run();
}

void archive_database::make_or_check_schema(archive_access access) {
    const bool empty = connection_->number("SELECT count(*) FROM sqlite_schema") == 0;
    if (empty && access == archive_access::write) {
        connection_->run("BEGIN IMMEDIATE;" + std::string(archive_schema) + fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT", application_id, version));
        return;
    }
    if (connection_->number("PRAGMA application_id") != application_id) refuse("it is not an archive of minutes");
    const auto made_with = connection_->number("PRAGMA user_version");
    if (made_with != version) refuse(fmt::format("it is an archive of version {}, and this program knows version {}", made_with, version));
}

sqlite_statement& archive_database::statement(std::string_view sql) {
    const auto known = statements_.find(sql);
    if (known != statements_.end()) return known->second;
    return statements_.emplace(std::string(sql), sqlite_statement(connection_->handle(), sql)).first->second;
}

void archive_database::begin() {
    if (!connection_->in_transaction()) connection_->run("BEGIN IMMEDIATE");
}

void archive_database::commit() {
    if (connection_->in_transaction()) connection_->run("COMMIT");
}

}  // namespace minutes
