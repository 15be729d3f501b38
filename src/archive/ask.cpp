// SPDX-License-Identifier: Apache-2.0
#include "ask.hpp"

#include <stdexcept>

#include <minutes/load.hpp>

#include "deflated.hpp"

namespace minutes {

namespace {

std::optional<std::string> iso(const std::optional<date>& d) { return d ? std::optional(to_string(*d)) : std::nullopt; }

}  // namespace

filter_values::filter_values(const meeting_filter& f) : body(f.body), since(iso(f.since)), until(iso(f.until)) {}

meeting meeting_of(std::string_view content) {
    parse_result r = load(inflated(content));
    if (!r.readable) throw std::runtime_error("a meeting's content is damaged: " + r.diagnostics.front().message);
    return std::move(r.meeting);
}

archive_outcome archive::each_meeting(const meeting_filter& filter, const std::function<void(meeting&&)>& use) const {
    return guarded([&] {
        const filter_values f(filter);
        sqlite_statement s(database_->connection().handle(),
                           "SELECT m.content, d.path FROM meeting m JOIN reading r ON r.id = m.reading JOIN document d ON d.id = r.document WHERE m.current AND " +
                               std::string(filter_sql) + " ORDER BY m.date, d.path, m.number");
        s.bind(f.body, f.since, f.until);
        while (s.step()) {
            meeting m = meeting_of(s.text(0));
            m.source.name = path_of(s.text(1)).string();
            use(std::move(m));
        }
    });
}

}  // namespace minutes
