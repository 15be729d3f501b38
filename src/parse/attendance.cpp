// SPDX-License-Identifier: Apache-2.0
// Who was there and who sent apologies: lists under a label, people behind one, sentences.
#include <algorithm>
#include <utility>

#include "asides.hpp"
#include "attendance_phrase.hpp"
#include "date.hpp"
#include "owner.hpp"
#include "phrase.hpp"
#include "reference.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

std::optional<attendance> attendance_of(const std::vector<label>& kinds) {
    const auto is = [&](label k) { return std::find(kinds.begin(), kinds.end(), k) != kinds.end(); };
    if (is(label::apologies)) return attendance::apologies;
    if (is(label::absent)) return attendance::absent;
    if (is(label::present)) return attendance::present;
    if (is(label::in_attendance)) return attendance::in_attendance;
    return {};
}

namespace {

bool is_away(attendance how) { return how == attendance::apologies || how == attendance::absent; }

/// Whether a line ends in the middle of an entry.
bool breaks_off(std::string_view line, const lexicon& words) {
    const auto all = words_in(line, words);
    return !all.empty() && all.back().end == line.size() && line.size() < 120 && all.size() > 2 && !all.back().capital && words.has(word_list::function_words, all.back());
}

/// The mark that a footnote starts with: "*", "#", a dagger; empty when there is none.
std::string_view footnote_mark(std::string_view text) {
    for (const std::string_view mark : {"\u2020", "\u2021", "*", "#", "^", "~", "+"})
        if (text.starts_with(mark)) return text.substr(0, mark.size());
    return {};
}

/// Whether a text is running prose: it has a verb in lower case outside brackets.
bool is_sentence(std::string_view text, const lexicon& words) {
    int depth = 0;
    std::size_t behind = 0;
    for (const auto& w : words_in(text, words)) {
        for (; behind < w.begin; ++behind) depth += text[behind] == '(' ? 1 : text[behind] == ')' && depth > 0 ? -1 : 0;
        if (depth == 0 && !w.capital && words.has(word_list::verbs, w)) return true;
    }
    return false;
}

/// Whether a sentence tells of something else than who came: "Ann Bell took the chair and …", but "Ann Bell, Tom Ash were noted".
bool tells_more(std::string_view text, const lexicon& words) {
    int depth = 0;
    std::size_t behind = 0;
    for (const auto& w : words_in(text, words)) {
        for (; behind < w.begin; ++behind) depth += text[behind] == '(' ? 1 : text[behind] == ')' && depth > 0 ? -1 : 0;
        if (depth == 0 && !w.capital && words.has(word_list::verbs, w) && !words.has(word_list::label_links, w)) return true;
    }
    return false;
}

bool is_listed(const look& l, std::string_view text) {
    return l.depth > 0 || !l.mark.empty() || text.starts_with("- ") || text.starts_with("* ") || text.starts_with("\u2022") || text.starts_with("[");
}

/// "Administration: Priya Lee, Superintendent", "Leeds: Ann, Tom": people behind words that neither name nor tell.
bool starts_people(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 4;  // words
    const auto colon = text.find(": ");
    if (colon == text.npos || !starts_upper(text) || label_at(text, words).value_or(label_finding{}).marked) return false;
    const auto lead = text.substr(0, colon), rest = text.substr(colon + 2);
    const auto all = words_in(lead, words);
    if (all.empty() || all.size() > longest || name_strength(lead, words) >= 3 || is_sentence(rest, words)) return false;
    if (std::any_of(all.begin(), all.end(), [&](const word& w) { return w.digits || words.has_any({word_list::verbs, word_list::decision_verbs, word_list::given_names}, w); })) return false;
    const auto people = match_roster(rest, words);
    return !people.empty() && people.front().strength >= 2 && std::any_of(people.begin(), people.end(), [](const auto& e) { return e.strength == 3; });
}

/// One list of people while its lines are gathered.
struct list_reader {
    parser& p;
    attendance how;
    spans label_where;
    int label_depth;
    std::vector<spans> entries{};          // each line's words
    std::vector<attendance> entry_how{};
    std::vector<spans> entry_label{};
    bool carries_on = false;               // the line before ended in a comma
    bool unlabelled = false;               // no label says that people stand here
    bool run_in = false;                   // the first people stand on the label's own line
    bool bold_is_here = false;             // "Members (bold: present)": who stands in plain type was away
    std::vector<spans> notes{};            // footnotes, to be read when the people are known
    spans told{};                          // sentences behind the list that say who else was there or away

