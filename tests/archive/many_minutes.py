#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""many_minutes.py FOLDER N: writes N documents: minutes of invented bodies in several layouts, and two in a hundred that are hostile.

The same N gives the same documents.  A body meets month by month; its actions are carried from one meeting to the next.
"""
import pathlib
import random
import sys
import zipfile

PLACES = ["Harbour", "Mill Lane", "Lower Ferry", "Copse Hill", "Bramley", "St Osyth Road", "Quayside", "Tarn", "Holloway", "Penwith",
          "Saltmarsh", "Orchard", "Weir", "Castle Green", "Foundry", "Lantern", "Moorside", "Netherby", "Alder", "Kingfisher"]
KINDS = ["Users' Panel", "Garden Committee", "Parish Council", "Finance Committee", "Allotment Group"]
FIRST = ["Ottilie", "Quentin", "Hal", "Una", "Bertram", "Cecily", "Dorian", "Elspeth", "Fabian", "Greta", "Ivo", "Jocasta", "Kester", "Lavinia"]
LAST = ["Brancaster", "Dray", "Penrose", "Tarn", "Ashdown", "Birkett", "Colefax", "Dunmore", "Everard", "Frobisher", "Garside", "Hallam"]
VERBS = ["Repair", "Paint", "Order", "Measure", "Report on", "Ask the county about", "Obtain three quotations for", "Inspect", "Write a plan for", "Clear"]
THINGS = ["the pontoon", "the slipway", "the lower path", "the noticeboard", "the flood barrier", "the hall roof", "the seed store", "the gate", "the lamp on the slip",
          "the drain by the school", "the insurance", "the accounts", "the mower", "the hedge along the lane", "the rope store"]
SUBJECTS = ["Finance", "Repairs", "Planning applications", "Open spaces", "Correspondence", "Events", "Membership", "Safety"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
STATUSES = ["Open", "In progress", "Complete", "Closed"]


class Body:
    def __init__(self, number):
        self.random = random.Random(number)
        self.name = f"{PLACES[number % len(PLACES)]} {KINDS[number // len(PLACES) % len(KINDS)]}"
        self.people = []
        while len(self.people) < 7:
            name = f"{self.random.choice(FIRST)} {self.random.choice(LAST)}"
            initials = "".join(w[0] for w in name.split())
            if all(initials != i for _, i in self.people):
                self.people.append((name, initials))
        self.live, self.raised = [], 0

    def meeting(self, n):
        """Facts of the body's n-th meeting."""
        r = self.random
        year, month = 1998 + n // 12, n % 12
        kept = []
        for ref, text, owner, due, _ in self.live:
            status = r.choice(STATUSES)
            kept.append((ref, text, owner, due, status))
        self.live = [a for a in kept if a[4] in ("Open", "In progress")][-4:]
        new = []
        for _ in range(r.randint(1, 4)):
            self.raised += 1
            due = f"{r.randint(1, 28)} {MONTHS[(month + 1) % 12]} {year + (month == 11)}"
            new.append((f"{year % 100:02d}/{self.raised:03d}", f"{r.choice(VERBS)} {r.choice(THINGS)}", r.choice(self.people)[1], due, ""))
        self.live += new
        here = r.sample(self.people, 5)
        items = [(s, f"{r.choice(self.people)[0]} reported on {r.choice(THINGS)}. {' '.join(r.choice(THINGS).capitalize() + ' was discussed.' for _ in range(r.randint(2, 9)))}",
                  f"{r.choice(VERBS).lower()} {r.choice(THINGS)}") for s in r.sample(SUBJECTS, 4)]
        return {"body": self.name, "date": f"{r.randint(1, 28)} {MONTHS[month]} {year}", "year": year, "here": here,
                "away": [p for p in self.people if p not in here], "items": items, "old": kept, "new": new}


def head(m):
    return f"{m['body']}\nMinutes of the meeting held on {m['date']} at 7.00pm in the Village Hall\n\n"


def attendance(m):
    return "Present: " + ", ".join(f"{n} ({i})" for n, i in m["here"]) + "\nApologies: " + ", ".join(f"{n} ({i})" for n, i in m["away"]) + "\n\n"


def rows(m, between):
    lines = [between.join(("Ref", "Action", "Owner", "Due", "Status"))]
    return "\n".join(lines + [between.join(a) for a in m["old"] + m["new"]]) + "\n"


def by_tabs(m):
    body = "".join(f"{n}. {s}\n{text}\nResolved to {d}.\n\n" for n, (s, text, d) in enumerate(m["items"], 1))
    return head(m) + attendance(m) + body + rows(m, "\t")


def by_narrative(m):
    body = "".join(f"{n}. {s}\n{text} It was resolved to {d}.\n\n" for n, (s, text, d) in enumerate(m["items"], 1))
    tasks = "".join(f"ACTION: {o} to {t[0].lower() + t[1:]} by {d}.\n" for _, t, o, d, _ in m["new"])
    return head(m) + attendance(m) + body + tasks


