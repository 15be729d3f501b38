// SPDX-License-Identifier: Apache-2.0
// A source text with pieces cut out of it, and where its other words stand then.
#pragma once

#include <memory>
#include <vector>

#include <minutes/span.hpp>

namespace minutes {

/// A piece to cut; `marked` leaves "[…]" in its place.
struct text_cut {
    span where;
    bool marked = false;
};

class cut_text {
public:
    /// Line ends stay, so that each line keeps its number.
    cut_text(const source_text& source, std::vector<text_cut> cuts);

    [[nodiscard]] const std::shared_ptr<const source_text>& text() const { return text_; }

    /// Whether any byte of these words is cut.
    [[nodiscard]] bool touches(const spans& where) const;

    /// The words that stay, in their new places; a piece cut in two becomes two.
    [[nodiscard]] spans kept(const spans& where) const;

    /// Where the marks stand.
    [[nodiscard]] const spans& marks() const { return marks_; }

private:
    void cut_bytes(const source_text& source, source_text& out);
    void move_notes(const source_text& source, source_text& out) const;

    std::vector<text_cut> cuts_;      // in order, apart from each other
    std::vector<std::uint32_t> to_;   // for each byte of the source and its end: where it stands now
    spans marks_;
    std::shared_ptr<const source_text> text_;
};

}  // namespace minutes
