// SPDX-License-Identifier: Apache-2.0
// What the finished meeting lacks or holds in doubt, and what was not understood.
#include <fmt/format.h>

#include "resolve.hpp"

namespace minutes {

void check_meeting(meeting& m, const lexicon&) {
    const bool nothing = m.people.empty() && m.items.empty() && m.actions.empty() && m.decisions.empty() && !m.date.given();
    if (nothing) {
        if (!m.leaves.empty()) say(m, "not-minutes", {}, "nothing in the document was recognised as minutes");
        return;
    }
    if (!m.date.given()) say(m, "no-date", {}, "no date of the meeting was found");
    for (auto& a : m.actions) {
        const auto name = a.ref.value ? *a.ref.value : fmt::format("'{}'", a.text.value.value_or(""));
        const auto& where = a.ref.spans.empty() ? a.text.spans : a.ref.spans;
        if (a.owners.empty()) say(m, "no-owner", where, fmt::format("no owner is given for {}", name));
        if (!a.due.text.given()) say(m, "no-due-date", where, fmt::format("no date is given for {}", name));
        if (!a.status.given()) {
            a.status.value = action_status::open;
            a.status.basis = basis::derived;
            a.status.rule = "open-unless-said";
        }
    }
    for (const auto& l : m.leaves)
        if (l.kind == leaf::kind_type::unparsed && l.span.size() > 1)
            say(m, "unparsed-text", {l.span}, fmt::format("not understood: '{}'", m.text->text.substr(l.span.begin, std::min<std::size_t>(l.span.size(), 40))));
}

}  // namespace minutes
