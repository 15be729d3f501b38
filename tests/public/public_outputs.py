#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""public_outputs.py PROGRAM PROJECT

Each case beside this file has minutes, words that stand in their exempt business only ("--- never"), and words of the
rest ("--- always").  The minutes are written in every format with --public, published as a workbook without it, shown,
checked, merged into a register and put on a site; all of that is searched.  Without --public the words must be found,
so that the search is known to work; what a format says of the public business, it says with --public too.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

program, project = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()


def run(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, check=False)


def read_case(path):
    parts = re.split(r"^--- (.*)\n", path.read_text(encoding="utf-8"), flags=re.M)
    case = dict(zip(parts[1::2], parts[2::2]))
    sample = next((name.split()[1] for name in case if name.startswith("minutes ")), None)
    text = (project / sample).read_text(encoding="utf-8") if sample else case["minutes"]
    return text, case["never"].lower().split("\n")[:-1], case["always"].lower().split("\n")[:-1]


def formats():
    return [line.split()[0] for line in run("convert", "-t", "list").stdout.decode().splitlines() if re.match(r"\s*[a-z]", line)]


def words_of(path):
    """A file's words; a workbook's parts one after the other; a folder's files."""
    if path.is_dir():
        return "\n".join(words_of(p) for p in sorted(path.rglob("*")) if p.is_file())
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode(errors="replace")
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode(errors="replace") for name in package.namelist())


def outputs(source, folder, flags):
    """Every output of the program, by name."""
    found = {"show": run("show", *flags, source).stdout.decode()}
    for form in ("text", "json", "sarif"):
        found[f"check {form}"] = run("check", *flags, "--format", form, "--coverage", source).stdout.decode()
    for name in formats():
        path = folder / f"out.{name}"
        done = run("convert", "-q", *flags, source, "-t", name, "-o", path)
        if done.returncode == 2:
            continue  # a format of many files
        assert done.returncode == 0 and path.exists(), f"{name}: {done.stderr.decode()}"
        found[name] = words_of(path)
    register = folder / "register.xlsx"
    assert run("register", "-q", *flags, source, "-o", register).returncode == 0
    found["register"] = words_of(register)
    return found


def published(source, folder):
    """Outputs that are public by default."""
    archive, found = folder / "archive.db", {}
    assert run("import", "-q", source, "--archive", archive).returncode == 0
    for name, command in {
        "publish": ("convert", "-q", source, "--profile", "publish", "-o", folder / "publish.xlsx"),
        "published register": ("register", "-q", source, "--profile", "publish", "-o", folder / "register-publish.xlsx"),
        "published archive": ("register", "-q", "--archive", archive, "--profile", "publish", "-o", folder / "archive-publish.xlsx"),
        "site": ("site", "--archive", archive, "-o", folder / "site"),
    }.items():
        done = run(*command)
        assert done.returncode == 0, f"{name}: {done.stderr.decode()}"
        found[name] = words_of(command[-1])
    return found


def folded(words):
    return re.sub(r"\s+", " ", re.sub(r"&apos;|&#39;", "'", words)).lower()


def check(case):
    text, never, always = read_case(case)
    with tempfile.TemporaryDirectory() as name:
        source, whole, public = pathlib.Path(name, "minutes.txt"), pathlib.Path(name, "whole"), pathlib.Path(name, "public")
        source.write_text(text, encoding="utf-8")
        whole.mkdir()
        public.mkdir()
        everything = {form: folded(words) for form, words in outputs(source, whole, []).items()}
        searched = {form: folded(words) for form, words in (outputs(source, public, ["--public"]) | published(source, public)).items()}
    assert {"json", "xml", "html", "xlsx", "csv", "akn", "md", "ics", "text", "register", "site"} <= set(searched), sorted(searched)
    for word in never + always:
        if word not in everything["json"]:
            yield f"'{word}' is not even in the whole minutes: the test searches for nothing"
    for form, words in searched.items():
        yield from (f"{form}: '{word}' is published" for word in never if word in words)
        yield from (f"{form}: '{word}' is lost with --public" for word in always if word in everything.get(form, "") and word not in words)


faults, cases = [], sorted(pathlib.Path(__file__).parent.glob("*.txt"))
cases.remove(pathlib.Path(__file__).parent / "CMakeLists.txt")
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for case, found in zip(cases, pool.map(lambda c: list(check(c)), cases)):
        faults += [f"{case.name}: {fault}" for fault in found]
print("\n".join(faults) or f"{len(cases)} minutes, nothing exempt in any output")
sys.exit(bool(faults) or len(cases) < 17)
