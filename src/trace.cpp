// SPDX-License-Identifier: Apache-2.0
#include <minutes/trace.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "pipeline.hpp"

namespace minutes {

namespace {

const char* name_of(laid_block::kind_type k) {
    switch (k) {
        case laid_block::kind_type::line: return "line";
        case laid_block::kind_type::header: return "header";
        case laid_block::kind_type::row: return "row";
        case laid_block::kind_type::furniture: return "furniture";
    }
    return "";
}

/// Every value of a meeting with its place, in no order.
struct value_list {
    const meeting& m;
    std::vector<std::pair<span, value_read>> all{};

    template <class T>
    void add(const traced<T>& t, std::string of) {
        if (!t.spans.empty()) all.push_back({t.spans.front(), {std::move(of), words_of(m, t.spans), t.basis, t.rule}});
    }

    void add_items(const std::vector<item>& items) {
        for (const auto& it : items) {
            add(it.number, it.id + ".number");
            add(it.heading, it.id + ".heading");
            add(it.exempt, it.id + ".exempt");
            add_items(it.items);
        }
    }

    void gather() {
        add(m.title, "meeting.title");
        add(m.body, "meeting.body");
        add(m.date, "meeting.date");
        add(m.start, "meeting.start");
        add(m.end, "meeting.end");
        add(m.venue, "meeting.venue");
        add(m.chair, "meeting.chair");
        add(m.status, "meeting.status");
        add(m.next.date, "next.date");
        add(m.next.start, "next.start");
        add(m.next.end, "next.end");
        add(m.next.venue, "next.venue");
        add(m.next.label, "next.label");
        for (const auto& p : m.people) {
            add(p.name, p.id + ".name");
            add(p.initials, p.id + ".initials");
            add(p.role, p.id + ".role");
            add(p.organisation, p.id + ".organisation");
            add(p.attendance, p.id + ".attendance");
            add(p.part, p.id + ".part");
            add(p.arrived, p.id + ".arrived");
            add(p.left, p.id + ".left");
            add(p.substitute_for, p.id + ".substitute_for");
        }
        add_items(m.items);
        for (const auto& d : m.decisions) {
            add(d.text, d.id + ".text");
            add(d.mover, d.id + ".mover");
            add(d.seconder, d.id + ".seconder");
            add(d.vote.result, d.id + ".result");
            add(d.vote.roll, d.id + ".roll");
        }
        for (const auto& a : m.actions) {
            add(a.ref, a.id + ".ref");
            add(a.text, a.id + ".text");
            for (const auto& o : a.owners) add(o.text, a.id + ".owner");
            add(a.due.text, a.id + ".due");
            add(a.status, a.id + ".status");
        }
        for (std::size_t k = 0; k < m.approvals.size(); ++k) {
            add(m.approvals[k].of, fmt::format("approval{}.of", k + 1));
            add(m.approvals[k].text, fmt::format("approval{}.text", k + 1));
        }
        for (std::size_t k = 0; k < m.declarations.size(); ++k) add(m.declarations[k].text, fmt::format("declaration{}.text", k + 1));
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }
};

weighed_reading reading_of(const outline_entry& e, const outline& o) {
    weighed_reading r{"heading", e.rule, 0, {}, e.chosen};
    const auto style = std::find_if(o.styles.begin(), o.styles.end(), [&](const outline_style& s) { return s.name == e.style; });
    if (style == o.styles.end()) return r;
    r.weight = style->weight;
    r.why.push_back(fmt::format("style '{}'", e.style));
    for (const auto& w : style->why) r.why.push_back(fmt::format("{:+} {}", w.weight, w.reason));
    return r;
}

/// What was weighed for one block, heaviest first.
std::vector<weighed_reading> considered_for(std::size_t block, const parse_notes& notes) {
    std::vector<weighed_reading> out;
    for (const auto& e : notes.heads.entries)
        if (e.block == block) out.push_back(reading_of(e, notes.heads));
    const auto& w = notes.when;
    for (const auto& o : w.offers) {
        if (o.block != block) continue;
        const auto is = [&](const std::optional<offer>& best) { return best && best->field == std::string_view(o.field) && best->where == o.where && best->weight == o.weight; };
        out.push_back({fmt::format("meeting {}", o.field), o.rule, o.weight, {}, is(w.title) || is(w.date) || is(w.start) || is(w.end) || is(w.venue) || is(w.chair)});
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
    return out;
}

/// What most of a block's words became.
std::string leaf_of(const meeting& m, const spans& where) {
    std::vector<std::size_t> sizes(5);
    for (const auto& l : m.leaves)
        for (const span& s : where)
            if (l.span.begin < s.end && s.begin < l.span.end) sizes[static_cast<std::size_t>(l.kind)] += l.span.size();
    const auto most = std::max_element(sizes.begin(), sizes.end());
    return *most == 0 ? std::string{} : std::string(name_of(static_cast<leaf::kind_type>(most - sizes.begin())));
}

trace_result finished(parse_result parsed, const pipeline_notes& notes) {
    trace_result r;
    r.parsed = std::move(parsed);
    const meeting& m = r.parsed.meeting;
    value_list values{m};
    values.gather();
    for (std::size_t i = 0; i < notes.laid.blocks.size(); ++i) {
        const auto& b = notes.laid.blocks[i];
        if (b.text.empty()) continue;
        traced_block t;
        t.where = b.text;
        t.place = place_of(*m.text, b.text.front().begin);
        t.kind = name_of(b.kind);
        t.leaf = leaf_of(m, b.text);
        for (const auto& [where, value] : values.all)
            if (std::any_of(b.text.begin(), b.text.end(), [&](const span& s) { return s.begin <= where.begin && where.begin < s.end; })) t.values.push_back(value);
        t.considered = considered_for(i, notes.parse);
        r.blocks.push_back(std::move(t));
    }
    return r;
}

}  // namespace

trace_result trace(std::string_view bytes, const parse_options& options) {
    pipeline_notes notes;
    auto parsed = run_pipeline(bytes, options, &notes);
    return finished(std::move(parsed), notes);
}

trace_result trace_file(const std::filesystem::path& path, parse_options options) {
    pipeline_notes notes;
    auto parsed = run_pipeline_on_file(path, std::move(options), &notes);
    return finished(std::move(parsed), notes);
}

}  // namespace minutes
