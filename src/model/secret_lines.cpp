// SPDX-License-Identifier: Apache-2.0
#include "secret_lines.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_set>

namespace minutes {

namespace {

bool is_letter(char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalpha(static_cast<unsigned char>(c)); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct token {
    std::uint32_t begin = 0, end = 0;
    std::string_view text;
};

std::vector<token> tokens_of(std::string_view text) {
    std::vector<token> out;
    for (std::uint32_t i = 0; i < text.size();) {
        const auto begin = i;
        while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]) || (i > begin && (text[i] == ',' || text[i] == '.') && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1])))) ++i;
        if (i == begin) ++i;
        else out.push_back({begin, i, text.substr(begin, i - begin)});
    }
    return out;
}

/// A word with a capital that is no day of the month: "June" stands beside a figure.
bool is_name(const std::vector<token>& all, std::size_t i) {
    constexpr std::size_t shortest = 4;  // letters
    const auto t = all[i].text;
    if (t.size() < shortest || t[0] < 'A' || t[0] > 'Z' || !std::all_of(t.begin(), t.end(), is_letter)) return false;
    if (std::none_of(t.begin(), t.end(), [](unsigned char c) { return c >= 0x80 || std::islower(c); })) return false;  // "ACTION"
    const auto figure = [&](std::size_t k) { return k < all.size() && is_digit(all[k].text[0]); };
    return !(i > 0 && figure(i - 1)) && !figure(i + 1);
}

bool is_sum(std::string_view text, const token& t) {
    if (!is_digit(t.text[0]) || t.begin == 0) return false;
    const auto before = text.substr(0, t.begin);
    return before.ends_with("\u00a3") || before.ends_with('$') || before.ends_with("\u20ac");
}

class line_finder {
public:
    line_finder(std::string_view text, const std::vector<text_cut>& cuts, const spans& entries) : text_(text), cut_(text.size() + 1), listed_(text.size() + 1) {
        first_ = static_cast<std::uint32_t>(text.size());
        for (const auto& c : cuts) {
            std::fill(cut_.begin() + c.where.begin, cut_.begin() + c.where.end, true);
            if (c.marked) first_ = std::min(first_, c.where.begin);
        }
        for (const span s : entries) mark_listed(s.begin, s.end);
        for (std::uint32_t at = first_; at < text.size(); ++at)
            if ((at == 0 || text[at - 1] == '\n') && is_bullet(at)) mark_listed(at, end_of(at));
    }

    std::vector<text_cut> find() {
        sort_tokens();
        std::vector<text_cut> out;
        for (const auto& t : secrets_)
            if (inside_.contains(t.text) && !open_.contains(t.text)) out.push_back({{begin_of(t.begin), end_of(t.begin)}, false});
        return out;
    }

private:
    std::uint32_t begin_of(std::uint32_t at) const {
        const auto line = text_.substr(0, at).rfind('\n');
        return static_cast<std::uint32_t>(line == text_.npos ? 0 : line + 1);
    }
    std::uint32_t end_of(std::uint32_t at) const { return static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size())); }

    bool is_bullet(std::uint32_t at) const {
        const auto rest = text_.substr(at, 4);
        return rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("\u2022");
    }

    /// Whether a word goes on with a sentence: any word may begin one with a capital.
    bool inside_sentence(std::uint32_t at) const {
        const auto before = text_.substr(0, at).find_last_not_of(" \"'(");
        return before != text_.npos && (is_letter(text_[before]) || is_digit(text_[before]) || text_[before] == ',' || text_[before] == ';');
    }

    void mark_listed(std::uint32_t begin, std::uint32_t end) {
        if (begin >= first_) std::fill(listed_.begin() + begin, listed_.begin() + end, true);
    }

    /// Where each name and each sum stands: in what is cut, in a list, or in the open.
    void sort_tokens() {
        const auto all = tokens_of(text_);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const token& t = all[i];
            if (std::islower(static_cast<unsigned char>(t.text[0]))) {
                std::string capital(t.text);
                capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
                small_.insert(std::move(capital));
            }
            if (!is_name(all, i) && !is_sum(text_, t)) continue;
            if (cut_[t.begin]) inside_.insert(t.text);
            else if (!listed_[t.begin]) open_.insert(t.text);
            else if (is_sum(text_, t) || inside_sentence(t.begin)) secrets_.push_back(t);
        }
        std::erase_if(secrets_, [&](const token& t) { return small_.contains(std::string(t.text)); });
    }

    std::string_view text_;
    std::vector<bool> cut_, listed_;  // for each byte
    std::uint32_t first_ = 0;
    std::unordered_set<std::string_view> inside_, open_;
    std::unordered_set<std::string> small_;  // words that stand without their capital too: no names
    std::vector<token> secrets_;             // in lists
};

}  // namespace

std::vector<text_cut> cuts_of_secret_lines(std::string_view text, const std::vector<text_cut>& cuts, const spans& entries) { return line_finder(text, cuts, entries).find(); }

std::vector<text_cut> cuts_of_emptied_lines(std::string_view text, const std::vector<text_cut>& cuts) {
    std::vector<bool> cut(text.size());
    for (const auto& c : cuts) std::fill(cut.begin() + c.where.begin, cut.begin() + c.where.end, true);
    std::vector<text_cut> out;
    for (std::uint32_t begin = 0; begin < text.size();) {
        const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
        bool touched = false, left = false;
        for (std::uint32_t i = begin; i < end; ++i) {
            touched |= cut[i];
            left |= !cut[i] && is_letter(text[i]);
        }
        if (touched && !left) out.push_back({{begin, end}, false});
        begin = end + 1;
    }
    return out;
}

}  // namespace minutes
