"""The floor for reading: every YAML file of a case through PyYAML's C loader, and nothing more.

`load_with_yaml.py DIRECTORY`. What is loaded is let go at once, so nothing is spent on keeping it.
"""

import sys
from pathlib import Path

import yaml

for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
