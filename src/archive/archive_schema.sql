-- SPDX-License-Identifier: Apache-2.0
-- An archive of minutes, version 2; docs/archive.md explains it.
--
--   document ── a file, under its path
--      └── reading ─── what one content of it was read as; the latest is current, the others are its history
--             └── meeting ─── one or several; `content` is the whole of it
--                    └── item, person, decision, action, finding, passage     of current readings only
--
-- Days are ISO 8601 (2014-03-27), times 24-hour (09:00); what the minutes do not say is NULL.

CREATE TABLE document (
    id        INTEGER PRIMARY KEY,
    path      TEXT NOT NULL UNIQUE,  -- the way to it from the archive's folder
    size      INTEGER NOT NULL,      -- bytes
    modified  INTEGER NOT NULL,      -- nanoseconds since 1970; 0: not to be relied on
    sha256    TEXT NOT NULL,         -- of its bytes; empty when it could not be opened
    read_with TEXT NOT NULL,         -- the program's version and the options that a reading depends on
    outcome   TEXT NOT NULL CHECK (outcome IN ('read', 'refused', 'failed')),
    reason    TEXT NOT NULL          -- why it was refused or failed; else empty
);

-- The file of corrections that readings were put right by; no row when there is none.
CREATE TABLE corrections (toml TEXT NOT NULL);

CREATE TABLE reading (
    id          INTEGER PRIMARY KEY,
    document    INTEGER NOT NULL REFERENCES document (id),
    sha256      TEXT NOT NULL,
    size        INTEGER NOT NULL,
    format      TEXT NOT NULL,       -- name of the reader
    pages       INTEGER,
    read_with   TEXT NOT NULL,
    read_at     TEXT NOT NULL,       -- UTC
    replaced_at TEXT                 -- UTC; NULL while it is current
);
CREATE INDEX reading_of_document ON reading (document);

CREATE TABLE meeting (
    id        INTEGER PRIMARY KEY,
    reading   INTEGER NOT NULL REFERENCES reading (id),
    number    INTEGER NOT NULL,      -- within the file, from 1
    current   INTEGER NOT NULL,      -- 1 while its reading is
    date      TEXT,
    body      TEXT,                  -- as written; the title where no body is named; NULL without either
    body_key  TEXT NOT NULL,         -- the same folded: what threads are kept under
    title     TEXT NOT NULL,         -- the body or the file's name where there is none
    starts    TEXT,
    ends      TEXT,
    venue     TEXT,
    chair     TEXT,
    status    TEXT,                  -- draft, approved
    next_date TEXT,
    corrected TEXT,                  -- what of it a person put right, and what the minutes say; so in other tables
    content   BLOB NOT NULL          -- the whole meeting as JSON (schema minutes/meeting/1), compressed by zlib
);
CREATE INDEX meeting_of_reading ON meeting (reading);
CREATE INDEX meeting_by_body ON meeting (body_key, date) WHERE current;

CREATE TABLE item (
    meeting  INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,       -- in document order, from 1
    id       TEXT NOT NULL,          -- in the meeting: "i4"
    number   TEXT,
    heading  TEXT,
    exempt   INTEGER NOT NULL,       -- it, or an item that it belongs to, is confidential
    PRIMARY KEY (meeting, position)
) WITHOUT ROWID;

CREATE TABLE person (
    meeting        INTEGER NOT NULL REFERENCES meeting (id),
    position       INTEGER NOT NULL,
    id             TEXT NOT NULL,
    name           TEXT,
    initials       TEXT,
    role           TEXT,
    organisation   TEXT,
    attendance     TEXT,             -- present, in_attendance, apologies, absent; NULL: only mentioned
    part           INTEGER NOT NULL, -- 1: for part of the meeting
    arrived        TEXT,
    left_at        TEXT,
    substitute_for TEXT,
    corrected      TEXT,
    PRIMARY KEY (meeting, position)
) WITHOUT ROWID;

CREATE TABLE decision (
    meeting       INTEGER NOT NULL REFERENCES meeting (id),
    position      INTEGER NOT NULL,
    id            TEXT NOT NULL,
    text          TEXT NOT NULL,
    kind          TEXT,
    item          TEXT,              -- item.id
    mover         TEXT,
    seconder      TEXT,
    votes_for     INTEGER,
    votes_against INTEGER,
    abstentions   INTEGER,
    result        TEXT,              -- carried, lost, tied
    place         TEXT NOT NULL,     -- in the source: "page 2, line 14"
    PRIMARY KEY (meeting, position)
) WITHOUT ROWID;

