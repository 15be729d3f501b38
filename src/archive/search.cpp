// SPDX-License-Identifier: Apache-2.0
// Words of the archive: FTS5 finds the passages, the meeting itself tells where in the file they stand.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "ask.hpp"
#include "search_words.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

// FTS5 sets these around what it found and where it cut; a document's text cannot hold them.
constexpr char found_begins = '\x01', found_ends = '\x02', cut = '\x03';

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// One line: white space as single blanks, the cut ends as "…".
std::vector<search_hit::piece> pieces_of(std::string_view marked) {
    std::vector<search_hit::piece> out(1);
    const auto put = [&](std::string_view text) { out.back().text += text; };
    bool blank = true;
    for (const char c : marked) {
        if (is_blank(c)) {
            if (!blank) put(" ");
            blank = true;
            continue;
        }
        if (c == found_begins || c == found_ends) {
            if (!out.back().text.empty()) out.emplace_back();
            out.back().found = c == found_begins;
            continue;
        }
        put(c == cut ? std::string_view("…") : std::string_view(&c, 1));
        blank = false;
    }
    if (out.size() > 1 && out.back().text.empty()) out.pop_back();
    return out;
}

/// Where the first found word of a snippet stands in its passage.
std::size_t offset_of(std::string_view passage, std::string_view marked) {
    std::string plain;
    std::size_t first = std::string::npos;
    for (const char c : marked) {
        if (c == found_begins && first == std::string::npos) first = plain.size();
        if (c != found_begins && c != found_ends && c != cut) plain += c;
    }
    const std::size_t at = passage.find(plain);
    return at == passage.npos || first == std::string::npos ? 0 : at + first;
}

/// A damaged database may have anything there.
std::optional<date> day_of(std::string_view iso) {
    int year = 0;
    unsigned month = 0, day = 0;
    const auto read = [&](std::size_t at, std::size_t n, auto& number) {
        const auto [end, error] = std::from_chars(iso.data() + at, iso.data() + at + n, number);
        return error == std::errc{} && end == iso.data() + at + n;
    };
    if (iso.size() != 10 || !read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return {};
    return date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

const std::string from_where =
    "FROM passage_words JOIN passage p ON p.id = passage_words.rowid JOIN meeting m ON m.id = p.meeting "
    "JOIN reading r ON r.id = m.reading JOIN document d ON d.id = r.document "
    "WHERE m.current AND " + std::string(filter_sql) + " AND passage_words MATCH ?4";

search_hit hit_in(const sqlite_statement& s) {
    search_hit hit;
    const std::string_view marked = s.text(0);
    const meeting m = meeting_of(s.text(3));
    const auto at = static_cast<std::uint32_t>(s.number(2)) + static_cast<std::uint32_t>(offset_of(s.text(1), marked));
    hit.source = s.text(4);
    hit.place = place_in_words(m, {{at, at + 1}});
    hit.title = s.text(5);
    hit.body = s.text(6);
    hit.date = day_of(s.text(7));
    if (const item* it = find_item(m, s.text(8))) hit.item = item_title(m, *it);
    hit.snippet = pieces_of(marked);
    return hit;
}

}  // namespace

std::string mistake_in_query(std::string_view query) { return read_search_words(query).mistake; }

search_result archive::search(std::string_view query, const meeting_filter& filter, std::size_t most) const {
    search_result out;
    const search_words words = read_search_words(query);
    if (!words.mistake.empty()) {
        out.message = words.mistake;
        return out;
    }
    const archive_outcome asked = guarded([&] {
        const filter_values f(filter);
        sqlite3* db = database_->connection().handle();
        sqlite_statement all(db, "SELECT count(*) " + from_where);
        if (all.bind(f.body, f.since, f.until, words.query).step()) out.found = static_cast<std::size_t>(all.number(0));
        sqlite_statement s(db, "SELECT snippet(passage_words, 0, char(1), char(2), char(3), 32), p.text, p.begins, m.content, d.path, m.title, m.body, m.date, p.item " + from_where +
                                   " ORDER BY round(bm25(passage_words), 6), m.date DESC, d.path, m.number, p.begins LIMIT ?5");
        s.bind(f.body, f.since, f.until, words.query, static_cast<std::int64_t>(std::min<std::size_t>(most, 100'000)));
        while (s.step()) out.hits.push_back(hit_in(s));
    });
    out.message = asked.message;
    return out;
}

}  // namespace minutes
