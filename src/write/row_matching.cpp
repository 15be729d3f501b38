// SPDX-License-Identifier: Apache-2.0
#include "row_matching.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>

#include "threads.hpp"

namespace minutes {

namespace {

/// Matches the rows of one side to the other's, by one property after the other.
class matcher {
public:
    matcher(std::size_t left, std::size_t right) : of_left_(left), of_right_(right) {}

    using property = std::function<std::string(std::size_t)>;

    /// Those of both sides that alone have a value of this property.
    void by(const property& left, const property& right) {
        const auto lefts = alone(of_left_, left), rights = alone(of_right_, right);
        for (const auto& [value, l] : lefts)
            if (const auto r = rights.find(value); r != rights.end() && l && r->second) join(*l, *r->second);
    }

    /// Those with equal values, in order: which of equal rows is which makes no difference.
    void by_order(const property& left, const property& right) {
        std::map<std::string, std::vector<std::size_t>> rights;
        for (std::size_t r = of_right_.size(); r-- > 0;)
            if (!of_right_[r]) rights[right(r)].push_back(r);
        for (std::size_t l = 0; l < of_left_.size(); ++l) {
            const auto found = of_left_[l] ? rights.end() : rights.find(left(l));
            if (found == rights.end() || found->second.empty()) continue;
            join(l, found->second.back());
            found->second.pop_back();
        }
    }

    void join(std::size_t l, std::size_t r) {
        of_left_[l] = r;
        of_right_[r] = l;
    }

    [[nodiscard]] bool free_left(std::size_t l) const { return !of_left_[l]; }
    [[nodiscard]] bool free_right(std::size_t r) const { return !of_right_[r]; }
    [[nodiscard]] row_matches take() { return std::move(of_left_); }

private:
    using lone = std::map<std::string, std::optional<std::size_t>>;  // nothing: several have it

    static lone alone(const row_matches& side, const property& of) {
        lone out;
        for (std::size_t i = 0; i < side.size(); ++i) {
            if (side[i]) continue;
            const std::string value = of(i);
            if (value.empty()) continue;
            const auto [at, is_new] = out.try_emplace(value, i);
            if (!is_new) at->second.reset();
        }
        return out;
    }

    row_matches of_left_, of_right_;
};

std::string joined(std::initializer_list<std::string> parts) {
    std::string out;
    for (const std::string& p : parts) {
        if (p.empty() || p == "(none)") return {};
        out += p + '\x1f';
    }
    return out;
}

/// Words without what editing changes: case, blanks, punctuation.
std::string words_alone(std::string_view text) { return slug(text); }

std::string words_at(const std::string& body, const std::string& raised, std::string_view action) {
    const std::string words = words_alone(action);
    return words.empty() ? words : body + '\x1f' + raised + '\x1f' + words;
}

/// Sheets without ids: the row with the most values in common, when they are half of the baseline's at least.
class likeness {
public:
    likeness(const kept_table& kept, const std::vector<baseline_row>& base) : kept_(kept), base_(base) {
        for (std::size_t b = 0; b < base.size(); ++b)
            for (const auto& [column, value] : base[b].values) holders_[column + '\x1f' + comparable(value)].push_back(b);
    }

    void match(matcher& m) const {
        for (std::size_t k = 0; k < kept_.rows.size(); ++k) {
            if (!m.free_left(k)) continue;
            std::map<std::size_t, std::size_t> votes;
            for (std::size_t c = 0; c < kept_.heads.size(); ++c) vote(k, c, m, votes);
            const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
            if (best != votes.end() && 2 * best->second >= base_[best->first].values.size()) m.join(k, best->first);
        }
    }

private:
    static constexpr std::size_t too_common = 64;  // a value of more rows than this tells none of them

    void vote(std::size_t k, std::size_t column, const matcher& m, std::map<std::size_t, std::size_t>& votes) const {
        const auto found = holders_.find(kept_.heads[column] + '\x1f' + comparable(kept_table::text(kept_.rows[k], column)));
        if (found == holders_.end() || found->second.size() > too_common) return;
        for (const std::size_t b : found->second)
            if (m.free_right(b)) ++votes[b];
    }

