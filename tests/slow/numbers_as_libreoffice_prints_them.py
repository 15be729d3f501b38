#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""numbers_as_libreoffice_prints_them.py MAKE_PACKAGE PACKAGES: the automatic numbers that the cases of
tests/read/packages expect are those of LibreOffice's own text export, line by line."""
import os, pathlib, re, shutil, subprocess, sys, tempfile

if not shutil.which("soffice"):
    print("skipped: LibreOffice is not installed")
    sys.exit(77)

# Where LibreOffice 7.4 does not do what the standard says.
DIFFERENT = {
    "docx-numbering-deleted": "its text export prints deleted paragraphs and counts them",
    "docx-numbering-legal": "it does not know isLgl",
    "docx-numbering-lvl-restart": "it does not know lvlRestart",
}
BULLETS = "•◦▪▫‣–-"  # it prints bullets of its own


def plain(line):
    line = re.sub(r"\s+", " ", line.replace("\ufeff", "")).strip()
    return re.sub(f"^[{BULLETS}](?= |$)", "•", line)


def expected_lines(case):
    document = case.read_text(encoding="utf-8").split("--- document\n")[1]
    lines = [line.split("| ", 1)[1].replace("**", "") for line in document.splitlines() if "| " in line]
    return [plain(line) for line in lines]


def printed_lines(path):
    lines = [plain(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line not in ("", "•")]  # blank paragraphs, bullets without words


def main(make_package, packages):
    cases = sorted(pathlib.Path(packages).glob("*numbering*.txt"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = [folder / f"{case.stem}.{case.stem.split('-')[0]}" for case in cases]
        for case, file in zip(cases, files):
            subprocess.run([make_package, case, file], check=True)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
                        "--outdir", folder / "txt", *files], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env=os.environ | {"LC_ALL": "C.UTF-8"})
        compared = failed = 0
        for case in cases:
            expected, printed = expected_lines(case), printed_lines(folder / "txt" / f"{case.stem}.txt")
            if case.stem in DIFFERENT:
                print(f"{case.stem}: not compared, {DIFFERENT[case.stem]}")
                continue
            compared += 1
            if expected != printed:
                failed += 1
                print(f"{case.stem}:\n  we       {expected}\n  it       {printed}")
    print(f"{compared} documents compared, {failed} differ")
    assert compared >= 12 and not failed


main(*sys.argv[1:])
