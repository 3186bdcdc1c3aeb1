"""Coverage-guided fuzzing of reading and checking, with atheris (libFuzzer).

Not collected by pytest. Install atheris beside the project and give it a bound:

    python tests/fuzz/fuzz_reader.py -max_total_time=60

Each input is one byte that picks a file of a good case, and the bytes that stand in it. It must end
in a decision or in findings that can be used, and both YAML parsers must read it alike. Inputs that
do not are written to the working directory as `crash-*`; give such a file as the argument to see it
again.
"""

import importlib
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]
atheris: Any = importlib.import_module("atheris")

with atheris.instrument_imports(include=["policyscore", "yaml"]):
    from fuzz_judging import GOOD, judge

    from policyscore.reading.files import decode
    from policyscore.reading.parsers import default_parser
    from policyscore.reading.python_parser import PythonParser
    from policyscore.reading.yaml_reader import read_yaml

PATHS = list(GOOD)
# What libyaml 0.2.5 gets wrong; tests/reading/test_both_parsers.py says how.
KNOWN_DIFFERENCE = re.compile(r"\[.*\?\s", re.DOTALL)
WORDS = [
    *(
        ": ",
        "- ",
        "? ",
        "\n  ",
        "---",
        "...",
        "<<: ",
        "&a ",
        "*a",
        "!!str ",
        "|-",
        ">+",
        "%YAML 1.2",
    ),
    *(
        "\\x1b",
        "\\u202e",
        "\\U00110000",
        "\u202e",
        "\x00",
        "\ufeff",
        "1e999",
        ".nan",
        "-.5",
        "0x1F",
    ),
    *(
        "title",
        "scores",
        "criteria",
        "scale",
        "value",
        "better",
        "points",
        "swing",
        "within",
        "likely",
    ),
    *("low", "high", "unknown", "requires", "conflicts-with", "stances", "expert", "policyscore"),
]


def one_input(data: bytes) -> None:
    """Judge what one input gives; raises where something is wrong with it."""
    if not data:
        return
    path, content = PATHS[data[0] % len(PATHS)], data[1:]
    judge({path: content})
    text = decode(content, path)
    if isinstance(text, str) and not KNOWN_DIFFERENCE.search(text):
        fast, slow = (read_yaml(text, path, parser) for parser in (default_parser(), PythonParser))
        assert repr(fast[0] and fast[0].data) == repr(slow[0] and slow[0].data), "parsers differ"
        assert [f.rule for f in fast[1]] == [f.rule for f in slow[1]], "parsers differ"


def main() -> None:
    """Start libFuzzer on the files of the good case, with the arguments given."""
    arguments = list(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words.txt"
        spelt = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
        words.write_text("".join(f'"{word}"\n' for word in spelt), encoding="ascii")
        if not any(not argument.startswith("-") for argument in arguments[1:]):
            corpus = Path(folder) / "corpus"
            corpus.mkdir()
            for number, text in enumerate(GOOD.values()):
                (corpus / str(number)).write_bytes(bytes([number]) + text.encode())
            arguments += [f"-dict={words}", "-max_len=4096", str(corpus)]
        atheris.Setup(arguments, one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
