#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""regex_minutes.py FILE…    one JSON object a line

What a day's work with regular expressions makes of minutes: title, dates, times, people, items, actions with
owners and dates, decisions.  The benchmark's yardstick: compiled expressions, one pass over the lines, nothing
traced, nothing mended, no word accounted for.
"""
import json
import re
import sys

MONTHS = {name: i for i, names in enumerate(
    ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
     "sep sept september", "oct october", "nov november", "dec december"), 1) for name in names.split()}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({MONTH})\.?,?(?:\s+(\d{{4}}))?"
                  rf"|({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})"
                  r"|(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2}))\b", re.I)
TIME = re.compile(r"\b(\d{1,2})[.:](\d{2})\s*(am|pm|a\.m\.|p\.m\.)?\b|\b(\d{1,2})\s*(am|pm)\b", re.I)
PRESENT = re.compile(r"^\W*(present|in attendance|attendees|those present|members present|also present)\b[^:\n]{0,30}:?\s*(.*)$", re.I)
APOLOGIES = re.compile(r"^\W*(?:\d+[.)]?\s*)?apologies(?: for absence)?(?: were received from)?:?\s*(.*)$", re.I)
NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Rev|Prof|Councillor)\.?\s+)?[A-Z][\w'’-]*(?:\s+(?:[A-Z]\.?|de|van|der|la|[A-Z][\w'’-]+)){1,3}"
PERSON = re.compile(rf"({NAME})(?:\s*[\(\t]\s*([A-Z]{{2,4}})\)?)?(?:\s*(?:,|–|-|\()\s*([^,;\t\n]+?))?(?:\s*\t\s*([A-Z]{{2,4}}))?\s*(?:;|,(?=\s+{NAME})|$)")
ITEM = re.compile(r"^\s*(?:#+\s*)?(?:item\s+)?(\d{1,3}(?:[./]\d{1,3})*)[.):]?\s+([A-Z][^\n\t]{2,90}?)(?:[.:]?\s*$|\t|:\s)")
HEADING = re.compile(r"^#+\s+(.{3,90})$|^([A-Z][A-Z ,&'’/-]{4,80})$")
OWNERS = r"[A-Z]{2,4}(?:\s*(?:/|,|&|and)\s*[A-Z]{2,4})*"
ACTION = re.compile(r"^\W*(?:action|ap|task)s?(?:\s*(?:no\.?\s*)?([\w./-]*\d[\w./-]*))?\s*[:–-]\s*(.+)$", re.I)
TO_DO = re.compile(rf"^({OWNERS}|The Clerk|The Chair)\s+(?:to|will|agreed to|shall)\s+(.+)$")
REFERENCE = re.compile(r"^\(?([A-Z]{0,4}\s?\d{1,3}[/.-]\d{1,4})\)?[:.]?\s+(.+)$")
BRACKET = re.compile(rf"\s*[\(\[]({OWNERS})[\)\]]\s*\.?$")
DUE = re.compile(r"\bby\s+(?:the\s+)?(.{4,30})$", re.I)
OWNER_CELL = re.compile(rf"^(?:{OWNERS}|All|Clerk|Chair)$")
DECISION = re.compile(r"\b(RESOLVED|resolved|agreed|approved|carried|adopted|elected)\b")
NO_DECISION = re.compile(r"\b(?:not|no|to be|agreed to)\s+(?:agreed|approved|resolved|\w+)\b")
SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?!\s|$)[^.!?\n]*)*[.!?]?")


def date_of(match, year):
    d, name, y, name2, d2, y2, a, b, c, iy, im, i_d = match.groups()
    if name:
        return year_month_day(y or year, MONTHS[name.lower()], d)
    if name2:
        return year_month_day(y2, MONTHS[name2.lower()], d2)
    if a:
        return year_month_day(c if len(c) == 4 else "20" + c, b, a)
    return year_month_day(iy, im, i_d)


def year_month_day(year, month, day):
    return f"{int(year):04}-{int(month):02}-{int(day):02}" if year and 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None


def first_date(text, year=None):
    found = DATE.search(text)
    return date_of(found, year) if found else None


def time_of(match):
    hour, minute, half, bare, bare_half = match.groups()
    h, half = int(hour or bare), (half or bare_half or "").lower()
    if half.startswith("p") and h < 12:
        h += 12
    return f"{h:02}:{minute or '00'}" if h < 24 else None


def owners_of(text):
    return re.split(r"\s*(?:/|,|&|and)\s*", text)


class Reader:
    def __init__(self, text):
        self.meeting, self.people, self.items, self.actions, self.decisions = {}, [], [], [], []
        self.attendance = None
        for line in text.split("\n"):
            if line.strip():
                self.read_line(line)
            elif self.people:
                self.attendance = None

    def year(self):
        return self.meeting.get("date", "")[:4] or None

    def read_line(self, line):
        if "title" not in self.meeting:
            self.meeting["title"] = line.strip("# *")
        if "date" not in self.meeting:
            date = first_date(line)
            if date:
                self.meeting["date"] = date
                self.meeting["start"] = next(filter(None, map(time_of, TIME.finditer(DATE.sub("", line)))), None)
        if self.read_people(line):
            return
        cells = [c.strip(" |") for c in line.split("\t")]
        item = ITEM.match(line)
        heading = None if item else HEADING.match(line)
        if item or heading:
            self.attendance = None
            self.items.append({"number": item.group(1) if item else None, "heading": item.group(2) if item else heading.group(1) or heading.group(2)})
        if not self.read_action(line.strip(" -*•")) and len(cells) > 2:
            self.read_row(cells)
        if DECISION.search(line):
            for sentence in SENTENCE.findall(line):
                verb = DECISION.search(sentence)
                if verb and not NO_DECISION.search(sentence):
                    self.decisions.append({"kind": verb.group(1).lower(), "text": sentence.strip()})

    def read_people(self, line):
        label = PRESENT.match(line)
        if label:
            self.attendance = "present" if label.group(1).lower() != "in attendance" else "in_attendance"
            line = label.group(2)
        else:
            label = APOLOGIES.match(line)
            if label:
                self.attendance, line = "apologies", label.group(1)
        if not self.attendance:
            return bool(label)
        if ITEM.match(line):
            self.attendance = None
            return False
        for found in PERSON.finditer(line.strip(" -*•.")):
            name, initials, role, late = found.groups()
            self.people.append({"name": name, "initials": initials or late, "role": role, "attendance": self.attendance})
        return True

    def read_action(self, line):
        marked = ACTION.match(line)
        body = marked.group(2) if marked else line
        bracket = BRACKET.search(body)
        to_do = TO_DO.match(body)
        if not (marked or to_do):
            return False
        self.add_action(marked.group(1) if marked else None, to_do.group(2) if to_do else body[:bracket.start()] if bracket else body,
                        owners_of((to_do or bracket).group(1)) if to_do or bracket else [], body)
        return True

    def read_row(self, cells):
        owner = next((c for c in reversed(cells) if OWNER_CELL.match(c)), None)
        due = next((c for c in reversed(cells) if DATE.fullmatch(c)), None)
        if owner or due:
            texts = [c for c in cells if c and c not in (owner, due)]
            if texts:
                reference = REFERENCE.match(texts[-1])
                self.add_action(reference.group(1) if reference else None, reference.group(2) if reference else texts[-1], owners_of(owner) if owner else [], due or "")

    def add_action(self, reference, text, owners, where):
        due = DUE.search(where)
        date = first_date(due.group(1) if due else where, self.year())
        self.actions.append({"ref": reference, "text": text.strip(), "owners": owners, "due": date, "item": self.items[-1]["heading"] if self.items else None})

    def result(self):
        return {"meeting": self.meeting, "people": self.people, "items": self.items, "actions": self.actions, "decisions": self.decisions}


for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        sys.stdout.write(json.dumps(Reader(file.read()).result(), ensure_ascii=False) + "\n")
