// SPDX-License-Identifier: Apache-2.0
// Business that is not for the public: headings and lines that are marked as such, notes that name the paragraph of an Act.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// The words of a heading that mark its item as exempt: "Staffing (confidential)", "Exempt items", "Lease – not for publication
/// by virtue of paragraph 3".  "Confidential reporting policy" has none.
[[nodiscard]] std::optional<span> exempt_mark_in(std::string_view heading, const lexicon& words);

/// Whether a text below a heading is nothing but such a mark: "(Exempt under paragraph 3 of Schedule 12A)".
[[nodiscard]] bool is_exempt_note(std::string_view text, const lexicon& words);

/// The head of a column that says yes or no of each row: "Confidential", "Exempt?".
[[nodiscard]] bool asks_whether_exempt(std::string_view head, const lexicon& words);

/// A line that parts the meeting and says nothing else: "PART II", "Exempt items", "Closed session (8.10pm)"; "OPEN SESSION".
struct session_heading {
    bool closed = false;   ///< to the public
    bool of_part = false;  ///< names a part of the meeting or its items, not one session: "Part II"
};
[[nodiscard]] std::optional<session_heading> match_session_heading(std::string_view line, const lexicon& words);

/// Behind the words of a heading the part of the meeting that its item was taken in: "Lease (Part 2)", "Clerk – Part II".
/// It may as well be an instalment: "Harbour plan (Part 2)".
struct part_mark {
    bool closed = false;  ///< the part that is not for the public
    span where;           ///< of the heading
};
[[nodiscard]] std::optional<part_mark> match_part_mark(std::string_view heading, const lexicon& words);

/// The heading of a paper behind the minutes: "Appendix A", "APPENDIX B – NOT FOR PUBLICATION", "Exempt Annex 2", "Confidential Annex",
/// "Confidential Annex to the minutes of 9 May 2017".
struct paper_heading {
    std::string kind;     ///< what it is called, in folded words: "appendix"
    bool closed = false;  ///< marked as not for the public
    span name;            ///< of the line: "Appendix A"
};
[[nodiscard]] std::optional<paper_heading> match_paper_heading(std::string_view line, const lexicon& words);

/// A line of the minutes' head that says that they are of such a part: "Confidential minutes of the Estates Committee",
/// "Minutes of the Council – Part II".
[[nodiscard]] bool names_exempt_part(std::string_view title, const lexicon& words);

}  // namespace minutes
