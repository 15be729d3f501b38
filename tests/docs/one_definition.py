#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""one_definition.py PROJECT

No two types of one namespace bear the same name in different files: the linker keeps one of what is made of them, such as the
growth of a vector, and the other's bytes are moved as if they were the first's.  Types in unnamed namespaces are each file's own.
"""
import collections
import pathlib
import re
import sys

project = pathlib.Path(sys.argv[1])
places = collections.defaultdict(list)
for folder in ("src", "grammars", "include", "tools"):
    for file in sorted(p for p in (project / folder).rglob("*") if p.suffix in (".hpp", ".cpp")):
        inside = []
        for number, line in enumerate(file.read_text().splitlines(), 1):
            if opened := re.match(r"namespace ?([a-z_:]*) ?\{\s*$", line):
                inside.append(opened[1] or "unnamed")
            elif re.match(r"\}  // namespace", line):
                inside.pop()
            elif (named := re.match(r"(?:struct|class|enum class|union) ([a-z_]+)(?: final)?(?: ?: [^;]*)? ?\{", line)) and "unnamed" not in inside:
                places["::".join(inside + [named[1]])].append(f"{file.relative_to(project)}:{number}")
if len(places) < 100:
    sys.exit(f"only {len(places)} types found in {project}: is this the project?")
faults = {name: where for name, where in places.items() if len(where) > 1}
for name, where in faults.items():
    print(f"{name} is defined more than once: {', '.join(where)}")
sys.exit(bool(faults))
