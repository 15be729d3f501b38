// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "fields.hpp"
#include "loaders.hpp"
#include "safe_text.hpp"

namespace minutes {

namespace {

bool between_characters(const std::string& text, std::uint32_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_span(const meeting& m, span s) {
    const std::string& text = m.text->text;
    if (s.begin > s.end || !between_characters(text, s.begin) || !between_characters(text, s.end))
        throw load_error(fmt::format("bytes {} to {} are no piece of the text", s.begin, s.end));
}

void check_spans(const meeting& m, const spans& where) {
    for (const span s : where) check_span(m, s);
}

/// Visits every part of the model and remembers the ids.
struct part_checker {
    const meeting& m;
    std::set<std::string>& ids;

    void operator()(std::string_view name, const std::string& text) const {
        if (name != "id") return;
        if (text.empty() || !ids.insert(text).second) throw load_error(fmt::format("the id '{}' is missing or stands twice", text));
    }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(std::string_view, const E&) const {}
    void operator()(std::string_view, const spans& where) const { check_spans(m, where); }
    template <class T>
    void operator()(std::string_view, const traced<T>& t) const { check_spans(m, t.spans); }
    template <class T>
    void operator()(std::string_view, const std::vector<T>& all) const {
        for (const T& x : all) each_field(x, *this);
    }
    template <class T>
    void operator()(std::string_view, const T& part) const { each_field(part, *this); }
};

void check_text(const source_text& source) {
    if (safe_text(source.text) != source.text) throw load_error("the text has bytes that are no characters");
    for (const auto& e : source.edits)
        if (e.at > source.text.size()) throw load_error("a change lies outside the text");
    for (std::size_t i = 0; i < source.origins.size(); ++i)
        if (source.origins[i].at > source.text.size() || (i && source.origins[i].at < source.origins[i - 1].at))
            throw load_error("the places of the words are out of order");
}

void check_leaves(const meeting& m) {
    std::uint32_t at = 0;
    for (const leaf& l : m.leaves) {
        check_span(m, l.span);
        if (l.span.begin < at) throw load_error("the pieces of the text are out of order");
        at = l.span.end;
    }
}

void check_reference(const std::set<std::string>& ids, const std::string& id) {
    if (!id.empty() && !ids.count(id)) throw load_error(fmt::format("nothing has the id '{}'", id));
}

}  // namespace

void check_meeting(const meeting& m) {
    check_text(*m.text);
    check_leaves(m);
    std::set<std::string> ids;
    each_head_field(m, part_checker{m, ids});
    each_list(m, part_checker{m, ids});
    for (const diagnostic& d : m.diagnostics) check_spans(m, d.spans);
    for (const action& a : m.actions) {
        check_reference(ids, a.item);
        for (const owner& o : a.owners) check_reference(ids, o.person);
    }
    for (const decision& d : m.decisions) check_reference(ids, d.item);
    for (const approval& a : m.approvals) check_reference(ids, a.item);
    for (const declaration& d : m.declarations) {
        check_reference(ids, d.item);
        check_reference(ids, d.person);
    }
}

void check_words(const meeting& m, const spans& where, std::string_view words) {
    check_spans(m, where);
    if (const std::string there = words_of(m, where); there != words)
        throw load_error(fmt::format("'{}' is not what the text has there: '{}'", words, there));
}

}  // namespace minutes
