// SPDX-License-Identifier: Apache-2.0
// Items that are not for the public.
#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>

#include "asides.hpp"

namespace minutes {

namespace {

traced<bool> exempt_by(spans words, const char* rule, basis how) {
    traced<bool> t;
    t.value = true;
    t.spans = std::move(words);
    t.basis = how;
    t.rule = rule;
    return t;
}

void mark(item& it, const traced<bool>& how) {
    if (!it.exempt.given()) it.exempt = how;
    for (item& inner : it.items) mark(inner, how);
}

/// "Date of next meeting", "Close of meeting": no business.
bool is_closing(const item& it, const lexicon& words) {
    const auto l = label_at(it.heading.value.value_or(""), words);
    return l && (l->is(label::next_meeting) || l->is(label::closing) || l->is(label::end));
}

/// Whether a heading is nothing but that what stands below it is not public: "Closed session", "Exempt Appendix 1".
bool closes(std::string_view heading, const lexicon& words) {
    if (const auto paper = match_paper_heading(heading, words)) return paper->closed;
    const auto session = match_session_heading(heading, words);
    return session && session->closed;
}

void mark_by_own_words(parser& p, item& it) {
    if (it.heading.value) {
        const auto j = p.join(it.heading.spans);
        if (const auto words = exempt_mark_in(j.text(), p.words)) mark(it, exempt_by(j.source(words->begin, words->end), "exempt-heading", basis::stated));
        else if (closes(j.text(), p.words)) mark(it, exempt_by(it.heading.spans, "exempt-heading", basis::stated));
    }
    if (!it.blocks.empty() && !it.exempt.given() && is_exempt_note(p.words_at(it.blocks.front().spans), p.words))
        mark(it, exempt_by(it.blocks.front().spans, "exempt-note", basis::stated));
}

/// An item's heading, and what stands behind it on its line: "Clerk – Part II".
spans title_line(const parser& p, const item& it) {
    if (it.heading.spans.empty() || it.blocks.empty() || it.blocks.front().spans.size() != 1) return it.heading.spans;
    const span first = it.heading.spans.front(), last = it.heading.spans.back(), next = it.blocks.front().spans.front();
    const bool beside = next.begin > last.end && p.text().substr(last.end, next.begin - last.end).find('\n') == std::string_view::npos;
    return beside ? spans{{first.begin, next.end}} : it.heading.spans;
}

/// Where the meeting was closed to the public, or open again.
struct turn {
    std::uint32_t at = 0;  // the business behind it begins here
    spans words{};
    bool closed = false;
    const char* rule = "exempt-by-resolution";
    std::optional<int> depth{};  // of the heading: items that stand higher end its part
    bool own_goes_on = false;    // the item that it stands in is of it too, where its text goes on
    bool of_head = false;        // it stands over all minutes: who came and when is no business
    const public_notes::note* note = nullptr;  // when a sentence says so
    std::string paper{};         // "appendix", when it is the heading of a paper behind the minutes
    bool of_part = false;        // names a part of the meeting

    /// Whether `other` ends what this one closed: a paper ends at the next of its kind.
    [[nodiscard]] bool ends_at(const turn& other) const { return paper.empty() ? !other.closed && other.paper.empty() : !other.closed && (other.paper.empty() || other.paper == paper); }
};

/// The turns that headings and lines of their own make.
class session_turns {
public:
    session_turns(const parser& p, const item_index& items) : p_(p), items_(items) {}

    std::vector<turn> find() {
        const auto& all = items_.entries();
        take_head(all.empty() ? first_words_ : all.front().begin);
        find_papers();
        for (std::size_t i = 0; i < all.size(); ++i) {
            take_heading(all[i], i + 1 < all.size() ? std::min(all[i].depth, all[i + 1].depth) : all[i].depth);
            for (std::size_t b = 0; b < all[i].of->blocks.size(); ++b) take_line(*all[i].of, b);
        }
        for (const auto& b : p_.laid.blocks) take_line(b);
        std::erase_if(out_, [&](const turn& t) { return times_[said(t)] > 1; });
        return std::move(out_);
    }

private:
    /// Minutes of such a part that are a document of their own.
    void take_head(std::uint32_t end) {
        for (const auto& b : p_.laid.blocks)
            if (!b.text.empty() && b.text.front().begin < end && names_exempt_part(p_.words_at(b.text), p_.words))
                return out_.push_back({b.text.back().end, b.text, true, "exempt-part", {}, false, true});
    }

