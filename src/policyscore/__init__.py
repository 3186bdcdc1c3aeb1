"""policyscore: a decision matrix kept as code.

`policyscore.load(".").rank("balanced")` ranks the case in this directory.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["CaseError", "Decision", "NoCaseError", "UnknownError", "load"]

if TYPE_CHECKING:
    from policyscore.decision import CaseError, Decision, NoCaseError, UnknownError, load


def __getattr__(name: str) -> Any:
    """Import the package's content on first use, so that `--version` costs nothing."""
    if name in __all__:
        from policyscore import decision  # noqa: PLC0415

        return getattr(decision, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
