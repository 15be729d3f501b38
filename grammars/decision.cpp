// SPDX-License-Identifier: Apache-2.0
#include "decision.hpp"

#include "reference.hpp"

#include <algorithm>
#include <initializer_list>

namespace minutes {

namespace {

using list = word_list;
constexpr std::size_t longest_outcome = 16;  // words

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

struct sorter {
    std::string_view text;
    const lexicon& words;
    const known_names& known;
    word_run everything = words_in(text, words);
    words_view all = words_behind_number();

    /// The words, without the number of a paragraph or a list item ahead of them.
    words_view words_behind_number() const {
        const words_view in = everything;
        const auto n = number_at(text, words);
        if (!n || !(n->marked || n->depth > 1) || n->rest >= text.size()) return in;
        return {std::find_if(in.begin(), in.end(), [&](const word& w) { return w.begin >= n->rest; }), in.end()};
    }

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }
    bool says(std::size_t i, std::string_view w) const { return i < all.size() && all[i].folded == w; }

    std::size_t end_of_text() const {
        const auto t = trim(text);
        return static_cast<std::size_t>(t.data() - text.data()) + t.size();
    }

    /// The sentence, or from word i on.
    span from(std::size_t i) const { return at(all[i].begin, end_of_text()); }

    std::string kind_of(std::size_t i) const { return words.decision_kind(all[i]).value_or("agreed"); }

    // ── people beside a word ──

    bool is_name(std::size_t i) const {
        if (i >= all.size()) return false;
        const auto& w = all[i];
        if (w.digits || is(i, list::second_words) || is(i, list::proposal_words)) return false;
        if (words.has(list::honorifics, w)) return true;
        if (w.capital && w.folded.size() == 1 && w.after == '.') return true;  // an initial, "A." too
        return w.capital && (w.upper || !(words.has(list::function_words, w) || words.has(list::openers, w) || words.has(list::outcome_words, w)));
    }

    /// Whether a mark, or a dash between blanks, stands behind word i.
    bool parted(std::size_t i) const {
        const char mark = all[i].after;
        return mark && mark != '.' && !(mark == '-' && text[all[i].end] == '-');
    }

    bool bracketed(std::size_t i) const { return i < all.size() && (all[i].before == '(' || all[i].before == '['); }

    /// The person named from word i on: "Cllr Mrs Lintel", "GK".
    span name_from(std::size_t i) const {
        while (i < all.size() && (is(i, list::by_words) || is(i, list::articles))) ++i;
        if (!is_name(i)) return {};
        std::size_t last = i;
        const auto ends = [&](const word& w) { return w.ends_sentence() && w.folded.size() > 1 && !words.has_any({list::abbreviations, list::honorifics}, w); };
        while (is_name(last + 1) && !parted(last) && !ends(all[last]) && !bracketed(last + 1) && last - i < 5) ++last;
        return at(all[i].begin, all[last].end);
    }

    /// The person named just before word i.
    span name_before(std::size_t i) const {
        while (i > 0 && (is(i - 1, list::auxiliaries) || is(i - 1, list::passive_words))) --i;
        while (i > 1 && bracketed(i - 1) && all[i - 1].after == ')') --i;  // "Jane Roe (JR) proposed"
        if (i == 0 || !is_name(i - 1) || parted(i - 1)) return {};
        std::size_t first = i - 1;
        while (first > 0 && is_name(first - 1) && !parted(first - 1) && i - first < 5) --first;
        return at(all[first].begin, all[i - 1].end);
    }

    // ── parts ──

    /// "Resolved: …", "Decision – …", "RESOLUTION #3: …", "AGREED that …", "Consensus: …"
    std::optional<decision_sentence> marker() const {
        if (!is(0, list::decision_markers)) return {};
        std::size_t body = 1;
        if (body < all.size() && all[body].digits && !all[0].after) ++body;  // its number
        if (body >= all.size()) return {};
        const auto gap = text.substr(all[body - 1].end, all[body].begin - all[body - 1].end);
        const bool apart = gap.find(':') != gap.npos || gap.find(" -") != gap.npos || gap.find("\u2013") != gap.npos || gap.find("\u2014") != gap.npos;
        const bool clause = says(1, "that") || says(1, "to");
        if (!apart && !clause && !(all[0].upper && is(0, list::decision_verbs))) return {};
        decision_sentence d;
        d.part = decision_part::whole;
        d.kind = words.decision_kind(all[0]).value_or("resolved");
        d.text = apart ? from(body) : from(0);
        if (const auto behind = text.substr(d.text.begin); apart && behind.starts_with("For ") && behind.find(')') != behind.npos && all.size() <= 6) return {};  // "Resolved: (For information)"
        d.rule = "decision-marker";
        return d;
    }

