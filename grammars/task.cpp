// SPDX-License-Identifier: Apache-2.0
#include "task.hpp"

#include <algorithm>

#include "owner_limit.hpp"
#include "task_owners.hpp"
#include "task_reader.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

}  // namespace

task_finding task_reader::run() && {
    f.rule = "task";
    from = skip_gap(t, 0);
    to = t.size();
    if (auto whole = match_owner_limit(t, words, known)) {
        take(std::move(whole->owners), "owner-only");
        f.due = whole->due;
        f.status = whole->status;
        return f;
    }
    if (is_owners_only(t, words) && !words.status(fold(trim(t)))) {  // "Ongoing" is nobody
        take(owners_in(t, words), "owner-only");
        return f;
    }
    skip_link();
    if (details()) {
        if (f.owners.empty() && !(f.ahead = leading())) trailing();  // "Ask the school – Ann (ASAP)"
        f.text = at(from, trim_gap(t, from, to));
        return f;
    }
    cut_record();
    status_behind();
    status_ahead();
    date_ahead();
    f.ahead = bracketed_head();
    if (!f.ahead && !initials_behind() && !(f.ahead = leading()) && !trailing()) trailing_before_link();
    skip_link();
    due();
    if (f.owners.empty()) trailing();
    else owners_again();
    later_clauses();
    f.text = at(from, trim_gap(t, from, to));
    return f;
}

task_finding match_task(std::string_view t, const lexicon& words, const known_names& known) { return task_reader{t, words, known}.run(); }

}  // namespace minutes
