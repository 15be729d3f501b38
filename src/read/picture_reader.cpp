// SPDX-License-Identifier: Apache-2.0
#include "picture_reader.hpp"

#include <array>

#include <fmt/format.h>

#include "page_writer.hpp"
#include "picture.hpp"
#include "recognition.hpp"

namespace minutes {

int recognise_picture(std::string_view bytes) {
    using namespace std::literals;
    constexpr std::array magics = {"\x89PNG\r\n"sv, "II*\0"sv, "MM\0*"sv, "\xFF\xD8\xFF"sv};
    return std::any_of(magics.begin(), magics.end(), [&](auto m) { return bytes.starts_with(m); }) ? 3 : 0;
}

namespace {

constexpr const char* long_side = "3508";  // pixels of an A4 page at the recogniser's resolution

/// Its pages as pictures of one kind: tesseract opens whatever it can read and binds it as a PDF, which poppler draws.
/// Ruling lines are taken out before the words are recognised.  Empty when poppler is not installed.
std::vector<page> recognise_without_rules(std::string_view bytes, const reading_limits& most, const process_limits& limits, const private_folder& folder) {
    std::vector<page> out;
    if (!bind_pictures(bytes, "pages", limits, folder.path())) return out;
    while (out.size() < most.pages) {
        const auto number = std::to_string(out.size() + 1);
        auto drawn = read_pgm(run_process({"pdftoppm", "-gray", "-scale-to", long_side, "-f", number, "-l", number, "pages.pdf"}, {}, limits, folder.path()).output);
        if (!drawn) break;
        auto rules = erase_rules(*drawn, recognition_resolution);
        auto found = recognise_words(write_pgm(*drawn), recognition_resolution, limits, folder.path());
        if (found.empty()) break;
        out.push_back(std::move(found.front()));
        out.back().rules = std::move(rules);
    }
    return out;
}

}  // namespace

document read_picture(std::string_view bytes, const read_options& options) {
    document_builder to{bytes, "picture"};
    process_limits limits{std::chrono::seconds(options.reading.limits.seconds), options.reading.limits.memory, options.reading.limits.output, options.reading.programs};
    const auto refuse = [&](std::string code, std::string message, std::string hint) {
        to.result().readable = false;
        to.note(std::move(code), severity::error, std::move(message), std::move(hint));
        return std::move(to).finish();
    };
    if (options.reading.ocr == recognition::never) return refuse("needs-ocr", "the file is a picture", "Allow recognition with --ocr auto.");
    if (!can_recognise(limits)) return refuse("needs-ocr", "the file is a picture, and tesseract is not installed to recognise its words", "Install tesseract (Debian: tesseract-ocr).");
    const private_folder folder;
    auto pages = recognise_without_rules(bytes, options.reading.limits, limits, folder);
    if (pages.empty()) pages = recognise_words(bytes, 0, limits, folder.path());
    if (pages.empty()) return refuse("cannot-read", "the picture is damaged or of a kind that cannot be read", "Open it in a viewer and save it anew.");
    if (std::all_of(pages.begin(), pages.end(), [](const page& p) { return p.words.empty(); })) return refuse("needs-ocr", "no words were found in the picture", "Scan it at 300 dots an inch or more.");
    to.result().source.pages = static_cast<int>(pages.size());
    to.note("recognised-text", severity::note, fmt::format("the words of {} of {} pages were recognised from pictures", pages.size(), pages.size()), "Compare names, dates and references with the pages.");
    write_pages(pages, to);
    return std::move(to).finish();
}

}  // namespace minutes