    /// Nothing but who voted how: "Agreed.", "Carried 5-0", "All in favour, one abstention."
    bool is_outcome() const {
        const auto votes = votes_in(text, everything, words);
        bool core = votes.for_ || votes.against;
        // "Motion carried 4-0 [Ayes: Bell, Ash; noes: none]": who voted how, in brackets, is part of it.
        std::size_t depth = 0, outside = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t k = i ? all[i - 1].end : 0; k < all[i].begin; ++k) {
                if (text[k] == '[' || text[k] == '(') ++depth;
                else if ((text[k] == ']' || text[k] == ')') && depth > 0) --depth;
            }
            if (depth > 0) continue;
            if (++outside > longest_outcome) return false;
            if (i + 1 < all.size() && words.status(all[i].folded + " " + all[i + 1].folded)) return false;  // "Action carried forward"
            core |= is(i, list::outcome_cores);
            if (is(i, list::outcome_words) || is(i, list::outcome_cores) || all[i].digits || is_name(i) || is(i, list::bodies)) continue;
            return false;
        }
        return core;
    }

    /// "Seconded by TO.", "TO seconds", "2nd TO"
    std::optional<std::size_t> second_word() const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (is(i, list::second_words) && !(all[i].digits && i > 0 && words.month_of(all[i - 1]))) return i;  // "April 2nd"
        return {};
    }

    span seconder(std::size_t i) const {
        if (const auto s = name_from(i + 1); !s.empty()) return s;
        return name_before(i);
    }

    std::optional<std::size_t> proposal_word() const {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!is(i, list::proposal_words)) continue;
            const bool noun = is(i, list::motion_nouns);
            // "the proposed plan", "it had been proposed"
            if (!noun && i > 0 && (says(i - 1, "the") || says(i - 1, "a") || says(i - 1, "be") || says(i - 1, "of") || says(i - 1, "this") || says(i - 1, "their") || says(i - 1, "our") || says(i - 1, "its") || says(i - 1, "any") || says(i - 1, "new") || says(i - 1, "been") || says(i - 1, "to") || says(i - 1, "as"))) continue;
            if (says(i, "moved") && (says(i + 1, "on") || says(i + 1, "into") || says(i + 1, "out") || says(i + 1, "from"))) continue;  // "had moved on"
            if (noun && i > 1 && says(i - 2, "for")) continue;  // "asks for a motion"
            if ((says(i, "proposes") || says(i, "proposed")) && says(i + 1, "to") && !second_word()) continue;
            if (noun && !(i == 0 || says(i - 1, "a") || says(i - 1, "the") || says(i - 1, "substitute") || says(i - 1, "initiated") || says(i - 1, "seconded") || all[i - 1].after == ':')) continue;
            return i;
        }
        return {};
    }

    span mover(std::size_t i) const {
        // "Motion by JB", "Proposed by JB", "JB proposed …", "JB makes the motion"
        for (std::size_t k = i; k < all.size(); ++k)
            if (is(k, list::by_words) && (k == i + 1 || !is(i, list::proposal_words) || says(i, "motion")))
                if (const auto s = name_from(k + 1); !s.empty()) return s;
        // "Peter: motion to close", "Peter – Motion that …"
        if (is(i, list::motion_nouns) && i > 0 && i <= 2 && is_name(0) && parted(i - 1)) return at(all[0].begin, all[i - 1].end);
        std::size_t k = i;
        while (k > 0 && (says(k - 1, "the") || says(k - 1, "a") || says(k - 1, "makes") || says(k - 1, "made") || says(k - 1, "motion") || says(k - 1, "substitute"))) --k;
        if (const auto s = name_before(k); !s.empty()) return s;
        if (is(i, list::motion_nouns) && all[i].after == ':') {  // what is moved stands there, or "Motion: Ann Bell moved to …"
            constexpr std::size_t longest_subject = 6;
            for (std::size_t q = i + 2; q < std::min(all.size(), i + longest_subject); ++q)
                if (is(q, list::proposal_words)) return mover(q);
            return {};
        }
        return name_from(i + 1);
    }

    /// A word and what a transcript puts before its speakers' words.
    bool spoken() const {
        const std::size_t behind = !all.empty() && all[0].after == ':' ? 1 : 2;
        if (says(behind, "it") && is(behind + 1, list::passive_words)) return false;  // "Disputes: It was agreed that …" under its heading
        return all.size() > 1 && (all[0].after == ':' || (all.size() > 2 && all[1].after == ':' && is_name(0) && is_name(1))) && !is(0, list::decision_markers) && !is(0, list::proposal_words);
    }

    bool asks() const { return trim(text).ends_with('?'); }

    bool lost() const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (is(i, list::lost_words)) return true;
        for (std::size_t i = 0; i + 1 < all.size(); ++i)
            if (says(i, "no") && (says(i + 1, "seconder") || says(i + 1, "second"))) return true;
        for (std::size_t i = 0; i + 2 < all.size(); ++i)
            if (says(i, "not") && (says(i + 1, "pass") || says(i + 1, "carried") || says(i + 1, "approved"))) return true;
        return false;
    }

    /// "agreed" after the proposal and its seconder: the sentence says it all.
    bool ends_decided(std::size_t after) const {
        for (std::size_t i = after; i < all.size(); ++i)
            if (is(i, list::outcome_cores)) return true;
        return false;
    }

    std::optional<decision_sentence> motion() const {
        const auto p = proposal_word();
        const auto s = second_word();
        if (!p && !s) return {};
        decision_sentence d;
        d.text = from(0);
        d.rule = "motion";
        d.kind = "carried";
        if (p) d.mover = mover(*p);
        if (s) d.seconder = seconder(*s);
        d.second = s.has_value();
        d.vote = votes_in(text, everything, words);
        if (lost()) d.vote.result = "lost";
        if (p && *p == 0 && is(0, list::motion_nouns) && !s && is_outcome()) {
            d.part = decision_part::outcome;
            return d;
        }
        const bool bare = all.size() <= longest_outcome && std::all_of(all.begin(), all.end(), [&](const word& w) {
            const auto i = static_cast<std::size_t>(&w - all.data());
            return is(i, list::second_words) || is(i, list::proposal_words) || is(i, list::outcome_words) || is(i, list::outcome_cores) || is_name(i) || w.digits;
        });
        if (!p && !bare) return {};
        // "JB proposed Jane Smith, seconded by TO": the motion itself
        const bool names_somebody = p && s && !(*p + 1 < all.size() && all[*p].after == ':') && *p > 0 && !name_before(*p).empty() && *p + 1 < *s;
        if (names_somebody) {
            d.part = decision_part::proposal;
            return d;
        }
        if (s && d.seconder.empty() && !p && all.size() < 3 && !says(*s, "seconded") && !says(*s, "seconds")) return {};
        // "Moved by JB, seconded by TO": people alone go with the words of the motion.
        d.part = bare && (s || !d.mover.empty()) ? decision_part::second : decision_part::proposal;
        if (bare && !s && is_outcome()) d.part = decision_part::outcome;
        if (!bare && p && s && ends_decided(std::max(*p, *s))) d.part = decision_part::whole;
        return d;
    }

    // ── sentences that decide ──

    /// Words that leave it open whether the decision was taken at this meeting.
    bool opens(std::string_view f) const {
        return f == "not" || f == "never" || f == "be" || f == "being" || f == "to" || f == "can" || f == "could" || f == "would" || f == "should" || f == "may" || f == "might" || f == "will" || f == "shall" || f == "must" || f == "do" || f == "does" || f == "did" || f == "if" || f == "once" || f == "until" || f == "when" || f == "unless" || f == "previously" || f == "already" || f == "as" || f == "whether";
    }

    bool is_body(std::size_t i) const {
        if (is(i, list::bodies)) return true;
        if (is(i, list::plural_honorifics) && i > 0 && is(i - 1, list::articles)) return true;  // "the supervisors adopted …"
        if (says(i, "chair") || says(i, "chairman")) return i > 0 && says(i - 1, "the");
        return all[i].upper && known.bodies.count(all[i].folded) && !known.initials.count(all[i].folded);
    }

    /// The verb at i with its auxiliaries: where its subject ends, whether it is passive, whether it is open.
    struct verb_group {
        std::size_t subject_end = 0;
        bool passive = false, open = false;
    };
    verb_group group_at(std::size_t i) const {
        verb_group g;
        std::size_t k = i;
        for (; k > 0; --k) {
            const auto& f = all[k - 1].folded;
            if (is(k - 1, list::passive_words)) g.passive = true;
            else if (opens(f)) g.open = true;
            else if (!words.has_any({list::unanimity_words, list::auxiliaries, list::joining_words}, f) && !f.ends_with("ly")) break;
        }
        g.subject_end = k;
        return g;
    }

    /// Where the clause that ends before word `end` starts: behind a comma, "and it", "although it".
    std::size_t clause_before(std::size_t end) const {
        for (std::size_t i = end; i-- > 1;)
            if (all[i - 1].after == ',' || all[i - 1].after == ';' || says(i, "although") || (says(i - 1, "and") && says(i, "the") && i + 1 < all.size() && is_body(i + 1)) || (says(i, "it") && (says(i - 1, "and") || says(i - 1, "but")))) return i;
        return 0;
    }

    bool has_before(std::size_t end, std::initializer_list<std::string_view> which, std::size_t from_word = 0) const {
        for (std::size_t i = from_word; i < end; ++i)
            for (const auto w : which)
                if (says(i, w)) return true;
        return false;
    }

    /// "SS told the meeting that the plan was agreed": somebody's words, no decision.
    bool reported(std::size_t end) const {
        bool verb = false;
        if (end > 2 && (says(0, "she") || says(0, "he") || says(0, "they")) && is(1, list::verbs) && !is(1, list::decision_verbs)) return true;
        for (std::size_t n = 0; n < end; ++n) {
            if (verb && says(n, "that")) return !(end > 1 && says(end - 1, "it") && (says(end - 2, "and") || all[end - 2].after == ','));
            verb |= is(n, list::verbs) && !is(n, list::decision_verbs) && !says(n, "was") && !says(n, "were") && !says(n, "is") && !says(n, "are") && !says(n, "been") && !says(n, "had") && !says(n, "has") && !says(n, "held");
        }
        return false;
    }

    /// "The Board discussed the plan and agreed …", "Accounts were presented and accepted": where the first of two verbs has the subject.
    bool shares_subject(std::size_t k, bool& passive) const {
        if (k == 0) return false;
        std::size_t n = k;  // behind "and", "but", "then"
        if (n >= all.size() || !is(n, list::coordinators)) return false;
        for (std::size_t back = n; back-- > 0;) {
            if (is(back, list::relative_words) || says(back, "if")) return false;
            if (is(back, list::passive_words) && n - back <= 9) {
                passive = true;
                return true;
            }
        }
        for (std::size_t i = 0; i < std::min<std::size_t>(4, n); ++i)
            if (is_body(i) && i + 1 < n && (is(i + 1, list::verbs) || all[i + 1].folded.ends_with("ed"))) return true;
        return false;
    }

    bool of_record(std::size_t end) const { return has_before(end, {"minutes", "notes", "motion", "proposal", "recommendation", "resolution", "budget", "accounts", "report", "agenda", "policy", "nomination"}); }

    /// What was decided was not lost: "councillors should say what was lost".
    vote_finding votes_of_decision() const {
        auto v = votes_in(text, everything, words);
        if (v.result == "lost") v.result.clear();
        return v;
    }

    std::optional<decision_sentence> decided() const {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!is(i, list::decision_verbs)) continue;
            if (says(i, "carried") && (says(i + 1, "forward") || says(i + 1, "over") || says(i + 1, "out"))) continue;
            auto g = group_at(i);
            const std::size_t k = g.subject_end;
            const auto& verb = all[i].folded;
            if (i + 1 == all.size() && i <= 2 && all[i].after == ':') continue;  // "Date approved:", to be filled in
            const bool nothing = says(0, "no") || says(0, "nothing") || says(0, "none") || (k > 1 && says(k - 2, "no"));
            if (g.open || nothing || reported(k) || has_before(k, {"if", "whether", "which", "who", "unless", "once", "when", "how"}, k > 0 && (says(k - 1, "it") || is_body(k - 1)) ? clause_before(k) : says(0, "if") && says(1, "possible") ? 2 : 0)) continue;
            if ((verb == "elected" || verb == "appointed" || verb == "co-opted") && !g.passive && i > 0 && (says(i - 1, "all") || says(i - 1, "the") || says(i - 1, "newly"))) continue;
            if ((verb == "voted" || verb == "votes") && !(i + 1 < all.size() && (says(i + 1, "unanimously") || says(i + 1, "to") || says(i + 1, "that") || (is(i + 1, list::joining_words) && is(i + 2, list::decision_verbs))))) continue;
            // "council elected positions"
            if (!g.passive && k == i && (verb == "elected" || verb == "appointed" || verb == "accepted" || verb == "approved") && i > 0 && i + 1 < all.size() && !all[i + 1].capital && !all[i + 1].digits && !words.has(list::function_words, all[i + 1]) && all[i + 1].folded.ends_with("s") && !is(i + 1, list::record_nouns)) continue;
            std::size_t joint = i;
            while (joint > 0 && (all[joint].folded.ends_with("ly") || joint == i || says(joint, "then") || says(joint, "it"))) --joint;
            bool coordinated = shares_subject(joint, g.passive);
            // "a clear and agreed protocol" decides nothing
            if (coordinated && i + 1 < all.size() && !all[i].after && !all[i + 1].capital && !all[i + 1].digits && !words.has(list::function_words, all[i + 1]) && !all[i + 1].folded.ends_with("ly") && !is(i + 1, list::by_words) && has_before(i, {"a", "an"}, i > 4 ? i - 4 : 0)) continue;
            decision_sentence d;
            d.part = decision_part::whole;
            d.text = from(0);
            d.kind = kind_of(i);
            d.vote = votes_of_decision();
            const bool aside = i > 0 && i <= 4 && all[i - 1].after == ',' && (says(i + 1, "to") || says(i + 1, "that"));  // "If possible, agreed to …"
            // "Discussed and decided the ink would be sent …", "Voted and approved to …"
            const bool both = i == 2 && is(1, list::joining_words) && all[0].capital && (all[0].folded.ends_with("ed") || is(0, list::past_words)) && !is(0, list::proposal_words);
            const bool opening = i == 0 || both || aside || (k == 0 && !g.passive);
            if (opening) {
                // "Agreed to print 50 copies.", "Unanimously agreed …": the meeting is the subject.
                if (all.size() < 3 || !(verb == "agreed" || verb == "resolved" || verb == "decided" || verb == "approved" || verb == "accepted" || verb == "elected" || verb == "voted" || verb == "adopted" || verb == "ratified" || verb == "endorsed")) continue;
                if (all[i].after == ',' || (i + 1 < all.size() && says(i + 1, "by"))) continue;
                d.rule = "decision-opening";
                return d;
            }
            const bool by_it = k > 0 && says(k - 1, "it");
            const bool by_all = k == 1 && says(0, "they") && i <= 2 && !is(1, list::auxiliaries);  // "They agreed to …"
            const bool by_body = k > 0 && (is_body(k - 1) || by_all || (by_it && g.passive));
            if (verb == "signed" && !of_record(i)) continue;
            if (verb == "confirmed" && !(g.passive && of_record(i))) continue;
            // "Minutes agreed as a true record.", "Agenda approved."
            const bool by_record = !g.passive && k > 0 && k <= 4 && is(k - 1, list::record_nouns);
            const bool by_agent = i + 2 < all.size() && says(i + 1, "by") && (is_body(i + 2) || (says(i + 2, "the") && i + 3 < all.size() && is_body(i + 3)));
            const bool unanimous = i > 1 && (says(i - 1, "unanimously") || says(i - 1, "duly"));
            // A long report ahead of "and it was agreed …" is not the decision.
            if (by_it && g.passive)
                if (const auto c = clause_before(k); c >= 14 && c * 2 > all.size()) d.text = from(says(c, "although") || says(c, "and") || says(c, "but") ? c + 1 : c);
            if (g.passive || by_agent || unanimous) d.rule = "decision-passive";
            else if (by_body || coordinated) d.rule = "decision-by-body";
            else if (by_record) d.rule = "decision-of-record";
            // "Ann Bell elected as treasurer.", "Fen rules ratified for a year."
            else if (k == i && k <= 6 && starts_upper(text.substr(all[0].begin)) && (says(i + 1, "as") || says(i + 1, "for")) && (verb == "elected" || verb == "appointed" || verb == "ratified" || verb == "accepted" || verb == "approved" || verb == "adopted") && none_finite(i)) d.rule = "decision-of-record";
            // "Safeguarding policy – agreed"
            else if (i + 1 >= all.size() - 1 && k == i && all[i - 1].after == '-' && all.size() <= 30) d.rule = "decision-behind-dash";
            // "Poppy appeal: donation of £25 agreed"
            else if (i + 1 == all.size() && i >= 3 && i <= 16 && k == i && !all[i - 1].capital && none_finite(i)) d.rule = "decision-at-end";
            else continue;
            return d;
        }
        return {};
    }

    /// "Penderfynwyd y dylid …", "Se acuerda …": words that by themselves say that the meeting decided, wherever they open a clause.
    std::optional<decision_sentence> impersonal() const {
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            std::string phrase = all[i].folded;
            std::size_t n = i;
            while (!words.has(list::impersonal_decisions, phrase) && words.begins(list::impersonal_decisions, phrase) && n + 1 < all.size() && n < i + 2) phrase += " " + all[++n].folded;
            if (!words.has(list::impersonal_decisions, phrase) || (i > 0 && is(i - 1, list::negations))) continue;
            decision_sentence d;
            d.part = decision_part::whole;
            d.text = from(0);
            d.kind = words.decision_kind(all[n]).value_or("agreed");
            d.vote = votes_in(text, everything, words);
            d.rule = "decision-impersonal";
            return d;
        }
        return {};
    }

    bool none_finite(std::size_t end) const {
        for (std::size_t i = 0; i < end; ++i)
            if (!all[i].capital && is(i, list::verbs)) return false;
        return true;
    }

    /// "Decision was that …", "The consensus is: …"
    std::optional<decision_sentence> noun_of_decision() const {
        for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 8); ++i) {
            if (i == 0 && says(0, "unanimous") && all.size() > 2 && (says(1, "adoption") || says(1, "approval") || says(1, "acceptance"))) return decision_sentence{decision_part::whole, from(0), "approved", "decision-noun", false, false, {}, {}, {}};
            if (says(i, "consensus") && (says(i + 1, "to") || says(i + 1, "that")) && i > 1 && says(0, "there")) return decision_sentence{decision_part::whole, from(0), "agreed", "decision-noun", false, false, {}, {}, {}};
            if (!says(i, "decision") && !says(i, "consensus")) continue;
            if (i > 0 && !says(i - 1, "the") && i != 0) continue;
            for (std::size_t k = i + 1; k < std::min<std::size_t>(all.size(), i + 9); ++k) {
                if (!says(k, "is") && !says(k, "was")) continue;
                if (k + 1 >= all.size() || says(k + 1, "needed") || says(k + 1, "made") || says(k + 1, "required") || says(k + 1, "pending") || says(k + 1, "deferred") || says(k + 1, "not")) break;
                decision_sentence d;
                d.part = decision_part::whole;
                d.text = from(0);
                d.kind = "agreed";
                d.rule = "decision-noun";
                return d;
            }
        }
        return {};
    }
};

}  // namespace

