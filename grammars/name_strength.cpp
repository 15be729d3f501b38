// SPDX-License-Identifier: Apache-2.0
#include "name_strength.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "answered_once.hpp"
#include "initials.hpp"
#include "owner.hpp"
#include "person_name.hpp"
#include "phrase.hpp"

namespace minutes {

using list = word_list;

bool is_role_word(const word& w, const lexicon& words) {
    if (words.has_any({list::role_nouns, list::organisation_nouns, list::areas}, w)) return true;
    // "Treasurer/Clerk"
    if (const auto stroke = w.folded.find('/'); stroke != w.folded.npos && words.has(list::role_nouns, w.folded.substr(0, stroke)) && words.has(list::role_nouns, w.folded.substr(stroke + 1))) return true;
    return w.folded.size() > 4 && w.folded.ends_with('s') && words.has(list::role_nouns, w.folded.substr(0, w.folded.size() - 1));  // "Alternates"
}

bool is_initial(const word& w) { return w.capital && (w.folded.size() == 1 || (w.folded.size() <= 4 && w.folded.find('.') == 1)); }

bool is_call_sign(std::string_view t) {
    constexpr std::size_t shortest = 4, longest = 8;  // bytes
    if (t.size() < shortest || t.size() > longest) return false;
    std::string plain;
    for (std::size_t i = 0; i < t.size(); ++i)
        if (t.substr(i).starts_with("Ø")) {
            plain += '0';
            ++i;
        } else {
            plain += t[i];
        }
    const auto figure = plain.find_first_of("0123456789", 1);
    const auto letters = [](std::string_view x) { return x.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == x.npos; };
    if (figure == plain.npos || figure > 2 || figure + 1 == plain.size() || !letters(std::string_view(plain).substr(figure + 1))) return false;
    return plain[0] >= '2' && plain[0] <= '9' ? figure > 1 || letters(std::string_view(plain).substr(1, figure - 1)) : letters(std::string_view(plain).substr(0, figure));
}

namespace {

bool is_pair_of_capitals(std::string_view t) { return t.size() == 2 && t.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == t.npos; }

bool may_be_handle(std::string_view text, const word& w, const lexicon& words) {
    if ((words.has(list::areas, w) && !words.has(list::surname_roles, w)) || text.find('/') != text.npos || (text[0] >= '0' && text[0] <= '9')) return false;
    if (w.begin > 1 || text.size() < 1 || text.size() > 24 || w.end + 1 < text.size()) return false;
    if (words.has(list::no_action, w)) return false;
    if (is_pair_of_capitals(text)) return true;  // "CO", "LT", "MD" are initials as well
    const bool forename = w.capital && !w.upper && words.has(list::given_names, w);  // "Will" and "Dag" are other words as well
    if (!forename && words.has_any({list::function_words, list::role_nouns, list::organisation_nouns, list::label_links}, w)) return false;  // "Noted as above"
    if (!forename && words.has_any({list::outcome_cores, list::decision_verbs, list::moving_words, list::proposal_words}, w)) return false;  // "Adopted.", "CARRIED"
    if (words.is_label(w, label::none) || (!words.labels(w).empty() && !forename)) return false;
    if (w.folded.size() > 2 && words.has_any({list::here_words, list::away_words}, w)) return false;  // "Quorum present: Yes"
    return w.folded.find_first_not_of("0123456789.:-") != std::string::npos && !words.has(list::part_marks, w) && (!words.month_of(w) || words.has_any({list::given_names, list::surname_roles}, w));
}

/// Where the search for brackets starts: behind those of "Elizabeth (Betty) Warner", else at 0.
std::size_t behind_nickname(std::string_view t, const lexicon& words) {
    const auto close = t.find(')');
    if (close == t.npos) return 0;
    const auto all = words_in(t.substr(0, std::min(t.size(), close + 20)), words, 3);
    return all.size() == 3 && is_nickname(all, 1, words) ? close : 0;
}

/// "Vice-chair", "Deputy Clerk (acting)": whether a text opens with an office.
bool opens_with_office(std::string_view t, const lexicon& words) {
    const auto all = words_in(t.substr(0, std::min<std::size_t>(t.size(), 40)), words, 1);
    if (all.empty() || t.find_first_not_of(' ') != all[0].begin) return false;
    const auto hyphen = all[0].folded.rfind('-');
    return words.has(list::role_nouns, all[0]) || (hyphen != std::string_view::npos && words.has(list::role_nouns, all[0].folded.substr(hyphen + 1)));
}

/// "Ann Bell-Clerk": whether the hyphen at byte `at` joins an office to a forename and a surname.
bool joins_office(std::string_view t, std::size_t at, const lexicon& words) {
    if (!starts_upper(t.substr(at + 1)) || !opens_with_office(t.substr(at + 1), words)) return false;
    const auto own = words_in(t.substr(0, at), words, 3);
    const auto office = words_in(t.substr(at + 1, 24), words, 1);
    return own.size() == 2 && own[0].capital && own[1].capital && own[1].folded.size() > 2 && (words.has_any({list::given_names, list::honorifics}, own[0]) || is_initial(own[0])) && !words.has(list::role_nouns, own[1]) && (!words.has(list::surname_roles, office[0]) || words.is_label(office[0], label::minute_taker));
}

/// Where the first bracket, dash, gap, handle or office behind a colon stands; a bracket before byte `brackets_from` counts for none.
std::size_t end_of_head(std::string_view t, std::size_t brackets_from, const lexicon& words) {
    for (std::size_t i = 0; i < t.size(); ++i) {
        const auto rest = t.substr(i + 1);
        switch (t[i]) {
            case '(': if (i >= brackets_from) return i; break;
            case '[': case '\t': return i;
            case '"':  // Ann Bell "Skip"
                if (i > 0 && t[i - 1] == ' ' && t.find('"', i + 1) == t.size() - 1) return i;
                break;
            case '@': if (i > 0) return i; break;
            case ' ': if (rest.starts_with("- ") || rest.starts_with("/ ") || rest.starts_with("\u2013") || rest.starts_with("\u2014") || rest.starts_with("  ") || rest.starts_with('<')) return i; break;
            case '-': if (i > 0 && t[i - 1] != ' ' && (rest.starts_with(' ') || joins_office(t, i, words))) return i; break;  // "Tom Ash- present"
            case ':': if (i > 0 && rest.starts_with(' ') && opens_with_office(rest, words)) return i; break;  // "Cllr A Bell: Chairman"
            case '\xE2': if (rest.starts_with("\x80\x93 ")) return i; break;  // U+2013
            default: break;
        }
    }
    return t.size();
}

/// "Cllr Orme due to hospitalisation": the first of the small words that a piece ends in behind capitalised ones; 0 when there are none.
std::size_t small_tail(words_view all, const lexicon& words) {
    std::size_t from = all.size();
    while (from > 0 && !all[from - 1].capital && !all[from - 1].digits) --from;
    constexpr std::size_t shortest_name = 2;  // words: "Quorum reached" names nobody
    const bool named = from >= shortest_name && from < all.size() && !all[from - 1].folded.ends_with("'s") && std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(from), [&](const word& w) { return w.capital || words.has(list::particles, w); });
    return named && !words.has(list::particles, all[from]) && !words.has(list::role_nouns, all.back()) ? from : 0;
}

/// A piece's head and its words.
std::pair<std::string_view, word_run> head_words_of(std::string_view t, const lexicon& words) {
    constexpr std::size_t longest = 300;  // bytes: no name is longer, and lines of a whole register are
    if (t.size() > longest) t = t.substr(0, std::min(t.find(' ', longest), longest + longest));
    std::size_t end = end_of_head(t, behind_nickname(t, words), words);
    // "Ann Bell  Minister of State": two blanks part a name from what follows, one word from the next they do not.
    if (const auto gap = t.substr(0, end).find("  "); gap != t.npos && words_in(t.substr(0, gap), words, 2).size() > 1) end = gap;
    // "Ann Bell for Tom Ash", "Ann Bell by phone": small words say more of her.
    const auto all = words_in(t.substr(0, end), words);
    for (std::size_t i = 1; i < all.size(); ++i)
        if (!all[i].capital && ((words.has(list::function_words, all[i]) && !words.has(list::particles, all[i])) || phrase_length(all, i, list::substitute_marks, words) > 0)) {
            end = all[i].begin;
            break;
        }
    if (const auto own = words_in(t.substr(0, end), words); const auto reason = small_tail(own, words)) end = own[reason].begin;
    // "Tom Ash K9ABC": what a radio amateur is called by stands behind the name.
    if (const auto own = words_in(t.substr(0, end), words); own.size() > 1 && own.back().upper && own.back().digits && own.back().end == end && is_call_sign(t.substr(own.back().begin, own.back().end - own.back().begin))) end = own.back().begin;
    while (end > 0 && (t[end - 1] == ' ' || t[end - 1] == '-' || t[end - 1] == '*' || t[end - 1] == ',')) --end;
    const auto head = t.substr(0, end);
    return {head, words_in(head, words)};
}

/// "Vice President Sport Development Tom Ash", "Head of Housing and Care Ann Bell": a known forename and a surname end a line that opens with an office; 0 when none do.
std::size_t behind_long_post(words_view all, const lexicon& words) {
    constexpr std::size_t shortest = 4, longest = 9;  // words
    if (all.size() < shortest || all.size() > longest) return 0;
    const word &forename = all[all.size() - 2], &surname = all.back();
    const auto is_name = [&](const word& w) { return w.capital && !w.digits && !w.upper && !is_role_word(w, words) && !words.has_any({list::body_nouns, list::venue_nouns, list::meeting_nouns, list::function_words}, w); };
    if (!words.has(list::given_names, forename) || !is_name(forename) || !is_name(surname) || words.has(list::given_names, surname)) return 0;
    bool office = false;
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
        if (all[i].after || words.has_any({list::given_names, list::honorifics}, all[i]) || (!all[i].capital && !words.has_any({list::function_words, list::joining_words}, all[i]))) return 0;
        office |= words.has(list::role_nouns, all[i]) && i < 3;
    }
    return office ? forename.begin : 0;
}

