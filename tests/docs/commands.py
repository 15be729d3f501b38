#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""commands.py PROJECT PROGRAM    runs the commands of the pages that need no build
   commands.py PROJECT --build    runs the others (tools/…, cmake, git) in a clean copy
   commands.py PROJECT --write    writes the code of pages from the files that it is taken from

In README.md, CONTRIBUTING.md and docs a ```sh block is run line by line, as a reader would from the project's
folder; each line must succeed, "# exit 1" behind it says with what else.  A ```text block right below shows lines
that the last command prints.  A ```cpp block "<!-- FILE -->" above is that file without its first line; tests compile it.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

project = pathlib.Path(sys.argv[1]).resolve()
PAGES = [project / "README.md", project / "CONTRIBUTING.md", *sorted((project / "docs").glob("*.md"))]
# What builds, tests or measures is for the slow suite; what is the suite itself would run for ever.
BUILDS = re.compile(r"^(tools/|cmake |ctest |git |.*\bbuild/installed)")
NEVER = re.compile(r"^(tools/test\.sh|tools/bench\.sh|ctest )")
faults = []


def blocks(page):
    """(language, first line's number, lines) of each fenced block, and what stands right above it."""
    lines = page.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        if lines[at].startswith("```") and lines[at] != "```":
            end = lines.index("```", at)
            yield lines[at][3:], at + 2, lines[at + 1:end], lines[at - 1] if at else ""
            at = end
        at += 1


def run_block(folder, page, number, lines, wanted):
    printed = ""
    for offset, line in enumerate(lines):
        command, _, remark = line.partition("  # ")
        if not command.strip() or command.startswith("#") or not wanted(command):
            continue
        done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        expected = re.search(r"exit (\d+)", remark)
        if done.returncode != (int(expected.group(1)) if expected else 0):
            faults.append(f"{page.name}:{number + offset}: exit {done.returncode}: {command}\n{(done.stdout + done.stderr)[-2000:]}")
        printed = done.stdout + done.stderr
    return printed


def run_page(folder, page, wanted):
    printed = None
    for language, number, lines, _ in blocks(page):
        if language == "sh":
            printed = run_block(folder, page, number, lines, wanted) if any(map(wanted, lines)) else None
        elif language == "text" and printed is not None:
            for offset, line in enumerate(lines):
                if line.strip() not in ("", "…") and line not in printed:
                    faults.append(f"{page.name}:{number + offset}: the command above does not print: {line}")
            printed = None
        else:
            printed = None


def check_code(page, write):
    text = page.read_text(encoding="utf-8")
    for file in re.findall(r"^<!-- (\S+) -->\n```cpp$", text, re.M):
        code = (project / file).read_text(encoding="utf-8").split("\n", 1)[1]
        pattern = re.compile(rf"(<!-- {re.escape(file)} -->\n```cpp\n).*?(^```$)", re.M | re.S)
        text = pattern.sub(lambda m: m.group(1) + code + m.group(2), text)
    if write:
        page.write_text(text, encoding="utf-8")
    elif text != page.read_text(encoding="utf-8"):
        faults.append(f"{page.name}: its code is not what the named file has: run tools/docs.sh and commit the page")
    for _, number, _, above in (b for b in blocks(page) if b[0] == "cpp"):
        if not above.startswith("<!-- "):
            faults.append(f"{page.name}:{number}: a ```cpp block must name the file that it is taken from, as <!-- FILE --> above it")


def as_a_reader(folder, program):
    """The project's folder with its program built, where what commands write does no harm."""
    for name in ("samples", "docs", "schema", "tests", "README.md"):
        (shutil.copytree if (project / name).is_dir() else shutil.copy)(project / name, folder / name)
    (folder / "build/release").mkdir(parents=True)
    (folder / "build/release/minutes").symlink_to(program)


def clean_copy(folder):
    files = subprocess.run(["git", "ls-files", "-z"], cwd=project, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (project / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(project / name, folder / name)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)


mode = sys.argv[2]
with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    if mode == "--build":
        clean_copy(folder)
    elif mode != "--write":
        as_a_reader(folder, pathlib.Path(mode).resolve())
    for page in (p for p in PAGES if p.is_file()):
        if mode == "--build":
            run_page(folder, page, lambda line: BUILDS.match(line) and not NEVER.match(line))
        else:
            check_code(page, mode == "--write")
            if mode != "--write":
                run_page(folder, page, lambda line: not BUILDS.match(line))
print("\n".join(faults) or "all commands do what the pages say")
sys.exit(bool(faults))
