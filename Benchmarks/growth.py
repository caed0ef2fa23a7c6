#!/usr/bin/env python3
"""How processor time grows with persons, replicates, jurisdictions and reforms; draws growth.svg beside itself.

The share printed is what one more costs: the slope of the line through the points, for jurisdictions from the second
on, over the cost at the first point.
What every run costs before the first household is taken off.
"""
import argparse
import os
import statistics
import subprocess
import tempfile

import measure

HERE = os.path.dirname(os.path.abspath(__file__))
JURISDICTIONS = ["guizhou", "bazhong", "banan", "dianjiang", "kaizhou"]


def jurisdictions(count):
    """The place's own rules, and from two on every jurisdiction on its people in every replicate."""
    keys = {"jurisdictions": JURISDICTIONS[:count]}
    return {**keys, "comparison": True, "comparisonParts": ["own"], "comparisonReplicates": 1000} if count > 1 else keys


def reforms(count):
    return {"reforms": [{"name": f"r{rate}", "set": {"guizhou.benefits.pool.rate.III": rate}}
                        for rate in range(61, 61 + count)]}


PANELS = [
    ("persons, thousands", [10, 20, 40, 60, 80], lambda x: {"people": 1000 * x, "replicates": 10}),
    ("replicates", [5, 10, 20, 30, 40], lambda x: {"people": 40_000, "replicates": x}),
    ("jurisdictions", [1, 2, 3, 4, 5], lambda x: {"people": 40_000, "replicates": 20, **jurisdictions(x)}),
    ("reforms", [0, 1, 2, 4, 6, 8], lambda x: {"people": 40_000, "replicates": 20, **reforms(x)}),
]


def line(points):
    """Slope and start of the least-squares line, and the largest distance from it over the value."""
    slope, start = statistics.linear_regression(*zip(*points))
    return slope, start, max(abs(y - start - slope * x) / y for x, y in points)


def script(panels, output):
    lines = [f"set terminal svg size 720,520 font 'sans,12' background rgb 'white'\nset output '{output}'",
             "set multiplot layout 2,2",
             "unset key\nset samples 2\nset grid lc rgb '#dddddd'\nset yrange [0:*]\nset ylabel 'processor seconds'"]
    for number, (name, points) in enumerate(panels):
        slope, start, _ = line(points)
        lines.append(f"$data{number} << end")
        lines += [f"{x} {y}" for x, y in points]
        lines.append(f"end\nset xlabel '{name}'\nset xrange [0:{points[-1][0] * 1.08}]")
        lines.append(f"plot {start} + {slope} * x lc rgb '#999999' lw 1, "
                     f"$data{number} with points pt 7 ps 0.7 lc rgb '#1f5f8b'")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("medaid", help="the program medaid")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each point, of which the quickest counts")
    options = parser.parse_args()
    panels = []
    with tempfile.TemporaryDirectory() as folder:
        runs = measure.Runs(options.medaid, folder)

        def seconds(keys):
            file = runs.scenario(sensitivityReplicates=0, **keys)
            # Other programs can only slow a run down.
            return min(runs.run(file).seconds for _ in range(options.rounds))

        print("| of | seconds at | from the line at most | one more costs, of the first |\n|---|---|---|---|")
        for name, values, keys in PANELS:
            # Rule sets are read before the first household, too.
            starts = [seconds({**keys(x), "people": 100, "replicates": 1}) for x in values]
            points = [(x, seconds(keys(x)) - start) for x, start in zip(values, starts)]
            panels.append((name, points))
            distance = line(points)[2]
            # One jurisdiction needs no comparison; the second brings the first along once more, to be compared with.
            more = line(points[1:] if name == "jurisdictions" else points)[0]
            share = f"{100 * more / points[0][1]:.0f} %" if name in ("jurisdictions", "reforms") else ""
            costs = ", ".join(f"{y:.2f} ({x})" for x, y in points)
            print(f"| {name} | {costs} | {100 * distance:.0f} % | {share} |", flush=True)
    subprocess.run(["gnuplot"], input=script(panels, os.path.join(HERE, "growth.svg")), text=True, check=True)


if __name__ == "__main__":
    main()
