// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → one page that needs nothing else: no request leaves it, and
// without its script it is whole.  Well-formed as XML too; every anchor is an id of
// the model, of one of its values, or of words of the source.
#include <array>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "html_meeting.hpp"
#include "html_page.hpp"
#include "html_script.hpp"
#include "html_style.hpp"
#include "json_ld.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

/// A style or script that HTML reads as it is, and XML as well: its marks of CDATA are comments to CSS and JavaScript.
struct inlined {
    std::string before, content, after;

    [[nodiscard]] std::string bytes() const { return before + "<![CDATA[" + content + "]]>" + after; }
    void put(xml_node node) const {
        add_text(node, before);
        node.append_child(pugi::node_cdata).set_value(content.c_str());
        add_text(node, after);
    }
};

inlined style() { return {"/*", "*/\n" + std::string(html_style) + "/*", "*/"}; }
inlined script() { return {"//", "\n" + std::string(html_script) + "//", ""}; }

/// What a content security policy calls something inline: the Base64 of its SHA-256.
std::string hash_of(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> base64{};
    EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
    return reinterpret_cast<const char*>(base64.data());
}

void head_of_page(xml_node head, std::string_view title, const meeting_list& meetings) {
    set(block_in(head, "meta"), "charset", "utf-8");
    const auto meta = [&](const char* kind, const char* name, const std::string& content) {
        xml_node node = block_in(head, "meta");
        set(node, kind, name);
        set(node, "content", content);
    };
    meta("http-equiv", "Content-Security-Policy",
         fmt::format("default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
                     hash_of(style().bytes()), hash_of(script().bytes())));
    meta("name", "viewport", "width=device-width, initial-scale=1");
    meta("name", "referrer", "no-referrer");
    block_in(head, "title", title);
    style().put(block_in(head, "style"));
    xml_node data = block_in(head, "script");
    set(data, "type", "application/ld+json");
    add_text(data, json_ld_of(meetings));
}

/// The sources of a page: meetings of one file share their text, and it is shown once.
class source_panes {
public:
    struct entry {
        std::string anchor;  ///< "source"
        std::unique_ptr<source_pane> pane;
    };

    entry& of(const meeting& m) {
        const auto known = by_text_.find(m.text.get());
        if (known != by_text_.end()) return *all_[known->second];
        by_text_[m.text.get()] = all_.size();
        const std::string prefix = all_.empty() ? "" : fmt::format("t{}-", all_.size() + 1);
        all_.push_back(std::make_unique<entry>(entry{prefix + "source", std::make_unique<source_pane>(m, prefix)}));
        return *all_.back();
    }

    void write(xml_node body) {
        for (const auto& [text, n] : by_text_)
            if (text->text.empty()) all_[n]->pane.reset();
        for (const auto& e : all_) {
            if (!e->pane) continue;
            xml_node aside = block_in(body, "aside");
            set(aside, "id", e->anchor);
            set(aside, "aria-label", e->anchor == "source" ? "Source text" : "Source text, " + e->anchor);
            set(aside, "tabindex", "0");  // it scrolls, so the keyboard must reach it
            e->pane->write(aside, 2);
        }
    }

private:
    std::map<const source_text*, std::size_t> by_text_;
    std::vector<std::unique_ptr<entry>> all_;
};

std::string page_title(const meeting_list& meetings) {
    if (meetings.size() > 1) return fmt::format("{} meetings", meetings.size());
    const meeting& m = *meetings.front();
    return title_of(m) + (m.date.value ? ", " + long_date(*m.date.value) : "");
}

}  // namespace

std::string_view page_style() { return html_style; }
std::string_view page_script() { return html_script; }

std::string html_of(const meeting_list& meetings) { return html_of(meetings, {}); }

std::string html_of(const meeting_list& meetings, const page_ways& ways) {
    pugi::xml_document tree;
    xml_node html = tree.append_child("html");
    set(html, "lang", "en");
    const bool several = meetings.size() > 1;
    const std::string title = page_title(meetings);
    head_of_page(block_in(html, "head"), title, meetings);
    xml_node body = block_in(html, "body");
    with_class(link_in(body, "main", "Skip to the minutes"), "skip");
    xml_node main = block_in(body, "main");
    set(main, "id", "main");
    if (!ways.empty()) {
        xml_node nav = block_in(main, "nav");
        set(nav, "aria-label", "Site");
        xml_node list = with_class(block_in(nav, "ul"), "counts ways");
        for (const auto& [address, words] : ways) set(inline_in(block_in(list, "li"), "a", words), "href", address);
    }
    if (several) heading(main, 1, title);

    source_panes panes;
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        auto& source = panes.of(*meetings[i]);
        source.pane->add_leaves(meetings[i]->leaves);
        value_writer values(*meetings[i], i ? fmt::format("m{}-", i + 1) : "", *source.pane);
        meeting_article(*meetings[i], values, source.anchor, several ? 2 : 1).write(block_in(main, "article"));
    }
    panes.write(body);
    close_empty_elements(html);
    script().put(block_in(body, "script"));
    return "<!doctype html>\n" + printed(html) + "\n";
}

}  // namespace minutes