    void find_papers() {
        for (const auto& b : p_.laid.blocks) {
            if (b.kind != laid_block::kind_type::line || b.text.empty() || b.text.front().begin < head_end_) continue;
            const auto paper = match_paper_heading(p_.words_at(b.text), p_.words);
            if (!paper) continue;
            turn t{b.text.front().begin, b.text, paper->closed, "exempt-paper"};
            t.paper = paper->kind;
            out_.push_back(std::move(t));
        }
    }

    /// Where the business can begin: behind those who came, though no later than the first item; without them, behind the first words.
    [[nodiscard]] std::uint32_t end_of_head() const {
        std::uint32_t end = 0;
        for (const person& who : p_.m.people)
            if (who.attendance.value && !who.name.spans.empty()) end = std::max(end, who.name.spans.back().end);
        if (end == 0) end = first_words_;
        return items_.entries().empty() ? end : std::min(end, items_.entries().front().begin);
    }

    /// Outside items a line may part the meeting too; "CONFIDENTIAL" over its head is said of the paper.
    void take_line(const laid_block& b) {
        if (b.kind != laid_block::kind_type::line || b.text.empty() || b.text.front().begin < head_end_ || items_.at(b.text.front().begin)) return;
        if (const auto session = match_session_heading(p_.words_at(b.text), p_.words)) add({b.text.back().end, b.text, session->closed, "exempt-part"}, *session);
    }

    /// `depth`: that of the items which a heading without words of its own stands over.
    void take_heading(const item_index::entry& e, int depth) {
        const item& it = *e.of;
        const auto session = it.heading.value ? match_session_heading(*it.heading.value, p_.words) : std::nullopt;
        if (!session) return;
        // A session with words of its own is an item like others; a part has items below it.
        if (session->closed && (!it.items.empty() || !(it.blocks.empty() || session->of_part))) return;
        add({it.heading.spans.back().end, it.heading.spans, session->closed, "exempt-part", depth}, *session);
    }

    void take_line(const item& it, std::size_t b) {
        const block& line = it.blocks[b];
        if (line.kind != block::kind_type::paragraph || line.spans.empty()) return;
        const auto session = match_session_heading(p_.words_at(line.spans), p_.words);
        if (!session || (session->closed && b == 0 && (!session->of_part || title_line(p_, it) != it.heading.spans))) return;  // a note to the item's heading
        add({line.spans.back().end, line.spans, session->closed, "exempt-part", {}, session->closed}, *session);
    }

    void add(turn t, const session_heading& session) {
        t.of_part = session.of_part;
        if (!t.of_part && t.closed) ++times_[said(t)];  // "CONFIDENTIAL" on each page parts nothing
        out_.push_back(std::move(t));
    }

    std::string said(const turn& t) const { return t.closed ? fold(p_.words_at(t.words)) : std::string{}; }

    const parser& p_;
    const item_index& items_;
    std::vector<turn> out_;
    std::map<std::string, int> times_;
    static constexpr std::uint32_t first_words_ = 400;  // bytes: where a title stands when there are no items
    const std::uint32_t head_end_ = end_of_head();
};

void add_with_all_below(item& it, std::vector<item*>& out) {
    out.push_back(&it);
    for (item& inner : it.items) add_with_all_below(inner, out);
}

bool has_words(const item& it) { return !it.blocks.empty() || std::any_of(it.items.begin(), it.items.end(), has_words); }

/// The items that an exclusion covers, up to byte `end`.
std::vector<item*> covered(const parser& p, const item_index& items, const turn& t, std::uint32_t end) {
    std::vector<item*> out;
    if (t.note)
        for (const std::string& number : t.note->items)
            if (item* it = items.with_number(number)) add_with_all_below(*it, out);
    if (!out.empty()) return out;
    std::set<std::string> numbers;
    for (const auto& e : items.entries()) {
        const bool numbered = e.of->number.value && e.depth == 0;
        const bool again = numbered && !numbers.insert(*e.of->number.value).second;
        if (again && t.paper.empty() && !out.empty() && std::none_of(out.begin(), out.end(), [](const item* it) { return has_words(*it); })) return {};  // it was an agenda's entry
        if (e.begin < t.at || is_closing(*e.of, p.words)) continue;
        if (e.begin >= end || (t.depth && e.depth < *t.depth)) break;
        out.push_back(e.of);
        if (t.note && t.note->excluded->next_only) break;
    }
    return out;
}

/// Whether an item's text goes on behind byte `at`.
bool goes_on(const item& it, std::uint32_t at, std::uint32_t end) {
    return std::any_of(it.blocks.begin(), it.blocks.end(), [&](const block& b) {
        return std::any_of(b.spans.begin(), b.spans.end(), [&](span s) { return s.end > at + 1 && s.begin < end; });
    });
}

/// The pieces of `where` in [begin, end).
spans within(const spans& where, std::uint32_t begin, std::uint32_t end) {
    spans out;
    for (span s : where) {
        s.begin = std::max(s.begin, begin);
        s.end = std::min(s.end, end);
        if (s.begin < s.end) out.push_back(s);
    }
    return out;
}

/// Business that stands in no item of its own: its words in [begin, end) become one, without a number or a heading.
class passages {
public:
    explicit passages(parser& p) : p_(p) {}

