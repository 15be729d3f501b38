// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace minutes {

namespace {

// Nearly all bytes of minutes are ASCII: those are told apart here, and Unicode's tables are asked for the rest only.
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// What a byte is, for the loops that look at each.
enum byte_kind : std::uint8_t { other = 0, white = 1, capital = 2, small = 4, figure = 8, beyond_ascii = 16, letter = capital | small, word_part = letter | figure };

constexpr auto kinds_of_bytes = [] {
    std::array<std::uint8_t, 256> all{};
    for (std::size_t c = 0x80; c < all.size(); ++c) all[c] = beyond_ascii;
    for (std::size_t c = 'A'; c <= 'Z'; ++c) all[c] = capital, all[c + 32] = small;
    for (std::size_t c = '0'; c <= '9'; ++c) all[c] = figure;
    for (const char c : {' ', '\t', '\n'}) all[static_cast<std::size_t>(c)] = white;
    return all;
}();

constexpr auto small_bytes = [] {
    std::array<char, 256> all{};
    for (std::size_t c = 0; c < all.size(); ++c) all[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return all;
}();

char to_small(char c) { return small_bytes[static_cast<unsigned char>(c)]; }

std::uint8_t kind_of(char c) { return kinds_of_bytes[static_cast<unsigned char>(c)]; }

/// One blank for each run of white space, none at the ends.
void join_blanks(std::string& s) {
    char* const begin = s.data();
    char* to = begin;
    for (const char c : s) {
        if (!is_white(c)) *to++ = c;
        else if (to != begin && to[-1] != ' ') *to++ = ' ';
    }
    if (to != begin && to[-1] == ' ') --to;
    s.resize(static_cast<std::size_t>(to - begin));
}

/// Puts ASCII letters in small ones; the kinds of all bytes.
unsigned make_small(std::string& s) {
    unsigned kinds = 0;
    for (char& c : s) {
        kinds |= kind_of(c);
        c = to_small(c);
    }
    return kinds;
}

std::string fold_ascii(std::string_view text) {
    std::string out(text);
    if (make_small(out) & white) join_blanks(out);
    return out;
}

/// The quotation mark or dash at the start of a text, of those that word processors vary; 0 for anything else.
char straight_mark(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xE2' || text[1] != '\x80') return 0;
    switch (text[2]) {
        case '\x98': case '\x99': case '\x9B': return '\'';             // U+2018, U+2019, U+201B
        case '\x9C': case '\x9D': return '"';                           // U+201C, U+201D
        case '\x90': case '\x91': case '\x92': case '\x93': case '\x94': return '-';  // U+2010 – U+2014
        default: return 0;
    }
}

std::string straighten(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char mark = straight_mark(text.substr(i));
        out += mark ? mark : text[i];
        i += mark ? 3 : 1;
    }
    return out;
}

utf8proc_int32_t code_point_at(std::string_view s, std::size_t at, std::size_t& size) {
    if (is_ascii(s[at])) {
        size = 1;
        return s[at];
    }
    utf8proc_int32_t c = -1;
    const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(s.data()) + at,
                                    static_cast<utf8proc_ssize_t>(s.size() - at), &c);
    size = n > 0 ? static_cast<std::size_t>(n) : 1;
    return n > 0 ? c : -1;
}

/// Appends a character with its case folded and its accents off; false when Unicode does not know it.
bool append_folded(std::string& out, utf8proc_int32_t c) {
    constexpr auto how = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    std::array<utf8proc_int32_t, 32> parts{};  // the longest decomposition has 18
    const auto n = utf8proc_decompose_char(c, parts.data(), parts.size(), how, nullptr);
    if (n < 0 || n > static_cast<utf8proc_ssize_t>(parts.size())) return false;
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(parts[i], bytes.data());
        out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return true;
}

/// Of a character beyond ASCII.
bool is_letter_or_digit(utf8proc_int32_t c) {
    if (c < 0) return false;
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NO:
            return true;
        default: return false;
    }
}

char mark_of(std::string_view text, std::size_t at) {
    if (is_ascii(text[at]) || text.size() - at < 3) return text[at];
    return straight_mark(text.substr(at));
}

/// What the letters of a word say.
struct letter_case {
    int letters = 0, capitals = 0;
    bool first_capital = false, digits = false;

    void add(std::uint8_t kind) {
        first_capital |= kind == capital && letters == 0;
        capitals += kind == capital;
        letters += (kind & letter) != 0;
        digits |= kind == figure;
    }
};

/// The kind of a character beyond ASCII.
std::uint8_t kind_of(utf8proc_int32_t c) {
    switch (c < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LT: return capital;
        case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LO: return small;
        case UTF8PROC_CATEGORY_ND: return figure;
        default: return other;
    }
}

