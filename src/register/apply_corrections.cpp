// SPDX-License-Identifier: Apache-2.0
// Stage: corrections → meetings, put right.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "body_key.hpp"
#include "correction_list.hpp"
#include "text.hpp"

namespace minutes {

namespace {

constexpr const char* rule = "correction";

template <class T>
void put_right(traced<T>& t, T value) {
    t.value = std::move(value);
    t.basis = basis::corrected;
    t.rule = rule;
    t.candidates.clear();
}

template <class T>
void put_right_if(traced<T>& t, const std::optional<T>& value) {
    if (value) put_right(t, *value);
}

bool lies_in(const spans& where, const spans& overruled) {
    return !where.empty() && std::all_of(where.begin(), where.end(), [&](span w) {
        return std::any_of(overruled.begin(), overruled.end(), [&](span o) { return o.begin <= w.begin && w.end <= o.end; });
    });
}

bool is_of_day(const std::optional<date>& on, const meeting& m) { return !on || m.date.value == *on; }

class corrector {
public:
    corrector(const correction_list& all, parse_result& document) : all_(all), document_(document) {
        meetings_.push_back(&document.meeting);
        for (meeting& m : document.more) meetings_.push_back(&m);
    }

    std::vector<diagnostic> correct() {
        for (const body_correction& b : all_.bodies)
            for (meeting* m : meetings_) put_body_right(*m, b);
        for (const meeting_correction& c : all_.meetings) put_meeting_right(c);
        for (const person_correction& c : all_.people)
            for (meeting* m : meetings_) put_person_right(*m, c);
        for (const action_correction& c : all_.actions) put_action_right(c);
        gather_diagnostics();
        std::stable_sort(stale_.begin(), stale_.end(), [](const diagnostic& a, const diagnostic& b) { return a.place.line < b.place.line; });
        return std::move(stale_);
    }

private:
    void tell(place at, std::string message) { stale_.push_back(stale(at, fmt::format("{}: {}", document_.meeting.source.name, message))); }

    static void put_body_right(meeting& m, const body_correction& b) {
        const lexicon& words = words_of_meeting(m);
        const std::string key = body_key(m);
        const bool other = std::any_of(b.also.begin(), b.also.end(), [&](const std::string& name) { return key_of_body(name, words) == key; });
        if (other && m.body.value != b.name) put_right(m.body, b.name);
    }

    /// The document's meetings that an entry is about.
    [[nodiscard]] std::vector<meeting*> meetings_of(const std::string& document, const std::optional<date>& on, place at) {
        std::vector<meeting*> out;
        if (!is_document(document, document_.meeting.source)) return out;
        std::copy_if(meetings_.begin(), meetings_.end(), std::back_inserter(out), [&](const meeting* m) { return is_of_day(on, *m); });
        if (out.empty()) tell(at, fmt::format("there is no meeting of {} in it", to_string(*on)));
        return out;
    }

    void put_meeting_right(const meeting_correction& c) {
        const auto about = meetings_of(c.document, c.on, c.at);
        if (about.size() > 1) return tell(c.at, fmt::format("it has {} meetings: 'meeting' must say the day of one", about.size()));
        for (meeting* m : about) {
            put_right_if(m->title, c.title);
            put_right_if(m->body, c.body);
            put_right_if(m->venue, c.venue);
            put_right_if(m->chair, c.chair);
            put_right_if(m->date, c.date);
            put_right_if(m->start, c.start);
            put_right_if(m->end, c.end);
            put_right_if(m->status, c.status);
            if (c.date) forget(*m, m->date.spans, "no-date");
        }
    }

    // ── People ──

    static bool is_at(const person_correction& c, const meeting& m) {
        if (!c.body.empty() && key_of_body(c.body, words_of_meeting(m)) != body_key(m)) return false;
        if (!c.from && !c.until) return true;
        return m.date.value && (!c.from || *c.from <= *m.date.value) && (!c.until || *m.date.value <= *c.until);
    }

    static bool has_initials(const traced<std::string>& t, const std::string& initials) { return t.value && fold(*t.value) == fold(initials); }

    /// Whether a name leaves room for the full one: none, the initials themselves, a forename or a surname of it.
    static bool is_less(const traced<std::string>& name, const person_correction& c, const lexicon& words) {
        if (!name.value) return true;
        const std::string have = key_of_person(*name.value, words), full = key_of_person(c.name, words);
        if (have == full || fold(*name.value) == fold(c.initials)) return true;
        const auto parts = words_in(c.name);
        return have.find('-') == have.npos && std::any_of(parts.begin(), parts.end(), [&](const word& w) { return w.folded == have; });
    }

    void put_person_right(meeting& m, const person_correction& c) {
        if (!is_at(c, m)) return;
        const lexicon& words = words_of_meeting(m);
        for (person& p : m.people) {
            const std::string key = p.name.value ? key_of_person(*p.name.value, words) : std::string{};
            const bool spelt = !key.empty() && std::any_of(c.also.begin(), c.also.end(), [&](const std::string& name) { return key_of_person(name, words) == key; });
            const bool meant = spelt || (!c.initials.empty() && has_initials(p.initials, c.initials) && is_less(p.name, c, words));
            if (meant && p.name.value != c.name) put_right(p.name, c.name);
        }
        if (!c.initials.empty()) tie_owners(m, c);
    }

