// SPDX-License-Identifier: Apache-2.0
#include "markdown_reader.hpp"

#include <algorithm>
#include <string>

#include "document_builder.hpp"
#include "encoding.hpp"
#include "file_places.hpp"
#include "front_matter.hpp"
#include "markdown_body.hpp"
#include "text_reader.hpp"

namespace minutes {

namespace {

bool is_blank(std::string_view s) { return s.find_first_not_of(" \t\r\n") == s.npos; }

/// Lines that a publishing tool reads and nobody sees (":::" around a box) become blanks.
void blank_fences(std::string& utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = std::string_view(utf8).substr(at, end - at);
        const auto behind = line.find_first_not_of(':', std::min(line.find_first_not_of(' '), line.size()));
        const auto colons = line.find(":::");
        if (colons != line.npos && is_blank(line.substr(0, colons))) {
            const auto rest = behind == line.npos ? std::string_view{} : line.substr(behind);
            const auto words = rest.substr(std::min(rest.find_first_not_of(" \t"), rest.size()));
            if (is_blank(rest) || words.starts_with('{') || words.find_first_of(" \t") == words.npos)
                std::fill(utf8.begin() + static_cast<std::ptrdiff_t>(at), utf8.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        }
        at = end + 1;
    }
}

/// Whether a line is the entry that a table of contents replaces: "* TOC" above "{:toc}".
bool is_contents_entry(std::string_view line) {
    const auto from = line.find_first_not_of(" \t*-+1.");
    const auto rest = from == line.npos ? std::string_view{} : line.substr(from, line.find_last_not_of(" \t\r") + 1 - from);
    return rest == "toc" || rest == "TOC" || rest == "Toc" || rest == "ToC";
}

/// Attributes in braces, "{:toc}", "{: .note}", "# Heading {#name}", say how a page is made: they become blanks.
void blank_attributes(std::string& utf8) {
    std::size_t before = 0;  // where the line above starts
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = std::string_view(utf8).substr(at, end - at);
        const auto last = line.find_last_not_of(" \t\r"), open = line.rfind('{');
        if (last != line.npos && open != line.npos && line[last] == '}' && last - open > 1) {
            const char kind = line[open + 1];
            const bool heading = line.find_first_not_of(' ') < 4 && line[line.find_first_not_of(' ')] == '#';
            if (kind == ':' || (heading && (kind == '#' || kind == '.'))) {
                const bool contents = line.substr(open).starts_with("{:toc") && at > 0;
                std::fill(utf8.begin() + static_cast<std::ptrdiff_t>(at + open), utf8.begin() + static_cast<std::ptrdiff_t>(at + last + 1), ' ');
                if (contents && is_contents_entry(std::string_view(utf8).substr(before, at - 1 - before))) std::fill(utf8.begin() + static_cast<std::ptrdiff_t>(before), utf8.begin() + static_cast<std::ptrdiff_t>(at - 1), ' ');
            }
        }
        before = at;
        at = end + 1;
    }
}

/// Blank lines would end a raw HTML table; they are joined to the lines around them, each word staying where it was.
void join_html_tables(std::string& utf8) {
    const std::size_t last_end = utf8.rfind("</table");
    std::size_t open = 0;
    for (std::size_t at = 0; last_end != utf8.npos && at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = std::string_view(utf8).substr(at, end - at);
        const std::size_t indent = line.find_first_not_of(' ');
        if (open == 0 && indent != line.npos && line.substr(indent).starts_with("<table") && at < last_end) open = 1;
        else if (open > 0 && line.find("<table") != line.npos) ++open;
        if (open > 0 && is_blank(line))
            for (std::size_t k = at; k > 0 && (utf8[k - 1] == '\n' || utf8[k - 1] == '\r'); --k) utf8[k - 1] = ' ';
        if (open > 0 && line.find("</table") != line.npos) --open;
        at = end + 1;
    }
}

/// Signs that plain text does not show by chance.
int signs_in(std::string_view utf8) {
    int headings = 0, rules = 0, bold = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = utf8.substr(at, end - at);
        const auto level = line.find_first_not_of('#');
        headings += level != line.npos && level > 0 && level <= 6 && line[level] == ' ';
        rules += line.starts_with("|--") || line.starts_with("| --") || line.starts_with("|:-") || line.starts_with("| :-");
        const auto open = line.find("**");
        bold += open != line.npos && line.find("**", open + 2) != line.npos;
        at = end + 1;
    }
    return (headings > 1) + (rules > 0) + (bold > 1);
}

}  // namespace

int recognise_markdown(std::string_view bytes) {
    if (recognise_text(bytes) == 0) return 0;
    return signs_in(decode(bytes.substr(0, 65536)).utf8) > 0 ? 2 : 1;
}

document read_markdown(std::string_view bytes, const read_options& options) {
    if (recognise_text(bytes) == 0) return read_text(bytes, options);  // refuses it
    document_builder out(bytes, "markdown");
    auto decoded = decode(bytes);
    const file_places places(decoded.utf8);
    const std::size_t body = add_front_matter(out, decoded.utf8);
    blank_fences(decoded.utf8);
    blank_attributes(decoded.utf8);
    join_html_tables(decoded.utf8);
    markdown_body blocks(out, decoded.utf8, body, places, options.reading);
    blocks.read();
    report_reading(blocks.met(), options.reading, out);
    if (decoded.mixed) out.note("encoding-mixed", severity::note, "the file mixes UTF-8 and Windows-1252; stray bytes were read as Windows-1252");
    out.result().typed_marks = true;
    return std::move(out).finish();
}

}  // namespace minutes
