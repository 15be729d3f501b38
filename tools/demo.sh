#!/usr/bin/env bash
# Installs what is missing, builds, and converts a sample into out/: register, page, XML, JSON and CSV.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install_dependencies.sh
tools/build.sh release
minutes=build/release/minutes
sample=samples/performance-board.txt

mkdir -p out
for format in xlsx html xml json csv; do
  "$minutes" convert -q --force "$sample" -t "$format" -o "out/performance-board.$format"
done

"$minutes" show "$sample"
echo
"$minutes" check "$sample"
echo
echo "Written:"
ls -l out/performance-board.*