    void add(std::uint32_t begin, std::uint32_t end, const traced<bool>& how) {
        item it;
        it.exempt = how;
        for (const auto& b : p_.laid.blocks) {
            if (b.kind == laid_block::kind_type::furniture || b.kind == laid_block::kind_type::header) continue;
            if (spans words = within(b.text, begin, end); !words.empty() && p_.words_at(words).find_first_not_of(" \t\n.") != std::string::npos) it.blocks.push_back({block::kind_type::paragraph, std::move(words)});
        }
        if (!it.blocks.empty()) found_.push_back({begin, end, std::move(it)});
    }

    /// When nobody points at items any more.
    void insert() {
        for (auto& [begin, end, it] : found_) {
            it.id = "i" + std::to_string(p_.next_item_id++);
            take_from(p_.m.items, begin, end);
            for_each_of(p_.m.decisions, begin, end, it.id, [](const decision& d) -> const spans& { return d.text.spans; });
            for_each_of(p_.m.actions, begin, end, it.id, [](const action& a) -> const spans& { return a.text.spans; });
            for_each_of(p_.m.declarations, begin, end, it.id, [](const declaration& d) -> const spans& { return d.text.spans; });
            for_each_of(p_.m.approvals, begin, end, it.id, [](const approval& a) -> const spans& { return a.text.spans; });
            const auto after = std::find_if(p_.m.items.begin(), p_.m.items.end(), [&, at = begin](const item& x) { return item_index::begin_of(x).value_or(0) >= at; });
            p_.m.items.insert(after, std::move(it));
        }
    }

private:
    struct passage {
        std::uint32_t begin, end;
        item of;
    };

    static bool is_in(const spans& where, std::uint32_t begin, std::uint32_t end) { return !where.empty() && where.front().begin >= begin && where.front().begin < end; }

    template <class T, class Words>
    static void for_each_of(std::vector<T>& all, std::uint32_t begin, std::uint32_t end, const std::string& id, Words words) {
        for (T& x : all)
            if (is_in(words(x), begin, end)) x.item = id;
    }

    static void take_from(std::vector<item>& items, std::uint32_t begin, std::uint32_t end) {
        for (item& it : items) {
            std::erase_if(it.blocks, [&](const block& b) { return is_in(b.spans, begin, end); });
            take_from(it.items, begin, end);
        }
    }