/// Sets what the letters of a word say that are not all ASCII.
void set_case(word& w, std::string_view own) {
    letter_case k;
    std::size_t size = 0;
    for (std::size_t i = 0; i < own.size(); i += size) {
        const auto c = code_point_at(own, i, size);
        k.add(is_ascii(own[i]) ? kind_of(own[i]) : kind_of(c));
    }
    w.capital = k.first_capital;
    w.upper = k.letters >= 2 && k.capitals == k.letters;
    w.digits = k.digits;
}

/// Whether the first letter of a run of ASCII is a capital.
bool starts_capital(std::string_view own) {
    for (const char c : own)
        if (kind_of(c) & letter) return kind_of(c) == capital;
    return false;
}

/// Whether letters of these kinds are two or more capitals and no others.
bool is_upper(std::string_view own, unsigned kinds) {
    return (kinds & small) == 0 && std::count_if(own.begin(), own.end(), [](char c) { return kind_of(c) == capital; }) >= 2;
}

/// Where the run of ASCII letters and figures that starts at `i` ends; `kinds` are those of its bytes.
std::size_t end_of_plain_word(std::string_view text, std::size_t i, unsigned& kinds) {
    kinds = 0;
    for (unsigned kind = 0; i < text.size() && ((kind = kind_of(text[i])) & word_part) != 0; ++i) kinds |= kind;
    return i;
}

std::string fold_beyond_ascii(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); i += size) {
        if (is_ascii(text[i])) {
            out += text[i];
            size = 1;
        } else if (const char mark = straight_mark(text.substr(i))) {
            out += mark;
            size = 3;
        } else {
            const auto c = code_point_at(text, i, size);
            if (c < 0 || !append_folded(out, c)) return fold_ascii(straighten(text));  // no UTF-8
        }
    }
    return fold_ascii(out);
}

}  // namespace

std::string fold(std::string_view text) {
    std::string plain(text);
    const unsigned kinds = make_small(plain);
    if (kinds & beyond_ascii) return fold_beyond_ascii(text);
    if (kinds & white) join_blanks(plain);
    return plain;
}

std::string small_letters(std::string_view text) {
    std::string out(text);
    make_small(out);
    return out;
}

namespace {

/// Whether the colon at byte `at` stands between a small letter and a capital.
bool parts_label(std::string_view text, std::size_t at) {
    return at > 0 && at + 1 < text.size() && kind_of(text[at - 1]) == small && kind_of(text[at + 1]) == capital;
}

}  // namespace

/// Splits one text.
class word_splitter {
public:
    word_splitter(std::string_view text, const char* small, std::size_t most) : text_(text), small_(small), most_(most) {
        constexpr std::size_t usual = 6, at_least = 4;  // bytes of a word with its blank
        out_.all_.reserve(std::min(most, text.size() / (text.size() < 4096 ? at_least : usual) + 1));
        if (small_) return;
        out_.small_ = std::make_unique_for_overwrite<char[]>(text.size());
        small_ = own_small_ = out_.small_.get();
    }

    split_words split() && {
        auto& all = out_.all_;
        std::size_t i = 0;
        char before = 0;
        while (i < text_.size()) {
            unsigned kinds = 0;
            const std::size_t plain = end_of_plain_word(text_, i, kinds);
            if (plain > i && (plain == text_.size() || is_white(text_[plain]))) {
                if (all.size() == most_) break;
                word& w = all.emplace_back();
                set_ascii(w, i, plain, kinds);
                w.before = std::exchange(before, 0);
                if (plain < text_.size() && text_[plain] != ' ') w.after = text_[plain];
                for (i = plain; i < text_.size() && is_white(text_[i]); ++i)
                    if (text_[i] == '\n' && !w.after) w.after = '\n';
                continue;
            }
            if (!take_run(i, before)) break;
        }
        return std::move(out_);
    }

private:
    /// Takes the run that starts at `i`, which is not of letters and figures alone, with the white space behind it: the
    /// punctuation is taken off both its ends.  False when there are enough words.
    bool take_run(std::size_t& i, char& before) {
        auto& all = out_.all_;
        std::size_t end = i, first = i, last = i, size = 0;
        bool seen = false;
        for (std::uint8_t kind = other; end < text_.size() && (kind = kind_of(text_[end])) != white; end += size) {
            size = 1;
            if (kind & word_part) {
                if (!seen) first = end;
                seen = true;
                while (end + size < text_.size() && (kind_of(text_[end + size]) & word_part)) ++size;
                last = end + size;
            } else if (kind == beyond_ascii && is_letter_or_digit(code_point_at(text_, end, size))) {
                if (!seen) first = end;
                seen = true;
                last = end + size;
            } else if (text_[end] == ':' && last == end && parts_label(text_, end)) {
                ++end;  // "Apologies:Ann Bell": a blank was left out
                break;
            } else if (!seen && mark_of(text_, end)) {
                before = mark_of(text_, end);
            }
        }
        if (seen) {
            if (all.size() == most_) return false;
            word& w = all.emplace_back();
            set_word(w, first, last);
            w.before = before;
            w.after = last < end ? mark_of(text_, last) : 0;
            // "(SH)." ends a sentence as "SH." does.
            for (std::size_t k = last; k < end; ++k)
                if ((w.after == ')' || w.after == '"' || w.after == '\'' || w.after == ']') && (text_[k] == '.' || text_[k] == '?' || text_[k] == '!') && w.before == 0) w.after = text_[k];
            if (!w.after && end < text_.size() && (text_[end] == '\n' || text_[end] == '\t')) w.after = text_[end];
            before = 0;
        } else if (end > i && !all.empty() && !all.back().after) {
            all.back().after = mark_of(text_, i);  // a mark that stands alone: " - "
        }
        while (end < text_.size() && is_white(text_[end])) {
            if (text_[end] == '\n' && !all.empty() && !all.back().after) all.back().after = '\n';
            ++end;
        }
        i = end;
        return true;
    }

