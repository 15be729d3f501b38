// SPDX-License-Identifier: Apache-2.0
#include "org_reader.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "line_markup.hpp"

namespace minutes {

namespace {

std::string upper(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

/// The stars of a heading; 0 when the line is none.
std::size_t stars_of(std::string_view line) {
    const std::size_t stars = std::min(line.find_first_not_of('*'), line.size());
    return stars > 0 && stars < line.size() && line[stars] == ' ' ? stars : 0;
}

/// A heading without the tags behind it: ":action:urgent:".
std::string_view without_tags(std::string_view heading) {
    const auto words = heading.substr(0, heading.find_last_not_of(" \t\r") + 1);
    const auto at = words.find_last_of(" \t");
    if (at == words.npos || !words.ends_with(':') || words[at + 1] != ':' || words.size() - at < 4) return words;
    return words.substr(0, at);
}

class org_lines {
public:
    org_lines(document_builder& out, std::string_view utf8, const file_places& places) : out_(out), markup_(out, utf8, places, {"*", "+", {"/", "=", "~", "_"}, "]["}) {}

    void read(std::size_t from) {
        for (const auto& l : markup_.lines(from)) read(l);
        markup_.end_table();
    }

private:
    void read(const line_markup::line& l) {
        const auto words = without_blanks(l.text);
        if (words.starts_with(':') && words.ends_with(':') && (upper(words) == ":PROPERTIES:" || upper(words) == ":LOGBOOK:")) in_drawer_ = true;
        if (in_drawer_) {
            in_drawer_ = upper(words) != ":END:";
            return;
        }
        if (words.empty() || words == "#" || words.starts_with("# ")) return markup_.blank();
        if (words.starts_with("#+")) return keyword(l, words);
        if (const std::size_t stars = stars_of(l.text)) {
            const auto heading = without_tags(l.text);
            const std::size_t from = std::min(heading.find_first_not_of(" \t", stars), heading.size());
            return markup_.heading({l.begin, heading}, from, static_cast<int>(std::min<std::size_t>(stars, 9)));
        }
        if (words.starts_with('|')) return markup_.row(l);
        const auto mark = item_mark_at(l.text, l.text.starts_with('*') ? "-+" : "-+*");
        if (!mark) return markup_.text(l);
        const auto item = l.text.substr(mark.words);
        const bool task = item.starts_with("[ ] ") || item.starts_with("[X] ") || item.starts_with("[-] ");
        markup_.item(l, mark, mark.words + (task ? 4 : 0), task, task && item[1] == 'X');
    }

    /// "#+TITLE: Minutes" is said about the text; blocks' fences and options are not shown.
    void keyword(const line_markup::line& l, std::string_view words) {
        const auto colon = words.find(':');
        const auto key = upper(words.substr(2, colon == words.npos ? 0 : colon - 2));
        if (key != "TITLE" && key != "AUTHOR" && key != "DATE" && key != "SUBTITLE") return markup_.blank();
        const auto value = without_blanks(words.substr(colon + 1));
        out_.set_metadata(std::string(words.substr(2, colon - 2)), std::string(value));
        const auto at = static_cast<std::size_t>(l.text.find("#+")) + 2;
        markup_.front({l.begin, l.text}, at);
    }

    document_builder& out_;
    line_markup markup_;
    bool in_drawer_ = false;
};

}  // namespace

int recognise_org(std::string_view bytes) {
    if (recognise_text(bytes) == 0) return 0;
    const auto head = decode(bytes.substr(0, 4096)).utf8;
    constexpr std::string_view title = "#+TITLE:";
    for (auto at = head.find("#+"); at != head.npos; at = head.find("#+", at + 1))
        if (upper(std::string_view(head).substr(at, title.size())) == title) return 2;
    return 1;
}

document read_org(std::string_view bytes, const read_options& options) { return read_lines<org_lines>(bytes, "org", options); }

}  // namespace minutes
