#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""public_outputs.py PROGRAM SAMPLE

Writes the sample in every format with --public, shows it and checks it, and searches all of that for words that stand
in its exempt business only.  Without --public they must be found, so that the search is known to work.
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


faults = []
with tempfile.TemporaryDirectory() as folder:
    whole, public = outputs(folder), outputs(folder, "--public")
assert {"json", "xml", "html", "xlsx", "csv", "akn", "md", "ics", "text"} <= set(public), sorted(public)
for name, words in public.items():
    folded = re.sub(r"\s+", " ", re.sub(r"&apos;|&#39;", "'", words)).lower()
    faults += [f"{name}: '{word}' is published" for word in EXEMPT if word in folded]
    if not name.startswith("check") and name != "csvw":
        faults += [f"{name}: '{word}' is lost" for word in PUBLIC[:1] if word not in folded]
for word in EXEMPT:
    if word not in whole["json"].lower():
        faults.append(f"'{word}' is not even in the whole minutes: the test searches for nothing")
print("\n".join(faults) or f"{len(public)} outputs")
sys.exit(bool(faults))
