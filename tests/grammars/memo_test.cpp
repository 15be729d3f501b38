// SPDX-License-Identifier: Apache-2.0
// What is remembered of a text during the reading of a document is what would be found again.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "date.hpp"
#include "languages.hpp"
#include "person_name.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"
#include "sentence.hpp"

namespace {

using namespace minutes;

/// All lines of this folder's tables: more than the memo has places for, so that some push others out.
std::vector<std::string> lines_of_tables() {
    std::vector<std::string> lines;
    for (const auto& file : std::filesystem::directory_iterator(TABLES)) {
        if (file.path().extension() != ".txt") continue;
        std::ifstream in(file.path());
        for (std::string line; std::getline(in, line);) lines.push_back(line);
    }
    return lines;
}

std::string describe(std::string_view text, const lexicon& words) {
    std::string out;
    for (const auto& w : words_in(text, words)) out += w.folded + (words.has(word_list::verbs, w) ? "* " : " ");
    for (const span s : sentences_in(text, words)) out += "/" + std::to_string(s.end);
    for (const auto& d : find_dates(text, words)) out += "@" + std::to_string(d.begin) + "-" + std::to_string(d.end);
    for (const auto& p : match_roster(text, words)) out += "&" + std::to_string(p.person.name.begin);
    return out + "=" + std::to_string(name_strength(text, words));
}

}  // namespace

TEST_CASE("answers are the same with a memo and without") {
    const lexicon& plain = default_lexicon();
    const lexicon remembering = plain.for_one_document();
    const auto lines = lines_of_tables();
    REQUIRE(lines.size() > 300);
    REQUIRE(plain.memo() == nullptr);
    for (const int turn : {1, 2})
        for (const auto& line : lines) {
            INFO(turn << ": " << line);
            CHECK(describe(line, remembering) == describe(line, plain));
            CHECK(describe(line, remembering) == describe(line, plain));
        }
}

TEST_CASE("the first words of a text are those of the whole text") {
    const lexicon remembering = default_lexicon().for_one_document();
    const std::string text = "Jane Smith, Chair, will write to the harbour board by Friday.";
    CHECK(words_in(text, remembering, 2).size() == 2);
    const auto all = words_in(text, remembering);
    REQUIRE(all.size() == 11);
    const auto first = words_in(text, remembering, 2);
    REQUIRE(first.size() == 2);
    CHECK(first.back().folded == "smith");
    CHECK(first.data() == all.data());
}

namespace {

std::string describe_words(const word_run& all) {
    std::string out;
    for (const word& w : all) {
        out += std::to_string(w.begin) + '-' + std::to_string(w.end) + ' ' + w.folded + ' ' + (w.before ? w.before : '.') + (w.after ? w.after : '.');
        for (const bool is : {w.capital, w.upper, w.digits, w.plain}) out += is ? '1' : '0';
        out += w.entry ? ", " : "? ";
    }
    return out;
}

}  // namespace

TEST_CASE("the words of a piece of the document are those of the piece alone") {
    std::string text = "  ( 7 ) \u201cDone\u201d \u2013 the \u00e9lan\u2026 (SH). \t\n - Apologies:Ann Bell; \u00b7 O\u2019Dea\u00b7 \n\n#4";
    for (const auto& line : lines_of_tables()) text += '\n' + line;
    const lexicon& plain = default_lexicon();
    const lexicon remembering = plain.for_one_document(text);
    const std::string_view all = text;
    const auto is_border = [&](std::size_t at) { return at == all.size() || (static_cast<unsigned char>(all[at]) & 0xC0) != 0x80; };
    const auto check = [&](std::size_t begin, std::size_t end) {
        const std::string alone(all.substr(begin, end - begin));
        INFO(begin << "-" << end << ": " << alone);
        CHECK(describe_words(words_in(all.substr(begin, end - begin), remembering)) == describe_words(words_in(alone, plain)));
        CHECK(describe_words(words_in(all.substr(begin, end - begin), remembering, 3)) == describe_words(words_in(alone, plain, 3)));
    };
    constexpr std::size_t head = 90;  // bytes in which all that is odd stands
    for (std::size_t begin = 0; begin < head; ++begin)
        for (std::size_t end = begin; end <= head; ++end)
            if (is_border(begin) && is_border(end)) check(begin, end);
    for (std::size_t k = 0; k < 2000; ++k) {  // pieces here and there, of all lengths up to 200 bytes
        const std::size_t begin = k * 7919 % all.size(), end = std::min(all.size(), begin + k * 31 % 200);
        if (is_border(begin) && is_border(end)) check(begin, end);
    }
}
