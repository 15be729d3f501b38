#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""run.py MINUTES FILE.test...: runs the commands of a transcript and compares what they print.

A transcript reads like a terminal session:

    # Lines that begin with '#' are for the reader.
    --- april.txt               a file to work on, up to a line "---"; march.txt is always there
    Harbour Board
    ---

    $ minutes show march.txt    a command for the shell, in a fresh folder for each transcript
    Harbour Board               what it prints on standard output
    ! march.txt: warning: …     what it prints on standard error, after all of that
    ? 1                         the exit code; 0 when not given

A line "..." stands for any number of lines, and "..." within a line for any text. "$60 command" runs it on a terminal of 60
columns, where standard output and standard error are one, and the escape character shows as "␛".
A blank line ends the expected output; a printed blank line stands as "~".
"""
import difflib, fcntl, os, pathlib, pty, re, shutil, struct, subprocess, sys, tempfile, termios

HERE = pathlib.Path(__file__).resolve().parent


class Case:
    def __init__(self, line, number):
        columns, self.command = re.fullmatch(r"\$(\d*) (.*)", line).groups()
        self.columns, self.number, self.expected = int(columns or 0), number, []


def read_transcript(path):
    """The files and commands of a transcript, in order."""
    steps, case, lines = [], None, path.read_text(encoding="utf-8").split("\n")
    i = 0
    while i < len(lines):
        line = lines[i]
        if line.startswith("--- "):
            end = lines.index("---", i)
            steps.append((line[4:].strip(), "\n".join(lines[i + 1:end]) + "\n"))
            i, case = end, None
        elif re.match(r"\$\d* ", line):
            case = Case(line, i + 1)
            steps.append(case)
        elif not line:
            case = None
        elif case and not line.startswith("#"):
            case.expected.append(line)
        elif not line.startswith("#"):
            sys.exit(f"{path}:{i + 1}: neither a command nor its output: {line}")
        i += 1
    return steps


def run_piped(command, folder, env):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True)
    return done.stdout, done.stderr, done.returncode


def run_on_terminal(case, folder, env):
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, case.columns, 0, 0))
    env = {k: v for k, v in env.items() if k != "COLUMNS"} | {"TERM": "xterm"}
    child = subprocess.Popen(["sh", "-c", case.command], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=follower, stderr=follower)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the child has closed the terminal
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    return shown.replace(b"\r\n", b"\n").replace(b"\033", "␛".encode()), b"", child.wait()


def as_lines(out, err, code):
    def lines(data):
        text = data.decode("utf-8", "backslashreplace")
        return [line or "~" for line in text.removesuffix("\n").split("\n")] if text else []
    return lines(out) + ["! " + line for line in lines(err)] + ([f"? {code}"] if code else [])


def line_matches(pattern, line):
    return re.fullmatch(".*".join(map(re.escape, pattern.split("..."))), line) is not None


def matches(expected, got):
    """Whether the lines are as expected, "..." being any."""
    if not expected:
        return not got
    if expected[0] in ("...", "! ..."):
        return any(matches(expected[1:], got[k:]) for k in range(len(got) + 1))
    return bool(got) and line_matches(expected[0], got[0]) and matches(expected[1:], got[1:])


def run_transcript(path, env):
    """The number of commands that did not do as expected."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(HERE / "march.txt", folder)
        for step in read_transcript(path):
            if isinstance(step, tuple):
                target = pathlib.Path(folder, step[0])
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(step[1], encoding="utf-8")
                continue
            out, err, code = run_on_terminal(step, folder, env) if step.columns else run_piped(step.command, folder, env)
            got = as_lines(out, err, code)
            if not matches(step.expected, got):
                failed += 1
                print(f"{path.name}:{step.number}: $ {step.command}")
                print("\n".join(difflib.unified_diff(step.expected, got, "expected", "got", lineterm="")), "\n")
    return failed


def main(program, *transcripts):
    env = {"PATH": f"{pathlib.Path(program).resolve().parent}:/usr/bin:/bin", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    env |= {k: v for k, v in os.environ.items() if k.startswith(("ASAN", "UBSAN", "LSAN"))}
    failed = sum(run_transcript(pathlib.Path(t), env) for t in transcripts)
    print(f"{failed} commands failed" if failed else "all commands did as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
