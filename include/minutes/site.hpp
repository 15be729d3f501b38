// SPDX-License-Identifier: Apache-2.0
// An archive as a folder of pages that need no server and nothing from elsewhere.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <minutes/archive.hpp>
#include <minutes/export.hpp>

namespace minutes {

struct site_options {
    std::string title = "Minutes";        ///< what the site is called
    bool with_exempt = false;             ///< exempt business too, which is else left out of every page and of the words to search
    std::optional<date> as_at{};          ///< what is overdue is so on this day; else on that of the latest meeting whose day does not stand alone
};

struct site_result {
    std::size_t meetings = 0, pages = 0;
    std::string message{};                ///< why there is no new site; the folder is then as it was
    [[nodiscard]] bool ok() const { return message.empty(); }
};

/// Writes the site into `folder`, which appears whole or not at all.  It may replace a site that this function wrote,
/// or an empty folder, and nothing else.
[[nodiscard]] MINUTES_EXPORT site_result write_site(const archive& from, const std::filesystem::path& folder, const site_options& options = {});

/// The page of a document, from the site's folder: "meetings/march-docx-5f3a9c017b20d4e6.html".  It stays the same when the document changes,
/// and tells no folder.
/// @param name  as the archive calls the document
[[nodiscard]] MINUTES_EXPORT std::string site_page_of(std::string_view name);

}  // namespace minutes
