// SPDX-License-Identifier: Apache-2.0
#include "register_about.hpp"

#include <set>

#include "register_tables.hpp"
#include "table_cells.hpp"

namespace minutes {

namespace {

constexpr std::string_view meaning_of(action_status s) {
    switch (s) {
        case action_status::open: return "Waits for somebody; also where the minutes say nothing.";
        case action_status::in_progress: return "Begun.";
        case action_status::proposed_for_closure: return "Said to be done; the body has yet to agree.";
        case action_status::on_hold: return "Waits for something else.";
        case action_status::complete: return "Done.";
        case action_status::closed: return "Closed by the body.";
        case action_status::superseded: return "Another action has taken its place.";
        case action_status::withdrawn: return "No longer wanted.";
    }
    return "";
}

class about_writer {
public:
    about_writer(const meeting_list& meetings, const write_options& o) : meetings_(meetings), options_(o) {}

    about_sheet write(const std::string& subject) {
        add("Register", words("Actions"), "");
        add("Of", words(subject), "");
        add("Documents", count(documents()), "");
        if (options_.profile == register_profile::publish) add("Contact", {}, "Write here whom readers may ask, and when the next issue comes.");
        as_at();
        statuses();
        for (const auto& [name, meaning] : register_meanings(options_)) add("Column", words(name), meaning);
        if (options_.profile == register_profile::working)
            add("Links", words("Ref and Minute lead to the page"), "'minutes convert FILE -t html' puts it beside this workbook. Source leads to the file.");
        if (options_.profile == register_profile::working)
            add("Baseline", words("Leave that sheet as it is"), "It has what the minutes said, so that 'minutes register --update' can tell what you typed.");
        add("Made by", words("minutes " MINUTES_VERSION), "Reads minutes and says where each value stands. It closes nothing: only the minutes do.");
        return std::move(about_);
    }

private:
    void add(std::string_view topic, register_cell entry, std::string_view meaning) {
        about_.table.rows.push_back({"", {words(topic), std::move(entry), words(meaning)}});
    }

    void as_at() {
        about_.as_at = about_.table.rows.size();
        register_cell day;
        if (const auto d = as_at_of(meetings_, options_)) day = {.text = to_string(*d), .date = d, .number = {}};
        add("As at", day, "Overdue is counted to this day. Put =TODAY() here to use the register from day to day.");
    }

    void statuses() {
        about_.first_status = about_.table.rows.size();
        for (const action_status s : register_statuses()) {
            about_.live += is_live(s) ? 1 : 0;
            ++about_.statuses;
            add("Status", words(sentence(name_of(s))), meaning_of(s));
        }
    }

    [[nodiscard]] std::size_t documents() const {
        std::set<std::string> names;
        for (const meeting* m : meetings_) names.insert(m->source.name + m->source.sha256);
        return names.size();
    }

    const meeting_list& meetings_;
    const write_options& options_;
    about_sheet about_{{"About", {{"Topic", 14}, {"Entry", 34}, {"Meaning", 76}}, {}}};
};

}  // namespace

about_sheet about_register(const meeting_list& meetings, const write_options& options, const std::string& subject) {
    return about_writer(meetings, options).write(subject);
}

}  // namespace minutes
