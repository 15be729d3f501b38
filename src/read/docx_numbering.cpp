// SPDX-License-Identifier: Apache-2.0
#include "docx_numbering.hpp"

#include <algorithm>
#include <string_view>

#include "xml_part.hpp"

namespace minutes {

namespace {

number_format format_named(std::string_view name) {
    static const std::map<std::string_view, number_format> names = {
        {"none", number_format::none}, {"bullet", number_format::bullet}, {"decimalZero", number_format::decimal_zero},
        {"upperRoman", number_format::upper_roman}, {"lowerRoman", number_format::lower_roman},
        {"upperLetter", number_format::upper_letter}, {"lowerLetter", number_format::lower_letter},
        {"ordinal", number_format::ordinal}, {"cardinalText", number_format::cardinal_words}, {"ordinalText", number_format::ordinal_words}};
    const auto at = names.find(name);
    return at == names.end() ? number_format::decimal : at->second;
}

int value_of(const pugi::xml_node& n) { return n.attribute("w:val").as_int(); }

std::size_t level_number(const pugi::xml_node& n) { return static_cast<std::size_t>(std::clamp(n.attribute("w:ilvl").as_int(), 0, 8)); }

/// Word 2010 wraps formats that older programs do not know.
pugi::xml_node number_format_of(const pugi::xml_node& lvl) {
    if (const auto plain = lvl.child("w:numFmt")) return plain;
    const auto wrapped = lvl.child("mc:AlternateContent");
    const auto chosen = wrapped.child("mc:Choice").child("w:numFmt");
    return chosen ? chosen : wrapped.child("mc:Fallback").child("w:numFmt");
}

}  // namespace

docx_numbering::level_type docx_numbering::level_of(const pugi::xml_node& lvl, level_type from) {
    level_type l = std::move(from);
    if (const auto n = lvl.child("w:start")) l.start = value_of(n);
    if (const auto n = lvl.child("w:lvlRestart")) l.restart = value_of(n);
    if (const auto n = number_format_of(lvl)) {
        l.format = format_named(n.attribute("w:val").value());
        const std::string_view custom = n.attribute("w:format").value();  // "001, 002, 003, ..."
        if (custom.starts_with("0")) l.zeros = static_cast<int>(std::min<std::size_t>(custom.find_first_not_of("0123456789"), 9));
    }
    if (const auto n = lvl.child("w:isLgl")) l.legal = on_off(n).value_or(false);
    if (const auto n = lvl.child("w:lvlText")) l.text = valid_text(n.attribute("w:val").value());
    if (const auto n = lvl.child("w:pStyle")) l.style = n.attribute("w:val").value();
    if (const auto n = lvl.child("w:rPr").child("w:rFonts")) l.font = n.attribute("w:ascii").value();
    return l;
}

docx_numbering::docx_numbering(const pugi::xml_node& root, const docx_styles& styles) {
    for (const auto& n : root.children("w:abstractNum")) {
        auto& d = definitions_[n.attribute("w:abstractNumId").as_int()];
        d.same_as = n.child("w:numStyleLink").attribute("w:val").value();
        for (const auto& lvl : n.children("w:lvl")) d.levels[level_number(lvl)] = level_of(lvl, {});
    }
    for (const auto& n : root.children("w:num")) {
        auto& list = lists_[n.attribute("w:numId").as_int()];
        list.definition = value_of(n.child("w:abstractNumId"));
        for (const auto& change : n.children("w:lvlOverride")) {
            const std::size_t level = level_number(change);
            if (const auto start = change.child("w:startOverride")) list.start[level] = value_of(start);
            const auto lvl = change.child("w:lvl");
            if (const auto d = definitions_.find(list.definition); lvl && d != definitions_.end()) list.changed[level] = level_of(lvl, d->second.levels[level]);
        }
    }
    // A definition that only names a numbering style is the one that the style's list has.
    for (auto& [id, list] : lists_) {
        const auto d = definitions_.find(list.definition);
        if (d == definitions_.end() || d->second.same_as.empty()) continue;
        const auto named = lists_.find(styles.look_of(d->second.same_as).list.value_or(0));
        if (named != lists_.end()) list.definition = named->second.definition;
    }
}

const docx_numbering::level_type& docx_numbering::level_at(const list_type& list, std::size_t level) {
    const auto changed = list.changed.find(level);
    return changed != list.changed.end() ? changed->second : definitions_.at(list.definition).levels[level];
}

void docx_numbering::count(list_type& list, std::size_t level) {
    auto& counters = definitions_.at(list.definition).counters;
    if (const auto start = list.start.find(level); start != list.start.end()) {
        counters[level] = start->second;
        list.start.erase(start);
    } else if (counters[level]) {
        if (*counters[level] < 1'000'000'000) ++*counters[level];
    } else {
        counters[level] = level_at(list, level).start;
    }
    // A level that is skipped counts as begun.
    for (std::size_t above = 0; above < level; ++above)
        if (!counters[above]) counters[above] = level_at(list, above).start;
    for (std::size_t below = level + 1; below < levels; ++below) {
        const auto restart = level_at(list, below).restart;
        if (!restart || (*restart > 0 && static_cast<int>(level) < *restart)) counters[below].reset();
    }
}

std::string docx_numbering::text_of(const list_type& list, std::size_t level) {
    const level_type& own = level_at(list, level);
    const auto& counters = definitions_.at(list.definition).counters;
    std::string out;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const char digit = i + 1 < own.text.size() ? own.text[i + 1] : ' ';
        if (own.text[i] != '%' || digit < '1' || digit > '9') {
            out += own.text[i];
            continue;
        }
        ++i;
        const auto which = static_cast<std::size_t>(digit - '1');
        if (which > level) continue;  // a deeper level has no number here
        const level_type& l = level_at(list, which);
        const bool figures = own.legal && l.format != number_format::none && l.format != number_format::bullet;
        std::string number = number_text(counters[which].value_or(l.start), figures ? number_format::decimal : l.format);
        if (static_cast<int>(number.size()) < l.zeros) number.insert(0, static_cast<std::size_t>(l.zeros) - number.size(), '0');
        out += number;
    }
    return out;
}

std::optional<docx_numbering::label> docx_numbering::next(int list, std::optional<int> level, const std::string& style) {
    const auto at = lists_.find(list);
    if (at == lists_.end()) return {};
    const auto definition = definitions_.find(at->second.definition);
    if (definition == definitions_.end()) return {};
    if (!level) {
        level = 0;
        for (std::size_t i = 0; i < levels; ++i)
            if (!style.empty() && definition->second.levels[i].style == style) level = static_cast<int>(i);
    }
    const auto which = static_cast<std::size_t>(std::clamp(*level, 0, 8));
    count(at->second, which);
    const level_type& l = level_at(at->second, which);
    label out{{}, static_cast<int>(which), l.format == number_format::bullet};
    out.text = out.bullet ? bullet_text(l.font, l.text) : text_of(at->second, which);
    return out;
}

}  // namespace minutes
