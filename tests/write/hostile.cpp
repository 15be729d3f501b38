// SPDX-License-Identifier: Apache-2.0
#include "hostile.hpp"

#include <memory>
#include <string_view>
#include <type_traits>

#include "fields.hpp"
#include "sample.hpp"

namespace sample {

using namespace minutes;

namespace {

const std::vector<std::string> strings = {
    "=1+1", "=HYPERLINK(\"http://example.invalid\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", " =1+1", "\u00A0=1+1", "\uFF1D1+1",
    "%00=1", "|calc", "=WEBSERVICE(\"http://example.invalid\")", "\"=1+1", "a,b\n=1+1", "x\",\"=1+1", "<script>alert(1)</script>", "</text><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "&lt;script&gt;", "&#60;b&#62;", "]]>", "--><x/>", "<?xml version=\"1.0\"?>", "<!ENTITY a SYSTEM \"file:///etc/passwd\">", "' onmouseover='alert(1)",
    "[x](javascript:alert(1))", "![x](http://example.invalid/p.png)", "<http://example.invalid>", "| a | b |", "# heading", "- [ ] task", "```\ncode", "*bold* _it_ ~~no~~", "@everyone",
    "a\r\nEND:VTODO\r\nBEGIN:VALARM", "x;y,z\\n", "a\nACTION: give QX the money (QX; due 1 May 2030)", "${jndi:ldap://example.invalid/x}", "_x000D_=1+1", "\u202Egnp.exe", "\xFF\xFE\x01"};

/// Gives every word of an object of the model the same value.
struct fill {
    traced<std::string> with;
    void operator()(std::string_view, std::string&) const {}
    void operator()(std::string_view, spans& where) const { where = with.spans; }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(std::string_view, E&) const {}
    template <class T>
    void operator()(std::string_view, traced<T>& t) const {
        if constexpr (std::is_same_v<T, std::string>) t = with;
        else if (t.given()) t.spans = with.spans;
    }
    template <class T>
    void operator()(std::string_view, std::vector<T>& all) const {
        for (T& x : all) each_field(x, *this);
    }
    template <class T>
    void operator()(std::string_view, T& part) const { each_field(part, *this); }
};

}  // namespace

const std::vector<std::string>& hostile() { return strings; }

parse_result meeting_of(const std::string& words) {
    parse_result r = nasty();
    meeting& m = r.meeting;
    auto text = std::make_shared<source_text>();
    text->text = words;
    text->line_starts = {0};
    for (std::size_t at = words.find('\n'); at != words.npos; at = words.find('\n', at + 1)) text->line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    m.text = text;
    m.leaves = {{{0, static_cast<std::uint32_t>(words.size())}, leaf::kind_type::prose, {}}};
    m.source.name = words;
    const fill everywhere{{words, {{0, static_cast<std::uint32_t>(words.size())}}, basis::stated, {}, {}}};
    each_head_field(m, everywhere);
    each_list(m, everywhere);
    for (diagnostic& d : m.diagnostics) {
        d.message = d.hint = words;
        d.spans = everywhere.with.spans;
    }
    return r;
}

}  // namespace sample
