// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <compare>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "body_key.hpp"
#include "file_name.hpp"
#include "numbering.hpp"
#include "threads.hpp"

namespace minutes {

namespace {

bool says_status(const occurrence& o) {
    const auto& s = o.action->status;
    return s.value && (!s.spans.empty() || s.basis == basis::corrected);
}

bool is_done(action_status s) { return s == action_status::complete || s == action_status::closed; }

/// Who does it: names where the meeting knows them, else as written.
std::vector<std::string> owners_of(const occurrence& o) {
    std::vector<std::string> out;
    for (const owner& w : o.action->owners) {
        const person* p = w.person.empty() ? nullptr : find_person(*o.meeting, w.person);
        out.push_back(p && p->name.value ? *p->name.value : w.text.value.value_or(words_of(*o.meeting, w.text.spans)));
    }
    return out;
}

/// "ob" of "ottilie-brancaster".
std::string initials_of(const std::string& key) {
    std::string out;
    for (std::size_t i = 0; i < key.size(); ++i)
        if (i == 0 || key[i - 1] == '-') out += key[i];
    return out;
}

/// One owner, as the meeting knows it: a name, or no more than what is printed.
struct known_owner {
    std::string name, printed;  ///< keys; no name where the meeting names nobody
    auto operator<=>(const known_owner&) const = default;

    /// A meeting that does not list somebody knows no more than the initials.
    [[nodiscard]] bool may_be(const known_owner& o) const {
        if (!name.empty() && !o.name.empty()) return name == o.name;
        return printed == o.printed || (!name.empty() && initials_of(name) == o.printed) || (!o.name.empty() && initials_of(o.name) == printed);
    }
};

std::vector<known_owner> known_owners(const occurrence& o) {
    const lexicon& words = words_of_meeting(*o.meeting);
    std::vector<known_owner> out;
    for (const owner& w : o.action->owners) {
        const person* p = w.person.empty() ? nullptr : find_person(*o.meeting, w.person);
        out.push_back({p && p->name.value ? key_of_person(*p->name.value, words) : "", key_of_person(w.text.value.value_or(""), words)});
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool same_owners(const occurrence& a, const occurrence& b) {
    const auto x = known_owners(a), y = known_owners(b);
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const known_owner& m, const known_owner& n) { return m.may_be(n); });
}

std::string due_words(const occurrence& o) {
    const due& d = o.action->due;
    if (d.date.value) return to_string(*d.date.value);
    return d.text.value.value_or(words_of(*o.meeting, d.text.spans));
}

bool says_due(const occurrence& o) { return o.action->due.date.given() || o.action->due.text.given(); }

/// Tells one thread's events, one record after the other.
class teller {
public:
    explicit teller(action_thread& t) : t_(t) {
        t_.events.clear();
        t_.doubts.clear();
        const occurrence& o = t_.first();
        add(event_kind::raised, o, {}, {});
        take(o);
        if (!says_status(o)) return;
        if (is_live(*o.action->status.value)) status_ = *o.action->status.value;
        else move_to(o);
    }

    void tell() {
        for (std::size_t i = 1; i < t_.occurrences.size(); ++i) tell(t_.occurrences[i - 1], t_.occurrences[i]);
    }

private:
    void add(event_kind kind, const occurrence& at, std::string from, std::string to) { t_.events.push_back({kind, at, std::move(from), std::move(to)}); }

    void take(const occurrence& o) {
        if (!o.action->owners.empty()) owners_ = &o;
        if (says_due(o)) due_ = &o;
    }

    /// The status that the record says, if it is another.
    bool move_to(const occurrence& o) {
        const action_status to = *o.action->status.value;
        if (to == status_) return false;
        const event_kind kind = is_done(to)                           ? is_done(status_) ? event_kind::status_changed : event_kind::closed
                                : !is_live(to)                        ? event_kind::dropped
                                : !is_live(status_)                   ? event_kind::reopened
                                                                      : event_kind::status_changed;
        add(kind, o, std::string(name_of(status_)), std::string(name_of(to)));
        status_ = to;
        return true;
    }

    void tell(const occurrence& before, const occurrence& here) {
        if (!alike(text_of(before), text_of(here))) t_.doubts.push_back(fmt::format("Worded differently on {}: '{}'", day_of(here), text_of(here)));
        const std::size_t told = t_.events.size();
        const bool was_done = is_done(status_);
        if (says_status(here)) move_to(here);
        if (was_done && is_done(status_)) t_.doubts.push_back(fmt::format("Listed again on {} after it was closed", day_of(here)));
        if (due_ && says_due(here) && due_words(*due_) != due_words(here)) add(event_kind::re_dated, here, due_words(*due_), due_words(here));
        if (owners_ && !here.action->owners.empty() && !same_owners(*owners_, here))
            add(event_kind::handed_over, here, fmt::format("{}", fmt::join(owners_of(*owners_), "; ")), fmt::format("{}", fmt::join(owners_of(here), "; ")));
        if (t_.events.size() == told) add(event_kind::reported, here, std::string(name_of(status_)), std::string(name_of(status_)));
        take(here);
    }

