// SPDX-License-Identifier: Apache-2.0
#include "pdf_reader.hpp"

#include <cstdlib>
#include <fstream>
#include <optional>

#include <fmt/format.h>

#include "encoding.hpp"
#include "page_lines.hpp"
#include "page_writer.hpp"
#include "picture.hpp"
#include "poppler.hpp"
#include "recognition.hpp"

namespace minutes {

namespace {

constexpr std::size_t header_within = 1024;  // bytes before "%PDF-" that viewers put up with
constexpr std::size_t least_letters = 20;    // of a page, before its print is judged unreadable
constexpr std::size_t pages_at_once = 100;   // of one run that draws pages

struct pdf_reader {
    std::string_view bytes;
    const read_options& options;
    document_builder to{bytes, "pdf"};
    private_folder folder{};
    process_limits limits{};
    std::vector<page> pages{};

    document refuse(std::string code, std::string message, std::string hint) && {
        to.result().readable = false;
        to.note(std::move(code), severity::error, std::move(message), std::move(hint));
        return std::move(to).finish();
    }

    process_result run(std::vector<std::string> arguments) const { return run_process(arguments, {}, limits, folder.path()); }

    bool store() const {
        std::ofstream out(folder.path() / "in.pdf", std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return static_cast<bool>(out.flush());
    }

    std::string last_page() const { return std::to_string(options.reading.limits.pages); }

    /// A line of words side by side with room between them: what tables look like.
    static bool may_hold_table(const page& p) {
        const auto lines = lines_of(p.words, 0);
        return std::any_of(lines.begin(), lines.end(), [](const text_line& l) { return !l.gaps.empty(); });
    }

    /// A font that does not say which letters its shapes are gives marks without meaning: such a page is as good as a picture.
    static bool is_unreadable(const page& p) {
        std::size_t all = 0, unknown = 0;
        for (const auto& w : p.words)
            for (std::size_t i = 0; i < w.text.size(); ++all) {
                const char32_t c = next_code_point(w.text, i);
                unknown += c < 0x20 || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD;
            }
        return all >= least_letters && unknown * 2 > all;
    }

    /// Draws runs of pages that may hold tables; drawing is dear, so others are left out.
    void draw_rules() {
        for (std::size_t n = 0; n < pages.size();) {
            if (!may_hold_table(pages[n])) {
                ++n;
                continue;
            }
            std::size_t end = n + 1;
            while (end < pages.size() && end - n < pages_at_once && (may_hold_table(pages[end]) || (end + 1 < pages.size() && may_hold_table(pages[end + 1])))) ++end;
            const auto drawn = run({"pdftocairo", "-svg", "-f", std::to_string(n + 1), "-l", std::to_string(end), "in.pdf", "-"});
            if (drawn.ok()) add_rules(pages, n, drawn.output);
            n = end;
        }
    }

    void find_print() {
        const auto printed = run({"pdftohtml", "-xml", "-i", "-stdout", "-l", last_page(), "in.pdf"});
        if (printed.ok()) add_print(pages, decode(printed.output).utf8);
    }

    /// Owners may forbid that words are taken out; reading is left to whoever has the file, but it is said.
    void note_protection() {
        if (bytes.find("/Encrypt") == bytes.npos) return;
        const auto info = run({"pdfinfo", "in.pdf"});
        if (info.output.find("copy:no") != info.output.npos)
            to.note("protected-file", severity::note, "the PDF's owner asks that its words are not copied out of it", "Check that you may use them.");
    }

    void note_pages_left() {
        if (pages.size() < options.reading.limits.pages) return;
        const auto info = run({"pdfinfo", "in.pdf"}).output;
        const auto at = info.find("Pages:");
        const auto all = at == info.npos ? 0 : std::strtoul(info.c_str() + at + 6, nullptr, 10);
        if (all > pages.size()) to.note("limit-reached", severity::warning, fmt::format("the PDF has {} pages; {} were read", all, pages.size()), "Allow more with --max-pages.");
    }

    std::string how_to_recognise() const {
        if (options.reading.ocr == recognition::never) return "Allow it with --ocr auto.";
        return can_recognise(limits) ? "The recogniser found no words on them." : "Install tesseract (Debian: tesseract-ocr), which recognises them.";
    }

    /// The page as a picture; sides beyond `longest_side` are scaled down.
    std::optional<picture> draw(std::size_t n, float resolution) const {
        constexpr float longest_side = 12000;  // pixels
        const auto number = std::to_string(n + 1);
        if (std::max(pages[n].width, pages[n].height) * resolution / 72 > longest_side) return {};
        return read_pgm(run({"pdftoppm", "-gray", "-r", fmt::format("{}", resolution), "-f", number, "-l", number, "in.pdf"}).output);
    }

    /// Recognises the words of pages that have none.  Returns how many pages with print on them stay without words.
    std::size_t recognise_pictures() {
        const bool may = options.reading.ocr != recognition::never && can_recognise(limits);
        std::size_t left = 0, recognised = 0;
        for (std::size_t n = 0; n < pages.size(); ++n) {
            if (!pages[n].words.empty()) continue;
            auto drawn = draw(n, may ? recognition_resolution : 40);
            if (drawn && drawn->blank()) continue;
            if (may && drawn) pages[n].rules = erase_rules(*drawn, recognition_resolution);
            auto found = may && drawn ? recognise_words(write_pgm(*drawn), recognition_resolution, limits, folder.path()) : std::vector<page>{};
            if (found.empty() || found.front().words.empty()) {
                ++left;
                continue;
            }
            pages[n].words = std::move(found.front().words);
            ++recognised;
        }
        if (recognised > 0) to.note("recognised-text", severity::note, fmt::format("the words of {} of {} pages were recognised from pictures", recognised, pages.size()), "Compare names, dates and references with the pages.");
        return left;
    }

    document read() && {
        limits.time = std::chrono::seconds(options.reading.limits.seconds);
        limits.memory = options.reading.limits.memory;
        limits.output = options.reading.limits.output;
        limits.search = options.reading.programs;
        to.limit_text(options.reading.limits);
        if (folder.path().empty() || !store()) return std::move(*this).refuse("cannot-read", "there is no room for a temporary file", "Free space in the temporary folder.");
        const auto text = run({"pdftotext", "-bbox", "-l", last_page(), "in.pdf", "-"});
        if (text.end == process_result::end_type::not_found)
            return std::move(*this).refuse("missing-program", "PDFs are read with 'pdftotext', which is not installed", "Install poppler's programs (Debian: poppler-utils).");
        if (text.errors.find("Incorrect password") != text.errors.npos)
            return std::move(*this).refuse("encrypted", "the file is encrypted and opens with a password only", "Save a copy without the password.");
        if (text.end == process_result::end_type::timed_out || text.end == process_result::end_type::too_much_output)
            return std::move(*this).refuse("limit-reached", "the file takes longer or holds more than is allowed", "Raise the limit, or print the file to a new PDF.");
        const std::string xhtml = decode(text.output).utf8;
        pages = words_of_bbox(xhtml);
        if (pages.empty()) return std::move(*this).refuse("cannot-read", "the PDF is damaged: no page could be read", "Look for a whole copy, or open it in a viewer and save or print it anew.");
        if (!text.ok() || text.errors.find(" Error") != text.errors.npos || bytes.find("%%EOF", bytes.size() - std::min<std::size_t>(bytes.size(), 2048)) == bytes.npos)
            to.note("damaged-file", severity::warning, "the PDF is damaged; what could be read was read", "Compare the pages in a viewer.");
        to.result().source.pages = static_cast<int>(pages.size());
        for (auto& [key, value] : properties_of_bbox(xhtml)) to.set_metadata(key, value);
        note_protection();
        note_pages_left();
        for (auto& p : pages)
            if (options.reading.ocr == recognition::force || is_unreadable(p)) p.words.clear();
        if (options.reading.ocr != recognition::force) {
            find_print();
            draw_rules();
        }
        const auto pictures = recognise_pictures();
        if (pictures > 0 && std::all_of(pages.begin(), pages.end(), [](const page& p) { return p.words.empty(); }))
            return std::move(*this).refuse("needs-ocr", "the pages are pictures without words", how_to_recognise());
        if (pictures > 0) to.note("needs-ocr", severity::warning, fmt::format("{} of {} pages are pictures and were left out", pictures, pages.size()), how_to_recognise());
        write_pages(pages, to);
        return std::move(to).finish();
    }
};

}  // namespace

int recognise_pdf(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return 3;
    return bytes.substr(0, header_within).find("%PDF-") != bytes.npos ? 2 : 0;
}

document read_pdf(std::string_view bytes, const read_options& options) { return pdf_reader{bytes, options}.read(); }

}  // namespace minutes
