// SPDX-License-Identifier: Apache-2.0
#include "picture.hpp"

#include <charconv>

#include <fmt/format.h>

namespace minutes {

namespace {

constexpr float rule_length = 0.3f;     // inches: no stroke of a letter of running text is so long
constexpr float rule_thickness = 0.045f; // inches
constexpr std::size_t blank_pixels = 40; // dark pixels in a million that dust may leave

/// The next number of a PGM's head; comments are passed over.
bool next_number(std::string_view bytes, std::size_t& at, std::size_t& out) {
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '#')) {
        if (bytes[at] == '#')
            while (at < bytes.size() && bytes[at] != '\n') ++at;
        else ++at;
    }
    const auto r = std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), out);
    if (r.ec != std::errc{}) return false;
    at = static_cast<std::size_t>(r.ptr - bytes.data());
    return true;
}

/// The picture seen along rows or along columns.
struct view {
    const picture& p;
    bool across;
    [[nodiscard]] std::size_t length() const { return across ? p.width : p.height; }
    [[nodiscard]] std::size_t lines() const { return across ? p.height : p.width; }
    [[nodiscard]] bool dark(std::size_t along, std::size_t line) const { return across ? p.dark(along, line) : p.dark(line, along); }

    /// How many dark pixels stand on each other at right angles to the line; stops counting beyond `most`.
    [[nodiscard]] std::size_t thickness(std::size_t along, std::size_t line, std::size_t most) const {
        std::size_t n = 1;
        for (std::size_t up = line; n <= most && up > 0 && dark(along, up - 1); --up) ++n;
        for (std::size_t down = line + 1; n <= most && down < lines() && dark(along, down); ++down) ++n;
        return n;
    }
};

struct run {
    std::size_t line, from, to;
};

/// Runs of dark pixels that are long, and thin over most of their length.
std::vector<run> runs_of(const view& v, std::size_t least, std::size_t thickest) {
    std::vector<run> out;
    for (std::size_t line = 0; line < v.lines(); ++line)
        for (std::size_t at = 0; at < v.length();) {
            if (!v.dark(at, line)) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < v.length() && v.dark(end, line)) ++end;
            if (end - at >= least) {
                std::size_t thin = 0, seen = 0;
                for (std::size_t i = at; i < end; i += 4, ++seen) thin += v.thickness(i, line, thickest) <= thickest;
                if (thin * 10 >= seen * 7) out.push_back({line, at, end});
            }
            at = end;
        }
    return out;
}

}  // namespace

bool picture::blank() const {
    std::size_t n = 0;
    for (const char c : grey) n += static_cast<unsigned char>(c) < 128;
    return n * 1'000'000 <= blank_pixels * grey.size();
}

std::optional<picture> read_pgm(std::string_view bytes) {
    std::size_t at = 2, most = 0;
    picture p;
    if (!bytes.starts_with("P5") || !next_number(bytes, at, p.width) || !next_number(bytes, at, p.height) || !next_number(bytes, at, most)) return {};
    ++at;  // the one blank behind the head
    if (most != 255 || p.width == 0 || p.height == 0 || at > bytes.size() || (bytes.size() - at) / p.width < p.height) return {};
    p.grey = bytes.substr(at, p.width * p.height);
    return p;
}

std::string write_pgm(const picture& p) { return fmt::format("P5\n{} {}\n255\n", p.width, p.height) + p.grey; }

std::vector<page_rule> erase_rules(picture& p, float resolution) {
    const auto least = static_cast<std::size_t>(rule_length * resolution), thickest = static_cast<std::size_t>(rule_thickness * resolution);
    const auto across = runs_of({p, true}, least, thickest), down = runs_of({p, false}, least, thickest);
    std::vector<page_rule> out;
    const auto points = [&](std::size_t pixels) { return static_cast<float>(pixels) * 72 / resolution; };
    // The grey edge of a line goes with it.
    const auto whiten = [&](std::size_t x, std::size_t y) { p.grey[y * p.width + x] = '\xFF'; };
    for (const auto& r : across) {
        out.push_back({{points(r.from), points(r.line), points(r.to), points(r.line + 1)}, true});
        for (std::size_t y = r.line - (r.line > 0); y <= std::min(r.line + 1, p.height - 1); ++y)
            for (std::size_t x = r.from; x < r.to; ++x) whiten(x, y);
    }
    for (const auto& r : down) {
        out.push_back({{points(r.line), points(r.from), points(r.line + 1), points(r.to)}, false});
        for (std::size_t x = r.line - (r.line > 0); x <= std::min(r.line + 1, p.width - 1); ++x)
            for (std::size_t y = r.from; y < r.to; ++y) whiten(x, y);
    }
    return out;
}

}  // namespace minutes