    action_thread& t_;
    action_status status_ = action_status::open;
    const occurrence* owners_ = nullptr;
    const occurrence* due_ = nullptr;
};

std::string ref_of(const occurrence& o) { return o.action->ref.value ? *o.action->ref.value : "'" + text_of(o) + "'"; }

using meeting_numbers = std::map<const meeting*, std::size_t>;

/// One event for each meeting at which parts of a thread stand first.
void tell_splits(std::vector<action_thread>& threads, const meeting_numbers& number) {
    for (action_thread& t : threads) {
        std::map<const meeting*, std::size_t> told;  // its event
        for (const std::size_t part : t.parts) {
            const occurrence& at = threads[part].first();
            const auto [event, is_new] = told.emplace(at.meeting, t.events.size());
            if (is_new) t.events.push_back({event_kind::split, at, ref_of(t.first()), ref_of(at)});
            else t.events[event->second].to += "; " + ref_of(at);
            t.replaced |= number.at(at.meeting) > number.at(t.latest().meeting);
        }
        std::stable_sort(t.events.begin(), t.events.end(), [&](const thread_event& a, const thread_event& b) { return number.at(a.at.meeting) < number.at(b.at.meeting); });
    }
}

/// Actions that nobody closed and nobody spoke of again.
void tell_silence(std::vector<action_thread>& threads, const meeting_numbers& number) {
    for (action_thread& t : threads) {
        if (!is_live(t.status())) continue;
        t.silent_for = number.size() - 1 - number.at(t.latest().meeting);
        if (t.silent_for > 0) t.doubts.push_back(fmt::format("No later record in {} later {}", t.silent_for, t.silent_for == 1 ? "meeting" : "meetings"));
    }
}

/// What has the same words as an earlier action may be the same; nothing but a person may say so.
void tell_likeness(std::vector<action_thread>& threads) {
    constexpr std::size_t fewest = 4;  // words: "book the hall" is said of many
    std::map<word_set, std::size_t> last;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const word_set words = word_set_of(text_of(threads[i].first()));
        if (words.size() < fewest) continue;
        const auto [known, is_new] = last.emplace(words, i);
        if (is_new) continue;
        const occurrence& before = threads[known->second].latest();
        if (before.meeting != threads[i].first().meeting && !threads[i].corrected)
            threads[i].doubts.push_back(fmt::format("The same words as {} on {}; nothing says that they are one action",
                                                    before.action->ref.value ? *before.action->ref.value : "an action", day_of(before)));
        known->second = i;
    }
}

template <class Has>
const occurrence* latest_where(const std::vector<occurrence>& all, Has has) {
    const auto found = std::find_if(all.rbegin(), all.rend(), has);
    return found == all.rend() ? nullptr : &*found;
}

}  // namespace

std::string text_of(const occurrence& o) { return o.action->text.value.value_or(words_of(*o.meeting, o.action->text.spans)); }

std::string day_of(const occurrence& o) { return o.meeting->date.value ? to_string(*o.meeting->date.value) : file_name(o.meeting->source); }

bool alike(std::string_view a, std::string_view b) { return words_in_common(word_set_of(a), word_set_of(b)) >= 0.5; }

void tell_events(std::vector<action_thread>& threads, const meeting_list& meetings) {
    meeting_numbers number;
    for (const meeting* m : meetings) number.emplace(m, number.size());
    for (action_thread& t : threads) teller(t).tell();
    tell_splits(threads, number);
    tell_silence(threads, number);
    tell_likeness(threads);
}

const occurrence& action_thread::latest_with_owners() const {
    const auto* o = latest_where(occurrences, [](const occurrence& x) { return !x.action->owners.empty(); });
    return o ? *o : latest();
}

const occurrence& action_thread::latest_with_due() const {
    const auto* o = latest_where(occurrences, says_due);
    return o ? *o : latest();
}

const occurrence* action_thread::latest_with_status() const { return latest_where(occurrences, says_status); }

action_status action_thread::status() const {
    const occurrence* o = latest_with_status();
    const action_status said = o ? *o->action->status.value : latest().action->status.value.value_or(action_status::open);
    return replaced && minutes::is_live(said) ? action_status::superseded : said;
}

bool is_live(action_status s) {
    return s == action_status::open || s == action_status::in_progress || s == action_status::proposed_for_closure || s == action_status::on_hold;
}

}  // namespace minutes
