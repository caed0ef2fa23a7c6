#!/bin/sh
# Runs the default scenario and compares what it writes with reports/; then a small scenario with one and two threads,
# whose tables must agree to the byte.
set -eu

medaid=${1:?usage: scripts/check-reports.sh MEDAID}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$medaid" run --quiet --output "$folder/default"
python3 -B scripts/compare_reports.py reports "$folder/default"

for threads in 1 2; do
  "$medaid" run --quiet --threads "$threads" --people 1500 --replicates 6 --output "$folder/threads-$threads"
done
for table in "$folder"/threads-1/*.csv; do
  cmp "$table" "$folder/threads-2/$(basename "$table")"
done
echo "one and two threads write the same tables"
