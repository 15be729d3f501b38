// SPDX-License-Identifier: Apache-2.0
#include "sqlite.hpp"

#include <cstring>

namespace minutes {

namespace {

/// SQLite's words, with those of the system where it was to blame.
[[noreturn]] void fail(sqlite3* db, int code) {
    if (!db) throw sqlite_error(code, sqlite3_errstr(code));
    const int extended = sqlite3_extended_errcode(db), system = sqlite3_system_errno(db);
    std::string message = extended ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    const int kind = extended & 0xFF;
    if (system && (kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN)) message += std::string(": ") + std::strerror(system);
    throw sqlite_error(extended ? extended : code, message);
}

}  // namespace

sqlite_statement::sqlite_statement(sqlite3* db, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
    statement_.reset(made);
    if (code != SQLITE_OK) fail(db, code);
}

void sqlite_statement::check(int code) const {
    if (code != SQLITE_OK) fail(sqlite3_db_handle(statement_.get()), code);
}

bool sqlite_statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3* db = sqlite3_db_handle(statement_.get());
    try {
        fail(db, code);
    } catch (const sqlite_error&) {
        sqlite3_reset(statement_.get());  // a failed statement holds its locks until then
        throw;
    }
}

void sqlite_statement::run() {
    while (step()) {}
    sqlite3_reset(statement_.get());
}

std::string_view sqlite_statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

sqlite_connection::sqlite_connection(const std::filesystem::path& file, int flags) {
    sqlite3* made = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &made, flags, nullptr);
    db_.reset(made);
    if (code != SQLITE_OK) fail(made, code);
    sqlite3_extended_result_codes(made, 1);
}

void sqlite_connection::run(const std::string& script) const {
    if (const int code = sqlite3_exec(db_.get(), script.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) fail(db_.get(), code);
}

std::int64_t sqlite_connection::number(std::string_view query) const {
    sqlite_statement s(db_.get(), query);
    return s.step() ? s.number(0) : 0;
}

std::string sqlite_connection::text(std::string_view query) const {
    sqlite_statement s(db_.get(), query);
    return s.step() ? std::string(s.text(0)) : std::string{};
}

}  // namespace minutes
