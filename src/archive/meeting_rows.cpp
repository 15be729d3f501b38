// SPDX-License-Identifier: Apache-2.0
#include "meeting_rows.hpp"

#include <array>
#include <set>

#include <fmt/format.h>

#include <minutes/history.hpp>
#include <minutes/write.hpp>

#include "deflated.hpp"
#include "passages.hpp"
#include "table_cells.hpp"

namespace minutes {

namespace {

using words_or_null = std::optional<std::string>;
using number_or_null = std::optional<std::int64_t>;

words_or_null some(std::string text) { return text.empty() ? words_or_null{} : words_or_null{std::move(text)}; }
words_or_null words_in(const meeting& m, const traced<std::string>& t) { return some(shown(m, t)); }

template <class T>
words_or_null iso(const traced<T>& t) {
    return t.value ? words_or_null{to_string(*t.value)} : words_or_null{};
}

words_or_null iso(const traced<date>& t) { return t.value && t.value->ok() ? words_or_null{to_string(*t.value)} : words_or_null{}; }

template <class T>
words_or_null name_in(const traced<T>& t) {
    return t.value ? words_or_null{std::string(name_of(*t.value))} : words_or_null{};
}

number_or_null number_in(const traced<int>& t) { return t.value ? number_or_null{*t.value} : number_or_null{}; }

class row_writer {
public:
    row_writer(archive_database& db, std::int64_t meeting, const minutes::meeting& m) : db_(db), id_(meeting), m_(m), in_(m) {}

    void write() {
        items(m_.items, false);
        people();
        decisions();
        actions();
        findings();
        passages();
    }

private:
    void items(const std::vector<item>& all, bool confidential) {
        auto& s = db_.statement("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?)");
        for (const item& it : all) {
            const bool exempt = confidential || it.exempt.value.value_or(false);
            s.bind(id_, ++items_, it.id, words_in(m_, it.number), words_in(m_, it.heading), std::int64_t{exempt}).run();
            items(it.items, exempt);
        }
    }

    void people() {
        auto& s = db_.statement("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        std::int64_t n = 0;
        for (const person& p : m_.people)
            s.bind(id_, ++n, p.id, words_in(m_, p.name), words_in(m_, p.initials), words_in(m_, p.role), words_in(m_, p.organisation), name_in(p.attendance),
                   std::int64_t{p.part.value.value_or(false)}, words_in(m_, p.arrived), words_in(m_, p.left), words_in(m_, p.substitute_for), some(corrected_in(m_, p).text))
                .run();
    }

    void decisions() {
        auto& s = db_.statement("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        std::int64_t n = 0;
        for (const decision& d : m_.decisions)
            s.bind(id_, ++n, d.id, shown(m_, d.text), some(d.kind), some(d.item), words_in(m_, d.mover), words_in(m_, d.seconder), number_in(d.vote.for_),
                   number_in(d.vote.against), number_in(d.vote.abstain), words_in(m_, d.vote.result), place_in_words(m_, spans_of(d)))
                .run();
    }

    void actions() {
        auto& s = db_.statement("INSERT INTO action VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        std::int64_t n = 0;
        for (const action& a : m_.actions)
            s.bind(id_, ++n, a.id, words_in(m_, a.ref), shown(m_, a.text), some(in_.owner_names(a)), words_in(m_, a.due.text), iso(a.due.date),
                   std::string(name_of(a.status.value.value_or(action_status::open))), std::int64_t{a.status.value && !a.status.spans.empty()}, some(a.item),
                   place_in_words(m_, spans_of(a)), some(corrected_in(m_, a).text))
                .run();
    }

    void findings() {
        auto& s = db_.statement("INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)");
        std::int64_t n = 0;
        for (const diagnostic& d : m_.diagnostics) s.bind(id_, ++n, std::string(name_of(d.severity)), d.code, d.message, place_in_words(m_, d.spans)).run();
    }

    void passages() {
        auto& s = db_.statement("INSERT INTO passage (meeting, begins, item, text) VALUES (?, ?, ?, ?)");
        const std::string_view text = m_.text->text;
        auto& words = db_.statement("INSERT INTO passage_words (rowid, text) VALUES (?, ?)");
        for (const passage& p : passages_of(m_)) {
            const std::string_view piece = text.substr(p.span.begin, p.span.size());
            s.bind(id_, std::int64_t{p.span.begin}, some(p.item), piece).run();
            words.bind(db_.connection().last_id(), piece).run();
        }
    }

    archive_database& db_;
    std::int64_t id_;
    const meeting& m_;
    lookup in_;
    std::int64_t items_ = 0;
};

}  // namespace

void add_meeting(archive_database& db, std::int64_t reading, std::int64_t number, const meeting& m) {
    const std::string content = deflated(write_json(m)), key = body_key(m), title = m.title.given() || m.body.given() ? title_of(m) : file_name(m.source);
    db.statement("INSERT INTO meeting (reading, number, current, date, body, body_key, title, starts, ends, venue, chair, status, next_date, corrected, content) "
                 "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(reading, number, iso(m.date), some(m.body.given() ? shown(m, m.body) : m.title.given() ? title : std::string{}), key, title, iso(m.start), iso(m.end), words_in(m, m.venue),
              words_in(m, m.chair), name_in(m.status), iso(m.next.date), some(corrected_in(m).text), sqlite_blob{content})
        .run();
    row_writer(db, db.connection().last_id(), m).write();
    db.statement("INSERT OR IGNORE INTO changed_body VALUES (?)").bind(key).run();
}

void retire_meetings(archive_database& db, std::int64_t reading) {
    db.statement("INSERT INTO passage_words (passage_words, rowid, text) SELECT 'delete', id, text FROM passage WHERE meeting IN (SELECT id FROM meeting WHERE reading = ?)")
        .bind(reading)
        .run();
    constexpr std::array tables = {"item", "person", "decision", "action", "finding", "passage"};
    for (const char* table : tables)
        db.statement(fmt::format("DELETE FROM {} WHERE meeting IN (SELECT id FROM meeting WHERE reading = ?)", table)).bind(reading).run();
    db.statement("INSERT OR IGNORE INTO changed_body SELECT body_key FROM meeting WHERE reading = ?").bind(reading).run();
    db.statement("UPDATE meeting SET current = 0 WHERE reading = ?").bind(reading).run();
}

}  // namespace minutes
