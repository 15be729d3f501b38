#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""outputs_of_every_document.py MINUTES PROJECT: each sample and, where it is at hand, each document of the shared
corpus, in each format: XML valid against our RELAX NG and XML Schema and loaded back to the same bytes, JSON loaded
back to the same bytes, Akoma Ntoso valid against the OASIS schema, CSV of one width, a calendar that parses,
SARIF of the right shape."""
import csv, io, json, os, pathlib, shutil, subprocess, sys, tempfile

try:
    import icalendar
except ImportError:
    icalendar = None
    print("python3-icalendar is not installed: calendars are not parsed")
XMLLINT = shutil.which("xmllint")


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True)


def validate(kind, schema, path):
    done = run(XMLLINT, "--nonet", "--noout", "--huge", kind, schema, path)
    assert done.returncode == 0, done.stderr.decode()[:2000]


def convert(program, source, form, folder):
    out = folder / f"out.{form}"
    done = run(program, "convert", "-q", source, "-t", form, "-o", out)
    return out if done.returncode == 0 else None


def check_loads_back(program, form, out, folder):
    again = folder / f"again.{form}"
    done = run(program, "convert", "-q", out, "-t", form, "-o", again)
    assert done.returncode == 0, done.stderr.decode()
    assert again.read_bytes() == out.read_bytes(), f"{form} is not what it was once loaded"


def check_csv(out):
    rows = list(csv.reader(io.StringIO(out.read_bytes().decode(), newline=""), strict=True))
    assert {len(r) for r in rows} == {len(rows[0])}


def check_sarif(program, source):
    log = json.loads(run(program, "check", source, "--format", "sarif").stdout)
    (only,) = log["runs"]
    rules = [r["id"] for r in only["tool"]["driver"]["rules"]]
    assert log["version"] == "2.1.0" and only["columnKind"] == "unicodeCodePoints"
    for result in only["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"] and result["level"] in ("note", "warning", "error")
        for place in result["locations"]:
            region = place["physicalLocation"].get("region", {"startLine": 1, "startColumn": 1})
            assert region["startLine"] >= 1 and region["startColumn"] >= 1
            assert region.get("endLine", region["startLine"]) >= region["startLine"]


def check_document(program, project, shared, source, folder):
    xml = convert(program, source, "xml", folder)
    if xml is None:
        return False  # it cannot be read; tests/read has such files
    js = convert(program, source, "json", folder)
    check_loads_back(program, "xml", xml, folder)
    check_loads_back(program, "json", js, folder)
    as_json = run(program, "convert", "-q", xml, "-t", "json")
    assert as_json.stdout == js.read_bytes(), "XML and JSON of a document differ once loaded"
    check_csv(convert(program, source, "csv", folder))
    assert json.loads(convert(program, source, "csvw", folder).read_bytes())["tableSchema"]["columns"]
    check_sarif(program, source)
    if XMLLINT:
        validate("--relaxng", project / "schema/minutes-1.rng", xml)
        validate("--schema", project / "schema/minutes-1.xsd", xml)
        if (shared / "akn/akomantoso30.xsd").exists():
            validate("--schema", shared / "akn/akomantoso30.xsd", convert(program, source, "akn", folder))
    if icalendar:
        for form in ("ics", "ics-events"):
            icalendar.Calendar.from_ical(convert(program, source, form, folder).read_bytes())
    return True


def main(program, project):
    project = pathlib.Path(project)
    shared = pathlib.Path(os.environ.get("MINUTES_SHARED", project.parent / "shared"))
    corpus = shared / "corpus/dev/docs"
    if not XMLLINT:
        print("xmllint is not installed: nothing is validated against a schema")
    if not corpus.exists():
        print("skipped: no shared corpus (set MINUTES_SHARED to its folder); the samples alone are checked")
    documents = sorted((project / "samples").iterdir()) + (sorted(corpus.iterdir()) if corpus.exists() else [])
    unread = []
    faults = 0
    for source in documents:
        with tempfile.TemporaryDirectory() as folder:
            try:
                if not check_document(program, project, shared, source, pathlib.Path(folder)):
                    unread.append(source.name)
            except AssertionError as fault:
                faults += 1
                print(f"{source.name}: {fault}")
    print(f"{len(documents) - len(unread)} documents in every format; {len(unread)} could not be read; {faults} faults")
    sys.exit(faults > 0)


main(*sys.argv[1:])
