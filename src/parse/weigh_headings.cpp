// SPDX-License-Identifier: Apache-2.0
// What speaks for a style of headings anywhere in the document: all its candidates stand or fall together.
#include "outline_finder.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_set>

#include "attendance_label.hpp"
#include "item_numbers.hpp"
#include "person.hpp"

namespace minutes {

namespace {

constexpr int weight_needed = 4;      // of a style
constexpr int weight_hopeless = -20;  // not even words of agendas make up for it

/// What a style counts by its look alone.
int base_of(const std::string& style) {
    if (style.starts_with("heading")) return 7;
    if (style.starts_with("bold lead")) return -1;
    if (style.starts_with("bold")) return 4;
    if (style == "capitals") return 3;
    if (style == "line with topic") return 5;
    if (style == "line with time") return -3;
    if (style == "run in capitals" || style == "run in series") return 2;
    if (style.starts_with("run in")) return -3;
    if (style == "bullet with issue") return 0;
    if (style == "bullet with topic") return -5;
    if (style == "bullet") return -6;
    if (style == "bullet over text") return 2;
    if (style == "bullet in agenda") return 2 * weight_hopeless;
    if (style.starts_with("inner")) return -10;
    if (style.starts_with("letter")) return -1;
    if (style.starts_with("number")) return 3;
    return -1;
}

/// Whether a style's headings stand apart by their look, without regard to their words.
bool is_marked(const std::string& style) { return style.starts_with("heading") || style.starts_with("bold"); }

/// Whether a heading names the meeting, its people or its agenda: no business.
bool of_people(const outline_entry& e) {
    return std::any_of(e.labels.begin(), e.labels.end(), [](label k) { return k == label::agenda || k == label::present || k == label::in_attendance || k == label::apologies || k == label::absent || k == label::meeting; });
}

bool is_numbered(const std::string& style) { return style.find("number") != style.npos || style.starts_with("letter") || style.starts_with("code"); }

}  // namespace

bool outline_finder::starts_inside(const outline_entry& first) const {
    const auto figures = figures_of(number_of(first), false);
    if (figures.size() != 1 || figures[0] != 1) return false;
    return std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return e.block < first.block && !e.number.empty() && counted[e.block] && is_marked(e.style); }) >= 2;
}

bool outline_finder::all_differ(const std::vector<const outline_entry*>& all) const {
    std::unordered_set<std::string> seen;
    return std::all_of(all.begin(), all.end(), [&](const outline_entry* e) { return seen.insert(fold(heading_of(*e))).second; });
}

bool outline_finder::most_differ(const std::vector<const outline_entry*>& all) const {
    std::unordered_set<std::string> seen;
    for (const auto* e : all) seen.insert(fold(heading_of(*e)));
    return 4 * seen.size() >= 3 * all.size();
}

std::size_t outline_finder::known_over_text() const {
    return static_cast<std::size_t>(std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) {
        return e.style == "line alone" && (!minutes::of_people(e) || heads_minutes(heading_of(e)) || e.is(label::minute_taker)) && is_agenda_heading(heading_of(e)) && (over_sentence(e.block) || over_list(e.block));
    }));
}

int outline_finder::starts_again(const std::vector<const outline_entry*>& all) const {
    int times = 0;
    bool counting = false;  // "1. 1. 1." counts nothing
    for (std::size_t k = 0; k < all.size(); ++k) {
        const auto number = number_of(*all[k]);
        if (number.empty()) return 0;
        const auto figures = figures_of(number, false), as_roman = figures_of(number, true);
        const bool first = figures.size() == 1 && (figures[0] == 1 || as_roman[0] == 1);
        times += first && counting;
        counting = !first;
    }
    return times;
}

bool outline_finder::falls_back(const std::vector<const outline_entry*>& all) const {
    int last = 0;
    for (const auto* e : all) {
        const auto figures = figures_of(number_of(*e), false);
        if (figures.size() != 1) continue;
        if (figures[0] < last || (figures[0] == 1 && last == 1)) return true;
        last = figures[0];
    }
    return false;
}

bool outline_finder::part_numbered_headings(const std::vector<const outline_entry*>& all) const {
    int firsts = 0;
    for (const auto* e : all) {
        if (number_of(*e) != "A") continue;
        ++firsts;
        const auto above = std::find_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& x) { return !x.number.empty() && x.style != e->style && next(x.block) == e->block && x.rest >= lines[x.block].size(); });
        if (above == out.entries.end()) return false;
    }
    return firsts > 0;
}

