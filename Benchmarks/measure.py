"""Runs the program on scenarios made for a measurement, and says what a run cost."""
import csv
import json
import os
import subprocess
import sys

PLACES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources", "Population", "Places")


class Cost:
    """Processor seconds and the largest memory of a run."""

    def __init__(self, usage):
        self.seconds = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024


class Runs:
    """The program, and a folder for scenarios and results."""

    def __init__(self, medaid, folder):
        self.medaid, self.folder = os.path.abspath(medaid), folder

    def scenario(self, place="guizhou", year=2023, **keys):
        """The path of a scenario file of one place."""
        lines = ["format: medaid-scenario/1", "name: measured", f"year: {year}", f"places: [{place}]"]
        file = os.path.join(self.folder, "scenario.yaml")
        with open(file, "w", encoding="utf-8") as out:
            out.write("\n".join(lines + [f"{key}: {json.dumps(value)}" for key, value in keys.items()]) + "\n")
        return file

    def place_without_recognition(self):
        """A copy of a place's file in which nobody applies to be recognised as illness-impoverished."""
        with open(os.path.join(PLACES, "guizhou.yaml"), encoding="utf-8") as file:
            text = file.read()
        for key in ["applies: 0.6", "appliesWarned: 0.8"]:
            if text.count(key) != 1:
                sys.exit(f"error: guizhou.yaml does not say {key} once any more")
            text = text.replace(key, key.split()[0] + " 0")
        with open(os.path.join(self.folder, "alone.yaml"), "w", encoding="utf-8") as file:
            file.write(text)
        return "alone.yaml"

    def run(self, scenario, *words, threads=1):
        """The cost of a run; its reports lie in `output` afterwards."""
        # Without a path the program finds no gnuplot, whose time is not its own.
        process = subprocess.Popen(
            [self.medaid, "run", os.path.abspath(scenario), "--quiet", "--threads", str(threads),
             "--output", self.output, *words], env={**os.environ, "PATH": ""},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"error: the run failed: {said}")
        return Cost(usage)

    @property
    def output(self):
        return os.path.join(self.folder, "run")

    def fund_error(self, statistic):
        """The standard error, yuan, of a statistic of all that the fund pays in a year."""
        with open(os.path.join(self.output, "fund-exposure.csv"), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if (row["fundPart"], row["component"], row["class"], row["measure"], row["statistic"]) == (
                        "total", "all", "all", "amount", statistic):
                    return float(row["standardError"])
        sys.exit(f"error: no {statistic} of the fund in the reports")

    def drawn(self):
        """Persons drawn of holders' households and of the others; None where all were."""
        with open(os.path.join(self.output, "manifest.json"), encoding="utf-8") as file:
            places = json.load(file).get("drawn")
        return next(iter(places.values())) if places else None
