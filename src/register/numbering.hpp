// SPDX-License-Identifier: Apache-2.0
// How a body's references of actions run on, begin again, or have parts.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/history.hpp>

namespace minutes {

using word_set = std::set<std::string>;

/// One meeting's record of an action.
struct action_mention {
    occurrence at;
    std::size_t meeting = 0;  ///< number of the meeting among its body's
    std::string ref;          ///< folded; empty without one
    word_set words;           ///< of its text
};

/// The share of the shorter text's words that the other has too; 0 for none.
[[nodiscard]] double words_in_common(const word_set& a, const word_set& b);
[[nodiscard]] word_set word_set_of(std::string_view text);

/// All mentions of a body's meetings, in order.
[[nodiscard]] std::vector<action_mention> mentions_in(const meeting_list& meetings);

/// How references of one shape are used: "15-01" and "15-02" have one shape, "a1" another.
struct numbering {
    reference_scheme scheme = reference_scheme::running;
    bool begins_again = false;  ///< the same reference is, more often than not, another action at the next meeting
    bool trusted = false;       ///< it was the same action again and again
};

class numberings {
public:
    explicit numberings(const std::vector<action_mention>& all);

    [[nodiscard]] const numbering& of(const std::string& ref) const;

    /// That of the shape that most records have.
    [[nodiscard]] reference_scheme main_scheme() const { return main_; }

private:
    std::map<std::string, numbering> by_shape_;
    reference_scheme main_ = reference_scheme::none;
};

/// "15-01" of "15-01a" and of "15-01-ii": the reference of which this names a part; empty when it names none.
[[nodiscard]] std::string whole_of(std::string_view ref);

/// "3", "a12" or "action-4", two figures at most: many registers begin these again.
[[nodiscard]] bool is_bare(std::string_view ref);

}  // namespace minutes