    /// Sets the word at [begin, end), which holds no white space.
    void set_word(word& w, std::size_t begin, std::size_t end) {
        const auto own = text_.substr(begin, end - begin);
        unsigned kinds = 0;
        for (const char c : own) kinds |= kind_of(c);
        if (!(kinds & beyond_ascii)) {
            set_ascii(w, begin, end, kinds);
            return;
        }
        w.begin = begin;
        w.end = end;
        w.folded = std::string_view(out_.beyond_ascii_.emplace_front(fold_beyond_ascii(own)));
        set_case(w, own);
    }

    /// Sets a word of ASCII whose bytes are of these kinds.
    void set_ascii(word& w, std::size_t begin, std::size_t end, unsigned kinds) {
        const auto own = text_.substr(begin, end - begin);
        w.begin = begin;
        w.end = end;
        if (own_small_)
            for (std::size_t i = begin; i < end; ++i) own_small_[i] = to_small(text_[i]);
        w.folded = std::string_view(small_ + begin, end - begin);
        w.digits = (kinds & figure) != 0;
        if (!(kinds & capital)) return;
        w.capital = starts_capital(own);
        w.upper = is_upper(own, kinds);
    }

    std::string_view text_;
    const char* small_;
    char* own_small_ = nullptr;
    std::size_t most_;
    split_words out_;
};

split_words words_in(std::string_view text, std::size_t most) { return word_splitter(text, nullptr, most).split(); }

split_words words_in(std::string_view text, const char* small, std::size_t most) { return word_splitter(text, small, most).split(); }

bool starts_upper(std::string_view text) {
    if (text.empty()) return false;
    if (is_ascii(text[0])) return is_capital(text[0]);
    std::size_t size = 0;
    const auto c = code_point_at(text, 0, size);
    return c >= 0 && (utf8proc_category(c) == UTF8PROC_CATEGORY_LU || utf8proc_category(c) == UTF8PROC_CATEGORY_LT);
}

bool starts_lower(std::string_view text) {
    if (text.empty()) return false;
    if (is_ascii(text[0])) return is_small(text[0]);
    std::size_t size = 0;
    const auto c = code_point_at(text, 0, size);
    return c >= 0 && utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
    return text;
}

std::string mend_homoglyphs(std::string_view text) {
    // Capitals of Cyrillic and Greek whose shapes are Latin capitals' (Unicode TR 39, confusables, upper case only).
    static constexpr std::array<std::pair<char32_t, char>, 30> alike = {{
        {0x0410, 'A'}, {0x0412, 'B'}, {0x0421, 'C'}, {0x0415, 'E'}, {0x041D, 'H'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x041A, 'K'},
        {0x041C, 'M'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0405, 'S'}, {0x0422, 'T'}, {0x0425, 'X'}, {0x04AE, 'Y'}, {0x0423, 'Y'},
        {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'}, {0x039C, 'M'},
        {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'}}};
    std::string out;
    bool mended = false;
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); i += size) {
        const auto c = code_point_at(text, i, size);
        const auto hit = std::find_if(alike.begin(), alike.end(), [&](const auto& p) { return p.first == static_cast<char32_t>(c); });
        if (hit != alike.end()) {
            out += hit->second;
            mended = true;
        } else if (c >= 0xFF21 && c <= 0xFF3A) {  // full-width capitals
            out += static_cast<char>('A' + (c - 0xFF21));
            mended = true;
        } else if (c >= 0xFF41 && c <= 0xFF5A) {
            out += static_cast<char>('a' + (c - 0xFF41));
            mended = true;
        } else if (c >= 0x370 && c < 0x530) {
            return {};  // a letter with no Latin double: the word is Greek or Cyrillic
        } else {
            out.append(text, i, size);
        }
    }
    return mended ? out : std::string{};
}

}  // namespace minutes
