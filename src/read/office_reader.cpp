// SPDX-License-Identifier: Apache-2.0
#include "office_reader.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "document_builder.hpp"
#include "docx_reader.hpp"
#include "encoding.hpp"
#include "package_notes.hpp"
#include "subprocess.hpp"

namespace minutes {

namespace {

using namespace std::literals;
namespace fs = std::filesystem;

constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view word_stream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;
constexpr std::string_view rtf_magic = "{\\rtf"sv;
constexpr std::size_t sector = 512;  // of an OLE file; the Word stream comes first as a rule

/// The program that converts, told to run no macro and to fetch nothing that a document links to.
constexpr std::string_view office_settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="UseLocking" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";

/// A format that is converted: its names here and in the office program.
struct legacy_format {
    std::string_view name;    ///< also the ending of its files
    std::string_view filter;  ///< of the office program
    std::string_view called;  ///< by people
};

constexpr legacy_format doc_format{"doc", "MS Word 97", "a Word document of the old format"};
constexpr legacy_format rtf_format{"rtf", "Rich Text Format", "Rich Text"};

bool store(const fs::path& where, std::string_view bytes) {
    std::ofstream out(where, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return static_cast<bool>(out.flush());
}

std::string load(const fs::path& from) {
    std::ifstream in(from, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string file_address(const fs::path& path) {
    std::string out = "file://";
    for (const unsigned char c : path.generic_string())
        if (std::isalnum(c) || c == '/' || c == '-' || c == '.' || c == '_') out += static_cast<char>(c);
        else out += fmt::format("%{:02X}", c);
    return out;
}

/// The Word stream's header says so (fEncrypted of [MS-DOC] 2.5.2).
bool is_encrypted_doc(std::string_view bytes) {
    const auto header = bytes.substr(std::min(bytes.size(), sector), 12);
    return header.size() == 12 && header.starts_with("\xEC\xA5"sv) && (static_cast<unsigned char>(header[11]) & 1) != 0;
}

class legacy_file {
public:
    legacy_file(std::string_view bytes, const legacy_format& format, const read_options& options) : bytes_(bytes), format_(format), options_(options) {
        limits_.time = std::chrono::seconds(options.reading.limits.seconds);
        limits_.memory = options.reading.limits.memory;
        limits_.output = options.reading.limits.output;
        limits_.search = options.reading.programs;
    }

    document read() {
        const auto input = folder_.path() / fmt::format("in.{}", format_.name);
        if (folder_.path().empty() || !store(input, bytes_)) return refuse("cannot-read", "there is no room for a temporary file", "Free space in the temporary folder.");
        const auto run = convert(input);
        const auto converted = load(folder_.path() / "out" / "in.docx");
        if (recognise_docx(converted) > 0) return as_own(read_docx(converted, options_));
        if (is_encrypted_doc(bytes_)) return encrypted_document(bytes_, format_.name);
        if (run.end == process_result::end_type::not_found) return read_words(input);
        if (run.end == process_result::end_type::timed_out)
            return refuse("limit-reached", fmt::format("converting the file took longer than {} seconds", limits_.time.count()), "Raise the limit, or save the file as DOCX.");
        return refuse("cannot-read", fmt::format("this is {}, but the office program could not read it", format_.called), "Open it in an office program and save it as DOCX.");
    }

private:
    process_result convert(const fs::path& input) const {
        const auto profile = folder_.path() / "profile";
        std::error_code failed;
        fs::create_directories(profile / "user", failed);
        if (failed || !store(profile / "user" / "registrymodifications.xcu", office_settings)) return {};
        return run_process({"soffice", "-env:UserInstallation=" + file_address(profile), "--headless", "--norestore", "--nolockcheck",
                            fmt::format("--infilter={}", format_.filter), "--convert-to", "docx:MS Word 2007 XML", "--outdir", "out", input.string()},
                           {}, limits_, folder_.path());
    }

    /// What was read of the converted file, said of the file itself.
    document as_own(document d) const {
        d.source.sha256 = sha256_of(bytes_);
        d.source.bytes = bytes_.size();
        d.source.format = format_.name;
        return d;
    }

    /// The last resort: the words alone.
    document read_words(const fs::path& input) const {
        for (const auto& command : {std::vector<std::string>{"antiword", "-w", "0", "-m", "UTF-8.txt", input.string()}, std::vector<std::string>{"catdoc", "-w", "-d", "utf-8", input.string()}}) {
            if (command.front() == "antiword" && format_.name != doc_format.name) continue;
            const auto run = run_process(command, {}, limits_, folder_.path());
            const auto words = decode(run.output).utf8;
            if (!run.ok() || words.find_first_not_of(" \t\r\n\f") == words.npos) continue;
            return words_alone(words, command.front());
        }
        return refuse("missing-program", fmt::format("this is {}, which is read through 'soffice'; it is not installed", format_.called),
                      "Install LibreOffice (Debian: libreoffice-writer-nogui), or save the file as DOCX.");
    }

    document words_alone(const std::string& words, const std::string& program) const {
        document_builder out(bytes_, format_.name);
        std::istringstream lines(words);
        int blank = 0;
        for (std::string line; std::getline(lines, line); ++blank) {
            if (line.find_first_not_of(" \t\r\f") == line.npos) continue;
            out.begin_block({.blank_before = blank});
            out.append(line);
            out.end_block();
            blank = -1;
        }
        out.note("lossy-reading", severity::warning, fmt::format("'{}' gave the words of the file; computed numbers are missing, and deleted text may stand among them", program),
                 "Install LibreOffice for a full reading.");
        return std::move(out).finish();
    }

    document refuse(std::string code, std::string message, std::string hint) const {
        document_builder out(bytes_, format_.name);
        out.result().readable = false;
        out.note(std::move(code), severity::error, std::move(message), std::move(hint));
        return std::move(out).finish();
    }

    std::string_view bytes_;
    const legacy_format& format_;
    const read_options& options_;
    process_limits limits_;
    private_folder folder_;
};

}  // namespace

int recognise_doc(std::string_view bytes) { return bytes.starts_with(ole_magic) && bytes.find(word_stream) != bytes.npos && recognise_docx(bytes) == 0 ? 3 : 0; }

document read_doc(std::string_view bytes, const read_options& options) { return legacy_file(bytes, doc_format, options).read(); }

int recognise_rtf(std::string_view bytes) { return bytes.starts_with(rtf_magic) ? 3 : 0; }

document read_rtf(std::string_view bytes, const read_options& options) { return legacy_file(bytes, rtf_format, options).read(); }

}  // namespace minutes