/// Where the name behind a post begins, whatever words the post has: "Deputy Town Clerk Ann Bell", "Hill Board Councillor Anjit Rao";
/// 0 when the last role is not followed by a forename and a surname.
std::size_t behind_role(words_view all, const lexicon& words) {
    if (const auto name = behind_long_post(all, words)) return name;
    for (std::size_t i = all.size(); i-- > 1;) {
        if (!words.has(list::role_nouns, all[i - 1]) || words.has_any({list::given_names, list::honorifics}, all[i - 1]) || all[i - 1].after) continue;
        const std::size_t own = all.size() - i;
        if (own < 2 || own > 3) return 0;
        for (std::size_t n = i; n < all.size(); ++n)
            if (!all[n].capital || all[n].digits || (all[n].upper && all[n].folded.size() > 1) || is_role_word(all[n], words) || words.has_any({list::body_nouns, list::venue_nouns, list::meeting_nouns, list::honorifics, list::function_words}, all[n])) return 0;
        const bool known = words.has(list::given_names, all[i]) || is_initial(all[i]);
        return known || (own == 2 && (i >= 2 || !all[i - 1].capital)) ? all[i].begin : 0;  // "president Peg Coe"
    }
    return 0;
}

/// "Commissioner Field", "Vice President Field", "Tax Collector Field": whether the first k words are an office and one surname follows.
bool is_office_of(words_view all, std::size_t k, const lexicon& words) {
    constexpr std::size_t longest = 3;  // words
    if (k == 0 || k > longest || k + 1 != all.size()) return false;
    const word &office = all[k - 1], &surname = all[k];
    const bool plain = std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [](const word& w) { return w.capital && !w.upper && !w.after; });
    if (!plain || !words.has(list::role_nouns, office) || (k == 1 && words.has(list::meeting_nouns, all[0]))) return false;  // "Council Member Field"
    return surname.capital && !surname.upper && !is_role_word(surname, words) && surname.folded.size() > 1 && words.labels(surname).empty() &&
           (!words.has(list::venue_nouns, surname) || words.has(list::surname_roles, surname)) && !words.has_any({list::body_nouns, list::meeting_nouns, list::function_words, list::post_nominals, list::crowd_words, list::record_nouns}, surname);
}