    const laid_block& block(std::size_t i) const { return p.laid.blocks[i]; }

    void add(spans where) {
        entries.push_back(std::move(where));
        entry_how.push_back(how);
        entry_label.push_back(label_where);
    }

    /// "Ann Bell, Tom Ash.  Joe Moss was absent.": where sentences begin that tell of others in their own words; those are read later.
    std::size_t end_of_list(const joined_text& line, std::size_t from) {
        const std::string_view text = line.text();
        bool first = true;
        for (const span s : sentences_in(text.substr(from), p.words)) {
            const auto sentence = text.substr(from + s.begin, s.size());
            const auto l = attendance_label_at(sentence, p.words);
            if (!std::exchange(first, false) && !(l && l->sure && l->begin == 0 && (l->marked || l->linked)) && !attendance_phrases_in(sentence, p.words).empty()) {
                told = line.source(from + s.begin, text.size());
                return from + s.begin;
            }
        }
        return text.size();
    }

    bool leads_sure_person(std::string_view text) const {
        const auto people = match_roster(text, p.words);
        return !people.empty() && people.front().strength == 3;
    }

    /// The people behind a label on its line, parted where another label stands among them:
    /// "Present: Ann Bell.  Apologies: Tom Ash", "… and clerk Ann Bell.  Also present were Tom Ash".
    void add_parts(const joined_text& line, std::size_t from) {
        const std::string_view text = std::string_view(line.text()).substr(0, end_of_list(line, from));
        for (std::size_t i = from + 1; i < text.size(); ++i) {
            const char before = text[i - 1];
            if (!starts_upper(text.substr(i)) || (before != ' ' && before != '\t' && before != '\n' && before != '*')) continue;
            const auto gap = text.substr(0, i).find_last_not_of(" \t\n*");
            const bool parted = gap != text.npos && (text[gap] == '.' || text[gap] == ';' || i - gap > 2);
            if (!parted) continue;
            const auto l = attendance_label_at(text.substr(i), p.words);
            if (!l || l->whole || !(l->marked || l->linked)) continue;
            if (!l->sure && !(l->marked && leads_sure_person(text.substr(i + l->rest)))) continue;  // "Staff: Ann Bell"
            add(line.source(from, i));
            p.leaves.paint(line.source(i + l->begin, i + l->rest), leaf::kind_type::label);
            how = l->how;
            label_where = line.source(i + l->begin, i + l->end);
            from = i + l->rest;
            i = from;
        }
        if (from < text.size() && !says_nobody(text.substr(from), p.words)) add(line.source(from, text.size()));
    }

    /// A label of another part of the document, or another list.
    bool ends_list(std::size_t i, std::string_view text) const {
        if (p.ticks_people(i)) return false;
        if (match_session_heading(text, p.words)) return true;  // "PART I"
        // "Excused: Tom Ash" and then "Administration: Priya Lee": those who have a line of their own were not away.
        if (is_away(how) && run_in && starts_people(text, p.words)) return true;
        const auto* e = p.heads.at(i);
        const auto mark = number_at(text, p.words);
        const int strength = name_strength(mark && mark->marked && e && !label_at(text.substr(mark->rest), p.words) ? text.substr(mark->rest) : text, p.words);  // "1. Ann Bell"
        if (const auto l = attendance_label_at(text, p.words); l && l->sure && (l->marked || l->linked || (!l->whole && l->begin == 0 && !takes_as_people(text.substr(0, l->rest)) && takes_as_people(text.substr(l->rest))))) return true;
        if (const auto l = label_at(text, p.words); l && l->marked && !l->is(label::none) && !l->is(label::chair) && !l->is(label::minute_taker) && strength < 3 && !is_group_head(text, p.words)) return true;
        if (e && strength < 3 && !is_group_head(text, p.words)) return true;
        const auto n = number_at(text, p.words);
        if (n && n->marked && n->rest < text.size() && (label_at(text.substr(n->rest), p.words) || attendance_label_at(text.substr(n->rest), p.words)) && strength < 3) return true;
        const auto& b = block(i);
        return label_depth > 0 && b.look.depth > 0 && b.look.depth <= label_depth && strength < 2;
    }

