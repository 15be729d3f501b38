#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""rounds.py PROGRAM ROUNDS SAMPLES    the program beside regex_minutes.py, end to end, in alternating rounds

Both are started afresh on the same files and write JSON; a round's ratio is of runs that stood side by side.
Times are processor time, start-up included: what else the machine does does not count.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

program, rounds, samples = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
script = pathlib.Path(__file__).with_name("regex_minutes.py")
COPIES = 40


def seconds(command):
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def compare(what, files, out):
    size = sum(f.stat().st_size for f in files) / 1e6
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(seconds([program, "convert", "-q", "-t", "json", "-o", out, *files]))
        theirs.append(seconds([sys.executable, script, *files]))
    ratios = sorted(t / o for t, o in zip(theirs, ours))
    print(f"{what} ({len(files)} files, {size:.2f} MB): minutes {size / statistics.median(ours):.2f} MB/s, Python {size / statistics.median(theirs):.2f} MB/s; "
          f"minutes is {statistics.median(ratios):.2f} times as fast ({ratios[0]:.2f}–{ratios[-1]:.2f})")


with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch, "in")
    folder.mkdir()
    texts = [(f.name, f.read_bytes()) for f in sorted(samples.iterdir()) if f.suffix in (".txt", ".md")]
    for copy in range(COPIES):
        for name, words in texts:
            (folder / f"{copy}-{name}").write_bytes(words)
    files = sorted(folder.iterdir())
    print(f"End to end, started afresh, JSON written; {rounds} rounds; processor time:")
    compare("one sample", files[:1], pathlib.Path(scratch, "one.json"))
    compare("all samples", files, pathlib.Path(scratch, "all"))
