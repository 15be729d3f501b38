// SPDX-License-Identifier: Apache-2.0
#include "docx_reader.hpp"

#include <map>
#include <set>

#include "document_builder.hpp"
#include "docx_body.hpp"
#include "package.hpp"
#include "package_notes.hpp"
#include "package_relations.hpp"
#include "xml_part.hpp"

namespace minutes {

namespace {

using pugi::xml_node;
using part = document_block::part_type;
using namespace std::literals;

/// Office programs put an encrypted document into an OLE file with a stream of this name.
constexpr std::string_view encrypted_stream = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0"sv;

bool is_encrypted(std::string_view bytes) { return bytes.starts_with(ole_magic) && bytes.find(encrypted_stream) != bytes.npos; }

/// The parts that a part names, by the id of the relation and by kind; the first of a kind.
struct relationships {
    std::map<std::string, std::string> by_id, by_kind;
};

relationships relationships_of(package& files, std::string_view of) {
    relationships r;
    for (const part_relation& named : relations_of(files, of)) {
        if (named.external) continue;
        r.by_id.emplace(named.id, named.target);
        r.by_kind.emplace(named.kind, named.target);
    }
    return r;
}

class docx_file {
public:
    docx_file(std::string_view bytes, const read_options& options) : files_(bytes, options.reading.limits), how_(options.reading), out_(bytes, "docx") { out_.limit_text(how_.limits); }

    document read() {
        const auto main = files_.readable() ? read_xml_part(files_, main_name()) : nullptr;
        if (!main || !main->tree.document_element().child("w:body")) return refuse_package(files_, "a Word document", std::move(out_));
        parts_ = relationships_of(files_, main_name_);
        read_parts(main->tree.document_element().child("w:body"));
        read_properties();
        report_package(files_, out_);
        report_left_out(files_, {{"vbaProject", "macros"}, {"/embeddings/", "embedded files"}, {"/afchunk", "imported files"}}, out_);
        return std::move(out_).finish();
    }

private:
    using loaded = std::unique_ptr<xml_part>;

    std::string main_name() {
        const auto top = relationships_of(files_, "");
        const auto named = top.by_kind.find("officeDocument");
        return main_name_ = named == top.by_kind.end() ? "word/document.xml" : named->second;
    }

    loaded load(const std::string& kind, const std::string& usual_name) {
        const auto named = parts_.by_kind.find(kind);
        return read_xml_part(files_, named == parts_.by_kind.end() ? "word/" + usual_name : named->second);
    }

    static xml_node root_of(const loaded& p) { return p ? p->tree.document_element() : xml_node{}; }

    static std::map<std::string, xml_node> notes_of(const loaded& p) {
        std::map<std::string, xml_node> out;
        for (const auto& n : root_of(p).children()) out.emplace(n.attribute("w:id").value(), n);
        return out;
    }

    void read_parts(const xml_node& body) {
        const auto styles_part = load("styles", "styles.xml"), numbering_part = load("numbering", "numbering.xml");
        const auto footnotes = load("footnotes", "footnotes.xml"), endnotes = load("endnotes", "endnotes.xml"), comments = load("comments", "comments.xml");
        const docx_styles styles(root_of(styles_part));
        docx_numbering numbering(root_of(numbering_part), styles);
        const docx_notes notes{notes_of(footnotes), notes_of(endnotes), notes_of(comments)};
        docx_body walker(out_, styles, numbering, notes, how_);
        const auto sections = sections_of(body);
        read_furniture(walker, sections, "w:headerReference", part::header);
        walker.read(body, part::body);
        read_furniture(walker, sections, "w:footerReference", part::footer);
        report_reading(walker.met(), how_, out_);
    }

    static std::vector<xml_node> sections_of(const xml_node& body) {
        std::vector<xml_node> out;
        for (const auto& p : body.children("w:p"))
            if (const auto s = p.child("w:pPr").child("w:sectPr")) out.push_back(s);
        if (const auto s = body.child("w:sectPr")) out.push_back(s);
        return out;
    }

    /// Each running header or footer that a section shows; the same words once.
    void read_furniture(docx_body& walker, const std::vector<xml_node>& sections, const char* reference, part p) {
        std::set<std::string> seen, words;
        for (const auto& section : sections)
            for (const auto& n : section.children(reference)) {
                const std::string_view type = n.attribute("w:type").value();
                if (type == "first" && !on_off(section.child("w:titlePg")).value_or(false)) continue;
                if (type == "even" && !has_even_pages()) continue;
                const auto named = parts_.by_id.find(n.attribute("r:id").value());
                if (named == parts_.by_id.end() || !seen.insert(named->second).second) continue;
                const auto loaded_part = read_xml_part(files_, named->second);
                if (loaded_part && words.insert(all_text(root_of(loaded_part))).second) walker.read(root_of(loaded_part), p);
            }
    }

    bool has_even_pages() {
        if (!settings_read_) settings_ = load("settings", "settings.xml");
        settings_read_ = true;
        return on_off(root_of(settings_).child("w:evenAndOddHeaders")).value_or(false);
    }

    void read_properties() {
        const auto core = read_xml_part(files_, "docProps/core.xml");
        for (const char* key : {"title", "subject"})
            if (const auto value = all_text(root_of(core).child(("dc:"s + key).c_str())); !value.empty()) out_.set_metadata(key, value);
    }

    package files_;
    const reading& how_;
    document_builder out_;
    std::string main_name_;
    relationships parts_;
    loaded settings_;
    bool settings_read_ = false;
};

}  // namespace

int recognise_docx(std::string_view bytes) {
    if (is_encrypted(bytes)) return 3;
    return is_zip(bytes) && bytes.find("word/"sv) != bytes.npos ? 3 : 0;
}

document read_docx(std::string_view bytes, const read_options& options) {
    if (is_encrypted(bytes)) return encrypted_document(bytes, "docx");
    return docx_file(bytes, options).read();
}

}  // namespace minutes
