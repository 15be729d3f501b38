// SPDX-License-Identifier: Apache-2.0
#include "session_turns.hpp"

#include <algorithm>
#include <map>

#include "date.hpp"

namespace minutes {

namespace {

class session_turns {
public:
    session_turns(const parser& p, const item_index& items) : p_(p), items_(items) {}

    std::vector<turn> find() {
        const auto& all = items_.entries();
        take_head(all.empty() ? first_words_ : all.front().begin);
        find_papers();
        for (std::size_t i = 0; i < all.size(); ++i) {
            take_heading(all[i], i + 1 < all.size() ? std::min(all[i].depth, all[i + 1].depth) : all[i].depth);
            for (std::size_t b = 0; b < all[i].of->blocks.size(); ++b) take_line(*all[i].of, b);
        }
        for (const auto& b : p_.laid.blocks) {
            take_line(b);
            take_row(b);
        }
        std::erase_if(out_, [&](const turn& t) { return times_[said(t)] > 1; });
        return std::move(out_);
    }

private:
    /// Minutes of such a part that are a document of their own.
    void take_head(std::uint32_t end) {
        for (const auto& b : p_.laid.blocks)
            if (!b.text.empty() && b.text.front().begin < end && names_exempt_part(p_.words_at(b.text), p_.words))
                return out_.push_back({b.text.back().end, b.text, true, "exempt-part", {}, false, true});
    }

    void find_papers() {
        for (const auto& b : p_.laid.blocks) {
            if (b.kind != laid_block::kind_type::line || b.text.empty() || b.text.front().begin < head_end_) continue;
            const auto paper = match_paper_heading(p_.words_at(b.text), p_.words);
            if (!paper) continue;
            turn t{b.text.front().begin, b.text, paper->closed, "exempt-paper"};
            t.paper = paper->kind;
            t.announced = is_announced(p_.words_at(b.text), paper->name, t.at);
            out_.push_back(std::move(t));
        }
    }

    /// Whether the minutes before byte `at` name a paper: "see Appendix A".
    bool is_announced(std::string_view line, span name, std::uint32_t at) const {
        return name.end > name.begin && p_.text().substr(0, at).find(line.substr(name.begin, name.size())) != std::string_view::npos;
    }

    /// "CONFIDENTIAL MINUTES OF THE MEETING HELD ON 9 MAY 2017", this meeting's: minutes that follow the others in one file.
    std::optional<session_heading> opens_minutes(std::string_view line) const {
        if (!names_exempt_part(line, p_.words) || p_.m.date.spans.empty()) return {};
        const auto said = find_dates(line, p_.words), own = find_dates(p_.words_at(p_.m.date.spans), p_.words);
        if (said.empty() || own.empty()) return {};
        const int year = said[0].year.value_or(own[0].year.value_or(2000));
        const auto day = to_date(said[0], year, date_order::day_month_year);
        if (!day || day != to_date(own[0], year, date_order::day_month_year)) return {};
        return session_heading{true, true};
    }

    /// What a line of its own says of the part of the meeting that follows.
    std::optional<session_heading> session_at(std::string_view line) const {
        if (auto session = match_session_heading(line, p_.words)) return session;
        return opens_minutes(line);
    }

    /// Where the business can begin: behind those who came, though no later than the first item; without them, behind the first words.
    [[nodiscard]] std::uint32_t end_of_head() const {
        std::uint32_t end = 0;
        for (const person& who : p_.m.people)
            if (who.attendance.value && !who.name.spans.empty()) end = std::max(end, who.name.spans.back().end);
        if (end == 0) end = first_words_;
        return items_.entries().empty() ? end : std::min(end, items_.entries().front().begin);
    }

    /// Outside items a line may part the meeting too; "CONFIDENTIAL" over its head is said of the paper.
    void take_line(const laid_block& b) {
        if (b.kind != laid_block::kind_type::line || b.text.empty() || b.text.front().begin < head_end_ || items_.at(b.text.front().begin)) return;
        const auto session = session_at(p_.words_at(b.text));
        if (session && (session->of_part || !b.in_cell)) add({b.text.back().end, b.text, session->closed, "exempt-part"}, *session);
    }

    /// A row with nothing but "PART II" in it.
    void take_row(const laid_block& b) {
        if (b.kind != laid_block::kind_type::row || b.text.empty()) return;
        if (std::count_if(b.cells.begin(), b.cells.end(), [](const spans& c) { return !c.empty(); }) != 1) return;
        const auto session = match_session_heading(p_.words_at(b.text), p_.words);
        if (session && session->of_part) add({b.text.back().end, b.text, session->closed, "exempt-part"}, *session);
    }

    /// `depth`: that of the items which a heading without words of its own stands over.
    void take_heading(const item_index::entry& e, int depth) {
        const item& it = *e.of;
        const auto session = it.heading.value ? session_at(*it.heading.value) : std::nullopt;
        if (!session) return;
        // A session with words of its own is an item like others; a part has items below it.
        if (session->closed && (!it.items.empty() || !(it.blocks.empty() || session->of_part) || counts_below(e))) return;
        add({it.heading.spans.back().end, it.heading.spans, session->closed, "exempt-part", depth}, *session);
    }

    /// Whether "7.1" stands behind the heading of item 7: that is of it, and item 8 is not.
    bool counts_below(const item_index::entry& e) const {
        const auto& all = items_.entries();
        const auto next = std::find_if(all.begin(), all.end(), [&](const item_index::entry& x) { return x.begin > e.begin; });
        return next != all.end() && is_numbered_below(*next->of, *e.of);
    }

    void take_line(const item& it, std::size_t b) {
        const block& line = it.blocks[b];
        if (line.kind != block::kind_type::paragraph || line.spans.empty()) return;
        const auto session = session_at(p_.words_at(line.spans));
        if (!session || (session->closed && b == 0 && (!session->of_part || title_line(p_, it) != it.heading.spans))) return;  // a note to the item's heading
        add({line.spans.back().end, line.spans, session->closed, "exempt-part", {}, session->closed}, *session);
    }

    void add(turn t, const session_heading& session) {
        t.of_part = session.of_part;
        if (!t.of_part && t.closed) ++times_[said(t)];  // "CONFIDENTIAL" on each page parts nothing
        out_.push_back(std::move(t));
    }

    std::string said(const turn& t) const { return t.closed ? fold(p_.words_at(t.words)) : std::string{}; }

    const parser& p_;
    const item_index& items_;
    std::vector<turn> out_;
    std::map<std::string, int> times_;
    static constexpr std::uint32_t first_words_ = 400;  // bytes: where a title stands when there are no items
    const std::uint32_t head_end_ = end_of_head();
};

}  // namespace

std::vector<turn> find_session_turns(const parser& p, const item_index& items) { return session_turns(p, items).find(); }

bool is_numbered_below(const item& it, const item& above) {
    return it.number.value && above.number.value && it.number.value->starts_with(*above.number.value + ".");
}

spans title_line(const parser& p, const item& it) {
    if (it.heading.spans.empty() || it.blocks.empty() || it.blocks.front().spans.size() != 1) return it.heading.spans;
    const span first = it.heading.spans.front(), last = it.heading.spans.back(), next = it.blocks.front().spans.front();
    const bool beside = next.begin > last.end && p.text().substr(last.end, next.begin - last.end).find('\n') == std::string_view::npos;
    return beside ? spans{{first.begin, next.end}} : it.heading.spans;
}

}  // namespace minutes
