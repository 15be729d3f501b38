// SPDX-License-Identifier: Apache-2.0
#include <minutes/archive.hpp>

#include "archive_database.hpp"

namespace minutes {

namespace {

std::string reason_of(const sqlite_error& e, const std::filesystem::path& path) {
    std::error_code none;
    if (!std::filesystem::exists(path, none) && (e.code & 0xFF) == SQLITE_CANTOPEN) return "there is no such file";
    if ((e.code & 0xFF) == SQLITE_NOTADB && std::string_view(e.what()) == "file is not a database") return "it is not an archive of minutes";
    return e.what();
}

}  // namespace

std::string_view name_of(archived_document::outcome_type o) {
    switch (o) {
        case archived_document::outcome_type::read: return "read";
        case archived_document::outcome_type::refused: return "refused";
        case archived_document::outcome_type::failed: return "failed";
    }
    return "";
}

archive_result open_archive(const std::filesystem::path& path, archive_access access) {
    try {
        return {archive(std::make_shared<archive_database>(path, access)), {}};
    } catch (const sqlite_error& e) {
        return {{}, reason_of(e, path)};
    } catch (const std::filesystem::filesystem_error& e) {
        return {{}, e.code().message()};
    }
}

std::string archive::name_for(const std::filesystem::path& file) const { return database_->name_for(file); }

std::filesystem::path archive::path_of(std::string_view name) const {
    const auto whole = (database_->folder() / std::filesystem::path(name)).lexically_normal();
    std::error_code none;
    const auto near = whole.lexically_relative(std::filesystem::current_path(none));
    return near.empty() || *near.begin() == ".." ? whole : near;
}

std::optional<archived_document> archive::find_document(std::string_view name) const {
    std::optional<archived_document> found;
    [[maybe_unused]] const archive_outcome asked = guarded([&] {  // what cannot be asked is not known
        auto& s = database_->statement("SELECT size, modified, sha256, read_with, outcome, reason FROM document WHERE path = ?");
        if (!s.bind(name).step()) return;
        archived_document d{std::string(name), static_cast<std::uint64_t>(s.number(0)), s.number(1), std::string(s.text(2)), std::string(s.text(3)), {}, std::string(s.text(5))};
        using outcome = archived_document::outcome_type;
        for (const auto o : {outcome::read, outcome::refused, outcome::failed})
            if (name_of(o) == s.text(4)) d.outcome = o;
        found = std::move(d);
    });
    return found;
}

archive_outcome archive::commit() {
    return guarded([&] { database_->commit(); });
}

archive_outcome archive::check_file() const {
    return guarded([&] {
        const std::string found = database_->connection().text("PRAGMA integrity_check(1)");
        if (found != "ok") throw sqlite_error(SQLITE_CORRUPT, found);
    });
}

}  // namespace minutes
