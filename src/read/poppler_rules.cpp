// SPDX-License-Identifier: Apache-2.0
// Ruling lines come in two shapes: strokes, and filled boxes too thin to be anything else.
#include <array>
#include <charconv>
#include <cmath>

#include <pugixml.hpp>

#include "poppler.hpp"

namespace minutes {

namespace {

constexpr float thin = 2.5f;    // points: a filled box no thicker is a line
constexpr float short_ = 3.0f;  // points: a shorter line is a mark, not a rule
constexpr float slope = 0.6f;   // points that a straight line may lean

struct matrix {
    float a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    [[nodiscard]] std::pair<float, float> apply(float x, float y) const { return {a * x + c * y + e, b * x + d * y + f}; }
    /// First `inner`, then this.
    [[nodiscard]] matrix after(const matrix& m) const {
        return {a * m.a + c * m.b, b * m.a + d * m.b, a * m.c + c * m.d, b * m.c + d * m.d, a * m.e + c * m.f + e, b * m.e + d * m.f + f};
    }
};

/// The numbers of a path or matrix, one after the other.
struct number_reader {
    const char* at;
    const char* end;
    bool next(float& out) {
        while (at < end && (*at == ' ' || *at == ',' || *at == '(' || *at == '\n')) ++at;
        const auto r = std::from_chars(at, end, out);
        if (r.ec != std::errc{} || !std::isfinite(out)) return false;
        at = r.ptr;
        return true;
    }
    /// A path's next command letter; 0 when a number or the end comes.
    char command() {
        while (at < end && (*at == ' ' || *at == '\n')) ++at;
        return at < end && *at >= 'A' && *at <= 'Z' ? *at++ : '\0';
    }
};

matrix matrix_of(std::string_view transform) {
    matrix m;
    const std::size_t at = transform.find("matrix(");
    if (at == transform.npos) return m;
    number_reader in{transform.data() + at + 6, transform.data() + transform.size()};
    for (float* v : {&m.a, &m.b, &m.c, &m.d, &m.e, &m.f})
        if (!in.next(*v)) return {};
    return m;
}

using point = std::pair<float, float>;

/// The corners of each piece of a path; pieces with curves are left out.
std::vector<std::vector<point>> pieces_of(std::string_view path, const matrix& m) {
    std::vector<std::vector<point>> out;
    bool curved = false;
    number_reader in{path.data(), path.data() + path.size()};
    while (in.at < in.end) {
        const char c = in.command();
        std::array<float, 6> v{};
        const std::size_t wanted = c == 'C' ? 6 : c == 'M' || c == 'L' ? 2 : 0;
        for (std::size_t i = 0; i < wanted; ++i)
            if (!in.next(v[i])) return out;
        if (c == 'M') {
            if (curved && !out.empty()) out.pop_back();
            curved = false;
            out.emplace_back();
            out.back().push_back(m.apply(v[0], v[1]));
        } else if (c == 'L' && !out.empty()) {
            out.back().push_back(m.apply(v[0], v[1]));
        } else if (c == 'C') {
            curved = true;
        } else if (c == 'Z' && !out.empty()) {
            out.back().push_back(out.back().front());
        } else if (c == '\0') {
            break;
        }
    }
    if (curved && !out.empty()) out.pop_back();
    return out;
}

void add_strokes(page& p, const std::vector<point>& piece) {
    for (std::size_t i = 1; i < piece.size(); ++i) {
        const auto [x0, y0] = piece[i - 1];
        const auto [x1, y1] = piece[i];
        const page_box b{std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
        if (b.height() <= slope && b.width() >= short_) p.rules.push_back({b, true});
        else if (b.width() <= slope && b.height() >= short_) p.rules.push_back({b, false});
    }
}

void add_thin_box(page& p, const std::vector<point>& piece) {
    if (piece.size() < 4) return;
    page_box b{piece[0].first, piece[0].second, piece[0].first, piece[0].second};
    for (const auto& [x, y] : piece) b.widen_to({x, y, x, y});
    // Rows of dots and dashes come as many boxes: even a short one may be part of a rule.
    if (b.height() <= thin && b.width() >= b.height()) p.rules.push_back({b, true});
    if (b.width() <= thin && b.height() >= b.width()) p.rules.push_back({b, false});
}

void add_path(page& p, pugi::xml_node n, const matrix& m) {
    const std::string_view style = n.attribute("style").value();
    const bool stroked = style.find("stroke:none") == style.npos && style.find("stroke:") != style.npos;
    const bool filled = style.find("fill:none") == style.npos && style.find("fill:") != style.npos;
    for (const auto& piece : pieces_of(n.attribute("d").value(), m)) {
        if (stroked) add_strokes(p, piece);
        else if (filled) add_thin_box(p, piece);
    }
}

void add_rules_of(page& p, pugi::xml_node surface) {
    std::vector<std::pair<pugi::xml_node, matrix>> open{{surface, matrix_of(surface.attribute("transform").value())}};
    while (!open.empty()) {
        const auto [node, m] = open.back();
        open.pop_back();
        for (const auto child : node.children()) {
            const std::string_view name = child.name();
            const auto own = m.after(matrix_of(child.attribute("transform").value()));
            if (name == "path") add_path(p, child, own);
            else if (name == "g") open.emplace_back(child, own);
        }
    }
}

}  // namespace

void add_rules(std::vector<page>& pages, std::size_t first, std::string_view svg) {
    pugi::xml_document xml;
    xml.load_buffer(svg.data(), svg.size(), pugi::parse_default, pugi::encoding_utf8);
    const auto root = xml.child("svg");
    if (const auto set = root.child("pageSet")) {
        std::size_t at = first;
        for (const auto p : set.children("page"))
            if (at < pages.size()) add_rules_of(pages[at++], p);
    } else if (first < pages.size()) {
        add_rules_of(pages[first], root);
    }
}

}  // namespace minutes
