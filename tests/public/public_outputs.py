#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""public_outputs.py PROGRAM SAMPLE

Writes the sample in every format with --public, shows it and checks it, and searches all of that for words that stand
in its exempt business only.  Without --public they must be found, so that the search is known to work.  What a format
says of the public business, it says with --public too.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

program, sample = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
EXEMPT = ["quenby", "millhouse", "tranter", "41,500", "8/17", "lease", "be refused", "lodged"]
PUBLIC = ["slater", "7/17", "winslow"]


def run(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, check=False)


def formats():
    names = [line.split()[0] for line in run("convert", "-t", "list").stdout.decode().splitlines() if re.match(r"\s*[a-z]", line)]
    return [name for name in names if run("convert", "-q", sample, "-t", name, "-o", "/dev/null").returncode != 2]


def words_of(path):
    """A file's words; a workbook's parts one after the other."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode(errors="replace")
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode(errors="replace") for name in package.namelist())


def outputs(folder, *flags):
    """Every output of the program, by name."""
    found = {"show": run("show", *flags, sample).stdout.decode()}
    for form in ("text", "json", "sarif"):
        found[f"check {form}"] = run("check", *flags, "--format", form, "--coverage", sample).stdout.decode()
    for name in formats():
        path = pathlib.Path(folder, f"out-{name}-{len(flags)}")
        done = run("convert", "-q", *flags, sample, "-t", name, "-o", path)
        assert done.returncode == 0 and path.exists(), f"{name}: {done.stderr.decode()}"
        found[name] = words_of(path)
    return found


def folded(words):
    return re.sub(r"\s+", " ", re.sub(r"&apos;|&#39;", "'", words)).lower()


AGENDA = """Harbour Board
Minutes of the meeting held on Thursday 5 March 2015 at 7.00pm in the Net Loft

Present: Ottilie Brancaster (OB), Quentin Dray (QD)

Agenda
1. Apologies
2. Pontoon
3. Grievance of the berthing clerk
4. Close

1. Apologies
None.

2. Pontoon
The pontoon is loose at the seaward end.

RESOLVED that the public be excluded for the following item.

3. Grievance of the berthing clerk
The board heard the clerk and dismissed the complaint.

4. Close
The meeting closed at 9.00pm.
"""


def agenda_faults(folder):
    """An agenda printed ahead of the minutes names the exempt item too."""
    path = pathlib.Path(folder, "agenda.txt")
    path.write_text(AGENDA, encoding="utf-8")
    words = {flags: run("convert", "-q", *flags, path, "-t", "json").stdout.decode() for flags in [(), ("--public",)]}
    assert "Grievance" in words[()] and "dismissed" in words[()]
    return [f"agenda: '{word}' is published" for word in ("Grievance", "dismissed") if word in words[("--public",)]]


faults = []
with tempfile.TemporaryDirectory() as folder:
    whole, public = outputs(folder), outputs(folder, "--public")
    faults += agenda_faults(folder)
assert {"json", "xml", "html", "xlsx", "csv", "akn", "md", "ics", "text"} <= set(public), sorted(public)
for name, words in public.items():
    said = folded(words)
    faults += [f"{name}: '{word}' is published" for word in EXEMPT if word in said]
    faults += [f"{name}: '{word}' is lost with --public" for word in PUBLIC if word in folded(whole[name]) and word not in said]
for word in EXEMPT + PUBLIC:
    if word not in folded(whole["json"]):
        faults.append(f"'{word}' is not even in the whole minutes: the test searches for nothing")
print("\n".join(faults) or f"{len(public)} outputs")
sys.exit(bool(faults))
