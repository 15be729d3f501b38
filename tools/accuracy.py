#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the tables of docs/accuracy.md: fields, first fit against weighing, and groups of documents.

    accuracy.py SHARED PROGRAM

SHARED is the folder of the corpus and its scorer (eval/score.py, corpus/dev); PROGRAM the minutes program.  The groups are told from
the gold alone: the file's format, whether items are numbered, and what business the clerk found.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

FORMATS = {".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".odt": "OpenDocument", ".html": "HTML", ".md": "Markdown", ".qmd": "Markdown",
           ".txt": "plain text", ".org": "Org, reStructuredText", ".rst": "Org, reStructuredText"}


def score(shared, program, *options, only=None):
    """The scorer's printed table and its figures as JSON."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [sys.executable, str(shared / "eval/score.py"), "--gold", str(shared / "corpus/dev/gold"), "--docs", str(shared / "corpus/dev/docs"),
                   "--cmd", " ".join([str(program), "convert", "-q", *options, "{file}", "-t", "json"]), "--json", out.name]
        if only is not None:
            command += ["--only", f"^({'|'.join(map(re.escape, only))})$"]
        table = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return table.strip(), json.loads(pathlib.Path(out.name).read_text())


def groups_of(shared):
    """Documents by what the gold says of them: name of the group -> ids."""
    groups = collections.defaultdict(list)
    for path in sorted((shared / "corpus/dev/gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        items = [i for i in gold.get("items") or [] if not i.get("optional")]
        numbered = sum(1 for i in items if i.get("number"))
        groups["Format: " + FORMATS.get(pathlib.Path(gold["file"]).suffix, "other")].append(path.stem)
        if items:
            groups["Items: numbered" if numbered * 2 > len(items) else "Items: not numbered"].append(path.stem)
        actions = [a for a in gold.get("actions") or [] if not a.get("implicit")]
        decisions = [d for d in gold.get("decisions") or [] if not d.get("implicit")]
        if len(actions) >= 10:
            groups["Business: ten actions or more"].append(path.stem)
        if len(decisions) >= 5 and len(decisions) > len(actions):
            groups["Business: mostly decisions"].append(path.stem)
        if not actions and not decisions:
            groups["Business: neither actions nor decisions"].append(path.stem)
    return groups


def main():
    shared, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    table, weighed = score(shared, program)
    _, first = score(shared, program, "--first-fit")
    print("```text", table, "```", "", "## First fit against weighing", "",
          "The same grammars, but the first rule that fits a line wins: no style of headings is weighed over the document, and the name, date,",
          "time and place are the first that offer themselves.", "", "| field | first fit | weighed |", "|---|---|---|", sep="\n")
    for field, figures in weighed["fields"].items():
        print(f"| {field} | {first['fields'][field][2]:.3f} | {figures[2]:.3f} |")
    print(f"| mean over fields | {first['mean']:.3f} | {weighed['mean']:.3f} |")
    print("", "## By kind of document", "", "| documents | number | mean over documents | mean over fields |", "|---|---|---|---|", sep="\n")
    for name, ids in sorted(groups_of(shared).items()):
        own = score(shared, program, only=ids)[1]
        print(f"| {name} | {len(ids)} | {sum(own['documents'].values()) / len(ids):.3f} | {own['mean']:.3f} |")


main()
