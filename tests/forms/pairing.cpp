// SPDX-License-Identifier: Apache-2.0
#include "pairing.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

namespace {

const std::vector<std::string> part_names = {"heads", "people", "business", "agendas", "prose", "decisions", "tasks", "closings"};

/// Parts that touch in minutes, and which share of their pairs is made: all, or one in so many.
struct neighbours {
    std::string one, other;
    std::size_t one_in = 1;
};

const std::vector<neighbours> touching = {
    {"business", "tasks"},    {"business", "decisions"},   {"business", "agendas"},  {"business", "prose"},     {"business", "people"},
    {"business", "closings"}, {"tasks", "decisions", 2},   {"heads", "people", 3},   {"tasks", "people", 4},    {"tasks", "prose", 2},
    {"tasks", "closings", 2}, {"decisions", "prose", 2},   {"people", "agendas", 2},
};

bool has_word(const std::string& list, const std::string& word) {
    std::istringstream in(list);
    for (std::string w; std::getline(in >> std::ws, w, ',');)
        if (w == word) return true;
    return false;
}

/// How items are set out and what stands in them is alike in all languages, unless a form says otherwise.
std::string language_of(const form& f) {
    if (f.fields.count("language")) return f.field("language");
    return f.part == "business" ? "any" : "en";
}

bool fits(const form& f, const setting& s) {
    const auto only = f.field("only"), language = language_of(f);
    return (only.empty() || only == (s.markdown ? "markdown" : "text")) && (language == "any" || language == s.language);
}

/// "not with: tasks", "not with: bullets" where another form "is: bullets", "not with: NAME".
bool shuns(const form& a, const form& b) {
    const auto list = a.field("not with");
    if (has_word(list, b.part) || has_word(list, b.name)) return true;
    std::istringstream in(b.field("is"));
    for (std::string w; std::getline(in >> std::ws, w, ',');)
        if (has_word(list, w)) return true;
    return false;
}

bool agree(const form& f, const chosen_forms& others) {
    return std::none_of(others.begin(), others.end(), [&](const auto& o) { return o.second != &f && (shuns(f, *o.second) || shuns(*o.second, f)); });
}

/// The forms in `about`, and the plainest of the other parts that agree with them.
std::optional<combination> beside_plain(const form_collection& all, const setting& s, const std::vector<const form*>& about) {
    combination c{{}, s, about};
    for (const form* f : about) {
        if (!fits(*f, s) || !agree(*f, c.forms)) return {};
        c.forms[f->part] = f;
    }
    for (const auto& part : part_names) {
        if (c.forms.count(part)) continue;
        const auto& forms = all.parts.at(part);
        const auto plain = std::find_if(forms.begin(), forms.end(), [&](const form& f) { return fits(f, s) && agree(f, c.forms); });
        if (plain == forms.end()) return {};
        c.forms[part] = &*plain;
    }
    return c;
}

/// A frame that is written out as a whole has no room for items of other parts.
bool has_room(const form& frame, const form& other) {
    if (!frame.texts.count("whole")) return true;
    return other.items.empty() && (other.part == "people" || other.part == "heads" || other.part == "closings");
}

std::vector<setting> settings(const form_collection& all) {
    std::vector<std::string> languages = {"en"};
    for (const auto& f : all.parts.at("agendas"))
        if (std::find(languages.begin(), languages.end(), language_of(f)) == languages.end()) languages.push_back(language_of(f));
    std::vector<setting> out;
    for (const auto& l : languages)
        for (const bool markdown : {false, true}) out.push_back({l, markdown});
    return out;
}

void add_pairs(const form_collection& all, const setting& s, std::vector<combination>& out) {
    for (const auto& pair : touching) {
        std::size_t i = 0;
        for (const auto& a : all.parts.at(pair.one)) {
            ++i;
            std::size_t j = 0;
            for (const auto& b : all.parts.at(pair.other)) {
                ++j;
                if ((i + j / 2) % pair.one_in != 0) continue;  // j / 2: what goes in both settings takes turns by i + j
                if (a.part == "business" && !has_room(a, b)) continue;
                // A pair that goes in both is made in one of them, by turns.
                const bool both = fits(a, {s.language, true}) && fits(a, {s.language, false}) && fits(b, {s.language, true}) && fits(b, {s.language, false});
                if (both && ((i + j) % 2 == 0) != s.markdown) continue;
                if (auto c = beside_plain(all, s, {&a, &b})) out.push_back(std::move(*c));
            }
        }
    }
}

}  // namespace

form_collection collect_forms(const std::filesystem::path& folder) {
    form_collection all;
    for (const auto& part : part_names) all.parts[part] = forms_in(folder / (part + ".txt"));
    return all;
}

std::vector<combination> combinations(const form_collection& all) {
    std::vector<combination> out;
    const auto add = [&](std::optional<combination> c) { if (c) out.push_back(std::move(*c)); };
    for (const auto& s : settings(all)) add(beside_plain(all, s, {}));
    for (const auto& s : settings(all))
        for (const auto& part : part_names)
            for (const auto& f : all.parts.at(part)) add(beside_plain(all, s, {&f}));
    for (const auto& s : settings(all)) add_pairs(all, s, out);
    return out;
}

std::string name_of_combination(const std::vector<const form*>& about) {
    std::string out;
    for (const form* f : about) out += (out.empty() ? "" : " × ") + f->title();
    return out.empty() ? "plain" : out;
}
