// SPDX-License-Identifier: Apache-2.0
#include <minutes/load.hpp>

#include <iterator>
#include <limits>

#include "loaders.hpp"
#include "open_file.hpp"
#include "plain_text.hpp"

namespace minutes {

namespace {

constexpr std::string_view json_mark = "\"minutes/meeting/", xml_mark = "urn:minutes:meeting:";
constexpr std::size_t head = 1024;  // the marks stand at the beginning

bool begins_as(std::string_view bytes, char first, std::string_view mark) {
    const auto begin = bytes.substr(0, head);
    const std::size_t at = begin.find_first_not_of(" \t\r\n");
    return at != begin.npos && begin[at] == first && begin.find(mark) != begin.npos;
}

bool is_json(std::string_view bytes) { return begins_as(bytes, '{', json_mark); }
bool is_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes.starts_with(plain_text_mark);
}
bool is_xml(std::string_view bytes) { return begins_as(bytes, '<', xml_mark); }

parse_result unreadable(std::string code, std::string message, std::string hint) {
    parse_result r;
    r.readable = false;
    r.meeting.diagnostics.push_back({std::move(code), severity::error, {}, {}, std::move(message), std::move(hint)});
    r.diagnostics = r.meeting.diagnostics;
    return r;
}

parse_result result_of(std::vector<meeting> all) {
    parse_result r;
    for (const meeting& m : all) r.diagnostics.insert(r.diagnostics.end(), m.diagnostics.begin(), m.diagnostics.end());
    r.meeting = std::move(all.front());
    r.more.assign(std::make_move_iterator(all.begin() + 1), std::make_move_iterator(all.end()));
    return r;
}

}  // namespace

std::shared_ptr<source_text> source_of(std::string text) {
    const auto out = std::make_shared<source_text>();
    out->text = std::move(text);
    out->line_starts = {0};
    for (std::size_t at = out->text.find('\n'); at != std::string::npos; at = out->text.find('\n', at + 1))
        out->line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    return out;
}

bool is_own_format(std::string_view bytes) { return is_json(bytes) || is_xml(bytes) || is_text(bytes); }

parse_result load(std::string_view bytes) {
    try {
        if (is_json(bytes)) return result_of(load_json(bytes));
        if (is_xml(bytes)) return result_of(load_xml(bytes));
        if (is_text(bytes)) return result_of(load_text(bytes));
        throw load_error("it is neither JSON (minutes/meeting/1) nor XML (urn:minutes:meeting:1) nor text (minutes/text/1)");
    } catch (const load_error& e) {
        return unreadable("invalid-meeting", std::string("cannot load it: ") + e.what(), "Write it anew from the document that it was read from.");
    }
}

parse_result load_file(const std::filesystem::path& path) {
    std::string bytes;
    if (const auto why = read_bytes(path, std::numeric_limits<std::size_t>::max(), bytes); !why.empty()) {
        parse_result r = unreadable("cannot-open", "cannot read it: " + why, "Check the path and the permissions.");
        r.meeting.source.name = path.string();
        return r;
    }
    parse_result r = load(bytes);
    if (!r.readable) r.meeting.source.name = path.string();
    return r;
}

}  // namespace minutes
