#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""register_memory.py MINUTES [N]: an archive of N generated documents, and the memory that its registers take."""
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import many_minutes

PROGRAM, N = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 4000
MOST = {"actions.csv": 80, "actions.xlsx": 180}  # KB a document, beyond what the program takes for itself


def peak(*arguments):
    """The most memory that the program had at once, in KB."""
    child = subprocess.Popen([PROGRAM, *map(str, arguments)], stderr=subprocess.DEVNULL)
    _, state, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(state)
    assert child.returncode == 0, (arguments, child.returncode)
    return used.ru_maxrss


with tempfile.TemporaryDirectory() as name:
    scratch = pathlib.Path(name)
    many_minutes.write_minutes(scratch / "minutes", N)
    db = scratch / "minutes.db"
    done = subprocess.run([PROGRAM, "import", str(scratch / "minutes"), "--archive", str(db), "-q"], stderr=subprocess.DEVNULL)
    assert done.returncode in (0, 3), done.returncode  # 3: a few are hostile, and refused
    documents, = sqlite3.connect(db).execute("SELECT count(*) FROM document WHERE outcome = 'read'").fetchone()
    assert documents >= 0.97 * N, f"{documents} of {N} documents were read"
    alone = peak("register", "--archive", db, "-q", "--body", "nobody-of-this-name", "-t", "csv")
    for output, most in MOST.items():
        used = peak("register", "--archive", db, "-q", "-o", scratch / output)
        print(f"{output} of {N} documents: {used / 1024:.0f} MB at most, {(used - alone) / N:.0f} KB a document beyond the program's own {alone / 1024:.0f} MB")
        assert (used - alone) / N < most, f"{output}: more than {most} KB a document"
