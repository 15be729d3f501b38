#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""pdfs_whole.py MINUTES SAMPLES: every word that pdftotext finds in a PDF is in our text of it, for the samples
as LibreOffice prints them and for the shared corpus where it is at hand; a printed page that is scanned again is
recognised."""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile, unicodedata
from collections import Counter

for tool in ("pdftotext", "soffice"):
    if not shutil.which(tool):
        print(f"skipped: {tool} is not installed")
        sys.exit(77)

MARKS = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")


def plain(text):
    """Without what reading changes: ligatures, odd blanks, soft hyphens and zero-width characters."""
    return MARKS.sub("", unicodedata.normalize("NFKC", text))


def text_of(program, path, *options):
    done = subprocess.run([program, "convert", "-q", path, "-t", "json", *options], capture_output=True)
    return json.loads(done.stdout).get("text", "")


def missing_words(theirs, ours):
    """Words of `theirs` that `ours` lacks, or has less often.  A word that was glued to another or joined at a
    hyphen is found in the letters without blanks."""
    letters = re.sub(r"[\s-]", "", ours)
    lacking = Counter(theirs.split()) - Counter(ours.split())
    return [w for w, n in lacking.items() if letters.count(re.sub(r"[\s-]", "", w)) < n]


def check_words(program, path):
    theirs = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout.decode("utf-8", "replace")
    missing = missing_words(plain(theirs), plain(text_of(program, path)))
    assert not missing, f"{path.name}: {len(missing)} words are missing: {missing[:20]}"


def print_samples(samples, folder):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, *samples],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"LC_ALL": "C.UTF-8"})
    return sorted(folder.glob("*.pdf"))


def corpus_pdfs():
    for shared in (os.environ.get("MINUTES_SHARED"), pathlib.Path(__file__).parents[2] / ".." / "shared"):
        docs = pathlib.Path(shared, "corpus/dev/docs") if shared else None
        if docs and docs.is_dir():
            return sorted(docs.glob("*.pdf"))
    print("the shared corpus is not at hand: its PDFs are skipped")
    return []


def check_scan(program, printed, folder):
    if not shutil.which("tesseract"):
        print("tesseract is not installed: recognition is skipped")
        return
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-l", "1", "-singlefile", printed, folder / "scan"], check=True)
    theirs = subprocess.run(["pdftotext", "-l", "1", printed, "-"], check=True, capture_output=True, text=True).stdout.split()
    ours = Counter(text_of(program, folder / "scan.png").split())
    found = sum((Counter(theirs) & ours).values())
    assert found >= 0.9 * len(theirs), f"{printed.name}: {found} of {len(theirs)} words were recognised"
    refused = subprocess.run([program, "convert", "-q", folder / "scan.png", "-t", "json", "--ocr", "never"], capture_output=True)
    assert refused.returncode == 3, refused.returncode


def main(program, samples):
    samples = sorted(p for p in pathlib.Path(samples).iterdir() if p.suffix == ".txt")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        printed = print_samples(samples, folder)
        assert len(printed) == len(samples)
        pdfs = printed + corpus_pdfs()
        for path in pdfs:
            check_words(program, path)
        check_scan(program, folder / "parish-council.pdf", folder)
    print(f"{len(pdfs)} PDFs, no word is missing")


main(*sys.argv[1:])
