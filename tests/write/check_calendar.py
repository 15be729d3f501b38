#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_calendar.py WRITE_SAMPLE: a calendar library that is not ours reads the tasks and events of the sample."""
import datetime, pathlib, subprocess, sys, tempfile

try:
    import icalendar
except ImportError:
    print("skipped: python3-icalendar is not installed")
    sys.exit(77)


def components(path, kind):
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk(kind))


def main(write_sample):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([write_sample, folder], check=True)
        tasks = components(folder / "nasty.ics", "VTODO")
        assert [str(t["SUMMARY"]) for t in tasks] == [
            '=HYPERLINK("http://example.invalid","x")', '+44 telephone the harbour master, "soon"', "3/12 keep _x0041_ and _x005F_ as they are",
            "@everyone to bring a lantern", "-\nOB"], tasks
        assert [t["DUE"].dt if "DUE" in t else None for t in tasks] == [None, datetime.date(2014, 4, 30), datetime.date(1899, 5, 1), None, None]
        assert all(t["DTSTAMP"].dt.date() == datetime.date(2014, 3, 27) for t in tasks)
        assert len({str(t["UID"]) for t in tasks}) == 5
        (meeting,) = components(folder / "nasty.ics", "VEVENT")
        assert meeting["DTSTART"].dt == datetime.datetime(2014, 4, 24, 9, 0), meeting
        assert str(meeting["LOCATION"]) == "Net Loft"
        events = components(folder / "nasty-events.ics", "VEVENT")
        assert [e["DTSTART"].dt for e in events][:2] == [datetime.date(2014, 4, 30), datetime.date(1899, 5, 1)]
        assert len(components(folder / "two.ics", "VTODO")) == 10
        assert not components(folder / "empty.ics", "VTODO")
    print("the calendars are read")


main(*sys.argv[1:])