    /// Whether the line names people of this list.
    bool takes(std::size_t i, const joined_text& line) const {
        const std::string_view text = line.text();
        const auto& b = block(i);
        const bool listed = is_listed(b.look, text);
        auto roster = match_roster(text, p.words);
        if (roster.empty() && listed && words_in(text, p.words, 2).size() == 1) roster = match_roster(text, p.words, roster_shape::one_each);  // "* abell"
        if (const auto lead = roster.empty() && listed ? length_of_own_lead(text) : 0; lead > 0) roster = match_roster(text.substr(lead), p.words);  // "- Hill Works: Virgil Lee"
        if (roster.empty()) return false;
        if (roster.size() == 1 && roster.front().strength == 1 && is_initials(text)) return false;
        const auto text_words = words_in(text, p.words);
        const auto count = text_words.size();
        const int best = std::max_element(roster.begin(), roster.end(), [](const auto& x, const auto& y) { return x.strength < y.strength; })->strength;
        // Behind people on the label's own line the list goes on in wrapped lines, not in items of another look.
        if (run_in && !carries_on && (best < 2 || is_listed(b.look, text))) return false;
        if (unlabelled && best < 2) return false;
        if (is_sentence(text, p.words) && count > 9 && (roster.size() == 1 || sentences_in(text, p.words).size() > 1)) return false;
        // "Pastor Ann Bell opens in prayer. Followed by the pledge."
        if (sentences_in(text, p.words).size() > 1 && std::count_if(text_words.begin(), text_words.end(), [&](const word& w) { return !w.capital && !w.digits && w.folded.size() > 3 && !p.words.has_any({word_list::function_words, word_list::role_nouns, word_list::particles}, w); }) > 1) return false;
        const auto n = number_at(text, p.words);
        if (n && n->marked && (b.blank_before > 0 ? best < 3 : false)) return false;
        // "I. Approval of the minutes" is an item, "I. Singh" a person.
        if (const auto all = words_in(text, p.words); n && n->marked && n->end - n->begin < 5 && !all[0].digits && all.size() > 2 && !all[2].capital && !all[1].after) return false;
        if (best >= 2) return best == 3 || listed || b.blank_before == 0 || count <= 8 || carries_on;
        return listed || b.blank_before == 0;  // lone words
    }

