// SPDX-License-Identifier: Apache-2.0
#include "sample.hpp"

#include <stdexcept>

namespace sample {

using namespace minutes;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {

constexpr std::string_view text =
    "Harbour Users' Panel <Sub-group & friends>, Thursday 27 March 2014, 09:00-10:30, The \"Old\" Net Loft\n"
    "Present\n"
    "Ottilie Brancaster, Chair, Wherry & Sons\tOB\n"
    "Łucja Ní Dhuibhne, Observer (Part)\t\u0421F\n"
    "Quentin Dray, Treasurer\tQD\n"
    "\n"
    "1. Welcome\n"
    "The Chair welcomed everyone; 日本語 and \u05E2\u05D1\u05E8\u05D9\u05EA and \U0001F41F were on the sign. ]]> --> <script>alert(1)</script> &amp;\n"
    "  two spaces,  and a trailing one: \n"
    "1.1 Pontoon\n"
    "RESOLVED: that the pontoon be painted. Proposed QD, seconded OB; 5 for, 1 against, carried.\n"
    "2. Actions\n"
    "=HYPERLINK(\"http://example.invalid\",\"x\")\tQD\t3/04/14\n"
    "+44 telephone the harbour master, \"soon\"\tOB/QD\tend of April\n"
    "3/12\tkeep _x0041_ and _x005F_ as they are\t\u0421F\t1 May 1899\n"
    "@everyone to bring a lantern\tAll\tNext meeting\n"
    "-\n"
    "OB declared an interest in paint.\n"
    "Next meeting: 24 April 2014 at 9 am in the Net Loft\n"
    "page 1 of 1\n";

std::shared_ptr<const source_text> source_of(std::string_view words) {
    source_text s{std::string(words), {0}, {}, {}};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == '\n') s.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
    return std::make_shared<const source_text>(std::move(s));
}

spans place(const meeting& m, std::string_view phrase) {
    const std::size_t at = m.text->text.find(phrase);
    if (at == std::string::npos) throw std::logic_error("not in the sample: " + std::string(phrase));
    return {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())}};
}

template <class T>
traced<T> value(const meeting& m, std::string_view phrase, T v, basis b = basis::derived) {
    return {v, place(m, phrase), b, "sample", {}};
}

date on(int y, unsigned mo, unsigned d) { return {year{y}, month{mo}, day{d}}; }

diagnostic remark(const meeting& m, std::string code, severity s, std::string_view phrase, std::string message, std::string hint) {
    const spans where = place(m, phrase);
    return {std::move(code), s, where, place_of(*m.text, where[0].begin), std::move(message), std::move(hint)};
}

/// Every line is a leaf, in turns of each kind; white space between stays outside.
void cut_leaves(meeting& m) {
    const std::string& all = m.text->text;
    int turn = 0;
    for (std::size_t line = 0; line + 1 < m.text->line_starts.size(); ++line) {
        std::uint32_t begin = m.text->line_starts[line], end = m.text->line_starts[line + 1];
        while (begin < end && (all[begin] == ' ' || all[begin] == '\n')) ++begin;
        while (end > begin && (all[end - 1] == ' ' || all[end - 1] == '\n')) --end;
        if (begin < end) m.leaves.push_back({{begin, end}, static_cast<leaf::kind_type>(turn++ % 5), turn % 2 ? "" : "a1.text"});
    }
}

void add_people(meeting& m) {
    person ob{"p1", words(m, "Ottilie Brancaster"), words(m, "OB"), words(m, "Chair"), words(m, "Wherry & Sons"),
              value(m, "Present", attendance::present), {}, {}, {}, {}};
    person cf{"p2", words(m, "Łucja Ní Dhuibhne"), value(m, "\u0421F", std::string("CF")), words(m, "Observer"), {},
              value(m, "Present", attendance::in_attendance), value(m, "(Part)", true), {}, words(m, "10:30"), {}};
    person qd{"p3", words(m, "Quentin Dray"), words(m, "QD"), words(m, "Treasurer"), {}, value(m, "Present", attendance::apologies), {}, {}, {}, {}};
    m.people = {ob, cf, qd};
}

void add_items(meeting& m) {
    item first{"i1", words(m, "1"), words(m, "Welcome"), {}, {{block::kind_type::paragraph, place(m, "The Chair welcomed everyone; 日本語")},
               {block::kind_type::list_item, place(m, "]]> --> <script>alert(1)</script> &amp;")}}, {}};
    first.items = {{"i2", words(m, "1.1"), words(m, "Pontoon"), value(m, "Pontoon", true), {}, {}}};
    item second{"i3", words(m, "2"), words(m, "Actions"), {}, {{block::kind_type::cell, place(m, "@everyone to bring a lantern")}}, {}};
    m.items = {first, second};
}

