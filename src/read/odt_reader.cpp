// SPDX-License-Identifier: Apache-2.0
#include "odt_reader.hpp"

#include <algorithm>
#include <set>

#include "document_builder.hpp"
#include "odt_body.hpp"
#include "package.hpp"
#include "package_notes.hpp"
#include "xml_part.hpp"

namespace minutes {

namespace {

using pugi::xml_node;
using part = document_block::part_type;
using namespace std::literals;

xml_node root_of(const std::unique_ptr<xml_part>& p) { return p ? p->tree.document_element() : xml_node{}; }

class odt_file {
public:
    odt_file(std::string_view bytes, const read_options& options) : files_(bytes, options.reading.limits), how_(options.reading), out_(bytes, "odt") { out_.limit_text(how_.limits); }

    document read() {
        if (is_encrypted()) files_.diagnostics.push_back({"encrypted", severity::error, {}, {}, "the file is encrypted, so nothing of it can be read", "Save the document without a password."});
        else content_ = read_xml_part(files_, "content.xml");
        const auto text = root_of(content_).child("office:body").child("office:text");
        if (!text) return refuse_package(files_, "an OpenDocument text", std::move(out_));
        read_parts(text);
        read_properties();
        report_package(files_, out_);
        report_left_out(files_, {{"Basic/", "macros"}, {"Scripts/", "macros"}, {"Object ", "embedded objects"}}, out_);
        return std::move(out_).finish();
    }

private:
    bool is_encrypted() {
        const auto manifest = read_xml_part(files_, "META-INF/manifest.xml");
        const auto entries = root_of(manifest).children();
        return std::any_of(entries.begin(), entries.end(), [](const xml_node& n) { return !n.child("manifest:encryption-data").empty(); });
    }

    void read_parts(const xml_node& text) {
        const auto styles_part = read_xml_part(files_, "styles.xml");
        const auto common = root_of(styles_part), own = root_of(content_);
        // Automatic styles of the two parts may share names: headers and footers have those of styles.xml.
        odt_styles styles, furniture_styles;
        styles.add(common.child("office:styles"));
        furniture_styles.add(common.child("office:styles"));
        styles.add(own.child("office:automatic-styles"));
        furniture_styles.add(common.child("office:automatic-styles"));
        odt_lists lists(styles), furniture_lists(furniture_styles);
        odt_body body(out_, styles, lists, how_), furniture(out_, furniture_styles, furniture_lists, how_);
        const auto pages = pages_of(common, own);
        read_furniture(furniture, pages, {"style:header", "style:header-first", "style:header-left"}, part::header);
        body.read(text, part::body);
        read_furniture(furniture, pages, {"style:footer", "style:footer-first", "style:footer-left"}, part::footer);
        report_reading(body.met(), how_, out_);
    }

    /// The master pages that the text uses: the standard one, those that paragraph styles call for, and those that follow them.
    static std::vector<xml_node> pages_of(const xml_node& common, const xml_node& own) {
        std::set<std::string> used = {"Standard"};
        for (const auto& s : own.child("office:automatic-styles").children("style:style")) used.insert(s.attribute("style:master-page-name").value());
        std::vector<xml_node> out;
        const auto masters = common.child("office:master-styles");
        for (std::size_t before = 0; before != used.size();) {
            before = used.size();
            for (const auto& m : masters.children("style:master-page"))
                if (used.count(m.attribute("style:name").value())) used.insert(m.attribute("style:next-style-name").value());
        }
        for (const auto& m : masters.children("style:master-page"))
            if (used.count(m.attribute("style:name").value())) out.push_back(m);
        return out;
    }

    /// Each running header or footer that a page shows; the same words once.
    static void read_furniture(odt_body& walker, const std::vector<xml_node>& pages, std::initializer_list<const char*> kinds, part p) {
        std::set<std::string> seen;
        for (const auto& page : pages)
            for (const char* kind : kinds)
                if (const auto n = page.child(kind); n && n.attribute("style:display").as_bool(true) && seen.insert(all_text(n)).second) walker.read(n, p);
    }

    void read_properties() {
        const auto meta = read_xml_part(files_, "meta.xml");
        for (const char* key : {"title", "subject"})
            if (const auto value = all_text(root_of(meta).child("office:meta").child(("dc:"s + key).c_str())); !value.empty()) out_.set_metadata(key, value);
    }

    package files_;
    const reading& how_;
    document_builder out_;
    std::unique_ptr<xml_part> content_;
};

}  // namespace

int recognise_odt(std::string_view bytes) {
    if (!is_zip(bytes)) return 0;
    // The first part is the media type, stored as it is; a program that does not keep to it still writes content.xml.
    if (bytes.substr(0, 256).find("application/vnd.oasis.opendocument.text"sv) != bytes.npos) return 3;
    const bool other = bytes.substr(0, 256).find("application/vnd.oasis."sv) != bytes.npos;
    return !other && bytes.find("content.xml"sv) != bytes.npos ? 2 : 0;
}

document read_odt(std::string_view bytes, const read_options& options) { return odt_file(bytes, options).read(); }

}  // namespace minutes
