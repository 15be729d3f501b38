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


def names_in(book):
    names = book.defined_names
    return {n.name: n.attr_text for n in getattr(names, "definedName", None) or names.values()}


def check_whole(path, sheets):
    """Each part is XML, each sheet is one table; formulas are ours alone: in the column that counts days."""
    with zipfile.ZipFile(path) as z:
        assert z.testzip() is None
        for name in z.namelist():
            xml.dom.minidom.parseString(z.read(name))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == sheets, book.sheetnames
    for sheet in book:
        (table,) = sheet.tables.values()
        assert table.name == sheet.title, table.name
        assert sheet.max_row >= 2 or table.ref.endswith("2")
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
        assert not sheet.merged_cells.ranges and sheet.sheet_state == "visible"
        head = {c.column: c.value for c in sheet[3 if table.ref.startswith("A3:") else 1]}
        for row in sheet.iter_rows():
            for c in row:
                assert c.data_type != "f" or (head[c.column] == "Days overdue" and c.value.startswith("=IF(AND(ISNUMBER(")), (c.coordinate, c.value)
    assert set(names_in(book)) >= {"AsAt", "StatusList", "LiveStatuses"}
    return book


SHEETS = ["Actions", "Updates", "Decisions", "Meetings", "People", "Checks", "About", "Baseline"]


def check_working(path):
    book = check_whole(path, SHEETS)
    for sheet in book:
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A1:") and table.autoFilter is not None and sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1", sheet.print_title_rows
    return book


def check_nasty(path):
    book = check_working(path)
    sheet = book["Actions"]
    a = rows(sheet)
    assert [r["Action"] for r in a] == [
        '=HYPERLINK("http://example.invalid","x")', '+44 telephone the harbour master, "soon"',
        "keep _x0041_ and _ as they are", "@everyone to bring a lantern", "-\nOB"], a
    with zipfile.ZipFile(path) as z:  # openpyxl undoes escapes too eagerly: what it showed as "_" is this
        assert b"keep _x005F_x0041_ and _x005F_x005F_ as they are" in z.read("xl/sharedStrings.xml")
    column = {c.value: c.column_letter for c in sheet[1]}
    assert all(c.data_type == "s" for c in sheet[column["Action"]]), "an action that is not a string"
    assert a[1]["Due date"] == datetime.datetime(2014, 4, 30) and a[2]["Due date"] == "1899-05-01"
    assert a[0]["Due date"] is None and a[0]["Check"].endswith("3 April or 4 March 2014"), a[0]
    assert [r["Due basis"] for r in a] == ["Unclear", "Sample", "Exact", "Not stated", "Not stated"]
    assert a[0]["Ref"] == "(none)" and a[2]["Ref"] == "3/12" and sheet["A4"].number_format == "@"
    assert a[1]["Owner"] == "Ottilie Brancaster; Quentin Dray" and a[1]["Owner (as written)"] == "OB; QD"
    assert a[3]["Status"] == "Proposed for closure" and a[3]["Latest update"] == "@everyone" and a[0]["Status"] == "Open"
    assert all(r["Raised"] == datetime.datetime(2014, 3, 27) for r in a)
    assert len({r["Action ID"] for r in a}) == len(a) and a[2]["Action ID"].endswith("/2014-03-27#3-12"), a[2]
    check_links(sheet)
    check_lists(book, sheet, column)
    assert rows(book["Meetings"])[0]["Apologies"] == 1
    (decision,) = rows(book["Decisions"])
    assert (decision["For"], decision["Against"], decision["Abstain"], decision["Result"]) == (5, 1, None, "carried")
    assert [r["Ref"] for r in rows(book["Checks"]) if r["Sheet"] == "Actions"], "no check names its action"
    assert [r["Event"] for r in rows(book["Updates"])] == ["Raised"] * 5
    assert book.properties.title == "Action register" and book.properties.description == "As at 27 March 2014"
    assert book.properties.subject == "Harbour Users' Panel <Sub-group & friends>, 27 March 2014"
    assert "Sub-group && friends" in sheet.oddHeader.left.text


