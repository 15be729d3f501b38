// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → Akoma Ntoso 3.0 (OASIS LegalDocML), <debate name="minutes">.
//
// The standard has no element for an action, so an action is a debateSection named
// "action" that refers to a concept of that name; its owners are persons in the role
// of owner, its due date a date.  Element ids follow the naming convention
// (akn-nc 1.0): the parent's id, two underscores, an abbreviation and a number.
#include <cctype>
#include <map>
#include <set>

#include <fmt/format.h>

#include "markup.hpp"
#include "table_cells.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

using pugi::xml_node;

constexpr const char* name_space = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
constexpr const char* own_name_space = "urn:minutes:meeting:1";
constexpr const char* unknown_date = "0001-01-01";  // FRBRdate must be a date; cobalt writes this one too

/// Letters and digits of ASCII, the rest as single hyphens: what an address or an id may hold.
std::string slug(std::string_view text, bool lower = true) {
    std::string out;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (u < 0x80 && std::isalnum(u)) out += lower ? static_cast<char>(std::tolower(u)) : c;
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

/// Element ids that are each given once.
class id_giver {
public:
    std::string give(const std::string& parent, std::string_view kind, const std::string& number = {}) {
        const std::string stem = fmt::format("{}{}{}_", parent, parent.empty() ? "" : "__", kind);
        for (int n = 1;; ++n) {
            std::string id = number.empty() ? stem + std::to_string(n) : stem + number + (n == 1 ? "" : fmt::format("_{}", n));
            if (given_.insert(id).second) return id;
        }
    }

private:
    std::set<std::string> given_;
};

xml_node add(xml_node parent, const char* name) { return parent.append_child(name); }

void add_value(xml_node parent, const char* name, std::string_view value) { set(add(parent, name), "value", value); }

/// Writes one meeting; `prefix` keeps ids of several meetings in a file apart.
class debate_writer {
public:
    debate_writer(const meeting& m, std::size_t number, std::string prefix, id_giver& ids)
        : m_(m), number_(number), prefix_(std::move(prefix)), ids_(ids) {
        collect_items(m.items);
        for (const decision& d : m.decisions) {
            decisions_[item_of(d.item)].push_back(&d);
            told_.insert(d.text.spans);
        }
        for (const action& a : m.actions) {
            actions_[item_of(a.item)].push_back(&a);
            told_.insert(a.text.spans);
        }
    }

    void write(xml_node debate) {
        set(debate, "name", "minutes");
        xml_node meta = add(debate, "meta");
        preface(add(debate, "preface"));
        xml_node body = add(debate, "debateBody");
        attendance_lists(body);
        for (const item& i : m_.items) section(body, prefix_, i);
        business(body, prefix_, {});
        closing(body);
        if (!body.first_child()) narrative(new_section(body, "debateSection", prefix_, "dbsect"), prefix_, "");
        describe(meta);
    }

private:
    void collect_items(const std::vector<item>& items) {
        for (const item& i : items) {
            items_.insert(i.id);
            collect_items(i.items);
        }
    }
    /// The id when an item has it; empty for business outside any item.
    [[nodiscard]] std::string item_of(const std::string& id) const { return items_.count(id) ? id : std::string{}; }

    // ── What the document is ──
    void describe(xml_node meta) const {
        identification(add(meta, "identification"));
        analysis(meta);
        references(add(meta, "references"));
        xml_node own = add(meta, "proprietary");
        set(own, "source", reference("converter"));
        xml_node source = add(own, "m:source");
        set(source, "xmlns:m", own_name_space);
        set(source, "name", m_.source.name);
        if (!m_.source.sha256.empty()) set(source, "sha256", m_.source.sha256);
        corrected(own, "the meeting", corrected_in(m_).text);
        for (const person& p : m_.people) corrected(own, shown(m_, p.name), corrected_in(m_, p).text);
        for (const action& a : m_.actions) corrected(own, "action " + (a.ref.given() ? shown(m_, a.ref) : a.id), corrected_in(m_, a).text);
    }

    /// What a person has put right.
    static void corrected(xml_node own, const std::string& of, const std::string& what) {
        if (what.empty()) return;
        xml_node node = add(own, "m:corrected");
        set(node, "xmlns:m", own_name_space);
        set(node, "of", of);
        add_text(node, what);
    }

    void identification(xml_node node) const {
        set(node, "source", reference("converter"));
        const std::string date = m_.date.value ? to_string(*m_.date.value) : unknown_date;
        const std::string what = slug(m_.body.given() ? shown(m_, m_.body) : title_of(m_));
        const std::string work = fmt::format("/akn/xx/debate/minutes/{}/{}/{}", what.empty() ? "meeting" : what, date, number_);
        const std::string expression = fmt::format("{}/eng@{}", work, date);
        xml_node w = level(node, "FRBRWork", work + "/!main", work, date, "body");
        add_value(w, "FRBRcountry", "xx");  // ISO 3166 leaves XX to its users: the document does not say
        add_value(w, "FRBRsubtype", "minutes");
        xml_node e = level(node, "FRBRExpression", expression + "/!main", expression, date, "body");
        set(add(e, "FRBRlanguage"), "language", "eng");
        level(node, "FRBRManifestation", expression + "/!main.xml", expression + ".xml", date, "converter");
    }

    xml_node level(xml_node parent, const char* name, const std::string& self, const std::string& uri, const std::string& date,
                                 const char* author) const {
        xml_node node = add(parent, name);
        add_value(node, "FRBRthis", self);
        add_value(node, "FRBRuri", uri);
        xml_node day = add(node, "FRBRdate");
        set(day, "date", date);
        set(day, "name", m_.date.value ? "meeting" : "unknown");
        xml_node who = add(node, "FRBRauthor");
        set(who, "href", reference(author));
        set(who, "as", reference("author"));
        return node;
    }

    void analysis(xml_node meta) const {
        if (votes_.empty()) return;
        xml_node node = add(meta, "analysis");
        set(node, "source", reference("converter"));
        xml_node all = add(node, "parliamentary");
        for (const auto& [where, d] : votes_) {
            xml_node vote = add(all, "voting");
            if (d->vote.result.given()) set(vote, "outcome", reference("result-" + slug(shown(m_, d->vote.result))));
            set(vote, "href", "#" + where);
            count(vote, "for", d->vote.for_);
            count(vote, "against", d->vote.against);
            count(vote, "abstain", d->vote.abstain);
        }
    }

    void count(xml_node vote, const char* side, const traced<int>& n) const {
        if (!n.value) return;
        xml_node node = add(vote, "count");
        set(node, "refersTo", reference(side));
        set(node, "value", std::to_string(*n.value));
    }

    void references(xml_node node) const {
        set(node, "source", reference("converter"));
        const auto refer = [&](const char* kind, const std::string& id, std::string_view path, std::string_view shown_as) {
            xml_node r = add(node, kind);
            set(r, "eId", id_of(id));
            set(r, "href", fmt::format("/akn/ontology/{}", path));
            set(r, "showAs", shown_as.empty() ? "?" : shown_as);
            return r;
        };
        refer("TLCOrganization", "body", "organization/xx/body", m_.body.given() ? shown(m_, m_.body) : title_of(m_));
        for (const person& p : m_.people) {
            const std::string initials = shown(m_, p.initials), name = shown(m_, p.name);
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
            if (const std::string result = shown(m_, d->vote.result); !result.empty() && results.insert(slug(result)).second)
                refer("TLCProcess", "result-" + slug(result), "process/" + slug(result), result);
    }

    // ── What it says ──
    void preface(xml_node node) const {
        xml_node p = add(node, "p");
        add_text(add(p, "docTitle"), title_of(m_));
        if (m_.date.given()) {
            add_text(p, ", ");
            date_element(p, "docDate", m_.date);
        }
        const auto more = [&](std::string_view name, const std::string& text) {
            if (!text.empty()) add_text(add(node, "p"), fmt::format("{}: {}", name, text));
        };
        if (m_.start.value) more("Start", to_string(*m_.start.value));
        more("Venue", shown(m_, m_.venue));
        more("Chair", shown(m_, m_.chair));
    }

    void attendance_lists(xml_node body) {
        for (const attendance a : {attendance::present, attendance::in_attendance, attendance::apologies, attendance::absent}) {
            xml_node list;
            std::string id;
            for (const person& p : m_.people) {
                if (p.attendance.value != a) continue;
                if (!list) {
                    list = new_section(body, "rollCall", prefix_, "rollCall", {}, &id);
                    add_text(add(list, "heading"), sentence(name_of(a)));
                    list = add(list, "other");
                    set(list, "eId", ids_.give(id, "other"));
                }
                one_person(add(list, "p"), id, p);
            }
        }
    }

    void one_person(xml_node p, const std::string& parent, const person& who) {
        const std::string name = shown(m_, who.name), initials = shown(m_, who.initials);
        person_element(p, parent, who.id, nullptr, name.empty() ? initials : name);
        if (!initials.empty() && !name.empty()) add_text(p, " (" + initials + ")");
        for (const auto* more : {&who.role, &who.organisation})
            if (more->given()) add_text(p, ", " + shown(m_, *more));
        if (who.part.value.value_or(false)) add_text(p, ", for part of the meeting");
    }

    void section(xml_node parent, const std::string& parent_id, const item& i) {
        std::string id;
        xml_node node = new_section(parent, "debateSection", parent_id, "dbsect", slug(shown(m_, i.number), false), &id);
        set(node, "name", "item");
        if (i.number.given()) add_text(add(node, "num"), shown(m_, i.number));
        if (i.heading.given()) add_text(add(node, "heading"), shown(m_, i.heading));
        for (const block& b : i.blocks)
            if (!told_.count(b.spans) && !is_task_line(m_, b)) narrative(node, id, words_of(m_, b.spans));
        for (const item& inner : i.items) section(node, id, inner);
        business(node, id, i.id);
        if (node.last_child().name() == std::string_view("num") || node.last_child().name() == std::string_view("heading") || !node.first_child())
            narrative(node, id, "");
    }

    /// The decisions and actions of an item, or of none.
    void business(xml_node node, const std::string& node_id, const std::string& item) {
        if (const auto all = decisions_.find(item); all != decisions_.end())
            for (const decision* d : all->second) resolution(node, node_id, *d);
        if (const auto all = actions_.find(item); all != actions_.end())
            for (const action* a : all->second) task(node, node_id, *a);
    }

    void resolution(xml_node parent, const std::string& parent_id, const decision& d) {
        std::string id;
        xml_node node = new_section(parent, "resolutions", parent_id, "resolutions", {}, &id);
        set(node, "refersTo", reference("decision"));
        narrative(node, id, shown(m_, d.text));
        const vote& v = d.vote;
        if (v.for_.value || v.against.value || v.abstain.value) votes_.emplace_back(id, &d);  // a voting must have counts
        else if (v.result.given()) narrative(node, id, "Result: " + shown(m_, v.result));
        by(node, id, "Moved by ", "mover", d.mover);
        by(node, id, "Seconded by ", "seconder", d.seconder);
    }

    void by(xml_node parent, const std::string& parent_id, std::string_view words, const char* role, const traced<std::string>& who) {
        if (!who.given()) return;
        xml_node node = narrative(parent, parent_id, words);
        xml_node named = add(node, "role");
        set(named, "refersTo", reference(role));
        add_text(named, shown(m_, who));
    }

    void task(xml_node parent, const std::string& parent_id, const action& a) {
        const std::string ref = shown(m_, a.ref);
        std::string id;
        xml_node node = new_section(parent, "debateSection", parent_id, "dbsect", slug(ref.empty() ? a.id : ref, false), &id);
        set(node, "name", "action");
        set(node, "refersTo", reference("action"));
        if (!ref.empty()) add_text(add(node, "num"), ref);
        narrative(node, id, shown(m_, a.text));
        if (!a.owners.empty()) owners(narrative(node, id, "Owner: "), id, a);
        if (a.due.text.given() || a.due.date.given()) due(narrative(node, id, "Due: "), a.due);
        if (a.status.value) narrative(node, id, "Status: " + sentence(name_of(*a.status.value)));
    }

    void owners(xml_node node, const std::string& parent, const action& a) {
        const char* between = "";
        for (const owner& o : a.owners) {
            add_text(node, between);
            between = ", ";
            const std::string words = shown(m_, o.text);
            if (find_person(m_, o.person)) person_element(node, parent, o.person, "owner", words.empty() ? o.person : words);
            else add_text(node, words);
        }
    }

    void due(xml_node node, const minutes::due& d) const {
        const std::string words = d.text.given() ? shown(m_, d.text) : words_of(m_, d.date.spans);
        if (!d.date.value) return add_text(node, words);
        xml_node date = add(node, "date");
        set(date, "date", to_string(*d.date.value));
        add_text(date, words.empty() ? to_string(*d.date.value) : words);
    }

    void closing(xml_node body) {
        if (!m_.end.value && !m_.next.date.given()) return;
        std::string id;
        xml_node node = new_section(body, "adjournment", prefix_, "adjournment", {}, &id);
        if (m_.end.value) narrative(node, id, "The meeting ended at " + to_string(*m_.end.value) + ".");
        if (!m_.next.date.given()) return;
        xml_node next = narrative(node, id, "Next meeting: ");
        date_element(next, "date", m_.next.date);
        if (m_.next.venue.given()) add_text(next, ", " + shown(m_, m_.next.venue));
    }

    // ── Pieces ──
    void date_element(xml_node parent, const char* name, const traced<date>& d) const {
        const std::string words = words_of(m_, d.spans);
        if (!d.value) return add_text(parent, words);
        xml_node node = add(parent, name);
        set(node, "date", to_string(*d.value));
        add_text(node, words.empty() ? to_string(*d.value) : words);
    }

    void person_element(xml_node parent, const std::string& parent_id, const std::string& id, const char* role, const std::string& words) {
        xml_node node = add(parent, "person");
        set(node, "eId", ids_.give(parent_id, "person"));
        set(node, "refersTo", reference(id));
        if (role) set(node, "as", reference(role));
        add_text(node, words);
    }

    xml_node narrative(xml_node parent, const std::string& parent_id, std::string_view words) {
        xml_node node = add(parent, "narrative");
        set(node, "eId", ids_.give(parent_id, "narrative"));
        add_text(node, words);
        return node;
    }

    xml_node new_section(xml_node parent, const char* name, const std::string& parent_id, std::string_view kind, const std::string& number = {},
                         std::string* id = nullptr) {
        xml_node node = add(parent, name);
        const std::string given = ids_.give(parent_id, kind, number);
        set(node, "eId", given);
        if (name == std::string_view("debateSection") && !id) set(node, "name", "item");
        if (id) *id = given;
        return node;
    }

    [[nodiscard]] std::string id_of(const std::string& name) const { return prefix_.empty() ? name : prefix_ + "__" + name; }
    [[nodiscard]] std::string reference(const std::string& name) const { return "#" + id_of(name); }

    const meeting& m_;
    std::size_t number_;
    std::string prefix_;
    id_giver& ids_;
    std::set<std::string> items_;
    std::map<std::string, std::vector<const decision*>> decisions_;  // by the item that they stand under
    std::map<std::string, std::vector<const action*>> actions_;
    std::set<spans> told_;  // a block that is a decision or an action word for word is given as that
    std::vector<std::pair<std::string, const decision*>> votes_;  // with the element that the vote was on
};

/// What the collection of a file's meetings is: what its first meeting is, without its people and business.
void describe_collection(xml_node meta, const meeting& first) {
    meeting about;
    about.source = first.source;
    about.title = first.title;
    about.body = first.body;
    about.date = first.date;
    about.text = first.text;
    pugi::xml_document scratch;
    id_giver ids;
    xml_node debate = scratch.append_child("debate");
    debate_writer(about, 1, "", ids).write(debate);
    for (const xml_node part : debate.child("meta").children()) meta.append_copy(part);
}

}  // namespace

std::string akn_of(const meeting_list& meetings) {
    pugi::xml_document tree;
    id_giver ids;
    xml_node root = tree.append_child("akomaNtoso");
    set(root, "xmlns", name_space);
    if (meetings.size() == 1) debate_writer(*meetings.front(), 1, "", ids).write(add(root, "debate"));
    else {
        xml_node all = add(root, "documentCollection");
        set(all, "name", "minutes");
        describe_collection(add(all, "meta"), *meetings.front());
        xml_node body = add(all, "collectionBody");
        for (std::size_t n = 1; n <= meetings.size(); ++n) {
            xml_node component = add(body, "component");
            const std::string id = fmt::format("component_{}", n);
            set(component, "eId", id);
            debate_writer(*meetings[n - 1], n, id, ids).write(add(component, "debate"));
        }
    }
    indent(root);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + printed(root) + "\n";
}

}  // namespace minutes