bool outline_finder::stand_between_headings(const std::vector<const outline_entry*>& all) const {
    constexpr int fewest = 3;  // headings
    constexpr std::array of_head = {label::date, label::time, label::end, label::venue, label::chair, label::minute_taker};
    const auto heads = [&](const outline_entry& e) { return e.number.empty() && (is_marked(e.style) || e.style == "capitals" || (e.style == "line alone" && is_agenda_heading(heading_of(e)))) && !is_of_record(e) && std::none_of(of_head.begin(), of_head.end(), [&](label k) { return e.is(k); }); };
    int before = 0, behind = 0, between = 0;
    for (const auto& e : out.entries) {
        if (!heads(e)) continue;
        if (e.block < all.front()->block) ++before;
        else if (e.block > all.back()->block) ++behind;
        else ++between;
    }
    return before > 0 && before + between + behind >= fewest && (behind > 0 || between > 0) && figures_of(number_of(*all.front()), false) == std::vector<int>{1};
}

bool outline_finder::complete_clauses(const std::vector<const outline_entry*>& all) const {
    constexpr std::size_t shortest = 3;  // words
    constexpr int fewest = 2;            // other headings
    bool found = false;
    for (const auto* e : all) {
        const auto number = number_of(*e);
        if (figures_of(number, false) != std::vector<int>{1} && number != "i" && number != "I") continue;
        const std::string_view above = e->block > 0 && is_line(e->block - 1) ? std::string_view(lines[e->block - 1]) : std::string_view{};
        if (!above.ends_with(':') || words_in(above, words, shortest).size() < shortest || !has_verb(above)) return false;
        found = true;
    }
    const auto others = std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return e.style != all.front()->style && (is_marked(e.style) || e.style == "capitals" || (!e.number.empty() && counted[e.block])); });
    return found && others >= fewest;
}

int outline_finder::under_agenda(const std::vector<const outline_entry*>& all) const {
    const auto holds_topics = [&](const outline_entry& x) { return x.is(label::agenda) || words.has(word_list::section_headings, fold(heading_of(x))); };  // "Agenda", "Notes"
    int under = 0;
    for (const auto* e : all) {
        const outline_entry* head = nullptr;
        for (const auto& x : out.entries) {
            if (x.block >= e->block) break;
            if (x.style.starts_with("heading") && (!head || holds_topics(x) || x.rank <= head->rank)) head = &x;
        }
        under += head && holds_topics(*head);
    }
    return under;
}

bool outline_finder::is_of_record(const outline_entry& e) const {
    return of_people(e) || attendance_label_in_heading(heading_of(e), words) || e.is(label::action) || e.is(label::decisions) || e.is(label::next_meeting) || words.has(word_list::section_headings, fold(heading_of(e)));
}

int outline_finder::business_headings(bool by_format) const {
    std::map<std::string_view, int> of_style;  // a title stands alone in its style
    for (const auto& e : out.entries) ++of_style[e.style];
    return static_cast<int>(std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return (by_format ? e.style.starts_with("heading") : is_marked(e.style)) && of_style[e.style] > 1 && !is_of_record(e); }));
}

int outline_finder::numbers_in_headings() const {
    return static_cast<int>(std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return !e.number.empty() && counted[e.block] && is_marked(e.style); }));
}

int outline_finder::other_headings() const {
    const auto numbered = std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return !is_marked(e.style) && !e.number.empty() && counted[e.block] && !of_people(e); });
    return business_headings(false) + static_cast<int>(numbered);
}

int outline_finder::entries_of(std::string_view style) const {
    return static_cast<int>(std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return e.style == style; }));
}

outline_finder::style_counts outline_finder::count(const std::vector<const outline_entry*>& all) const {
    style_counts c;
    for (std::size_t k = 0; k < all.size(); ++k) {
        const auto& e = *all[k];
        const std::size_t below = next(e.block);
        const bool same_below = k + 1 < all.size() && all[k + 1]->block == below;
        const bool ends_line = e.rest >= lines[e.block].size(), more = below < laid.blocks.size();
        c.agenda += opens_with_agenda_words(heading_of(e)) || (!e.number.empty() && says_nothing_of(std::string_view(lines[e.block]).substr(e.heading.begin)));
        c.counted += counted[e.block];
        c.followed += !ends_line || (more && !same_below);
        c.tight += same_below && !ends_line && laid.blocks[below].blank_before == 0;
        c.lists += ends_line && more && laid.blocks[below].look.depth == 1 && laid.blocks[e.block].look.depth == 0;
        c.verbs += has_verb(heading_of(e));
        c.long_ones += words_in(heading_of(e), words).size() > 10;
    }
    return c;
}

