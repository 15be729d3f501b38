// SPDX-License-Identifier: Apache-2.0
// Stage: evidence of many documents → a house style to read, mend and use.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <minutes/learn.hpp>

#include "file_name.hpp"

namespace minutes {

namespace {

constexpr std::size_t fewest = 2;         // cells or lines: one may be chance
constexpr std::size_t most_documents = 3; // named in a comment
constexpr std::size_t several = 3;        // documents: what only one of so many says is hardly the body's way

/// What all documents say of one phrase.
struct proposal {
    std::size_t fits = 0, seen = 0;
    std::string why, example;
    std::set<std::string> documents;
};

using phrases = std::map<std::string, proposal>;
using keys = std::map<std::string, phrases>;

/// One line, and nothing that TOML forbids in comments.
std::string in_comment(std::string_view text) {
    constexpr std::size_t most = 60;  // bytes
    std::string out;
    for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    if (out.size() <= most) return out;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    return out.substr(0, end) + "…";
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
    }
    return out + '"';
}

std::string documents_in_words(const std::set<std::string>& all) {
    std::vector<std::string> shown;
    for (auto d = all.begin(); d != all.end() && shown.size() < most_documents; ++d) shown.emplace_back(file_name(*d));
    std::string out = in_comment(fmt::format("{}", fmt::join(shown, ", ")));
    return all.size() > most_documents ? fmt::format("{} and {} more", out, all.size() - most_documents) : out;
}

std::string comment_of(const proposal& p) {
    return fmt::format("# {} of {}: {}, as \"{}\"\n  # {} {}: {}\n", p.fits, p.seen, p.why, in_comment(p.example), p.documents.size(), p.documents.size() == 1 ? "document" : "documents",
                       documents_in_words(p.documents));
}

/// Of a phrase that documents read differently the meaning with most for it stays.
void settle(keys& all) {
    std::map<std::string, std::pair<std::size_t, std::string>> best;  // of a phrase: how much speaks for which key
    for (const auto& [key, entries] : all)
        for (const auto& [phrase, p] : entries)
            if (auto& b = best[phrase]; p.fits > b.first) b = {p.fits, key};
    for (auto& [key, entries] : all)
        for (auto p = entries.begin(); p != entries.end();) p = best[p->first].second == key ? std::next(p) : entries.erase(p);
}

/// "# labels, present: \"who came\": 4 of 4: lines behind it name people, as \"Jane Smith\" (april.txt)"
std::string rare_of(std::string_view section, const std::string& key, const std::string& phrase, const proposal& p) {
    return fmt::format("# {}{}{}: {}: {} of {}: {}, as \"{}\" ({})\n", section, key.empty() ? "" : ", ", key, in_quotes(phrase), p.fits, p.seen, p.why, in_comment(p.example),
                       documents_in_words(p.documents));
}

std::string entry_of(const std::string& key, const std::string& phrase, const proposal& p) {
    if (!key.empty()) return fmt::format("  {}  {},\n", comment_of(p), in_quotes(phrase));
    // Who came and who did not, no program can tell from the names.
    return fmt::format("  {}  # {}: who came (present), was in_attendance, or did not come (apologies)?\n", comment_of(p), in_quotes(phrase));
}

/// `rare` takes what is not proposed, since only one document of several says so.
std::string section_of(std::string_view name, keys all, std::size_t documents, std::string& rare) {
    settle(all);
    std::string out;
    for (const auto& [key, entries] : all) {
        std::string list;
        for (const auto& [phrase, p] : entries) {
            // Lists of people and the head of minutes come once a document; a cell or a task may be chance.
            const std::size_t enough = name == "labels" && key != "action" ? 1 : fewest;
            if (p.fits < enough || 2 * p.fits < p.seen) continue;
            if (documents >= several && p.documents.size() == 1) rare += rare_of(name, key, phrase, p);
            else list += entry_of(key, phrase, p);
        }
        if (!list.empty()) out += key.empty() ? "# Open:\n" + list : fmt::format("{} = [\n{}]\n", key, list);
    }
    return out.empty() ? out : fmt::format("\n[{}]\n{}", name, out);
}

/// "# Known already: lead ×12, deadline ×12", the most frequent first.
std::string known_words(const std::map<std::string, std::map<std::string, std::size_t>>& known) {
    std::string out;
    for (const auto& [section, phrases] : known) {
        std::vector<std::pair<std::size_t, std::string>> all;
        for (const auto& [phrase, n] : phrases) all.emplace_back(n, phrase);
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        std::string line = fmt::format("# Known already, {}:", section);
        for (const auto& [n, phrase] : all) line += fmt::format(" {} ({})", in_comment(phrase), n);
        out += line + "\n";
    }
    return out.empty() ? out : "\n" + out;
}

}  // namespace

std::string propose_style(std::vector<style_evidence> evidence, std::size_t documents) {
    std::sort(evidence.begin(), evidence.end(), [](const style_evidence& a, const style_evidence& b) {
        return std::tie(a.section, a.key, a.phrase, a.document, a.example) < std::tie(b.section, b.key, b.phrase, b.document, b.example);
    });
    std::map<std::string, keys> sections;
    std::map<std::string, std::map<std::string, std::size_t>> known;
    for (const style_evidence& e : evidence) {
        if (e.why.empty()) {
            known[e.section][e.phrase] += e.fits;
            continue;
        }
        proposal& p = sections[e.section][e.key][e.phrase];
        p.fits += e.fits;
        p.seen += e.seen;
        if (p.why.empty()) p.why = e.why, p.example = e.example;
        p.documents.insert(e.document);
    }
    std::string out = fmt::format("# Proposed by 'minutes style learn' from {} {}: words that stand where minutes have labels, column\n"
                                  "# heads and references, and that the program does not know.  Read it before you use it;\n"
                                  "# 'minutes check --style THIS-FILE' shows what it changes.\n",
                                  documents, documents == 1 ? "document" : "documents");
    std::string found, rare;
    for (const char* section : {"labels", "columns", "references"}) found += section_of(section, sections[section], documents, rare);
    if (!rare.empty()) rare = fmt::format("\n# In one document of {}, and so not proposed:\n{}", documents, rare);
    return out + (found.empty() ? fmt::format("\n# Nothing {} that the program does not know.\n", rare.empty() ? "was found" : "is said by several documents") : found) + rare +
           known_words(known);
}

}  // namespace minutes
