// SPDX-License-Identifier: Apache-2.0
// Reads minutes put together from ordinary forms of their parts: each form beside the plainest others, and each pair of
// forms of two parts that touch.  Combinations that are known to fail stand in open.txt.
// FORMS_SHOW="tasks 'arrow'" prints each document whose name has these words; MINUTES_APPROVE=1 takes out of open.txt what is read right now.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include <fmt/format.h>

#include "catch.hpp"
#include <minutes/minutes.hpp>

#include "comparison.hpp"
#include "open_list.hpp"
#include "pairing.hpp"

namespace {

struct outcome {
    const combination* of = nullptr;
    std::string name, text, expected, read;
    std::vector<difference> found;
};

outcome read_combination(const combination& c) {
    const auto composed = compose(c.forms);
    minutes::parse_options options;
    options.name = c.in.markdown ? "minutes.md" : "minutes.txt";
    const auto read = minutes::parse(composed.text, options).meeting;
    return {&c, name_of_combination(c.about), composed.text, shown(composed.reads), shown(read), differences(composed.reads, read)};
}

std::string key(const setting& s, const std::vector<const form*>& about) { return s.language + (s.markdown ? " md " : " txt ") + name_of_combination(about); }

/// What simpler combinations have as well is told there.
class seen_before {
public:
    void keep(const outcome& o) {
        if (o.of->about.size() < 2) by_name_[key(o.of->in, o.of->about)] = o.found;
    }

    void drop_from(outcome& o) const {
        if (o.of->about.empty()) return;
        drop(o, {});
        if (o.of->about.size() > 1)
            for (const form* f : o.of->about) drop(o, {f});
    }

private:
    void drop(outcome& o, const std::vector<const form*>& about) const {
        const auto known = by_name_.find(key(o.of->in, about));
        if (known == by_name_.end()) return;
        std::erase_if(o.found, [&](const difference& d) { return std::find(known->second.begin(), known->second.end(), d) != known->second.end(); });
    }

    std::map<std::string, std::vector<difference>> by_name_;
};

std::string report(const outcome& o) {
    std::string out = fmt::format("=== {} ({}, {})\n", o.name, o.of->in.language, o.of->in.markdown ? "Markdown" : "text");
    for (const auto& d : o.found) out += fmt::format("{}: {}\n", d.cause, d.what);
    return out + fmt::format("--- document\n{}--- expected\n{}--- read\n{}", o.text, o.expected, o.read);
}

/// How often which form goes wrong in which way.
class summary {
public:
    void add(const outcome& o) {
        std::string line = fmt::format("{} ({}, {})", o.name, o.of->in.language, o.of->in.markdown ? "Markdown" : "text");
        for (const auto& d : o.found) line += fmt::format("\n    {}: {}", d.cause, d.what);
        lines_.push_back(line);
        for (const form* f : o.of->about) ++forms_[f->title()];
    }

    std::string text() const {
        std::string out;
        for (const auto& l : lines_) out += l + "\n";
        out += "--- failures by form\n";
        std::vector<std::pair<std::size_t, std::string>> order;
        for (const auto& [name, count] : forms_) order.push_back({count, name});
        std::sort(order.rbegin(), order.rend());
        for (const auto& [count, name] : order) out += fmt::format("{:5} {}\n", count, name);
        return out;
    }

    std::size_t size() const { return lines_.size(); }

private:
    std::vector<std::string> lines_;
    std::map<std::string, std::size_t> forms_;
};

}  // namespace

TEST_CASE("minutes put together from ordinary forms are read as each form says") {
    const auto all = collect_forms(FORMS);
    const auto list = combinations(all);
    open_list open(std::string(FORMS) + "/open.txt");
    const char* show = std::getenv("FORMS_SHOW");
    seen_before before;
    summary failures;
    for (const auto& c : list) {
        outcome o = read_combination(c);
        before.keep(o);
        before.drop_from(o);
        if (show && o.name.find(show) != o.name.npos) std::cout << report(o) << "\n";
        if (o.found.empty() || open.knows(o.name)) continue;
        failures.add(o);
        if (!show && failures.size() <= 3) std::cout << report(o) << "\n";
    }
    if (failures.size() > 0) std::cout << failures.text();
    std::cout << failures.size() << " of " << list.size() << " documents are read otherwise than their forms say\n";
    CHECK(failures.size() == 0);
    if (std::getenv("MINUTES_APPROVE")) return open.write_without_those();
    for (const auto& name : open.of_no_use())
        FAIL_CHECK("open.txt lists a combination that is read right now, or is none (MINUTES_APPROVE=1 takes it out): " << name);
}
