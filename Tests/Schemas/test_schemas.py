"""The schemas in docs/schemas accept what lies in the repository: python3 Tests/Schemas/test_schemas.py.

Needs the Python packages jsonschema and PyYAML; without them everything is skipped.
"""

import json
import unittest
from pathlib import Path

try:
    import jsonschema
    import yaml
except ImportError:
    jsonschema = None

ROOT = Path(__file__).parents[2]
FILES = {
    "rules": ["Sources/Rules/Jurisdictions/*.yaml"],
    "place": ["Sources/Population/Places/*.yaml", "scenarios/budget/mountain-county.yaml"],
    "budget": ["scenarios/budget/mountain-county-2025.yaml"],
    "illness": ["Sources/Population/Model/*.yaml"],
    "scenario": ["scenarios/*.yaml"],
    "reform": ["scenarios/reforms/*.yaml"],
    "case": ["Tests/SettlementTests/Cases/**/*.y*ml", "scenarios/cliffs/*.yaml"],
}


def plain(node):
    """Keys as text, as JSON has them."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, list) else node


def read(path):
    """A YAML file with dates as they are written."""
    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {
            first: [entry for entry in entries if not entry[0].endswith("timestamp")]
            for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return plain(yaml.load(path.read_text(encoding="utf-8"), Loader))


@unittest.skipIf(jsonschema is None, "jsonschema or PyYAML is not installed")
class SchemaTests(unittest.TestCase):
    def validator(self, name):
        schema = json.loads((ROOT / f"docs/schemas/{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    def test_shipped_files_are_accepted(self):
        for name, patterns in FILES.items():
            paths = [path for pattern in patterns for path in sorted(ROOT.glob(pattern))]
            self.assertTrue(paths, name)
            for path in paths:
                with self.subTest(path=path.name):
                    errors = [f"{e.json_path}: {e.message[:200]}" for e in self.validator(name).iter_errors(read(path))]
                    self.assertEqual(errors, [])

    def test_misspelt_keys_are_not(self):
        self.assertFalse(self.validator("case").is_valid({"jurisdiktion": "guizhou"}))
        self.assertFalse(self.validator("scenario").is_valid({"format": "medaid-scenario/1", "yaer": 2023}))

    def test_amounts_of_an_account_are_one_or_grow_or_are_by_year(self):
        def accepts(transfers, **other):
            account = {"place": "kaizhou", "balance": 0, "transferBefore": 1, "transfers": transfers, **other}
            head = {"format": "medaid-scenario/1", "name": "x", "year": 2023, "places": ["kaizhou"]}
            return self.validator("scenario").is_valid({**head, "account": [account]})

        for transfers in (5, "5.25", {"first": 5, "growth": -2.5}, {"2023": 5, "2024": "6.00"}):
            self.assertTrue(accepts(transfers), transfers)
        for transfers in (-1, {"first": 5}, {"2023": -5}, {"2023": 5, "growth": 3}, {}, [5]):
            self.assertFalse(accepts(transfers), transfers)
        self.assertFalse(accepts(5, balnace=1))

    def test_a_reform_says_who_proposes_it_and_a_scenario_may_name_its_file(self):
        reform = {"format": "medaid-reform/1", "name": "r", "title": "t", "author": "a", "reason": "w",
                  "provisions": [{"name": "p", "set": {"guizhou.parameters.premium": 400}}]}
        self.assertTrue(self.validator("reform").is_valid(reform))
        for change in ({"author": " "}, {"from": "2025"}, {"provisions": []}, {"provisions": [{"name": "p", "set": {}}]}):
            self.assertFalse(self.validator("reform").is_valid({**reform, **change}), change)
        head = {"format": "medaid-scenario/1", "name": "x", "year": 2023, "places": ["kaizhou"]}
        for one, good in (({"file": "r.yaml"}, True), ({"file": ["r.yaml", "s.yml"]}, True), ({"file": "r"}, False),
                          ({"file": "r.yaml", "name": "x"}, False)):
            self.assertEqual(self.validator("scenario").is_valid({**head, "reforms": [one]}), good, one)


if __name__ == "__main__":
    unittest.main()
