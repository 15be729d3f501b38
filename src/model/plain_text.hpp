// SPDX-License-Identifier: Apache-2.0
// What the writer and the loader of canonical minutes text agree on:
//
//   minutes/text/1 en                            # 2.1. Colours
//
//   Meeting: Harbour Board                       Blue was liked.
//   Date: 27 March 2014 (2014-03-27)
//   Time: 09:00 to 10:30                         RESOLVED that the pontoon be blue.
//                                                  Decided: that the pontoon be blue.
//   Present:                                       Mover: Cllr Dray
//   - Ottilie Brancaster, Chair (OB)
//   - Hal Penrose                                ACTION 2/14: Buy paint
//     Role: Head of Moorings, North                Owner: OB
//                                                  Due: end of April (2014-04-30)
//
// A value is one line.  What belongs to a line stands below it, indented by two blanks.  What could be taken for
// something else is written the long way, or behind a backslash; the short way is taken where it is read back alike.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace minutes {

inline constexpr std::string_view plain_text_mark = "minutes/text/1";
inline constexpr std::string_view plain_text_indent = "  ";

/// The labels in one language.
class plain_labels {
public:
    explicit plain_labels(std::map<std::string, std::string, std::less<>> by_key) : by_key_(std::move(by_key)) {}

    /// The label of "next_meeting": "Next meeting".
    [[nodiscard]] const std::string& operator[](std::string_view key) const;
    /// Whether the words are the label with this key.
    [[nodiscard]] bool is(std::string_view words, std::string_view key) const { return (*this)[key] == words; }

private:
    std::map<std::string, std::string, std::less<>> by_key_;
};

/// The labels in the language with this code; English ones where there are none.
[[nodiscard]] const plain_labels& plain_labels_of(std::string_view language);

/// Number and heading of "2.1. Colours": the number is one word with a figure, up to the first ". ".
[[nodiscard]] std::pair<std::string_view, std::string_view> plain_heading_parts(std::string_view words);

/// Name, role, organisation and initials of "Jane Smith, Clerk, Harbour Trust (JS)"; empty where not there.
struct plain_person {
    std::string_view name, role, organisation, initials;
    bool operator==(const plain_person&) const = default;
};
[[nodiscard]] plain_person plain_person_parts(std::string_view words);

/// Reference and words of what stands behind "ACTION": " 2/14: Buy paint"; nothing when it is no such line.
[[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>> plain_task_parts(std::string_view behind);

/// Whether prose that begins so needs a backslash before it.
[[nodiscard]] bool needs_escape(std::string_view prose, const plain_labels& labels);

}  // namespace minutes
