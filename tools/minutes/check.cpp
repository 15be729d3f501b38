// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "diagnostic_text.hpp"
#include "inputs.hpp"
#include "sarif.hpp"
#include "style_changes.hpp"
#include "text.hpp"

namespace cli {

namespace {

using json = nlohmann::ordered_json;

minutes::coverage operator+(minutes::coverage a, const minutes::coverage& b) {
    return {a.characters + b.characters, a.label + b.label, a.value + b.value, a.prose + b.prose,
            a.furniture + b.furniture, a.unparsed + b.unparsed, a.lost + b.lost, a.doubled + b.doubled};
}

minutes::coverage coverage_of(const minutes::parse_result& r) {
    minutes::coverage sum = minutes::measure_coverage(r.meeting);
    for (const auto& m : r.more) sum = sum + minutes::measure_coverage(m);
    return sum;
}

/// Each share with its name, in the order people ask for them.
std::vector<std::pair<std::string, std::size_t>> shares_of(const minutes::coverage& c) {
    return {{"value", c.value},         {"label", c.label},       {"prose", c.prose}, {"furniture", c.furniture},
            {"unparsed", c.unparsed},   {"lost", c.lost},         {"doubled", c.doubled}};
}

std::string percent(std::size_t part, std::size_t whole) {
    return fmt::format("{:5.1f} %", whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string coverage_text(const std::string& name, const minutes::coverage& c) {
    std::string out = fmt::format("{}: {}\n", visible(name), counted(c.characters, "character"));
    for (const auto& [share, n] : shares_of(c)) out += fmt::format("  {:<10}{:>9}  {}\n", share, number(n), percent(n, c.characters));
    return out;
}

json diagnostic_json(const minutes::diagnostic& d) {
    json spans = json::array();
    for (const auto& s : d.spans) spans.push_back({s.begin, s.end});
    json out = {{"code", d.code}, {"severity", minutes::name_of(d.severity)}, {"message", d.message}, {"spans", spans},
                {"line", d.place.line}, {"column", d.place.column}};
    if (!d.hint.empty()) out["hint"] = d.hint;
    return out;
}

json changes_json(const std::vector<field_change>& changes) {
    json out = json::array();
    for (const field_change& f : changes) {
        json one = {{"field", f.field}};
        if (!f.of.empty()) one["of"] = f.of;
        if (!f.before.empty()) one["before"] = f.before;
        if (!f.after.empty()) one["after"] = f.after;
        out.push_back(std::move(one));
    }
    return out;
}

json coverage_json(const minutes::coverage& c) {
    json out = {{"characters", c.characters}};
    for (const auto& [share, n] : shares_of(c)) out[share] = n;
    return out;
}

/// What one run found, in whichever form it was asked for.
class report {
public:
    report(const options& o, console& c) : options_(o), console_(c) {}

    status add(const minutes::parse_result& r) {
        ++documents_;
        for (const auto& d : r.diagnostics) ++counts_[static_cast<std::size_t>(d.severity)];
        switch (options_.report) {
            case check_format::text: add_text(r); break;
            case check_format::json: add_json(r); break;
            case check_format::sarif: sarif_.add(r); break;
        }
        const bool found = std::any_of(r.diagnostics.begin(), r.diagnostics.end(), [&](const auto& d) { return d.severity >= options_.fail_on; });
        return worse(found ? status::findings : status::done, status_of(r, console_));
    }

    /// What the house style changes in this document.
    void add_changes(const std::string& name, const std::vector<field_change>& changes) {
        changes_.insert(changes_.end(), changes.begin(), changes.end());
        if (options_.report == check_format::json) documents_json_.back()["style_changes"] = changes_json(changes);
        if (options_.report != check_format::text || changes.empty()) return;
        console_.put(visible(name) + ": with the style:\n");
        for (const field_change& f : changes) console_.put("  " + visible(in_words(f)) + "\n");
    }

    void finish() {
        if (options_.report == check_format::sarif) return console_.put(sarif_.finished());
        if (options_.report == check_format::json) {
            const json all = {{"schema", "minutes/check/1"}, {"documents", documents_json_}};
            console_.put(all.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
            return;
        }
        if (options_.coverage && documents_ > 1) console_.put(coverage_text("all documents", all_));
        if (options_.reading.style.words()) console_.tell(fmt::format("the style changes {}\n", summary_of(changes_)));
        console_.tell(fmt::format("{}: {}, {}, {}\n", counted(documents_, "document"), counted(counts_[2], "error"), counted(counts_[1], "warning"),
                                  counted(counts_[0], "note")));
    }

private:
    void add_text(const minutes::parse_result& r) {
        for (const auto& d : r.diagnostics) {
            console_.put(diagnostic_line(r, d, console_.out()));
            if (console_.out().terminal) console_.put(diagnostic_excerpt(r, d, console_.out()));
        }
        if (!options_.coverage || !r.readable) return;
        console_.put(coverage_text(r.meeting.source.name, coverage_of(r)));
        all_ = all_ + coverage_of(r);
    }

    void add_json(const minutes::parse_result& r) {
        json document = {{"source", r.meeting.source.name}, {"readable", r.readable}, {"diagnostics", json::array()}};
        for (const auto& d : r.diagnostics) document["diagnostics"].push_back(diagnostic_json(d));
        if (options_.coverage) document["coverage"] = coverage_json(coverage_of(r));
        documents_json_.push_back(std::move(document));
    }

    const options& options_;
    console& console_;
    json documents_json_ = json::array();
    sarif_log sarif_;
    std::vector<field_change> changes_;
    minutes::coverage all_;
    std::size_t documents_ = 0;
    std::size_t counts_[3] = {};  // by severity: notes, warnings, errors
};

}  // namespace

status check(const options& o, console& c) {
    const input_list inputs = find_inputs(o.inputs, c);
    options plain = o;  // without the house style
    plain.reading.style = {};
    report all(o, c);
    status worst = inputs.status;
    for (const std::string& input : inputs.paths) {
        const auto [r, stale] = read_input(input, o);
        tell_stale(stale, o, c);
        worst = worse(worst, all.add(r));
        if (o.reading.style.words() && input != standard_input && r.readable) all.add_changes(r.meeting.source.name, changes_between(read_input(input, plain).document, r));
    }
    all.finish();
    return worst;
}

}  // namespace cli
