// SPDX-License-Identifier: Apache-2.0
// Each option is defined once, here; parsing, --help and error messages follow from it.
#include "options.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <minutes/write.hpp>

#include "diagnostic_text.hpp"
#include "help.hpp"
#include "suggestion.hpp"
#include "text.hpp"

namespace cli {

namespace {

const std::map<std::string, minutes::date_order> date_orders = {{"dmy", minutes::date_order::day_month_year},
                                                                {"mdy", minutes::date_order::month_day_year},
                                                                {"ymd", minutes::date_order::year_month_day}};
const std::map<std::string, minutes::tracked_changes> change_states = {{"accepted", minutes::tracked_changes::accepted},
                                                                      {"original", minutes::tracked_changes::original}};
const std::map<std::string, minutes::recognition> recognitions = {{"auto", minutes::recognition::automatic},
                                                                  {"never", minutes::recognition::never},
                                                                  {"force", minutes::recognition::force}};
const std::map<std::string, minutes::severity> severities = {{"error", minutes::severity::error},
                                                             {"warning", minutes::severity::warning},
                                                             {"note", minutes::severity::note}};

const std::map<std::string, minutes::register_profile> profiles = {{"working", minutes::register_profile::working},
                                                                    {"publish", minutes::register_profile::publish},
                                                                    {"minimal", minutes::register_profile::minimal}};
const std::map<std::string, check_format> check_formats = {{"text", check_format::text}, {"json", check_format::json}, {"sarif", check_format::sarif}};

const std::map<std::string, import_report> import_reports = {{"json", import_report::json}, {"csv", import_report::csv}};

/// What CLI11 fills in; `options` is made of it.
struct raw_options {
    cli::options options;
    std::string date_order;
    std::string changes = "accepted";
    std::string ocr = "auto";
    std::string style;
    std::string fail_on = "error";
    std::string check_format = "text";
    std::string as_at;
    std::string since;
    std::string until;
    std::vector<std::string> statuses;
    std::string report;
    bool private_site = false;
    std::string search_format = "text";
    std::string profile = "working";
};

constexpr const char* limit_group = "Limits";

/// --help as one page of 80 columns: usage, what there is to choose from, examples.
class help_formatter : public CLI::FormatterBase {
public:
    std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
        std::string out = app->get_description() + "\n\n" + usage(*app) + "\n";
        for (const auto* o : app->get_options([](const CLI::Option* x) { return x->get_positional(); })) out += entry(o->get_name(), *o);
        for (const auto* c : app->get_subcommands([](const CLI::App* x) { return !x->get_group().empty(); })) out += entry(c->get_name(), c->get_description());
        out += "\nOptions:\n" + entries_of(*app, false);
        if (const std::string limits = entries_of(*app, true); !limits.empty()) out += "\nLimits, beyond which reading stops and says so (sizes as 512MB):\n" + limits;
        return out + "\n" + app->get_footer() + "\n";
    }

private:
    static std::string entries_of(const CLI::App& app, bool limits) {
        std::string out;
        for (const auto* o : app.get_options([&](const CLI::Option* x) { return x->nonpositional() && (x->get_group() == limit_group) == limits; }))
            out += entry(names_of(*o), *o);
        return out;
    }

    static std::string usage(const CLI::App& app) {
        if (!app.get_parent()) return "Usage: minutes COMMAND ...\n       minutes INPUT... -o OUTPUT     (convert)\n\nCommands:";
        std::string out = "Usage: minutes " + (app.get_parent()->get_parent() ? app.get_parent()->get_name() + " " : std::string{}) + app.get_name();
        if (!app.get_subcommands([](const CLI::App*) { return true; }).empty()) return out + " COMMAND ...\n\nCommands:";
        for (const auto* o : app.get_options([](const CLI::Option* x) { return x->get_positional(); }))
            out += " " + o->get_name() + (o->get_items_expected_max() > 1 ? "..." : "");
        return out + " [OPTION...]\n";
    }

