// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <filesystem>
#include <iostream>
#include <iterator>

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

namespace {

minutes::trace_result traced(const std::string& path, minutes::parse_options reading) {
    if (path != standard_input) return minutes::trace_file(path, std::move(reading));
    const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
    reading.name = "standard input";
    return minutes::trace(bytes, reading);
}

status put_trace(const std::string& path, std::size_t line, const options& o, console& c) {
    const auto r = traced(path, o.reading);
    if (!r.parsed.readable) {
        for (const auto& d : r.parsed.diagnostics) c.tell(diagnostic_line(r.parsed, d, c.err()));
        return status_of(r.parsed, c);
    }
    bool any = false;
    const auto& m = r.parsed.meeting;
    for (const auto& b : r.blocks) {
        const auto last = minutes::place_of(*m.text, b.where.back().end - 1).line;
        if (line > 0 && (line < b.place.line || line > last)) continue;
        put_block(c, m, b);
        any = true;
    }
    if (!any) c.tell(fmt::format("{}: nothing stands on line {}\n", visible(path), line));
    return status_of(r.parsed, c);
}

}  // namespace

status trace(const options& o, console& c) {
    status worst = status::done;
    for (const std::string& named : o.inputs) {
        const auto input = take_line(named);
        const auto inputs = find_inputs({input.path}, c);
        worst = worse(worst, inputs.status);
        for (const auto& path : inputs.paths) worst = worse(worst, put_trace(path, input.line, o, c));
    }
    return worst;
}

}  // namespace cli
