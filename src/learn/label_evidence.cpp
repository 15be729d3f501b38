// SPDX-License-Identifier: Apache-2.0
// Words before a colon, by what stands behind them.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "date.hpp"
#include "evidence.hpp"
#include "label.hpp"
#include "owner_to.hpp"
#include "roster.hpp"
#include "sentence.hpp"
#include "task.hpp"
#include "task_owners.hpp"
#include "time.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_label = 5;  // words
constexpr std::size_t head = 60;          // lines within which attendance stands
constexpr std::size_t most_people = 40;   // lines of a list that are looked at
constexpr std::size_t longest_field = 3;  // words of the label of a field, as `task_fields_in` takes them

/// "Who came: Jane Smith": the words before the first colon of a line, and those behind it.
struct labelled_line {
    std::string_view label, rest;
    std::size_t at = 0;  ///< among the lines
};

class label_reader {
public:
    label_reader(const document& d, const meeting& m, const lexicon& words) : d_(d), m_(m), words_(words) {
        for (const person& p : m.people) {
            learn_names(p.name.value.value_or(""), p.initials.value.value_or(""));
            if (p.attendance.value) attending_.insert({fold(p.name.value.value_or("")), fold(p.initials.value.value_or(""))});
            present_ |= p.attendance.value == attendance::present;
        }
        for (const document_block& b : d.blocks)
            if (b.kind == document_block::kind_type::line && b.cell == document_block::no_cell) lines_.push_back(&b);
    }

    void add(std::vector<style_evidence>& out) {
        const auto labelled = labelled_lines();
        for (const labelled_line& l : labelled)
            if (is_known(l.label)) count_evidence(out, {"labels", "", fold(l.label), {}, 1, 1, {}, std::string(l.rest)});
        for (const labelled_line& l : labelled)
            if (is_new(l.label) && l.at < head) add_people(l, out);
        for (const labelled_line& l : labelled)
            if (is_new(l.label)) add_meaning(l, out);
    }

private:
    void learn_names(std::string_view name, std::string_view initials) {
        if (!initials.empty()) known_.initials.insert(fold(initials));
        for (const word& w : words_in(name)) known_.names.insert(w.folded);
    }

    [[nodiscard]] std::string_view text_of(const document_block& b) const { return trim(std::string_view(d_.text->text).substr(b.text.begin, b.text.size())); }

