// SPDX-License-Identifier: Apache-2.0
// Readings into the archive.  A document's rows change within one transaction, so it is there whole or as it was before.
#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "archive_database.hpp"
#include "correction_list.hpp"
#include "meeting_rows.hpp"

namespace minutes {

namespace {

std::string now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())); }

/// The row of the document, made or brought up to date.
std::int64_t put_document(archive_database& db, const archived_document& d) {
    auto& s = db.statement(
        "INSERT INTO document (path, size, modified, sha256, read_with, outcome, reason) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified, sha256 = excluded.sha256, read_with = excluded.read_with, "
        "outcome = excluded.outcome, reason = excluded.reason RETURNING id");
    s.bind(d.name, static_cast<std::int64_t>(d.size), d.modified, d.sha256, d.read_with, name_of(d.outcome), d.reason);
    const std::int64_t id = s.step() ? s.number(0) : 0;
    s.run();
    return id;
}

void retire_reading(archive_database& db, std::int64_t document) {
    auto& find = db.statement("SELECT id FROM reading WHERE document = ? AND replaced_at IS NULL");
    find.bind(document);
    const std::int64_t reading = find.step() ? find.number(0) : 0;
    find.run();
    if (!reading) return;
    retire_meetings(db, reading);
    db.statement("UPDATE reading SET replaced_at = ? WHERE id = ?").bind(now(), reading).run();
}

std::int64_t put_reading(archive_database& db, std::int64_t document, const archived_document& d, const source& s) {
    db.statement("INSERT INTO reading (document, sha256, size, format, pages, read_with, read_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(document, d.sha256, static_cast<std::int64_t>(d.size), s.format, s.pages, d.read_with, now())
        .run();
    return db.connection().last_id();
}

/// The file of corrections as it is kept; empty when there is none.
std::string corrections_in(const archive_database& db) {
    sqlite_statement s(db.connection().handle(), "SELECT toml FROM corrections");
    return s.step() ? std::string(s.text(0)) : std::string{};
}

/// All of it, or nothing of it while the documents before it stay.
template <class Work>
archive_outcome as_one(archive_database& db, const Work& work) {
    return guarded([&] {
        db.begin();
        db.connection().run("SAVEPOINT document");
        try {
            work();
            db.connection().run("RELEASE document");
        } catch (...) {
            if (db.connection().in_transaction()) db.connection().run("ROLLBACK TO document; RELEASE document");
            throw;
        }
    });
}

}  // namespace

archive_outcome archive::keep_reading(const archived_document& d, const parse_result& r) {
    return as_one(*database_, [&] {
        const std::int64_t document = put_document(*database_, d);
        retire_reading(*database_, document);
        const std::int64_t reading = put_reading(*database_, document, d, r.meeting.source);
        std::int64_t number = 0;
        add_meeting(*database_, reading, ++number, r.meeting);
        for (const meeting& m : r.more) add_meeting(*database_, reading, ++number, m);
    });
}

archive_outcome archive::keep_corrections(std::string_view toml) {
    return guarded([&] {
        const std::string before = corrections_in(*database_);
        if (before == toml) return;
        database_->begin();
        database_->statement("DELETE FROM corrections").run();
        if (!toml.empty()) database_->statement("INSERT INTO corrections VALUES (?)").bind(toml).run();
        if (print_of_threads(parse_corrections(before).value) == print_of_threads(parse_corrections(toml).value)) return;
        database_->statement("INSERT OR IGNORE INTO changed_body SELECT DISTINCT body_key FROM meeting WHERE current").run();
    });
}

corrections archive::kept_corrections() const {
    corrections out;
    [[maybe_unused]] const archive_outcome asked = guarded([&] { out = parse_corrections(corrections_in(*database_)).value; });
    return out;
}

archive_outcome archive::keep_document(const archived_document& d) {
    return as_one(*database_, [&] { put_document(*database_, d); });
}

}  // namespace minutes
