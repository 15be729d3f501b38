// SPDX-License-Identifier: Apache-2.0
#include "threads.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace minutes {

namespace {

std::string text_of(const occurrence& o) { return o.action->text.value.value_or(words_of(*o.meeting, o.action->text.spans)); }

std::string date_of(const occurrence& o) { return o.meeting->date.value ? to_string(*o.meeting->date.value) : o.meeting->source.name; }

std::set<std::string> word_set(std::string_view text) {
    std::set<std::string> out;
    std::string word;
    for (const char c : slug(text) + "-") {
        if (c != '-') word += c;
        else if (!word.empty()) out.insert(std::exchange(word, {}));
    }
    return out;
}

bool alike(const occurrence& a, const occurrence& b) { return minutes::alike(text_of(a), text_of(b)); }

/// "3" or "12": many registers begin these again at each meeting.
bool is_bare(std::string_view ref) { return ref.size() <= 2 && std::all_of(ref.begin(), ref.end(), [](unsigned char c) { return std::isdigit(c); }); }

using by_reference = std::map<std::string, std::vector<occurrence>>;

/// The actions of each body by reference; those whose meeting uses a reference twice stay out.
std::map<std::string, by_reference> sorted_by_reference(const std::vector<const meeting*>& meetings) {
    std::map<std::string, by_reference> out;
    for (const meeting* m : meetings) {
        std::map<std::string, int> uses;
        for (const action& a : m->actions)
            if (a.ref.value) ++uses[slug(*a.ref.value)];
        for (const action& a : m->actions)
            if (a.ref.value && uses[slug(*a.ref.value)] == 1) out[body_key(*m)][slug(*a.ref.value)].push_back({m, &a});
    }
    return out;
}

/// Whether the same reference means the same action at later meetings: the records that repeat one agree more often than not.
bool runs_on(const by_reference& actions) {
    int agree = 0, differ = 0;
    for (const auto& [ref, all] : actions)
        for (std::size_t i = 1; i < all.size(); ++i) ++(alike(all[i - 1], all[i]) ? agree : differ);
    return agree >= differ;
}

class threader {
public:
    explicit threader(const std::vector<const meeting*>& meetings) : by_body_(sorted_by_reference(meetings)) {
        for (const auto& [body, actions] : by_body_) running_[body] = runs_on(actions);
    }

    void add(const meeting& m, const action& a) {
        const occurrence here{&m, &a};
        const std::string ref = a.ref.value ? slug(*a.ref.value) : "", body = body_key(m);
        const bool known = !ref.empty() && is_own(body, ref, a);
        if (const auto found = threads_.find({body, ref}); known && found != threads_.end()) {
            action_thread& t = out_[found->second];
            if (continues(body, ref, t.latest(), here)) return join(t, here);
        }
        if (known) threads_[{body, ref}] = out_.size();
        out_.push_back({{here}, {}});
    }

    std::vector<action_thread> take() { return std::move(out_); }

private:
    /// Whether its meeting uses the reference for this action alone.
    bool is_own(const std::string& body, const std::string& ref, const action& a) const {
        const auto& all = by_body_.at(body);
        const auto found = all.find(ref);
        return found != all.end() && std::any_of(found->second.begin(), found->second.end(), [&](const occurrence& o) { return o.action == &a; });
    }

    bool continues(const std::string& body, const std::string& ref, const occurrence& before, const occurrence& here) const {
        if (before.meeting == here.meeting || !running_.at(body)) return false;
        return !is_bare(ref) || alike(before, here);
    }

    static void join(action_thread& t, const occurrence& here) {
        if (!alike(t.latest(), here)) t.doubts.push_back(fmt::format("Worded differently on {}: '{}'", date_of(here), text_of(here)));
        const auto is_done = [](const occurrence* o) {
            return o && (*o->action->status.value == action_status::closed || *o->action->status.value == action_status::complete);
        };
        if (is_done(t.latest_with_status())) t.doubts.push_back(fmt::format("Listed again on {} after it was closed", date_of(here)));
        t.occurrences.push_back(here);
    }

