// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <filesystem>

#include <fmt/format.h>

#include <minutes/trace.hpp>

#include "commands.hpp"
#include "diagnostic_text.hpp"
#include "inputs.hpp"
#include "text.hpp"

namespace cli {

namespace {

/// "march.txt:31": a file and a line of it; line 0 is all of it.
struct traced_input {
    std::string path;
    std::size_t line = 0;
};

traced_input take_line(const std::string& input) {
    std::error_code ignored;
    const auto colon = input.rfind(':');
    if (colon == input.npos || std::filesystem::exists(input, ignored)) return {input, 0};
    traced_input t{input.substr(0, colon), 0};
    const char* end = input.data() + input.size();
    const auto [last, error] = std::from_chars(input.data() + colon + 1, end, t.line);
    return error == std::errc{} && last == end && t.line > 0 ? t : traced_input{input, 0};
}

std::string joined(const minutes::meeting& m, const minutes::traced_block& b) { return visible(minutes::words_of(m, b.where)); }

std::string shortened(const std::string& text, std::size_t width) {
    const auto lines = wrapped(text, width);
    return lines.size() == 1 ? lines.front() : lines.front() + " …";
}

std::string sentence_of(const minutes::weighed_reading& w) {
    std::string out = fmt::format("{}, by {}: {}", w.as, w.rule, w.weight);
    if (!w.why.empty()) {
        out += " (";
        for (std::size_t i = 0; i < w.why.size(); ++i) out += (i ? ", " : "") + w.why[i];
        out += ")";
    }
    return out;
}

void put_wrapped(console& c, const std::string& head, const std::string& text) {
    const auto lines = wrapped(text, c.out().width > head.size() + 20 ? c.out().width - head.size() : 60);
    for (std::size_t i = 0; i < lines.size(); ++i) c.put((i ? std::string(head.size(), ' ') : head) + lines[i] + "\n");
}

void put_block(console& c, const minutes::meeting& m, const minutes::traced_block& b) {
    const std::string where = fmt::format("{}:{}", b.place.line, b.place.column);
    const std::size_t room = c.out().width > where.size() + 14 ? c.out().width - where.size() - 14 : 40;
    c.put(fmt::format("{}  {}  {}\n", paint(c.out(), style::bold, where), paint(c.out(), style::dim, b.kind), shortened(joined(m, b), room)));
    for (const auto& v : b.values)
        put_wrapped(c, "    = ", fmt::format("{}: '{}', {}{}", v.of, visible(v.words), minutes::name_of(v.basis), v.rule.empty() ? "" : ", by " + v.rule));
    if (b.values.empty()) c.put(fmt::format("    = {}\n", b.leaf));
    for (const auto& w : b.considered) put_wrapped(c, w.taken ? "    + " : "    - ", sentence_of(w));
}

}  // namespace

status trace(const options& o, console& c) {
    status worst = status::done;
    for (const std::string& named : o.inputs) {
        const auto input = take_line(named);
        const auto r = minutes::trace_file(input.path, o.reading);
        worst = worse(worst, status_of(r.parsed, c));
        if (!r.parsed.readable) {
            for (const auto& d : r.parsed.diagnostics) c.tell(diagnostic_line(r.parsed, d, c.err()));
            continue;
        }
        bool any = false;
        for (std::size_t i = 0; i < r.blocks.size(); ++i) {
            const auto& b = r.blocks[i];
            const bool last = i + 1 == r.blocks.size() || r.blocks[i + 1].place.line > input.line;
            if (input.line > 0 && !(b.place.line <= input.line && last) && b.place.line != input.line) continue;
            if (input.line > 0 && b.place.line > input.line) break;
            put_block(c, r.parsed.meeting, b);
            any = true;
            if (input.line > 0 && b.place.line != input.line) break;
        }
        if (!any) c.tell(fmt::format("{}: nothing stands on line {}\n", visible(input.path), input.line));
    }
    return worst;
}

}  // namespace cli
