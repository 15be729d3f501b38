// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → one page that needs nothing else: no script, no request.
// Well-formed as XML too; every anchor is an id of the model or "line-N".
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "html_style.hpp"
#include "markup.hpp"
#include "table.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

using pugi::xml_node;

/// A child in a line of its own.
xml_node block_in(xml_node parent, const char* name, std::string_view text = {}) {
    add_text(parent, "\n");
    xml_node node = parent.append_child(name);
    if (!text.empty()) add_text(node, text);
    return node;
}

xml_node inline_in(xml_node parent, const char* name, std::string_view text = {}) {
    xml_node node = parent.append_child(name);
    if (!text.empty()) add_text(node, text);
    return node;
}

xml_node heading(xml_node parent, int level, std::string_view text) {
    return block_in(parent, fmt::format("h{}", std::clamp(level, 1, 6)).c_str(), text);
}

void link(xml_node parent, const std::string& anchor, std::string_view text) { set(inline_in(parent, "a", text), "href", "#" + anchor); }

void add_date(xml_node parent, const date& d) { set(inline_in(parent, "time", weekday_date(d)), "datetime", to_string(d)); }

/// pugixml writes childless elements as <x/>, which HTML takes for open unless they are void.
void close_empty_elements(xml_node node) {
    constexpr std::array<std::string_view, 3> void_elements = {"meta", "br", "link"};
    if (node.type() != pugi::node_element) return;
    if (!node.first_child() && std::find(void_elements.begin(), void_elements.end(), node.name()) == void_elements.end()) add_text(node, "");
    for (xml_node child : node) close_empty_elements(child);
}

/// What a content security policy calls an inline style: the Base64 of its SHA-256.
std::string hash_of(std::string_view style) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(style.data(), style.size(), digest.data(), &size, EVP_sha256(), nullptr);
    std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> base64{};
    EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
    return reinterpret_cast<const char*>(base64.data());
}

void head_of_page(xml_node head, std::string_view title) {
    set(block_in(head, "meta"), "charset", "utf-8");
    xml_node policy = block_in(head, "meta");
    set(policy, "http-equiv", "Content-Security-Policy");
    set(policy, "content", "default-src 'none'; style-src 'sha256-" + hash_of(html_style) + "'; base-uri 'none'; form-action 'none'");
    xml_node viewport = block_in(head, "meta");
    set(viewport, "name", "viewport");
    set(viewport, "content", "width=device-width, initial-scale=1");
    block_in(head, "title", title);
    block_in(head, "style", html_style);
}

bool is_empty_column(const register_table& t, std::size_t c) {
    return std::all_of(t.rows.begin(), t.rows.end(), [&](const register_row& r) { return r.cells[c].text.empty(); });
}

/// Writes one meeting as an article.  `prefix` keeps its anchors apart from other meetings'.
class meeting_writer {
public:
    meeting_writer(const meeting& m, std::string prefix, std::string line_prefix, int level)
        : m_(m), prefix_(std::move(prefix)), line_prefix_(std::move(line_prefix)), level_(level) {}

    void write(xml_node article) const {
        header(block_in(article, "header"));
        section(article, "actions", "Actions", action_table({&m_}), "What is to be done, by whom and by when, as the minutes say.");
        section(article, "decisions", "Decisions", decision_table({&m_}), "What was decided.");
        section(article, "people", "Attendance", people_table({&m_}), "Who was there, who sent apologies, who is mentioned.");
        if (!m_.items.empty()) items(article);
        section(article, "checks", "Checks", check_table({&m_}), "What was not understood, mended or doubted in reading the source.");
        if (line_prefix_ == prefix_ && !m_.text->text.empty()) source(block_in(article, "details"));
    }

private:
    void header(xml_node node) const {
        heading(node, level_, title_of(m_));
        if (m_.date.value) add_date(when(node), *m_.date.value);
        else if (m_.date.given()) inline_flag(when(node), "Check the date: " + alternatives(m_.date.candidates));
        xml_node list = block_in(node, "dl");
        set(list, "class", "details");
        detail(list, "Body", shown(m_, m_.body));
        detail(list, "Time", times());
        detail(list, "Place", shown(m_, m_.venue));
        detail(list, "Chair", shown(m_, m_.chair));
        if (m_.status.value) detail(list, "Minutes", sentence(name_of(*m_.status.value)));
        detail(list, "Next meeting", next());
        detail(list, "Source", m_.source.name);
        if (!list.first_child()) node.remove_child(list);
        counts(block_in(node, "ul"));
    }

    static xml_node when(xml_node parent) {
        xml_node node = block_in(parent, "p");
        set(node, "class", "when");
        return node;
    }

    static void inline_flag(xml_node parent, std::string_view text) { set(inline_in(parent, "span", text), "class", "flag"); }

    static void detail(xml_node list, std::string_view name, const std::string& text) {
        if (text.empty()) return;
        block_in(list, "dt", name);
        inline_in(list, "dd", text);
    }

    [[nodiscard]] std::string times() const { return between(m_.start, m_.end); }

    [[nodiscard]] static std::string between(const traced<time_of_day>& start, const traced<time_of_day>& end) {
        const std::string from = start.value ? to_string(*start.value) : "";
        return end.value ? from + (from.empty() ? "until " : "–") + to_string(*end.value) : from;
    }

    /// "Friday 25 April 2014, 09:00–11:00, Town Hall (Finance)"
    [[nodiscard]] std::string next() const {
        const next_meeting& n = m_.next;
        std::string out = n.date.value ? weekday_date(*n.date.value) : alternatives(n.date.candidates);
        for (const std::string& part : {between(n.start, n.end), shown(m_, n.venue)})
            if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
        if (n.label.given()) out += (out.empty() ? "" : " ") + ("(" + shown(m_, n.label) + ")");
        return out;
    }

