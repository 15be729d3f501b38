// SPDX-License-Identifier: Apache-2.0
// Runs each table of this folder through its grammar's plain function.
#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "attendance_label.hpp"
#include "attendance_phrase.hpp"
#include "catch.hpp"
#include "date.hpp"
#include "decision.hpp"
#include "label.hpp"
#include "marker.hpp"
#include "movement.hpp"
#include "languages.hpp"
#include "owner.hpp"
#include "person.hpp"
#include "reference.hpp"
#include "roster.hpp"
#include "sentence.hpp"
#include "task.hpp"
#include "time.hpp"

namespace {

using namespace minutes;

struct row {
    std::size_t line;
    std::string input, expected;
};

/// "\t" and "\n" in a table stand for a tab and a line end.
std::string unescaped(std::string s) {
    for (const auto& [mark, c] : {std::pair{"\\t", '\t'}, std::pair{"\\n", '\n'}})
        for (std::size_t at = s.find(mark); at != s.npos; at = s.find(mark)) s.replace(at, 2, 1, c);
    return s;
}

std::vector<row> read_table(const std::string& name) {
    std::ifstream in(std::string(TABLES) + "/" + name + ".txt");
    REQUIRE(in);
    std::vector<row> rows;
    std::string line;
    for (std::size_t n = 1; std::getline(in, line); ++n) {
        const auto arrow = line.find("=>");
        if (line.starts_with('#') || arrow == line.npos) continue;
        rows.push_back({n, unescaped(std::string(trim(line.substr(0, arrow)))), std::string(trim(line.substr(arrow + 2)))});
    }
    return rows;
}

const lexicon& words() { return default_lexicon(); }

std::string cut(const std::string& text, span s) { return text.substr(s.begin, s.size()); }

std::string describe_date(const std::string& text, const lexicon& language = words()) {
    const auto f = match_date(text, language);
    if (!f) return "none";
    const auto d = to_date(*f, f->year.value_or(2000), date_order::day_month_year);
    if (!d) return "not in the calendar";
    return to_string(*d) + (f->year ? "" : " without a year") + (is_ambiguous(*f) ? " or month first" : "");
}

std::string describe_time(const std::string& text, const lexicon& language = words()) {
    const auto all = find_times(text, language);
    if (all.empty()) return "none";
    return to_string(all[0].start) + (all[0].until ? " to " + to_string(*all[0].until) : "") + (all[0].sure ? "" : " unsure");
}

std::string describe_reference(const std::string& text) {
    const auto r = reference_at(text, words());
    return r ? fmt::format("{} | {}", text.substr(r->begin, r->end - r->begin), text.substr(r->rest)) : "none";
}

std::string describe_number(const std::string& text) {
    const auto n = number_at(text, words());
    return n ? fmt::format("{} | {}", text.substr(n->begin, n->end - n->begin), text.substr(n->rest)) : "none";
}

std::string describe_owners(const std::string& text) {
    const auto found = match_owners(text, words());
    if (!found) return "none";
    std::string out;
    for (const auto& group : found->groups) {
        out += out.empty() ? "" : " / ";
        for (std::size_t i = 0; i < group.size(); ++i) out += (i ? ", " : "") + cut(text, group[i]);
    }
    return out;
}

std::string describe(const std::string& text, const person_finding& p) {
    std::string out = cut(text, p.name);
    if (!p.initials.empty()) out += " = " + cut(text, p.initials);
    if (!p.role.empty()) out += " | role " + cut(text, p.role);
    if (!p.organisation.empty()) out += " | of " + cut(text, p.organisation);
    if (!p.part.empty()) out += " | part";
    return out;
}

std::string describe_person(const std::string& text) {
    const auto p = match_person(text, words());
    return p ? describe(text, *p) : "none";
}

std::string describe_people(const std::string& text) {
    std::string out;
    for (const auto& p : match_people(text, words())) out += (out.empty() ? "" : " // ") + describe(text, p);
    return out.empty() ? "none" : out;
}

std::string describe_roster(const std::string& text) {
    std::string out;
    for (const auto& e : match_roster(text, words())) out += (out.empty() ? "" : " // ") + (e.said ? std::string(name_of(*e.said)) + " " : "") + describe(text, e.person);
    return out.empty() ? "none" : out;
}

std::string describe_attendance_label(const std::string& text) {
    const auto l = attendance_label_at(text, words());
    if (!l) return "none";
    const auto rest = text.substr(l->rest);
    return fmt::format("{} | {} |{}{}", text.substr(l->begin, l->end - l->begin), name_of(l->how), rest.empty() ? "" : " ", rest);
}

std::string describe_attendance_phrase(const std::string& text) {
    std::string out;
    for (const auto& p : attendance_phrases_in(text, words())) out += (out.empty() ? "" : " // ") + std::string(name_of(p.how)) + ": " + cut(text, p.people);
    return out.empty() ? "none" : out;
}

std::string describe(const std::string& text, const std::vector<movement_finding>& all) {
    static constexpr std::string_view names[] = {"arrived", "left", "returned"};
    std::string out;
    for (const auto& f : all) {
        out += out.empty() ? "" : " // ";
        if (!f.who.empty()) out += cut(text, f.who) + " ";
        out += names[static_cast<std::size_t>(f.how)];
        if (!f.when.empty()) out += " " + cut(text, f.when);
        if (f.at_this_point) out += " at this point";
        if (f.for_a_while) out += " for a while";
    }
    return out.empty() ? "none" : out;
}

std::string describe_heading(const std::string& text) {
    known_names known;
    known.initials = {"jb", "ss"};
    const auto h = heading_at(text, words(), known);
    return h && h->weight >= 3 ? fmt::format("{} | {}", text.substr(h->begin, h->end - h->begin), text.substr(h->rest)) : "none";
}

std::string describe_decision(const std::string& text) {
    const auto f = match_decision(text, words());
    return f ? f->kind + ": " + cut(text, f->text) : "none";
}

std::string describe_markers(const std::string& text) {
    std::string out;
    for (const auto& m : markers_in(text, words())) {
        out += out.empty() ? "" : " // ";
        if (!m.before.empty()) out += cut(text, m.before) + " > ";
        if (!m.ref.empty()) out += cut(text, m.ref) + " | ";
        out += std::string(trim(std::string_view(text).substr(m.rest, m.stop - std::min(m.rest, m.stop))));
    }
    return out.empty() ? "none" : out;
}

std::string describe_task(const std::string& text) {
    known_names known;
    known.initials = {"jb", "to"};
    known.names = {"priya"};
    const auto f = match_task(text, words(), known);
    std::string out;
    for (const span s : f.owners) out += (out.empty() ? "" : ", ") + cut(text, s);
    out += " | " + cut(text, f.text);
    if (!f.due.empty()) out += " | " + cut(text, f.due);
    return std::string(trim(out));
}

std::string describe_motion(const std::string& text) {
    const auto d = sort_decision(text, words(), {});
    std::string out = d.part == decision_part::none ? "none" : d.part == decision_part::whole ? "whole" : d.part == decision_part::proposal ? "proposal" : d.part == decision_part::second ? "second" : "outcome";
    if (!d.mover.empty()) out += " | by " + cut(text, d.mover);
    if (!d.seconder.empty()) out += " | seconded by " + cut(text, d.seconder);
    if (d.vote.for_) out += fmt::format(" | {} for", *d.vote.for_);
    if (d.vote.against) out += fmt::format(" | {} against", *d.vote.against);
    if (!d.vote.result.empty()) out += " | " + d.vote.result;
    return out;
}

std::string describe_sentences(const std::string& text) {
    std::string out;
    for (const auto s : sentences_in(text, words())) out += (out.empty() ? "" : " // ") + cut(text, s);
    return out;
}

void run(const std::string& name, const std::function<std::string(const std::string&)>& describe_text) {
    const auto rows = read_table(name);
    REQUIRE_FALSE(rows.empty());
    for (const auto& r : rows) {
        INFO(name << ".txt:" << r.line << ": " << r.input);
        CHECK(describe_text(r.input) == r.expected);
    }
}

/// "fr: le 1er avril": with the lexicon that the row names.
template <class Describe>
auto in_language(Describe&& describe_text) {
    return [&](const std::string& row) { return describe_text(row.substr(row.find(": ") + 2), default_lexicons().of({row.substr(0, row.find(':'))})); };
}

TEST_CASE("dates") { run("date", [](const std::string& t) { return describe_date(t); }); }
TEST_CASE("times") { run("time", [](const std::string& t) { return describe_time(t); }); }
TEST_CASE("dates in other languages") { run("date-in-languages", in_language([](const std::string& t, const lexicon& l) { return describe_date(t, l); })); }
TEST_CASE("times in other languages") { run("time-in-languages", in_language([](const std::string& t, const lexicon& l) { return describe_time(t, l); })); }
TEST_CASE("references") { run("reference", describe_reference); }
TEST_CASE("item numbers") { run("number", describe_number); }
TEST_CASE("owners") { run("owner", describe_owners); }
TEST_CASE("a person's line") { run("person", describe_person); }
TEST_CASE("people run together") { run("people", describe_people); }
TEST_CASE("people of an attendance list") { run("roster", describe_roster); }
TEST_CASE("labels of attendance") { run("attendance_label", describe_attendance_label); }
TEST_CASE("attendance said in sentences") { run("attendance_phrase", describe_attendance_phrase); }
TEST_CASE("comings and goings") { run("movement", [](const std::string& t) { return describe(t, match_movements(t, words())); }); }
TEST_CASE("comings and goings beside a name") { run("movement_note", [](const std::string& t) { return describe(t, match_movement_note(t, words())); }); }
TEST_CASE("headings fused with the sentence behind them") { run("heading", describe_heading); }
TEST_CASE("decisions") { run("decision", describe_decision); }
TEST_CASE("motions, seconders, votes") { run("motion", describe_motion); }
TEST_CASE("markers of tasks") { run("marker", describe_markers); }
TEST_CASE("tasks") { run("task", describe_task); }
TEST_CASE("sentences") { run("sentence", describe_sentences); }

TEST_CASE("homoglyphs are mended in values only") {
    CHECK(mend_homoglyphs("\u0422\u0412") == "TB");
    CHECK(mend_homoglyphs("\u0391\u039C") == "AM");
    CHECK(mend_homoglyphs("TB").empty());
    CHECK(mend_homoglyphs("\u0416\u0412").empty());  // a letter without a Latin double: the word is Russian
}

}  // namespace
