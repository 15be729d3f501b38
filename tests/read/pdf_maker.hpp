// SPDX-License-Identifier: Apache-2.0
// Small PDFs for tests, as text: words and lines where a test wants them (A4, points from the upper left corner).
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

namespace minutes::test {

class pdf_page {
public:
    pdf_page& words(double x, double y, const std::string& text, double size = 11, bool bold = false) {
        content_ += fmt::format("BT /{} {} Tf {} {} Td ({}) Tj ET\n", bold ? "B" : "R", size, x, height - y, escaped(text));
        return *this;
    }
    /// In a typewriter's print, 10 points high: every letter 6 points wide.
    pdf_page& typed(double x, double y, const std::string& text) {
        content_ += fmt::format("BT /T 10 Tf {} {} Td ({}) Tj ET\n", x, height - y, escaped(text));
        return *this;
    }
    pdf_page& bold(double x, double y, const std::string& text, double size = 11) { return words(x, y, text, size, true); }
    pdf_page& line(double x0, double y0, double x1, double y1) {
        content_ += fmt::format("{} {} m {} {} l S\n", x0, height - y0, x1, height - y1);
        return *this;
    }
    pdf_page& box(double x, double y, double w, double h) {
        content_ += fmt::format("{} {} {} {} re f\n", x, height - y - h, w, h);
        return *this;
    }
    /// Lines at all of `xs` and `ys`: a table.
    pdf_page& grid(const std::vector<double>& xs, const std::vector<double>& ys) {
        for (const double x : xs) line(x, ys.front(), x, ys.back());
        for (const double y : ys) line(xs.front(), y, xs.back(), y);
        return *this;
    }
    [[nodiscard]] const std::string& content() const { return content_; }

    static constexpr double width = 595, height = 842;

private:
    static std::string escaped(const std::string& text) {
        std::string out;
        for (const char c : text) out += c == '(' || c == ')' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        return out;
    }
    std::string content_;
};

/// The file of these objects, numbered from 1; the first is the catalogue.
inline std::string pdf_of_objects(const std::vector<std::string>& objects) {
    std::string out = "%PDF-1.4\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", out.size());
        out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    return out + fmt::format("xref\n0 {}\n0000000000 65535 f \n{}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, table, objects.size() + 1, out.size());
}

/// The file of these pages.
inline std::string pdf_of(const std::vector<pdf_page>& pages) {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"};
    std::string kids;
    for (const auto& p : pages) {
        kids += fmt::format("{} 0 R ", objects.size() + 1);
        objects.push_back(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Resources << /Font << /R 3 0 R /B 4 0 R /T 5 0 R >> >> /Contents {} 0 R >>", pdf_page::width, pdf_page::height, objects.size() + 2));
        objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}endstream", p.content().size(), p.content()));
    }
    objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
    return pdf_of_objects(objects);
}

}  // namespace minutes::test