    /// "Officials:", "Staff": a part of the list; guests under it were there though the list before it was one of apologies.
    bool reads_group_head(std::size_t i, const joined_text& line) {
        const std::string_view text = line.text();
        if (!is_group_head(text, p.words)) return false;
        const auto roster = match_roster(text, p.words);
        if ((!roster.empty() && roster.front().strength == 3)) return false;
        p.leaves.paint(line.source(0, text.size()), leaf::kind_type::label);
        const auto all = words_in(text, p.words);
        const bool guests = std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(word_list::guest_words, w); });
        if (is_away(how) && guests && !is_listed(block(i).look, text)) {
            how = attendance::in_attendance;
            label_where = line.source(0, text.size());
        }
        return true;
    }

    /// "* left at 8pm", where an entry carries the mark.
    bool notes_entries(const joined_text& line) const {
        const auto mark = footnote_mark(trim(line.text()));
        if (mark.empty() || takes_as_people(line.text())) return false;
        return std::any_of(entries.begin(), entries.end(), [&](const spans& e) { return p.words_at(e).find(mark, 2) != std::string::npos; });
    }

    bool takes_as_people(std::string_view text) const {
        const auto roster = match_roster(text, p.words);
        return !roster.empty() && roster.front().strength >= 2;
    }

    /// "Chair: Ann Bell", "Minutes: Tom Ash": they were there.
    bool reads_office(const joined_text& line) {
        const std::string_view text = line.text();
        const auto l = label_at(text, p.words);
        if (!l || !l->marked || !(l->is(label::chair) || l->is(label::minute_taker))) return false;
        if (l->whole) {  // the people follow
            how = attendance::present;
            label_where = line.source(l->begin, l->end);
            p.leaves.paint(line.source(0, text.size()), leaf::kind_type::label);
            return true;
        }
        if (name_strength(text.substr(0, l->end), p.words) >= 2) return false;
        const auto first = words_in(text.substr(l->rest), p.words, 1);  // "Minutes: Approved"
        if (!first.empty() && p.words.has_any({word_list::verbs, word_list::decision_verbs}, first[0]) && !p.words.has(word_list::given_names, first[0])) return false;
        p.leaves.paint(line.source(0, text.size()), leaf::kind_type::prose);
        p.leaves.paint(line.source(l->begin, l->rest), leaf::kind_type::label);
        p.read_people(line.source(l->rest, text.size()), attendance::present, line.source(l->begin, l->end));
        return true;
    }

    /// Whether a line names the fields of the entries below it.
    bool heads_columns(std::string_view text) const {
        const auto all = cut_roster(text, p.words);
        if (all.size() < 2) return false;
        const auto fields = columns_named(text.substr(all[0].where.begin, all[0].where.size()), p.words);
        return std::find(fields.begin(), fields.end(), column::name) != fields.end();
    }

    /// The index behind the list's last line.
    std::size_t gather(std::size_t from) {
        std::size_t i = from;
        int misses = 0;
        const auto part = block(from > 0 ? from - 1 : 0).look.part;  // the label's
        for (; i < p.laid.blocks.size(); ++i) {
            const auto& b = block(i);
            if (b.kind == laid_block::kind_type::furniture) {
                p.leaves.paint(b.text, leaf::kind_type::furniture);
                continue;
            }
            if (b.kind != laid_block::kind_type::line || b.in_cell || b.look.part != part) break;
            spans where = b.text;
            while (i + 1 < p.laid.blocks.size() && breaks_off(p.words_at(where), p.words) && block(i + 1).kind == laid_block::kind_type::line && block(i + 1).blank_before == 0) {
                ++i;
                where.insert(where.end(), block(i).text.begin(), block(i).text.end());
            }
            const auto line = p.join(where);
            if (p.read_footnote(line)) continue;
            if (notes_entries(line)) {
                p.leaves.paint(where, leaf::kind_type::prose);
                notes.push_back(where);
                continue;
            }
            if (!notes.empty()) break;  // footnotes end their list
            if (ends_list(i, line.text())) break;
            if (reads_group_head(i, line) || reads_office(line)) continue;
            if (says_nobody(line.text(), p.words)) {
                p.leaves.paint(where, leaf::kind_type::prose);
                continue;
            }
            // "Attendance" and then "Write your name here!" above the list
            if (entries.empty() && !run_in && !is_listed(b.look, line.text()) && i + 1 < p.laid.blocks.size() && block(i + 1).kind == laid_block::kind_type::line && block(i + 1).look.depth > 0 && words_in(line.text(), 5).size() > 3 && !takes_as_people(line.text())) {
                p.leaves.paint(where, leaf::kind_type::prose);
                continue;
            }
            // "- name / institution": how entries are to be written
            if (entries.empty() && heads_columns(line.text())) {
                p.leaves.paint(where, leaf::kind_type::label);
                continue;
            }
            if (takes(i, line)) {
                add(where);
                if (bold_is_here && !b.look.bold && b.look.bold_end == 0) entry_how.back() = attendance::absent;
                carries_on = std::string_view(line.text()).ends_with(",");
                misses = 0;
                continue;
            }
            if (b.blank_before > 0 || is_sentence(line.text(), p.words) || words_in(line.text(), p.words).size() > 12 || ++misses > 1) break;
            p.leaves.paint(b.text, leaf::kind_type::prose);  // "and 3 members of the public"
        }
        return i;
    }

    /// Bytes of a few capitalised words and a colon that no name stands in: "Hill Works: "; 0 when there are none.
    std::size_t length_of_own_lead(std::string_view text) const {
        constexpr std::size_t longest = 40;  // bytes
        const auto colon = text.find(": ");
        if (colon == text.npos || colon > longest || text.find_first_of(",;(") < colon) return 0;
        const auto all = words_in(text.substr(0, colon), p.words);
        const bool lead = !all.empty() && all.size() <= 4 && std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital && !p.words.has(word_list::given_names, w); });
        return lead ? colon + 2 : 0;
    }

    /// Where most of the lines have such words, they are no part of anybody's name; whether they had.
    bool drop_leads() {
        const auto led = static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const spans& e) { return length_of_own_lead(p.words_at(e)) > 0; }));
        if (led < 3 || led * 4 < entries.size() * 3) return false;
        for (spans& entry : entries) {
            const auto line = p.join(entry);
            const std::string_view text = line.text();
            const auto lead = length_of_own_lead(text);
            p.leaves.paint(entry, leaf::kind_type::prose);
            if (lead > 0 && match_roster(text, p.words).size() < std::max<std::size_t>(match_roster(text.substr(lead), p.words).size(), 2)) entry = line.source(lead, text.size());
        }
        return true;
    }

    /// Adds the people of all gathered lines; whether there were any.
    bool add_people() {
        const bool led = drop_leads();
        std::vector<joined_text> lines;
        for (const auto& e : entries) lines.push_back(p.join(e));
        std::vector<std::string_view> texts;
        for (const auto& l : lines) texts.push_back(l.text());
        auto shape = shape_of_roster(texts, p.words);
        if (led && shape == roster_shape::one_each) shape = roster_shape::several;  // their bodies stand before them
        if (shape == roster_shape::several) p.lists_run_on = true;
        else if (shape == roster_shape::open && (p.lists_run_on || (run_in && lines.size() == 1))) shape = roster_shape::several;
        bool any = false;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            p.leaves.paint(entries[i], leaf::kind_type::prose);
            for (const auto& e : match_roster(texts[i], p.words, shape)) {
                p.add_person(lines[i], e.person, e.said.value_or(entry_how[i]), entry_label[i]);
                any = true;
            }
        }
        for (const auto& note : notes) p.read_footnote(p.join(note));
        if (!told.empty()) p.read_phrases(told, true);
        return any;
    }
};

}  // namespace

