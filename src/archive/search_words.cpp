// SPDX-License-Identifier: Apache-2.0
#include "search_words.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace minutes {

namespace {

constexpr std::size_t most_words = 64;

struct mistake : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct term {
    std::string text;
    bool prefix = false, excluded = false, is_or = false;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Whether FTS5 sees a word in it: letters and digits are, and what is not ASCII may be.
bool has_word(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x80 || std::isalnum(c); });
}

class scanner {
public:
    explicit scanner(std::string_view typed) : text_(typed) {}

    std::vector<term> terms() {
        std::vector<term> out;
        while (skip_blanks(), at_ < text_.size()) {
            term t = next();
            if (!t.is_or && !has_word(t.text)) continue;  // a dash between two words
            out.push_back(std::move(t));
            if (out.size() > most_words) throw mistake(fmt::format("more than {} words to search for", most_words));
        }
        return out;
    }

private:
    void skip_blanks() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }

    term next() {
        term t;
        if (text_[at_] == '-' && at_ + 1 < text_.size() && !is_blank(text_[at_ + 1])) {
            t.excluded = true;
            ++at_;
        }
        const bool quoted = text_[at_] == '"';
        t.text = quoted ? quoted_words() : plain_word();
        if (!quoted && t.text == "OR" && !t.excluded) {
            t.is_or = true;
            return t;
        }
        t.prefix = take_star(t.text, quoted);
        return t;
    }

    std::string quoted_words() {
        const std::size_t end = text_.find('"', at_ + 1);
        if (end == text_.npos) throw mistake("a quotation mark has no other that closes it");
        std::string words(text_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        return words;
    }

    std::string plain_word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '"') ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    bool take_star(std::string& words, bool quoted) {
        if (quoted) {
            if (at_ >= text_.size() || text_[at_] != '*') return false;
            ++at_;
            return true;
        }
        const bool star = words.size() > 1 && words.back() == '*';
        if (star) words.pop_back();
        if (words.find('*') != words.npos) throw mistake(fmt::format("the star in '{}' does not stand at its end", words));
        return star;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string quoted(const term& t) { return "\"" + t.text + "\"" + (t.prefix ? " *" : ""); }

/// "a" AND ("b" OR "c") NOT "d"
std::string query_of(const std::vector<term>& terms) {
    std::vector<std::vector<std::string>> all;
    std::string without;
    bool joins = false;
    for (const term& t : terms) {
        if (t.is_or) {
            if (all.empty() || joins) throw mistake("OR stands between two words");
            joins = true;
        } else if (t.excluded) {
            if (joins) throw mistake("OR stands between two words, not before one that is kept away");
            without += " NOT " + quoted(t);
        } else if (std::exchange(joins, false)) {
            all.back().push_back(quoted(t));
        } else {
            all.push_back({quoted(t)});
        }
    }
    if (joins) throw mistake("OR stands between two words");
    if (all.empty()) throw mistake(without.empty() ? "there is no word to search for" : "there is no word to search for, only some to keep away");
    std::vector<std::string> groups;
    for (const auto& either : all) groups.push_back(fmt::format("({})", fmt::join(either, " OR ")));
    return fmt::format("({}){}", fmt::join(groups, " AND "), without);
}

}  // namespace

search_words read_search_words(std::string_view typed) {
    std::string text(typed);
    std::replace(text.begin(), text.end(), '\0', ' ');
    try {
        return {query_of(scanner(text).terms()), {}};
    } catch (const mistake& m) {
        return {{}, m.what()};
    }
}

}  // namespace minutes
