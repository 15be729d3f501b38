// SPDX-License-Identifier: Apache-2.0
#include "html_words.hpp"

#include <gumbo.h>

namespace minutes {

namespace {

tag_effect effect_of(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_UNKNOWN: case GUMBO_TAG_LAST: return tag_effect::unknown;
        case GUMBO_TAG_BR: return tag_effect::breaks;
        case GUMBO_TAG_B: case GUMBO_TAG_STRONG: case GUMBO_TAG_U: return tag_effect::bold;
        case GUMBO_TAG_S: case GUMBO_TAG_DEL: case GUMBO_TAG_STRIKE: return tag_effect::struck;
        case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_HEAD: return tag_effect::hides;
        case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_LI: case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_DL: case GUMBO_TAG_DT:
        case GUMBO_TAG_DD: case GUMBO_TAG_TABLE: case GUMBO_TAG_THEAD: case GUMBO_TAG_TBODY: case GUMBO_TAG_TFOOT: case GUMBO_TAG_TR:
        case GUMBO_TAG_TD: case GUMBO_TAG_TH: case GUMBO_TAG_CAPTION: case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3:
        case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_HR: case GUMBO_TAG_PRE: case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_ASIDE: case GUMBO_TAG_HEADER: case GUMBO_TAG_FOOTER: case GUMBO_TAG_MAIN:
        case GUMBO_TAG_DETAILS: case GUMBO_TAG_SUMMARY: case GUMBO_TAG_CENTER: case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_ADDRESS: case GUMBO_TAG_FORM: case GUMBO_TAG_FIELDSET: case GUMBO_TAG_BODY: case GUMBO_TAG_HTML: return tag_effect::parts;
        default: return tag_effect::none;
    }
}

}  // namespace

html_tag tag_of(std::string_view written) {
    if (!written.starts_with('<')) return {};
    if (written.starts_with("<!") || written.starts_with("<?")) return {tag_effect::none, false};
    const bool closes = written.starts_with("</");
    const auto name = written.substr(closes ? 2 : 1);
    const auto end = name.find_first_of(" \t\r\n/>");
    return {effect_of(gumbo_tagn_enum(name.data(), static_cast<unsigned>(end == name.npos ? name.size() : end))), closes};
}

std::string characters_of(std::string_view reference) {
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_DIV;
    GumboOutput* parsed = gumbo_parse_with_options(&options, reference.data(), reference.size());
    std::string out(reference);
    const auto& children = parsed->root->v.element.children;
    if (children.length == 1) {
        const auto* node = static_cast<const GumboNode*>(children.data[0]);
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) out = node->v.text.text;
    }
    gumbo_destroy_output(&options, parsed);
    return out;
}

}  // namespace minutes
