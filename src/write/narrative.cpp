// SPDX-License-Identifier: Apache-2.0
#include "narrative.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace minutes {

namespace {

constexpr std::size_t fewest = 5;  // words: "Signed by the Chair." tells nothing

class narrative_finder {
public:
    explicit narrative_finder(const meeting& m) : m_(m), text_(m.text->text) {
        add_items(m.items);
        std::sort(taken_.begin(), taken_.end());
        join_overlaps();
        for (const spans* where : {&m.title.spans, &m.body.spans, &m.date.spans})
            if (!where->empty()) head_ = std::min(head_, where->front().begin);
        if (head_ == none) head_ = 0;
    }

    std::vector<block> find() && {
        const auto& starts = m_.text->line_starts;
        for (std::size_t n = 0; n < starts.size(); ++n) take({starts[n], n + 1 < starts.size() ? starts[n + 1] : static_cast<std::uint32_t>(text_.size())});
        end_paragraph();
        return std::move(found_);
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    void add_items(const std::vector<item>& items) {
        for (const item& it : items) {
            for (const spans* where : {&it.number.spans, &it.heading.spans}) taken_.insert(taken_.end(), where->begin(), where->end());
            for (const block& b : it.blocks) taken_.insert(taken_.end(), b.spans.begin(), b.spans.end());
            add_items(it.items);
        }
    }

    void join_overlaps() {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < taken_.size(); ++i) {
            if (kept > 0 && taken_[i].begin <= taken_[kept - 1].end) taken_[kept - 1].end = std::max(taken_[kept - 1].end, taken_[i].end);
            else taken_[kept++] = taken_[i];
        }
        taken_.resize(kept);
    }

    void take(span line) {
        line = without_furniture(trimmed(line));
        if (line.begin >= line.end || line.begin < head_ || is_of_item(line) || is_of_head(line)) return end_paragraph();
        if (!goes_on(line)) end_paragraph();
        last_ = line;
        if (paragraph_.end == 0) paragraph_.begin = line.begin;
        paragraph_.end = line.end;
    }

    /// Whether a line is the rest of the one before: that was broken for its length, within a sentence.
    [[nodiscard]] bool goes_on(span line) const {
        constexpr std::uint32_t broken = 40;  // bytes
        const auto text = text_.substr(line.begin, line.size());
        const bool listed = text.starts_with("- ") || text.starts_with("* ") || text.starts_with("\u2022");
        return paragraph_.end > 0 && last_.size() >= broken && !listed && !ends_sentence(paragraph_);
    }

    /// Canonical text marks prose that looks like something else.
    [[nodiscard]] span without_furniture(span line) const {
        each_leaf(line, [&](const leaf& l) {
            if (l.kind == leaf::kind_type::furniture && l.span.begin <= line.begin) line.begin = std::min(l.span.end, line.end);
        });
        return trimmed(line);
    }

    [[nodiscard]] span trimmed(span s) const {
        const auto white = [&](std::uint32_t at) { return text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\n' || text_[at] == '\f'; };
        while (s.begin < s.end && white(s.begin)) ++s.begin;
        while (s.begin < s.end && white(s.end - 1)) --s.end;
        return s;
    }

    [[nodiscard]] bool is_of_item(span line) const {
        const auto after = std::lower_bound(taken_.begin(), taken_.end(), line.end, [](const span& t, std::uint32_t end) { return t.begin < end; });
        return after != taken_.begin() && std::prev(after)->end > line.begin;
    }

    /// Whether a line says who was there, or what the head's labels say.
    [[nodiscard]] bool is_of_head(span line) const {
        bool out = false;
        each_leaf(line, [&](const leaf& l) { out |= l.kind == leaf::kind_type::value && ((l.of.starts_with("meeting.") && l.of != "meeting.end") || is_of_somebody_there(l.of)); });
        return out;
    }

    [[nodiscard]] bool is_of_somebody_there(std::string_view of) const {
        const person* p = find_person(m_, of.substr(0, of.find('.')));
        return p && p->attendance.value;
    }

    template <class Use>
    void each_leaf(span where, const Use& use) const {
        auto l = std::lower_bound(m_.leaves.begin(), m_.leaves.end(), where.begin, [](const leaf& x, std::uint32_t at) { return x.span.end <= at; });
        for (; l != m_.leaves.end() && l->span.begin < where.end; ++l) use(*l);
    }

    [[nodiscard]] bool ends_sentence(span s) const {
        const auto last = text_.substr(s.begin, s.end - s.begin).find_last_not_of("\"')]*_");
        return last != std::string_view::npos && std::string_view(".!?:").find(text_[s.begin + last]) != std::string_view::npos;
    }

    void end_paragraph() {
        if (ends_sentence(paragraph_) && text_[paragraph_.end - 1] != ':' && words_of_prose(paragraph_) >= fewest) found_.push_back({block::kind_type::paragraph, {paragraph_}});
        paragraph_ = {};
    }

    [[nodiscard]] std::size_t words_of_prose(span where) const {
        std::size_t n = 0;
        each_leaf(where, [&](const leaf& l) {
            if (l.kind != leaf::kind_type::prose) return;
            const auto piece = text_.substr(l.span.begin, l.span.size());
            for (std::size_t i = 0; i < piece.size(); ++i) n += piece[i] > ' ' && (i == 0 || piece[i - 1] <= ' ') ? 1 : 0;
        });
        return n;
    }

    const meeting& m_;
    std::string_view text_;
    std::vector<span> taken_;  // by items, in order
    std::uint32_t head_ = none;
    span paragraph_{}, last_{};  // its last line
    std::vector<block> found_;
};

}  // namespace

std::vector<block> narrative_of(const meeting& m) { return narrative_finder(m).find(); }

}  // namespace minutes
