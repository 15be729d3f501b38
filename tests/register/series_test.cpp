// SPDX-License-Identifier: Apache-2.0
// The series of tests/series, read and put together; expected.toml has what must come out, written down by hand.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "catch.hpp"
#include <minutes/minutes.hpp>

namespace {

using namespace minutes;
namespace fs = std::filesystem;

/// The series, read once.
struct series {
    std::vector<meeting> meetings;
    minutes::history history;
    toml::table expected;

    series() {
        std::vector<fs::path> files;
        for (const auto& e : fs::directory_iterator(SERIES))
            if (e.path().extension() == ".txt") files.push_back(e.path());
        std::sort(files.begin(), files.end());
        for (const auto& f : files) {
            parse_options how;
            how.name = f.filename().string();
            meetings.push_back(parse_file(f, how).meeting);
        }
        std::vector<const meeting*> all;
        for (const meeting& m : meetings) all.push_back(&m);
        history = history_of(all);
        expected = toml::parse_file(std::string(SERIES) + "/expected.toml");
    }
};

const series& the_series() {
    static const series s;
    return s;
}

std::string day(const meeting* m) { return m->date.value ? to_string(*m->date.value) : m->source.name; }

std::vector<std::string> texts(const toml::table& t, std::string_view key) {
    std::vector<std::string> out;
    if (const auto* all = t[key].as_array())
        for (const auto& n : *all) out.push_back(n.value_or<std::string>(""));
    return out;
}

std::string ref_of(const action_thread& t) { return t.first().action->ref.value.value_or(""); }

std::string owner_of(const action_thread& t) {
    const occurrence& o = t.latest_with_owners();
    std::vector<std::string> names;
    for (const owner& w : o.action->owners) {
        const person* p = find_person(*o.meeting, w.person);
        names.push_back(p ? p->name.value.value_or("") : w.text.value.value_or(""));
    }
    return fmt::format("{}", fmt::join(names, "; "));
}

std::vector<std::string> events_of(const action_thread& t) {
    std::vector<std::string> out;
    for (const thread_event& e : t.events) {
        out.push_back(fmt::format("{} {}", day(e.at.meeting), name_of(e.kind)));
        if (e.kind != event_kind::reported && (!e.from.empty() || !e.to.empty())) out.back() += fmt::format(": {} to {}", e.from, e.to);
    }
    return out;
}

TEST_CASE("the threads of the series come out as written down by hand") {
    const auto& s = the_series();
    const auto& expected = *s.expected["threads"].as_array();
    CHECK(s.history.threads.size() == expected.size());
    std::size_t n = 0;
    for (const auto& node : expected) {
        const auto& want = *node.as_table();
        const std::string ref = want["ref"].value_or<std::string>("");
        DYNAMIC_SECTION(ref << ": " << want["what"].value_or<std::string>("")) {
            REQUIRE(n < s.history.threads.size());
            const action_thread& t = s.history.threads[n];
            CHECK(ref_of(t) == ref);
            CHECK(t.first().action->text.value.value_or("") == want["action"].value_or<std::string>(""));
            CHECK(events_of(t) == texts(want, "events"));
            CHECK(owner_of(t) == want["owner"].value_or<std::string>(""));
            const auto due = want["due"].value<toml::date>();
            REQUIRE(due);
            CHECK(to_string(t.latest_with_due().action->due.date.value.value_or(date{})) == fmt::format("{:04}-{:02}-{:02}", due->year, due->month, due->day));
            CHECK(name_of(t.status()) == want["status"].value_or<std::string>(""));
            CHECK(t.doubts == texts(want, "doubts"));
            std::vector<std::string> parts;
            for (const std::size_t p : t.parts) parts.push_back(ref_of(s.history.threads[p]));
            CHECK(parts == texts(want, "parts"));
            CHECK((t.parent ? ref_of(s.history.threads[*t.parent]) : "") == want["part_of"].value_or<std::string>(""));
        }
        ++n;
    }
}

TEST_CASE("the series is one body under its spellings") {
    const auto& s = the_series();
    std::vector<std::string> bodies;
    for (const body_history& b : s.history.bodies) bodies.push_back(fmt::format("{}, {} meetings, {}", b.name, b.meetings.size(), name_of(b.scheme)));
    CHECK(bodies == texts(s.expected, "bodies"));
    REQUIRE(s.history.bodies.size() == 1);
    CHECK(s.history.bodies[0].spellings.size() == 3);
}

TEST_CASE("people are kept apart whose initials changed hands") {
    const auto& s = the_series();
    std::vector<std::string> people;
    for (const person_history& p : s.history.people) {
        std::vector<std::string> initials;
        for (const auto& u : p.initials) initials.push_back(fmt::format("{} {} to {}", u.text, day(u.first), day(u.last)));
        people.push_back(fmt::format("{}: {}", p.name, fmt::join(initials, ", ")));
        for (const auto& d : p.doubts) people.back() += "; " + d;
    }
    CHECK(people == texts(s.expected, "people"));
}

TEST_CASE("each approval is tied to the meeting whose minutes it names") {
    const auto& s = the_series();
    std::vector<std::string> approvals;
    for (const approval_link& l : s.history.approvals)
        approvals.push_back(fmt::format("{} of {}", day(l.by), l.of ? day(l.of) : to_string(*l.approval->of.value) + ", which is not there"));
    CHECK(approvals == texts(s.expected, "approvals"));
}

TEST_CASE("one meeting in two files and one whose minutes are missing are said") {
    const auto& s = the_series();
    std::vector<std::string> findings;
    for (const finding& f : s.history.findings) {
        findings.push_back(fmt::format("{}: {}", f.about->source.name, f.what.code));
        CHECK_FALSE(f.what.message.empty());
    }
    CHECK(findings == texts(s.expected, "findings"));
    CHECK(s.history.meetings.size() == 12);
}

TEST_CASE("the order of the files changes nothing") {
    const auto& s = the_series();
    std::vector<const meeting*> turned;
    for (const meeting& m : s.meetings) turned.insert(turned.begin(), &m);
    const history other = history_of(turned);
    REQUIRE(other.threads.size() == s.history.threads.size());
    for (std::size_t i = 0; i < other.threads.size(); ++i) {
        CHECK(other.threads[i].id == s.history.threads[i].id);
        CHECK(events_of(other.threads[i]) == events_of(s.history.threads[i]));
    }
}

TEST_CASE("as at a day is what the meetings until then say") {
    const auto& s = the_series();
    std::vector<const meeting*> until;
    for (const meeting& m : s.meetings)
        if (*m.date.value <= date{std::chrono::year{2015}, std::chrono::May, std::chrono::day{1}}) until.push_back(&m);
    std::vector<std::string> open;
    for (const action_thread& t : history_of(until).threads)
        if (is_live(t.status())) open.push_back(ref_of(t));
    CHECK(open == std::vector<std::string>{"15/02", "15/05a", "15/05b", "15/07"});
}

}  // namespace