def check_links(sheet):
    """Reference and minute lead to the page, the source to the file; whatever its name holds is encoded."""
    to = {c.coordinate: (c.hyperlink.target, c.hyperlink.location) for row in sheet.iter_rows() for c in row if c.hyperlink}
    assert to["A4"] == ("n%C3%A4ch%FFste%20%01%3C1%3E.html", "a3"), to
    assert all(t.endswith(".html") or t.endswith(".txt") for t, _ in to.values()), to


def check_lists(book, sheet, column):
    validations = {v.type: v for v in sheet.data_validations.dataValidation}
    assert validations["list"].formula1 == "StatusList" and validations["list"].errorStyle == "warning"
    assert validations["date"].errorStyle == "warning" and str(validations["date"].sqref).startswith(column["Due date"] + "2")
    about = book["About"]
    named = lambda name: [c.value for row in about[names_in(book)[name].split("!")[1].replace("$", "")] for c in row]
    assert named("StatusList")[:4] == named("LiveStatuses") == ["Open", "In progress", "Proposed for closure", "On hold"]
    assert about[names_in(book)["AsAt"].split("!")[1].replace("$", "")].value == datetime.datetime(2014, 3, 27)
    marked = {str(r.sqref) for r in sheet.conditional_formatting}
    assert any(m.startswith(column["Due date"]) for m in marked) and any(m.startswith(column["Check"]) for m in marked), marked


def check_cut(path, end):
    (a,) = rows(check_working(path)["Actions"])
    assert len(a["Action"]) <= 32767 and a["Action"].count("\n") <= 253 and a["Action"].endswith(end)
    assert "Action is cut" in a["Check"], a["Check"]


def check_published(path):
    book = check_whole(path, ["About", "Actions", "Updates", "Decisions", "Meetings", "People"])
    for sheet in book:
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A3:") and table.autoFilter is None and sheet.freeze_panes is None
        assert sheet["A1"].value.startswith(sheet.title + ": ") and "one table" in sheet["A2"].value
        assert not sheet.oddHeader.left.text and not sheet.conditional_formatting and not sheet.data_validations.dataValidation
        assert {"Check", "Clerk notes", "SHA-256"}.isdisjoint(c.value for c in sheet[3])


def check_chosen(path):
    check_working(path)
    sheet = openpyxl.load_workbook(path, data_only=True)["Actions"]
    assert [c.value for c in sheet[1]] == ["Action", "Days overdue", "Due date", "Status"]
    assert sheet["B3"].value == 10 and not sheet["B2"].value, (sheet["B3"].value, sheet["B2"].value)
    assert openpyxl.load_workbook(path)["Actions"]["B3"].value == '=IF(AND(ISNUMBER(C3),ISNUMBER(MATCH(D3,LiveStatuses,0)),C3<AsAt),AsAt-C3,"")'


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], folder], check=True)
    folder = pathlib.Path(folder)
    check_nasty(folder / "nasty.xlsx")
    check_cut(folder / "long.xlsx", "x […]")
    check_cut(folder / "tall.xlsx", "x […]")
    assert len(rows(check_working(folder / "two.xlsx")["Actions"])) == 10
    check_working(folder / "empty.xlsx")
    check_published(folder / "publish.xlsx")
    with zipfile.ZipFile(folder / "exempt.xlsx") as z:
        assert not any(b"pontoon" in z.read(name).lower() for name in z.namelist()), "exempt business is published"
    check_chosen(folder / "chosen.xlsx")
    minimal = check_whole(folder / "minimal.xlsx", ["Actions", "About"])
    assert [c.value for c in minimal["Actions"][1]] == ["Ref", "Raised", "Action", "Owner", "Due date", "Status", "Latest update"]
print("workbooks read back as written")
