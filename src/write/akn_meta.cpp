// SPDX-License-Identifier: Apache-2.0
#include "akn_meta.hpp"

#include <array>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "table_cells.hpp"

namespace minutes {

namespace {

using pugi::xml_node;

constexpr const char* unknown_date = "0001-01-01";  // FRBRdate must be a date; cobalt writes this one too

xml_node add(xml_node parent, const char* name) { return parent.append_child(name); }

void add_value(xml_node parent, const char* name, std::string_view value) { set(add(parent, name), "value", value); }

/// The code of ISO 639-2 that FRBRlanguage asks for; "und" where the words are of no language that is known.
std::string_view three_letters(std::string_view language) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> known = {
        {{"en", "eng"}, {"cy", "cym"}, {"fr", "fra"}, {"de", "deu"}, {"es", "spa"}, {"pt", "por"}, {"da", "dan"}, {"nb", "nob"}, {"nl", "nld"}}};
    for (const auto& [two, three] : known)
        if (language == two) return three;
    return "und";
}

class describer {
public:
    describer(const akn_debate& of, const akn_votes& votes) : of_(of), votes_(votes) {}

    void describe(xml_node meta) const {
        identification(add(meta, "identification"));
        analysis(meta);
        references(add(meta, "references"));
        xml_node own = add(meta, "proprietary");
        set(own, "source", of_.reference("converter"));
        xml_node source = add(own, "m:source");
        set(source, "xmlns:m", akn_own_name_space);
        set(source, "name", of_.m.source.name);
        if (!of_.m.source.sha256.empty()) set(source, "sha256", of_.m.source.sha256);
        corrected(own, "the meeting", corrected_in(of_.m).text);
        for (const person& p : of_.m.people) corrected(own, shown(of_.m, p.name), corrected_in(of_.m, p).text);
        for (const action& a : of_.m.actions) corrected(own, "action " + (a.ref.given() ? shown(of_.m, a.ref) : a.id), corrected_in(of_.m, a).text);
    }

private:
    /// What a person has put right.
    static void corrected(xml_node own, const std::string& of, const std::string& what) {
        if (what.empty()) return;
        xml_node node = add(own, "m:corrected");
        set(node, "xmlns:m", akn_own_name_space);
        set(node, "of", of);
        add_text(node, what);
    }

    void identification(xml_node node) const {
        set(node, "source", of_.reference("converter"));
        const std::string date = of_.m.date.value ? to_string(*of_.m.date.value) : unknown_date;
        const std::string what = akn_slug(of_.m.body.given() ? shown(of_.m, of_.m.body) : title_of(of_.m));
        const std::string work = fmt::format("/akn/xx/debate/minutes/{}/{}/{}", what.empty() ? "meeting" : what, date, of_.number);
        const std::string expression = fmt::format("{}/{}@{}", work, language(), date);
        xml_node w = level(node, "FRBRWork", work + "/!main", work, date, "body");
        add_value(w, "FRBRcountry", "xx");  // ISO 3166 leaves XX to its users: the document does not say
        add_value(w, "FRBRsubtype", "minutes");
        xml_node e = level(node, "FRBRExpression", expression + "/!main", expression, date, "body");
        set(add(e, "FRBRlanguage"), "language", language());
        level(node, "FRBRManifestation", expression + "/!main.xml", expression + ".xml", date, "converter");
    }

    xml_node level(xml_node parent, const char* name, const std::string& self, const std::string& uri, const std::string& date, const char* author) const {
        xml_node node = add(parent, name);
        add_value(node, "FRBRthis", self);
        add_value(node, "FRBRuri", uri);
        xml_node day = add(node, "FRBRdate");
        set(day, "date", date);
        set(day, "name", of_.m.date.value ? "meeting" : "unknown");
        xml_node who = add(node, "FRBRauthor");
        set(who, "href", of_.reference(author));
        set(who, "as", of_.reference("author"));
        return node;
    }

    void analysis(xml_node meta) const {
        if (votes_.empty()) return;
        xml_node node = add(meta, "analysis");
        set(node, "source", of_.reference("converter"));
        xml_node all = add(node, "parliamentary");
        for (const auto& [where, d] : votes_) {
            xml_node vote = add(all, "voting");
            if (d->vote.result.given()) set(vote, "outcome", of_.reference("result-" + akn_slug(shown(of_.m, d->vote.result))));
            set(vote, "href", "#" + where);
            count(vote, "for", d->vote.for_);
            count(vote, "against", d->vote.against);
            count(vote, "abstain", d->vote.abstain);
        }
    }

    void count(xml_node vote, const char* side, const traced<int>& n) const {
        if (!n.value) return;
        xml_node node = add(vote, "count");
        set(node, "refersTo", of_.reference(side));
        set(node, "value", std::to_string(*n.value));
    }

    void references(xml_node node) const {
        set(node, "source", of_.reference("converter"));
        const auto refer = [&](const char* kind, const std::string& id, std::string_view path, std::string_view shown_as) {
            xml_node r = add(node, kind);
            set(r, "eId", of_.id_of(id));
            set(r, "href", fmt::format("/akn/ontology/{}", path));
            set(r, "showAs", shown_as.empty() ? "?" : shown_as);
            return r;
        };
        refer("TLCOrganization", "body", "organization/xx/body", of_.m.body.given() ? shown(of_.m, of_.m.body) : title_of(of_.m));
        for (const person& p : of_.m.people) {
            const std::string initials = shown(of_.m, p.initials), name = shown(of_.m, p.name);
            xml_node r = refer("TLCPerson", p.id, "person/xx/" + p.id, name.empty() ? initials : name);
            if (!initials.empty()) set(r, "shortForm", initials);
        }
        refer("TLCObject", "converter", "object/minutes-converter", "minutes");
        refer("TLCRole", "author", "role/author", "Author");
        refer("TLCRole", "owner", "role/action-owner", "Owner of an action");
        refer("TLCRole", "mover", "role/mover", "Mover");
        refer("TLCRole", "seconder", "role/seconder", "Seconder");
        refer("TLCConcept", "action", "concept/action", "Action");
        refer("TLCConcept", "decision", "concept/decision", "Decision");
        refer("TLCConcept", "for", "concept/for", "For");
        refer("TLCConcept", "against", "concept/against", "Against");
        refer("TLCConcept", "abstain", "concept/abstain", "Abstaining");
        std::set<std::string> results;
        for (const auto& [where, d] : votes_)
            if (const std::string result = shown(of_.m, d->vote.result); !result.empty() && results.insert(akn_slug(result)).second)
                refer("TLCProcess", "result-" + akn_slug(result), "process/" + akn_slug(result), result);
    }

    [[nodiscard]] std::string_view language() const { return of_.m.languages.empty() ? "eng" : three_letters(of_.m.languages.front()); }

    const akn_debate& of_;
    const akn_votes& votes_;
};

}  // namespace

std::string akn_slug(std::string_view text, bool lower) {
    std::string out;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (u < 0x80 && std::isalnum(u)) out += lower ? static_cast<char>(std::tolower(u)) : c;
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

void describe_debate(pugi::xml_node meta, const akn_debate& of, const akn_votes& votes) { describer(of, votes).describe(meta); }

}  // namespace minutes
