"""Holds files against a schema with the jsonschema package, which shares no code with casegate.

usage: validate_schema.py [--refuse] SCHEMA FILE...

With --refuse every file must be invalid. YAML is read by the core schema of YAML 1.2, as editors read it: dates are
text, and only 'true' and 'false' are truth values.
"""

import json
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML without the types of YAML 1.1."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), list(first))
# A plain number keeps its digits: 0001234567 is a number to a schema, whatever its base.
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10))


def main(arguments):
    refuse = arguments[0] == "--refuse"
    schema_path, *files = arguments[1:] if refuse else arguments
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
    wrong = 0
    for path in files:
        with open(path, encoding="utf-8") as file:
            errors = list(validator.iter_errors(yaml.load(file, CoreLoader)))
        if bool(errors) != refuse:
            wrong += 1
            print(f"{path}: {'was not refused' if refuse else ''}")
            for error in errors[:5]:
                print(f"  {error.json_path}: {error.message[:200]}")
    if wrong or not files:
        sys.exit(f"{wrong} of {len(files)} files do not fit {schema_path}")
    print(f"{len(files)} files {'refused' if refuse else 'valid'} by {schema['title']}, as jsonschema sees it")


main(sys.argv[1:])
