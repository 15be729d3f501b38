#!/usr/bin/env bash
# Installs what is missing, builds, and runs the tests.
#   test.sh        the fast suites
#   test.sh ci     with sanitizers as well, and the slow suites that need no further build
#   test.sh all    every suite: also those that build the project again, as a package and as the pages say
set -euo pipefail
cd "$(dirname "$0")/.."
mode=${1:-fast}
[[ $mode == fast || $mode == ci || $mode == all ]] || { echo "usage: tools/test.sh [ci|all]" >&2; exit 2; }

if [[ $mode == fast ]]; then
  tools/install_dependencies.sh
else
  tools/install_dependencies.sh all
  tools/build.sh asan
  ctest --preset asan -LE slow
fi
tools/build.sh release
case $mode in
  fast) ctest --preset release -LE slow ;;
  ci) ctest --preset release -LE builds ;;
  all) ctest --preset release ;;
esac
