// SPDX-License-Identifier: Apache-2.0
// Title, date, time and place: in one line, in several, or behind labels.
#include <algorithm>

#include "date.hpp"
#include "parser.hpp"
#include "time.hpp"

namespace minutes {

namespace {

using list = word_list;

/// A text with its dates, times and brackets taken out, and the pieces of words that stay.
struct occasion {
    std::vector<date_finding> dates;
    std::vector<time_finding> times;
    std::vector<span> brackets;  // without the brackets themselves
    std::vector<span> pieces;
    std::vector<int> after_date; // for each piece: dates and times before it
};

bool is_piece_mark(char c) { return c == ',' || c == ';' || c == '.' || c == ':' || c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '|' || c == '*' || c == '#' || c == '_' || c == '@' || c == '(' || c == ')' || c == '[' || c == ']'; }

/// Takes marks and small words ("held on", "at") off both ends.
span bare(std::string_view text, span s, const lexicon& words, bool keep_the) {
    for (bool again = true; again;) {
        again = false;
        while (!s.empty() && is_piece_mark(text[s.begin])) ++s.begin;
        while (!s.empty() && is_piece_mark(text[s.end - 1]) && !(text[s.end - 1] == '.' && s.size() > 2 && text[s.end - 3] == '.')) --s.end;
        const auto t = text.substr(s.begin, s.size());
        for (const std::string_view dash : {"\u2013", "\u2014"}) {
            if (t.starts_with(dash)) { s.begin += 3; again = true; }
            else if (t.ends_with(dash)) { s.end -= 3; again = true; }
        }
        if (again) continue;
        const auto all = words_in(t);
        if (all.empty()) return {s.begin, s.begin};
        const auto small = [&](const word& w) { return words.has(list::connectives, w.folded) && !w.capital && !(keep_the && w.folded == "the"); };
        if (small(all.front()) && all.front().begin == 0) {
            s.begin += static_cast<std::uint32_t>(all.front().end);
            again = true;
        } else if (small(all.back()) && all.back().end == t.size() && !words.has(list::meeting_nouns, all.back().folded)) {
            s.end = s.begin + static_cast<std::uint32_t>(all.back().begin);
            again = true;
        }
    }
    return s;
}

/// Whether the word before byte `at` is one of a place: "Room 1.14" says no time.
bool behind_place(std::string_view text, std::size_t at, const lexicon& words) {
    const auto before = words_in(text.substr(0, at));
    return !before.empty() && words.has(list::venue_nouns, before.back().folded);
}

occasion take_apart(std::string_view text, const lexicon& words) {
    occasion o;
    o.dates = find_dates(text, words);
    std::vector<span> taken;
    const auto add = [&](std::size_t b, std::size_t e) { taken.push_back({static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e)}); };
    for (const auto& f : o.dates) add(f.begin, f.end);
    // A date's figures are no times: "2017 – 1415 hrs" is no range.
    std::string without_dates(text);
    for (const auto& f : o.dates) std::fill(without_dates.begin() + static_cast<std::ptrdiff_t>(f.begin), without_dates.begin() + static_cast<std::ptrdiff_t>(f.end), '_');
    const auto times = find_times(without_dates, words);
    const bool any_sure = std::any_of(times.begin(), times.end(), [](const auto& t) { return t.sure; });
    for (const auto& t : times) {
        if (!t.sure && (any_sure || behind_place(text, t.begin, words))) continue;  // "Room 1.14"
        o.times.push_back(t);
        add(t.begin, t.end);
    }
    for (std::size_t open = text.find_first_of("(["); open != text.npos; open = text.find_first_of("([", open + 1)) {
        const auto close = text.find_first_of(")]", open);
        if (close == text.npos) break;
        const bool empty = std::any_of(taken.begin(), taken.end(), [&](span s) { return s.begin > open && s.end <= close; });
        if (empty) continue;
        o.brackets.push_back({static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(close)});
    }
    std::sort(taken.begin(), taken.end());
    std::uint32_t from = 0;
    int before = 0;
    const auto piece = [&](std::uint32_t end) {
        const span s = bare(text, {from, end}, words, false);
        if (!s.empty()) {
            o.pieces.push_back(s);
            o.after_date.push_back(before);
        }
    };
    for (const span& s : taken) {
        piece(s.begin);
        from = s.end;
        ++before;
    }
    piece(static_cast<std::uint32_t>(text.size()));
    return o;
}

int count_of(std::string_view text, list which, const lexicon& words) {
    const auto all = words_in(text);
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const word& w) { return words.has(which, w.folded); }));
}

