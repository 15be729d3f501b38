// SPDX-License-Identifier: Apache-2.0
// Measures the reading of documents against readings that a person corrected.
#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "commands.hpp"
#include "diagnostic_text.hpp"
#include "inputs.hpp"
#include "likeness.hpp"
#include "scored_meeting.hpp"
#include "text.hpp"
#include "text_table.hpp"

namespace cli {

namespace {

/// How alike two values must be to count as the same; a record that nobody need touch is worded as gold is.
constexpr double same_title = 0.75, same_heading = 0.7, same_task = 0.6, same_wording = 0.85;

struct tally {
    std::size_t right = 0, wrong = 0, missing = 0;
    [[nodiscard]] std::size_t gold() const { return right + missing; }
    [[nodiscard]] double precision() const { return right + wrong ? static_cast<double>(right) / static_cast<double>(right + wrong) : 1; }
    [[nodiscard]] double recall() const { return gold() ? static_cast<double>(right) / static_cast<double>(gold()) : 1; }
    [[nodiscard]] double f1() const {
        const double p = precision(), r = recall();
        return p + r > 0 ? 2 * p * r / (p + r) : 0;
    }
};

constexpr const char* fields[] = {"title", "date", "start", "venue", "next_meeting", "present", "apologies", "initials", "items", "item_numbers", "actions", "action_refs", "action_owners", "action_due", "action_records", "decisions"};

struct scorer {
    std::map<std::string, tally> tallies{};
    std::vector<std::string> misses{};  ///< of the document at hand
    std::string document{}, gold_file{};

    static std::string at(const std::string& file, const minutes::place& p) { return fmt::format("{}:{}:{}", file, p.line, p.column); }

    void miss(const std::string& where, std::string_view field, std::string what) { misses.push_back(fmt::format("{}: {}: {}", where, field, what)); }

    void missing(std::string_view field, const std::string& value, const minutes::place& p) {
        ++tallies[std::string(field)].missing;
        miss(at(gold_file, p), field, fmt::format("missing '{}'", visible(value)));
    }
    void unexpected(std::string_view field, const std::string& value, const minutes::place& p) {
        ++tallies[std::string(field)].wrong;
        miss(at(document, p), field, fmt::format("unexpected '{}'", visible(value)));
    }

    void one(const char* field, const std::string& gold, const std::string& found, bool same) {
        if (gold.empty() && found.empty()) return;
        auto& t = tallies[field];
        if (same) {
            ++t.right;
            return;
        }
        t.missing += !gold.empty();
        t.wrong += !found.empty();
        if (gold.empty()) miss(document, field, fmt::format("unexpected '{}'", visible(found)));
        else if (found.empty()) miss(gold_file, field, fmt::format("missing '{}'", visible(gold)));
        else miss(document, field, fmt::format("'{}' for '{}'", visible(found), visible(gold)));
    }

    void people(const char* field, const scored_meeting& gold, const scored_meeting& found, bool scored_person::*how) {
        std::vector<const scored_person*> g, f;
        for (const auto& p : gold.people)
            if (p.*how) g.push_back(&p);
        for (const auto& p : found.people)
            if (p.*how) f.push_back(&p);
        std::vector<bool> g_hit(g.size()), f_hit(f.size());
        for (const auto& [i, j] : paired(g.size(), f.size(), [&](std::size_t i, std::size_t j) { return same_name(g[i]->name, f[j]->name) ? 1.0 : 0.0; }, 0.5)) {
            ++tallies[field].right;
            g_hit[i] = f_hit[j] = true;
        }
        for (std::size_t i = 0; i < g.size(); ++i)
            if (!g_hit[i]) missing(field, g[i]->name, g[i]->place);
        for (std::size_t j = 0; j < f.size(); ++j)
            if (!f_hit[j]) unexpected(field, f[j]->name, f[j]->place);
    }

