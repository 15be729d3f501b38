// SPDX-License-Identifier: Apache-2.0
// What must be read from minutes, as a form's lines under "--- reads" say it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// A heading of business.  One that may be left out is `optional`: a label above people, "Next meeting".
struct expected_item {
    std::string number, heading;
    bool optional = false;
};

/// A task, or, without owners and the rest, a decision.  Words in square brackets may be there or not.
struct expected_text {
    std::string text;
    std::set<std::string> owners;
    std::string due, ref;  ///< `due`: an ISO date, "next" for the next meeting's, or empty
    bool optional = false;
};

struct expected_reading {
    std::map<std::string, std::vector<std::string>> scalars;  ///< title, date, start, end, venue, next, next-time, next-venue: wordings of which one is right
    std::set<std::string> present, away;
    std::map<std::string, std::string> initials;
    std::vector<expected_item> items;
    std::vector<expected_text> actions, decisions;
};

/// Adds what "kind: what" says; a line that says nothing known is an error of the form's, which is thrown.
void add_line(expected_reading& r, std::string_view line);

/// Adds what another part of the document says.
void add_reading(expected_reading& r, const expected_reading& other);

/// Whether `read` is one of the wordings of `expected`: brackets left out or not, whatever the case, the blanks and the stop at the end.
bool same_words(std::string_view expected, std::string_view read);

/// The words in small letters with single blanks, without marks at the end.
std::string plain_words(std::string_view text);
