#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""install.py PROJECT shared|static WORK [LAUNCHER]

Builds the library as a user would, installs it below WORK, and builds the stranger's project
against it with CMake and with one line of pkg-config, with g++ and clang++.  Each program
must list the actions of a sample.
"""
import pathlib
import re
import shutil
import subprocess
import sys

project, kind, work = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
launcher = [f"-DCMAKE_CXX_COMPILER_LAUNCHER={sys.argv[4]}"] if len(sys.argv) > 4 else []
stranger = project / "tests/install/stranger"
sample = project / "samples/performance-board.txt"
prefix = work / "prefix"


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def install_library():
    build = work / "library"
    shared = "ON" if kind == "shared" else "OFF"
    run("cmake", "-G", "Ninja", "-S", project, "-B", build, "-DCMAKE_BUILD_TYPE=Release", f"-DBUILD_SHARED_LIBS={shared}",
        "-DMINUTES_DEVELOPER_MODE=OFF", *launcher)
    run("cmake", "--build", build)
    run("cmake", "--install", build, "--prefix", prefix)


def check_installed():
    for file in ("bin/minutes", "include/minutes/minutes.hpp", "share/minutes/meeting-1.schema.json",
                 "share/doc/minutes/LICENSE", "share/doc/minutes/THIRD_PARTY_NOTICES.txt"):
        assert (prefix / file).is_file(), f"{file} was not installed"
    assert run(prefix / "bin/minutes", "--version").startswith("minutes ")


def check_symbols():
    """The shared library shows functions of namespace minutes that its headers declare, and nothing else."""
    library = next((prefix / "lib").rglob("libminutes.so"))
    soname = re.search(r"soname: \[(.*?)\]", run("readelf", "-d", library).replace("Library soname", "soname")).group(1)
    assert re.fullmatch(r"libminutes\.so\.\d+\.\d+", soname), f"soname {soname}"
    headers = "".join(f.read_text(encoding="utf-8") for f in (prefix / "include/minutes").glob("*.hpp"))
    declared = set(re.findall(r"MINUTES_EXPORT (?!__)[^;(]*?(operator==|\w+)\(", headers))
    shown = set()
    for line in run("nm", "-D", "-C", "--defined-only", library).splitlines():
        name = line.split(" ", 2)[2]
        function = re.match(r"minutes::(?:\w+::)*(operator==|\w+)(?:\[abi:\w+\])?\(", name)
        assert function and function.group(1) in declared, f"the shared library shows {name}"
        shown.add(function.group(1))
    assert shown == declared, f"declared but hidden: {declared - shown}"


def check_program(program, environment=None):
    actions = run(program, sample, env=environment).splitlines()
    assert len([a for a in actions if not a.startswith(" ")]) >= 3, f"{program} lists {actions}"
    return actions


def build_stranger(compiler):
    build = work / f"cmake-{compiler}"
    run("cmake", "-G", "Ninja", "-S", stranger, "-B", build, f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_PREFIX_PATH={prefix}")
    run("cmake", "--build", build)
    by_cmake = check_program(build / "actions")

    pc = next(prefix.rglob("minutes.pc")).parent
    library = next(prefix.rglob("libminutes.*")).parent
    program = work / f"pkg-config-{compiler}"
    run("sh", "-c", f"{compiler} -std=c++20 main.cpp $(pkg-config --cflags --libs minutes) -o {program}", cwd=stranger,
        env={"PATH": "/usr/bin:/bin", "PKG_CONFIG_PATH": str(pc)})
    assert check_program(program, {"LD_LIBRARY_PATH": str(library)}) == by_cmake
    print(f"{kind} with {compiler}: {len(by_cmake)} lines by CMake and by pkg-config")


shutil.rmtree(prefix, ignore_errors=True)
install_library()
check_installed()
if kind == "shared":
    check_symbols()
for compiler in ("g++", "clang++"):
    if shutil.which(compiler):
        build_stranger(compiler)
    else:
        print(f"skipped: no {compiler}")