decision_sentence sort_decision(std::string_view sentence, const lexicon& words, const known_names& known) {
    const sorter s{sentence, words, known};
    if (s.all.empty() || s.asks()) return {};
    if (auto d = s.marker()) {
        // "Decision: All in favour 4-0": the vote on what was moved
        const auto behind = sentence.substr(d->text.begin, d->text.size());
        if (d->text.begin == 0 || !sorter{behind, words, known}.is_outcome()) return *d;
        auto vote = sort_decision(behind, words, known);
        if (vote.part != decision_part::outcome) return *d;
        vote.text = d->text;
        vote.marked = true;
        return vote;
    }
    if (auto d = s.motion(); d && d->part != decision_part::none) {
        if (d->part == decision_part::whole || d->part == decision_part::second) return *d;
        // "It was proposed and agreed that …" decides by itself.
        if (auto w = s.decided()) {
            w->mover = d->mover;
            w->seconder = d->seconder;
            return *w;
        }
        return *d;
    }
    if (s.spoken()) return {};
    if (s.is_outcome()) {
        decision_sentence d;
        d.part = decision_part::outcome;
        d.text = s.from(0);
        d.rule = "outcome";
        d.kind = "agreed";
        for (std::size_t i = s.all.size(); i-- > 0;)
            if (const auto kind = words.decision_kind(s.all[i]); kind && words.has(list::outcome_cores, s.all[i])) {
                d.kind = *kind;
                d.decides = true;
            }
        d.vote = votes_in(sentence, s.everything, words);
        if (s.lost()) d.vote.result = "lost";
        else if (d.decides && d.vote.result.empty()) d.vote.result = "carried";  // "Agreed."
        return d;
    }
    if (auto d = s.decided()) return *d;
    if (auto d = s.impersonal()) return *d;
    return s.noun_of_decision().value_or(decision_sentence{});
}

std::optional<decision_finding> match_decision(std::string_view sentence, const lexicon& words) {
    const auto d = sort_decision(sentence, words, {});
    if (d.part != decision_part::whole) return {};
    return decision_finding{d.text, d.kind, d.rule};
}

}  // namespace minutes
