// SPDX-License-Identifier: Apache-2.0
// Where the headings and lines of minutes close the meeting to the public, or open it again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "asides.hpp"

namespace minutes {

/// Where the meeting was closed to the public, or open again.
struct turn {
    std::uint32_t at = 0;  // the business behind it begins here
    spans words{};
    bool closed = false;
    const char* rule = "exempt-by-resolution";
    std::optional<int> depth{};  // of the heading: items that stand higher end its part
    bool own_goes_on = false;    // the item that it stands in is of it too, where its text goes on
    bool of_head = false;        // it stands over all minutes: who came and when is no business
    const public_notes::note* note = nullptr;  // when a sentence says so
    std::string paper{};         // "appendix", when it is the heading of a paper behind the minutes
    bool announced = false;      // such a paper, named in the minutes before it
    bool of_part = false;        // names a part of the meeting

    /// Whether `other` ends what this one closed: a paper ends at the next of its kind, or at one that the minutes speak of.
    [[nodiscard]] bool ends_at(const turn& other) const {
        if (other.closed) return false;
        return other.paper.empty() || (!paper.empty() && (other.paper == paper || other.announced));
    }
};

/// The turns that headings, lines and rows of their own make, in no order.
[[nodiscard]] std::vector<turn> find_session_turns(const parser& p, const item_index& items);

/// Whether an item's number goes on with another's: "7.1" with "7".
[[nodiscard]] bool is_numbered_below(const item& it, const item& above);

/// An item's heading, and what stands behind it on its line: "Clerk – Part II".
[[nodiscard]] spans title_line(const parser& p, const item& it);

}  // namespace minutes