    void counts(xml_node list) const {
        set(list, "class", "counts");
        count(list, "actions", m_.actions.size(), "action", "actions");
        count(list, "decisions", m_.decisions.size(), "decision", "decisions");
        count(list, "people", m_.people.size(), "person", "people");
        count(list, "items", m_.items.size(), "item", "items");
        count(list, "checks", m_.diagnostics.size(), "check", "checks");
    }

    void count(xml_node list, const char* anchor, std::size_t n, std::string_view one, std::string_view many) const {
        xml_node entry = block_in(list, "li");
        const std::string text = fmt::format("{} {}", n, n == 1 ? one : many);
        if (n) link(entry, prefix_ + anchor, text);
        else set(inline_in(entry, "span", text), "class", "none");
    }

    void section(xml_node parent, const char* anchor, std::string_view title, const register_table& t, std::string_view caption) const {
        if (t.rows.empty()) return;
        xml_node node = block_in(parent, "section");
        set(node, "id", prefix_ + anchor);
        heading(node, level_ + 1, title);
        table(block_in(node, "table"), t, caption);
    }

    void table(xml_node node, const register_table& t, std::string_view caption) const {
        block_in(node, "caption", caption);
        std::vector<std::size_t> shown_columns;
        for (std::size_t c = 0; c < t.columns.size(); ++c)
            if (!t.columns[c].tells_meetings_apart && !is_empty_column(t, c)) shown_columns.push_back(c);
        xml_node head = block_in(block_in(node, "thead"), "tr");
        for (const std::size_t c : shown_columns) set(inline_in(head, "th", t.columns[c].name), "scope", "col");
        xml_node body = block_in(node, "tbody");
        for (const register_row& r : t.rows) {
            xml_node line = block_in(body, "tr");
            if (!r.id.empty()) set(line, "id", prefix_ + r.id);
            for (const std::size_t c : shown_columns) cell(line, t.columns[c], r.cells[c]);
        }
    }

    void cell(xml_node line, const register_column& c, const register_cell& content) const {
        xml_node node = inline_in(line, "td");
        set(node, "data-label", c.name);
        if (c.width > 40) set(node, "class", "wide");
        else if (c.kind == column_kind::check) set(node, "class", "check");
        else if (content.line) set(node, "class", "place");
        else if (content.date) set(node, "class", "date");
        if (content.date) set(inline_in(node, "time", long_date(*content.date)), "datetime", content.text);
        else if (content.line) link(node, line_anchor(content.line), content.text);
        else if (c.kind == column_kind::check && !content.text.empty()) inline_flag(node, content.text);
        else if (!content.text.empty()) add_text(node, content.text);
    }

    [[nodiscard]] std::string line_anchor(std::size_t line) const { return line_prefix_ + "line-" + std::to_string(line); }

    void items(xml_node parent) const {
        xml_node node = block_in(parent, "section");
        set(node, "id", prefix_ + "items");
        set(node, "class", "minutes");
        heading(node, level_ + 1, "Minutes");
        for (const item& i : m_.items) one(node, i, level_ + 2);
    }

    void one(xml_node parent, const item& i, int level) const {
        xml_node node = block_in(parent, "section");
        set(node, "id", prefix_ + i.id);
        if (const std::string title = item_title(m_, i); !title.empty()) {
            xml_node head = heading(node, level, title);
            if (i.exempt.value.value_or(false)) set(inline_in(head, "span", " (exempt)"), "class", "exempt");
        }
        for (const block& b : i.blocks) set(block_in(node, "p", words_of(m_, b.spans)), "class", name_of(b.kind));
        for (const item& inner : i.items) one(node, inner, level + 1);
    }

    void source(xml_node node) const {
        block_in(node, "summary", "Source text");
        xml_node list = block_in(node, "ol");
        set(list, "class", "source");
        const std::size_t lines = m_.text->line_starts.size();
        for (std::size_t n = 1; n <= lines; ++n) {
            const std::string_view text = line_text(*m_.text, n);
            if (n == lines && text.empty()) break;  // after the last line's end there is no line
            set(block_in(list, "li", text), "id", line_anchor(n));
        }
    }

    const meeting& m_;
    std::string prefix_, line_prefix_;
    int level_;
};

}  // namespace

std::string html_of(const meeting_list& meetings) {
    pugi::xml_document tree;
    xml_node html = tree.append_child("html");
    set(html, "lang", "en");
    const bool several = meetings.size() > 1;
    const std::string title = several ? fmt::format("{} meetings", meetings.size()) : title_of(*meetings.front());
    head_of_page(block_in(html, "head"), title);
    xml_node body = block_in(html, "body");
    set(block_in(body, "a", "Skip to the minutes"), "class", "skip");
    set(body.last_child(), "href", "#main");
    xml_node main = block_in(body, "main");
    set(main, "id", "main");
    if (several) heading(main, 1, title);

    std::map<const source_text*, std::string> line_prefixes;  // meetings of one file share its text: it is shown once
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        const std::string prefix = i ? fmt::format("m{}-", i + 1) : "";
        const std::string& line_prefix = line_prefixes.try_emplace(meetings[i]->text.get(), prefix).first->second;
        meeting_writer(*meetings[i], prefix, line_prefix, several ? 2 : 1).write(block_in(main, "article"));
    }
    close_empty_elements(html);
    return "<!doctype html>\n" + printed(html) + "\n";
}

}  // namespace minutes