    const kept_table& kept_;
    const std::vector<baseline_row>& base_;
    std::unordered_map<std::string, std::vector<std::size_t>> holders_;
};

/// All that a baseline knows of a row, in the order of its columns.
std::string whole(const baseline_row& b) {
    std::string out;
    for (const auto& [column, value] : b.values) out += column + '\x1f' + comparable(value) + '\x1e';
    return out;
}

std::string whole(const kept_table& kept, const kept_row& r, const std::vector<std::string>& known) {
    std::map<std::string, std::string> values;
    for (std::size_t c = 0; c < kept.heads.size(); ++c)
        if (r.cells[c] && std::binary_search(known.begin(), known.end(), kept.heads[c])) values.try_emplace(kept.heads[c], comparable(r.cells[c]->text));
    std::string out;
    for (const auto& [column, value] : values)
        if (!value.empty()) out += column + '\x1f' + value + '\x1e';
    return out;
}

std::vector<std::string> columns_in(const std::vector<baseline_row>& base) {
    std::vector<std::string> out;
    for (const baseline_row& b : base)
        for (const auto& [column, value] : b.values) out.push_back(column);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

row_matches match_kept(const kept_table& kept, const std::vector<baseline_row>& base) {
    matcher m(kept.rows.size(), base.size());
    const auto kept_text = [&](std::size_t row, std::string_view column) { return comparable(kept_table::text(kept.rows[row], kept.column(column))); };
    const auto known = columns_in(base);
    m.by_order([&](std::size_t k) { return whole(kept, kept.rows[k], known); }, [&](std::size_t b) { return whole(base[b]); });
    if (kept.sheet->name == "Actions") {
        m.by([&](std::size_t k) { return kept_text(k, "Action ID"); }, [&](std::size_t b) { return base[b].key; });
        // A copy of a row bears its id too: the row that says the same is the row, the other is new.
        m.by([&](std::size_t k) { return joined({kept_text(k, "Action ID"), kept_text(k, "Action")}); },
             [&](std::size_t b) { return joined({base[b].key, comparable(base[b].at("Action"))}); });
        m.by([&](std::size_t k) { return joined({kept_text(k, "Ref"), kept_text(k, "Raised"), kept_text(k, "Body")}); },
             [&](std::size_t b) { return joined({comparable(base[b].at("Ref")), base[b].at("Raised"), comparable(base[b].at("Body"))}); });
        m.by([&](std::size_t k) { return words_alone(kept_text(k, "Action")); }, [&](std::size_t b) { return words_alone(base[b].at("Action")); });
    }
    likeness(kept, base).match(m);
    return m.take();
}

row_matches match_anew(const std::vector<baseline_row>& base, const register_table& made) {
    matcher m(base.size(), made.rows.size());
    const auto made_text = [&](std::size_t row, std::string_view column) {
        for (std::size_t c = 0; c < made.columns.size(); ++c)
            if (made.columns[c].name == column) return comparable(made.rows[row].cells[c].text);
        return std::string{};
    };
    const bool actions = made.name == "Actions";
    if (actions)
        m.by([&](std::size_t b) { return joined({base[b].key, words_alone(base[b].at("Action"))}); },
             [&](std::size_t r) { return joined({made.rows[r].key, words_alone(made_text(r, "Action"))}); });
    m.by([&](std::size_t b) { return base[b].key; }, [&](std::size_t r) { return made.rows[r].key; });
    if (!actions) return m.take();
    for (std::size_t n = 0;; ++n) {  // one of the meetings that the action is spoken of in
        const bool any = std::any_of(made.rows.begin(), made.rows.end(), [&](const register_row& r) { return n < r.aliases.size(); });
        if (!any) break;
        m.by([&](std::size_t b) { return base[b].key; }, [&](std::size_t r) { return n < made.rows[r].aliases.size() ? made.rows[r].aliases[n] : std::string{}; });
    }
    // The same words at another meeting may be another action.
    m.by([&](std::size_t b) { return words_at(comparable(base[b].at("Body")), base[b].at("Raised"), base[b].at("Action")); },
         [&](std::size_t r) { return words_at(made_text(r, "Body"), made_text(r, "Raised"), made_text(r, "Action")); });
    return m.take();
}

}  // namespace minutes
