#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""grammar_page.py PROJECT PROGRAM [--write]

docs/grammar.md has a row for each rule: `rule` | what it accepts | `example` | `what it reads` | `counter-example`.
Each example is set into the frame of its section (a ```frame block, in place of "…") and read by the program:
exactly those values must name the rule, and none for the counter-example.  In examples \\n is a line end and
\\t a tab; ```frame-markdown is for what a format marks, "—" for a rule that needs more than a line or two.  Every rule name in the source and in the
readings of samples must have a row.
With --write the readings are written into the page; a person reads the difference.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

project, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
page = project / "docs/grammar.md"
CODE = re.compile(r"`([^`]*)`")
ROOMS = ("src/parse", "src/resolve", "grammars")
ENDINGS = {"```frame": "txt", "```frame-markdown": "md"}
faults = []


class Row:
    def __init__(self, line, number, frame, ending):
        self.number, self.frame, self.ending = number, frame, ending
        cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
        if len(cells) != 5:
            sys.exit(f"docs/grammar.md:{number}: five cells are needed: rule, what it accepts, example, reading, counter-example")
        self.accepts = cells[1].strip()
        self.rule, self.example, self.reads, self.counter = (self.code(cells[i]) for i in (0, 2, 3, 4))

    def code(self, cell):
        if cell.strip() == "—":
            return None
        found = CODE.search(cell)
        if not found:
            sys.exit(f"docs/grammar.md:{self.number}: no `code` in the cell '{cell.strip()}'")
        return found.group(1).replace(r"\|", "|")

    def document(self, words):
        words = words.replace(r"\n", "\n").replace(r"\t", "\t")
        return "\n".join(self.frame).replace("…", words)

    def markdown(self, reads):
        cells = [f"`{self.rule}`", self.accepts] + [f"`{c}`".replace("|", r"\|") for c in (self.example, reads, self.counter)]
        return "| " + " | ".join(cells) + " |"


def rows_of(text):
    frame, ending, inside = ["…"], "txt", False
    for number, line in enumerate(text.split("\n"), 1):
        if line in ENDINGS:
            frame, ending, inside = [], ENDINGS[line], True
        elif inside and line == "```":
            inside = False
        elif inside:
            frame.append(line)
        elif line.startswith("| `"):
            yield Row(line, number, frame, ending)


def traced_values(value):
    if isinstance(value, dict):
        if "rule" in value and "basis" in value:
            yield value
        for inner in value.values():
            yield from traced_values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from traced_values(inner)


def shown(value):
    """The value; its candidates where it is uncertain."""
    if "value" not in value:
        return " or ".join(map(str, value["candidates"])) + "?"
    return "yes" if value["value"] is True else str(value["value"]).replace("\n", r"\n").replace("\t", r"\t")


def read_all(documents):
    """The JSON of each document, from one run of the program."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = pathlib.Path(folder, "in"), pathlib.Path(folder, "out")
        source.mkdir()
        for i, (words, ending) in enumerate(documents):
            (source / f"{i:04}.{ending}").write_text(words, encoding="utf-8")
        subprocess.run([program, "convert", "-q", source, "-t", "json", "-o", out], check=True)
        return [json.loads(next(out.rglob(f"{i:04}*.json")).read_text(encoding="utf-8")) for i in range(len(documents))]


def read_by(rule, document):
    return [shown(v) for v in traced_values(document) if v["rule"] == rule]


def rules_in_source():
    """Every string that may be a rule's name, with its place: words joined by hyphens that are no diagnostic's code
    and no word of the text that is compared with.
    Names of one word are found in readings."""
    report = re.compile(r'(\bsay\((m, )?|push_back\(\{|diagnostic d\{|\.code = |verb == )$')
    for file in sorted(f for room in ROOMS for f in (project / room).glob("*.[ch]pp")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            line = re.sub(r"//.*", "", line)
            if "x3::rule<" in line:
                continue
            for m in re.finditer(r'"([a-z]+(?:-[a-z]+)+)"', line):
                if not report.search(line[:m.start()]):
                    yield m.group(1), f"{file.relative_to(project)}:{number}"


def rules_in_samples():
    for file in sorted((project / "samples").glob("*.*")):
        done = subprocess.run([program, "convert", "-q", "-t", "json", file], capture_output=True, check=True)
        for value in traced_values(json.loads(done.stdout)):
            yield value["rule"], f"samples/{file.name}"


text = page.read_text(encoding="utf-8")
rows = list(rows_of(text))
run = [row for row in rows if row.example]
documents = read_all([(row.document(words), row.ending) for row in run for words in (row.example, row.counter)])
lines = text.split("\n")
for row, example, counter in zip(run, documents[::2], documents[1::2]):
    reads = " / ".join(read_by(row.rule, example))
    if not reads:
        faults.append(f"docs/grammar.md:{row.number}: the rule {row.rule} reads nothing in its example: {row.example}")
    elif "--write" in sys.argv:
        lines[row.number - 1] = row.markdown(reads)
    elif reads != row.reads:
        faults.append(f"docs/grammar.md:{row.number}: the rule {row.rule} reads\n  {reads}\nand not\n  {row.reads}\nWhere that is right, run tools/docs.sh and commit the page.")
    if read_by(row.rule, counter):
        faults.append(f"docs/grammar.md:{row.number}: the rule {row.rule} reads its counter-example: {' / '.join(read_by(row.rule, counter))}")
if "--write" in sys.argv:
    page.write_text("\n".join(lines), encoding="utf-8")

documented = {row.rule for row in rows}
named = {}
in_examples = [(v["rule"], f"docs/grammar.md:{row.number}") for row, d in zip(run, documents[::2]) for v in traced_values(d)]
for rule, place in [*rules_in_source(), *rules_in_samples(), *in_examples]:
    named.setdefault(rule, place)
for rule, place in named.items():
    if rule not in documented:
        faults.append(f"{place}: the rule '{rule}' is not in docs/grammar.md.  Add a row to the table of its section:\n"
                      f"  | `{rule}` | what it accepts | `example` | `what it reads` | `counter-example` |\n"
                      "and run tools/docs.sh, which fills in what it reads.")
for row in rows:
    if row.rule not in named:
        faults.append(f"docs/grammar.md:{row.number}: no rule is called '{row.rule}' any more: remove the row")
print("\n".join(faults) or f"{len(rows)} rules")
sys.exit(bool(faults))
