#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""twenty_thousand.py PROGRAM [N]: imports N documents (20,000) in one run; prints speed and memory, and checks what must hold.

Memory is the most that the import and each of its workers held while each tenth of the documents was read (resident, MB).
"""
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

import many_minutes

PROGRAM = sys.argv[1]
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000


def resident(pid):
    try:
        pages = int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError):
        return 0.0


def children(pid):
    try:
        return [c for task in pathlib.Path(f"/proc/{pid}/task").iterdir() for c in (task / "children").read_text().split()]
    except OSError:
        return []


def documents_in(db):
    try:
        with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as c:
            return c.execute("SELECT count(*) FROM document").fetchone()[0]
    except sqlite3.Error:
        return 0


def run(folder, db):
    started = time.monotonic()
    child = subprocess.Popen([PROGRAM, "import", str(folder), "--archive", str(db), "--report", "json", "-q"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    most, worker, at = [0.0] * 11, [0.0] * 11, [0.0] * 11
    report = b""
    os.set_blocking(child.stdout.fileno(), False)
    while child.poll() is None:
        tenth = min(10, documents_in(db) * 10 // COUNT)
        at[tenth] = time.monotonic() - started
        most[tenth] = max(most[tenth], resident(child.pid))
        for c in children(child.pid):
            worker[tenth] = max(worker[tenth], resident(c))
        report += child.stdout.read() or b""
        time.sleep(0.1)
    os.set_blocking(child.stdout.fileno(), True)
    report += child.stdout.read()
    return json.loads(report), child.returncode, time.monotonic() - started, most, worker, at


with tempfile.TemporaryDirectory() as scratch:
    folder, db = pathlib.Path(scratch, "minutes"), pathlib.Path(scratch, "minutes.db")
    many_minutes.write_minutes(folder, COUNT)
    size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    report, code, seconds, most, worker, at = run(folder, db)
    print(f"{COUNT} documents, {size / 1e6:.1f} MB, in {seconds:.1f} s: {COUNT / seconds:.0f} a second; database {db.stat().st_size / 1e6:.1f} MB")
    print("import, MB by tenths:", " ".join(f"{m:.0f}" for m in most[:10]))
    print("worker, MB by tenths:", " ".join(f"{m:.0f}" for m in worker[:10]))
    print("elapsed s by tenths: ", " ".join(f"{t:.0f}" for t in at[:10]))
    assert report["found"] == COUNT == report["imported"] + report["refused"] + report["failed"], report["found"]
    assert report["failed"] == 0 and 0 < report["refused"] < COUNT / 50, (report["refused"], report["failed"])
    assert code == 3
    began = time.monotonic()
    again = subprocess.run([PROGRAM, "import", str(folder), "--archive", str(db), "-q"], capture_output=True, text=True)
    print(f"again, unchanged: {time.monotonic() - began:.1f} s")
    assert again.returncode == 3, again.stderr
    began = time.monotonic()
    assert subprocess.run([PROGRAM, "search", '"flood barrier" repair*', "--archive", str(db)], capture_output=True).returncode == 0
    print(f"search: {time.monotonic() - began:.2f} s")
    began = time.monotonic()
    register = subprocess.run([PROGRAM, "register", "--archive", str(db), "--body", "harbour finance", "--status", "live", "--as-at", "2000-05-01", "-t", "csv"], capture_output=True)
    assert register.returncode == 0 and register.stdout.count(b"\n") > 1
    print(f"register of one body as at a day: {time.monotonic() - began:.2f} s")
    with sqlite3.connect(db) as c:
        assert c.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert c.execute("SELECT count(*) FROM meetings").fetchone()[0] >= report["imported"]
    steady = [m for m in most[1:10] if m]
    assert max(steady) - min(steady) < 64, "the import's memory grows"
