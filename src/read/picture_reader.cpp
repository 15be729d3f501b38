// SPDX-License-Identifier: Apache-2.0
#include "picture_reader.hpp"

#include <array>

#include <fmt/format.h>

#include "page_writer.hpp"
#include "recognition.hpp"

namespace minutes {

int recognise_picture(std::string_view bytes) {
    using namespace std::literals;
    constexpr std::array magics = {"\x89PNG\r\n"sv, "II*\0"sv, "MM\0*"sv, "\xFF\xD8\xFF"sv};
    return std::any_of(magics.begin(), magics.end(), [&](auto m) { return bytes.starts_with(m); }) ? 3 : 0;
}

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
    const auto pages = recognise_words(bytes, 0, limits, folder.path());
    if (pages.empty()) return refuse("cannot-read", "the picture is damaged or of a kind that cannot be read", "Open it in a viewer and save it anew.");
    if (std::all_of(pages.begin(), pages.end(), [](const page& p) { return p.words.empty(); })) return refuse("needs-ocr", "no words were found in the picture", "Scan it at 300 dots an inch or more.");
    to.result().source.pages = static_cast<int>(pages.size());
    to.note("recognised-text", severity::note, fmt::format("the words of {} of {} pages were recognised from pictures", pages.size(), pages.size()), "Compare names, dates and references with the pages.");
    write_pages(pages, to);
    return std::move(to).finish();
}

}  // namespace minutes
