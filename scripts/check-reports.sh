#!/bin/sh
# Runs the default scenario and the validation, and compares what they write with reports/ and the README; then a small
# scenario with one and two threads, whose tables must agree to the byte.
set -eu

medaid=${1:?usage: scripts/check-reports.sh MEDAID}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$medaid" run --quiet --output "$folder/default"
"$medaid" validate --output "$folder/default"
python3 -B scripts/compare_reports.py reports "$folder/default"

# The README shows the five rows of a sample report's first table; they must be the report's own. Its other tables are of other commands.
rows=$(sed -n '/^| people of/,/^$/p' README.md | grep ' ± ')
[ "$(printf '%s\n' "$rows" | wc -l)" -eq 5 ] || {
  echo "error: README.md does not show the five rows of reports/comparison.md any more" >&2
  exit 1
}
printf '%s\n' "$rows" | while IFS= read -r row; do
  grep -qxF -- "$row" reports/comparison.md || {
    echo "error: README.md shows a row that reports/comparison.md does not have: $row" >&2
    exit 1
  }
done

for threads in 1 2; do
  "$medaid" run --quiet --threads "$threads" --people 1500 --replicates 6 --output "$folder/threads-$threads"
done
for table in "$folder"/threads-1/*.csv; do
  cmp "$table" "$folder/threads-2/$(basename "$table")"
done
echo "one and two threads write the same tables"
