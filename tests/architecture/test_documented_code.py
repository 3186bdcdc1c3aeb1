"""Every public name has a docstring, and no module grows too long to read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import policyscore

PACKAGE = Path(policyscore.__file__).resolve().parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300
Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def name_of(module: Path) -> str:
    """A module's path inside the package."""
    return module.relative_to(PACKAGE).as_posix()


def public(tree: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, Documented]]:
    """Public functions, classes and methods, not those inside functions."""
    for node in tree.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node, f"{prefix}{node.name}.")


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_every_public_name_says_what_it_is(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert ast.get_docstring(tree), f"{name_of(module)} has no docstring"
    bare = [name for name, node in public(tree) if not (ast.get_docstring(node) or "").strip()]
    assert bare == []


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_module_is_longer_than_can_be_read_at_a_sitting(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST


def test_most_modules_are_short() -> None:
    lengths = sorted(len(module.read_text("utf-8").splitlines()) for module in MODULES)
    assert lengths[len(lengths) * 3 // 4] <= LONGEST // 2
