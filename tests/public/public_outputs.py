#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""public_outputs.py PROGRAM SAMPLE

Writes the sample in every format with --public, shows it and checks it, and searches all of that for words that stand
in its exempt business only.  Without --public they must be found, so that the search is known to work.  What a format
says of the public business, it says with --public too.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

program, sample = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
EXEMPT = ["quenby", "millhouse", "tranter", "41,500", "8/17", "lease", "be refused", "lodged"]
PUBLIC = ["slater", "7/17", "winslow"]


def run(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, check=False)


def formats():
    names = [line.split()[0] for line in run("convert", "-t", "list").stdout.decode().splitlines() if re.match(r"\s*[a-z]", line)]
    return [name for name in names if run("convert", "-q", sample, "-t", name, "-o", "/dev/null").returncode != 2]


def words_of(path):
    """A file's words; a workbook's parts one after the other."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode(errors="replace")
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode(errors="replace") for name in package.namelist())


def outputs(folder, *flags):
    """Every output of the program, by name."""
    found = {"show": run("show", *flags, sample).stdout.decode()}
    for form in ("text", "json", "sarif"):
        found[f"check {form}"] = run("check", *flags, "--format", form, "--coverage", sample).stdout.decode()
    for name in formats():
        path = pathlib.Path(folder, f"out-{name}-{len(flags)}")
        done = run("convert", "-q", *flags, sample, "-t", name, "-o", path)
        assert done.returncode == 0 and path.exists(), f"{name}: {done.stderr.decode()}"
        found[name] = words_of(path)
    return found


def folded(words):
    return re.sub(r"\s+", " ", re.sub(r"&apos;|&#39;", "'", words)).lower()


faults = []
with tempfile.TemporaryDirectory() as folder:
    whole, public = outputs(folder), outputs(folder, "--public")
assert {"json", "xml", "html", "xlsx", "csv", "akn", "md", "ics", "text"} <= set(public), sorted(public)
for name, words in public.items():
    said = folded(words)
    faults += [f"{name}: '{word}' is published" for word in EXEMPT if word in said]
    faults += [f"{name}: '{word}' is lost with --public" for word in PUBLIC if word in folded(whole[name]) and word not in said]
for word in EXEMPT + PUBLIC:
    if word not in folded(whole["json"]):
        faults.append(f"'{word}' is not even in the whole minutes: the test searches for nothing")
print("\n".join(faults) or f"{len(public)} outputs")
sys.exit(bool(faults))
