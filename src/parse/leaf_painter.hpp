// SPDX-License-Identifier: Apache-2.0
// Cuts the text into leaves.  Whoever understands words paints them; what is
// painted later lies on top, so prose goes first, labels and values after it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

class leaf_painter {
public:
    explicit leaf_painter(std::string_view text) : text_(text), owner_(text.size(), 0) {}

    void paint(const spans& where, leaf::kind_type kind, std::string of = {});
    void paint(span where, leaf::kind_type kind, std::string of = {}) { paint(spans{where}, kind, std::move(of)); }

    /// Paints only what nobody painted before.
    void paint_rest(span where, leaf::kind_type kind, std::string of = {});

    /// The leaves, in order; characters that nobody painted are `unparsed`, white space between leaves belongs to none.
    [[nodiscard]] std::vector<leaf> leaves() const;

private:
    struct colour {
        leaf::kind_type kind;
        std::string of;
    };
    std::uint32_t colour_of(leaf::kind_type kind, std::string of);

    std::string_view text_;
    std::vector<std::uint32_t> owner_;  // for each byte, index into colours_ + 1; 0: nobody
    std::vector<colour> colours_;
};

}  // namespace minutes