/// The span behind a leading "Minutes of the", which is no part of the name.
span without_lead(std::string_view text, span s, const lexicon& words) {
    const auto t = text.substr(s.begin, s.size());
    const auto l = label_at(t, words);
    if (!l || !l->is(label::meeting) || l->whole) return s;
    // "Meeting of the Board" but never the "Committee" of "Committee of Ways".
    const auto head = fold(t.substr(l->begin, l->end - l->begin));
    const bool lead = head.ends_with(" of") || head.ends_with(" the") || head.ends_with(" a") || head.ends_with(" for") || head.ends_with(" from") || l->marked;
    if (!lead) return s;
    span rest{static_cast<std::uint32_t>(s.begin + l->rest), s.end};
    while (!rest.empty() && is_piece_mark(text[rest.begin])) ++rest.begin;
    if (text.substr(rest.begin, rest.size()).starts_with("the ")) rest.begin += 4;
    return rest.empty() ? s : rest;
}

/// Byte of the first comma, dash or " at " that parts a name from a place; npos when there is none.
std::size_t place_border(std::string_view t, const lexicon& words) {
    for (std::size_t i = 0; i < t.size(); ++i) {
        const bool comma = t[i] == ',' || t[i] == ';';
        const bool dash = t.substr(i).starts_with(" - ") || t.substr(i).starts_with(" \u2013 ") || t.substr(i).starts_with(" \u2014 ");
        const bool small = t.substr(i).starts_with(" at ") || t.substr(i).starts_with(" in ") || t.substr(i).starts_with(" held at ") || t.substr(i).starts_with(" held in ");
        if (!comma && !dash && !small) continue;
        const auto rest = t.substr(i + 1);
        if (count_of(rest, list::venue_nouns, words) > 0 && count_of(rest, list::meeting_nouns, words) <= count_of(rest, list::venue_nouns, words)) return i;
    }
    return t.npos;
}

struct head_reader {
    parser& p;
    bool named_by_label = false;

    meeting& m() { return p.m; }

    void set(traced<std::string>& field, const joined_text& j, span s, const char* rule, const char* of) {
        if (s.empty()) return;
        const auto where = j.source(s.begin, s.end);
        field = stated(p.words_at(where), where, rule);
        p.leaves.paint(where, leaf::kind_type::value, of);
    }

    void set_date(const joined_text& j, const date_finding& f) {
        if (!m().date.spans.empty()) return;
        m().date.spans = j.source(f.begin, f.end);
        p.leaves.paint(m().date.spans, leaf::kind_type::value, "meeting.date");
    }

    void set_times(const joined_text& j, const time_finding& t, bool as_end) {
        if (as_end || !m().start.spans.empty()) {
            if (as_end && m().end.spans.empty()) {
                m().end.value = t.start;
                m().end.spans = j.source(t.begin, t.end);
                p.leaves.paint(m().end.spans, leaf::kind_type::value, "meeting.end");
            }
            return;
        }
        m().start.value = t.start;
        m().start.spans = j.source(t.begin, t.start_end);
        p.leaves.paint(m().start.spans, leaf::kind_type::value, "meeting.start");
        if (!t.until) return;
        m().end.value = *t.until;
        m().end.spans = j.source(t.until_begin, t.end);
        p.leaves.paint(m().end.spans, leaf::kind_type::value, "meeting.end");
    }

    /// "Venue: Town Hall": a label decides what the words behind it are.
    bool read_labelled(const joined_text& j) {
        const std::string& t = j.text();
        const auto l = label_at(t, p.words);
        if (!l || !l->marked || l->whole) return false;
        const auto rest = std::string_view(t).substr(l->rest);
        const auto o = take_apart(rest, p.words);
        const span all{static_cast<std::uint32_t>(l->rest), static_cast<std::uint32_t>(trim(rest).size() + l->rest)};
        const bool when = l->is(label::date) || l->is(label::time) || l->is(label::end);
        const bool colon = std::string_view(t).substr(l->end, l->rest - l->end).find_first_of(":\t-") != std::string_view::npos;
        if (!colon) return false;
        if (when && (!o.dates.empty() || !o.times.empty())) {
            paint_label(j, *l);
            for (auto f : o.dates) {
                f.begin += l->rest;
                f.end += l->rest;
                set_date(j, f);
            }
            for (auto x : o.times) set_times(j, shifted(x, l->rest), l->is(label::end) && !l->is(label::time) && o.dates.empty());
            read_pieces(j, o, l->rest);
            return true;
        }
        if (l->is(label::venue)) {
            paint_label(j, *l);
            const auto inner = o.dates.empty() && o.times.empty() ? bare(t, all, p.words, true) : span{};
            if (!inner.empty()) set(m().venue, j, inner, "venue-label", "meeting.venue");
            else read_pieces(j, o, l->rest);
            for (auto f : o.dates) { f.begin += l->rest; f.end += l->rest; set_date(j, f); }
            for (auto x : o.times) set_times(j, shifted(x, l->rest), false);
            return true;
        }
        if (l->is(label::chair) && o.dates.empty()) {
            paint_label(j, *l);
            set(m().chair, j, all, "chair-label", "meeting.chair");
            return true;
        }
        if (l->is(label::minute_taker) && !l->is(label::meeting) && o.dates.empty()) {
            paint_label(j, *l);
            return true;
        }
        if (l->is(label::meeting) && o.dates.empty() && o.times.empty() && fold(t.substr(l->begin, l->end - l->begin)).find(" of") == std::string::npos) {
            paint_label(j, *l);
            set(m().title, j, without_lead(t, bare(t, all, p.words, true), p.words), "title-label", "meeting.title");
            named_by_label = true;
            return true;
        }
        return false;
    }