    parser& p_;
    std::vector<passage> found_;
};

std::uint32_t next_item(const item_index& items, std::uint32_t at) {
    for (const auto& e : items.entries())
        if (e.begin >= at) return e.begin;
    return std::numeric_limits<std::uint32_t>::max();
}

/// Where the numbers of the minutes go on behind a paper's heading: a paper that stands between items ends there.  Numbers of
/// its own might count on as well, and so do those right below its heading: of such a paper the end is not known.
std::uint32_t numbers_go_on(const parser& p, const item_index& items, const turn& paper) {
    const std::uint32_t at = paper.at, text = paper.words.back().end;
    int last = 0;
    for (const auto& e : items.entries()) {
        const std::string number = e.depth == 0 ? e.of->number.value.value_or("") : "";
        int n = 0;
        if (std::from_chars(number.data(), number.data() + number.size(), n).ptr != number.data() + number.size() || n == 0) continue;
        if (e.begin < at) {
            last = n;
            continue;
        }
        const bool has_text = e.begin > text && p.text().substr(text, e.begin - text).find_first_not_of(" \t\n*#_.:-") != std::string_view::npos;
        if (last > 0 && n == last + 1 && has_text) return e.begin;
        break;
    }
    return std::numeric_limits<std::uint32_t>::max();
}

/// "Lease (Part 2)" is of a part that is not public where the minutes know such parts: by a heading, a resolution or a note,
/// or by other items that are of a first part.  "Harbour plan (Part 1)" and "(Part 2)" alone are instalments.
void mark_parts(parser& p, const item_index& items, const std::vector<turn>& turns) {
    struct marked {
        item* of;
        bool closed;
        spans words;
        std::string topic;
    };
    std::vector<marked> all;
    bool known = std::any_of(turns.begin(), turns.end(), [](const turn& t) { return t.closed || t.of_part; });
    for (const auto& e : items.entries()) {
        known |= e.of->exempt.given();
        const auto title = p.join(title_line(p, *e.of));
        if (const auto mark = match_part_mark(title.text(), p.words)) all.push_back({e.of, mark->closed, title.source(mark->where.begin, mark->where.end), fold(title.text().substr(0, mark->where.begin))});
    }
    for (const marked& m : all) {
        const bool others = std::any_of(all.begin(), all.end(), [&](const marked& x) { return !x.closed && x.topic != m.topic; });
        if (m.closed && (known || others)) mark(*m.of, exempt_by(m.words, "exempt-part", basis::derived));
    }
}

std::vector<turn> turns_of(const parser& p, const item_index& items, const public_notes& notes) {
    std::vector<turn> all = session_turns(p, items).find();
    for (const auto& note : notes.all) {
        turn t{note.excluded ? note.at : note.words.front().begin, note.words, note.excluded.has_value()};
        t.note = &note;
        all.push_back(std::move(t));
    }
    std::stable_sort(all.begin(), all.end(), [](const turn& a, const turn& b) { return a.at < b.at; });
    return all;
}

}  // namespace

void note_public(parser& p, const told_sentence& s, public_notes& notes) {
    auto excluded = match_exclusion(s.text(), p.words, p.known);
    if (!excluded && !readmits_public(s.text(), p.words)) return;
    const auto where = s.source();
    public_notes::note note{where.back().end, where, std::move(excluded), {}};
    if (note.excluded)
        for (const span n : note.excluded->items) note.items.emplace_back(s.text().substr(n.begin, n.size()));
    notes.all.push_back(std::move(note));
}

void mark_exempt(parser& p, const item_index& items, const public_notes& notes) {
    for (const auto& e : items.entries()) mark_by_own_words(p, *e.of);
    const std::vector<turn> turns = turns_of(p, items, notes);
    passages outside(p);
    for (auto t = turns.begin(); t != turns.end(); ++t) {
        if (!t->closed) continue;
        const auto back = std::find_if(t, turns.end(), [&](const turn& x) { return t->ends_at(x); });
        auto end = back == turns.end() ? static_cast<std::uint32_t>(p.text().size()) : back->words.front().begin;
        if (!t->paper.empty()) end = std::min(end, numbers_go_on(p, items, *t));
        const auto how = exempt_by(t->words, t->rule, basis::derived);
        const auto all = covered(p, items, *t, end);
        for (item* it : all)
            if (!it->exempt.given()) it->exempt = how;
        // No item follows: what the meeting then did stands in the item of the resolution itself.
        item* own = items.at(t->words.front().begin);
        if (t->of_head && !items.entries().empty()) continue;
        if (!own || !t->paper.empty()) outside.add(t->at, std::min(end, next_item(items, t->at)), how);
        else if ((all.empty() || t->own_goes_on) && goes_on(*own, t->at, end)) mark(*own, how);
        // A public paper behind one that has headings of its own was read into the last of these.
        if (!t->paper.empty() && std::find(all.begin(), all.end(), items.at(end)) != all.end()) {
            const auto next = back == turns.end() ? back : std::next(back);
            outside.add(end, std::min(next == turns.end() ? static_cast<std::uint32_t>(p.text().size()) : next->words.front().begin, next_item(items, end)), {});
        }
    }
    mark_parts(p, items, turns);
    outside.insert();
}

}  // namespace minutes