namespace {

/// A text with a blank for each line end that only wraps it: behind a long line.
std::string without_wraps(std::string_view text) {
    constexpr std::size_t long_line = 60;  // bytes
    std::string out(text);
    for (std::size_t from = 0, end = out.find('\n'); end != out.npos; from = end + 1, end = out.find('\n', from))
        if (end - from >= long_line) out[end] = ' ';
    return out;
}

}  // namespace

bool says_nobody(std::string_view text, const lexicon& words) {
    std::string plain;
    for (const auto& w : words_in(text, words)) plain += (plain.empty() ? "" : " ") + w.folded;
    return words.is_label(plain, label::none);
}

bool parser::read_phrases(const spans& where, bool of_people) {
    const auto j = join(where);
    const std::string_view text = j.text();
    bool any = false;
    const auto flat = without_wraps(text);
    for (const auto& phrase : attendance_phrases_in(text, words)) {
        const auto roster = match_roster(std::string_view(flat).substr(phrase.people.begin, phrase.people.size()), words);
        const int needed = of_people || (any && phrase.how != attendance::in_attendance) ? 1 : phrase.how == attendance::in_attendance ? 2 : roster.size() > 1 ? 1 : 2;
        for (auto e : roster) {
            // "Patrick was not able to attend": a known forename is enough to be away.
            const auto own = words_in(text.substr(phrase.people.begin, phrase.people.size()), words, 2);
            const bool forename = is_away(phrase.how) && own.size() == 1 && words.has(word_list::given_names, own[0]);
            if ((e.strength < needed && !forename) || is_initials(text.substr(phrase.people.begin, phrase.people.size()))) continue;
            for (span* s : {&e.person.all, &e.person.name, &e.person.initials, &e.person.role, &e.person.organisation, &e.person.part, &e.person.substitute})
                if (!s->empty()) *s = {s->begin + phrase.people.begin, s->end + phrase.people.begin};
            add_person(j, e.person, e.said.value_or(phrase.how), j.source(phrase.label.begin, phrase.label.end));
            any = true;
        }
    }
    return any;
}

