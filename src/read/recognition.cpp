// SPDX-License-Identifier: Apache-2.0
#include "recognition.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "encoding.hpp"

namespace minutes {

namespace {

constexpr float letter_height = 0.75f;           // ems: most words have a letter that rises or falls
constexpr float a4_width = 595, a4_height = 842;  // points

/// Tesseract on all processors at once is six times slower than on one.
const std::vector<std::string> one_thread = {"OMP_THREAD_LIMIT=1"};

float number_of(std::string_view s) {
    float v = 0;
    std::from_chars(s.data(), s.data() + s.size(), v);
    return v;
}

/// A row's fields: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
using tsv_row = std::array<std::string_view, 12>;

tsv_row fields_of(std::string_view line) {
    tsv_row out;
    for (std::size_t i = 0, at = 0; i < out.size() && at <= line.size(); ++i) {
        const auto end = i + 1 == out.size() ? line.size() : std::min(line.find('\t', at), line.size());
        out[i] = line.substr(at, end - at);
        at = end + 1;
    }
    return out;
}

/// What recognition makes of dust and of what is left of ruling lines.
bool is_noise(std::string_view text, float confidence) {
    constexpr std::string_view rules = "|[]{}_~=\\", marks = "|[]{}_~=\\/'`-.,:;<>";
    if (text.find_first_not_of(rules) == text.npos) return true;
    return text.empty() || text.find_first_not_of(' ') == text.npos || (text.find_first_not_of(marks) == text.npos && (text.size() > 1 || confidence < least_confidence) && text.find('-') == text.npos);
}

float median(std::vector<float> v) {
    if (v.empty()) return 0;
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
    return v[v.size() / 2];
}

/// Boxes fit the letters tightly, "an" lower than "Ag": gives each word from `first` on the height of its line's print.
void even_out(std::vector<page_word>& words, std::size_t first) {
    std::vector<float> heights, bottoms;
    for (std::size_t i = first; i < words.size(); ++i) {
        heights.push_back(words[i].box.height());
        bottoms.push_back(words[i].box.bottom);
    }
    const float size = median(heights) / letter_height, base = median(bottoms);
    for (std::size_t i = first; i < words.size(); ++i) {
        auto& w = words[i];
        w.size = size;
        if (std::abs(w.box.bottom - base) > size / 2) continue;  // a page that leans
        w.box.top = base - 0.8f * size;
        w.box.bottom = base + 0.3f * size;
    }
}

/// Print of one size differs by its letters; only what is much larger is a heading.
void settle_sizes(page& p) {
    std::vector<float> sizes;
    for (const auto& w : p.words) sizes.push_back(w.size);
    const float usual = median(sizes);
    for (auto& w : p.words)
        if (w.size < 1.4f * usual) w.size = usual;
}

}  // namespace

bool can_recognise(const process_limits& limits) {
    return run_process({"tesseract", "--version"}, {}, limits).end != process_result::end_type::not_found;
}

std::vector<page> words_of_tsv(std::string_view tsv, float resolution) {
    std::vector<page> out;
    float scale = 1;
    std::size_t line_start = 0;
    const auto end_line = [&] {
        if (!out.empty()) even_out(out.back().words, line_start);
        line_start = out.empty() ? 0 : out.back().words.size();
    };
    for (std::size_t at = 0; at < tsv.size();) {
        const auto end = std::min(tsv.find('\n', at), tsv.size());
        const auto row = fields_of(tsv.substr(at, end - at));
        at = end + 1;
        const page_box box{number_of(row[6]), number_of(row[7]), number_of(row[6]) + number_of(row[8]), number_of(row[7]) + number_of(row[9])};
        if (row[0] == "1" || row[0] == "4") end_line();
        if (row[0] == "1") {
            line_start = 0;
            const float usual = box.width() > box.height() ? a4_height : a4_width;
            scale = resolution > 0 ? 72 / resolution : usual / std::max(1.0f, box.width());
            out.emplace_back();
            out.back().width = box.width() * scale;
            out.back().height = box.height() * scale;
        } else if (row[0] == "5" && !out.empty()) {
            const float confidence = std::clamp(number_of(row[10]), 0.0f, 100.0f);
            if (is_noise(row[11], confidence)) continue;
            page_word w{std::string(row[11]), {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale}};
            w.confidence = static_cast<std::uint8_t>(confidence);
            out.back().words.push_back(std::move(w));
        }
    }
    end_line();
    for (auto& p : out) settle_sizes(p);
    return out;
}

bool bind_pictures(std::string_view pictures, const std::string& name, const process_limits& limits, const std::filesystem::path& folder) {
    // Taking each page for one line of print is the quickest that tesseract can do with it.
    return run_process({"tesseract", "stdin", name, "--psm", "13", "pdf"}, pictures, limits, folder, one_thread).ok();
}

std::vector<page> recognise_words(std::string_view picture, float resolution, const process_limits& limits, const std::filesystem::path& folder) {
    const auto done = run_process({"tesseract", "stdin", "stdout", "--psm", "6", "tsv"}, picture, limits, folder, one_thread);
    return done.ok() ? words_of_tsv(decode(done.output).utf8, resolution) : std::vector<page>{};
}

}  // namespace minutes