    std::map<std::string, by_reference> by_body_;
    std::map<std::string, bool> running_;
    std::map<std::pair<std::string, std::string>, std::size_t> threads_;  // the latest of a body's reference
    std::vector<action_thread> out_;
};

template <class Has>
const occurrence* latest_where(const std::vector<occurrence>& all, Has has) {
    const auto found = std::find_if(all.rbegin(), all.rend(), has);
    return found == all.rend() ? nullptr : &*found;
}

bool is_live(const action_thread& t) {
    const occurrence* o = t.latest_with_status();
    return !o || *o->action->status.value <= action_status::proposed_for_closure || *o->action->status.value == action_status::on_hold;
}

/// Actions that nobody closed and nobody spoke of again.
void note_silence(std::vector<action_thread>& threads, const std::vector<const meeting*>& meetings) {
    std::map<std::string, std::size_t> held;                // meetings of a body
    std::map<const meeting*, std::size_t> number;           // of a meeting among its body's
    for (const meeting* m : meetings) number[m] = ++held[body_key(*m)];
    for (action_thread& t : threads) {
        if (!is_live(t)) continue;
        const meeting* last = t.latest().meeting;
        const std::size_t later = held[body_key(*last)] - number[last];
        if (later > 0) t.doubts.push_back(fmt::format("No later record in {} later {}", later, later == 1 ? "meeting" : "meetings"));
    }
}

}  // namespace

const occurrence& action_thread::latest_with_owners() const {
    const auto* o = latest_where(occurrences, [](const occurrence& x) { return !x.action->owners.empty(); });
    return o ? *o : latest();
}

const occurrence& action_thread::latest_with_due() const {
    const auto* o = latest_where(occurrences, [](const occurrence& x) { return x.action->due.date.given() || x.action->due.text.given(); });
    return o ? *o : latest();
}

const occurrence* action_thread::latest_with_status() const {
    return latest_where(occurrences, [](const occurrence& x) { return x.action->status.value && !x.action->status.spans.empty(); });
}

std::vector<const meeting*> in_order(std::vector<const meeting*> meetings) {
    std::vector<std::pair<date, const meeting*>> dated;
    date last{};
    for (const meeting* m : meetings) {
        if (m->date.value) last = *m->date.value;
        dated.emplace_back(last, m);
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(dated.begin(), dated.end(), meetings.begin(), [](const auto& d) { return d.second; });
    return meetings;
}

std::vector<action_thread> single_threads(const std::vector<const meeting*>& meetings) {
    std::vector<action_thread> out;
    for (const meeting* m : meetings)
        for (const action& a : m->actions) out.push_back({{{m, &a}}, {}});
    return out;
}

std::vector<action_thread> merged_threads(const std::vector<const meeting*>& meetings) {
    threader t(meetings);
    for (const meeting* m : meetings)
        for (const action& a : m->actions) t.add(*m, a);
    std::vector<action_thread> out = t.take();
    note_silence(out, meetings);
    return out;
}

bool alike(std::string_view a, std::string_view b) {
    const auto x = word_set(a), y = word_set(b);
    const std::size_t fewer = std::min(x.size(), y.size());
    const auto common = static_cast<std::size_t>(std::count_if(x.begin(), x.end(), [&](const auto& w) { return y.count(w); }));
    return fewer > 0 && 2 * common >= fewer;
}

std::string body_key(const meeting& m) {
    const auto& name = m.body.value ? m.body : m.title;
    std::string key;
    for (const char c : slug(name.value.value_or("")))
        if (c < '0' || c > '9') key += c;
    return key;
}

std::string slug(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (u >= 0x80) out += c;
        else if (std::isalnum(u)) out += static_cast<char>(std::tolower(u));
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

}  // namespace minutes
