// SPDX-License-Identifier: Apache-2.0
#include "hyphens.hpp"

#include <cctype>

namespace minutes {

namespace {

/// The word in lower case, without the marks around it.
std::string plain(std::string_view word) {
    constexpr std::string_view marks = ".,;:!?()[]\"'";
    const auto first = word.find_first_not_of(marks);
    if (first == word.npos) return {};
    std::string out(word.substr(first, word.find_last_not_of(marks) - first + 1));
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

bool ends_in_hyphen(const std::string& word) { return word.size() > 2 && word.back() == '-' && word[word.size() - 2] != '-'; }

}  // namespace

void hyphen_judge::add(const std::vector<text_line>& lines) {
    for (const auto& l : lines) {
        ++lines_;
        hyphens_ += ends_in_hyphen(l.words.back().text);
        for (const auto& w : l.words) words_.insert(plain(w.text));
    }
}

bool hyphen_judge::broken(std::string_view head, std::string_view rest) const {
    if (head.size() < 2 || rest.empty() || !std::islower(static_cast<unsigned char>(rest.front())) || !std::isalpha(static_cast<unsigned char>(head.back()))) return false;
    const std::string a = plain(head), b = plain(rest);
    if (words_.count(a + b)) return true;
    if (words_.count(a + "-" + b) || a.find('-') != a.npos) return false;
    return hyphens_ >= 3 && hyphens_ * 50 >= lines_;
}

}  // namespace minutes
