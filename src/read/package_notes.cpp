// SPDX-License-Identifier: Apache-2.0
#include "package_notes.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace minutes {

namespace {

constexpr std::size_t longest_preamble = 4096;  // before a zip archive, as a program that unpacks itself has it

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.substr(0, longest_preamble).find("PK\x03\x04") != bytes.npos; }

void report_package(package& from, document_builder& to) {
    for (auto& d : from.diagnostics) to.result().diagnostics.push_back(std::move(d));
    from.diagnostics.clear();
}

void report_reading(const walk_report& met, const reading& how, document_builder& to) {
    if (met.changes) {
        const bool accepted = how.changes == tracked_changes::accepted;
        to.note("tracked-changes", severity::note,
                accepted ? "the document has tracked changes; it was read as if all were accepted" : "the document has tracked changes; it was read as it was before them",
                accepted ? "--changes original reads it as it was before them." : "");
    }
    if (met.hidden) to.note("hidden-text", severity::note, "the document has hidden words, which were not read", "Show hidden text in an office program to see them.");
    if (met.too_deep)
        to.note("limit-reached", severity::warning, fmt::format("what is nested in more than {} elements was read as plain paragraphs", how.limits.depth), "--max-depth allows more.");
    if (met.too_many_cells)
        to.note("limit-reached", severity::warning, fmt::format("tables beyond {} cells were read as plain paragraphs", how.limits.cells), "--max-cells allows more.");
}

void report_left_out(const package& from, const std::vector<std::pair<std::string_view, std::string_view>>& kinds, document_builder& to) {
    std::vector<std::string_view> met;
    for (const auto& [piece, name] : kinds) {
        const bool there = std::any_of(from.names().begin(), from.names().end(), [&](const std::string& n) { return n.find(piece) != n.npos; });
        if (there && std::find(met.begin(), met.end(), name) == met.end()) met.push_back(name);
    }
    if (!met.empty()) to.note("left-out", severity::note, fmt::format("the document also holds {}, which were not read", fmt::join(met, ", ")));
}

document refuse_package(package& from, std::string_view what, document_builder&& to) {
    to.result().readable = false;
    report_package(from, to);
    const auto& told = to.result().diagnostics;
    if (std::none_of(told.begin(), told.end(), [](const diagnostic& d) { return d.severity == severity::error; }))
        to.note("cannot-read", severity::error, fmt::format("the file is not {}, or what it had of one is lost", what), "Look for a sound copy of the file.");
    return std::move(to).finish();
}

document encrypted_document(std::string_view bytes, std::string_view format) {
    document_builder out(bytes, format);
    out.result().readable = false;
    out.note("encrypted", severity::error, "the file is encrypted, so nothing of it can be read", "Save the document without a password.");
    return std::move(out).finish();
}

}  // namespace minutes
