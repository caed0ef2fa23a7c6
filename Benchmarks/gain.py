#!/usr/bin/env python3
"""What a sample of the households without an identity gains: processor time to a given standard error.

Time to a given error is time × error², since errors shrink with the root of the work. Errors are those that reports
print, as means of their squares over seeds. Printed as the table of Benchmarks/README.md.
"""
import argparse
import statistics
import tempfile

import measure


def measured(runs, place, every, seeds, people, replicates):
    """Seconds a run beyond its start, and the squared errors of mean, 99 % quantile, and the latter's own part."""
    def scenario(seed, **keys):
        return runs.scenario(place, **{"people": people, "replicates": replicates, "othersEvery": every,
                                       "sensitivityReplicates": 0, "seed": seed, **keys})

    # What every run costs before the first household is not what is compared.
    start = runs.run(scenario(1, people=100, replicates=1)).seconds
    seconds, means, quantiles = [], [], []
    for seed in range(1, seeds + 1):
        seconds.append(runs.run(scenario(seed)).seconds - start)
        means.append(runs.fund_error("mean") ** 2)
        if replicates >= 500:
            quantiles.append(runs.fund_error("p99") ** 2)
    mean = statistics.mean(means)
    if not quantiles:
        return statistics.mean(seconds), [mean]
    # The printed error joins that of the mean, by which all years may lie higher or lower, and that of so few years.
    quantile = statistics.mean(quantiles)
    return statistics.mean(seconds), [mean, quantile, quantile - mean]


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
            print("| one in | others drawn | one year: s | mean | gain | 500 years: s | mean | gain | 99 % quantile "
                  "| gain | above the mean | gain |\n|" + "---|" * 12)
            first = None
            for every in options.every:
                one = measured(runs, place, every, options.seeds, options.people, 1)
                drawn = runs.drawn()
                found = [one, measured(runs, place, every, options.seeds, options.years_people, 500)]
                first = first or found
                cells = [str(every), f"{drawn['others']:,}" if drawn else "all"]
                for (seconds, squares), (before, squares_before) in zip(found, first):
                    cells.append(f"{seconds:.2f}")
                    for square, square_before in zip(squares, squares_before):
                        cells += [f"{square ** 0.5 / 1e6:.3g}", f"{before * square_before / (seconds * square):.2f}"]
                print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
