#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_hostile.py WRITE_SAMPLE MINUTES: strings that make spreadsheets do something, in every field of a meeting, are
words in its workbook: no formula but ours, no link but to the page and the file, the same sheets.  As lines of a
document they leave SARIF whole."""
import json, pathlib, subprocess, sys, tempfile, xml.dom.minidom, zipfile

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed")
    sys.exit(77)

SHEETS = ["Actions", "Updates", "Decisions", "Meetings", "People", "Checks", "About", "Baseline"]


def check_workbook(path):
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            xml.dom.minidom.parseString(z.read(name))
        assert not [n for n in z.namelist() if "macro" in n.lower() or "vba" in n.lower() or "external" in n.lower()]
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == SHEETS
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                ours = cell.data_type == "f" and cell.value.startswith("=IF(AND(ISNUMBER(") and "hyperlink" not in cell.value.lower()
                assert cell.data_type != "f" or ours, (path.name, cell.coordinate, cell.value)
                if cell.hyperlink and cell.hyperlink.target:
                    assert not any(c in cell.hyperlink.target for c in ":\\<>\"' "), (path.name, cell.hyperlink.target)
    head = [c.value for c in book["Actions"][1]]
    assert len({len(list(s.iter_rows())) for s in (book["Actions"], book["Updates"])}) == 1
    return head


def check_sarif(program, folder):
    lines = pathlib.Path(folder, "hostile.txt")
    strings = ["=1+1", "<script>alert(1)</script>", "\u202egnp.exe", "]]>", "\u0000", "\x1b[31m", '","x":"', "&lt;b&gt;"]
    lines.write_text("Harbour Board, 3 March 2014\n\n" + "".join(f"ACTION: mend {s} the roof (Q{chr(65 + i)})\n" for i, s in enumerate(strings)), encoding="utf-8")
    done = subprocess.run([program, "check", lines, "--format", "sarif"], capture_output=True)
    (run,) = json.loads(done.stdout)["runs"]
    assert run["results"], "nothing was said"
    assert b"\x1b" not in done.stdout and b"\x00" not in done.stdout


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], folder, "--hostile"], check=True)
    books = sorted(pathlib.Path(folder).glob("*.xlsx"))
    assert len(books) >= 40, len(books)
    assert len({tuple(check_workbook(b)) for b in books}) == 1
    check_sarif(sys.argv[2], folder)
print(f"{len(books)} hostile strings are words in their workbooks")
