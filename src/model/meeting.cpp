// SPDX-License-Identifier: Apache-2.0
#include <minutes/meeting.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace minutes {

namespace {

const item* find_in(const std::vector<item>& items, std::string_view id) {
    for (const auto& it : items) {
        if (it.id == id) return &it;
        if (const auto* inner = find_in(it.items, id)) return inner;
    }
    return nullptr;
}

/// Whether a byte begins a character that is no white space.
constexpr bool counts(char c) { return !(c == ' ' || (c >= '\t' && c <= '\r')) && (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

constexpr auto counted_bytes = [] {
    std::array<std::uint8_t, 256> all{};
    for (std::size_t c = 0; c < all.size(); ++c) all[c] = counts(static_cast<char>(c));
    return all;
}();

std::size_t characters_in(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t out = 0;
    for (std::size_t i = begin; i < end; ++i) out += counted_bytes[static_cast<unsigned char>(text[i])];
    return out;
}

auto& count_of(coverage& c, leaf::kind_type kind) {
    switch (kind) {
        case leaf::kind_type::label: return c.label;
        case leaf::kind_type::value: return c.value;
        case leaf::kind_type::prose: return c.prose;
        case leaf::kind_type::furniture: return c.furniture;
        case leaf::kind_type::unparsed: break;
    }
    return c.unparsed;
}

/// Whether the leaves stand one behind the other, as those of a document that was read do.
bool in_order(const std::vector<leaf>& leaves, std::size_t size) {
    std::size_t end = 0;
    for (const auto& l : leaves) {
        if (l.span.begin < end || l.span.end < l.span.begin) return false;
        end = l.span.end;
    }
    return end <= size;
}

coverage coverage_in_order(const std::vector<leaf>& leaves, std::string_view text) {
    coverage c;
    std::size_t at = 0;
    for (const auto& l : leaves) {
        const auto own = characters_in(text, l.span.begin, l.span.end);
        c.lost += characters_in(text, at, l.span.begin);
        c.characters += own;
        count_of(c, l.kind) += own;
        at = l.span.end;
    }
    c.lost += characters_in(text, at, text.size());
    c.characters += c.lost;
    return c;
}

}  // namespace

const person* find_person(const meeting& m, std::string_view id) {
    const auto it = std::find_if(m.people.begin(), m.people.end(), [&](const person& p) { return p.id == id; });
    return it == m.people.end() ? nullptr : &*it;
}

const item* find_item(const meeting& m, std::string_view id) { return find_in(m.items, id); }

bool meeting::operator==(const meeting& o) const {
    return source == o.source && languages == o.languages && title == o.title && body == o.body && venue == o.venue && chair == o.chair && date == o.date &&
           start == o.start && end == o.end && status == o.status && next == o.next && people == o.people && items == o.items &&
           decisions == o.decisions && actions == o.actions && declarations == o.declarations && approvals == o.approvals && diagnostics == o.diagnostics &&
           *text == *o.text && leaves == o.leaves;
}

std::string words_of(const meeting& m, const spans& where) {
    std::string out;
    for (const auto& s : where) {
        if (!out.empty()) out += ' ';
        out.append(m.text->text, s.begin, s.size());
    }
    return out;
}

coverage measure_coverage(const meeting& m) {
    const std::string& text = m.text->text;
    if (in_order(m.leaves, text.size())) return coverage_in_order(m.leaves, text);
    std::vector<std::uint8_t> seen(text.size());
    coverage c;
    for (const auto& l : m.leaves) {
        const std::size_t end = std::min<std::size_t>(l.span.end, text.size());
        for (std::size_t i = l.span.begin; i < end; ++i) seen[i] = static_cast<std::uint8_t>(seen[i] + (seen[i] < 2));
        count_of(c, l.kind) += characters_in(text, l.span.begin, end);
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool counted = counts(text[i]);
        c.characters += counted;
        c.lost += counted && seen[i] == 0;
        c.doubled += counted && seen[i] > 1;
    }
    return c;
}

std::string_view name_of(basis b) {
    switch (b) {
        case basis::stated: return "stated";
        case basis::derived: return "derived";
        case basis::uncertain: return "uncertain";
        case basis::corrected: return "corrected";
    }
    return {};
}

std::string_view name_of(attendance a) {
    switch (a) {
        case attendance::present: return "present";
        case attendance::in_attendance: return "in_attendance";
        case attendance::apologies: return "apologies";
        case attendance::absent: return "absent";
    }
    return {};
}

std::string_view name_of(action_status s) {
    switch (s) {
        case action_status::open: return "open";
        case action_status::in_progress: return "in_progress";
        case action_status::proposed_for_closure: return "proposed_for_closure";
        case action_status::complete: return "complete";
        case action_status::closed: return "closed";
        case action_status::on_hold: return "on_hold";
        case action_status::superseded: return "superseded";
        case action_status::withdrawn: return "withdrawn";
    }
    return {};
}

std::string_view name_of(minutes_status s) { return s == minutes_status::draft ? "draft" : "approved"; }

std::string_view name_of(leaf::kind_type k) {
    switch (k) {
        case leaf::kind_type::label: return "label";
        case leaf::kind_type::value: return "value";
        case leaf::kind_type::prose: return "prose";
        case leaf::kind_type::furniture: return "furniture";
        case leaf::kind_type::unparsed: return "unparsed";
    }
    return {};
}

std::string_view name_of(block::kind_type k) {
    switch (k) {
        case block::kind_type::paragraph: return "paragraph";
        case block::kind_type::list_item: return "list_item";
        case block::kind_type::cell: return "cell";
    }
    return {};
}

std::string to_string(const date& d) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                       static_cast<unsigned>(d.day()));
}

std::string to_string(const time_of_day& t) { return fmt::format("{:02}:{:02}", t.hour, t.minute); }

}  // namespace minutes
