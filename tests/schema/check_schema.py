#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_schema.py PROGRAM SCHEMA FOLDER…    validates the JSON of every document below the folders
   check_schema.py PROGRAM SCHEMA --shared DEFAULT    the same for the shared corpus, where it is at hand
"""
import copy
import json
import os
import pathlib
import subprocess
import sys

try:
    import jsonschema
    validator_class = jsonschema.Draft202012Validator
except (ImportError, AttributeError):
    print("skipped: no jsonschema for draft 2020-12 (Debian: python3-jsonschema)")
    sys.exit(77)


def folders(arguments):
    if arguments[0] != "--shared":
        return [pathlib.Path(a) for a in arguments]
    shared = pathlib.Path(os.environ.get("MINUTES_SHARED", arguments[1]))
    found = [f for f in (shared / "corpus/dev/docs", shared / "seed") if f.is_dir()]
    if not found:
        print("skipped: no shared corpus (set MINUTES_SHARED to its folder)")
        sys.exit(77)
    return found


def json_of(program, file):
    done = subprocess.run([program, "convert", "-q", "-t", "json", str(file)], capture_output=True)
    assert done.returncode in (0, 3), f"{file}: exit {done.returncode}: {done.stderr.decode()}"
    return json.loads(done.stdout)


def kinds_of_object(value, path=()):
    """One (path, object) for each kind of place that holds an object."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from kinds_of_object(inner, path + (key,))
    elif isinstance(value, list):
        for inner in value:
            yield from kinds_of_object(inner, path)


def places_that_take_anything(validator, document):
    """Where the schema would not notice a misspelt name: nowhere, when it is strict."""
    document = copy.deepcopy(document)
    seen = {}
    for path, found in kinds_of_object(document):
        seen.setdefault(path, found)
    for path, found in seen.items():
        found["no_such_name"] = 1
        if validator.is_valid(document):
            yield "/".join(path) or "the document"
        del found["no_such_name"]


def main():
    program, schema_file = sys.argv[1:3]
    schema = json.loads(pathlib.Path(schema_file).read_text(encoding="utf-8"))
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    files = sorted(f for folder in folders(sys.argv[3:]) for f in folder.rglob("*") if f.is_file())
    assert files, "no documents"
    faults, fullest = 0, {}
    for file in files:
        document = json_of(program, file)
        fullest = max(fullest, document, key=lambda d: len(set(p for p, _ in kinds_of_object(d))))
        for error in sorted(validator.iter_errors(document), key=lambda e: len(e.message))[:5]:
            deepest = jsonschema.exceptions.best_match([error])
            print(f"{file}: at /{'/'.join(map(str, deepest.absolute_path))}: {deepest.message[:300]}")
            faults += 1
    for place in places_that_take_anything(validator, fullest):
        print(f"{schema_file}: {place} takes names that nobody defined")
        faults += 1
    print(f"{len(files)} documents, {faults} faults")
    if faults:
        print("Either the writer (src/write/json.cpp) is wrong or the new name or value belongs into schema/meeting-1.schema.json.")
    return 1 if faults else 0


sys.exit(main())
