// SPDX-License-Identifier: Apache-2.0
#include "html_values.hpp"

#include <algorithm>

namespace minutes {

value_writer::value_writer(const meeting& m, std::string prefix, source_pane& source) : m_(m), prefix_(std::move(prefix)), source_(source) {
    if (!m.languages.empty() && m.languages.front() != "en") language_ = m.languages.front();
}

xml_node value_writer::element(xml_node parent, const std::string& name, const spans& words, std::string_view shown) {
    const std::string id = prefix_ + name;
    const std::string anchor = source_.refer(words, id);
    xml_node node = anchor.empty() ? inline_in(parent, "span", shown) : link_in(parent, anchor, shown);
    set(node, "id", id);
    with_class(node, "v");
    set_language(node);
    return node;
}

void value_writer::add_day(xml_node parent, const std::string& name, std::string_view field, const traced<date>& d, const std::string& written) {
    if (!d.value) {
        add(parent, name, field, d, written.empty() ? words_of(m_, d.spans) : written);
        if (!d.candidates.empty()) flag(parent, "uncertain: " + alternatives(d.candidates) + (d.candidates.size() == 1 ? "?" : ""));
        return;
    }
    const std::string day = long_date(*d.value);
    xml_node node = element(parent, name, d.spans, {});
    add_date(node, *d.value, day);
    set_how(node, how(d));
    note(name, field, d, day);
    if (d.basis == basis::stated) return;
    if (d.basis == basis::corrected && d.spans.empty()) return small(parent, how(d));
    small(parent, "from “" + (written.empty() ? words_of(m_, d.spans) : written) + "”, " + how(d));
}

void value_writer::add_place(xml_node parent, const std::string& name, const spans& words) {
    if (words.empty()) return;
    const std::string id = prefix_ + name;
    const std::string anchor = source_.refer(words, id);
    const std::string place = place_in_words(m_, words);
    xml_node node = anchor.empty() ? inline_in(parent, "span", place) : link_in(parent, anchor, place);
    set(node, "id", id);
    with_class(node, "place");
}

void value_writer::show(xml_node node, const std::string& name, const spans& words) {
    set(node, "id", prefix_ + name);
    source_.show(words, prefix_ + name);
}

void value_writer::set_language(xml_node node) const {
    if (!language_.empty()) set(node, "lang", language_);
}

void value_writer::small(xml_node parent, std::string_view text) {
    add_text(parent, " ");
    with_class(inline_in(parent, "small", text), "how");
}

void value_writer::flag(xml_node parent, std::string_view text) {
    if (parent.first_child()) add_text(parent, " ");
    with_class(inline_in(parent, "span", text), "flag");
}

std::string value_writer::how_of(basis b, const std::string& rule) {
    if (b == basis::stated) return {};
    if (b == basis::corrected) return "corrected by hand";
    std::string in_words = rule;
    std::replace(in_words.begin(), in_words.end(), '-', ' ');
    return std::string(name_of(b)) + (in_words.empty() ? "" : ": ") + in_words;
}

void value_writer::set_how(xml_node node, const std::string& how) {
    if (!how.empty()) set(node, "data-how", how);
}

void value_writer::add_reading(const std::string& name, std::string_view field, std::string how, const spans& words, const std::string& shown) {
    readings_.push_back({prefix_ + name, std::string(field), shown, words_of(m_, words), std::move(how), place_in_words(m_, words)});
}

}  // namespace minutes
