#!/bin/sh
# Builds the program as one file that needs no library on the machine it is copied to, and proves that it runs there.
#
# It is as portable as its processor: results are equal to the byte on one kind of processor and C library, and the
# library goes along in the file.
set -eu

out=.build-static
program="$out/medaid"

# A folder of its own, so that the dynamic build stays as it is.
swift build -c release --product medaid --static-swift-stdlib -Xswiftc -static-executable --scratch-path "$out/scratch"
# Symbols are most of what can be left out; backtraces name functions no more.
strip -o "$program" "$out/scratch/release/medaid"

fail() {
  echo "error: $1" >&2
  exit 1
}

# ldd says so of what has no libraries, and ends with status 1.
if command -v ldd >/dev/null && ldd "$program" >/dev/null 2>&1; then
  fail "$program still needs libraries: $(ldd "$program" | head -n 3)"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$program" "$folder/medaid"
cp scenarios/raise-margin-rate.yaml "$folder/s.yaml"
# Without an environment, from a folder that holds nothing else: as on a node.
(cd "$folder" && env -i ./medaid run s.yaml --people 1000 --replicates 2 --quiet --output reports) ||
  fail "$program does not run"
[ -s "$folder/reports/fund-exposure.csv" ] || fail "$program wrote no report"
echo "$program ($(($(wc -c <"$program") / 1000000)) MB) needs no libraries, and runs"
