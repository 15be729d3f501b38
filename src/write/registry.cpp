// SPDX-License-Identifier: Apache-2.0
// Every output format and its writer: the one table that the rest reads.
#include <minutes/write.hpp>

#include <algorithm>
#include <stdexcept>

#include <minutes/public_copy.hpp>

#include "atomic.hpp"
#include "writers.hpp"

namespace minutes {

// Each stands in the file of its name.  A writer throws std::runtime_error when it cannot make
// its file: a workbook without room for temporary files, a sheet with too many rows.
std::string json_of(const meeting_list&);
std::string xml_of(const meeting_list&);
std::string html_of(const meeting_list&);
std::string csv_of(const meeting_list&, const write_options&);
written_output xlsx_of(const meeting_list&, const write_options&);
std::string csvw_of(const meeting_list&);
std::string akn_of(const meeting_list&);
std::string markdown_of(const meeting_list&);
std::string text_of(const meeting_list&);
std::string ics_of(const meeting_list&);
std::string ics_events_of(const meeting_list&);

namespace {

struct writer {
    output_format format;
    written_output (*write)(const meeting_list&, const write_options&);
};

/// A writer that has no use for options.
template <std::string (*write)(const meeting_list&)>
written_output plainly(const meeting_list& meetings, const write_options&) { return {write(meetings)}; }

/// A writer that finds nothing on its way.
template <std::string (*write)(const meeting_list&, const write_options&)>
written_output plainly(const meeting_list& meetings, const write_options& options) { return {write(meetings, options)}; }

const std::vector<writer>& writers() {
    static const std::vector<writer> all = {
        {{"json", "json", "the whole model with spans, text and leaves", true}, plainly<json_of>},
        {{"xml", "xml", "the whole model as XML, its text included", true}, plainly<xml_of>},
        {{"html", "html", "a page to read: actions, decisions, people, items, source", true}, plainly<html_of>},
        {{"xlsx", "xlsx", "a workbook: register of actions, decisions, people, checks", false}, xlsx_of},
        {{"csv", "csv", "the register of actions, RFC 4180", true}, plainly<csv_of>},
        {{"csvw", "csv-metadata.json", "what the CSV's columns are (CSV on the Web), to lie beside it", true}, plainly<csvw_of>},
        {{"akn", "akn.xml", "Akoma Ntoso 3.0, a debate record named minutes", true}, plainly<akn_of>},
        {{"md", "md", "Markdown: actions, decisions, people, the minutes", true}, plainly<markdown_of>},
        {{"text", "txt", "the minutes in one clean plain form, which is read back alike", true}, plainly<text_of>},
        {{"ics", "ics", "iCalendar: actions as tasks, the next meeting as an event", true}, plainly<ics_of>},
        {{"ics-events", "ics", "iCalendar with actions as all-day events, for Outlook", true}, plainly<ics_events_of>},
    };
    return all;
}

const writer* find_writer(std::string_view name) {
    const auto it = std::find_if(writers().begin(), writers().end(), [&](const writer& w) { return w.format.name == name; });
    return it == writers().end() ? nullptr : &*it;
}

written_output write_all(const writer& w, const parse_result& document, const write_options& options) {
    meeting first;
    meeting_list meetings = {&document.meeting};
    // What could not be read has its diagnostics beside an empty meeting: they still belong in the output.
    if (document.meeting.diagnostics.empty() && document.more.empty() && !document.diagnostics.empty()) {
        first = document.meeting;
        first.diagnostics = document.diagnostics;
        meetings = {&first};
    }
    for (const meeting& m : document.more) meetings.push_back(&m);
    return w.write(meetings, options);
}

/// What is published has no exempt business.
written_output write_with(const writer& w, const parse_result& document, const write_options& options) {
    return options.profile == register_profile::publish ? write_all(w, public_copy(document), options) : write_all(w, document, options);
}

}  // namespace

const std::vector<output_format>& output_formats() {
    static const std::vector<output_format> formats = [] {
        std::vector<output_format> out;
        for (const writer& w : writers()) out.push_back(w.format);
        return out;
    }();
    return formats;
}

const output_format* find_output_format(std::string_view name) {
    const auto& all = output_formats();
    const auto it = std::find_if(all.begin(), all.end(), [&](const output_format& f) { return f.name == name; });
    return it == all.end() ? nullptr : &*it;
}

std::string write(const parse_result& document, std::string_view format, const write_options& options) {
    const writer* w = find_writer(format);
    return w ? write_with(*w, document, options).bytes : std::string{};
}

write_result write_file(const parse_result& document, std::string_view format, const std::filesystem::path& path,
                        const write_options& options) {
    const writer* w = find_writer(format);
    if (!w) return {false, "no output format is called '" + std::string(format) + "'"};
    const auto when_there = w->format.text || options.replace ? existing_file::replace : existing_file::keep;
    if (write_result able = may_write(path, when_there); !able) return able;
    try {
        write_options there = options;
        if (there.folder.empty()) there.folder = path.parent_path();
        written_output made = write_with(*w, document, there);
        write_result done = write_atomically(path, made.bytes, when_there);
        done.findings = std::move(made.findings);
        return done;
    } catch (const std::runtime_error& e) {
        return {false, e.what()};
    }
}

std::string write_json(const meeting& m) { return json_of({&m}); }
std::string write_xml(const meeting& m) { return xml_of({&m}); }
std::string write_html(const meeting& m) { return html_of({&m}); }
std::string write_csv(const meeting& m) { return csv_of({&m}, {}); }

write_result write_xlsx(const meeting& m, const std::filesystem::path& path, const write_options& options) {
    return write_file({m, {}, m.diagnostics, true}, "xlsx", path, options);
}

}  // namespace minutes
