// SPDX-License-Identifier: Apache-2.0
#include "formula_references.hpp"

#include <cctype>
#include <optional>

namespace minutes {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80; }

/// Walks a formula piece by piece.
class scanner {
public:
    explicit scanner(std::string_view formula) : text_(formula) {}

    [[nodiscard]] bool done() const { return at_ == text_.size(); }

    /// What stands in quotation marks, brackets or braces from here on, with them; empty when nothing does.
    std::string_view quoted() {
        const char open = text_[at_];
        if (open == '[') return until_bracket();
        if (open != '"' && open != '\'') return {};
        std::size_t end = at_ + 1;
        for (; end < text_.size(); ++end) {
            if (text_[end] != open) continue;
            if (end + 1 < text_.size() && text_[end + 1] == open) ++end;  // doubled it is itself
            else break;
        }
        return take(std::min(text_.size(), end + 1) - at_);
    }

    /// A reference that is no part of a name and does not stand behind a sheet's name.
    std::optional<formula_reference> reference() {
        if (at_ > 0 && (in_name(text_[at_ - 1]) || text_[at_ - 1] == '!' || text_[at_ - 1] == '$')) return {};
        std::size_t i = at_;
        formula_reference r;
        r.fixed_column = skip_sign(i);
        std::size_t letters = 0;
        for (; i < text_.size() && is_upper(text_[i]) && letters < 3; ++i, ++letters) r.place.column = r.place.column * 26 + static_cast<std::uint32_t>(text_[i] - 'A' + 1);
        r.fixed_row = skip_sign(i);
        std::size_t digits = 0;
        for (; i < text_.size() && is_digit(text_[i]) && digits < 7; ++i, ++digits) r.place.row = r.place.row * 10 + static_cast<std::uint32_t>(text_[i] - '0');
        const bool goes_on = i < text_.size() && (in_name(text_[i]) || text_[i] == '(' || text_[i] == '!');
        if (letters == 0 || digits == 0 || r.place.row == 0 || goes_on) return {};
        --r.place.column;
        --r.place.row;
        at_ = i;
        return r;
    }

    std::string_view word() {
        std::size_t n = 0;
        while (at_ + n < text_.size() && in_name(text_[at_ + n])) ++n;
        return take(std::max<std::size_t>(n, 1));
    }

    [[nodiscard]] bool at_sheet_mark() const { return at_ < text_.size() && text_[at_] == '!'; }

private:
    std::string_view take(std::size_t n) {
        const auto out = text_.substr(at_, n);
        at_ += n;
        return out;
    }

    std::string_view until_bracket() {
        int depth = 0;
        std::size_t end = at_;
        for (; end < text_.size(); ++end) {
            depth += text_[end] == '[' ? 1 : text_[end] == ']' ? -1 : 0;
            if (depth == 0) break;
        }
        return take(std::min(text_.size(), end + 1) - at_);
    }

    bool skip_sign(std::size_t& i) const {
        if (i >= text_.size() || text_[i] != '$') return false;
        ++i;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string written(const formula_reference& r) {
    return (r.fixed_column ? "$" : "") + column_letters(r.place.column) + (r.fixed_row ? "$" : "") + std::to_string(r.place.row + 1);
}

std::string without_quotes(std::string_view name) {
    if (name.size() < 2 || name.front() != '\'') return std::string(name);
    std::string out;
    for (std::size_t i = 1; i + 1 < name.size(); ++i) {
        out += name[i];
        if (name[i] == '\'') ++i;
    }
    return out;
}

}  // namespace

std::string with_references(std::string_view formula, const std::function<formula_reference(formula_reference)>& moved) {
    std::string out;
    for (scanner s(formula); !s.done();) {
        if (const auto words = s.quoted(); !words.empty()) out += words;
        else if (const auto r = s.reference()) out += written(moved(*r));
        else out += s.word();
    }
    return out;
}

std::vector<std::string> sheets_in(std::string_view formula) {
    std::vector<std::string> out;
    for (scanner s(formula); !s.done();) {
        std::string_view word = s.quoted();
        if (word.empty()) word = s.word();
        if (s.at_sheet_mark()) out.push_back(without_quotes(word));
    }
    return out;
}

std::string column_letters(std::uint32_t column) {
    std::string out(1, static_cast<char>('A' + column % 26));
    return column < 26 ? out : column_letters(column / 26 - 1) + out;
}

std::string cell_name(cell_place at) { return column_letters(at.column) + std::to_string(at.row + 1); }

}  // namespace minutes