CREATE TABLE action (
    meeting    INTEGER NOT NULL REFERENCES meeting (id),
    position   INTEGER NOT NULL,
    id         TEXT NOT NULL,
    ref        TEXT,
    text       TEXT NOT NULL,
    owners     TEXT,                 -- names where the minutes tell them, else as written; parted by "; "
    due_words  TEXT,                 -- as written
    due        TEXT,                 -- the day that follows; NULL when none does, or when two could
    status     TEXT NOT NULL,        -- open, in_progress, proposed_for_closure, complete, closed, on_hold, superseded, withdrawn
    stated     INTEGER NOT NULL,     -- 1: these minutes say its status; 0: open for want of a word
    item       TEXT,
    place      TEXT NOT NULL,
    corrected  TEXT,
    PRIMARY KEY (meeting, position)
) WITHOUT ROWID;

CREATE TABLE finding (
    meeting  INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    severity TEXT NOT NULL,          -- error, warning, note
    code     TEXT NOT NULL,          -- minutes explain CODE
    message  TEXT NOT NULL,
    place    TEXT NOT NULL,
    PRIMARY KEY (meeting, position)
) WITHOUT ROWID;

-- The register of actions, one row an action over all meetings of its body, and what each meeting said of it; made anew at the
-- end of an import for the bodies whose minutes changed.  Columns as in a workbook's sheets Actions and Updates.
CREATE TABLE changed_body (key TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE register_action (
    body_key        TEXT NOT NULL,
    position        INTEGER NOT NULL,
    action_id       TEXT NOT NULL,
    ref             TEXT,
    raised          TEXT,
    body            TEXT,
    minute          TEXT,
    item            TEXT,
    action          TEXT,
    owner           TEXT,
    due_words       TEXT,
    due             TEXT,
    first_due       TEXT,
    status          TEXT,
    latest_update   TEXT,
    updated         TEXT,
    closed          TEXT,
    carried_forward INTEGER,
    "check"         TEXT,
    corrected       TEXT,
    source          TEXT,
    place           TEXT,
    PRIMARY KEY (body_key, position)
) WITHOUT ROWID;

CREATE TABLE register_update (
    body_key  TEXT NOT NULL,
    position  INTEGER NOT NULL,
    action_id TEXT NOT NULL,
    ref       TEXT,
    date      TEXT,
    event     TEXT,
    text      TEXT,
    was       TEXT,
    became    TEXT,
    source    TEXT,
    place     TEXT,
    PRIMARY KEY (body_key, position)
) WITHOUT ROWID;

-- The text, cut where items of the agenda begin; a meeting's passages joined are its text.
CREATE TABLE passage (
    id      INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    begins  INTEGER NOT NULL,        -- byte offset in the meeting's text
    item    TEXT,                    -- item.id; NULL in front of the first
    text    TEXT NOT NULL
);
CREATE INDEX passage_of_meeting ON passage (meeting);

-- Its words.  Kept beside the passages by the program rather than by triggers: these would not run where a schema is not trusted.
CREATE VIRTUAL TABLE passage_words USING fts5 (text, content = 'passage', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2");
-- What may be asked.  `meeting` is a meeting's name in all of them: its file, and its number in a file of several.

CREATE VIEW meetings AS
SELECT d.path || CASE WHEN m.number > 1 THEN '#' || m.number ELSE '' END AS meeting,
       m.date, m.body, m.title, m.starts, m.ends, m.venue, m.chair, m.status, m.next_date,
       (SELECT count(*) FROM person p WHERE p.meeting = m.id AND p.attendance IN ('present', 'in_attendance')) AS present,
       (SELECT count(*) FROM person p WHERE p.meeting = m.id AND p.attendance = 'apologies') AS apologies,
       (SELECT count(*) FROM item i WHERE i.meeting = m.id) AS items,
       (SELECT count(*) FROM decision x WHERE x.meeting = m.id) AS decisions,
       (SELECT count(*) FROM action a WHERE a.meeting = m.id) AS actions,
       (SELECT count(*) FROM finding f WHERE f.meeting = m.id) AS findings,
       m.corrected, d.path AS source, r.format, r.pages, r.sha256
FROM meeting m JOIN reading r ON r.id = m.reading JOIN document d ON d.id = r.document
WHERE m.current;

CREATE VIEW actions AS
SELECT d.path || CASE WHEN m.number > 1 THEN '#' || m.number ELSE '' END AS meeting,
       m.date, m.body, a.id, a.ref, a.text, a.owners, a.due_words, a.due, a.status, a.stated,
       i.number AS minute, i.heading, coalesce(i.exempt, 0) AS exempt, a.corrected, d.path AS source, a.place
FROM action a JOIN meeting m ON m.id = a.meeting JOIN reading r ON r.id = m.reading JOIN document d ON d.id = r.document
     LEFT JOIN item i ON i.meeting = a.meeting AND i.id = a.item
WHERE m.current;

-- One row an action over all meetings, as `minutes register` has it.
CREATE VIEW register AS
SELECT action_id, ref, raised, body, minute, item, action, owner, due_words, due, first_due, status, latest_update, updated, closed, carried_forward, "check", corrected, source, place
FROM register_action;

CREATE VIEW updates AS
SELECT action_id, ref, date, event, text, was, became, source, place FROM register_update;

CREATE VIEW decisions AS
SELECT d.path || CASE WHEN m.number > 1 THEN '#' || m.number ELSE '' END AS meeting,
       m.date, m.body, x.id, x.text, x.kind, x.mover, x.seconder, x.votes_for, x.votes_against, x.abstentions, x.result,
       i.number AS minute, i.heading, coalesce(i.exempt, 0) AS exempt, d.path AS source, x.place
FROM decision x JOIN meeting m ON m.id = x.meeting JOIN reading r ON r.id = m.reading JOIN document d ON d.id = r.document
     LEFT JOIN item i ON i.meeting = x.meeting AND i.id = x.item
WHERE m.current;

-- One row a person of a meeting.
CREATE VIEW attendance AS
SELECT d.path || CASE WHEN m.number > 1 THEN '#' || m.number ELSE '' END AS meeting,
       m.date, m.body, p.id, p.name, p.initials, p.role, p.organisation, coalesce(p.attendance, 'mentioned') AS attendance,
       p.part, p.arrived, p.left_at, p.substitute_for, p.corrected, d.path AS source
FROM person p JOIN meeting m ON m.id = p.meeting JOIN reading r ON r.id = m.reading JOIN document d ON d.id = r.document
WHERE m.current;

-- One row a name of a body: initials alone name nobody.
CREATE VIEW people AS
SELECT m.body, p.name, group_concat(DISTINCT p.initials) AS initials, group_concat(DISTINCT p.role) AS roles,
       group_concat(DISTINCT p.organisation) AS organisations, min(m.date) AS first_seen, max(m.date) AS last_seen,
       count(DISTINCT m.id) AS meetings, sum(p.attendance IN ('present', 'in_attendance')) AS attended,
       group_concat(DISTINCT p.corrected) AS corrected
FROM (SELECT * FROM person ORDER BY initials, role, organisation) p JOIN meeting m ON m.id = p.meeting
WHERE m.current AND p.name IS NOT NULL
GROUP BY m.body_key, p.name;

-- What stands to be looked at.
CREATE VIEW findings AS
SELECT d.path || CASE WHEN m.number > 1 THEN '#' || m.number ELSE '' END AS meeting,
       m.date, m.body, f.severity, f.code, f.message, d.path AS source, f.place
FROM finding f JOIN meeting m ON m.id = f.meeting JOIN reading r ON r.id = m.reading JOIN document d ON d.id = r.document
WHERE m.current;

-- Every content that a file was read as, with what of it was kept: `content` of each stays.
CREATE VIEW history AS
SELECT d.path AS source, r.sha256, r.size, r.format, r.read_with, r.read_at, r.replaced_at,
       (SELECT count(*) FROM meeting m WHERE m.reading = r.id) AS meetings
FROM reading r JOIN document d ON d.id = r.document;

-- Files that hold no reading, and why.
CREATE VIEW unread AS
SELECT path AS source, outcome, reason, size, sha256 FROM document WHERE outcome <> 'read';
