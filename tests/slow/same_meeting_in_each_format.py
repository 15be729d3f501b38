#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""same_meeting_in_each_format.py MINUTES SAMPLES: each plain-text sample, saved by LibreOffice in other formats, gives the
same meeting: people, items, prose, actions, decisions, the next meeting.  Where they stand differs by nature."""
import json, os, pathlib, shutil, subprocess, sys, tempfile

if not shutil.which("soffice"):
    print("skipped: LibreOffice is not installed")
    sys.exit(77)

FORMATS = ("docx", "odt")
PLACES = {"spans", "source", "leaves", "coverage", "diagnostics", "origins"}  # the file's own, not the meeting's


def content(value):
    if isinstance(value, dict):
        return {key: content(v) for key, v in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [content(v) for v in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def meeting_in(program, file):
    done = subprocess.run([program, "convert", "-q", file, "-t", "json"], check=True, capture_output=True, text=True)
    meeting = content(json.loads(done.stdout))
    del meeting["text"]
    return meeting


def differences(a, b, path=""):
    if isinstance(a, dict) and isinstance(b, dict):
        return [d for key in sorted(a.keys() | b.keys()) for d in differences(a.get(key), b.get(key), f"{path}.{key}")]
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return [d for i, (x, y) in enumerate(zip(a, b)) for d in differences(x, y, f"{path}[{i}]")]
    return [] if a == b else [f"{path}: {json.dumps(a, ensure_ascii=False)[:200]} / {json.dumps(b, ensure_ascii=False)[:200]}"]


def main(program, samples):
    samples = sorted(p for p in pathlib.Path(samples).iterdir() if p.suffix == ".txt")
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for form in FORMATS:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=Text (encoded):UTF8",
                            "--convert-to", form, "--outdir", folder, *samples],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"LC_ALL": "C.UTF-8"})
            for sample in samples:
                found = differences(meeting_in(program, sample), meeting_in(program, folder / f"{sample.stem}.{form}"))
                failed += bool(found)
                for line in found[:20]:
                    print(f"{sample.name} as {form}{line}")
    print(f"{len(samples) * len(FORMATS)} files read, {failed} differ")
    assert not failed


main(*sys.argv[1:])
