"""Imports point downwards only: data flows one way through the house.

A new folder of the package needs a line in `UNDER` that says what it may import.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import policyscore

PACKAGE = Path(policyscore.__file__).resolve().parent
MODULES = sorted(PACKAGE.rglob("*.py"))
UNDER = {
    "reading": set[str](),
    "case": {"reading"},
    "weighing": {"reading", "case"},
    "scoring": {"reading", "case", "weighing"},
    "analysis": {"reading", "case", "weighing", "scoring"},
    "quality": {"reading", "case", "weighing", "scoring", "analysis"},
    "rulebook": {"reading"},
    "editors": {"reading", "case", "weighing"},
    "elicitation": {"reading", "case", "weighing", "scoring"},
    "decision": {"reading", "case", "weighing", "scoring", "analysis", "quality", "editors"},
    "views": {
        *("reading", "case", "weighing", "scoring", "analysis", "quality", "rulebook"),
        "elicitation",
    },
}
UNDER["cli"] = {*UNDER, "editors"}
# The package's own names lead to the composition, the program's entry to the commands.
UNDER["__init__"] = {"decision"}
UNDER["__main__"] = {"cli"}


def layer_of(module: Path) -> str:
    """The folder or top-level module that a file belongs to."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_layers(source: str) -> Iterator[tuple[int, str]]:
    """The layers that a module imports anywhere in its text, with the line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports are not used here"
            parts = (node.module or "").split(".")
            if parts == ["policyscore"]:
                parts = ["policyscore", *(alias.name for alias in node.names)]
                yield from ((node.lineno, name) for name in parts[1:] if name in UNDER)
            elif parts[0] == "policyscore":
                yield node.lineno, parts[1]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                parts = alias.name.split(".")
                if parts[0] == "policyscore" and len(parts) > 1:
                    yield node.lineno, parts[1]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_the_layers_under_it(module: Path) -> None:
    own = layer_of(module)
    assert own in UNDER, f"say in UNDER what `{own}` may import"
    wrong = [
        f"{module.name}:{line} imports {layer}"
        for line, layer in imported_layers(module.read_text("utf-8"))
        if layer != own and layer not in UNDER[own]
    ]
    assert wrong == []


def test_no_two_layers_import_each_other() -> None:
    for layer, under in UNDER.items():
        for other in under:
            assert layer not in UNDER[other], f"{layer} and {other}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from policyscore.cli.app import run", ["cli"]),
        ("import policyscore.views.figures as f", ["views"]),
        ("from policyscore import decision, __version__", ["decision"]),
        ("def f():\n    from policyscore.case import case", ["case"]),
        ("if TYPE_CHECKING:\n    from policyscore.scoring.agreement import Agreement", ["scoring"]),
        ("import json\nfrom policyscore import __version__", []),
    ],
)
def test_every_form_of_import_is_seen(source: str, expected: list[str]) -> None:
    assert [layer for _, layer in imported_layers(source)] == expected


def test_only_the_command_line_prints() -> None:
    for module in MODULES:
        if layer_of(module) not in {"cli", "__main__"}:
            tree = ast.walk(ast.parse(module.read_text("utf-8")))
            called = [node.func for node in tree if isinstance(node, ast.Call)]
            names = {function.id for function in called if isinstance(function, ast.Name)}
            assert "print" not in names, module
