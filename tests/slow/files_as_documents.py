#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""files_as_documents.py PRINT_DOCUMENT [--approve]: each file in files/ gives the document that stands beside it as text."""
import difflib, pathlib, shutil, subprocess, sys

NEEDS = {".doc": "soffice", ".rtf": "soffice", ".pdf": "pdftotext", ".png": "tesseract"}


def document_of(printer, file):
    done = subprocess.run([printer, file], capture_output=True, text=True)
    return "".join(line for line in done.stdout.splitlines(keepends=True) if not line.startswith("meta "))


def main(printer, approve=False):
    files = sorted(f for f in pathlib.Path(__file__).with_name("files").iterdir() if f.suffix not in (".txt", ".md"))
    wrong = []
    for file in files:
        tool = NEEDS.get(file.suffix)
        if tool and not shutil.which(tool):
            print(f"{file.name} is skipped: {tool} is not installed")
            continue
        expected, got = file.with_name(file.name + ".txt"), document_of(printer, file)
        if approve:
            expected.write_text(got, encoding="utf-8")
        elif got != expected.read_text(encoding="utf-8"):
            wrong.append(file.name)
            print("".join(difflib.unified_diff(expected.read_text(encoding="utf-8").splitlines(keepends=True), got.splitlines(keepends=True), expected.name, "read")))
    print(f"{len(files)} files, {len(wrong)} differ")
    assert len(files) >= 6 and not wrong


main(sys.argv[1], "--approve" in sys.argv[2:])