    /// Owners by these initials whom the document does not name.
    void tie_owners(meeting& m, const person_correction& c) {
        const bool taken = std::any_of(m.people.begin(), m.people.end(), [&](const person& p) { return has_initials(p.initials, c.initials) && p.name.value != c.name; });
        if (taken) return;
        for (action& a : m.actions)
            for (owner& o : a.owners) {
                if (!o.person.empty() || !has_initials(o.text, c.initials)) continue;
                o.person = person_named(m, c);
                forget(m, o.text.spans, "unknown-owner");
            }
    }

    static std::string person_named(meeting& m, const person_correction& c) {
        for (const person& p : m.people)
            if (p.name.value == c.name) return p.id;
        person p;
        std::size_t n = m.people.size() + 1;
        while (find_person(m, fmt::format("p{}", n))) ++n;
        p.id = fmt::format("p{}", n);
        put_right(p.name, c.name);
        put_right(p.initials, c.initials);
        m.people.push_back(std::move(p));
        return m.people.back().id;
    }

    // ── Actions ──

    void put_action_right(const action_correction& c) {
        const auto about = meetings_of(c.document, c.on, c.at);
        if (about.empty()) return;
        std::vector<std::pair<meeting*, action*>> found;
        for (meeting* m : about)
            for (action& a : m->actions)
                if (is_action(c.action, *m, a)) found.emplace_back(m, &a);
        const std::string name = c.action.ref.empty() ? "'" + c.action.text + "'" : "'" + c.action.ref + "'";
        if (found.empty()) return tell(c.at, fmt::format("there is no action {} in it", name));
        if (found.size() > 1) return tell(c.at, fmt::format("{} actions in it are {}: 'ref', 'text' and 'meeting' together must mean one", found.size(), name));
        auto& [m, a] = found.front();
        if (c.owners) put_owners_right(*m, *a, *c.owners);
        if (c.due) {
            put_right(a->due.date, *c.due);
            if (a->due.date.spans.empty()) a->due.date.spans = a->due.text.spans;
            forget(*m, a->due.date.spans, "uncertain-date");
            forget(*m, a->text.spans, "no-due-date");
        }
        put_right_if(a->status, c.status);
    }

    void put_owners_right(meeting& m, action& a, const std::vector<std::string>& names) {
        spans overruled;
        for (const owner& o : a.owners) overruled.insert(overruled.end(), o.text.spans.begin(), o.text.spans.end());
        a.owners.clear();
        for (const std::string& name : names) {
            owner o;
            put_right(o.text, name);
            if (a.owners.empty()) o.text.spans = overruled;
            o.person = person_meant(m, name);
            a.owners.push_back(std::move(o));
        }
        forget(m, overruled, "");
        forget(m, a.text.spans, "no-owner");
    }

    /// The one person whose name or initials these are; empty when there is none, or several.
    static std::string person_meant(const meeting& m, const std::string& name) {
        const std::string key = key_of_person(name, words_of_meeting(m));
        std::string found;
        for (const person& p : m.people) {
            const bool named = p.name.value && key_of_person(*p.name.value, words_of_meeting(m)) == key;
            if (!named && !has_initials(p.initials, name)) continue;
            if (!found.empty()) return {};
            found = p.id;
        }
        return found;
    }

    // ── Diagnostics ──

    /// What was said of words that a person has overruled no longer needs a look.  `code`: only this; empty: all.
    static void forget(meeting& m, const spans& overruled, std::string_view code) {
        std::erase_if(m.diagnostics, [&](const diagnostic& d) {
            return (code.empty() || d.code == code) && (lies_in(d.spans, overruled) || (d.code == "no-date" && code == "no-date"));
        });
    }

    void gather_diagnostics() {
        if (!document_.readable) return;
        document_.diagnostics.clear();
        for (const meeting* m : meetings_) document_.diagnostics.insert(document_.diagnostics.end(), m->diagnostics.begin(), m->diagnostics.end());
    }

    const correction_list& all_;
    parse_result& document_;
    std::vector<meeting*> meetings_;
    std::vector<diagnostic> stale_;
};

}  // namespace

bool is_document(const std::string& name, const source& s) {
    if (name == s.sha256 || name == s.name) return true;
    if (s.name.size() <= name.size() || !s.name.ends_with(name)) return false;
    const char before = s.name[s.name.size() - name.size() - 1];
    return before == '/' || before == '\\';
}

bool is_action(const action_name& name, const meeting& m, const action& a) {
    if (!name.ref.empty() && (!a.ref.value || slug(*a.ref.value) != slug(name.ref))) return false;
    if (name.text.empty()) return true;
    return fold(a.text.value.value_or(words_of(m, a.text.spans))).starts_with(fold(name.text));
}

bool is_action(const action_record& record, const meeting& m, const action& a) {
    if (m.date.value != record.on) return false;
    return (a.ref.value && slug(*a.ref.value) == slug(record.name)) || is_action(action_name{{}, record.name}, m, a);
}

diagnostic stale(place at, std::string message) {
    return {"stale-correction", severity::warning, {}, at, std::move(message), "Mend the entry, or take it out when it is no longer needed."};
}

std::vector<diagnostic> apply(const corrections& c, parse_result& document) {
    return c.all() && document.readable ? corrector(*c.all(), document).correct() : std::vector<diagnostic>{};
}

}  // namespace minutes
