// SPDX-License-Identifier: Apache-2.0
#include <minutes/public_copy.hpp>

#include <algorithm>
#include <cctype>
#include <set>

#include "cut_text.hpp"
#include "fields.hpp"
#include "item_index.hpp"
#include "secret_lines.hpp"

namespace minutes {

namespace {

using ids = std::set<std::string>;

void gather_exempt(const std::vector<item>& items, bool above, ids& out) {
    for (const item& it : items) {
        const bool exempt = above || it.exempt.value.value_or(false);
        if (exempt) out.insert(it.id);
        gather_exempt(it.items, exempt, out);
    }
}

/// Marks before an item on its line ("## ", "- ") are its own.
std::uint32_t line_of(std::string_view text, std::uint32_t at) {
    const auto line = text.substr(0, at).rfind('\n');
    const auto begin = line == text.npos ? 0 : line + 1;
    const auto between = text.substr(begin, at - begin);
    const bool marks = std::none_of(between.begin(), between.end(), [](unsigned char c) { return c >= 0x80 || std::isalnum(c); });
    return marks ? static_cast<std::uint32_t>(begin) : at;
}

/// Where the sentence around byte `at` begins, not before `from`.
std::uint32_t sentence_of(std::string_view text, std::uint32_t at, std::uint32_t from) {
    for (std::uint32_t i = at; i > from; --i) {
        if (text[i - 1] == '\n') return i;
        if (i > from + 1 && text[i - 1] == ' ' && std::string_view(".!?").find(text[i - 2]) != std::string_view::npos && !(i > from + 2 && text[i - 3] == ' ')) return i;
    }
    return from;
}

/// Words alone, without a number or a heading: they end where they end, and what follows may stand outside items.
bool is_bare(const item& it) { return it.number.spans.empty() && it.heading.spans.empty() && !it.blocks.empty() && !it.blocks.back().spans.empty() && it.items.empty(); }

/// The pieces of the text that belong to exempt items, each from its number to the next item that is public.  The last
/// ends where the minutes say when the meeting closed.
std::vector<text_cut> cuts_of_items(meeting& m, const ids& exempt) {
    std::vector<text_cut> cuts;
    const item_index items(m);
    const std::string_view text = m.text->text;
    const auto& all = items.entries();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!exempt.count(all[i].of->id)) continue;
        const auto begin = line_of(text, all[i].begin);
        const bool bare = is_bare(*all[i].of);
        while (!bare && i + 1 < all.size() && exempt.count(all[i + 1].of->id) && !is_bare(*all[i + 1].of)) ++i;
        auto end = i + 1 < all.size() ? line_of(text, all[i + 1].begin) : static_cast<std::uint32_t>(text.size());
        if (bare) end = all[i].of->blocks.back().spans.back().end;
        if (!m.end.spans.empty() && m.end.spans.front().begin > all[i].begin && m.end.spans.front().begin < end) end = sentence_of(text, m.end.spans.front().begin, all[i].begin);
        cuts.push_back({{begin, end}, true});
    }
    return cuts;
}

/// Visits the spans of each value of one object.
struct span_gatherer {
    spans& out;
    template <class T>
    void operator()(const char*, const traced<T>& t) const { out.insert(out.end(), t.spans.begin(), t.spans.end()); }
    void operator()(const char*, const std::string&) const {}
    void operator()(const char*, const std::vector<owner>& all) const {
        for (const owner& o : all) each_field(o, *this);
    }
    template <class T>
    void operator()(const char*, const T& part) const { each_field(part, *this); }
};

template <class T>
spans spans_of(const T& x) {
    spans out;
    each_field(x, span_gatherer{out});
    return out;
}

/// Values of exempt actions and the like wherever they stand, in a list at the end of the minutes too.
template <class T>
void cut_values(const std::vector<T>& all, const ids& exempt, std::vector<text_cut>& cuts) {
    for (const T& x : all)
        if (exempt.count(x.item))
            for (const span s : spans_of(x)) cuts.push_back({s, false});
}

std::string lower(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return out;
}

bool is_word_byte(char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)); }

