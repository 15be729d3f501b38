#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""same_meeting_in_each_format.py MINUTES SAMPLES [--show]: each sample, and each text in plain_texts/, saved by LibreOffice as DOCX, ODT, PDF, HTML, RTF
and DOC and renamed to Markdown, gives the meeting that its text gives: fields, people, items, actions, decisions, prose."""
import difflib, json, os, pathlib, re, shutil, subprocess, sys, tempfile

if not shutil.which("soffice") or not shutil.which("pdftotext"):
    print("skipped: LibreOffice or poppler is not installed")
    sys.exit(77)

FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "pdf": "pdf:writer_pdf_Export", "html": "html:HTML (StarWriter)",
           "rtf": "rtf:Rich Text Format", "doc": "doc:MS Word 97"}
ACCEPTED = pathlib.Path(__file__).with_name("differences_between_formats.json")  # {"sample.format": "reason"}


def words(text):
    return re.sub(r"\s+", " ", text).strip()


def value(x):
    """A value of the model without its spans."""
    if isinstance(x, dict) and "text" in x and "spans" in x:
        return words(str(x["value"] if x.get("value") is not None else x.get("candidates", x["text"])))
    if isinstance(x, dict):
        return {k: value(v) for k, v in x.items() if k not in ("spans", "span", "rule", "basis", "of")}
    return [value(v) for v in x] if isinstance(x, list) else words(x) if isinstance(x, str) else x


def lines_of(meeting):
    """The meeting as lines: what a person would compare."""
    text = meeting["text"].encode()
    said = lambda spans: words(" ".join(text[b:e].decode() for b, e in spans))
    out = [f"meeting {k}: {json.dumps(value(v), ensure_ascii=False)}" for k, v in sorted(meeting["meeting"].items())]
    out += [f"person: {json.dumps(value(p), ensure_ascii=False)}" for p in meeting["people"]]

    def add(items, depth):
        for i in items:
            out.append(f"{'  ' * depth}item: {value(i.get('number', ''))} {value(i.get('heading', ''))}")
            prose = words(" ".join(said(b["spans"]) for b in i.get("blocks", []) if "spans" in b))
            if prose:
                out.append(f"{'  ' * depth}prose: {prose}")
            add(i.get("items", []), depth + 1)

    add(meeting["items"], 0)
    for kind in ("decisions", "actions", "declarations"):
        out += [f"{kind}: {json.dumps(value(x), ensure_ascii=False)}" for x in meeting.get(kind, [])]
    return out


def read(minutes, file):
    run = subprocess.run([minutes, "convert", file, "-q", "-t", "json"], capture_output=True, text=True)
    return lines_of(json.loads(run.stdout)) if run.stdout else [f"not read: {run.stderr}"]


def save_as(samples, folder):
    """The samples in each format; LibreOffice takes all files of one format in one run."""
    for ending, filter in FILTERS.items():
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=Text (encoded):UTF8,LF,,", "--convert-to", filter,
                        "--outdir", folder / ending, *samples], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"LC_ALL": "C.UTF-8"})
    (folder / "md").mkdir()
    for s in samples:
        shutil.copy(s, folder / "md" / f"{s.stem}.md")


def main(minutes, folder_of_samples, show=False):
    samples = sorted([*pathlib.Path(folder_of_samples).glob("*.txt"), *pathlib.Path(__file__).with_name("plain_texts").glob("*.txt")])
    accepted = json.loads(ACCEPTED.read_text(encoding="utf-8"))
    compared, wrong, seen = 0, [], set()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        save_as(samples, folder)
        for s in samples:
            expected = read(minutes, s)
            for ending in [*FILTERS, "md"]:
                file = folder / ending / f"{s.stem}.{ending}"
                got = read(minutes, file) if file.exists() else ["LibreOffice did not write it"]
                compared += 1
                key = f"{s.stem}.{ending}"
                if got == expected:
                    continue
                seen.add(key)
                if key in accepted and not show:
                    continue
                wrong.append(key)
                print(f"=== {key}")
                for line in difflib.unified_diff(expected, got, "text", ending, lineterm="", n=0):
                    print("  " + line[:400])
    stale = sorted(set(accepted) - seen)
    print(f"{compared} files compared, {len(seen)} differ, {len(seen & set(accepted))} of them accepted; accepted without need: {stale}")
    assert compared > 150 and not wrong and not stale


main(sys.argv[1], sys.argv[2], "--show" in sys.argv[3:])
