// SPDX-License-Identifier: Apache-2.0
// Our own files go straight to the meeting.
#include "pipeline.hpp"

#include <minutes/load.hpp>

#include "languages.hpp"
#include "layout.hpp"
#include "open_file.hpp"
#include "part_meetings.hpp"
#include "readers.hpp"
#include "resolve.hpp"

namespace minutes {

namespace {

/// Our own formats, which are loaded rather than read.
const std::vector<input_format>& own_formats() {
    static const std::vector<input_format> all = {
        {"json", "json", "What `-t json` wrote: the whole model, equal to what was written", false},
        {"xml", "xml", "What `-t xml` wrote: the whole model, equal to what was written", false},
        {"minutes-text", "", "What `-t text` wrote: the same people, items, prose, decisions and actions", false},
    };
    return all;
}

bool is_own(std::string_view bytes, std::string_view format) {
    if (format.empty()) return is_own_format(bytes);
    return std::any_of(own_formats().begin(), own_formats().end(), [&](const auto& f) { return f.name == format; });
}

parse_result load_named(std::string_view bytes, const std::string& name) {
    parse_result r = load(bytes);
    if (r.meeting.source.name.empty()) r.meeting.source.name = name;  // text does not say where it was
    for (meeting& m : r.more)
        if (m.source.name.empty()) m.source.name = name;
    return r;
}

/// As the user says, else as the house style says, else as the text shows.
std::vector<std::string> languages_of(const document& d, const parse_options& options) {
    std::vector<std::string> said;
    for (const auto& code : options.languages)
        if (is_language(code)) said.push_back(code);
    if (said.empty() && options.style.words()) said = options.style.words()->languages();
    return said.empty() ? choose_languages(d.text->text) : said;
}

/// From one meeting's blocks to the meeting.
meeting read_meeting(const document& d, const laid_document& laid, const lexicon& words, const std::vector<std::string>& languages, const parse_options& options, parse_notes* notes) {
    meeting m = parse_document(d, laid, words, options.first_fit ? choice::first_fit : choice::weighed, notes);
    m.languages = languages;
    m.diagnostics.insert(m.diagnostics.begin(), laid.diagnostics.begin(), laid.diagnostics.end());
    m.diagnostics.insert(m.diagnostics.begin(), d.diagnostics.begin(), d.diagnostics.end());
    resolve(m, words, options);
    return m;
}

}  // namespace

parse_result run_pipeline(std::string_view bytes, const parse_options& options, pipeline_notes* notes) {
    if (is_own(bytes, options.format)) return load_named(bytes, options.name);
    document d = read_document(bytes, options.format, {options.name, options.reading});
    parse_result r;
    r.readable = d.readable;
    if (!d.readable) {
        r.meeting.source = d.source;
        r.meeting.diagnostics = d.diagnostics;
        r.diagnostics = d.diagnostics;
        return r;
    }
    const auto languages = languages_of(d, options);
    const lexicon words = (options.style.words() ? *options.style.words() : default_lexicons()).of(languages).for_one_document(d.text->text);
    laid_document laid = lay_out(d, words);
    const auto starts = find_meetings(d, laid, words);
    std::vector<document> parts;
    if (!starts.empty()) {
        parts = part_document(d, starts);
        parts.front().diagnostics = d.diagnostics;
        laid = lay_out(parts.front(), words);
    }
    r.meeting = read_meeting(parts.empty() ? d : parts.front(), laid, words, languages, options, notes ? &notes->parse : nullptr);
    r.diagnostics = r.meeting.diagnostics;
    for (std::size_t k = 1; k < parts.size(); ++k) {
        r.more.push_back(read_meeting(parts[k], lay_out(parts[k], words), words, languages, options, nullptr));
        r.diagnostics.insert(r.diagnostics.end(), r.more.back().diagnostics.begin(), r.more.back().diagnostics.end());
    }
    if (!notes) return r;
    notes->laid = std::move(laid);
    notes->read = std::move(d);
    return r;
}

parse_result run_pipeline_on_file(const std::filesystem::path& path, parse_options options, pipeline_notes* notes) {
    if (options.name.empty()) options.name = path.string();
    std::string bytes;  // one byte beyond the limit tells that the file is too large
    if (const auto why = read_bytes(path, options.reading.limits.file + 1, bytes); !why.empty()) {
        parse_result r;
        r.readable = false;
        r.meeting.source.name = options.name;
        r.meeting.diagnostics.push_back({"cannot-open", severity::error, {}, {}, "cannot read it: " + why, "Check the path and the permissions."});
        r.diagnostics = r.meeting.diagnostics;
        return r;
    }
    return run_pipeline(bytes, options, notes);
}

parse_result parse(std::string_view bytes, const parse_options& options) { return run_pipeline(bytes, options, nullptr); }

parse_result parse_file(const std::filesystem::path& path, parse_options options) { return run_pipeline_on_file(path, std::move(options), nullptr); }

const std::vector<input_format>& input_formats() {
    static const std::vector<input_format> formats = [] {
        std::vector<input_format> all;
        for (const auto& r : readers()) all.push_back(r.format);
        all.insert(all.end(), own_formats().begin(), own_formats().end());
        return all;
    }();
    return formats;
}

}  // namespace minutes