/// A summary may repeat what an exempt action or decision says without being read as the same: its words, and lines that
/// start with its reference, go wherever they stand.
template <class T>
void cut_repeats(const std::vector<T>& all, const ids& exempt, const std::string& text, std::vector<text_cut>& cuts) {
    constexpr std::size_t shortest = 12;  // bytes: "pay it" may stand anywhere
    for (const T& x : all) {
        if (!exempt.count(x.item)) continue;
        std::string words = lower(x.text.value.value_or(""));
        while (!words.empty() && !is_word_byte(words.back())) words.pop_back();
        if (words.size() >= shortest)
            for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) cuts.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}, false});
        if constexpr (requires { x.ref; }) {
            const std::string ref = lower(x.ref.value.value_or(""));
            for (auto at = ref.size() < 2 ? text.npos : text.find(ref); at != text.npos; at = text.find(ref, at + 1)) {
                const auto begin = line_of(text, static_cast<std::uint32_t>(at));
                const bool opens = begin < at || at == 0 || text[at - 1] == '\n';
                if (opens && !(at + ref.size() < text.size() && is_word_byte(text[at + ref.size()]))) cuts.push_back({{begin, static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()))}, false});
            }
        }
    }
}

void gather_headings(const std::vector<item>& items, const ids& exempt, bool of_exempt, ids& out) {
    for (const item& it : items) {
        const bool told = !it.blocks.empty() || !it.items.empty();  // an agenda's entry is no business
        if (exempt.contains(it.id) == of_exempt && (of_exempt || told) && it.heading.value) out.insert(lower(*it.heading.value));
        gather_headings(it.items, exempt, of_exempt, out);
    }
}

/// An agenda printed ahead of the minutes, or a list of contents, has the headings too: its lines go, unless a public item is called so.
void cut_copied_headings(const meeting& m, const ids& exempt, const std::string& text, std::vector<text_cut>& cuts) {
    constexpr std::size_t shortest = 8, more_on_the_line = 40;  // bytes: "Staffing" is told from other words by standing almost alone
    ids secret, open;
    gather_headings(m.items, exempt, true, secret);
    gather_headings(m.items, exempt, false, open);
    for (const std::string& heading : secret) {
        if (heading.size() < shortest || open.count(heading)) continue;
        for (auto at = text.find(heading); at != text.npos; at = text.find(heading, at + heading.size())) {
            const auto before = text.rfind('\n', at);
            const std::size_t begin = before == text.npos ? 0 : before + 1, end = std::min(text.find('\n', at), text.size());
            if (end - begin <= heading.size() + more_on_the_line) cuts.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, false});
        }
    }
}

void append(std::vector<text_cut>& cuts, std::vector<text_cut> more) { cuts.insert(cuts.end(), more.begin(), more.end()); }

/// Where the actions and decisions of public business stand.
spans open_entries(const meeting& m, const ids& exempt) {
    spans out;
    const auto add = [&](const auto& all) {
        for (const auto& x : all)
            if (!exempt.count(x.item)) out.insert(out.end(), x.text.spans.begin(), x.text.spans.end());
    };
    add(m.actions);
    add(m.decisions);
    return out;
}

/// Items that are nothing but such words: their heading goes, and so do they.
void gather_emptied(const std::vector<item>& items, const cut_text& cut, ids& out) {
    for (const item& it : items) {
        if (cut.touches(it.heading.spans)) out.insert(it.id);
        gather_emptied(it.items, cut, out);
    }
}

/// Moves what stays and empties what rests on words that were cut.
struct mover {
    const cut_text& cut;

    template <class T>
    void operator()(const char*, traced<T>& t) const {
        if (cut.touches(t.spans)) t = {};
        else t.spans = cut.kept(t.spans);
    }
    void operator()(const char*, spans& where) const { where = cut.kept(where); }
    void operator()(const char*, std::string&) const {}
    template <class E>
        requires std::is_enum_v<E>
    void operator()(const char*, E&) const {}
    template <class T>
    void operator()(const char*, std::vector<T>& all) const {
        for (T& x : all) each_field(x, *this);
    }
    template <class T>
    void operator()(const char*, T& part) const { each_field(part, *this); }
};

void erase_items(std::vector<item>& items, const ids& exempt) {
    std::erase_if(items, [&](const item& it) { return exempt.count(it.id) > 0; });
    for (item& it : items) erase_items(it.items, exempt);
}

void erase_empty_blocks(std::vector<item>& items) {
    for (item& it : items) {
        std::erase_if(it.blocks, [](const block& b) { return b.spans.empty(); });
        erase_empty_blocks(it.items);
    }
}

