#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""archive_faults.py PROGRAM [KILLS]: what may happen to an import, and what must be left after it.

An import that is killed KILLS times (6) at random moments, and then let run, leaves the same content as an undisturbed one.
Workers that are killed, hang or run out of memory cost one document.  Full disks, folders that cannot be written, few file
descriptors, pipes, devices and loops of links get words, and the database is sound.  What this system does not let us try is
said and left out.
"""
import contextlib
import os
import pathlib
import random
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

import many_minutes

PROGRAM = sys.argv[1]
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 6
VIEWS = ["meetings", "actions", "decisions", "people", "attendance", "findings", "unread", "register", "updates"]
faults = []


def expect(condition, what):
    if not condition:
        faults.append(what)
        print("FAULT:", what)


def minutes(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, errors="replace", **options)


def start_import(folder, db, *options):
    return subprocess.Popen([PROGRAM, "import", str(folder), "--archive", str(db), *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def opened(db):
    return contextlib.closing(sqlite3.connect(db, isolation_level=None))


def content_of(db):
    """All views, ordered by content, and what each reading's content is; times of readings aside."""
    with opened(db) as c:
        out = [(view, sorted(map(repr, c.execute(f"SELECT * FROM {view}")))) for view in VIEWS]
        out.append(("history", sorted(map(repr, c.execute("SELECT source, sha256, size, format, read_with, replaced_at IS NULL, meetings FROM history")))))
        out.append(("content", sorted(map(repr, c.execute("SELECT meeting.content, meeting.current FROM meeting")))))
        out.append(("words", c.execute("SELECT count(*) FROM passage_words WHERE passage_words MATCH 'barrier'").fetchone()))
    return out


def check_sound(db, when):
    with opened(db) as c:
        expect(c.execute("PRAGMA integrity_check").fetchone() == ("ok",), f"{when}: the database is damaged")
        expect(c.execute("PRAGMA foreign_key_check").fetchone() is None, f"{when}: a row refers to none")
        if c.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):  # killed before it had a table: the next import begins
            c.execute("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)")


def children(pid):
    try:
        return [int(c) for task in pathlib.Path(f"/proc/{pid}/task").iterdir() for c in (task / "children").read_text().split()]
    except OSError:
        return []


def alive_with(text):
    """Processes whose command line has the text."""
    found = []
    for p in pathlib.Path("/proc").iterdir():
        try:
            if p.name.isdigit() and text in (p / "cmdline").read_bytes().decode(errors="replace"):
                found.append(int(p.name))
        except OSError:
            pass
    return found


