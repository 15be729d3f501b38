#!/usr/bin/env bash
# Writes what the documentation takes from the code: docs/diagnostics.md, the readings in docs/grammar.md, code in pages.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/release/minutes}
python3 tests/docs/diagnostics_page.py . --write
python3 tests/docs/grammar_page.py . "$program" --write
python3 tests/docs/commands.py . --write
git diff --stat -- README.md CONTRIBUTING.md docs