bool parser::read_people(const spans& where, attendance how, const spans& label_where) {
    const auto j = join(where);
    const std::string_view text = j.text();
    if (says_nobody(text, words)) return false;
    if (read_phrases(where, true)) return true;
    // "Received from Ann Bell": what goes on with the label
    const auto lead = words_in(text, words, 8);
    std::size_t links = 0;
    while (links + 1 < lead.size() && words.has(word_list::label_links, lead[links])) ++links;
    if (links > 1 && lead[links].capital) return read_people(j.source(lead[links].begin, text.size()), how, label_where);
    if (tells_more(text, words)) return false;
    bool any = false;
    const bool sentence = is_sentence(text, words);
    for (const auto& e : match_roster(text, words)) {
        if (e.strength < 2 && (sentence || is_initials(text))) continue;
        add_person(j, e.person, e.said.value_or(how), label_where);
        any = true;
    }
    return any;
}

bool parser::read_footnote(const joined_text& line) {
    const auto text = trim(line.text());
    const auto mark = footnote_mark(text);
    if (mark.empty() || text.find('\t') != text.npos || text.starts_with("**")) return false;
    const auto all = words_in(text, words);
    const auto roster = match_roster(text, words);
    if (all.empty() || (!roster.empty() && roster.front().strength >= 2)) return false;
    bool part = false, manner = false;  // "* joined by phone" was there all the time
    for (std::size_t i = 0; i < all.size(); ++i) manner |= phrase_length(all, i, word_list::manner_marks, words) > 0;
    for (const auto& w : all) part |= !manner && words.has_any({word_list::part_marks, word_list::arrival_words, word_list::departure_words, word_list::arrival_marks}, w) && !words.has(word_list::function_words, w);
    bool marked = false;
    for (auto& p : m.people) {
        if (p.name.spans.empty()) continue;
        // The mark stands behind the name, the role or the initials, on the person's own line.
        const auto from = p.name.spans.front().begin;
        const auto own = this->text().substr(from, this->text().find('\n', from) - from);
        if (own.find(mark) == own.npos) continue;
        marked = true;
        if (!part) continue;
        p.part.value = true;
        p.part.spans = line.source(0, line.text().size());
        p.part.rule = "footnote";
        read_movement_note(*this, p, p.part.spans);
    }
    if (marked) leaves.paint(line.source(0, line.text().size()), leaf::kind_type::value);
    return marked;
}

bool parser::ticks_people(std::size_t at) const {
    const auto& b = laid.blocks[at];
    if (b.kind != laid_block::kind_type::line) return false;
    const auto text = words_at(b.text);
    const auto box = text.find('[');
    if (box > 4 || box + 2 >= text.size() || text[box + 2] != ']') return false;  // most blocks
    constexpr std::size_t longest_entry = 10;  // words
    const auto all = words_in(text, words, longest_entry + 1);
    if (all.size() > longest_entry) return false;
    int depth = 0;
    std::size_t behind = 0;
    for (const auto& w : all) {  // "[ ] Ann Bell to write" is a task
        for (; behind < w.begin; ++behind) depth += text[behind] == '(' ? 1 : text[behind] == ')' && depth > 0 ? -1 : 0;
        if (depth == 0 && !w.capital && w.folded.size() > 1 && !words.has(word_list::particles, w)) return false;
    }
    const auto people = match_roster(text, words);
    return people.size() == 1 && people.front().strength >= 2 && people.front().said;
}