def by_blanks(m):
    lines = [f"{r:<9}{t:<50}{o:<7}{d:<22}{s}" for r, t, o, d, s in [("Ref", "Action", "Owner", "Due", "Status")] + m["old"] + m["new"]]
    body = "".join(f"{n}  {s.upper()}\n{text}\nAGREED to {d}.\n\n" for n, (s, text, d) in enumerate(m["items"], 1))
    return head(m) + attendance(m) + body + "\n".join(line.rstrip() for line in lines) + "\n"


def by_markdown(m):
    table = "".join(f"| {' | '.join(a)} |\n" for a in m["old"] + m["new"])
    body = "".join(f"## {n}. {s}\n\n{text}\n\n**Decision:** {d}.\n\n" for n, (s, text, d) in enumerate(m["items"], 1))
    people = "".join(f"- {n} ({i})\n" for n, i in m["here"])
    return f"# {m['body']}\n\nMinutes of the meeting on {m['date']}\n\nPresent:\n\n{people}\n{body}## Actions\n\n| Ref | Action | Owner | Due | Status |\n|---|---|---|---|---|\n{table}"


def by_html(m):
    row = lambda cells, tag: "<tr>" + "".join(f"<{tag}>{c}</{tag}>" for c in cells) + "</tr>"
    body = "".join(f"<h2>{n}. {s}</h2><p>{text}</p><p>Resolved to {d}.</p>" for n, (s, text, d) in enumerate(m["items"], 1))
    table = "".join(row(a, "td") for a in m["old"] + m["new"])
    return (f"<!DOCTYPE html><title>Minutes</title><h1>{m['body']}</h1><p>Minutes of the meeting held on {m['date']}</p>"
            f"<p>{attendance(m).strip().replace(chr(10), '</p><p>')}</p>{body}<table>{row(('Ref', 'Action', 'Owner', 'Due', 'Status'), 'th')}{table}</table>")


def as_docx(path, m):
    escaped = lambda t: t.replace("&", "&amp;").replace("<", "&lt;")
    paragraph = lambda t: f"<w:p><w:r><w:t xml:space='preserve'>{escaped(t)}</w:t></w:r></w:p>"
    row = lambda cells: "<w:tr>" + "".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in cells) + "</w:tr>"
    table = "<w:tbl>" + "".join(row(a) for a in [("Ref", "Action", "Owner", "Due", "Status")] + m["old"] + m["new"]) + "</w:tbl>"
    text = head(m) + attendance(m) + "".join(f"{n}. {s}\n{t}\nResolved to {d}.\n" for n, (s, t, d) in enumerate(m["items"], 1))
    body = "".join(paragraph(line) for line in text.split("\n") if line) + table
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in (
                ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                 "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"),
                ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
                 "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"),
                ("word/document.xml", f"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>")):
            z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(zipfile.ZipInfo("word/document.xml", (1980, 1, 1, 0, 0, 0)), b"<w:p>" * 3_000_000, zipfile.ZIP_DEFLATED)


def hostile(folder, n, r):
    kinds = [
        ("docx", lambda p: p.write_bytes(b"PK\x03\x04" + r.randbytes(500))),
        ("docx", bomb),
        ("pdf", lambda p: p.write_bytes(b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 1 0 R >>\nendobj\n")),
        ("html", lambda p: p.write_text("<div>" * 20_000 + "deep")),
        ("txt", lambda p: p.write_bytes(r.randbytes(3000))),
        ("txt", lambda p: p.write_bytes(b"")),
        ("txt", lambda p: p.write_text("1.\t" * 20_000)),
        ("md", lambda p: p.write_text("*a_" * 20_000)),
        ("html", lambda p: p.write_text("<table><tr><td colspan=1000000000 rowspan=65535>x")),
        ("odt", lambda p: p.write_bytes(b"\x7fELF" + bytes(200))),
        ("txt", lambda p: p.write_text("A" * 200_000)),
    ]
    ending, write = kinds[n % len(kinds)]
    write(folder / f"odd-{n:06d}.{ending}")


LAYOUTS = [("txt", by_tabs), ("txt", by_narrative), ("txt", by_blanks), ("md", by_markdown), ("html", by_html), ("docx", None)]


def write_minutes(folder, count):
    folder = pathlib.Path(folder)
    r = random.Random(count)
    bodies = [Body(n) for n in range(max(1, min(100, count // 12)))]
    for n in range(count):
        body = bodies[n % len(bodies)]
        m = body.meeting(n // len(bodies))
        place = folder / str(m["year"])
        place.mkdir(parents=True, exist_ok=True)
        if n % 50 == 25:
            hostile(place, n // 50, r)
            continue
        ending, layout = LAYOUTS[(n // len(bodies) + n) % len(LAYOUTS)]
        path = place / f"minutes-{n:06d}.{ending}"
        as_docx(path, m) if layout is None else path.write_text(layout(m), encoding="utf-8")


if __name__ == "__main__":
    write_minutes(sys.argv[1], int(sys.argv[2]))
