// SPDX-License-Identifier: Apache-2.0
#include "threads.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "body_key.hpp"
#include "numbering.hpp"

namespace minutes {

namespace {

constexpr double half_alike = 0.5;   // a list may shorten what the minutes said
constexpr double surely_alike = 0.8; // where the number alone says nothing

/// A thread while it is put together.
struct strand {
    std::vector<const action_mention*> mentions;
    strand* parent = nullptr;
    bool corrected = false;

    [[nodiscard]] const action_mention& latest() const { return *mentions.back(); }
    [[nodiscard]] bool is_done() const {
        for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
            const auto& status = (*it)->at.action->status;
            if (status.value && (!status.spans.empty() || status.basis == basis::corrected)) return !is_live(*status.value);
        }
        return false;
    }
};

class weaver {
public:
    explicit weaver(const std::vector<action_mention>& all) : all_(all), numbers_(all) {}

    void weave() {
        for (std::size_t i = 0; i < all_.size();) {
            std::size_t end = i;
            while (end < all_.size() && all_[end].meeting == all_[i].meeting) ++end;
            add_meeting(i, end);
            i = end;
        }
    }

    [[nodiscard]] reference_scheme scheme() const { return numbers_.main_scheme(); }
    std::vector<std::unique_ptr<strand>> strands;

private:
    /// The records of one meeting: those that go on with a strand first, so that parts find what they were split from.
    void add_meeting(std::size_t begin, std::size_t end) {
        std::map<std::string, std::vector<const action_mention*>> by_ref;
        for (std::size_t i = begin; i < end; ++i)
            if (!all_[i].ref.empty()) by_ref[all_[i].ref].push_back(&all_[i]);
        std::map<const action_mention*, strand*> joined;
        for (const auto& [ref, here] : by_ref) match(ref, here, joined);
        std::vector<std::pair<std::string, strand*>> begun;
        for (std::size_t i = begin; i < end; ++i) {
            const action_mention& a = all_[i];
            if (const auto to = joined.find(&a); to != joined.end()) {
                to->second->mentions.push_back(&a);
                continue;
            }
            strands.push_back(std::make_unique<strand>());
            strands.back()->mentions.push_back(&a);
            if (a.ref.empty()) continue;
            strands.back()->parent = whole_before(a);
            begun.emplace_back(a.ref, strands.back().get());
        }
        std::set<std::string> renewed;  // a reference that begins again names the new action from now on
        for (const auto& [ref, s] : begun) {
            if (numbers_.of(ref).scheme == reference_scheme::running && renewed.insert(ref).second) open_[ref].clear();
            open_[ref].push_back(s);
        }
    }

    /// The strands that a reference may go on with.
    [[nodiscard]] std::vector<strand*> candidates(const std::string& ref, std::size_t meeting) const {
        const auto found = open_.find(ref);
        if (found == open_.end()) return {};
        std::vector<strand*> out;
        const bool again = numbers_.of(ref).begins_again;
        for (strand* s : found->second)
            if (!again || s->latest().meeting + 1 == meeting) out.push_back(s);
        return out;
    }

    void match(const std::string& ref, const std::vector<const action_mention*>& here, std::map<const action_mention*, strand*>& joined) const {
        const auto open = candidates(ref, here.front()->meeting);
        const bool again = numbers_.of(ref).begins_again;
        if (here.size() == 1 && open.size() == 1 && !again) {
            const bool like = words_in_common(here[0]->words, open[0]->latest().words) >= half_alike;
            const bool told_by_number = !open[0]->is_done() && (!is_bare(ref) || numbers_.of(ref).trusted);
            if (like || told_by_number) joined[here[0]] = open[0];
            return;
        }
        // One number, several actions: each goes on with the only one whose words it has.
        const double needed = again ? surely_alike : half_alike;
        const auto like = [&](const action_mention* a, const strand* s) { return words_in_common(a->words, s->latest().words) >= needed; };
        for (const action_mention* a : here) {
            const auto fits = [&](const strand* s) { return like(a, s); };
            const auto one = std::find_if(open.begin(), open.end(), fits);
            if (one == open.end() || std::count_if(open.begin(), open.end(), fits) != 1) continue;
            if (std::count_if(here.begin(), here.end(), [&](const action_mention* b) { return like(b, *one); }) == 1) joined[a] = *one;
        }
    }

    /// The action of an earlier meeting of which this is a part: "15/01" for "15/01a".
    [[nodiscard]] strand* whole_before(const action_mention& a) const {
        const std::string whole = whole_of(a.ref);
        if (whole.empty()) return nullptr;
        const auto open = candidates(whole, a.meeting);
        return open.size() == 1 && open[0]->mentions.front()->meeting < a.meeting ? open[0] : nullptr;
    }

