#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""same_bytes_each_run.py MINUTES SAMPLES: two runs, seconds apart and in different time zones and
languages, give the same bytes in every format, and the program's exit code is 0."""
import hashlib, os, pathlib, subprocess, sys, tempfile, time

SETTINGS = [{"TZ": "UTC", "LC_ALL": "C"}, {"TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "COLUMNS": "40"}]


def formats_of(program):
    listed = subprocess.run([program, "convert", "-t", "list"], check=True, capture_output=True, text=True).stdout
    return [line.split()[0] for line in listed.splitlines()[2:] if not line.startswith(" ")]  # descriptions wrap


def convert_all(program, samples, settings):
    """The digest of each output, by its name."""
    digests = {}
    with tempfile.TemporaryDirectory() as folder:
        for sample in samples:
            for form in formats_of(program):
                out = pathlib.Path(folder, f"{sample.name}.{form}")
                subprocess.run([program, "convert", "-q", sample, "-t", form, "-o", out], check=True, env=os.environ | settings)
                digests[out.name] = hashlib.sha256(out.read_bytes()).hexdigest()
    return digests


def main(program, samples):
    samples = sorted(p for p in pathlib.Path(samples).iterdir() if p.suffix in (".txt", ".md"))
    first = convert_all(program, samples, SETTINGS[0])
    time.sleep(2.1)  # the clock of a ZIP archive ticks every two seconds
    second = convert_all(program, samples, SETTINGS[1])
    different = [name for name in first if first[name] != second[name]]
    assert not different, f"these differ from run to run: {different}"
    print(f"{len(first)} outputs, the same in both runs")


main(*sys.argv[1:])
