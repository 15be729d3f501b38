// SPDX-License-Identifier: Apache-2.0
#include "documents.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace bench {

namespace {

constexpr std::string_view head =
    "Harbour Board\n"
    "Tuesday 3 June 2014, 10.00am to 12 noon, Pier House, Saltby\n"
    "\n"
    "Present:\n"
    "Jane Smith, Chair, Harbour Board\tJS\n"
    "Omar Reyes, Clerk to the Board\tOR\n"
    "Keith Moran, Harbour Master, Saltby Port\tKM\n"
    "Priti Ayling, Finance Manager\tPA\n"
    "\n";

struct matter {
    std::string_view heading, text, task;
};

constexpr std::array<matter, 6> matters = {{
    {"Roof of the north shed", "The Clerk reported that water had come in twice during April. The Board noted two quotations and asked for a third before the summer.", "Obtain a third quotation for the roof"},
    {"Finance", "The accounts to 31 March 2014 were presented; income from moorings was £4,120 above the budget. It was agreed that the accounts be approved.", "Send the approved accounts to the auditor"},
    {"Dredging", "KM advised that the channel had lost 40 cm since last year's survey. Members discussed the cost of a full survey and whether the work could wait.", "Ask the contractor for dates in September"},
    {"Visitors' berths", "PA outlined the charges of other harbours on the coast. The Board resolved that the charge be raised to £18 a night from 1 July 2014.", "Publish the new charges at the pontoon"},
    {"Safety", "There had been no accidents since the last meeting. One lamp on the east quay is out, and two ladders need new treads.", "Replace the lamp and inspect all ladders"},
    {"Correspondence", "A letter from the sailing club about the slipway was read out. The Chair thanked the club for its help on the open day.", "Reply to the sailing club"},
}};

constexpr std::array<std::string_view, 4> owners = {"JS", "OR", "KM/PA", "PA"};

}  // namespace

std::string table_minutes(std::size_t bytes) {
    std::string out = std::string(head) + "No\tItem\tAction\tOwner\tDue\n";
    for (std::size_t i = 0; out.size() < bytes; ++i) {
        const matter& m = matters[i % matters.size()];
        out += fmt::format("{}.\t{}: {}\t{}/14 {}\t{}\t{:02}/07/14\n", i + 1, m.heading, m.text, i + 1, m.task, owners[i % owners.size()], 13 + i % 17);
    }
    return out;
}

std::string narrative_minutes(std::size_t bytes) {
    std::string out(head);
    for (std::size_t i = 0; out.size() < bytes; ++i) {
        const matter& m = matters[i % matters.size()];
        out += fmt::format("{}. {}\n\n{}\n\nACTION: {} to {} by {} July.\n\n", i + 1, m.heading, m.text, owners[i % owners.size()], m.task, 13 + i % 17);
    }
    return out;
}

}  // namespace bench
