#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""raises_score.py MINUTES STYLES: each house style raises the score of its body's documents, unless nothing is left to raise.

The documents and what a clerk read in them are shared material: MINUTES_SHARED, or ../shared beside the project. Where
they are not, the test says so and is skipped (exit 77). A style's first line names its documents: "# documents: REGEX".
"""
import json, os, pathlib, re, subprocess, sys, tempfile


def shared_folder():
    beside = pathlib.Path(__file__).resolve().parents[3] / "shared"
    folder = pathlib.Path(os.environ.get("MINUTES_SHARED", beside))
    return folder if (folder / "corpus/dev/gold").is_dir() else None


def score(shared, program, documents, style):
    """The mean F1 over the fields of the documents."""
    option = f" --style {style}" if style else ""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "score.json")
        subprocess.run([sys.executable, shared / "eval/score.py", "--gold", shared / "corpus/dev/gold", "--docs", shared / "corpus/dev/docs",
                        "--only", documents, "--json", out, "--cmd", f"{program} convert {{file}} -q -t json{option}"],
                       check=True, capture_output=True)
        return json.loads(out.read_text())["mean"]


def main(program, styles):
    shared = shared_folder()
    if not shared:
        print("skipped: the shared documents are not here (MINUTES_SHARED, or ../shared)")
        return 77
    failed = 0
    for style in sorted(pathlib.Path(styles).glob("*.toml")):
        documents = re.match(r"# documents: (\S+)", style.read_text()).group(1)
        without, with_style = score(shared, program, documents, None), score(shared, program, documents, style)
        print(f"{style.name}: {without:.3f} without, {with_style:.3f} with")
        failed += with_style <= without < 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