bool outline_finder::is_series_over_text(const std::vector<const outline_entry*>& all) const {
    constexpr std::size_t fewest = 4;  // lines
    const auto c = count(all);
    return all.size() >= fewest && c.agenda > 0 && static_cast<std::size_t>(c.followed) == all.size() && c.verbs == 0 && all_differ(all);
}

outline_style outline_finder::weigh_style(const std::string& name, const std::vector<const outline_entry*>& all) const {
    outline_style s;
    s.name = name;
    const auto say = [&](int weight, std::string reason) {
        if (weight == 0) return;
        s.weight += weight;
        s.why.push_back({weight, std::move(reason)});
    };
    const auto c = count(all);
    constexpr int by_format = 2, by_look = 4;  // headings
    const int n = static_cast<int>(all.size());
    say(base_of(name), "how it looks");
    say(std::min(8, 3 * c.agenda), "words of agendas");
    if (is_numbered(name)) say(n > 1 ? 4 * c.counted / n : 0, "numbers that count on");
    say(4 * c.followed / n - 2, "text follows");
    if (name == "line alone" && 4 * c.followed < n) say(-4, "a list, no headings");
    // "Ola:" over what Ola is to do heads no business.
    const bool of_people = std::any_of(all.begin(), all.end(), [&](const outline_entry* e) {
        const auto own = words_in(heading_of(*e), words);
        return own.size() == 1 && words.has(word_list::given_names, own[0]);
    });
    if (name == "line with colon" && n >= 2 && c.followed == n && c.verbs == 0 && !of_people && all_differ(all)) say(3, "a series over text");
    if (name.starts_with("line with colon") && c.lists >= 3) say(4 * c.lists / n, "lists follow");
    if (name == "bullet with issue" && n >= 2 && 2 * c.followed >= n) say(4, "a series of issues over text");
    if (name == "bullet with topic" && other_headings() >= 3) say(-30, "other lines head the business");
    if (name == "bullet with topic" && n >= 3 && all_differ(all)) say(c.agenda > 0 ? 7 : 3, "a series, no speakers");
    const auto in_bold = [&](const outline_entry* e) { return bold_lead_end(e->block) > e->heading.begin; };
    if (name == "bullet with topic" && n >= 3 && all_differ(all) && std::all_of(all.begin(), all.end(), in_bold)) say(5, "a series in bold");
    if (name == "bold lead" && n >= 3 && c.verbs == 0 && all_differ(all) && other_headings() - n < 3) say(4, "a series over text");
    constexpr int series = 3;  // entries
    if (name == "run in word" && spoken_lines < n && all_differ(all) && n + entries_of("run in") >= series && entries_of("run in") > 0) say(7, "a series, no speakers");
    if (name == "run in capital word" && other_headings() < series && all_differ(all) && n + entries_of("run in capitals") + entries_of("run in") >= series) say(7, "a series, no speakers");
    if (name == "run in" && n >= 4 && c.agenda > 0 && all_differ(all)) say(6, "a series, no speakers");
    if (name == "run in dash" && (n < 3 || c.agenda == 0 || !all_differ(all))) say(-8, "no series of topics");
    else if (name == "run in dash") say(2, "a series of topics");
    if (name == "line alone" && other_headings() < 3) {
        // The title and "Present: Ann Bell" stand alone on their lines as well, and say nothing of those of the business.
        std::vector<const outline_entry*> business;
        std::copy_if(all.begin(), all.end(), std::back_inserter(business), [](const outline_entry* e) { return !minutes::of_people(*e); });
        if (is_series_over_text(all) || is_series_over_text(business)) say(3, "a series over text");
    }
    if (name == "line with time" && n >= series && all_differ(all)) say(7, "a series of times");
    if (name == "line with time" && 2 * c.followed < n && other_headings() >= series) say(-12, "a list of times");
    if (name == "line over list") say(6, "a series over lists");
    if (name == "line over text") say(4, "a series over text");
    if (name == "run in stop" && n >= 3 && all_differ(all)) say(other_headings() >= 3 ? -30 : 6, other_headings() >= 3 ? "other lines head the business" : "a series over text");
    if (name == "run in capitals" && !all_differ(all)) say(-8, "speakers");
    const bool by_headings = business_headings(true) > by_format || business_headings(false) >= by_look;
    if (name == "bullet over text" && !by_headings && n >= series && 2 * whole_lists >= n) say(3, "all bullets of their lists stand over text");
    say(-6 * c.verbs / n, "verbs");
    if (name != "bullet over text" || 2 * c.long_ones > n) say(-3 * c.long_ones / n, "length");
    if (const int times = starts_again(all); n > 2 && times >= 2 && !name.starts_with("heading")) say(std::max(-15, 1 - 3 * times), "numbers start again");
    if (is_numbered(name) && !is_marked(name) && n > 2 && starts_again(all) == 1 && 2 * c.verbs >= n) say(-8, "lists of sentences");
    if (const auto all_numbered = numbered_lines.find(name); all_numbered != numbered_lines.end() && 2 * n < all_numbered->second) say(-8, "most of the numbered lines are sentences");
    if (name == "bullet over text" && 2 * under_agenda(all) > n) say(3, "entries of the agenda");
    constexpr int short_list = 4;  // entries
    // "## Old business / 1. Hedge / ## New business / 2. Fair": numbers that go on below the next heading are no list's.
    const bool over_headings = !falls_back(all) && n > 1 && c.counted == n && std::any_of(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return e.style.starts_with("heading") && e.block > all.front()->block && e.block < all.back()->block; });
    if (name == "number 1" && !over_headings && c.followed < n && (n <= short_list || starts_again(all) > 0 || falls_back(all)) && business_headings(true) >= by_format) say(-7, "lists below marked headings");
    if (is_numbered(name) && !is_marked(name) && !over_headings && (c.followed < n || c.tight > 0) && stand_between_headings(all)) say(-8, "lists between headings");
    if (is_numbered(name) && !is_marked(name) && c.followed < n && complete_clauses(all)) say(-12, "lists that complete a clause");
    if (name.starts_with("letter") && part_numbered_headings(all)) say(3, "parts of numbered headings");
    if (name.ends_with(" in list")) say(-4, "a list inside another");
    const int in_headings = is_marked(name) || all[0]->number.empty() ? 0 : numbers_in_headings();
    constexpr int few = 3, many = 5;  // headings with numbers
    const bool figures = in_headings > 0 && number_of(*all[0])[0] >= '0' && number_of(*all[0])[0] <= '9';
    if (in_headings >= (figures ? few : many) && starts_inside(*all[0])) say(-15, "numbers in headings mark the items");
    else if (in_headings >= many) say(-3, "numbers in headings mark the items");
    if (name.starts_with("bullet") && name != "bullet with issue" && by_headings) say(-30, "the format marks the headings");
    else if (business_headings(true) >= by_format && (name.starts_with("line") || name == "bold lead")) say(-6, "the format marks the headings");
    return s;
}

