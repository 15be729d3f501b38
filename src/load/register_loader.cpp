// SPDX-License-Identifier: Apache-2.0
// A register in which people have worked: its sheets as they stand, and what of the workbook a new one will not have.
#include <minutes/load.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "kept_register.hpp"
#include "open_file.hpp"
#include "workbook.hpp"

namespace minutes {

namespace {

/// Our sheets, each with two heads that tell it even when it was given another name.
constexpr std::array<std::array<std::string_view, 3>, 9> own_sheets = {{{"Actions", "Action", "Owner"}, {"Updates", "Event", "From"}, {"Decisions", "Decision", "Kind"},
                                                                      {"Meetings", "Title", "Minutes status"}, {"People", "Initials", "Attendance"}, {"People", "Initials", "First seen"},
                                                                      {"Checks", "What to look at", "What to do"}, {"About", "Topic", "Entry"}, {"Baseline", "Of sheet", "Key"}}};

bool has(const kept_sheet& s, std::string_view words) {
    return std::any_of(s.cells.begin(), s.cells.end(), [&](const auto& c) { return c.second.text == words; });
}

/// The name that a sheet has with us; its own when it is none of ours.
std::string own_name(const kept_sheet& s, const std::vector<kept_sheet>& all) {
    for (const auto& [name, a, b] : own_sheets)
        if (s.name == name) return s.name;
    for (const auto& [name, a, b] : own_sheets) {
        const bool taken = std::any_of(all.begin(), all.end(), [&, n = name](const kept_sheet& other) { return other.name == n; });
        if (!taken && has(s, a) && has(s, b)) return std::string(name);
    }
    return s.name;
}

bool is_own(std::string_view name) {
    return std::any_of(own_sheets.begin(), own_sheets.end(), [&](const auto& s) { return s[0] == name; });
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

class register_reader {
public:
    register_reader(std::string_view bytes, std::string name) : book_(read_workbook(bytes)), name_(std::move(name)) {}

    register_reading read() {
        if (!book_.readable) return refuse("it is no workbook (.xlsx) that can be read");
        out_.diagnostics = book_.diagnostics;
        auto kept = std::make_shared<kept_register>();
        kept->name = name_;
        for (std::size_t i = 0; i < book_.sheets.size(); ++i) take(book_.sheets[i], book_.extras[i], *kept);
        if (!std::any_of(kept->sheets.begin(), kept->sheets.end(), [](const kept_sheet& s) { return s.name == "Actions"; }))
            return refuse("it has no sheet Actions with the columns Action and Owner");
        out_.content = std::move(kept);
        return std::move(out_);
    }

private:
    register_reading refuse(std::string_view why) {
        out_.readable = false;
        out_.diagnostics.push_back({"invalid-register", severity::error, {}, {}, fmt::format("cannot update it: {}", why),
                                    "Give the workbook that 'minutes register' wrote, saved as .xlsx."});
        return std::move(out_);
    }

    void take(kept_sheet& s, const sheet_extras& extras, kept_register& kept) {
        const std::string title = s.name;
        s.name = own_name(s, kept.sheets);
        if (!is_own(s.name)) return leave(fmt::format("sheet '{}'", title));
        if (s.name != title) leave(fmt::format("the name '{}' of sheet {}", title, s.name));
        if (extras.pictures) leave(fmt::format("{} on sheet {}", counted(extras.pictures, "picture or chart", "pictures or charts"), s.name));
        if (extras.pivots) leave(fmt::format("{} on sheet {}", counted(extras.pivots, "pivot table", "pivot tables"), s.name));
        if (extras.merged) leave(fmt::format("the merging of {} on sheet {}; their content is", counted(extras.merged, "range of cells", "ranges of cells"), s.name));
        if (extras.filled) leave(fmt::format("the colour of {} on sheet {}", counted(extras.filled, "cell", "cells"), s.name));
        if (extras.rich) leave(fmt::format("the formats inside the text of {} on sheet {}; the text is", counted(extras.rich, "cell", "cells"), s.name));
        if (extras.threads) leave(fmt::format("the threads of comments on sheet {}; their words are, as plain comments", s.name));
        kept.sheets.push_back(std::move(s));
    }

    void leave(const std::string& what) {
        out_.diagnostics.push_back({"not-carried-over", severity::warning, {}, {}, "not carried over: " + what, fmt::format("It stays in {}.", name_)});
    }

    workbook_content book_;
    std::string name_;
    register_reading out_;
};

}  // namespace

register_reading load_register(const std::filesystem::path& path) {
    std::string bytes;
    if (const auto why = read_bytes(path, std::numeric_limits<std::size_t>::max(), bytes); !why.empty()) {
        register_reading r;
        r.readable = false;
        r.diagnostics.push_back({"cannot-open", severity::error, {}, {}, "cannot read it: " + why, "Check the path and the permissions."});
        return r;
    }
    return register_reader(bytes, path.filename().string()).read();
}

}  // namespace minutes
