// SPDX-License-Identifier: Apache-2.0
#include "register_material.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "register_filter.hpp"
#include "threads.hpp"

namespace minutes {

namespace {

history told_by(const meeting_list& all, const write_options& o) {
    if (o.merge) return history_of(all, o.corrections, o.as_at);
    history h;
    for (const meeting* m : all) h.meetings.push_back({m, {}});
    h.threads = single_threads(all);
    return h;
}

meeting_list leading_in(const history& h) {
    meeting_list out;
    for (const held_meeting& m : h.meetings) out.push_back(m.leading);
    return out;
}

}  // namespace

register_material::register_material(const meeting_list& all, const write_options& o)
    : merged(o.merge), told(told_by(all, o)), meetings(leading_in(told)), ways(meetings, o), as_at(as_at_of(all, o)), threads(told.threads) {
    for (const meeting* m : meetings) lookups_[m] = std::make_unique<lookup>(*m);
    for (const body_history& b : told.bodies)
        for (const meeting* m : b.meetings) body_names_[m] = b.name;
    leave_out_unasked(o.rows);
}

void register_material::leave_out_unasked(const register_filter& rows) {
    std::erase_if(told.threads, [&](const action_thread& t) {
        const occurrence& o = t.latest_with_owners();
        return !is_asked_for(t, rows, in(*o.meeting).owners(*o.action) + " " + in(*o.meeting).owner_names(*o.action, told.elsewhere), as_at);
    });
    std::erase_if(meetings, [&](const meeting* m) { return !is_asked_for(*m, rows); });
}

std::string register_material::other_files(const meeting& m) const {
    std::vector<std::string> names;
    for (const held_meeting& h : told.meetings)
        if (h.leading == &m)
            for (const meeting* other : h.others) names.push_back(file_name(other->source));
    return fmt::format("{}", fmt::join(names, "; "));
}

register_cell register_material::body_of(const meeting& m) const {
    if (m.body.given())
        if (const auto known = body_names_.find(&m); known != body_names_.end()) return words(known->second);
    return words(m.body.given() ? shown(m, m.body) : title_of(m));
}

}  // namespace minutes
