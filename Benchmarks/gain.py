#!/usr/bin/env python3
"""What a sample of the households without an identity gains: processor time to a given standard error.

Time to a given error is time × error², since errors shrink with the root of the work. Errors are those that reports
print, as means of their squares over seeds. Printed as the table of Benchmarks/README.md.
"""
import argparse
import statistics
import tempfile

import measure


def row(runs, place, every, options):
    """Cost × squared error of the mean and of the 99 % quantile, with the persons drawn of the former."""
    def measured(people, replicates, statistic, start):
        seconds, squares = [], []
        for seed in range(1, options.seeds + 1):
            file = runs.scenario(place, people=people, replicates=replicates, othersEvery=every,
                                 sensitivityReplicates=0, seed=seed)
            seconds.append(runs.run(file).seconds - start)
            squares.append(runs.fund_error(statistic) ** 2)
        return statistics.mean(seconds), statistics.mean(squares) ** 0.5

    # What every run costs before the first household is not what is compared.
    start = runs.run(runs.scenario(place, people=100, replicates=1, sensitivityReplicates=0)).seconds
    mean = measured(options.people, 1, "mean", start)
    drawn = runs.drawn()
    return mean, measured(options.years_people, 500, "p99", start), drawn


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("medaid", help="the program medaid")
    parser.add_argument("--people", type=int, default=1_000_000, help="for the mean, in one replicate")
    parser.add_argument("--years-people", type=int, default=10_000, help="for the quantile, in 500 replicates")
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--every", type=int, nargs="+", default=[1, 2, 5, 10, 20, 50])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = measure.Runs(options.medaid, folder)
        for words, place in [("as they are", "guizhou"), ("nobody is recognised", runs.place_without_recognition())]:
            print(f"\nRecognition: {words}\n")
            print("| one in | persons drawn of others | mean: s | error, million yuan | gain | 99 % quantile: s "
                  "| error, million yuan | gain |\n|---|---|---|---|---|---|---|---|")
            first = None
            for every in options.every:
                mean, quantile, drawn = row(runs, place, every, options)
                first = first or (mean, quantile)
                cells = [str(every), f"{drawn['others']:,}" if drawn else "all"]
                for (seconds, error), (before, error_before) in zip((mean, quantile), first):
                    gain = before * error_before ** 2 / (seconds * error ** 2)
                    cells += [f"{seconds:.2f}", f"{error / 1e6:.3g}", f"{gain:.2f}"]
                print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
