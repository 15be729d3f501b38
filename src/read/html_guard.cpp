// SPDX-License-Identifier: Apache-2.0
#include "html_guard.hpp"

#include <algorithm>
#include <array>

#include <gumbo.h>

namespace minutes {

namespace {

constexpr std::size_t longest_tag = 4096;    // bytes; a longer one keeps its name only
constexpr std::size_t most_attributes = 64;
constexpr std::size_t most_formatting = 2;   // open at once, of each kind

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Elements that say nothing that a reader of minutes needs.
bool is_idle(GumboTag t) {
    constexpr std::array idle = {GUMBO_TAG_A, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM, GUMBO_TAG_FONT, GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_SMALL, GUMBO_TAG_TT};
    return std::find(idle.begin(), idle.end(), t) != idle.end();
}

bool is_formatting(GumboTag t) { return t == GUMBO_TAG_B || t == GUMBO_TAG_STRONG || t == GUMBO_TAG_S || t == GUMBO_TAG_STRIKE || t == GUMBO_TAG_U; }

/// Elements without content.
bool is_void(GumboTag t) {
    constexpr std::array all = {GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BR, GUMBO_TAG_COL, GUMBO_TAG_EMBED, GUMBO_TAG_HR, GUMBO_TAG_IMG, GUMBO_TAG_INPUT,
                                GUMBO_TAG_LINK, GUMBO_TAG_META, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR};
    return std::find(all.begin(), all.end(), t) != all.end();
}

/// Elements that end by themselves where the next one starts, so that open ones do not pile up.
bool ends_itself(GumboTag t) {
    constexpr std::array all = {GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY, GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_TR, GUMBO_TAG_TD,
                                GUMBO_TAG_TH, GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT, GUMBO_TAG_COLGROUP, GUMBO_TAG_CAPTION};
    return std::find(all.begin(), all.end(), t) != all.end();
}

/// Elements whose content is no markup.
bool is_raw(GumboTag t) {
    constexpr std::array all = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE, GUMBO_TAG_XMP, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES};
    return std::find(all.begin(), all.end(), t) != all.end();
}

struct guard {
    std::string html;
    std::size_t most;
    bool too_deep = false;
    std::size_t depth = 0;
    std::array<std::size_t, GUMBO_TAG_LAST + 1> open{}, dropped{};

    struct tag {
        std::size_t begin = 0, name_end = 0, end = 0;  // of "<name …>"
        std::size_t blanks = 0;                        // parting attributes
        GumboTag name = GUMBO_TAG_UNKNOWN;
        bool closes = false;
    };

    tag tag_at(std::size_t at) const {
        tag t;
        t.begin = at;
        t.closes = html[at + 1] == '/';
        const std::size_t name = at + (t.closes ? 2 : 1);
        t.name_end = name;
        while (t.name_end < html.size() && !is_blank(html[t.name_end]) && html[t.name_end] != '/' && html[t.name_end] != '>') ++t.name_end;
        t.name = gumbo_tagn_enum(html.data() + name, static_cast<unsigned>(t.name_end - name));
        char quote = 0;
        bool value = false;  // a quotation mark opens only behind "="
        for (t.end = t.name_end; t.end < html.size(); ++t.end) {
            const char c = html[t.end];
            if (quote) {
                if (c == quote) quote = 0;
            } else if (c == '>') {
                ++t.end;
                break;
            } else if ((c == '"' || c == '\'') && value) {
                quote = c;
                value = false;
            } else if (is_blank(c)) {
                t.blanks += !is_blank(html[t.end - 1]);
            } else {
                value = c == '=';
            }
        }
        return t;
    }

    void blank(std::size_t from, std::size_t to) {
        for (; from < to; ++from)
            if (html[from] != '\n' && html[from] != '\r') html[from] = ' ';
    }

    /// Where the tag stood is a blank.
    void drop(const tag& t) { blank(t.begin, t.end); }

    /// Where the tag stood is nothing: a comment that the parser drops.
    void drop_inline(const tag& t) {
        if (html[t.end - 1] != '>') return drop(t);
        blank(t.begin, t.end);
        html[t.begin] = '<';
        html[t.begin + 1] = '!';
        html[t.end - 1] = '>';
    }

    void open_tag(const tag& t) {
        if (is_idle(t.name)) return drop_inline(t);
        const bool foreign = open[GUMBO_TAG_SVG] + open[GUMBO_TAG_MATH] > 0;
        if (t.end - t.begin > longest_tag || t.blanks > most_attributes) blank(t.name_end, html[t.end - 1] == '>' ? t.end - 1 : t.end);
        if (is_void(t.name) || (ends_itself(t.name) && !foreign)) return;
        if (is_formatting(t.name) ? open[t.name] >= most_formatting : depth >= most) {
            ++dropped[t.name];
            if (is_formatting(t.name)) return drop_inline(t);
            too_deep = true;
            return drop(t);
        }
        ++open[t.name];
        ++depth;
    }

    void close_tag(const tag& t) {
        if (is_idle(t.name)) return drop_inline(t);
        if (dropped[t.name] > 0) {
            --dropped[t.name];
            return is_formatting(t.name) ? drop_inline(t) : drop(t);
        }
        if (open[t.name] == 0) return;
        --open[t.name];
        --depth;
    }

    /// The end of a script and the like, in any case.
    std::size_t end_of_raw(const tag& t) const {
        const std::string_view name = std::string_view(html).substr(t.begin + 1, t.name_end - t.begin - 1);
        for (std::size_t at = html.find("</", t.end); at != html.npos; at = html.find("</", at + 2)) {
            const auto here = std::string_view(html).substr(at + 2, name.size());
            if (std::equal(here.begin(), here.end(), name.begin(), name.end(), [](char a, char b) { return (a | 0x20) == (b | 0x20); })) return at;
        }
        return html.size();
    }

    void run() {
        for (std::size_t i = html.find('<'); i < html.size(); i = html.find('<', i)) {
            const char next = i + 1 < html.size() ? html[i + 1] : ' ';
            if (html.compare(i, 4, "<!--") == 0) {
                const auto end = html.find("-->", i + 2);
                i = end == html.npos ? html.size() : end + 3;
            } else if (is_letter(next) || (next == '/' && i + 2 < html.size() && is_letter(html[i + 2]))) {
                const auto t = tag_at(i);
                t.closes ? close_tag(t) : open_tag(t);
                i = t.end;
                if (!t.closes && is_raw(t.name)) i = end_of_raw(t);
            } else {
                ++i;
            }
        }
    }
};

}  // namespace

guarded_html guard_html(std::string_view html, std::size_t depth) {
    guard g{std::string(html), depth};
    g.run();
    return {std::move(g.html), g.too_deep};
}

}  // namespace minutes