    static std::string names_of(const CLI::Option& o) {
        std::string out;
        for (const auto& n : o.get_snames()) out += (out.empty() ? "-" : ", -") + n;
        for (const auto& n : o.get_lnames()) out += (out.empty() ? "    --" : ", --") + n;
        const std::string value = o.get_type_name();  // CLI11 adds the choices after a colon
        return value.empty() ? out : out + " " + value.substr(0, value.find(':'));
    }

    static std::string entry(const std::string& name, const CLI::Option& o) { return entry(name, o.get_description()); }

    static std::string entry(const std::string& name, const std::string& description) {
        constexpr std::size_t margin = 26;
        std::string out = padded("  " + name, margin - 2) + "  ";
        for (const std::string& line : wrapped(description, 80 - margin)) {
            if (out.back() == '\n') out.append(margin, ' ');
            out += line + "\n";
        }
        return out;
    }
};

template <class T>
std::vector<std::string> keys_of(const std::map<std::string, T>& map) {
    std::vector<std::string> keys;
    for (const auto& entry : map) keys.push_back(entry.first);
    return keys;
}

/// Options for the fields of `reading_limits`, with their defaults.
void add_limits(CLI::App& app, minutes::reading_limits& l) {
    const auto count = [&](const char* name, std::size_t& field, const char* what) {
        app.add_option(name, field, fmt::format("{} (default {})", what, field))->type_name("N")->group(limit_group);
    };
    const auto size = [&](const char* name, std::size_t& field, const char* what) {
        app.add_option(name, field, fmt::format("{} (default {}MB)", what, field >> 20))->type_name("SIZE")->group(limit_group)->transform(CLI::AsSizeValue(false));
    };
    const auto positive = CLI::Range(std::size_t{1}, std::numeric_limits<std::size_t>::max() / 2);
    size("--max-file", l.file, "Of one input");
    size("--max-inflated", l.inflated, "Of all parts of a package together, inflated");
    count("--max-ratio", l.ratio, "Inflated to packed size of a part");
    count("--max-text", l.text, "Words of a package or PDF to its size, beyond their first megabyte");
    count("--max-entries", l.entries, "Parts of a package");
    count("--max-depth", l.depth, "Elements nested in one another");
    count("--max-cells", l.cells, "Cells of all tables");
    count("--max-pages", l.pages, "Pages");
    count("--max-seconds", l.seconds, "Run time of a helper program");
    size("--max-memory", l.memory, "Memory of a helper program");
    size("--max-output", l.output, "Output of a helper program");
    for (auto* o : app.get_options([](const CLI::Option* x) { return x->get_group() == limit_group; })) o->check(positive);
}

std::vector<std::string> language_codes() {
    std::vector<std::string> codes;
    for (const auto& l : minutes::languages()) codes.emplace_back(l.code);
    return codes;
}

void add_inputs(CLI::App& app, raw_options& o) {
    app.add_option("INPUT", o.options.inputs, "Minutes: a file, a folder (with all below it), or - for standard input")
        ->type_name("");
    app.add_option("-f,--from", o.options.reading.format, "Read INPUT as this format ('list' lists them); else told from the content")
        ->type_name("FORMAT");
    app.add_option("--date-order", o.date_order, "How to read 3/04/14: dmy, mdy or ymd; else the document's own evidence")
        ->check(CLI::IsMember(keys_of(date_orders)))
        ->type_name("ORDER");
    app.add_option("--changes", o.changes, "Read tracked changes as if accepted (default), or the original before them")
        ->check(CLI::IsMember(keys_of(change_states)))
        ->type_name("STATE");
    app.add_option("--ocr", o.ocr, "Recognise pages that are pictures: auto (default), never, or force for all pages")
        ->check(CLI::IsMember(keys_of(recognitions)))
        ->type_name("WHEN");
    add_limits(app, o.options.reading.reading.limits);
    app.add_option("--style", o.style, "Read with a house style: the labels, column names and other words of one body (TOML)")->type_name("FILE");
    app.add_option("--language", o.options.reading.languages, "Read as this language, or several: en, cy, de, es, fr, pt; else told from the content")
        ->delimiter(',')
        ->check(CLI::IsMember(language_codes()))
        ->type_name("CODE");
}

void add_public(CLI::App& app, raw_options& o) {
    app.add_flag("--public", o.options.only_public, "Leave exempt business out: its items, their actions and decisions, and their words");
}

void add_corrections(CLI::App& app, raw_options& o) {
    app.add_option("--corrections", o.options.corrections_file, "Put right what this file says: owners, dates, names, threads of actions (TOML)")->type_name("FILE");
}

/// "2014-03-27"; nothing when there is no such day.
std::optional<minutes::date> day_of(const std::string& iso) {
    int year = 0, month = 0, day = 0, used = 0;
    if (std::sscanf(iso.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || used != 10 || iso.size() != 10) return {};
    const minutes::date d{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    return d.ok() ? std::optional(d) : std::nullopt;
}

std::string mistake_in_day(const std::string& iso) { return day_of(iso) ? "" : "'" + iso + "' is not a day such as 2014-03-27"; }

std::string mistake_in_column(const std::string& name) {
    const auto& all = minutes::register_columns();
    if (std::find(all.begin(), all.end(), name) != all.end()) return "";
    std::string known;
    for (const auto c : all) known += (known.empty() ? "" : ", ") + std::string(c);
    return fmt::format("the register has no column '{}'{}; it has {}", name, suggestion(name, all), known);
}

const std::vector<minutes::action_status> all_statuses = {
    minutes::action_status::open, minutes::action_status::in_progress, minutes::action_status::proposed_for_closure, minutes::action_status::on_hold,
    minutes::action_status::complete, minutes::action_status::closed, minutes::action_status::superseded, minutes::action_status::withdrawn};

/// The statuses of --status; "live" stands for the first four.
std::vector<minutes::action_status> statuses_of(const std::vector<std::string>& names) {
    std::vector<minutes::action_status> out;
    for (const std::string& name : names) {
        if (name == "live") out.insert(out.end(), all_statuses.begin(), all_statuses.begin() + 4);
        for (const auto s : all_statuses)
            if (minutes::name_of(s) == name) out.push_back(s);
    }
    return out;
}

void add_register_options(CLI::App& app, raw_options& o) {
    app.add_option("--as-at", o.as_at, "Registers: as they stood on this day (2014-03-27), without later meetings; else on that of the latest meeting whose day does not stand alone")
        ->check(mistake_in_day)
        ->type_name("DATE");
    app.add_option("--profile", o.profile, "Workbooks: working (default), publish (for a website: accessible tables, no exempt business), minimal (actions alone)")
        ->check(CLI::IsMember(keys_of(profiles)))
        ->type_name("NAME");
    app.add_option("--columns", o.options.writing.columns, "Workbooks, CSV: these columns of the actions, with commas between")
        ->delimiter(',')
        ->check(mistake_in_column)
        ->type_name("LIST");
    app.add_flag("--force", o.options.writing.replace, "Let a workbook replace one that exists");
}

void add_convert(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("convert", "Write minutes in another format: workbook, web page, XML, JSON, CSV");
    add_inputs(*c, o);
    c->add_option("-o,--output", o.options.output, "Where to: a file, a folder (for several inputs), or - for standard output")
        ->type_name("PATH");
    c->add_option("-t,--to", o.options.format, "Write this format ('list' lists them)")->type_name("FORMAT");
    add_public(*c, o);
    add_corrections(*c, o);
    add_register_options(*c, o);
    c->add_flag("-q,--quiet", o.options.quiet, "Say nothing of warnings in the documents");
    o.options.jobs = std::max(1U, std::thread::hardware_concurrency());
    c->add_flag("--first-fit", o.options.reading.first_fit, "Take the first rule that fits instead of weighing, to see the difference");
    c->add_option("-j,--jobs", o.options.jobs, "Read N inputs at the same time (default: one a processor)")->check(CLI::Range(1, 1024))->type_name("N");
    c->footer(convert_help);
}

void add_body(CLI::App& app, raw_options& o) {
    app.add_option("--body", o.options.writing.rows.body, "Only of bodies whose names have these words: finance")->type_name("WORDS");
}

std::string mistake_in_status(const std::string& name) {
    std::vector<std::string_view> known = {"live", "overdue"};
    for (const auto s : all_statuses) known.push_back(minutes::name_of(s));
    if (std::find(known.begin(), known.end(), name) != known.end()) return "";
    return fmt::format("there is no status '{}'{}; there are {}", name, suggestion(name, known), fmt::join(known, ", "));
}

void add_row_filters(CLI::App& app, raw_options& o) {
    add_body(app, o);
    app.add_option("--owner", o.options.writing.rows.owner, "Only actions of owners with these words in their names, or with these initials")->type_name("WORDS");
    app.add_option("--status", o.statuses, "Only actions that are: live (all that wait for somebody), overdue, open, in_progress, proposed_for_closure, on_hold, complete, closed, superseded or withdrawn; several with commas between")
        ->delimiter(',')
        ->check(mistake_in_status)
        ->type_name("STATUS");
    app.add_option("--since", o.since, "Only actions raised, or spoken of again, on this day (2014-03-27) or later")->check(mistake_in_day)->type_name("DATE");
}

void add_register(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("register", "Make one register of the actions of many meetings");
    add_inputs(*c, o);
    c->add_option("--archive", o.options.archive, "Take the meetings of an archive instead of INPUT")->type_name("FILE");
    c->add_option("--site", o.options.site, "With --archive: let references lead to the pages that 'minutes site' wrote into this folder")->type_name("DIR");
    add_row_filters(*c, o);
    c->add_option("-o,--output", o.options.output, "The register: a workbook (default actions.xlsx) or CSV, or - for standard output")
        ->type_name("FILE");
    c->add_option("-t,--to", o.options.format, "xlsx or csv; else told from the name")->check(CLI::IsMember({"xlsx", "csv"}))->type_name("FORMAT");
    c->add_option("--update", o.options.update, "Carry over what people typed into this register: edits, notes, rows, columns, comments")->type_name("OLD.xlsx");
    add_public(*c, o);
    add_corrections(*c, o);
    add_register_options(*c, o);
    c->add_flag("-q,--quiet", o.options.quiet, "Say nothing of warnings in the documents");
    c->footer(register_help);
}

void add_check(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("check", "List what was not understood, mended or doubted, with its place");
    add_inputs(*c, o);
    add_public(*c, o);
    add_corrections(*c, o);
    c->add_flag("--coverage", o.options.coverage, "Also say what became of each character of the text");
    c->add_option("--format", o.check_format, "text, json, or sarif (SARIF 2.1.0, for code scanners)")->check(CLI::IsMember(keys_of(check_formats)))->type_name("FORMAT");
    c->add_option("--fail-on", o.fail_on, "Exit with 1 on an error (default), on a warning too, or on a note too")
        ->check(CLI::IsMember(keys_of(severities)))
        ->type_name("SEVERITY");
    c->footer(check_help);
}

void add_show(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("show", "Show people, actions, decisions and agenda in the terminal");
    add_inputs(*c, o);
    add_public(*c, o);
    add_corrections(*c, o);
    c->add_option("--only", o.options.only, "Show one part: people, actions, decisions, declarations or outline")
        ->check(CLI::IsMember({"people", "actions", "decisions", "declarations", "outline"}))
        ->type_name("PART");
    c->footer(show_help);
}

void add_trace(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("trace", "Show for each block what it was taken for, by which rule, and what else was weighed");
    add_inputs(*c, o);
    c->add_flag("--first-fit", o.options.reading.first_fit, "Take the first rule that fits instead of weighing, to see the difference");
    c->footer(trace_help);
}

void add_score(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("score", "Measure the reading against readings that a person corrected");
    add_inputs(*c, o);
    c->add_option("--gold", o.options.gold, "Folder of corrected readings: march.json for march.txt")->required()->type_name("DIR");
    c->add_flag("--verbose", o.options.verbose, "List each miss with its place");
    c->add_flag("--first-fit", o.options.reading.first_fit, "Take the first rule that fits instead of weighing, to see the difference");
    c->footer(score_help);
}

void add_explain(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("explain", "Say what a code in square brackets means and what to do");
    c->add_option("CODE", o.options.code, "A code such as displaced-owner; without it all codes are listed")->type_name("");
    c->footer(explain_help);
}

void add_archive(CLI::App& app, raw_options& o, const char* what) { app.add_option("--archive", o.options.archive, what)->type_name("FILE"); }

void define_import(CLI::App& c, raw_options& o) {
    add_inputs(c, o);
    add_archive(c, o, "The archive; it is made where it is not there");
    c.get_option("--archive")->required();
    add_corrections(c, o);
    c.get_option("--corrections")->description("Put right what this file says (TOML); else corrections.toml beside the archive, where it is there");
    c.add_option("-j,--jobs", o.options.jobs, "Read N documents at the same time (default: one a processor)")->check(CLI::Range(1, 1024))->type_name("N");
    c.add_flag("--retry", o.options.retry, "Read again what could not be read at an earlier import");
    c.add_option("--report", o.report, "Say on standard output what became of each document: json or csv")->check(CLI::IsMember(keys_of(import_reports)))->type_name("FORMAT");
    c.add_flag("-q,--quiet", o.options.quiet, "Say nothing of single documents");
    c.add_option("--document-seconds", o.options.document_seconds, "Of reading one document, all its helpers included (default 300)")->check(CLI::Range(1, 1'000'000))->type_name("N")->group(limit_group);
    c.add_option("--document-memory", o.options.document_memory, "Of reading one document (default 2048MB)")->type_name("SIZE")->group(limit_group)->transform(CLI::AsSizeValue(false));
    c.footer(import_help);
}

void add_import(CLI::App& app, raw_options& o) {
    define_import(*app.add_subcommand("import", "Read many minutes into an archive, a database to search and to make registers from"), o);
    define_import(*app.add_subcommand("read-for-import", "")->group(""), o);  // its worker, told by the same arguments
}

void add_search(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("search", "Find words in an archive, with their places");
    c->add_option("QUERY", o.options.query, "Words that all must be there; \"words side by side\"; a beginning*; this OR that; -not")->type_name("")->required();
    add_archive(*c, o, "The archive");
    c->get_option("--archive")->required();
    add_body(*c, o);
    c->add_option("--since", o.since, "Only in minutes of this day (2014-03-27) or later")->check(mistake_in_day)->type_name("DATE");
    c->add_option("--until", o.until, "Only in minutes of this day or earlier")->check(mistake_in_day)->type_name("DATE");
    c->add_option("-n,--limit", o.options.most, "Show the best N (default 20)")->check(CLI::Range(1, 100'000))->type_name("N");
    c->add_option("--format", o.search_format, "text or json")->check(CLI::IsMember({"text", "json"}))->type_name("FORMAT");
    c->footer(search_help);
}

void add_site(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("site", "Write an archive as a folder of pages that need no server");
    add_archive(*c, o, "The archive");
    c->get_option("--archive")->required();
    c->add_option("-o,--output", o.options.output, "The folder; it may replace a site that was written before")->required()->type_name("DIR");
    c->add_option("--title", o.options.site_title, "What the site is called (default Minutes)")->type_name("WORDS");
    c->add_flag("--private", o.private_site, "Show exempt business too: its items, their actions and decisions, and their words");
    c->add_option("--as-at", o.as_at, "Count what is overdue to this day (2014-03-27); else to that of the latest meeting whose day does not stand alone")->check(mistake_in_day)->type_name("DATE");
    c->add_flag("-q,--quiet", o.options.quiet, "Do not say what was written");
    c->footer(site_help);
}

void add_style(CLI::App& app, raw_options& o) {
    auto* c = app.add_subcommand("style", "Learn the words of a body from its minutes");
    c->require_subcommand(1);
    c->footer("'minutes style learn --help' says more.");
    auto* learn = c->add_subcommand("learn", "Propose a house style: labels, columns and references that the minutes use and the program does not know");
    add_inputs(*learn, o);
    learn->add_option("-o,--output", o.options.output, "The style; else to standard output")->type_name("FILE");
    learn->add_option("-j,--jobs", o.options.jobs, "Read N inputs at the same time (default: one a processor)")->check(CLI::Range(1, 1024))->type_name("N");
    learn->footer(learn_help);
}

void define(CLI::App& app, raw_options& o) {
    app.description("minutes reads archived meeting minutes and writes action registers.");
    app.formatter(std::make_shared<help_formatter>());
    app.footer(program_help);
    app.set_version_flag("--version", "minutes " MINUTES_VERSION, "Show the version");
    app.set_help_flag("-h,--help", "Show this help");
    app.require_subcommand(1);
    add_convert(app, o);
    add_register(app, o);
    add_check(app, o);
    add_show(app, o);
    add_trace(app, o);
    add_score(app, o);
    add_explain(app, o);
    add_import(app, o);
    add_search(app, o);
    add_site(app, o);
    add_style(app, o);
}

const std::map<std::string, command> commands = {
    {"convert", command::convert}, {"register", command::register_}, {"check", command::check}, {"show", command::show}, {"trace", command::trace}, {"score", command::score}, {"explain", command::explain},
    {"import", command::import}, {"read-for-import", command::read_for_import}, {"search", command::search}, {"site", command::site}, {"style", command::style}};

template <class Registry>
std::vector<std::string_view> names_in(const Registry& formats) {
    std::vector<std::string_view> names;
    for (const auto& f : formats) names.push_back(f.name);
    return names;
}

/// What is wrong with the name of a format; empty when nothing is.
std::string mistake_in(std::string_view kind, std::string_view name, const std::vector<std::string_view>& names, std::string_view option) {
    if (name.empty() || name == "list" || std::find(names.begin(), names.end(), name) != names.end()) return {};
    return fmt::format("there is no {} format '{}'{} ('minutes convert {} list' lists them)", kind, visible(name), suggestion(name, names), option);
}

std::string mistake_in(const options& o) {
    std::string mistake = mistake_in("output", o.format, names_in(minutes::output_formats()), "-t");
    if (mistake.empty()) mistake = mistake_in("input", o.reading.format, names_in(minutes::input_formats()), "-f");
    const bool needs_input = o.command != command::explain && o.command != command::search && o.command != command::site && !o.asks_for_formats();
    const bool from_archive = o.command == command::register_ && !o.archive.empty();
    if (mistake.empty() && o.inputs.empty() && needs_input && !from_archive) mistake = "no INPUT was given";
    if (mistake.empty() && !o.site.empty() && !from_archive) mistake = "--site needs --archive";
    if (mistake.empty() && !o.inputs.empty() && from_archive) mistake = "both INPUT and --archive were given";
    return mistake;
}

/// `minutes march.txt -o out.xlsx` leaves out "convert".  The arguments, in the order of the command line.
std::vector<std::string> whole_arguments(int argc, char* argv[]) {
    std::vector<std::string> args(argv + std::min(argc, 1), argv + argc);
    static const std::vector<std::string_view> own = {"-h", "--help", "--version"};
    if (args.empty() || commands.count(args[0]) || std::find(own.begin(), own.end(), args[0]) != own.end()) return args;
    if (args[0] == "help") {  // minutes help convert
        args.erase(args.begin());
        args.push_back("--help");
        return args;
    }
    args.insert(args.begin(), "convert");
    return args;
}

/// A word that is neither a command nor anything on the disk was probably meant as a command.
std::string mistaken_command(const std::vector<std::string>& args) {
    std::error_code ignored;
    if (args.size() < 2 || args[0] != "convert" || args[1].find_first_of("-./") != args[1].npos) return {};
    if (std::filesystem::exists(args[1], ignored)) return {};
    std::vector<std::string_view> names;
    for (const auto& entry : commands) names.push_back(entry.first);
    const std::string hint = suggestion(args[1], names);
    return hint.empty() ? hint : fmt::format("there is no command '{}'{}", visible(args[1]), hint);
}

options finished(CLI::App& app, raw_options raw) {
    raw.options.command = commands.at(app.get_subcommands().front()->get_name());
    raw.options.fail_on = severities.at(raw.fail_on);
    raw.options.reading.reading.ocr = recognitions.at(raw.ocr);
    raw.options.reading.reading.changes = change_states.at(raw.changes);
    raw.options.writing.as_at = day_of(raw.as_at);
    raw.options.writing.rows.since = day_of(raw.since);
    raw.options.writing.rows.statuses = statuses_of(raw.statuses);
    raw.options.writing.rows.overdue = std::find(raw.statuses.begin(), raw.statuses.end(), "overdue") != raw.statuses.end();
    if (raw.options.command == command::site) raw.options.only_public = !raw.private_site;
    raw.options.until = day_of(raw.until);
    raw.options.as_json = raw.search_format == "json";
    if (!raw.report.empty()) raw.options.per_document = import_reports.at(raw.report);
    raw.options.writing.profile = profiles.at(raw.profile);
    raw.options.report = check_formats.at(raw.check_format);
    if (!raw.date_order.empty()) raw.options.reading.order = date_orders.at(raw.date_order);
    return raw.options;
}

/// What is wrong with a file that an option names, each mistake with its place.
void tell_mistakes(const std::string& path, const std::vector<minutes::diagnostic>& mistakes, console& c) {
    for (const auto& d : mistakes) {
        c.tell(diagnostic_line(visible(path) + (d.code == "cannot-open" ? "" : fmt::format(":{}:{}", d.place.line, d.place.column)), d, c.err()));
        if (!d.hint.empty()) c.tell(fmt::format("  {}\n", visible(d.hint)));
    }
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// An import takes the corrections that lie beside its archive.
void find_corrections(options& o) {
    if (o.command != command::import || !o.corrections_file.empty()) return;
    std::error_code none;
    const auto beside = std::filesystem::path(o.archive).parent_path() / "corrections.toml";
    if (std::filesystem::exists(beside, none)) o.corrections_file = beside.string();
}

/// Of the command that was named, or of one within it.
std::string help_of(CLI::App& app) {
    CLI::App* innermost = &app;
    while (!innermost->get_subcommands().empty()) innermost = innermost->get_subcommands().front();
    return innermost->help();
}

/// Reads --style's file and --corrections'.  With a mistake in one of them nothing else is done.
bool take_files(const std::string& style, options& o, console& c) {
    bool ok = true;
    if (!style.empty()) {
        auto r = minutes::load_style(style);
        tell_mistakes(style, r.diagnostics, c);
        ok &= r.ok();
        o.reading.style = std::move(r.style);
        o.style_bytes = bytes_of(style);
    }
    find_corrections(o);
    if (!o.corrections_file.empty() && o.command != command::read_for_import) {  // the import itself applies them

        auto r = minutes::load_corrections(o.corrections_file);
        tell_mistakes(o.corrections_file, r.diagnostics, c);
        ok &= r.ok();
        o.corrections = o.writing.corrections = std::move(r.value);
        o.corrections_bytes = bytes_of(o.corrections_file);
    }
    return ok;
}

}  // namespace

status usage_error(console& c, std::string_view command, std::string_view message) {
    c.tell(fmt::format("minutes: {}\nTry 'minutes {}{}--help'.\n", message, command, command.empty() ? "" : " "));
    return status::usage;
}

request read_options(int argc, char* argv[], console& c) {
    CLI::App app;
    raw_options raw;
    define(app, raw);
    std::vector<std::string> args = whole_arguments(argc, argv);
    if (args.empty()) {
        c.tell(app.help());
        return {{}, status::usage};
    }
    const bool typed = argc > 1 && args[0] == argv[1];
    if (const std::string mistake = typed ? "" : mistaken_command(args); !mistake.empty()) return {{}, usage_error(c, {}, mistake)};
    const std::string chosen = commands.count(args[0]) ? args[0] : std::string{};
    raw.options.arguments = args;
    try {
        std::reverse(args.begin(), args.end());  // as CLI11 takes them
        app.parse(std::move(args));
        const std::string style = raw.style;
        options o = finished(app, std::move(raw));
        if (!take_files(style, o, c)) return {{}, status::usage};
        if (const std::string mistake = mistake_in(o); !mistake.empty()) return {{}, usage_error(c, chosen, mistake)};
        return {std::move(o), {}};
    } catch (const CLI::CallForVersion& e) {
        c.put(std::string(e.what()) + "\n");
        return {{}, status::done};
    } catch (const CLI::CallForHelp&) {
        c.put(help_of(app));
        return {{}, status::done};
    } catch (const CLI::ParseError& e) {
        return {{}, usage_error(c, chosen, visible(e.what()))};
    }
}

}  // namespace cli
