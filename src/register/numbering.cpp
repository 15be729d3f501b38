// SPDX-License-Identifier: Apache-2.0
#include "numbering.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "body_key.hpp"
#include "threads.hpp"

namespace minutes {

namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// "9-9" of "15-01".
std::string shape_of(std::string_view ref) {
    std::string out;
    for (const char c : ref)
        if (!is_digit(c)) out += c;
        else if (out.empty() || out.back() != '9') out += '9';
    return out;
}

/// Whether the reference is the number of the item that the action stands under, or begins with it: "27/14(c)".
bool is_of_minute(const action_mention& a) {
    const item* it = a.at.action->item.empty() ? nullptr : find_item(*a.at.meeting, a.at.action->item);
    if (!it || !it->number.value) return false;
    const std::string number = slug(*it->number.value);
    return !number.empty() && a.ref.starts_with(number) && (a.ref.size() == number.size() || !is_digit(a.ref[number.size()]));
}

struct usage {
    int records = 0, of_minutes = 0, agree = 0, differ = 0;
};

constexpr double half_alike = 0.5;

}  // namespace

double words_in_common(const word_set& a, const word_set& b) {
    const word_set& fewer = a.size() < b.size() ? a : b;
    const word_set& more = a.size() < b.size() ? b : a;
    if (fewer.empty()) return 0;
    const auto common = std::count_if(fewer.begin(), fewer.end(), [&](const std::string& w) { return more.count(w) > 0; });
    return static_cast<double>(common) / static_cast<double>(fewer.size());
}

word_set word_set_of(std::string_view text) {
    word_set out;
    std::string word;
    for (const char c : slug(text) + "-") {
        if (c != '-') word += c;
        else if (!word.empty()) out.insert(std::exchange(word, {}));
    }
    return out;
}

std::vector<action_mention> mentions_in(const meeting_list& meetings) {
    std::vector<action_mention> out;
    for (std::size_t n = 0; n < meetings.size(); ++n)
        for (const action& a : meetings[n]->actions) {
            const occurrence at{meetings[n], &a};
            out.push_back({at, n, a.ref.value ? slug(*a.ref.value) : std::string{}, word_set_of(text_of(at))});
        }
    return out;
}

numberings::numberings(const std::vector<action_mention>& all) {
    std::map<std::string, usage> uses;
    std::map<std::string, std::vector<const action_mention*>> last;  // records of a reference at the last meeting that has it
    std::map<std::string, std::vector<const action_mention*>> now;
    const auto finish = [&](const std::string& ref) {
        auto& before = last[ref];
        auto& here = now[ref];
        if (!before.empty()) {
            usage& u = uses[shape_of(ref)];
            const bool agree = std::any_of(here.begin(), here.end(), [&](const auto* h) {
                return std::any_of(before.begin(), before.end(), [&](const auto* b) { return words_in_common(h->words, b->words) >= half_alike; });
            });
            ++(agree ? u.agree : u.differ);
            // A list of old actions above the new ones: the number goes on, and begins again.
            if (agree && here.size() > 1 && here.size() > before.size()) u.differ += is_of_minute(*here.front()) ? 1 : 2;
        }
        before = std::exchange(here, {});
    };
    for (const action_mention& a : all) {
        if (a.ref.empty()) continue;
        usage& u = uses[shape_of(a.ref)];
        ++u.records;
        u.of_minutes += is_of_minute(a) ? 1 : 0;
        auto& here = now[a.ref];
        if (!here.empty() && here.front()->meeting != a.meeting) finish(a.ref);
        now[a.ref].push_back(&a);
    }
    std::vector<std::string> open;
    for (const auto& [ref, here] : now)
        if (!here.empty()) open.push_back(ref);
    for (const std::string& ref : open) finish(ref);
    int most = 0;
    for (const auto& [shape, u] : uses) {
        numbering n;
        n.begins_again = u.differ > u.agree;
        n.trusted = u.agree >= 3 && u.agree > 4 * u.differ;
        n.scheme = n.begins_again ? reference_scheme::restarting : 2 * u.of_minutes > u.records ? reference_scheme::per_minute : reference_scheme::running;
        by_shape_[shape] = n;
        if (u.records > most) {
            most = u.records;
            main_ = n.scheme;
        }
    }
}

const numbering& numberings::of(const std::string& ref) const {
    static const numbering unknown;
    const auto found = by_shape_.find(shape_of(ref));
    return found == by_shape_.end() ? unknown : found->second;
}

std::string whole_of(std::string_view ref) {
    if (ref.size() < 2) return {};
    // "15-01a"
    if (std::isalpha(static_cast<unsigned char>(ref.back())) && is_digit(ref[ref.size() - 2])) return std::string(ref.substr(0, ref.size() - 1));
    // "15-01-a", "15-01-ii"
    const auto hyphen = ref.rfind('-');
    if (hyphen == ref.npos || hyphen == 0 || !is_digit(ref[hyphen - 1])) return {};
    const auto part = ref.substr(hyphen + 1);
    const bool roman = part.find_first_not_of("ivx") == part.npos;
    return (part.size() == 1 && std::isalpha(static_cast<unsigned char>(part[0]))) || roman ? std::string(ref.substr(0, hyphen)) : std::string{};
}

bool is_bare(std::string_view ref) {
    return std::count_if(ref.begin(), ref.end(), is_digit) <= 2;
}

}  // namespace minutes