    void initials(const scored_meeting& gold, const scored_meeting& found) {
        std::vector<bool> known(found.people.size());
        for (const auto& g : gold.people) {
            if (g.initials.empty() || !g.stated) continue;
            const auto p = std::find_if(found.people.begin(), found.people.end(), [&](const scored_person& x) { return same_name(x.name, g.name); });
            const bool right = p != found.people.end() && likeness(p->initials, g.initials) == 1;
            if (right) known[static_cast<std::size_t>(p - found.people.begin())] = true;
            if (right) ++tallies["initials"].right;
            else missing("initials", g.name + " = " + g.initials, g.place);
        }
        for (std::size_t k = 0; k < known.size(); ++k)
            if (const auto& p = found.people[k]; !known[k] && p.stated && !p.initials.empty()) unexpected("initials", p.name + " = " + p.initials, p.place);
    }

    /// Pairs texts and counts them; the pairs are what the fields of each are compared in.
    std::vector<std::pair<std::size_t, std::size_t>> texts(const char* field, const std::vector<scored_text>& gold, const std::vector<scored_text>& found, double floor) {
        const auto pairs = paired(gold.size(), found.size(), [&](std::size_t i, std::size_t j) {
            const double f = likeness(gold[i].text, found[j].text);
            return f + (f >= floor && owners_agree(gold[i], found[j]) ? 0.002 : 0) + (f >= floor && likeness(gold[i].number, found[j].number) == 1 ? 0.001 : 0);
        }, floor);
        std::vector<bool> g_hit(gold.size()), f_hit(found.size());
        for (const auto& [i, j] : pairs) g_hit[i] = f_hit[j] = true;
        tallies[field].right += pairs.size();
        for (std::size_t i = 0; i < gold.size(); ++i)
            if (!g_hit[i]) missing(field, gold[i].text, gold[i].place);
        for (std::size_t j = 0; j < found.size(); ++j)
            if (!f_hit[j]) unexpected(field, found[j].text, found[j].place);
        return pairs;
    }

    static std::vector<std::pair<std::size_t, std::size_t>> owner_pairs(const scored_text& gold, const scored_text& found) {
        return paired(gold.owners.size(), found.owners.size(), [&](std::size_t i, std::size_t j) {
            for (const auto& a : gold.owners[i])
                for (const auto& b : found.owners[j])
                    if (likeness(a, b) == 1 || same_name(a, b)) return 1.0;
            return 0.0;
        }, 0.5);
    }
    static bool owners_agree(const scored_text& gold, const scored_text& found) { return gold.owners.size() == found.owners.size() && owner_pairs(gold, found).size() == gold.owners.size(); }

    static std::string owners_of(const scored_text& t) {
        std::string out;
        for (const auto& o : t.owners) out += (out.empty() ? "" : ", ") + (o.empty() ? std::string{} : o.front());
        return out;
    }

    void actions(const scored_meeting& gold, const scored_meeting& found) {
        const auto pairs = texts("actions", gold.actions, found.actions, same_task);
        auto& records = tallies["action_records"];
        records.wrong += found.actions.size() - pairs.size();
        records.missing += gold.actions.size() - pairs.size();
        for (const auto& [i, j] : pairs) {
            const auto& g = gold.actions[i];
            const auto& f = found.actions[j];
            const auto where = at(document, f.place);
            const bool ref = likeness(g.number, f.number) == 1, due = g.due == f.due;
            if (!g.number.empty() || !f.number.empty()) field_of("action_refs", where, g.number, f.number, ref);
            if (!g.due.empty() || !f.due.empty()) field_of("action_due", where, g.due, f.due, due);
            const auto hit = owner_pairs(g, f).size();
            auto& owners = tallies["action_owners"];
            owners.right += hit;
            owners.wrong += f.owners.size() - hit;
            owners.missing += g.owners.size() - hit;
            if (!owners_agree(g, f)) miss(where, "action_owners", fmt::format("'{}' for '{}'", visible(owners_of(f)), visible(owners_of(g))));
            const bool whole = ref && due && owners_agree(g, f) && likeness(g.text, f.text) >= same_wording;
            ++(whole ? records.right : records.missing);
        }
    }

