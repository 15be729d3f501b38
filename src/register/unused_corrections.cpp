// SPDX-License-Identifier: Apache-2.0
// Stage: corrections and all meetings that they were applied to → the entries that found nothing to put right.
#include <algorithm>

#include <fmt/format.h>

#include "body_key.hpp"
#include "correction_list.hpp"

namespace minutes {

namespace {

class fit_checker {
public:
    fit_checker(const correction_list& all, const meeting_list& meetings) : all_(all), meetings_(meetings) {}

    std::vector<diagnostic> check() {
        for (const body_correction& b : all_.bodies)
            if (!any([&](const meeting& m) { return m.body.value == b.name; })) tell(b.at, fmt::format("no meeting is of a body that is called '{}' or as 'also' says", b.name));
        for (const person_correction& p : all_.people)
            if (!any([&](const meeting& m) { return has_person(m, p.name); })) tell(p.at, fmt::format("no document names '{}' as the entry says", p.name));
        for (const meeting_correction& c : all_.meetings) check_document(c.at, c.document);
        for (const action_correction& c : all_.actions) check_document(c.at, c.document);
        for (const thread_correction& c : all_.threads) {
            for (const action_record& r : c.join) check_record(r, c.body);
            if (c.split) check_record(*c.split, c.body);
        }
        return std::move(stale_);
    }

private:
    template <class Fits>
    [[nodiscard]] bool any(Fits fits) const {
        return std::any_of(meetings_.begin(), meetings_.end(), [&](const meeting* m) { return fits(*m); });
    }

    void tell(place at, std::string message) { stale_.push_back(stale(at, std::move(message))); }

    static bool has_person(const meeting& m, const std::string& name) {
        return std::any_of(m.people.begin(), m.people.end(), [&](const person& p) { return p.name.value == name; });
    }

    void check_document(place at, const std::string& document) {
        if (!any([&](const meeting& m) { return is_document(document, m.source); })) tell(at, fmt::format("there is no document '{}' among the inputs", document));
    }

    void check_record(const action_record& r, const std::string& body) {
        const auto of_body = [&](const meeting& m) { return body.empty() || key_of_body(body, words_of_meeting(m)) == body_key(m); };
        const auto count = std::count_if(meetings_.begin(), meetings_.end(), [&](const meeting* m) {
            return of_body(*m) && std::any_of(m->actions.begin(), m->actions.end(), [&](const action& a) { return is_action(r, *m, a); });
        });
        if (count == 0) tell(r.at, fmt::format("no meeting of {} has an action '{}'", to_string(r.on), r.name));
    }

    const correction_list& all_;
    const meeting_list& meetings_;
    std::vector<diagnostic> stale_;
};

}  // namespace

std::vector<diagnostic> unused(const corrections& c, const std::vector<const meeting*>& meetings) {
    return c.all() ? fit_checker(*c.all(), meetings).check() : std::vector<diagnostic>{};
}

}  // namespace minutes