void add_actions(meeting& m) {
    const auto open = traced<action_status>{action_status::open, {}, basis::derived, "nothing-said", {}};
    action formula{"a1", {}, words(m, "=HYPERLINK(\"http://example.invalid\",\"x\")"), {{words(m, "QD"), "p3"}}, {}, open, "i3"};
    formula.due = {words(m, "3/04/14"), {{}, place(m, "3/04/14"), basis::uncertain, "date", {on(2014, 4, 3), on(2014, 3, 4)}}};
    action two{"a2", {}, words(m, "+44 telephone the harbour master, \"soon\""), {{words(m, "OB"), "p1"}, {words(m, "QD"), "p3"}}, {}, open, "i3"};
    two.due = {words(m, "end of April"), value(m, "end of April", on(2014, 4, 30))};
    action old{"a3", words(m, "3/12"), words(m, "keep _x0041_ and _x005F_ as they are"), {{value(m, "\u0421F\t1", std::string("CF")), "p2"}}, {}, open, "i3"};
    old.due = {words(m, "1 May 1899"), value(m, "1 May 1899", on(1899, 5, 1), basis::stated)};
    action all{"a4", {}, words(m, "@everyone to bring a lantern"), {{words(m, "All"), ""}}, {}, value(m, "@everyone", action_status::proposed_for_closure), ""};
    action bare{"a5", {}, words(m, "-\nOB"), {}, {}, open, ""};
    m.actions = {formula, two, old, all, bare};
}

meeting nasty_meeting() {
    meeting m;
    m.text = source_of(text);
    m.source = {"papers/näch\xFFste \x01<1>.txt", std::string(64, 'a'), "text", text.size(), 1};
    m.title = words(m, "Harbour Users' Panel <Sub-group & friends>");
    m.date = value(m, "Thursday 27 March 2014", on(2014, 3, 27), basis::stated);
    m.start = value(m, "09:00", time_of_day{9, 0});
    m.end = value(m, "10:30", time_of_day{10, 30});
    m.venue = words(m, "The \"Old\" Net Loft");
    m.chair = words(m, "Ottilie Brancaster");
    m.status = value(m, "Present", minutes_status::draft);
    m.next = {value(m, "24 April 2014", on(2014, 4, 24)), value(m, "9 am", time_of_day{9, 0}), {}, words(m, "Net Loft"), {}};
    add_people(m);
    add_items(m);
    add_actions(m);
    decision painted{"d1", words(m, "that the pontoon be painted"), "resolved", "i2", words(m, "QD"), words(m, "OB"), {}};
    painted.vote = {value(m, "5 for", 5), value(m, "1 against", 1), {}, words(m, "carried"), {}};
    m.decisions = {painted};
    m.declarations = {{"p1", "", words(m, "OB declared an interest in paint.")}};
    m.diagnostics = {
        remark(m, "ambiguous-date", severity::warning, "3/04/14", "'3/04/14' is 3 April or 4 March", "Say which with --date-order."),
        remark(m, "homoglyph", severity::note, "\u0421F", "'\u0421F' was read as 'CF'", ""),
        {"no-date", severity::error, {}, {}, "something about the <whole> file \xC3(", ""}};
    cut_leaves(m);
    return m;
}

}  // namespace

traced<std::string> words(const meeting& m, std::string_view phrase) {
    return {std::string(phrase), place(m, phrase), basis::stated, "sample", {}};
}

parse_result nasty() {
    parse_result r;
    r.meeting = nasty_meeting();
    r.diagnostics = r.meeting.diagnostics;
    return r;
}

parse_result two_meetings() {
    parse_result r = nasty();
    r.more = {r.meeting};
    r.more[0].title = words(r.meeting, "Net Loft");
    return r;
}

namespace {

parse_result one_action(const std::string& text) {
    parse_result r;
    r.meeting.text = source_of(text);
    r.meeting.actions.push_back({"a1", {}, words(r.meeting, r.meeting.text->text), {}, {}, {}, ""});
    return r;
}

}  // namespace

parse_result long_action(std::size_t size) { return one_action(std::string(size, 'x')); }

parse_result tall_action(std::size_t lines) {
    std::string text;
    for (std::size_t i = 0; i < lines; ++i) text += "x\n";
    return one_action(text);
}

std::string file_name(std::string_view stem, const minutes::output_format& format) {
    const std::size_t dash = format.name.find('-');
    return std::string(stem) + (dash == format.name.npos ? "" : std::string(format.name.substr(dash))) + "." + std::string(format.extension);
}

}  // namespace sample