    static time_finding shifted(time_finding t, std::size_t by) {
        for (std::size_t* at : {&t.begin, &t.end, &t.start_end, &t.until_begin}) *at += by;
        return t;
    }

    void paint_label(const joined_text& j, const label_finding& l) { p.leaves.paint(j.source(l.begin, l.rest), leaf::kind_type::label); }

    /// What stays of a line without its dates and times: the name, then the place.
    void read_pieces(const joined_text& j, const occasion& o, std::size_t shift) {
        const std::string& t = j.text();
        std::vector<span> pieces;
        for (span s : o.pieces) pieces.push_back({s.begin + static_cast<std::uint32_t>(shift), s.end + static_cast<std::uint32_t>(shift)});
        const auto in = [&](span s) { return std::string_view(t).substr(s.begin, s.size()); };
        std::size_t name = pieces.size();
        if (m().title.spans.empty()) {
            int best = -100;
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                const int weight = 3 * count_of(in(pieces[i]), list::meeting_nouns, p.words) - 2 * count_of(in(pieces[i]), list::venue_nouns, p.words) - static_cast<int>(i);
                if (weight > best) {
                    best = weight;
                    name = i;
                }
            }
        }
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            span s = pieces[i];
            if (i == name) {
                s = without_lead(t, s, p.words);
                if (words_in(in(s)).empty() || o_is_small(in(s))) continue;
                const auto border = place_border(in(s), p.words);
                const bool other_place = pieces.size() > 1 && i + 1 < pieces.size();
                if (border != std::string_view::npos && !other_place && m().venue.spans.empty()) {
                    set(m().venue, j, bare(t, {static_cast<std::uint32_t>(s.begin + border), s.end}, p.words, false), "venue-in-title", "meeting.venue");
                    s.end = s.begin + static_cast<std::uint32_t>(border);
                }
                set(m().title, j, bare(t, s, p.words, true), "title", "meeting.title");
            } else if (m().venue.spans.empty() && !o_is_small(in(s)) && (o.after_date[i] > 0 || count_of(in(s), list::venue_nouns, p.words) > 0 || pieces.size() == 1)) {
                set(m().venue, j, s, "venue", "meeting.venue");
            }
        }
    }

    /// Whether a line names a meeting and not just the body that holds it.
    bool names_meeting(std::string_view line) const {
        const auto all = words_in(line);
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(list::meeting_nouns, w.folded) && !p.words.has(list::body_nouns, w.folded); });
    }

    bool o_is_small(std::string_view t) const {
        const auto all = words_in(t);
        return std::all_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(list::connectives, w.folded); });
    }

    void read_line(const laid_block& b) {
        const auto j = p.join(b.text);
        const std::string& t = j.text();
        if (words_in(t).empty()) {
            p.leaves.paint(b.text, leaf::kind_type::furniture);
            return;
        }
        p.leaves.paint(b.text, leaf::kind_type::prose);
        if (read_labelled(j)) return;
        const auto o = take_apart(t, p.words);
        const bool occasion_said = !o.dates.empty() || !o.times.empty();
        for (const auto& f : o.dates) set_date(j, f);
        for (const auto& x : o.times)
            if (x.sure || !o.dates.empty() || !m().date.spans.empty()) set_times(j, x, false);
        if (occasion_said) {
            read_pieces(j, o, 0);
            return;
        }
        if (const auto l = label_at(t, p.words); l && l->whole && l->is(label::meeting)) return;  // "NOTES OF MEETING"
        // A line of its own: the name first, then the place.
        if (o.pieces.empty()) return;
        const span s = o.pieces.size() == 1 ? o.pieces[0] : span{o.pieces.front().begin, o.pieces.back().end};
        const auto line = std::string_view(t).substr(s.begin, s.size());
        const int place = count_of(line, list::venue_nouns, p.words), name = count_of(line, list::meeting_nouns, p.words);
        if (words_in(line).size() > 16 || o_is_small(line)) return;
        if (m().title.spans.empty() && !(fold(line) == "minutes" || fold(line) == "notes") && !o_is_small(line)) {
            read_pieces(j, o, 0);
        } else if (m().venue.spans.empty() && (names_meeting(p.words_at(m().title.spans)) || !names_meeting(line)) && (place > 0 || (!m().date.spans.empty() && name == 0 && b.blank_before == 0))) {
            set(m().venue, j, bare(t, s, p.words, false), "venue-line", "meeting.venue");
        } else if (!named_by_label && names_meeting(line) && (place == 0 || names_meeting(words_in(line).back().folded)) && !names_meeting(p.words_at(m().title.spans))) {
            set(m().title, j, without_lead(t, s, p.words), "title", "meeting.title");
        }
    }
};

}  // namespace