std::size_t length_of_lead(words_view all, const lexicon& words) {
    std::size_t k = 0;
    // "Bro. A Bell", "The Revd. Canon Ann Bell"
    std::size_t fellow = 0;
    while (fellow < 2 && fellow + 3 < all.size() && (words.has(list::articles, all[fellow]) || words.has(list::honorifics, all[fellow])) && !words.has(list::fellow_titles, all[fellow])) ++fellow;
    if (fellow + 2 < all.size() && words.has(list::fellow_titles, all[fellow])) return all[fellow + 1].begin;
    // "the Councillors Ann Bell …", "Y Cynghorydd J. Lee"
    if (all.size() > 2 && words.has(list::articles, all[0]) && words.has_any({list::honorifics, list::plural_honorifics}, all[1])) return all[all.size() > 3 && !all[1].after ? 2 : 1].begin;
    // "Ch Insp Lucy Hale": ranks of two words
    if (all.size() > 3 && words.has(list::honorifics, all[0].folded + " " + all[1].folded) && !words.has(list::honorifics, all[0])) return all[2].begin;
    // "PCSO Sara Lee": a rank is a job; "PC Lee" keeps it, or nothing but a surname stays.
    if (all.size() > 2 && all[0].upper && !all[1].upper && words.has(list::honorifics, all[0]) && !words.has(list::honorifics, all[1])) return all[1].begin;
    // "Building Inspector Ash", "Village Clerk Ash"
    const bool place = all.size() > 2 && all[0].capital && !all[0].after && (words.has(list::venue_nouns, all[0]) || (words.has(list::label_fillers, all[0]) && !words.has(list::function_words, all[0])));
    if (place && words.has(list::role_nouns, all[1])) ++k;
    while (k < all.size() && (is_role_word(all[k], words) || words.has(list::body_nouns, all[k])) && !words.has(list::given_names, all[k]) && !words.has(list::honorifics, all[k])) {
        ++k;
        if (k + 1 < all.size() && words.has(list::joining_words, all[k]) && is_role_word(all[k + 1], words)) ++k;  // "Clerk and RFO"
    }
    if (const auto behind = behind_role(all, words)) return behind;
    if (k > 0 && is_office_of(all, k, words)) return all[k].begin;
    if (k == 0 || k + 1 >= all.size()) return 0;
    const bool title = words.has(list::honorifics, all[k]) && all[k + 1].capital;
    const bool forename = words.has(list::given_names, all[k]) && all[k + 1].capital && !is_role_word(all[k + 1], words) && !all[k - 1].after;
    const bool initial = is_initial(all[k]) && all[k + 1].capital && !is_role_word(all[k + 1], words) && !is_initial(all.back()) && !all[k - 1].after;
    return title || forename || initial ? all[k].begin : 0;
}

}  // namespace