    void field_of(const char* field, const std::string& where, const std::string& gold, const std::string& found, bool same) {
        auto& t = tallies[field];
        t.right += same;
        t.wrong += !same && !found.empty();
        t.missing += !same && !gold.empty();
        if (!same) miss(where, field, fmt::format("'{}' for '{}'", visible(found), visible(gold)));
    }

    void compare(const scored_meeting& gold, const scored_meeting& found) {
        const auto alike = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && likeness(a, b) >= same_title; };
        one("title", gold.title, found.title, alike(gold.title, found.title));
        one("date", gold.date, found.date, gold.date == found.date);
        one("start", gold.start, found.start, gold.start == found.start);
        one("venue", gold.venue, found.venue, alike(gold.venue, found.venue));
        one("next_meeting", gold.next_meeting, found.next_meeting, gold.next_meeting == found.next_meeting);
        people("present", gold, found, &scored_person::here);
        people("apologies", gold, found, &scored_person::away);
        initials(gold, found);
        for (const auto& [i, j] : texts("items", gold.items, found.items, same_heading))
            if (const auto& g = gold.items[i]; !g.number.empty()) field_of("item_numbers", at(document, found.items[j].place), g.number, found.items[j].number, likeness(g.number, found.items[j].number) == 1);
        actions(gold, found);
        texts("decisions", gold.decisions, found.decisions, same_task);
    }
};

/// DIR/march.json for march.txt; empty when there is none.
std::filesystem::path gold_for(const std::string& input, const std::string& folder) {
    const std::filesystem::path name = std::filesystem::path(input).filename();
    std::error_code ignored;
    for (const auto& candidate : {std::filesystem::path(folder) / (name.string() + ".json"), std::filesystem::path(folder) / name.stem().concat(".json")})
        if (std::filesystem::is_regular_file(candidate, ignored)) return candidate;
    return {};
}

std::string table_of(const scorer& s, const screen& out) {
    text_table table({"field", "precision", "recall", "F1", "gold"});
    for (const char* field : fields) {
        const auto t = s.tallies.find(field);
        if (t == s.tallies.end() || (t->second.gold() == 0 && t->second.wrong == 0)) continue;
        table.add({field, fmt::format("{:.3f}", t->second.precision()), fmt::format("{:.3f}", t->second.recall()), fmt::format("{:.3f}", t->second.f1()), number(t->second.gold())});
    }
    return table.print(out);
}

}  // namespace

status score(const options& o, console& c) {
    const input_list inputs = find_inputs(o.inputs, c);
    status worst = inputs.status;
    scorer s;
    std::size_t compared = 0;
    for (const std::string& input : inputs.paths) {
        const auto gold_file = gold_for(input, o.gold);
        if (gold_file.empty()) {
            c.tell(fmt::format("{}: no corrected reading of it in {}; left out\n", visible(input), visible(o.gold)));
            worst = worse(worst, status::unreadable);
            continue;
        }
        const auto gold = read_gold(gold_file);
        if (const auto* wrong = std::get_if<std::string>(&gold)) {
            c.tell(fmt::format("{}: {}; left out\n", visible(gold_file.string()), *wrong));
            worst = worse(worst, status::unreadable);
            continue;
        }
        const auto r = read_input(input, o.reading);
        worst = worse(worst, status_of(r, c));
        s.document = visible(input);
        s.gold_file = visible(gold_file.string());
        s.misses.clear();
        s.compare(std::get<scored_meeting>(gold), scored(r.meeting));
        ++compared;
        if (!o.verbose) continue;
        for (const auto& m : s.misses) c.put(m + "\n");
    }
    if (compared == 0) return worse(worst, status::unreadable);
    if (o.verbose && !s.misses.empty()) c.put("\n");
    c.put(table_of(s, c.out()));
    double sum = 0;
    std::size_t counted_fields = 0;
    for (const char* field : fields)
        if (const auto t = s.tallies.find(field); t != s.tallies.end() && t->second.gold() > 0) {
            sum += t->second.f1();
            ++counted_fields;
        }
    c.put(fmt::format("{}, mean F1 over fields {:.3f}\n", counted(compared, "document"), counted_fields ? sum / static_cast<double>(counted_fields) : 0.0));
    return worst;
}

}  // namespace cli