void parser::read_preamble(std::size_t from, std::size_t to) {
    head_reader r{*this};
    for (std::size_t i = from; i < to; ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) leaves.paint(b.text, leaf::kind_type::furniture);
        else r.read_line(b);
    }
}

void parser::read_next_meeting(const spans& where) {
    const auto j = join(where);
    const std::string& t = j.text();
    auto& n = m.next;
    const auto o = take_apart(t, words);
    const auto paint = [&](const spans& s, const char* of) { leaves.paint(s, leaf::kind_type::value, of); };
    if (o.dates.empty() && o.times.empty()) return;
    if (!o.dates.empty() && n.date.spans.empty()) {
        n.date.spans = j.source(o.dates[0].begin, o.dates[0].end);
        paint(n.date.spans, "next.date");
    }
    if (!o.times.empty() && !n.start.value) {
        const auto& x = o.times[0];
        n.start.value = x.start;
        n.start.spans = j.source(x.begin, x.start_end);
        paint(n.start.spans, "next.start");
        if (x.until) {
            n.end.value = *x.until;
            n.end.spans = j.source(x.until_begin, x.end);
            paint(n.end.spans, "next.end");
        }
    }
    const auto set = [&](traced<std::string>& field, span s, const char* rule, const char* of) {
        if (s.empty()) return;
        field = stated(words_at(j.source(s.begin, s.end)), j.source(s.begin, s.end), rule);
        paint(field.spans, of);
    };
    // "(Finance)" sets the meeting apart; a piece behind date or time is the place.
    const span* label_at_ = nullptr;
    for (const auto& b : o.brackets)
        if (!label_at_ && !find_times(t.substr(b.begin, b.size()), words).size()) label_at_ = &b;
    if (label_at_) set(n.label, bare(t, *label_at_, words, true), "next-label", "next.label");
    // "18 February – Finance, 2.30pm, Garden Room": what stands between date and time, when the place follows.
    std::size_t first_after = o.pieces.size();
    for (std::size_t i = 0; i < o.pieces.size() && first_after == o.pieces.size(); ++i)
        if (o.after_date[i] > 0) first_after = i;
    const bool between = first_after < o.pieces.size() && (first_after + 1 < o.pieces.size() || (!o.times.empty() && o.times[0].begin > o.pieces[first_after].begin && count_of(std::string_view(t).substr(o.pieces[first_after].begin, o.pieces[first_after].size()), list::venue_nouns, words) == 0));
    if (!label_at_ && between && o.after_date[first_after] == 1 && !o.dates.empty() && words_in(std::string_view(t).substr(o.pieces[first_after].begin, o.pieces[first_after].size())).size() < 5)
        set(n.label, bare(t, o.pieces[first_after], words, true), "next-label", "next.label");
    for (std::size_t i = o.pieces.size(); i-- > 0;) {
        span s = o.pieces[i];
        // Cut at the label's brackets; what stands outside them is the place.
        if (label_at_ && s.begin < label_at_->end && label_at_->begin < s.end + 1) {
            const span left = bare(t, {s.begin, std::max(s.begin, label_at_->begin > 0 ? label_at_->begin - 1 : 0)}, words, false);
            const span right = bare(t, {std::min(s.end, label_at_->end + 1), s.end}, words, false);
            s = right.empty() ? left : right;
        }
        if (s.empty() || o.after_date[i] == 0 || (!n.label.spans.empty() && !label_at_ && i == first_after)) continue;
        if (const auto stop = t.find(". ", s.begin); stop != t.npos && stop < s.end) s.end = static_cast<std::uint32_t>(stop);
        if (words_in(t.substr(s.begin, s.size())).size() > 14) continue;
        set(n.venue, s, "next-venue", "next.venue");
        break;
    }
}

}  // namespace minutes
