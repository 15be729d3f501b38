// SPDX-License-Identifier: Apache-2.0
// Business that is not for the public: headings marked as such, notes that name the paragraph of an Act, resolutions
// that send the public out, and the words by which it is let in again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"

namespace minutes {

/// The words of a heading that mark its item as exempt: "Staffing (confidential)", "Exempt items", "Part II business".
/// "Confidential reporting policy" has none.
[[nodiscard]] std::optional<span> exempt_mark_in(std::string_view heading, const lexicon& words);

/// Whether a text below a heading is nothing but such a mark: "(Exempt under paragraph 3 of Schedule 12A)".
[[nodiscard]] bool is_exempt_note(std::string_view text, const lexicon& words);

struct exclusion_finding {
    std::vector<span> items;  ///< the numbers of the items that it is for; empty: all that follow
    bool next_only = false;   ///< "for the following item"
};

/// A sentence by which the public was excluded or the meeting went into a closed session; not one that only announces it.
[[nodiscard]] std::optional<exclusion_finding> match_exclusion(std::string_view sentence, const lexicon& words, const known_names& known);

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

/// The heading of a paper behind the minutes: "Appendix A", "APPENDIX B – NOT FOR PUBLICATION", "Exempt Annex 2", "Confidential Annex".
struct paper_heading {
    std::string kind;     ///< what it is called, in folded words: "appendix"
    bool closed = false;  ///< marked as not for the public
};
[[nodiscard]] std::optional<paper_heading> match_paper_heading(std::string_view line, const lexicon& words);

/// A line of the minutes' head that says that they are of such a part: "Confidential minutes of the Estates Committee",
/// "Minutes of the Council – Part II".
[[nodiscard]] bool names_exempt_part(std::string_view title, const lexicon& words);

/// A sentence by which the meeting was open again: "The public were readmitted", "returned to open session", "came out of
/// closed session".
[[nodiscard]] bool readmits_public(std::string_view sentence, const lexicon& words);

}  // namespace minutes
