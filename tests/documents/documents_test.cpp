// SPDX-License-Identifier: Apache-2.0
// Reads each document of this folder and compares what came out with the lines
// under "--- reading".  Only the kinds of line that stand there are compared, each
// kind completely and in order; "none: declaration" says that there is no line of that kind.  The same for the samples of src/model/diagnostics, one a code.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "catch.hpp"
#include <minutes/minutes.hpp>

namespace {

using namespace minutes;

std::string mark(basis b) { return b == basis::stated ? "" : fmt::format(" [{}]", name_of(b)); }

std::string show(const traced<std::string>& t) { return t.value ? *t.value : std::string{}; }

template <class T>
std::string show_point(const traced<T>& t) {
    std::string out = t.value ? to_string(*t.value) : "";
    for (const auto& c : t.candidates) out += "?" + to_string(c);
    return out + (t.given() ? mark(t.basis) : "");
}

void show_items(const std::vector<item>& items, const std::string& kind, std::vector<std::string>& out) {
    for (const auto& it : items) {
        out.push_back(fmt::format("{}: {}{}{}", kind, show(it.number), it.number.given() ? " " : "", show(it.heading) + (it.exempt.value.value_or(false) ? " [exempt]" : "")));
        show_items(it.items, "sub-" + kind, out);
    }
}

std::string show_person(const person& p) {
    std::string out = p.attendance.value ? std::string(name_of(*p.attendance.value)) : "mentioned";
    out += ": " + show(p.name);
    if (p.initials.given()) out += " = " + show(p.initials) + mark(p.initials.basis);
    if (p.role.given()) out += " | role " + show(p.role);
    if (p.organisation.given()) out += " | of " + show(p.organisation);
    if (p.substitute_for.given()) out += " | for " + show(p.substitute_for);
    if (p.part.given()) out += " | part";
    if (p.arrived.given()) out += " | arrived " + show(p.arrived) + mark(p.arrived.basis);
    if (p.left.given()) out += " | left " + show(p.left) + mark(p.left.basis);
    return out;
}

std::string show_action(const meeting& m, const action& a) {
    std::string out = "action:";
    if (a.ref.given()) out += " " + show(a.ref);
    out += " " + show(a.text) + " | ";
    for (std::size_t i = 0; i < a.owners.size(); ++i) {
        const auto* who = find_person(m, a.owners[i].person);
        out += (i ? ", " : "") + show(a.owners[i].text) + (who ? " = " + show(who->name) : "") + mark(a.owners[i].text.basis);
    }
    out += " | " + show_point(a.due.date);
    const bool said = a.status.rule == "status-below" || a.status.rule == "status-in-brackets" || a.status.rule == "status-sentence" || a.status.rule == "ticked";
    return said ? out + " | " + std::string(name_of(*a.status.value)) : out;
}

std::string show_vote(const decision& d) {
    std::string out;
    const auto add = [&](const std::string& what) { out += (out.empty() ? "" : " | ") + what; };
    if (d.mover.given()) add("by " + show(d.mover));
    if (d.seconder.given()) add("seconded by " + show(d.seconder));
    if (d.vote.for_.value) add(fmt::format("{} for", *d.vote.for_.value));
    if (d.vote.against.value) add(fmt::format("{} against", *d.vote.against.value));
    if (d.vote.abstain.value) add(fmt::format("{} abstained", *d.vote.abstain.value));
    if (d.vote.result.given()) add(show(d.vote.result));
    if (d.vote.roll.given()) add("roll: " + show(d.vote.roll));
    return out;
}

/// The reading as lines, each "kind: what".
std::vector<std::string> reading_of(const parse_result& r) {
    const meeting& m = r.meeting;
    std::vector<std::string> out;
    const auto add = [&](const char* kind, const std::string& what) { if (!what.empty()) out.push_back(fmt::format("{}: {}", kind, what)); };
    add("title", show(m.title));
    add("body", show(m.body));
    add("date", show_point(m.date));
    add("start", show_point(m.start));
    add("end", show_point(m.end));
    add("venue", show(m.venue));
    for (const auto& p : m.people) out.push_back(show_person(p));
    show_items(m.items, "item", out);
    for (const auto& a : m.actions) out.push_back(show_action(m, a));
    for (const auto& d : m.decisions) add("decision", show(d.text));
    for (const auto& d : m.decisions) add("vote", show_vote(d));
    for (const auto& d : m.declarations) {
        const auto* who = find_person(m, d.person);
        const auto* it = find_item(m, d.item);
        out.push_back(fmt::format("declaration: {} | {} | {}", who ? show(who->name) : "", it ? show(it->number) : "", show(d.text)));
    }
    if (m.status.value) out.push_back(fmt::format("status: {}", name_of(*m.status.value)));
    add("next", show_point(m.next.date));
    add("next-time", show_point(m.next.start) + (m.next.end.given() ? " to " + show_point(m.next.end) : ""));
    add("next-venue", show(m.next.venue));
    add("next-label", show(m.next.label));
    for (const auto& x : r.more)
        out.push_back(fmt::format("more: {} | {} | {} people | {} items | {} actions", show(x.title), show_point(x.date), x.people.size(), x.items.size(), x.actions.size()));
    for (const auto& d : r.diagnostics) out.push_back(fmt::format("diagnostic: {}:{} {} {}: {}", d.place.line, d.place.column, name_of(d.severity), d.code, d.message));
    return out;
}

struct document_case {
    std::string minutes;
    std::vector<std::string> reading;
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The minutes stand in the case itself or, for a sample, in the file that its "--- sample" line names.
document_case read_case(const std::filesystem::path& file) {
    const std::string all = bytes_of(file);
    const std::string a = "--- minutes\n", b = "--- reading\n", named = "--- sample ";
    const auto at = all.find(a), to = all.find(b), sample = all.find(named);
    REQUIRE(to != all.npos);
    REQUIRE((at != all.npos || sample != all.npos));
    document_case c;
    if (at != all.npos) c.minutes = all.substr(at + a.size(), to - at - a.size());
    else c.minutes = bytes_of(std::string(SAMPLES) + "/" + all.substr(sample + named.size(), all.find('\n', sample) - sample - named.size()));
    std::istringstream lines(all.substr(to + b.size()));
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line[0] != '#') c.reading.push_back(line);
    return c;
}

std::string kind_of(const std::string& line) { return line.substr(0, line.find(':')); }

std::string join_kinds(const std::vector<std::string>& lines, const std::set<std::string>& kinds) {
    std::string out;
    for (const auto& l : lines)
        if (kinds.count(kind_of(l))) out += l + "\n";
    return out;
}

/// With MINUTES_APPROVE set, the reading as it is now replaces the expected one; a person reads the difference before committing it.
void approve(const std::filesystem::path& file, std::string lines) {
    std::ifstream in(file, std::ios::binary);
    std::string all{std::istreambuf_iterator<char>(in), {}};
    const std::string b = "--- reading\n";
    for (auto at = all.find("\nnone: ", all.find(b)); at != all.npos; at = all.find("\nnone: ", at + 1)) lines += all.substr(at + 1, all.find('\n', at + 1) - at);
    all.resize(all.find(b) + b.size());
    std::ofstream(file, std::ios::binary) << all << lines;
}

void check_whole(const meeting& m) {
    const auto c = measure_coverage(m);
    CHECK(c.lost == 0);
    CHECK(c.doubled == 0);
    CHECK(c.label + c.value + c.prose + c.furniture + c.unparsed == c.characters);
}

void run_folder(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& e : std::filesystem::directory_iterator(folder))
        if (e.path().extension() == ".txt" && bytes_of(e.path()).find("--- reading\n") != std::string::npos) files.push_back(e.path());
    std::sort(files.begin(), files.end());
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) {
        INFO(file.filename().string());
        const auto c = read_case(file);
        const auto r = parse(c.minutes);
        std::set<std::string> kinds;
        for (const auto& l : c.reading) kinds.insert(l.starts_with("none: ") ? l.substr(6) : kind_of(l));
        const auto reading = reading_of(r);
        if (kinds.empty())
            for (const auto& l : reading) kinds.insert(kind_of(l));
        if (std::getenv("MINUTES_APPROVE")) {
            approve(file, join_kinds(reading, kinds));
        } else {
            INFO("first what comes out, then what stands there; MINUTES_APPROVE=1 build/release/tests/documents/documents_test writes what comes out");
            CHECK(join_kinds(reading, kinds) == join_kinds(c.reading, kinds));
        }
        check_whole(r.meeting);
        for (const auto& m : r.more) check_whole(m);
    }
}

TEST_CASE("documents are read as a clerk reads them") { run_folder(DOCUMENTS); }
TEST_CASE("samples are read as a clerk reads them") { run_folder(SAMPLE_READINGS); }
TEST_CASE("each diagnostic's sample leads to it") {
    run_folder(DIAGNOSTICS);
    for (const auto& d : diagnostic_codes()) {
        INFO("src/model/diagnostics/" << d.code << ".txt: its reading has no line of this code. The registry is compiled in: build after each change of the file");
        // Files that cannot be opened or hold no text need bytes, not minutes: tests/docs runs their commands.
        if (d.sample.find("--- minutes\n") == d.sample.npos) continue;
        const bool leads_to_it = d.sample.find(fmt::format(" {} {}: ", name_of(d.severity), d.code)) != d.sample.npos;
        CHECK(leads_to_it);
    }
}

}  // namespace
