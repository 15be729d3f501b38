// SPDX-License-Identifier: Apache-2.0
#include "composition.hpp"

#include <sstream>

#include "frame.hpp"

namespace {

/// Appends a paragraph, or goes on in the last one where the form says "joined: yes".
void append(std::string& text, const std::string& paragraph, bool joined = false) {
    if (paragraph.empty()) return;
    if (joined && !text.empty()) text.back() = ' ';
    else if (!text.empty()) text += "\n";
    text += paragraph;
}

void append_form(std::string& text, const form& f, const std::string& section) { append(text, f.text(section), f.field("joined") == "yes"); }

/// An item of the agenda: {prose}, {here} and {more} on lines of their own stand for the forms put there.
std::string item_text(const std::string& shape, const chosen_forms& chosen) {
    std::string out;
    std::istringstream lines(shape);
    for (std::string line; std::getline(lines, line);) {
        if (line == "{prose}") {
            append_form(out, *chosen.at("prose"), "text");
        } else if (line == "{here}" || line == "{more}") {
            const std::string section = line == "{here}" ? "text" : "more";
            append_form(out, *chosen.at("decisions"), section);
            append_form(out, *chosen.at("tasks"), section);
        } else if (!line.empty()) {
            append(out, line + "\n");
        }
    }
    return out;
}

std::vector<form_section> sections_of(const chosen_forms& chosen) {
    std::vector<form_section> out;
    for (const char* part : {"people", "agendas", "decisions", "tasks", "closings"})
        for (const auto& item : chosen.at(part)->items) out.push_back({item.heading, item_text(item.text, chosen), item.optional});
    return out;
}

std::vector<expected_item> expected_items(const form& frame, const std::vector<form_section>& sections) {
    std::vector<expected_item> out;
    const auto numbers = numbers_in(frame, sections.size());
    for (std::size_t i = 0; i < sections.size(); ++i) out.push_back({numbers[i], sections[i].heading, sections[i].optional && numbers[i].empty()});
    return out;
}

}  // namespace

composed_minutes compose(const chosen_forms& chosen) {
    composed_minutes out;
    const form& frame = *chosen.at("business");
    const bool whole = frame.texts.count("whole") > 0;
    append(out.text, chosen.at("heads")->text("text"));
    append(out.text, chosen.at("people")->text("text"));
    for (const auto& [part, f] : chosen)
        if (!whole || part == "heads" || part == "people" || part == "business" || part == "closings") add_reading(out.reads, f->reads);
    if (whole) {
        append(out.text, frame.text("whole"));
    } else {
        const auto sections = sections_of(chosen);
        append(out.text, framed(frame, sections));
        const auto items = expected_items(frame, sections);
        out.reads.items.insert(out.reads.items.end(), items.begin(), items.end());
        for (const char* part : {"decisions", "tasks"}) append(out.text, chosen.at(part)->text("end"));
    }
    append(out.text, chosen.at("closings")->text("text"));
    return out;
}