def killed_at_any_moment(scratch):
    folder, db, undisturbed = scratch / "killed", scratch / "killed.db", scratch / "undisturbed.db"
    many_minutes.write_minutes(folder, 40 + 2 * KILLS)
    (scratch / "corrections.toml").write_text('[[meetings]]\ndocument = "changed.txt"\nchair = "Una Tarn"\n\n[[threads]]\nsplit = "2015-03-03 1"\n')
    files = sorted(f for f in folder.rglob("*") if f.is_file())
    changed = folder / "changed.txt"
    changed.write_text("Ferry Board\nMinutes of the meeting held on 3 March 2015\n\n1. Slip\nFirst.\n")
    begun = time.monotonic()
    expect(minutes("import", folder, "--archive", undisturbed, "-q").returncode == 3, "the undisturbed import")
    takes = time.monotonic() - begun
    r = random.Random(7)
    kills = whole = 0
    while kills < KILLS:
        child = start_import(folder, db, "-q")
        time.sleep(r.random() * takes * 0.7)
        child.kill()
        child.communicate()
        if child.returncode == -signal.SIGKILL:
            kills += 1
            if db.exists() and db.stat().st_size:
                check_sound(db, f"kill {kills}")
            continue
        whole += 1  # it came to its end: another archive
        expect(content_of(db) == content_of(undisturbed), f"the import that ended after {kills} kills has other content")
        db.unlink()
    time.sleep(0.3)
    expect(not alive_with(str(db)), "workers outlive their import")
    expect(minutes("import", folder, "--archive", db, "-q").returncode == 3, "the import that goes on")
    check_sound(db, "after all")
    expect(content_of(db) == content_of(undisturbed), "an import that was killed and went on has other content")
    # A changed file, killed while it is replaced.
    changed.write_text("Ferry Board\nMinutes of the meeting held on 3 March 2015\n\n1. Slip\nSecond, longer.\n")
    for n in range(max(2, KILLS // 10)):
        child = start_import(folder, db, "-q")
        time.sleep(r.random() * 0.15)
        child.kill()
        child.communicate()
    for archive in (db, undisturbed):
        minutes("import", folder, "--archive", archive, "-q")
    check_sound(db, "a changed file")
    # The corrections change, killed while they are applied.
    (scratch / "corrections.toml").write_text('[[people]]\nname = "Una Tarn"\nalso = ["U Tarn"]\n\n[[meetings]]\ndocument = "changed.txt"\nvenue = "The Net Loft"\n')
    for n in range(max(2, KILLS // 10)):
        child = start_import(folder, db, "-q")
        time.sleep(r.random() * takes * 0.7)
        child.kill()
        child.communicate()
    for archive in (db, undisturbed):
        minutes("import", folder, "--archive", archive, "-q")
    check_sound(db, "changed corrections")
    expect(content_of(db) == content_of(undisturbed), "changed corrections have other content after kills")
    with opened(db) as c:
        expect(c.execute("SELECT corrected FROM meetings WHERE corrected IS NOT NULL").fetchall() == [("Venue by hand",)], "the corrections are not applied")
    (scratch / "corrections.toml").unlink()
    expect(content_of(db) == content_of(undisturbed), "a changed file has other content after kills")
    print(f"killed {kills} times over {len(files)} documents, {whole} archives came to their end on the way; {takes:.1f} s undisturbed")


def troubled(scratch, name, trouble, options, reason):
    """One document whose worker has trouble twice, among three others."""
    folder, db = scratch / name, scratch / f"{name}.db"
    folder.mkdir()
    (folder / "a-slow.txt").write_text("Ferry Board\nMinutes of 3 March 2015\n\n" + "".join(f"{n}. Slip {n}\nThe slipway is scraped by hand and by Una Tarn.\n" for n in range(1, 40_000)))
    for n in "bcd":
        (folder / f"{n}.txt").write_text(f"Ferry Board {n}\nMinutes of the meeting held on 3 March 2015\n\n1. Slip\nThe slip is scraped.\n")
    child = start_import(folder, db, "--jobs", "1", *options)
    troubled_ones = set()
    until = time.monotonic() + 60
    while trouble and len(troubled_ones) < 2 and child.poll() is None and time.monotonic() < until:
        for c in children(child.pid):
            if c not in troubled_ones and b"read-for-import" in pathlib.Path(f"/proc/{c}/cmdline").read_bytes():
                time.sleep(0.1)  # well into the document
                try:
                    os.kill(c, trouble)
                except ProcessLookupError:
                    continue
                troubled_ones.add(c)
        time.sleep(0.005)
    _, told = child.communicate()
    expect(child.returncode == 3, f"{name}: exit code {child.returncode}: {told}")
    expect(f"a-slow.txt: failed: {reason}" in told, f"{name}: the reason is not told: {told}")
    expect("4 documents found: 3 imported, 0 unchanged, 0 refused, 1 failed" in told, f"{name}: {told}")
    check_sound(db, name)
    again = minutes("import", folder, "--archive", db)
    expect("0 imported, 3 unchanged, 0 refused, 1 failed" in again.stderr and again.returncode == 3, f"{name}: it is tried again: {again.stderr}")
    print(f"{name}: one document, {reason}")
    return folder, db


def temporary_files(scratch):
    """What workers keep for a moment goes with them, and with an import that is killed."""
    folder, temporary = scratch / "temporary", scratch / "tmp"
    many_minutes.write_minutes(folder, 60)
    temporary.mkdir()
    how = {**os.environ, "TMPDIR": str(temporary)}
    child = subprocess.Popen([PROGRAM, "import", str(folder), "--archive", str(scratch / "temporary.db"), "-q"], env=how, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not list(temporary.iterdir()) and child.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    expect(list(temporary.iterdir()), "workers have no folder of their own")
    child.kill()
    child.wait()
    time.sleep(0.3)  # a worker that was being started has the lock for a moment longer
    for trouble in (None, signal.SIGKILL):
        child = subprocess.Popen([PROGRAM, "import", str(folder), "--archive", str(scratch / "temporary.db"), "-q"], env=how, stderr=subprocess.DEVNULL)
        while trouble and child.poll() is None and not children(child.pid):
            time.sleep(0.005)
        for c in children(child.pid) if trouble else []:
            with contextlib.suppress(ProcessLookupError):
                os.kill(c, trouble)
        child.wait()
        expect(not list(temporary.iterdir()), f"left in the folder for temporary files: {list(temporary.iterdir())}")
        (scratch / "temporary.db").unlink()


def workers_in_trouble(scratch):
    folder, db = troubled(scratch, "killed-worker", signal.SIGKILL, [], "its reader was ended by SIGKILL")
    again = minutes("import", folder, "--archive", db, "--retry")
    expect("1 imported, 3 unchanged" in again.stderr and again.returncode == 0, f"--retry: {again.stderr}")
    temporary_files(scratch)
    troubled(scratch, "hung-worker", signal.SIGSTOP, ["--document-seconds", "1"], "it took longer than 1 second")
    troubled(scratch, "stuffed-worker", None, ["--document-memory", "48MB"], "its reader ran out of memory (48 MB)")


def two_at_once(scratch):
    folder, db = scratch / "two", scratch / "two.db"
    many_minutes.write_minutes(folder, 200)
    first = start_import(folder, db, "-q")
    while not pathlib.Path(f"{db}.lock").exists() and first.poll() is None:
        time.sleep(0.002)
    second = minutes("import", folder, "--archive", db)
    if first.poll() is None:
        expect(second.returncode == 4 and f"another import is at work on it (process {first.pid})" in second.stderr, f"two at once: {second.stderr}")
        print("two at once: the second is refused")
    while first.poll() is None:  # others may read
        search = minutes("search", "barrier", "--archive", db)
        expect(search.returncode in (0, 1) or "no such file" in search.stderr, f"search during an import: {search.stderr}")
    first.communicate()
    check_sound(db, "two at once")
    minutes("import", folder, "--archive", db)  # whose end no search disturbs
    expect(sorted(p.name for p in scratch.glob("two.db*")) == ["two.db"], "something lies beside the archive at rest")


def stopped_politely(scratch):
    folder, db = scratch / "stopped", scratch / "stopped.db"
    many_minutes.write_minutes(folder, 300)
    child = start_import(folder, db, "-q")
    time.sleep(0.25)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate()
    if child.returncode == 130:
        expect("not come to" in told and "the same command goes on from here" in told, f"stopped: {told}")
    check_sound(db, "stopped")
    print(f"stopped by SIGINT: exit code {child.returncode}")


def odd_entries(scratch):
    folder, db = scratch / "odd", scratch / "odd.db"
    folder.mkdir()
    (folder / "a.txt").write_text("Ferry Board\nMinutes of 3 March 2015\n")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(str(folder / "socket.txt"))
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "new\nline.txt").write_text("Ferry Board\n")
    open(os.fsencode(folder) + b"/\xff\xfe.txt", "w").write("Ferry Board\n")
    done = minutes("import", folder, "--archive", db, timeout=20)
    expect(done.returncode == 0 and "3 documents found: 3 imported" in done.stderr, f"odd entries: {done.stderr}")
    expect("3 symbolic links not followed" in done.stderr and "2 entries left out" in done.stderr, f"odd entries: {done.stderr}")
    expect("3 unchanged" in minutes("import", folder, "--archive", db).stderr, "odd names are new each time")
    direct = minutes("import", folder / "pipe.txt", "--archive", db, timeout=20)
    expect(direct.returncode == 3 and "it is not a file" in direct.stderr, f"a pipe by name: {direct.stderr}")
    print("pipes, sockets, loops of links: left, and told")


def unreadable(scratch):
    def as_nobody():
        if os.geteuid() == 0:  # root reads all
            os.setgid(65534)
            os.setuid(65534)

    folder, db = scratch / "unreadable", scratch / "for-nobody" / "unreadable.db"
    folder.mkdir()
    db.parent.mkdir()
    db.parent.chmod(0o777)
    (folder / "a.txt").write_text("Ferry Board\n")
    (folder / "b.txt").write_text("Ferry Board\n")
    (folder / "a.txt").chmod(0)
    (folder / "closed").mkdir(mode=0)
    done = minutes("import", folder, "--archive", db, preexec_fn=as_nobody)
    if "Permission denied" not in done.stderr:
        print("skipped: unreadable files:", done.stderr.strip()[:100])
        return
    expect(done.returncode == 3 and "1 imported, 0 unchanged, 1 refused" in done.stderr and "closed: error: Permission denied" in done.stderr, f"unreadable: {done.stderr}")
    (folder / "a.txt").chmod(0o644)
    done = minutes("import", folder, "--archive", db, preexec_fn=as_nobody)
    expect("1 imported, 1 unchanged" in done.stderr, f"a file that may be read now is not read: {done.stderr}")
    db.parent.chmod(0o555)
    done = minutes("import", folder, "--archive", db, preexec_fn=as_nobody)
    expect(done.returncode == 4 and "Permission denied" in done.stderr, f"a folder that may not be written: {done.stderr}")
    expect(minutes("search", "ferry", "--archive", db, preexec_fn=as_nobody).returncode == 0, "an archive in a folder that may not be written cannot be searched")
    print("unreadable files, a folder that may not be written: told")


def few_descriptors(scratch):
    folder, db = scratch / "few", scratch / "few.db"
    many_minutes.write_minutes(folder, 30)
    for most in (3, 7, 11, 15, 20):
        done = minutes("import", folder, "--archive", db, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))
        expect(done.returncode in (3, 4, 70, 127), f"{most} file descriptors: {done.returncode} {done.stderr}")
        expect(done.stderr.strip() != "", f"{most} file descriptors: nothing is said")
    check_sound(db, "few file descriptors")
    done = minutes("import", folder, "--archive", db)
    expect(" 0 failed" in done.stderr, f"a want of descriptors was put down as the documents' fault: {done.stderr}")
    print("few file descriptors: told, and nothing lost")


def file_size(scratch):
    folder, db = scratch / "limited", scratch / "limited.db"
    many_minutes.write_minutes(folder, 200)
    done = minutes("import", folder, "--archive", db, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)))
    expect(done.returncode == 4 and "cannot write" in done.stderr, f"a file that may not grow: {done.returncode} {done.stderr}")
    check_sound(db, "a file that may not grow")
    done = minutes("import", folder, "--archive", db)
    expect("200 documents found" in done.stderr and " 0 failed" in done.stderr, f"after a file that might not grow: {done.stderr}")
    print("a file that may not grow: told, and sound")


def small_disk(scratch):
    disk = scratch / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], capture_output=True).returncode:
        print("skipped: a full disk, a disk for reading only (nothing may be mounted here)")
        return
    try:
        folder, db = scratch / "for-disk", disk / "m.db"
        many_minutes.write_minutes(folder, 200)
        done = minutes("import", folder, "--archive", db)
        expect(done.returncode == 4 and "cannot write" in done.stderr and "full" in done.stderr, f"a full disk: {done.returncode} {done.stderr}")
        print("a full disk: told")
        check_sound(db, "a full disk")
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        done = minutes("import", folder, "--archive", db)
        expect("200 documents found" in done.stderr and " 0 failed" in done.stderr and done.returncode == 3, f"after a full disk: {done.stderr}")
        check_sound(db, "after a full disk")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        done = minutes("import", folder, "--archive", db)
        expect(done.returncode == 4 and "Read-only file system" in done.stderr, f"a disk for reading only: {done.stderr}")
        expect(minutes("search", "barrier", "--archive", db).returncode == 0, "an archive on a disk for reading only cannot be searched")
        expect(minutes("register", "--archive", db, "-t", "csv").returncode == 0, "nor make a register")
        print("a disk for reading only: told; searches and registers go on")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


with tempfile.TemporaryDirectory() as name:
    scratch = pathlib.Path(name)
    scratch.chmod(0o755)
    for test in (killed_at_any_moment, workers_in_trouble, two_at_once, stopped_politely, odd_entries, unreadable, few_descriptors, file_size, small_disk):
        test(scratch)
print("\n".join(faults) or "all as it must be")
sys.exit(bool(faults))