namespace {

constexpr std::size_t longest_head = 40;  // blocks

/// "Ben, Max, Megan, Mrs Lee": a list of names parted by commas, most of them lone.
bool lists_lone_names(std::string_view text, const lexicon& words) {
    constexpr std::size_t fewest = 4;
    if (text.find_first_of(".:;") != text.npos || is_sentence(text, words)) return false;
    const auto pieces = cut_roster(text, words);
    std::size_t known = 0;
    for (const auto& piece : pieces) {
        const auto own = words_in(text.substr(piece.where.begin, piece.where.size()), words);
        if (own.size() > 3 || !std::all_of(own.begin(), own.end(), [](const word& w) { return w.capital && !w.digits; })) return false;
        known += words.has_any({word_list::given_names, word_list::honorifics}, own[0]);
    }
    return pieces.size() >= fewest && known * 2 >= pieces.size();
}

/// "Committee minutes – 16/9/09 Present:": a label that ends the line of the meeting's date.
std::optional<attendance_label> label_behind_date(std::string_view text, const lexicon& words) {
    const auto dates = find_dates(text, words);
    if (dates.empty() || !text.ends_with(':')) return {};
    const auto from = text.find_first_not_of(" ,.;-", dates.back().end);
    auto l = from == text.npos ? std::nullopt : attendance_label_at(text.substr(from), words);
    if (!l || !l->whole || !l->sure) return {};
    for (std::size_t* byte : {&l->begin, &l->end, &l->rest}) *byte += from;
    return l;
}

}  // namespace

std::optional<attendance_label> parser::attendance_opens(std::size_t at) const {
    const auto& b = laid.blocks[at];
    if (b.kind != laid_block::kind_type::line) return {};
    const auto j = join(b.text);
    const std::string_view text = j.text();
    if (at == unlabelled_people || (at != people_end && ticks_people(at) && at + 1 < laid.blocks.size() && ticks_people(at + 1))) return attendance_label{attendance::present, 0, 0, 0, true, true, false, false};
    const auto number = number_at(text, words);
    if (number && number->marked && number->begin < 4) return {};  // "1. Apologies": an item
    if (const auto* e = heads.at(at); e && !e->number.empty()) return {};
    auto l = attendance_label_at(text, words);
    // "Sign in below so we know who was here. Roll call:"
    if (!l && text.ends_with(':') && text.size() < 400)
        if (const auto sentences = sentences_in(text, words); sentences.size() > 1) {
            l = attendance_label_at(text.substr(sentences.back().begin), words);
            if (l && (!l->whole || at + 1 >= laid.blocks.size() || !is_listed(laid.blocks[at + 1].look, words_at(laid.blocks[at + 1].text)))) l.reset();
            if (l)
                for (std::size_t* byte : {&l->begin, &l->end, &l->rest}) *byte += sentences.back().begin;
        }
    if (!l && at < longest_head) l = label_behind_date(text, words);
    if (!l && at == people_end && starts_people(text, words)) {
        const auto colon = text.find(':');
        return attendance_label{attendance::in_attendance, 0, colon, colon + 2, true, false, false, true};
    }
    if (!l) return {};
    if (!l->whole && l->marked && l->sure) return l;
    const auto people = l->whole ? std::vector<roster_entry>{} : match_roster(text.substr(l->rest), words);
    const bool named = !people.empty() && people.front().strength >= 2;
    if (!l->whole) {
        // "Observers: Tom, Ada" right behind another list
        if (l->marked) return named || (at == people_end && match_roster(text.substr(l->rest), words, roster_shape::several).size() > 1) ? l : std::nullopt;
        if (l->linked) return named || people.size() > 1 || says_nobody(text.substr(l->rest), words) ? l : std::nullopt;
        const bool behind_list = at == people_end && l->sure && named;  // "Absent with apologies Jaki Booth" below those who came
        if (l->sure && at < longest_head && lists_lone_names(text.substr(l->rest), words)) return l;
        return named && (people.front().strength == 3 || behind_list) && !is_sentence(text, words) ? l : std::nullopt;
    }
    if (l->sure) return l;
    // "Staff", "Members": people must follow, and near the head: elsewhere it may be any list of names.
    if (at > longest_head) return {};
    std::size_t next = at + 1;
    while (next < laid.blocks.size() && laid.blocks[next].kind == laid_block::kind_type::furniture) ++next;
    if (next >= laid.blocks.size() || laid.blocks[next].kind != laid_block::kind_type::line) return {};
    const auto below = match_roster(words_at(laid.blocks[next].text), words);
    return !below.empty() && below.front().strength >= 2 ? l : std::nullopt;
}

