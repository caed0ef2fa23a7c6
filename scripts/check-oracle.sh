#!/bin/sh
# Settles random cases with the program and with the second implementation in Tests/Oracle; they must agree to the fen.
set -eu

medaid=${1:?usage: scripts/check-oracle.sh MEDAID [CASES]}
cases=${2:-20000}

python3 -B Tests/Oracle/test_oracle.py

for seed in 1 20231101; do
  python3 -B Tests/Oracle/generate.py --seed "$seed" --count "$cases" | "$medaid" settle --check -
done
