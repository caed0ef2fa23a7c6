#!/usr/bin/env python3
"""Measures the ratios of Benchmarks/README.md and prints them as one table.

Two sides of a ratio take turns (A B A B ...), and a ratio is that of two neighbouring turns, so that a noisy moment
hits both. --check fails where a median passes its limit; only ratios have limits, never times.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

import machine

SEED = "20231101"
HERE = os.path.dirname(os.path.abspath(__file__))


class Server:
    """A program that runs the task named on each line and answers with nanoseconds and a sum."""

    def __init__(self, *words):
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = self.process.stdout.readline().split()
        if not self.ready:
            sys.exit(f"error: {words[0]} did not start")
        self.sums = {}

    def once(self, task):
        print(task, file=self.process.stdin, flush=True)
        nanoseconds, self.sums[task] = self.process.stdout.readline().split()
        return int(nanoseconds)

    def turn(self, task):
        """The median of as many passes as fit a fifth of a second, at least one."""
        passes = [self.once(task)]
        while sum(passes) < 200_000_000:
            passes.append(self.once(task))
        return statistics.median(passes)


def alternate(rounds, one, other):
    """Turns of both sides after one round that only warms up."""
    pairs = [(one(), other()) for _ in range(rounds + 1)]
    return pairs[1:]


def seconds_of(words):
    start = time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def row(name, pairs, limit, unit, scale=1.0, at_least=False):
    ratios = [a / b for a, b in pairs]
    middle = statistics.median(ratios)
    sides = [statistics.median(side) * scale for side in zip(*pairs)]
    kept = middle >= limit if at_least else middle <= limit
    bound = f"{'≥' if at_least else '≤'} {limit:g}"
    cells = [name, f"{middle:.2f}", f"{min(ratios):.2f} to {max(ratios):.2f}", bound, "yes" if kept else "no",
             f"{sides[0]:.3g} / {sides[1]:.3g} {unit}"]
    return kept, "| " + " | ".join(cells) + " |"


def measure(options, folder):
    compiler = subprocess.run(["sh", f"{HERE}/compile.sh", folder, "draws"], check=True, capture_output=True,
                              text=True).stdout.strip()
    people = ["--place", options.place, "--people", str(options.people)]
    years = people + ["--replicates", str(options.replicates)]
    subprocess.run([options.bench, "people", *people, "--file", f"{folder}/people"], check=True)
    subprocess.run([f"{folder}/settle", "check", f"{folder}/people"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([options.bench, "draw", *years], check=True, env={
        **os.environ, "LD_PRELOAD": f"{folder}/record.so", "MEDAID_SEED": SEED, "MEDAID_RECORD": f"{folder}/record"})

    swift, c = Server(options.bench, "serve", *years), Server(f"{folder}/settle", "serve", f"{folder}/people")
    replay = Server(f"{folder}/replay", f"{folder}/record")
    count = int(swift.ready[1])
    drawn, settled = 1 / (count * options.replicates), 1 / (count * 5)

    def ratio(name, one, other, limit, unit, scale):
        pairs = alternate(options.rounds, lambda: one[0].turn(one[1]), lambda: other[0].turn(other[1]))
        return row(name, pairs, limit, unit, scale)

    year, set_year = ("ns a person-year", drawn), ("ns a person-year and rule set", settled)

    rows = [
        ratio("whole job / drawing", (swift, "whole"), (swift, "draw"), 1.5, *year),
        ratio("drawing / the same GSL calls in C", (swift, "draw"), (replay, "draw"), 1.15, *year),
        ratio("settlement / C by tables", (swift, "settle"), (c, "tables"), 1.5, *set_year),
        ratio("settlement / C hard-coded", (swift, "settle"), (c, "hard"), 2.5, *set_year),
    ]
    if not swift.sums["settle"] == c.sums["tables"] == c.sums["hard"]:
        sys.exit("error: the engines do not agree; scripts/check-second-engine.sh says where")

    def run(threads):
        return seconds_of([options.medaid, "run", "--quiet", "--threads", str(threads), "--people", "2000",
                           "--replicates", "20", "--output", f"{folder}/run"])

    # Other programs take from two threads what they leave to one: this row is only worth something on an idle machine.
    busy = "" if os.getloadavg()[0] < 1.3 else " (busy machine)"
    rows.append(row("run with 1 thread / with 2" + busy, alternate(options.rounds, lambda: run(1), lambda: run(2)),
                    1.8, "s", at_least=True))
    starts = [1000 * seconds_of([options.medaid, "--version"]) for _ in range(20)]
    return compiler, replay.ready, count, rows, starts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", help="the program medaid-bench")
    parser.add_argument("medaid", help="the program medaid")
    parser.add_argument("--place", default="guizhou")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--replicates", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--check", action="store_true", help="fail where a ratio passes its limit")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compiler, replayed, count, rows, starts = measure(options, folder)
    print("\n".join(machine.lines(compiler)))
    print(f"{count} people of {options.place}; drawing and whole job in {options.replicates} replicates "
          f"({replayed[1]} sampler calls on {replayed[3]} lanes); {options.rounds} rounds\n")
    print("| ratio | median | spread | limit | kept | each side |\n|---|---|---|---|---|---|")
    for _, line in rows:
        print(line)
    print(f"| start-up of `medaid --version` | {statistics.median(starts):.1f} ms | {min(starts):.1f} to "
          f"{max(starts):.1f} ms | none | | |")
    if options.check and not all(kept for kept, _ in rows):
        sys.exit("error: a ratio passed its limit")


if __name__ == "__main__":
    main()
