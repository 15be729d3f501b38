#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_xlsx.py WRITE_SAMPLE: reads the sample workbooks with openpyxl and compares them with what was put in."""
import datetime, pathlib, subprocess, sys, tempfile, xml.dom.minidom, zipfile

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed")
    sys.exit(77)


def rows(sheet):
    head, *rest = [[c.value for c in r] for r in sheet.iter_rows()]
    return [dict(zip(head, r)) for r in rest]


def check_whole(path):
    """Each part is XML, and each sheet one table from A1 with a row below its header."""
    with zipfile.ZipFile(path) as z:
        assert z.testzip() is None
        for name in z.namelist():
            xml.dom.minidom.parseString(z.read(name))
            assert b"<f>" not in z.read(name), f"a formula in {name}"
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Actions", "Decisions", "People", "Meetings", "Checks"], book.sheetnames
    for sheet in book:
        (table,) = sheet.tables.values()
        assert table.name == sheet.title and table.ref.startswith("A1:"), table.ref
        assert table.autoFilter is not None and sheet.freeze_panes == "A2"
        assert sheet.max_row >= 2 or table.ref.endswith("2")
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == "$1:$1", sheet.print_title_rows
    return book


def check_nasty(path):
    book = check_whole(path)
    a = rows(book["Actions"])
    assert [r["Action"] for r in a] == [
        '=HYPERLINK("http://example.invalid","x")', '+44 telephone the harbour master, "soon"',
        "keep _x0041_ and _ as they are", "@everyone to bring a lantern", "-\nOB"], a
    with zipfile.ZipFile(path) as z:  # openpyxl undoes escapes too eagerly: what it showed as "_" is this
        assert b"keep _x005F_x0041_ and _x005F_x005F_ as they are" in z.read("xl/sharedStrings.xml")
    assert all(c.data_type == "s" for c in book["Actions"]["B"]), "an action that is not a string"
    assert a[1]["Due date"] == datetime.datetime(2014, 4, 30) and a[2]["Due date"] == "1899-05-01"
    assert a[0]["Due date"] is None and a[0]["Check"].endswith("3 April or 4 March 2014"), a[0]
    assert a[2]["Ref"] == "3/12" and book["Actions"]["A4"].number_format == "@"
    assert a[1]["Owner"] == "OB (Ottilie Brancaster); QD (Quentin Dray)"
    assert a[3]["Status"] == "Proposed for closure" and a[0]["Status"] == "Open"
    (validation,) = book["Actions"].data_validations.dataValidation
    assert validation.type == "list" and "On hold" in validation.formula1
    assert rows(book["Meetings"])[0]["Apologies"] == 1
    assert rows(book["Decisions"])[0]["Vote"] == "5 for, 1 against; carried"
    assert book.properties.title == "Action register"
    assert book.properties.subject == "Harbour Users' Panel <Sub-group & friends>, 27 March 2014"
    assert "Sub-group && friends" in book["Actions"].oddHeader.left.text


def check_long(path):
    (a,) = rows(check_whole(path)["Actions"])
    assert len(a["Action"]) <= 32767 and a["Action"].endswith("x […]")
    assert "Action is cut" in a["Check"], a["Check"]


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], folder], check=True)
    folder = pathlib.Path(folder)
    check_nasty(folder / "nasty.xlsx")
    check_long(folder / "long.xlsx")
    assert len(rows(check_whole(folder / "two.xlsx")["Actions"])) == 10
    check_whole(folder / "empty.xlsx")
print("workbooks read back as written")
