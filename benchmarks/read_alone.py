"""The reader alone, beside PyYAML's C loader, on the same texts in one process.

`read_alone.py DIRECTORY ROUNDS` prints JSON: the number of files, and for each of the two the CPU
seconds of every round. What is read is let go at once, the collector stays on, they take turns.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from policyscore.reading.yaml_reader import read_yaml


def _seconds(texts: list[str], read: Callable[[str], object]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def main() -> None:
    """Measure as the command line says."""
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.yaml"))]
    own: list[float] = []
    loader: list[float] = []
    for _ in range(int(sys.argv[2])):
        own.append(_seconds(texts, lambda text: read_yaml(text, "options/x.yaml")))
        loader.append(_seconds(texts, lambda text: yaml.load(text, Loader=yaml.CSafeLoader)))
    print(json.dumps({"files": len(texts), "reader": own, "loader": loader}))


if __name__ == "__main__":
    main()
