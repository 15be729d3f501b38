// SPDX-License-Identifier: Apache-2.0
// Stage: corrections and all meetings that they were applied to → the entries that found nothing to put right.
#include <algorithm>

#include <fmt/format.h>

#include "body_key.hpp"
#include "correction_list.hpp"

namespace minutes {

namespace {

/// An entry that no meeting has fitted yet, and what is told of it when none does.
struct open_entry {
    place at;
    std::string message;
    std::function<bool(const meeting&)> fits;
};

class fit_checker {
public:
    explicit fit_checker(const correction_list& all) {
        for (const body_correction& b : all.bodies)
            add(b.at, fmt::format("no meeting is of a body that is called '{}' or as 'also' says", b.name), [&](const meeting& m) { return m.body.value == b.name; });
        for (const person_correction& p : all.people)
            add(p.at, fmt::format("no document names '{}' as the entry says", p.name), [&](const meeting& m) { return has_person(m, p.name); });
        for (const meeting_correction& c : all.meetings) add_document(c.at, c.document);
        for (const action_correction& c : all.actions) add_document(c.at, c.document);
        for (const thread_correction& c : all.threads) {
            for (const action_record& r : c.join) add_record(r, c.body);
            if (c.split) add_record(*c.split, c.body);
        }
    }

    void take(const meeting& m) {
        std::erase_if(open_, [&](const open_entry& e) { return e.fits(m); });
    }

    [[nodiscard]] std::vector<diagnostic> left() const {
        std::vector<diagnostic> out;
        for (const open_entry& e : open_) out.push_back(stale(e.at, e.message));
        return out;
    }

private:
    void add(place at, std::string message, std::function<bool(const meeting&)> fits) { open_.push_back({at, std::move(message), std::move(fits)}); }

    static bool has_person(const meeting& m, const std::string& name) {
        return std::any_of(m.people.begin(), m.people.end(), [&](const person& p) { return p.name.value == name; });
    }

    void add_document(place at, const std::string& document) {
        add(at, fmt::format("there is no document '{}' among the inputs", document), [&](const meeting& m) { return is_document(document, m.source); });
    }

    void add_record(const action_record& r, const std::string& body) {
        add(r.at, fmt::format("no meeting of {} has an action '{}'", to_string(r.on), r.name), [&](const meeting& m) {
            if (m.date.value != r.on || (!body.empty() && key_of_body(body, words_of_meeting(m)) != body_key(m))) return false;
            return std::any_of(m.actions.begin(), m.actions.end(), [&](const action& a) { return is_action(r, m, a); });
        });
    }

    std::vector<open_entry> open_;
};

}  // namespace

std::vector<diagnostic> unused(const corrections& c, const std::function<void(const std::function<void(const meeting&)>&)>& each) {
    if (!c.all()) return {};
    fit_checker checker(*c.all());
    each([&](const meeting& m) { checker.take(m); });
    return checker.left();
}

std::vector<diagnostic> unused(const corrections& c, const std::vector<const meeting*>& meetings) {
    return unused(c, [&](const std::function<void(const meeting&)>& take) {
        for (const meeting* m : meetings) take(*m);
    });
}

}  // namespace minutes
