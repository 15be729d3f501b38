// SPDX-License-Identifier: Apache-2.0
// Corrections → a short text that changes when they do, for those who keep what was put right.
#include <cstdint>

#include <fmt/format.h>

#include "correction_list.hpp"

namespace minutes {

namespace {

/// FNV-1a over the parts of entries.
class printer {
public:
    printer& add(std::string_view text) {
        for (const char c : text) add_byte(static_cast<unsigned char>(c));
        add_byte(0xFF);  // in no UTF-8: parts do not run together
        any_ = true;
        return *this;
    }
    printer& add(const date& d) { return add(to_string(d)); }
    printer& add(const time_of_day& t) { return add(to_string(t)); }
    printer& add(minutes_status s) { return add(name_of(s)); }
    printer& add(action_status s) { return add(name_of(s)); }
    printer& add(const std::vector<std::string>& all) {
        for (const std::string& s : all) add(s);
        return add(std::string_view{});
    }
    template <class T>
    printer& add(const std::optional<T>& t) {
        return t ? add("given").add(*t) : add("-");
    }

    [[nodiscard]] std::string text() const { return any_ ? fmt::format("{:016x}", hash_) : std::string{}; }

private:
    void add_byte(unsigned char c) { hash_ = (hash_ ^ c) * 0x100000001B3; }

    std::uint64_t hash_ = 0xCBF29CE484222325;
    bool any_ = false;
};

void add(printer& p, const action_record& r) { p.add(r.on).add(r.name); }

}  // namespace

std::string print_for(const corrections& c, std::string_view name, std::string_view sha256) {
    if (!c.all()) return {};
    source s;
    s.name = name;
    s.sha256 = sha256;
    printer p;
    for (const body_correction& b : c.all()->bodies) p.add("body").add(b.name).add(b.also);
    for (const person_correction& x : c.all()->people) p.add("person").add(x.name).add(x.also).add(x.initials).add(x.body).add(x.from).add(x.until);
    for (const meeting_correction& m : c.all()->meetings)
        if (is_document(m.document, s))
            p.add("meeting").add(m.on).add(m.title).add(m.body).add(m.venue).add(m.chair).add(m.date).add(m.start).add(m.end).add(m.status);
    for (const action_correction& a : c.all()->actions)
        if (is_document(a.document, s)) p.add("action").add(a.on).add(a.action.ref).add(a.action.text).add(a.owners).add(a.due).add(a.status);
    return p.text();
}

std::string print_of_threads(const corrections& c) {
    printer p;
    if (!c.all()) return {};
    for (const thread_correction& t : c.all()->threads) {
        p.add("thread").add(t.body);
        for (const action_record& r : t.join) add(p, r);
        p.add("split");
        if (t.split) add(p, *t.split);
    }
    return p.text();
}

}  // namespace minutes