    [[nodiscard]] std::vector<labelled_line> labelled_lines() const {
        std::vector<labelled_line> out;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto line = text_of(*lines_[i]);
            const auto colon = line.find(':');
            if (colon == line.npos || colon == 0) continue;
            labelled_line l{trim(line.substr(0, colon)), trim(line.substr(colon + 1)), i};
            const auto all = words_in(l.label, longest_label + 1);
            if (!all.empty()) l.label.remove_prefix(all[0].begin);  // a bullet
            const bool short_words = l.label.size() > 2 && !all.empty() && all.size() <= longest_label && all[0].capital;
            if (short_words && std::none_of(all.begin(), all.end(), [](const word& w) { return w.digits; })) out.push_back(l);
        }
        return out;
    }

    [[nodiscard]] bool is_known(std::string_view label) const { return !words_.labels(fold(label)).empty() || !words_.columns(fold(label)).empty(); }
    [[nodiscard]] bool is_new(std::string_view label) const { return !is_known(label) && !label_at(label, words_); }

    // ── People ──

    [[nodiscard]] bool names_people(std::string_view text, roster_shape shape, std::vector<roster_entry>& all) const {
        const auto people = match_roster(text, words_, shape);
        if (people.empty() || !std::all_of(people.begin(), people.end(), [](const roster_entry& e) { return e.strength >= 2; })) return false;
        all.insert(all.end(), people.begin(), people.end());
        return true;
    }

    /// People behind the label, or in the lines below it.
    void add_people(const labelled_line& l, std::vector<style_evidence>& out) {
        std::size_t fits = 0, lines = 0, named = 0, told = 0;  // people, and those of them whose attendance other words tell
        std::string example(l.rest);
        std::vector<std::pair<std::string_view, std::vector<roster_entry>>> found;
        const auto look_at = [&](std::string_view text, roster_shape shape) {
            ++lines;
            std::vector<roster_entry> people;
            if (!names_people(text, shape, people)) return;
            ++fits;
            for (const roster_entry& e : people) told += is_told(text, e);
            named += people.size();
            found.emplace_back(text, std::move(people));
        };
        if (!l.rest.empty()) look_at(l.rest, roster_shape::several);
        for (std::size_t k = l.at + 1; l.rest.empty() && k < lines_.size() && lines < most_people; ++k) {
            const auto below = text_of(*lines_[k]);
            if (lines_[k]->blank_before > 0 || below.find(':') != below.npos) break;
            look_at(below, roster_shape::one_each);
            if (example.empty()) example = below;
        }
        // One name at a label may be anybody's: an author's, an owner's.  Who is known to be there or away is named for something else:
        // the members of a working group.
        const bool one = named < 2 && !says_away(l.label);
        if (fits == 0 || 2 * fits < lines || one || 2 * told > named) return;
        for (const auto& [text, people] : found)
            for (const roster_entry& e : people) learn_people(text, e);
        std::string key;
        if (says_away(l.label)) key = "apologies";
        else if (!present_) key = "present", present_ = true;  // the first list is of those who came
        people_.push_back(fold(l.label));
        count_evidence(out, {"labels", key, fold(l.label), {}, fits, lines, "lines behind it name people", example});
    }

    [[nodiscard]] bool is_told(std::string_view text, const roster_entry& e) const {
        const auto words_of = [&](span s) { return fold(text.substr(s.begin, s.size())); };
        const std::string name = words_of(e.person.name), initials = words_of(e.person.initials);
        return std::any_of(attending_.begin(), attending_.end(), [&](const auto& a) {
            return (!name.empty() && name == a.first) || (!initials.empty() && initials == a.second);
        });
    }

    void learn_people(std::string_view text, const roster_entry& e) {
        const auto words_of = [&](span s) { return text.substr(s.begin, s.size()); };
        learn_names(words_of(e.person.name), words_of(e.person.initials));
    }

    [[nodiscard]] bool says_away(std::string_view label) const {
        const auto all = words_in(label);
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words_.has_any({list::negations, list::apology_words, list::absence_words, list::away_words}, w.folded); });
    }

    // ── Fields and tasks ──

    void add_meaning(const labelled_line& l, std::vector<style_evidence>& out) {
        const std::string phrase = fold(l.label);
        if (l.rest.empty() || std::find(people_.begin(), people_.end(), phrase) != people_.end()) return;
        const auto say = [&](const char* section, const char* key, const char* why) { count_evidence(out, {section, key, phrase, {}, 1, 1, why, std::string(l.rest)}); };
        if (is_task(l.rest)) return say("labels", "action", "lines behind it say who is to do something");
        if (l.at < head / 3 && !m_.date.value && match_date(l.rest, words_)) return say("labels", "date", "a day stands behind it, in the head of minutes without one");
        if (l.at < head / 3 && !m_.start.value && is_time(l.rest)) return say("labels", "time", "a time stands behind it, in the head of minutes without one");
        if (words_in(l.label).size() > longest_field || !is_field(l)) return;
        if (names_owners(l.rest)) say("columns", "owner", "people of the meeting stand behind it, below a task");
        else if (match_date(l.rest, words_)) say("columns", "due", "a day stands behind it, below a task");
    }

    [[nodiscard]] bool is_time(std::string_view text) const {
        const auto times = find_times(text, words_);
        return times.size() == 1 && times[0].begin == 0 && times[0].end == text.size();
    }

    [[nodiscard]] bool is_task(std::string_view rest) const {
        return is_owner_to(rest, words_, known_) || is_owner_to(rest.substr(0, rest.find_first_of(".;")), words_, known_);
    }

    /// Whether a line among the two above is a task: marked as one, or the field of one.
    [[nodiscard]] bool is_field(const labelled_line& l) const {
        for (std::size_t back = 1; back <= 2 && back <= l.at; ++back) {
            const auto above = text_of(*lines_[l.at - back]);
            const auto label = above.substr(0, above.find(':'));
            if (label.size() == above.size()) continue;
            const auto& named = words_.columns(fold(label));
            const bool column_of_task = std::any_of(named.begin(), named.end(), [](column c) { return c == column::action || c == column::owner || c == column::due; });
            if (column_of_task || words_.is_label(fold(label), label::action)) return true;
        }
        return false;
    }

    [[nodiscard]] bool names_owners(std::string_view text) const {
        if (!is_owners_only(text, words_)) return false;
        const auto all = words_in(text);
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return known_.initials.count(w.folded) || known_.names.count(w.folded); });
    }

    const document& d_;
    const meeting& m_;
    const lexicon& words_;
    known_names known_;
    std::set<std::pair<std::string, std::string>> attending_;  ///< name and initials of those whose attendance the program has read
    bool present_ = false;             ///< a list of those who came is known
    std::vector<std::string> people_;  ///< new labels of people
    std::vector<const document_block*> lines_;
};

}  // namespace

void add_label_evidence(const document& d, const meeting& m, const lexicon& words, std::vector<style_evidence>& out) { label_reader(d, m, words).add(out); }

}  // namespace minutes