    const std::vector<action_mention>& all_;
    numberings numbers_;
    std::map<std::string, std::vector<strand*>> open_;  // the strands that a reference names now
};

/// What people said of threads, done to the strands.
class hand {
public:
    explicit hand(std::vector<std::unique_ptr<strand>>& strands) : strands_(strands) {}

    void apply(const thread_correction& c) {
        if (c.split) split(*c.split);
        strand* first = nullptr;
        for (const action_record& r : c.join) {
            strand* s = strand_of(r).first;
            if (!s || s == first) continue;
            if (first) join(*first, *s);
            else first = s;
        }
    }

private:
    /// The strand with the record, and the record's place in it; null unless there is exactly one.
    [[nodiscard]] std::pair<strand*, std::size_t> strand_of(const action_record& r) const {
        std::pair<strand*, std::size_t> found{nullptr, 0};
        for (const auto& s : strands_)
            for (std::size_t k = 0; k < s->mentions.size(); ++k) {
                if (!is_action(r, *s->mentions[k]->at.meeting, *s->mentions[k]->at.action)) continue;
                if (found.first) return {nullptr, 0};
                found = {s.get(), k};
            }
        return found;
    }

    void split(const action_record& r) {
        const auto [s, at] = strand_of(r);
        if (!s || at == 0) return;
        auto rest = std::make_unique<strand>();
        const auto from = s->mentions.begin() + static_cast<std::ptrdiff_t>(at);
        rest->mentions.assign(from, s->mentions.end());
        s->mentions.erase(from, s->mentions.end());
        s->corrected = rest->corrected = true;
        strands_.push_back(std::move(rest));
    }

    void join(strand& into, strand& from) {
        into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
        std::stable_sort(into.mentions.begin(), into.mentions.end(), before);
        into.corrected = true;
        for (const auto& s : strands_)
            if (s->parent == &from) s->parent = &into;
        if (into.parent == &from || into.parent == &into) into.parent = nullptr;
        std::erase_if(strands_, [&](const auto& s) { return s.get() == &from; });
    }

public:
    /// Mentions lie in one list, in the order of the meetings.
    static bool before(const action_mention* a, const action_mention* b) { return a < b; }

private:
    std::vector<std::unique_ptr<strand>>& strands_;
};

std::string first_words(const std::string& slugged) {
    std::size_t end = 0;
    for (int words = 0; words < 5 && end != std::string::npos; ++words) end = slugged.find('-', end + 1);
    return slugged.substr(0, end);
}

std::vector<action_thread> threads_from(std::vector<std::unique_ptr<strand>>& strands) {
    std::stable_sort(strands.begin(), strands.end(), [](const auto& a, const auto& b) { return hand::before(a->mentions.front(), b->mentions.front()); });
    std::map<const strand*, std::size_t> number;
    for (const auto& s : strands) number.emplace(s.get(), number.size());
    std::vector<action_thread> out(strands.size());
    for (std::size_t i = 0; i < strands.size(); ++i) {
        for (const action_mention* a : strands[i]->mentions) out[i].occurrences.push_back(a->at);
        out[i].corrected = strands[i]->corrected;
        if (!strands[i]->parent) continue;
        out[i].parent = number.at(strands[i]->parent);
        out[*out[i].parent].parts.push_back(i);
    }
    return out;
}

}  // namespace

body_threads threads_of_body(const meeting_list& meetings, const std::vector<thread_correction>& corrections) {
    const auto mentions = mentions_in(meetings);
    weaver w(mentions);
    w.weave();
    hand by_hand(w.strands);
    for (const thread_correction& c : corrections)
        if (c.body.empty() || (!meetings.empty() && key_of_body(c.body, words_of_meeting(*meetings.front())) == body_key(*meetings.front()))) by_hand.apply(c);
    body_threads out{w.scheme(), threads_from(w.strands)};
    tell_events(out.threads, meetings);
    return out;
}

std::vector<action_thread> single_threads(const meeting_list& meetings) {
    std::vector<action_thread> out;
    for (const meeting* m : meetings)
        for (const action& a : m->actions) {
            auto& t = out.emplace_back();
            t.occurrences.push_back({m, &a});
            t.events.push_back({event_kind::raised, t.occurrences.front(), {}, {}});
        }
    name_threads(out);
    return out;
}

std::string record_name(const occurrence& o) {
    const std::string day = o.meeting->date.value ? to_string(*o.meeting->date.value) : "undated";
    const std::string own = o.action->ref.value ? slug(*o.action->ref.value) : first_words(slug(text_of(o)));
    return fmt::format("{}/{}#{}", body_key(*o.meeting), day, own.empty() ? o.action->id : own);
}

void name_threads(std::vector<action_thread>& threads) {
    std::map<std::string, int> taken;
    for (action_thread& t : threads) {
        t.id = record_name(t.first());
        if (const int n = ++taken[t.id]; n > 1) t.id += fmt::format("-{}", n);
    }
}

}  // namespace minutes
