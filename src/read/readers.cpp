// SPDX-License-Identifier: Apache-2.0
#include "readers.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "docx_reader.hpp"
#include "html_reader.hpp"
#include "markdown_reader.hpp"
#include "mediawiki_reader.hpp"
#include "odt_reader.hpp"
#include "office_reader.hpp"
#include "org_reader.hpp"
#include "other_kinds.hpp"
#include "pdf_reader.hpp"
#include "picture_reader.hpp"
#include "rst_reader.hpp"
#include "text_reader.hpp"

namespace minutes {

const std::vector<reader>& readers() {
    static const std::vector<reader> all = {
        {{"docx", "docx docm dotx dotm", "Word document (Office Open XML)"}, recognise_docx, read_docx},
        {{"odt", "odt ott", "OpenDocument text (LibreOffice)"}, recognise_odt, read_odt},
        {{"pdf", "pdf", "PDF, through poppler's programs; pages without a text layer through tesseract"}, recognise_pdf, read_pdf},
        {{"picture", "png tif tiff jpg jpeg", "Scanned page: PNG, TIFF or JPEG, through tesseract"}, recognise_picture, read_picture},
        {{"doc", "doc dot", "Word document of the old format, through LibreOffice"}, recognise_doc, read_doc},
        {{"rtf", "rtf", "Rich Text, through LibreOffice"}, recognise_rtf, read_rtf},
        {{"text", "txt text", "Plain text: UTF-8, UTF-16 or Windows-1252; tables as tabs, bars or aligned blanks"},
         recognise_text, read_text},
        {{"markdown", "md markdown mdown mkd qmd rmd", "Markdown with tables, task lists and front matter (YAML or TOML)"},
         recognise_markdown, read_markdown},
        {{"org", "org", "Org outline: headings, lists, tables"}, recognise_org, read_org},
        {{"rst", "rst rest", "reStructuredText: headings, lists, fields, grids"}, recognise_rst, read_rst},
        {{"mediawiki", "wiki mediawiki wikitext", "MediaWiki: headings, lists, tables, links; templates as they stand"}, recognise_mediawiki, read_mediawiki},
        {{"html", "html htm xhtml shtml", "HTML as a browser shows it, without scripts; nothing is fetched"}, recognise_html, read_html},
    };
    return all;
}

namespace {

std::string extension_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos || name.find('/', dot) != name.npos) return {};
    std::string e(name.substr(dot + 1));
    std::transform(e.begin(), e.end(), e.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return e;
}

bool has_extension(const reader& r, std::string_view extension) {
    if (extension.empty()) return false;
    for (std::string_view rest = r.format.extensions; !rest.empty();) {
        const auto one = rest.substr(0, rest.find(' '));
        if (one == extension) return true;
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    }
    return false;
}

const reader* reader_named(std::string_view format) {
    const auto found = std::find_if(readers().begin(), readers().end(), [&](const reader& r) { return r.format.name == format; });
    return found == readers().end() ? nullptr : &*found;
}

struct choice {
    const reader* chosen = nullptr;
    const reader* by_name = nullptr;  ///< what the name says, when the content says otherwise
};

/// The content decides where it is certain; the name decides among what the content allows.
choice choose(std::string_view bytes, std::string_view name) {
    const auto extension = extension_of(name);
    choice c;
    int best = 0;
    for (const auto& r : readers()) {
        const int sure = r.recognise(bytes);
        const bool named = has_extension(r, extension);
        if (named && sure < 3) c.by_name = &r;
        const int weight = sure == 0 ? 0 : 2 * sure + 3 * (named && sure < 3);
        if (weight > best) {
            best = weight;
            c.chosen = &r;
        }
    }
    if (c.by_name == c.chosen || (c.chosen && has_extension(*c.chosen, extension))) c.by_name = nullptr;
    return c;
}

std::string why_not(std::string_view bytes) {
    const auto kind = kind_of_file(bytes);
    return kind.empty() ? std::string("the content is of no format that can be read") : fmt::format("this is {}, which is not read", kind);
}

document refused(std::string_view bytes, std::string code, std::string message, std::string hint) {
    document d;
    d.source.sha256 = sha256_of(bytes);
    d.source.bytes = bytes.size();
    d.readable = false;
    d.diagnostics.push_back({std::move(code), severity::error, {}, {}, std::move(message), std::move(hint)});
    return d;
}

}  // namespace

document read_document(std::string_view bytes, std::string_view format, const read_options& options) {
    document d;
    const choice c = format.empty() ? choose(bytes, options.name) : choice{reader_named(format), nullptr};
    const std::size_t most = options.reading.limits.file;
    if (bytes.size() > most) {
        d = refused(bytes, "limit-reached", fmt::format("the file is larger than {} bytes", most), "--max-file allows more.");
    } else if (!c.chosen) {
        d = refused(bytes, "cannot-read", format.empty() ? why_not(bytes) : fmt::format("there is no format '{}'", format),
                    "Convert it to one of the formats that `-f list` names.");
    } else {
        d = c.chosen->read(bytes, options);
        if (c.by_name)
            d.diagnostics.insert(d.diagnostics.begin(), {"format-mismatch", severity::warning, {}, {},
                fmt::format("the name says {}, the content is {}; it was read as {}", c.by_name->format.name, c.chosen->format.name, c.chosen->format.name), {}});
    }
    d.source.name = options.name;
    return d;
}

}  // namespace minutes
