// SPDX-License-Identifier: Apache-2.0
#include "html_reader.hpp"

#include <algorithm>
#include <cctype>

#include "charset.hpp"
#include "encoding.hpp"
#include "html_body.hpp"
#include "html_words.hpp"
#include "text_reader.hpp"

namespace minutes {

namespace {

constexpr std::size_t head_bytes = 4096;  // where a file says what it is and how it is encoded

std::string lower(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// Behind blanks, comments and the XML declaration.
std::string_view first_tag(std::string_view head) {
    for (;;) {
        head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n\f"), head.size()));
        const bool comment = head.starts_with("<!--"), declaration = head.starts_with("<?");
        if (!comment && !declaration) return head;
        const auto end = head.find(comment ? "-->" : "?>");
        if (end == head.npos) return {};
        head.remove_prefix(end + (comment ? 3 : 2));
    }
}

/// <meta charset="…">, <meta http-equiv="Content-Type" content="text/html; charset=…"> or the XML declaration's encoding.
std::string declared_charset(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, head_bytes));
    for (const std::string_view name : {"charset", "encoding"}) {
        auto at = head.find(name);
        if (at == head.npos) continue;
        at = head.find_first_not_of(" =\"'", at + name.size());
        if (at == head.npos) continue;
        return head.substr(at, head.find_first_of(" \t\r\n\"'/>;?", at) - at);
    }
    return {};
}

}  // namespace

int recognise_html(std::string_view bytes) {
    if (recognise_text(bytes) == 0) return 0;
    const auto decoded = decode(bytes.substr(0, head_bytes)).utf8;
    if (decoded.find('<') == decoded.npos) return 0;
    const std::string head = lower(decoded);
    const auto tag = first_tag(head);
    if (tag.starts_with("<!doctype html") || tag.starts_with("<html")) return 3;
    if (tag_of(tag).effect != tag_effect::unknown) return 2;
    for (auto at = head.find('<'); at != head.npos; at = head.find('<', at + 1))
        if (const auto t = tag_of(std::string_view(head).substr(at)); t.effect == tag_effect::parts) return 1;
    return 0;
}

document read_html(std::string_view bytes, const read_options& options) {
    if (recognise_text(bytes) == 0) return read_text(bytes, options);  // refuses it
    document_builder out(bytes, "html");
    const auto decoded = decode_as(bytes, declared_charset(bytes));
    const file_places places(decoded.utf8);
    html_body body(out, options.reading, decoded.utf8, places);
    body.read_file();
    report_reading(body.met(), options.reading, out);
    if (decoded.mixed) out.note("encoding-mixed", severity::note, "the file mixes UTF-8 and Windows-1252; stray bytes were read as Windows-1252");
    return std::move(out).finish();
}

}  // namespace minutes
