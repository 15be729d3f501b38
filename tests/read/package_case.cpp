// SPDX-License-Identifier: Apache-2.0
#include "package_case.hpp"

#include <stdexcept>

#include <fmt/format.h>
#include <zip.h>

namespace minutes::test {

namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view docx_names =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
constexpr std::string_view odt_names =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
    "xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" office:version=\"1.3\"";

/// A part of a Word document: its root element, and what it is called in types and relationships.
struct docx_part {
    std::string_view root, kind;
};

const std::map<std::string, docx_part, std::less<>>& docx_parts() {
    static const std::map<std::string, docx_part, std::less<>> all = {
        {"styles", {"w:styles", "styles"}}, {"numbering", {"w:numbering", "numbering"}}, {"settings", {"w:settings", "settings"}},
        {"footnotes", {"w:footnotes", "footnotes"}}, {"endnotes", {"w:endnotes", "endnotes"}}, {"comments", {"w:comments", "comments"}},
        {"header1", {"w:hdr", "header"}}, {"header2", {"w:hdr", "header"}}, {"footer1", {"w:ftr", "footer"}}, {"footer2", {"w:ftr", "footer"}}};
    return all;
}

std::string section_or(const package_case& c, const std::string& name, std::string_view otherwise = {}) {
    const auto at = c.sections.find(name);
    return at == c.sections.end() ? std::string(otherwise) : at->second;
}

package_parts docx_parts_of(const package_case& c) {
    package_parts out;
    std::string types, rels;
    const auto relate = [&](std::string_view id, std::string_view kind, std::string_view target) {
        rels += fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"{}\"/>", id, relations, kind, target);
    };
    for (const auto& [name, xml] : c.sections) {
        const auto part = docx_parts().find(name);
        if (part == docx_parts().end()) continue;
        out.emplace_back("word/" + name + ".xml", fmt::format("{}<{} {}>{}</{}>", xml_head, part->second.root, docx_names, xml, part->second.root));
        relate(name, part->second.kind, name + ".xml");
        types += fmt::format("<Override PartName=\"/word/{}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml\"/>", name, part->second.kind);
    }
    const auto rels_part = [&](std::string_view inside) {
        return fmt::format("{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>", xml_head, inside);
    };
    out.emplace_back("[Content_Types].xml", fmt::format(
        "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>{}</Types>", xml_head, types));
    out.emplace_back("_rels/.rels", rels_part(fmt::format("<Relationship Id=\"main\" Type=\"{}/officeDocument\" Target=\"word/document.xml\"/>", relations)));
    out.emplace_back("word/document.xml", fmt::format("{}<w:document {}><w:body>{}</w:body></w:document>", xml_head, docx_names, section_or(c, "body")));
    out.emplace_back("word/_rels/document.xml.rels", rels_part(rels));
    if (c.sections.count("core"))
        out.emplace_back("docProps/core.xml", fmt::format("{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                                                          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{}</cp:coreProperties>", xml_head, c.sections.at("core")));
    return out;
}

package_parts odt_parts_of(const package_case& c) {
    constexpr std::string_view type = "application/vnd.oasis.opendocument.text";
    return {{"mimetype", std::string(type)},
            {"META-INF/manifest.xml", fmt::format(
                "{}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
                "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\">{}</manifest:file-entry>"
                "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
                "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>", xml_head, type, section_or(c, "manifest"))},
            {"content.xml", fmt::format("{}<office:document-content {}><office:automatic-styles>{}</office:automatic-styles><office:body><office:text>{}</office:text></office:body></office:document-content>",
                                        xml_head, odt_names, section_or(c, "automatic"), section_or(c, "body"))},
            {"styles.xml", fmt::format("{}<office:document-styles {}><office:styles>{}</office:styles><office:automatic-styles><style:page-layout style:name=\"page\"/></office:automatic-styles>"
                                       "<office:master-styles>{}</office:master-styles></office:document-styles>",
                                       xml_head, odt_names, section_or(c, "styles"), section_or(c, "master", "<style:master-page style:name=\"Standard\" style:page-layout-name=\"page\"/>"))},
            {"meta.xml", fmt::format("{}<office:document-meta {}><office:meta>{}</office:meta></office:document-meta>", xml_head, odt_names, section_or(c, "meta"))}};
}

void add_file(zip_t* archive, const std::string& name, const std::string& bytes) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("cannot add " + name);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), name == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 946684800, 0);
}

}  // namespace

package_case read_package_case(std::string_view text) {
    package_case c;
    std::string name;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line == "--- docx" || line == "--- odt") c.format = line.substr(4);
        else if (line == "--- changes original") c.original = true;
        else if (line.starts_with("--- ") && name != "document") name = line.substr(4);
        else if (name == "document") c.document += std::string(line) + "\n";
        else if (!name.empty()) c.sections[name] += std::string(line) + "\n";
    }
    return c;
}

package_parts parts_of(const package_case& c) { return c.format == "odt" ? odt_parts_of(c) : docx_parts_of(c); }

std::string zipped(const package_parts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : parts) add_file(archive, name, bytes);
    if (zip_close(archive) != 0) throw std::runtime_error("cannot write the archive");
    zip_stat_t s;
    zip_source_stat(target, &s);
    std::string out(s.size, '\0');
    zip_source_open(target);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return out;
}

}  // namespace minutes::test
