// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <minutes/archive.hpp>
#include <minutes/load.hpp>
#include <minutes/public_copy.hpp>
#include <minutes/history.hpp>
#include <minutes/site.hpp>
#include <minutes/write.hpp>

#include "commands.hpp"
#include "diagnostic_text.hpp"
#include "inputs.hpp"
#include "outputs.hpp"
#include "text.hpp"

namespace cli {

namespace {

namespace fs = std::filesystem;

/// All meetings of all inputs as if they stood in one document.
struct collection {
    minutes::parse_result all;
    std::size_t documents = 0;
    minutes::archive archive;  ///< that they are from, if any
    status worst = status::done;

    void add(minutes::parse_result r) {
        if (documents++ == 0) {
            all = std::move(r);
            return;
        }
        all.more.push_back(std::move(r.meeting));
        for (auto& m : r.more) all.more.push_back(std::move(m));
        all.diagnostics.insert(all.diagnostics.end(), r.diagnostics.begin(), r.diagnostics.end());
    }
};

/// The meetings of the archive, or the reason why there are none.
collection load_all(const options& o, console& c) {
    collection out;
    auto opened = minutes::open_archive(o.archive, minutes::archive_access::read);
    std::string why = opened.message;
    const auto take = [&](std::string_view name, minutes::parse_result&& one) {
        const std::string path = opened.archive.path_of(name).string();
        one.meeting.source.name = path;
        for (auto& m : one.more) m.source.name = path;
        tell_stale(minutes::apply(o.corrections, one), o, c);
        if (o.only_public) one = minutes::public_copy(one);
        one.meeting = minutes::for_register(one.meeting);
        for (auto& m : one.more) m = minutes::for_register(m);
        out.add(std::move(one));
    };
    if (opened.ok()) why = opened.archive.each_document(take, {o.writing.rows.body}).message;
    out.archive = opened.archive;
    if (why.empty()) return out;
    c.tell(fmt::format("minutes: {}: cannot read {}: {}\n", paint(c.err(), style::red, "error"), visible(o.archive), visible(why)));
    out.documents = 0;
    out.worst = status::unreadable;
    return out;
}

collection read_all(const options& o, const input_list& inputs, console& c) {
    collection out;
    out.worst = inputs.status;
    for (const std::string& input : inputs.paths) {
        auto [r, stale] = read_input(input, o);
        tell_stale(stale, o, c);
        tell_findings(r, o.quiet, c);
        out.worst = worse(out.worst, status_of(r, c));
        if (r.readable) out.add(std::move(r));
    }
    return out;
}

/// --corrections, or those that the archive holds: they say which records are one action.
minutes::corrections corrections_for(const options& o, const collection& read) {
    return o.archive.empty() || !o.corrections_file.empty() ? o.corrections : read.archive.kept_corrections();
}

/// Corrections that fit nothing of all that was read.
void tell_unused(const options& o, const collection& read, console& c) {
    if (read.documents == 0 || !o.writing.rows.body.empty()) return;  // others' minutes are not at hand
    std::vector<const minutes::meeting*> all{&read.all.meeting};
    for (const auto& m : read.all.more) all.push_back(&m);
    tell_stale(minutes::unused(o.corrections, all), o, c);
}

/// What all documents tell together: meetings in two files, minutes that are missing.
void tell_history(const options& o, const collection& read, console& c) {
    std::vector<const minutes::meeting*> all{&read.all.meeting};
    for (const auto& m : read.all.more) all.push_back(&m);
    if (o.quiet) return;
    for (const auto& f : minutes::history_of(all, corrections_for(o, read), o.writing.as_at).findings) {
        const std::string name = visible(f.about->source.name);
        c.tell(diagnostic_line(f.what.spans.empty() ? name : fmt::format("{}:{}:{}", name, f.what.place.line, f.what.place.column), f.what, c.err()));
    }
}

/// The format by -t, else by the name; a workbook when neither tells.
const minutes::output_format* format_of(const options& o) {
    const bool csv = o.format.empty() ? o.output.ends_with(".csv") : o.format == "csv";
    return minutes::find_output_format(csv ? "csv" : "xlsx");
}

std::string mistake_in(const options& o, const minutes::output_format& format) {
    if (!format.text && o.output == "-") return "a workbook does not go to standard output: give -o FILE";
    const std::string ending = fs::path(o.output).extension().string();
    if (o.format.empty() && !ending.empty() && ending != ".xlsx" && ending != ".csv")
        return fmt::format("a register is a workbook (.xlsx) or .csv, not '{}'", visible(ending));
    if (o.update.empty()) return {};
    if (format.text) return "--update makes a workbook: give -o NEW.xlsx";
    if (o.writing.profile != minutes::register_profile::working) return "--update keeps the working profile: it is the one that people type into";
    if (o.only_public) return "--public cannot tell what of --update's typed words is public";
    return {};
}

fs::path path_of(const options& o) { return o.output.empty() ? "actions.xlsx" : o.output; }

/// Reads what --update names, and says what of it will be left behind.
bool read_update(const options& o, minutes::write_options& how, console& c) {
    auto old = minutes::load_register(o.update);
    for (const auto& d : old.diagnostics) c.tell(diagnostic_line(visible(o.update), d, c.err()));
    how.update = std::move(old.content);
    return old.readable;
}

/// From where the register will lie to the pages of the site.
std::function<std::string(const minutes::source&)> ways_to_site(const options& o, const minutes::archive& archive) {
    const fs::path to = fs::absolute(o.site).lexically_normal(), from = fs::absolute(o.output.empty() || o.output == "-" ? "actions.xlsx" : o.output).lexically_normal().parent_path();
    return [way = to.lexically_proximate(from), archive](const minutes::source& s) { return (way / minutes::site_page_of(archive.name_for(s.name))).generic_string(); };
}

status write_register(const options& o, const collection& read, const input_list& inputs, const minutes::output_format& format, minutes::write_options how, console& c) {
    how.merge = true;
    how.corrections = corrections_for(o, read);
    if (!o.site.empty()) how.page_of = ways_to_site(o, read.archive);
    if (o.output == "-" || (o.output.empty() && format.text)) {
        c.put(minutes::write(read.all, format.name, how));
        return status::done;
    }
    const fs::path path = path_of(o);
    if (file_set(inputs.paths).has(path)) return tell_unwritable("cannot write " + path.string() + ": it is an input", c);
    const auto written = minutes::write_file(read.all, format.name, path, how);
    if (!written) return tell_unwritable(written.message + advice_on(path, format, o), c);
    for (const auto& d : written.findings) c.tell(diagnostic_line(visible(o.update), d, c.err()));
    if (c.err().terminal && !o.quiet) c.tell(fmt::format("wrote {}: {}\n", visible(path.string()), counted(read.documents, "document")));
    return status::done;
}

/// As it stood on a day: without later meetings, and without those of which nobody knows whether they were later.
void leave_out_later(collection& read, const std::optional<minutes::date>& day, console& c) {
    if (!day || read.documents == 0) return;
    std::vector<minutes::meeting> kept;
    std::size_t undated = 0;
    const auto take = [&](minutes::meeting& m) {
        if (!m.date.value) ++undated;
        else if (*m.date.value <= *day) kept.push_back(std::move(m));
    };
    take(read.all.meeting);
    for (auto& m : read.all.more) take(m);
    if (undated) c.tell(fmt::format("{} without a date left out\n", counted(undated, "meeting")));
    read.documents = kept.size();
    if (kept.empty()) return;
    read.all.meeting = std::move(kept.front());
    read.all.more.assign(std::make_move_iterator(kept.begin() + 1), std::make_move_iterator(kept.end()));
}

}  // namespace

status make_register(const options& o, console& c) {
    const auto* format = format_of(o);
    if (const std::string mistake = mistake_in(o, *format); !mistake.empty()) return usage_error(c, "register", mistake);
    minutes::write_options how = o.writing;
    if (!o.update.empty()) {
        if (!how.replace && file_set({o.update}).has(path_of(o)))
            return tell_unwritable(fmt::format("{} is what --update reads, and is kept: give another -o NEW.xlsx (--force replaces it)", path_of(o).string()), c);
        if (!read_update(o, how, c)) return status::unreadable;
    }
    const input_list inputs = find_inputs(o.inputs, c);
    collection read = o.archive.empty() ? read_all(o, inputs, c) : load_all(o, c);
    tell_unused(o, read, c);
    leave_out_later(read, o.writing.as_at, c);
    if (read.documents == 0) {
        if (read.worst == status::done) c.tell("no meeting is asked for\n");
        return read.worst;
    }
    tell_history(o, read, c);
    return worse(read.worst, write_register(o, read, inputs, *format, std::move(how), c));
}

}  // namespace cli
