#!/usr/bin/env python3
"""The most memory that runs of several shapes take, which must stay under 200 MB; fails where one does not."""
import argparse
import os
import sys
import tempfile

import measure

LIMIT = 200
SCENARIOS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "scenarios")
RUNS = [
    ("the default scenario", "five-jurisdictions", []),
    ("the same, 2,000 people a place and 1,000 replicates", "five-jurisdictions",
     ["--people", "2000", "--replicates", "1000"]),
    ("how firm a comparison is: 421 rule sets", "standing", []),
    ("years to come and an account", "kaizhou-account", []),
    ("a province, 2 million people", "province", ["--people", "2000000"]),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("medaid", help="the program medaid")
    options = parser.parse_args()
    most = 0
    print("| run, 2 threads | most memory | processor time |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, scenario, words in RUNS:
            runs = measure.Runs(options.medaid, folder)
            cost = runs.run(os.path.join(SCENARIOS, scenario + ".yaml"), *words, threads=2)
            most = max(most, cost.megabytes)
            print(f"| {name} | {cost.megabytes:.0f} MB | {cost.seconds:.0f} s |", flush=True)
    if most >= LIMIT:
        sys.exit(f"error: a run took {LIMIT} MB or more")


if __name__ == "__main__":
    main()
