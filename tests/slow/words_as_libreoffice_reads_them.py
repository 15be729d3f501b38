#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""words_as_libreoffice_reads_them.py PRINT_DOCUMENT SAMPLES: every word of LibreOffice's own text export of a DOCX, ODT or DOC
stands in the document that our reader makes of it; what the reader has beyond is headers, footers, notes, comments and boxes.
Read are the project's samples, saved in both formats by LibreOffice, and the shared corpus where it is at hand."""
import collections, os, pathlib, re, shutil, subprocess, sys, tempfile

if not shutil.which("soffice"):
    print("skipped: LibreOffice is not installed")
    sys.exit(77)

BESIDE = {"header", "footer", "note", "comment", "box"}  # not in LibreOffice's export
NOT_READ = "hidden-text:"  # LibreOffice exports hidden words, a reader leaves them out and says so


def convert(files, to, folder):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", folder, *files],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"LC_ALL": "C.UTF-8"})


def words(text):
    """Runs of letters and figures, so that hyphens, bullets and quotation marks need not be alike."""
    text = re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", text)
    for ligature, letters in zip("ﬀﬁﬂﬃﬄ", ("ff", "fi", "fl", "ffi", "ffl")):
        text = text.replace(ligature, letters)
    return collections.Counter(re.findall(r"[^\W_]+", text))


def our_words(program, file):
    """Words of the body and words beside it."""
    printed = subprocess.run([program, file], check=True, capture_output=True, text=True).stdout
    body, beside = [], []
    for line in printed.splitlines():
        attributes, bar, text = line.partition("| ")
        if not bar or attributes.startswith("meta"):
            continue
        (beside if BESIDE & set(attributes.split()) else body).append(text.replace("\\t", " ").replace("**", "").replace("~~", ""))
    return words("\n".join(body)), words("\n".join(beside)), NOT_READ in printed


def compare(program, file, text):
    body, beside, hidden = our_words(program, file)
    its = words(text.read_text(encoding="utf-8"))
    missing, more = its - body - beside, body - its
    if hidden:
        print(f"{file.name}: has hidden words, which a reader leaves out: {dict(missing)}")
        missing.clear()
    if missing:
        print(f"{file.name}: missing {dict(missing)}")
    if more:
        print(f"{file.name}: beyond LibreOffice's {dict(more)}")
    return not missing and not more


def main(program, samples):
    shared = pathlib.Path(os.environ.get("MINUTES_SHARED", pathlib.Path(samples).resolve().parent.parent / "shared"))
    corpus = sorted(p for p in (shared / "corpus/dev/docs").glob("*") if p.suffix in (".doc", ".docx", ".odt"))
    if not corpus:
        print("the shared corpus is not at hand; the samples are read alone")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        texts = sorted(p for p in pathlib.Path(samples).iterdir() if p.suffix == ".txt")
        good = total = 0
        for number, files in enumerate([corpus, [], []]):
            into = folder / str(number)
            into.mkdir()
            if number:
                ending = ("docx", "odt")[number - 1]
                convert(texts, ending, into)
                files = sorted(into.glob(f"*.{ending}"))
                assert len(files) == len(texts), "LibreOffice left out a sample"
            if not files:
                continue
            convert(files, "txt:Text (encoded):UTF8", into)
            for file in files:
                total += 1
                good += compare(program, file, into / f"{file.stem}.txt")
    print(f"{total} documents, {total - good} differ")
    assert good == total


main(*sys.argv[1:])
