#!/usr/bin/env bash
# Measures: text to model beside md4c, cost by size, and end to end beside a Python script: bench.sh [ROUNDS]
# What it printed last stands in docs/performance.md.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
tools/build.sh release -DMINUTES_BENCH=ON
build/release/bench/minutes_bench "$rounds" samples/*
/usr/bin/env python3 bench/rounds.py build/release/minutes "$rounds" samples
