"""Compares reports with those of another run: python3 compare_reports.py EXPECTED FOUND.

Numbers may differ by a millionth, because other processors round the last bits of a draw otherwise; everything else may
not. Exit status 1 and the first differences where something does.
"""

import csv
import json
import re
import sys
from pathlib import Path

TOLERANCE = 1e-6
SHOWN = 10
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def agree(one, other):
    """Whether two cells or two numbers in a sentence say the same."""
    if one == other:
        return True
    try:
        a, b = float(one.replace(",", "")), float(other.replace(",", ""))
    except ValueError:
        return False
    # A number in a report for people is rounded: its last digit may turn with a bit of what it was rounded from.
    decimals = max(len(text.partition(".")[2]) for text in (one, other))
    digits = 10.0**-decimals if decimals < 6 else 0.0
    return abs(a - b) <= max(TOLERANCE * max(abs(a), abs(b)), digits * 1.000001)


def agree_exactly(one, other):
    """Whether two cells of a table agree within the tolerance alone."""
    if one == other:
        return True
    try:
        a, b = float(one), float(other)
    except ValueError:
        return False
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def compare_tables(name, expected, found):
    """The differences of two CSV files."""
    with open(expected, newline="", encoding="utf-8-sig") as a, open(found, newline="", encoding="utf-8-sig") as b:
        left, right = list(csv.reader(a)), list(csv.reader(b))
    if len(left) != len(right):
        yield f"{name}: {len(left)} lines expected, {len(right)} found"
        return
    for line, (one, other) in enumerate(zip(left, right), 1):
        if len(one) != len(other) or not all(map(agree_exactly, one, other)):
            yield f"{name}:{line}: expected {','.join(one)}, found {','.join(other)}"


def compare_texts(name, expected, found):
    """The differences of two Markdown or YAML files, number by number."""
    left = Path(expected).read_text(encoding="utf-8").splitlines()
    right = Path(found).read_text(encoding="utf-8").splitlines()
    if len(left) != len(right):
        yield f"{name}: {len(left)} lines expected, {len(right)} found"
        return
    for line, (one, other) in enumerate(zip(left, right), 1):
        same = NUMBER.sub("#", one) == NUMBER.sub("#", other)
        if not same or not all(map(agree, NUMBER.findall(one), NUMBER.findall(other))):
            yield f"{name}:{line}: expected {one!r}, found {other!r}"


def compare_manifests(name, expected, found):
    """The differences of two manifests; the wall time is nobody's promise, and hashes see what the tolerance allows."""
    left, right = (json.loads(Path(path).read_text(encoding="utf-8")) for path in (expected, found))
    for key in sorted(left.keys() | right.keys()):
        if key not in ("wallSeconds", "reports") and left.get(key) != right.get(key):
            yield f"{name}: {key}: expected {left.get(key)}, found {right.get(key)}"


def main(expected, found):
    """Compares every file of two folders."""
    names = [
        {str(path.relative_to(folder)) for path in Path(folder).rglob("*") if path.is_file()}
        for folder in (expected, found)
    ]
    differences = [f"{name}: not in {found}" for name in sorted(names[0] - names[1])]
    differences += [f"{name}: not in {expected}" for name in sorted(names[1] - names[0])]
    compare = {".csv": compare_tables, ".md": compare_texts, ".json": compare_manifests, ".yaml": compare_texts}
    common = sorted(names[0] & names[1])
    for name in common:
        # Figures show what the tables say, and another version of gnuplot draws them otherwise.
        if check := compare.get(Path(name).suffix):
            differences += check(name, Path(expected) / name, Path(found) / name)
    for difference in differences[:SHOWN]:
        print(difference)
    if differences:
        print(f"{len(differences)} differences: if they are meant, renew {expected} with `make reports`")
        return 1
    if not common:
        print(f"there are no reports in {expected}: make them with `make reports`")
        return 1
    print(f"{len(common)} reports are as in {expected}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
