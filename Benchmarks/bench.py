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


class Bench:
    """The programs that are compared, and the rows found so far."""

    def __init__(self, options, folder):
        self.options, self.folder, self.rows, self.remarks = options, folder, [], []
        self.compiler = subprocess.run(["sh", f"{HERE}/compile.sh", folder, "draws"], check=True,
                                       capture_output=True, text=True).stdout.strip()
        self.people = ["--place", options.place, "--people", str(options.people)]

    def compare(self, name, one, other, limit, unit, divisor):
        pairs = alternate(self.options.rounds, lambda: one[0].turn(one[1]), lambda: other[0].turn(other[1]))
        self.rows.append(row(name, pairs, limit, unit, 1 / divisor))

    def drawing(self, replicates):
        """Who people are is drawn once for all replicates, their year in each: one replicate shows the former most."""
        bench, years = self.options.bench, [*self.people, "--replicates", str(replicates)]
        subprocess.run([bench, "draw", *years], check=True, env={
            **os.environ, "LD_PRELOAD": f"{self.folder}/record.so", "MEDAID_SEED": SEED,
            "MEDAID_RECORD": f"{self.folder}/record"})
        swift, replay = Server(bench, "serve", *years), Server(f"{self.folder}/replay", f"{self.folder}/record")
        unit = "ns a person-year"
        words = "1 replicate" if replicates == 1 else f"{replicates} replicates"
        divisor = int(swift.ready[1]) * replicates
        self.remarks.append(f"{words}: {replay.ready[1]} sampler calls on {replay.ready[3]} lanes")
        self.compare(f"whole job / drawing, {words}", (swift, "whole"), (swift, "draw"), 1.5, unit, divisor)
        self.compare(f"drawing / its GSL calls in C, {words}", (swift, "draw"), (replay, "draw"), 1.15, unit, divisor)

    def settlement(self):
        file, bench = f"{self.folder}/people", self.options.bench
        subprocess.run([bench, "people", *self.people, "--file", file], check=True)
        swift, c = Server(bench, "serve", *self.people), Server(f"{self.folder}/settle", "serve", file)
        divisor = int(swift.ready[1]) * 5
        for name, task, limit in [("tables", "tables", 1.5), ("straight code", "hard", 2.5)]:
            self.compare(f"settlement / C by {name}", (swift, "settle"), (c, task), limit,
                         "ns a person-year and rule set", divisor)
        if not swift.sums["settle"] == c.sums["tables"] == c.sums["hard"]:
            sys.exit("error: the engines do not agree; scripts/check-second-engine.sh says where")
        self.remarks.insert(0, f"{swift.ready[1]} people of {self.options.place}, {self.options.rounds} rounds")

    def threads(self):
        def run(threads):
            return seconds_of([self.options.medaid, "run", "--quiet", "--threads", str(threads), "--people", "20000",
                               "--replicates", "30", "--output", f"{self.folder}/run"])

        # Other programs take from two threads what they leave to one: only an idle machine shows the truth.
        busy = "" if os.getloadavg()[0] < 1.3 else " (busy machine)"
        self.rows.append(row("run with 1 thread / with 2" + busy,
                             alternate(self.options.rounds, lambda: run(1), lambda: run(2)), 1.8, "s", at_least=True))

    def start(self):
        times = [1000 * seconds_of([self.options.medaid, "--version"]) for _ in range(20)]
        self.rows.append((True, f"| start-up of `medaid --version` | | | | | {statistics.median(times):.1f} ms, "
                                f"{min(times):.1f} to {max(times):.1f} |"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", help="the program medaid-bench")
    parser.add_argument("medaid", help="the program medaid")
    parser.add_argument("--place", default="guizhou")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--replicates", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--check", action="store_true", help="fail where a ratio passes its limit")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, folder)
        bench.settlement()
        for replicates in [1, options.replicates]:
            bench.drawing(replicates)
        bench.start()
        bench.threads()
    print("\n".join([*machine.lines(bench.compiler), "; ".join(bench.remarks), ""]))
    print("| ratio | median | spread | limit | kept | each side |\n|---|---|---|---|---|---|")
    for _, line in bench.rows:
        print(line)
    if options.check and not all(kept for kept, _ in bench.rows):
        sys.exit("error: a ratio passed its limit")


if __name__ == "__main__":
    main()
