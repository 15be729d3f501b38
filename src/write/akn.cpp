// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → Akoma Ntoso 3.0 (OASIS LegalDocML), <debate name="minutes">.
//
// The standard has no element for an action, so an action is a debateSection named
// "action" that refers to a concept of that name; its owners are persons in the role
// of owner, its due date a date.  Element ids follow the naming convention
// (akn-nc 1.0): the parent's id, two underscores, an abbreviation and a number.
#include <map>
#include <set>

#include <fmt/format.h>

#include "akn_meta.hpp"
#include "markup.hpp"
#include "table_cells.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

using pugi::xml_node;

constexpr const char* name_space = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

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

/// Writes one meeting; `prefix` keeps ids of several meetings in a file apart.
class debate_writer {
public:
    debate_writer(const meeting& m, std::size_t number, std::string prefix, id_giver& ids)
        : of_{m, number, std::move(prefix)}, ids_(ids) {
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
        describe_debate(meta, of_, votes_);
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
        xml_node node = new_section(parent, "debateSection", parent_id, "dbsect", akn_slug(shown(m_, i.number), false), &id);
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
        xml_node node = new_section(parent, "debateSection", parent_id, "dbsect", akn_slug(ref.empty() ? a.id : ref, false), &id);
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

    [[nodiscard]] std::string reference(const std::string& name) const { return of_.reference(name); }

    akn_debate of_;
    const meeting& m_ = of_.m;
    const std::string& prefix_ = of_.prefix;
    id_giver& ids_;
    std::set<std::string> items_;
    std::map<std::string, std::vector<const decision*>> decisions_;  // by the item that they stand under
    std::map<std::string, std::vector<const action*>> actions_;
    std::set<spans> told_;  // a block that is a decision or an action word for word is given as that
    akn_votes votes_;
};

/// What the collection of a file's meetings is: what its first meeting is, without its people and business.
void describe_collection(xml_node meta, const meeting& first) {
    meeting about;
    about.source = first.source;
    about.title = first.title;
    about.body = first.body;
    about.date = first.date;
    about.text = first.text;
    about.languages = first.languages;
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
