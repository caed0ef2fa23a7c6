#!/bin/sh
# Settles people of every place with the engine and with the two of Benchmarks/C; they must agree to the fen, person by
# person. Dear years are there for ceilings, which ordinary ones seldom reach.
set -eu

bench=${1:?usage: scripts/check-second-engine.sh MEDAID-BENCH [PEOPLE]}
people=${2:-20000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

sh Benchmarks/compile.sh "$folder" >/dev/null
for place in bazhong banan dianjiang kaizhou guizhou; do
  for prices in 1 8; do
    "$bench" people --place "$place" --people "$people" --prices "$prices" --file "$folder/$place-$prices"
  done
done
"$folder/settle" check "$folder"/*-1 "$folder"/*-8 >"$folder/report" || {
  cat "$folder/report"
  exit 1
}
echo "the engines in Swift and C agree to the fen on $(grep -c ': [0-9]* people' "$folder/report") samples of $people people"
