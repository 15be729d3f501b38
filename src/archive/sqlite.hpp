// SPDX-License-Identifier: Apache-2.0
// SQLite as values: a connection and statements that end with their scope, errors as one exception.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace minutes {

/// What SQLite could not do, in words for people; caught where the archive's public functions end.
class sqlite_error : public std::runtime_error {
public:
    sqlite_error(int code, const std::string& message) : std::runtime_error(message), code(code) {}
    int code;  ///< SQLite's, extended
};

/// Bytes rather than text.
struct sqlite_blob {
    std::string_view bytes;
};

class sqlite_statement {
public:
    sqlite_statement(sqlite3* db, std::string_view sql);

    /// Begins anew with these values, in order of the question marks.  They must live until the statement has run.
    template <class... T>
    sqlite_statement& bind(const T&... values) {
        sqlite3_reset(statement_.get());
        sqlite3_clear_bindings(statement_.get());
        int n = 0;
        (put(++n, values), ...);
        return *this;
    }

    /// Whether there is a further row.
    bool step();

    /// Runs it to its end.
    void run();

    [[nodiscard]] bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    [[nodiscard]] std::string_view text(int column) const;  ///< of a text or blob; lives until the next step

private:
    struct finalizer {
        void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
    };

    void put(int n, std::nullptr_t) { check(sqlite3_bind_null(statement_.get(), n)); }
    void put(int n, std::int64_t value) { check(sqlite3_bind_int64(statement_.get(), n, value)); }
    void put(int n, std::string_view text) { check(sqlite3_bind_text64(statement_.get(), n, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8)); }
    void put(int n, const std::string& text) { put(n, std::string_view(text)); }
    void put(int n, sqlite_blob blob) { check(sqlite3_bind_blob64(statement_.get(), n, blob.bytes.data() ? blob.bytes.data() : "", blob.bytes.size(), SQLITE_STATIC)); }
    template <class T>
    void put(int n, const std::optional<T>& value) {
        if (value) put(n, *value);
        else put(n, nullptr);
    }
    void check(int code) const;

    std::unique_ptr<sqlite3_stmt, finalizer> statement_;
};

class sqlite_connection {
public:
    /// @param flags  SQLITE_OPEN_…
    sqlite_connection(const std::filesystem::path& file, int flags);

    [[nodiscard]] sqlite3* handle() const { return db_.get(); }
    void run(const std::string& script) const;
    [[nodiscard]] std::int64_t number(std::string_view query) const;  ///< the first column of the first row
    [[nodiscard]] std::string text(std::string_view query) const;
    [[nodiscard]] std::int64_t last_id() const { return sqlite3_last_insert_rowid(db_.get()); }
    [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }

private:
    struct closer {
        void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
    };
    std::unique_ptr<sqlite3, closer> db_;
};

}  // namespace minutes
