#!/bin/sh
# Settles people of every place, and people invented to meet rare clauses, with the engine and with the two of
# Benchmarks/C; they must agree to the fen, person by person.
set -eu

bench=${1:?usage: scripts/check-second-engine.sh MEDAID-BENCH [PEOPLE]}
people=${2:-20000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

sh Benchmarks/compile.sh "$folder" >/dev/null
for place in bazhong banan dianjiang kaizhou guizhou nowhere; do
  "$bench" people --place "$place" --people "$people" --file "$folder/people-$place"
done
"$folder/settle" check "$folder"/people-* >"$folder/report" || {
  cat "$folder/report"
  exit 1
}
echo "the engines in Swift and C agree to the fen on $people people of each of five places and $people invented ones"