void outline_finder::settle_series(std::string_view name) {
    std::vector<const outline_entry*> all;
    for (const auto& e : out.entries)
        if (e.style == name) all.push_back(&e);
    constexpr int fewest = 3;  // lines
    // "Budget" is a heading by its words; "Summer fair" and "Church roof", so set, go on with it.
    if (all.size() + known_over_text() >= fewest && most_differ(all) && other_headings() < fewest) return;
    for (auto& e : out.entries)
        if (e.style == name) e.style = "line alone";
}

void outline_finder::settle_bullets_over_text() {
    constexpr std::string_view name = "bullet over text";
    constexpr int part = 3;  // of the bullets at least
    std::vector<outline_entry*> over;
    int bullets = 0, lists = 0, people = 0;
    bool headed = false, roll = false;  // by a heading that the format marks, of people
    const auto close = [&] {
        if (roll || (headed && part * lists < bullets) || 2 * people >= lists)  // "- Ann Bell" above what she did
            for (auto* e : over) e->style = "bullet";
        else if (lists == bullets) whole_lists += static_cast<int>(over.size());
        over.clear();
        bullets = lists = people = 0;
    };
    auto e = out.entries.begin();
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        while (e != out.entries.end() && e->block < i) ++e;
        const bool entry = e != out.entries.end() && e->block == i;
        if (entry && e->style.starts_with("heading")) {
            close();
            headed = true;
            roll = e->is(label::present) || e->is(label::in_attendance) || e->is(label::apologies) || e->is(label::absent);
        }
        const bool bullet = is_line(i) && laid.blocks[i].look.depth == 1, found = entry && e->style == name;
        bullets += bullet;
        const bool over_list = found || (bullet && next(i) < laid.blocks.size() && laid.blocks[next(i)].look.depth > 1);
        lists += over_list;
        people += over_list && lines[i].find(": ") == std::string::npos && match_person(std::string_view(lines[i]).substr(std::min(behind(lines[i], laid.blocks[i].look.mark.size()), lines[i].size())), words).value_or(person_finding{}).weight >= 2;
        if (found) over.push_back(&*e);
    }
    close();
}

