#!/usr/bin/env bash
# Installs what is missing, builds, and runs the tests.  `test.sh all` adds the slow suites:
# sanitizers, and outputs read back by office programs.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=${1:-fast}
[[ $mode == fast || $mode == all ]] || { echo "usage: tools/test.sh [all]" >&2; exit 2; }

if [[ $mode == all ]]; then
  tools/install_dependencies.sh all
  tools/build.sh asan
  ctest --preset asan -LE slow
else
  tools/install_dependencies.sh
fi
tools/build.sh release
if [[ $mode == all ]]; then
  ctest --preset release
else
  ctest --preset release -LE slow
fi
