#!/bin/sh
# Builds everything with its tests, and fails on a warning in a file of this package: those of others are not ours.
set -eu

log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Optimised: simulations without it take ten times as long.
if ! swift build --build-tests -Xswiftc -O >"$log" 2>&1; then
  cat "$log"
  exit 1
fi
if grep -E "^$PWD/(Sources|Tests|Benchmarks|Package).*warning:|^warning: '$(basename "$PWD" | tr '[:upper:]' '[:lower:]')'" "$log"; then
  echo "error: the build warns; please mend the lines above" >&2
  exit 1
fi
tail -n 1 "$log"
