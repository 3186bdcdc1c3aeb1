"""A case with its weights derived, ready to be ranked: what commands and notebooks work with."""

from policyscore.case.directory import NoCaseError
from policyscore.decision.checking import check, load
from policyscore.decision.decision import Decision, UnknownError
from policyscore.reading.diagnostics import CaseError

__all__ = ["CaseError", "Decision", "NoCaseError", "UnknownError", "check", "load"]
