"""What turns YAML into events: libyaml's parser, or PyYAML's own where that is missing."""

from typing import Any

import yaml

# libyaml's parser, or None where PyYAML was built without it.
FastParser: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else None  # type: ignore[attr-defined]


def __getattr__(name: str) -> Any:
    """Import `PythonParser` on first use: where there is libyaml, nothing needs it."""
    if name == "PythonParser":
        from policyscore.reading.python_parser import PythonParser  # noqa: PLC0415

        return PythonParser
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def default_parser() -> Any:
    """The fastest parser there is."""
    return FastParser or __getattr__("PythonParser")