void outline_finder::set_inner_lists_apart() {
    using look = std::tuple<bool, bool, char>;  // in bold, inside a list, the mark behind the number
    struct list_of_numbers {
        look how;
        int last = 0;
        std::vector<std::size_t> blocks;
    };
    std::unordered_set<std::size_t> inner;
    constexpr std::size_t fewest = 2;  // entries of an inner list: one number out of its order is a slip
    std::vector<list_of_numbers> lists;  // one inside the other
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        if (!is_line(i)) continue;
        const auto& l = laid.blocks[i].look;
        if (l.heading > 0) lists.clear();
        const auto n = number_at(lines[i], words);
        if (l.heading > 0 || !n || !n->marked || n->begin > 0) continue;
        const auto figures = figures_of(std::string_view(lines[i]).substr(0, n->end), false);
        if (figures.size() != 1 || n->last == 0 || lines[i][0] < '0' || lines[i][0] > '9') continue;
        const look how{l.bold, l.depth > 1, n->end < lines[i].size() ? lines[i][n->end] : ' '};
        std::size_t goes_on = lists.size();  // how many lists are left when the one is the last that this number counts on from; 0 when there is none
        while (goes_on > 0 && (lists[goes_on - 1].last + 1 != figures[0] || lists[goes_on - 1].how != how)) --goes_on;
        if (figures[0] == 1 || (goes_on == 0 && (lists.empty() || lists.back().last > figures[0] || lists.back().how != how))) lists.push_back({how, 0, {}});
        else if (goes_on > 0)
            for (; lists.size() > goes_on; lists.pop_back())
                if (lists.back().blocks.size() >= fewest) inner.insert(lists.back().blocks.begin(), lists.back().blocks.end());
        lists.back().last = figures[0];
        lists.back().blocks.push_back(i);
    }
    for (auto& e : out.entries)
        if (inner.count(e.block) && !e.number.empty() && !e.style.starts_with("heading")) e.style = "inner " + e.style;
}

void outline_finder::weigh() {
    settle_series("line over text");
    settle_series("line over list");
    settle_bullets_over_text();
    set_inner_lists_apart();
    std::map<std::string, std::vector<const outline_entry*>> styles;
    std::vector<std::string> order;
    for (const auto& e : out.entries) {
        if (!styles.count(e.style)) order.push_back(e.style);
        styles[e.style].push_back(&e);
    }
    std::map<std::pair<std::string, std::string>, int> times;
    std::map<std::string, int> again;  // texts that a style has twice
    for (const auto& e : out.entries) again[e.style] += ++times[{e.style, fold(heading_of(e))}] == 2;
    std::map<std::string, int> weight;
    for (const auto& name : order) {
        out.styles.push_back(weigh_style(name, styles[name]));
        weight[name] = out.styles.back().weight;
    }
    for (auto& e : out.entries) {
        const bool plain = e.style.starts_with("bullet") || e.style.starts_with("line");  // such lines may be entries of any list
        const bool agenda = plain ? is_agenda_heading(heading_of(e)) : opens_with_agenda_words(heading_of(e));
        const bool of_record = e.style == "bullet over text" && words.is_label(fold(heading_of(e)), label::decisions);  // "- Decisions" above its list tells what the list is
        e.chosen = weight[e.style] >= weight_needed || (agenda && weight[e.style] > weight_hopeless) || of_record;
        // "Pros" and "Cons" under each proposal, in bold or alone on their lines, are parts of it.
        constexpr int series = 2;  // texts
        if (!agenda && (e.style == "bold line" || e.style.starts_with("line")) && again[e.style] >= series && times[{e.style, fold(heading_of(e))}] > 1) e.chosen = false;
    }
}

void outline_finder::leave_out_tasks() {
    const outline_entry* actions = nullptr;
    // "Decisions" as a part of the record, above a list of them; "7. Resolutions" has items below it.
    const auto lists_decisions = [](const outline_entry& e) { return e.is(label::decisions) && e.number.empty() && is_marked(e.style); };
    const auto has_parts = [&](const outline_entry& e) {
        const std::size_t below = next(e.block);
        return below < laid.blocks.size() && laid.blocks[below].look.depth > std::max(1, laid.blocks[e.block].look.depth);
    };
    for (auto& e : out.entries) {
        if (!e.chosen) continue;
        if (actions && !actions->is(label::action) && has_parts(e)) actions = nullptr;  // what has lists of its own is business
        if (actions && e.rank > actions->rank && e.style != actions->style && !e.style.starts_with("heading") && !is_agenda_heading(heading_of(e))) e.chosen = false;
        else actions = (e.is(label::action) || lists_decisions(e)) && e.rest >= lines[e.block].size() ? &e : nullptr;
    }
}

}  // namespace minutes
