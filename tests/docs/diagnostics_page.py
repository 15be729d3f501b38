#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""diagnostics_page.py PROJECT [PROGRAM] [--write]

docs/diagnostics.md is made of src/model/diagnostics, one file a code, as `minutes explain` is.
Without --write: the page must be what those files say, `minutes explain CODE` must say the same,
the commands among the samples must lead to their codes, and every code in the source must have a file.
"""
import pathlib
import re
import subprocess
import sys

arguments = [a for a in sys.argv[1:] if a != "--write"]
project, program = pathlib.Path(arguments[0]), pathlib.Path(arguments[1]).resolve() if len(arguments) > 1 else None
folder = project / "src/model/diagnostics"
page = project / "docs/diagnostics.md"
COMMAND = "tools/docs.sh"
faults = []

TOP = """# Diagnostics

What a reading has to say about itself. Each has a stable code, in square brackets behind its message:
`minutes explain CODE` prints what stands here. Made by `tools/docs.sh` from `src/model/diagnostics`; do not edit.

"""


class Diagnostic:
    def __init__(self, file):
        text = file.read_text(encoding="utf-8")
        head, _, sample = text.partition("\n\n")
        fields = dict(line.split(": ", 1) for line in head.split("\n"))
        self.code, self.severity, self.meaning, self.hint = file.stem, fields["severity"], fields["meaning"], fields["do"]
        self.sections = {name: words.rstrip("\n") for name, words in re.findall(r"^--- (\w+)\n(.*?)(?=^--- |\Z)", sample, re.M | re.S)}

    def says(self):
        """The lines of its reading that carry this code, as `minutes check` prints them."""
        pattern = rf"diagnostic: ([\d:]+) (\w+) {self.code}: (.*)"
        return [f"{place}: {severity}: {message} [{self.code}]" for place, severity, message in re.findall(pattern, self.sections.get("reading", ""))]

    def markdown(self):
        out = f"## `{self.code}`\n\n{self.severity}: {self.meaning}\n\nWhat to do: {self.hint}\n"
        if "minutes" in self.sections:
            out += f"\n```text\n{self.sections['minutes']}\n```\n\n" + "".join(f"`{line}`\n" for line in self.says())
        if "example" in self.sections:
            out += f"\n{self.sections['example']}\n"
        if "command" in self.sections:
            out += f"\n```text\n$ {self.sections['command']}\n```\n"
        return out


def plain(text):
    """Words only: how they are wrapped and indented does not matter."""
    return " ".join(text.split())


def check_explain(d):
    printed = plain(subprocess.run([program, "explain", d.code], capture_output=True, text=True).stdout)
    for words in (d.meaning, d.hint, d.sections.get("minutes", ""), d.sections.get("example", ""), d.sections.get("command", ""), *d.says()):
        if plain(words) not in printed:
            faults.append(f"minutes explain {d.code} does not print: {words[:80]}")


def check_command(d):
    command = re.sub(r"\bminutes\b", str(program), d.sections["command"], count=1)
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=project)
    if f"[{d.code}]" not in done.stdout + done.stderr:
        faults.append(f"{d.code}: its command does not lead to it: {d.sections['command']}\n{done.stdout}{done.stderr}")


def codes_in_source():
    """Every code that the source reports, with its place."""
    reports = re.compile(r'(?:\bsay\((?:m, )?|\bnote\((?:d, )?|diagnostics\.push_back\(\{|diagnostics\.begin\(\), \{)"([a-z]+(?:-[a-z]+)+)"')
    for file in sorted((project / "src").rglob("*.[ch]pp")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            for code in reports.findall(line):
                yield code, f"{file.relative_to(project)}:{number}"


diagnostics = [Diagnostic(f) for f in sorted(folder.glob("*.txt"))]
text = TOP + "\n".join(d.markdown() for d in diagnostics)
if "--write" in sys.argv:
    page.write_text(text, encoding="utf-8")
    sys.exit()
if not page.is_file() or page.read_text(encoding="utf-8") != text:
    faults.append(f"docs/diagnostics.md is not what src/model/diagnostics says: run {COMMAND} and commit the page")
known = {d.code for d in diagnostics}
for code, place in codes_in_source():
    if code not in known:
        faults.append(f"{place}: '{code}' is not known: add src/model/diagnostics/{code}.txt (CONTRIBUTING.md says how), then run {COMMAND}")
for d in diagnostics:
    check_explain(d)
    if "command" in d.sections:
        check_command(d)
print("\n".join(faults) or f"{len(diagnostics)} diagnostics")
sys.exit(bool(faults))
