// SPDX-License-Identifier: Apache-2.0
// Earlier minutes that the meeting approved: which, and in what words.
#include "approval.hpp"
#include "asides.hpp"

#include <algorithm>

namespace minutes {

namespace {

/// "Approved minutes" at the head, "Approved on 3 May" at the foot: words about these minutes, not about earlier ones.
bool is_of_these_minutes(const parser& p, const spans& sentence) {
    const auto& status = p.m.status.spans;
    return !status.empty() && std::any_of(sentence.begin(), sentence.end(), [&](span s) { return s.begin <= status.front().begin && status.front().end <= s.end; });
}

}  // namespace

void read_acceptance(parser& p, const told_sentence& s, bool of_heading, earlier_minutes& minutes) {
    if (minutes.accepted) return;
    const auto f = match_acceptance(s.text(), p.words);
    if (f.names_minutes && (!f.dates.empty() || !minutes.named)) {
        minutes.named = true;
        minutes.dates.clear();
        for (const span d : f.dates) minutes.dates.push_back(s.source(d));
        minutes.body = f.body.empty() ? spans{} : s.source(f.body);
    }
    if (of_heading || !f.accepts || !minutes.named || is_of_these_minutes(p, s.source())) return;
    approval a;
    if (s.in) a.item = s.in->id;
    a.text = stated(p.words_at(s.source()), s.source(), "minutes-accepted");
    if (!minutes.body.empty()) a.body = stated(p.words_at(minutes.body), minutes.body, "minutes-of-body");
    if (minutes.dates.empty()) p.m.approvals.push_back(a);
    for (const spans& d : minutes.dates) {
        a.of.spans = d;  // resolve reads it
        p.m.approvals.push_back(a);
    }
    minutes.accepted = true;
}

}  // namespace minutes
