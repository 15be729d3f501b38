#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""workbook_in_office_programs.py MINUTES SAMPLES: LibreOffice and openpyxl see the same rows in the workbook of each
sample and, where it is at hand, of each document of the shared corpus; dates are dates in both, and they are the
dates of the JSON; what LibreOffice counts as overdue is what we counted."""
import csv, datetime, json, os, pathlib, shutil, subprocess, sys, tempfile

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed")
    sys.exit(77)
if not shutil.which("soffice"):
    print("skipped: LibreOffice is not installed")
    sys.exit(77)

# Commas, double quotes, UTF-8, cells as they are shown, every sheet into a file of its own.
CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1"


def as_shown(value):
    if value is None:
        return ""
    return value.strftime("%d %b %Y") if isinstance(value, datetime.datetime) else str(value)


def convert_all(program, documents, folder):
    """Those that could be read; overdue is counted to a late day, so that there is something to count."""
    return [d for d in documents if not subprocess.run(
        [program, "convert", "-q", d, "-o", folder / f"{d.name}.xlsx", "--as-at", "2030-01-01"], stderr=subprocess.DEVNULL).returncode]


def read_with_libreoffice(folder):
    books = sorted(folder.glob("*.xlsx"))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", CSV_FILTER,
                    "--outdir", folder / "csv", *books], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env=os.environ | {"LC_ALL": "C.UTF-8"})


def check_sheet(sheet, path):
    with open(path, encoding="utf-8", newline="") as f:
        shown = [row for row in csv.reader(f)]
    expected = [[as_shown(c.value) for c in row] for row in sheet.iter_rows()]
    while expected and not any(expected[-1]):  # a table without rows keeps one empty row below its head
        expected.pop()
    while shown and not any(shown[-1]):
        shown.pop()
    assert shown == expected, f"{path.name}:\n" + "\n".join(f"{a}\n{b}" for a, b in zip(shown, expected) if a != b)


def check_dates(book, model):
    head, *rows = [[c.value for c in row] for row in book["Actions"].iter_rows()]
    due = [row[head.index("Due date")] for row in rows][:len(model["actions"])]
    dates = [a.get("due", {}).get("date", {}).get("value") for a in model["actions"]]
    assert [d and d.date().isoformat() for d in due] == dates, (due, dates)


def main(program, samples):
    samples = pathlib.Path(samples)
    documents = sorted(p for p in samples.iterdir() if p.suffix in (".txt", ".md"))
    shared = pathlib.Path(os.environ.get("MINUTES_SHARED", samples.resolve().parents[1] / "shared"))
    if (shared / "corpus/dev/docs").exists():
        documents += sorted((shared / "corpus/dev/docs").iterdir())
    else:
        print("no shared corpus (set MINUTES_SHARED to its folder): the samples alone are checked")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        read = convert_all(program, documents, folder)
        read_with_libreoffice(folder)
        overdue = 0
        for document in read:
            book = openpyxl.load_workbook(folder / f"{document.name}.xlsx", data_only=True)
            for sheet in book:
                check_sheet(sheet, folder / "csv" / f"{document.name}-{sheet.title}.csv")
            done = subprocess.run([program, "convert", "-q", document, "-t", "json"], check=True, capture_output=True)
            check_dates(book, json.loads(done.stdout))
            head = [c.value for c in book["Actions"][1]]
            overdue += sum(isinstance(r[head.index("Days overdue")].value, (int, float)) for r in book["Actions"].iter_rows(min_row=2))
        assert overdue > 10, overdue
    print(f"{len(read)} workbooks are read alike; {overdue} actions overdue in both programs")


main(*sys.argv[1:])
