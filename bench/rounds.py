#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""rounds.py PROGRAM ROUNDS SAMPLES    the program beside regex_minutes.py, end to end, in alternating rounds

Both are one process for all files, started afresh, and write JSON to standard output; a round's ratio is of runs that
stood side by side.  Processor time counts start-up and all threads, and not what else the machine does; elapsed time
is what a person waits, and is given for one thread and for as many as the program takes by itself.
"""
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

program, rounds, samples = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
script = pathlib.Path(__file__).with_name("regex_minutes.py")
COPIES = 100
STARTS = 20  # of one sample, in a round: a start is short


def seconds(command, times=1):
    """Processor and elapsed time of a run."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    for _ in range(times):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / times, (end - start) / times


def ours(files, *options):
    return [program, "convert", "-q", "-t", "json", *options, *files]


def spread(values):
    values = sorted(values)
    return f"{statistics.median(values):.2f} times as fast ({values[0]:.2f}–{values[-1]:.2f})"


def compare(what, files, times=1):
    size = sum(f.stat().st_size for f in files) / 1e6
    one, many, python = [], [], []
    for _ in range(rounds):
        one.append(seconds(ours(files, "--jobs", "1"), times))
        python.append(seconds([sys.executable, script, *files], times))
        many.append(seconds(ours(files), times))
    middle = lambda runs, which: statistics.median(run[which] for run in runs)
    print(f"{what} ({len(files)} files, {size:.3f} MB)")
    for name, runs in (("minutes, one thread", one), ("minutes, its own choice of threads", many), ("Python", python)):
        print(f"  {name}: processor {middle(runs, 0) * 1e3:.1f} ms, {size / middle(runs, 0):.2f} MB/s; elapsed {middle(runs, 1) * 1e3:.1f} ms, {size / middle(runs, 1):.2f} MB/s")
    print(f"  one thread by processor time: {spread(p[0] / o[0] for p, o in zip(python, one))}")
    print(f"  its own choice by elapsed time: {spread(p[1] / m[1] for p, m in zip(python, many))}")


with tempfile.TemporaryDirectory() as scratch:
    texts = [(f.name, f.read_bytes()) for f in sorted(samples.iterdir()) if f.suffix in (".txt", ".md")]
    for copy in range(COPIES):
        for name, words in texts:
            pathlib.Path(scratch, f"{copy}-{name}").write_bytes(words)
    files = sorted(pathlib.Path(scratch).iterdir())
    print(f"End to end, started afresh, JSON to standard output; {rounds} rounds:")
    compare("one sample", files[:1], STARTS)
    compare("all samples", files)