std::string_view head_of_piece(std::string_view t, const lexicon& words) { return head_words_of(t, words).first; }

std::size_t length_of_lead(std::string_view piece, const lexicon& words) { return length_of_lead(head_words_of(piece, words).second, words); }

bool has_own_initials(std::string_view text, words_view all) {
    if (all.size() < 3 || !all.back().capital || all.back().folded.size() < 2 || all.back().folded.size() > 4) return false;
    const auto name = text.substr(all[0].begin, all[all.size() - 2].end - all[0].begin);
    const bool own_capitals = std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper; });
    const auto letters = text.substr(all.back().begin, all.back().end - all.back().begin);
    std::string capitals;  // of "TMc", "IPr"
    for (const char c : letters)
        if (c >= 'A' && c <= 'Z') capitals += c;
    return !own_capitals && capitals.size() > 1 && forms_initials(capitals, name);
}

namespace {

/// "J.Ingham", "K.L.Moss": initials and surname without a blank.
bool has_glued_initials(std::string_view text, const word& w) {
    std::size_t at = w.begin, initials = 0;
    for (; at + 2 < w.end && text[at] >= 'A' && text[at] <= 'Z' && text[at + 1] == '.'; at += 2) ++initials;
    return initials > 0 && w.end - at > 2 && text[at] >= 'A' && text[at] <= 'Z' && text[at + 1] >= 'a' && text[at + 1] <= 'z' && text.substr(at, w.end - at).find('.') == text.npos && !w.digits;
}

/// "dhr. Visser", "mevrouw Van Dam": a title in small letters before a name.
bool is_small_title(words_view all, const lexicon& words) {
    return all.size() > 1 && (all[1].capital || (all.size() > 2 && words.has(list::particles, all[1]) && all[2].capital)) && words.has_any({list::male_titles, list::female_titles}, all[0]);
}

int weigh_name(std::string_view piece, const lexicon& words) {
    auto [head, all] = head_words_of(piece, words);
    if (all.size() == 1 && !all[0].capital && head.size() < piece.size()) {  // "called the roll"
        const auto behind = words_in(piece.substr(head.size()), words, 1);
        if (!behind.empty() && words.has(list::articles, behind[0])) return 0;
    }
    bool titled = false;
    if (const auto lead = length_of_lead(all, words)) {
        for (const auto& w : all) titled |= w.begin < lead && words.has(list::fellow_titles, w) && words.has(list::honorifics, w);  // "Mme MARAIS Solange"
        std::tie(head, all) = head_words_of(head.substr(lead), words);
        if (all.size() == 1) return may_be_handle(head, all[0], words) ? 2 : 0;  // "Secretary Nash"
    }
    while (all.size() > 2 && ((words.has(list::post_nominals, all.back()) && all.back().upper) || words.has(list::name_suffixes, all.back()))) all.pop_back();
    if (has_own_initials(head, all)) all.pop_back();
    std::size_t k = 0;
    if (all.size() > 1 && words.has(list::plural_honorifics, all[0]) && !words.has(list::group_heads, all[0]) && all[0].capital) {
        titled = true;  // "Messrs Ellis"
        ++k;
    }
    while (k < all.size() && words.has(list::honorifics, all[k]) && (all[k].capital || k > 0 || is_small_title(all, words))) {
        titled |= !words.has(list::given_names, all[k]);
        ++k;
    }
    if (k == all.size() && k == 1) titled = false;
    if (k == all.size() && (k > 1 || is_pair_of_capitals(head))) --k;  // "Chris Dean": the last of them is the name; "LT" is somebody's initials
    const std::size_t own = all.size() - k;
    if (own == 0 || own > 5) return 0;
    if (own == 1 && has_glued_initials(head, all[k])) return 3;
    if (own == 1) return titled && all[k].capital ? 3 : may_be_handle(head, all[k], words) ? 1 : 0;
    const bool capitals = std::all_of(all.begin() + static_cast<std::ptrdiff_t>(k), all.end(), [](const word& w) { return w.upper || w.folded.size() == 1; });
    // "Marie DUPONT", as French lists have it
    constexpr std::size_t shortest_surname = 4;
    const bool surname_in_capitals = own >= 2 && !all[k].upper && all[k].folded.size() > 2 && !is_role_word(all[k], words) && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(k) + 1, all.end(), [](const word& w) { return w.upper; }) && all.back().folded.size() >= shortest_surname;
    // "DUPONT Marie", "SMITH John": the family name first, and a known forename
    constexpr std::size_t shortest_family = 3, longest_family = 2;  // letters, words
    const bool family_in_capitals = own >= 2 && own <= longest_family + 1 && !all.back().upper && words.has(list::given_names, all.back()) && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(k), all.end() - 1, [&](const word& w) { return w.upper && !w.digits && w.folded.size() >= shortest_family && !is_role_word(w, words) && !words.has(list::organisation_nouns, w); });
    if (family_in_capitals) return 3;
    if (words.has_any({list::motion_nouns, list::decision_nouns}, all[k]) && !titled && !words.has(list::given_names, all[k])) return 0;  // "Resolution Record"
    bool odd = false, role = false;
    for (std::size_t i = k; i < all.size(); ++i) {
        const word& w = all[i];
        const bool last = i + 1 == all.size();
        if (!last && w.after == '"' && !is_nickname(all, i, words)) return 0;
        if (w.digits || (!last && (w.after == ':' || w.after == '!' || w.after == '?'))) return 0;
        if (!w.capital && (last || !words.has(list::particles, w))) return 0;
        const bool given = words.has(list::given_names, w);
        if (last && own == 2 && words.has(list::surname_roles, w) && (words.has(list::given_names, all[k]) || all[k].after == '.')) continue;  // "Janet Nurse", "R. Young"
        if (!given && words.has(list::function_words, w) && w.folded.size() > 1 && !words.has(list::particles, w)) return titled ? 2 : 0;
        role |= words.has(list::role_nouns, w) && !given;
        if (last && i > k && !titled && !given && words.has(list::honorifics, w) && !words.has_any({list::surname_roles, list::particles}, w) && !words.has(list::given_names, all[k]) && !is_initial(all[k])) return 0;  // "Ladies' Capt"
        odd |= !given && (is_role_word(w, words) || (w.upper && w.folded.size() > 1 && !capitals && !surname_in_capitals && !(i == k && w.folded.size() <= 3)));
    }
    const auto& forename = all[k].folded;  // "Ana-Maria" is known by its first half
    const bool known = words.has(list::given_names, all[k]) || (forename.find('-') != forename.npos && words.has(list::given_names, forename.substr(0, forename.find('-')))) || (is_initial(all[k]) && !is_initial(all.back()));
    if (titled) return own > 2 && (odd || role) ? 0 : 3;  // "Sir Nigel Lee Open Data Institute" holds more than a name
    if (known) return odd ? (own == 2 && !role ? 2 : 0) : 3;
    if (odd) return 0;
    // A known forename behind an unknown word: "Teague-Lee Anna", but not "Barset Lee House".
    return own <= 4 ? 2 : 0;
}

}  // namespace

int name_strength(std::string_view piece, const lexicon& words) {
    return answered_once(question::name_strength, piece, words, [&] { return weigh_name(piece, words); });
}

int strength_of_head(std::string_view piece, const lexicon& words) {
    const auto all = words_in(head_of_piece(piece, words), words);
    int best = 0;
    for (std::size_t n = 1; n <= std::min<std::size_t>(all.size(), 4); ++n) {
        const int own = name_strength(piece.substr(0, all[n - 1].end), words);
        if (own > (n == 1 ? 2 : 1)) best = std::max(best, own);  // a lone word is no name when others stand behind it
    }
    return best;
}

}  // namespace minutes