namespace {

/// "P – Present  S – Sanctioned": the key of a grid's marks.
bool is_key(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 16;  // words
    const auto all = words_in(text, words, longest + 1);
    if (all.size() > longest) return false;
    std::size_t letters = 0, meanings = 0;
    for (const auto& w : all) {
        letters += w.capital && w.folded.size() == 1;
        meanings += w.folded.size() > 2 && (words.has(word_list::here_words, w) || words.has(word_list::away_words, w));
    }
    return letters >= 2 && meanings >= 2;
}

}  // namespace

std::size_t parser::read_attendance(std::size_t from) {
    const auto& first = laid.blocks[from];
    if (first.in_cell) return read_attendance_cells(from);
    if (is_key(words_at(first.text), words)) {
        leaves.paint(first.text, leaf::kind_type::label);
        return from + 1;
    }
    const auto l = attendance_opens(from);
    if (!l) return from;
    const auto j = join(first.text);
    const std::string_view text = j.text();
    leaves.paint(first.text, leaf::kind_type::prose);
    leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
    const bool unlabelled = l->end == 0;
    list_reader r{*this, l->how, unlabelled ? first.text : j.source(l->begin, l->end), first.look.depth};
    r.unlabelled = unlabelled;
    bool one_line = false;
    const auto label_words = words_in(text, words);
    r.bold_is_here = std::any_of(label_words.begin(), label_words.end(), [&](const word& w) { return words.has(word_list::bold_words, w); });
    if (!l->whole && !r.bold_is_here) {
        const auto rest = text.substr(l->rest);
        if (l->how == attendance::apologies && is_sentence(rest, words) && read_phrases(first.text, true)) {
            one_line = true;
        } else if (l->how == attendance::apologies && is_sentence(rest, words) && match_roster(rest, words).size() < 2) {
            one_line = false;
        } else if (!says_nobody(rest, words)) {
            r.add_parts(j, l->rest);
            r.run_in = !unlabelled;
            one_line = is_away(l->how) && !match_roster(rest, words).empty();
        } else {
            one_line = true;
        }
        r.carries_on = text.ends_with(",") || text.ends_with(" and");
        one_line &= !r.carries_on;
    }
    std::size_t next = from + 1;
    if (next < laid.blocks.size() && laid.blocks[next].kind == laid_block::kind_type::header && laid.tables[laid.blocks[next].table].people) return read_people_table(next);
    if (l->whole && next < laid.blocks.size() && laid.blocks[next].in_cell)
        if (const auto after = read_attendance_cells(next, &*l, r.label_where); after > next) return after;
    if (!(one_line && next < laid.blocks.size() && laid.blocks[next].blank_before > 0)) next = r.gather(next);
    // A heading that is a label by chance: "# Membership", with business below it.
    if (l->whole && heads.at(from) && r.entries.empty() && next == from + 1) return from;
    const std::size_t known = m.people.size();
    r.add_people();
    for (std::size_t k = known; unlabelled && k < m.people.size(); ++k) {
        m.people[k].attendance.basis = basis::derived;
        m.people[k].attendance.rule = "attendance-unlabelled";
    }
    people_end = next;
    return next;
}

}  // namespace minutes
