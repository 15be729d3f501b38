// SPDX-License-Identifier: Apache-2.0
#include "ask.hpp"

#include <map>
#include <memory>
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
        std::map<std::string, std::weak_ptr<const source_text>, std::less<>> texts;  // of files: their meetings share them
        while (s.step()) {
            meeting m = meeting_of(s.text(0));
            auto& shared = texts[std::string(s.text(1))];
            if (const auto text = shared.lock(); text && *text == *m.text) m.text = text;
            else shared = m.text;
            m.source.name = path_of(s.text(1)).string();
            use(std::move(m));
        }
    });
}

archive_outcome archive::each_document(const std::function<void(std::string_view name, parse_result&&)>& use, const meeting_filter& filter) const {
    return guarded([&] {
        const filter_values f(filter);
        sqlite_statement s(database_->connection().handle(),
                           "SELECT m.content, d.path FROM document d JOIN reading r ON r.document = d.id JOIN meeting m ON m.reading = r.id "
                           "WHERE m.current AND " + std::string(filter_sql) + " ORDER BY min(m.date) OVER (PARTITION BY d.id), d.path, m.number");
        s.bind(f.body, f.since, f.until);
        std::string name;
        std::optional<parse_result> document;
        while (s.step()) {
            meeting m = meeting_of(s.text(0));
            if (document && s.text(1) == name) {
                if (*m.text == *document->meeting.text) m.text = document->meeting.text;
                document->more.push_back(std::move(m));
                continue;
            }
            if (document) use(name, std::move(*document));
            name = s.text(1);
            document.emplace();
            m.source.name = name;
            document->meeting = std::move(m);
        }
        if (document) use(name, std::move(*document));
    });
}

}  // namespace minutes