/// Erases what is exempt or rests on words that were cut.  `gone` gathers the ids and the words by which it could still be known.
template <class T, class Words>
void erase_cut(std::vector<T>& all, const ids& exempt, const cut_text& cut, const Words& words, ids& gone, ids& said) {
    std::erase_if(all, [&](const T& x) {
        const traced<std::string>& t = words(x);
        bool out = cut.touches(t.spans);
        if constexpr (requires { x.item; }) out |= exempt.count(x.item) > 0;
        if (!out) return false;
        if constexpr (requires { x.id; }) gone.insert(x.id);
        if (t.value) said.insert(*t.value);
        if constexpr (requires { x.ref; })
            if (x.ref.value) said.insert(*x.ref.value);
        return true;
    });
}

std::vector<leaf> moved_leaves(const meeting& m, const cut_text& cut, const ids& gone) {
    std::vector<leaf> out;
    for (const leaf& l : m.leaves)
        for (const span s : cut.kept({l.span})) {
            out.push_back({s, l.kind, l.of});
            if (gone.count(l.of.substr(0, l.of.find('.')))) out.back().of.clear();
        }
    for (const span s : cut.marks()) out.push_back({s, leaf::kind_type::furniture, {}});
    std::sort(out.begin(), out.end(), [](const leaf& a, const leaf& b) { return a.span < b.span; });
    return out;
}

bool quotes(const std::string& message, const ids& said) {
    return std::any_of(said.begin(), said.end(), [&](const std::string& words) { return words.size() > 2 && message.find(words) != message.npos; });
}

}  // namespace

meeting public_copy(const meeting& m) {
    ids exempt;
    gather_exempt(m.items, false, exempt);
    if (exempt.empty()) return m;
    meeting out = m;
    auto cuts = cuts_of_items(out, exempt);
    cut_values(m.actions, exempt, cuts);
    cut_values(m.decisions, exempt, cuts);
    cut_values(m.declarations, exempt, cuts);
    cut_values(m.approvals, exempt, cuts);
    const std::string text = lower(m.text->text);
    cut_repeats(m.actions, exempt, text, cuts);
    cut_repeats(m.decisions, exempt, text, cuts);
    cut_copied_headings(m, exempt, text, cuts);
    append(cuts, cuts_of_secret_lines(m.text->text, cuts, open_entries(m, exempt)));
    append(cuts, cuts_of_emptied_lines(m.text->text, cuts));
    const cut_text cut(*m.text, std::move(cuts));
    gather_emptied(m.items, cut, exempt);
    ids gone = exempt, said;
    erase_items(out.items, exempt);
    const auto text_of = [](const auto& x) -> const traced<std::string>& { return x.text; };
    erase_cut(out.actions, exempt, cut, text_of, gone, said);
    erase_cut(out.decisions, exempt, cut, text_of, gone, said);
    erase_cut(out.declarations, exempt, cut, text_of, gone, said);
    erase_cut(out.approvals, exempt, cut, text_of, gone, said);
    erase_cut(out.people, exempt, cut, [](const person& p) -> const traced<std::string>& { return p.name; }, gone, said);
    for (action& a : out.actions) {
        std::erase_if(a.owners, [&](const owner& o) { return cut.touches(o.text.spans); });
        for (owner& o : a.owners)
            if (gone.count(o.person)) o.person.clear();
    }
    for (declaration& d : out.declarations)
        if (gone.count(d.person)) d.person.clear();
    each_head_field(out, mover{cut});
    each_list(out, mover{cut});
    erase_empty_blocks(out.items);
    std::erase_if(out.diagnostics, [&](const diagnostic& d) { return cut.touches(d.spans) || quotes(d.message, said); });
    for (diagnostic& d : out.diagnostics) d.spans = cut.kept(d.spans);
    out.leaves = moved_leaves(m, cut, gone);
    out.text = cut.text();
    return out;
}

parse_result public_copy(const parse_result& document) {
    parse_result out;
    out.readable = document.readable;
    out.meeting = public_copy(document.meeting);
    out.diagnostics = out.meeting.diagnostics;
    for (const meeting& m : document.more) {
        out.more.push_back(public_copy(m));
        out.diagnostics.insert(out.diagnostics.end(), out.more.back().diagnostics.begin(), out.more.back().diagnostics.end());
    }
    return out;
}

}  // namespace minutes
