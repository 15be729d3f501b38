// SPDX-License-Identifier: Apache-2.0
#include "resolve.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace minutes {

void say(meeting& m, std::string_view code, spans where, std::string message) {
    const auto& codes = diagnostic_codes();
    const auto known = std::find_if(codes.begin(), codes.end(), [&](const diagnostic_code& c) { return c.code == code; });
    if (known == codes.end()) throw std::logic_error(fmt::format("'{0}' is said, but src/model/diagnostics/{0}.txt is missing", code));
    m.diagnostics.push_back({std::string(code), known->severity, std::move(where), {}, std::move(message), std::string(known->hint)});
}

void resolve(meeting& m, const lexicon& words, const parse_options& options) {
    resolve_dates(m, words, options);
    resolve_people(m, words);
    check_meeting(m, words);
    forget_unread(m);
    for (auto& d : m.diagnostics)
        if (!d.spans.empty()) d.place = place_of(*m.text, d.spans.front().begin);
    std::stable_sort(m.diagnostics.begin(), m.diagnostics.end(), [](const diagnostic& a, const diagnostic& b) {
        return (a.spans.empty() ? span{} : a.spans.front()) < (b.spans.empty() ? span{} : b.spans.front());
    });
}

}  // namespace minutes
