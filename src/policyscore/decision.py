"""A case with its weights derived, ready to be ranked: what commands and notebooks work with."""

import os
from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from policyscore.case.case import Case
from policyscore.case.directory import (
    HEADER_FILE,
    Files,
    NoCaseError,
    find_case,
    read_directory,
)
from policyscore.case.loading import Loaded, Tick, load_files
from policyscore.case.profiles import Profile
from policyscore.case.settings import apply_settings
from policyscore.case.suggestions import did_you_mean
from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import CaseError, Finding
from policyscore.scoring.cautions import cautions
from policyscore.scoring.ranking import Member, Ranking, firsts, rank_options
from policyscore.scoring.totals import Total, Valued, total, value_options
from policyscore.weighing.all_weights import derive_all
from policyscore.weighing.profile_files import read_profile
from policyscore.weighing.weights import Weights

if TYPE_CHECKING:
    from policyscore.analysis.dominance.results import Dominance, Judgements, WeightsKind
    from policyscore.analysis.sensitivity.results import Sensitivity
    from policyscore.quality.material import Material
    from policyscore.scoring.agreement import Agreement
    from policyscore.scoring.comparison import Comparison

__all__ = ["CaseError", "Decision", "NoCaseError", "UnknownError", "check", "load"]


class UnknownError(Exception):
    """An option or a profile that the case does not have."""


class Decision:
    """A case, ready to be ranked.

    Attributes:
        case: The case.
        root: Its directory, or None if it was not read from one.
        weights: Profile's id to its weights.
        warnings: What is amiss though usable.
    """

    def __init__(
        self,
        case: Case,
        weights: dict[str, Weights],
        root: Path | None = None,
        warnings: Sequence[Finding] = (),
    ) -> None:
        self.case = case
        self.root = root
        self.weights = weights
        self.warnings = tuple(warnings)
        self._profiles = dict(case.profiles)

    @cached_property
    def valued(self) -> dict[str, Valued]:
        """Option's id to its scores and values."""
        return value_options(self.case)

    @property
    def profiles(self) -> dict[str, Profile]:
        """Profile's id to profile, including those added from other files."""
        return dict(self._profiles)

    def material(self, loaded: Loaded) -> "Material":
        """What the checks of decision quality look at."""
        from policyscore.quality.material import Material  # noqa: PLC0415

        return Material(
            self.case,
            loaded.documents[HEADER_FILE],
            loaded.option_document,
            loaded.profile_document,
            self.weights,
            self.valued,
        )

    def default_profile(self) -> str:
        """Id of the profile to use when none is named.

        Raises:
            UnknownError: If the case names none and has not exactly one.
        """
        if self.case.header.default_profile:
            return self.case.header.default_profile
        if len(self.case.profiles) == 1:
            return next(iter(self.case.profiles))
        names = ", ".join(f"`{key}`" for key in self.case.profiles) or "none yet"
        raise UnknownError(
            "The case has no `default-profile`, so name a profile. There is " + names + "."
        )

    def profile(self, name: str | None) -> str:
        """The id of a profile given by id, by path, or not at all.

        Raises:
            UnknownError: If there is no such profile.
            CaseError: If it is a file with errors.
        """
        if name is None:
            return self.default_profile()
        if name in self._profiles:
            return name
        if "/" in name or "\\" in name or name.endswith((".yaml", ".yml")):
            return self._profile_from_file(name)
        hint = did_you_mean(name, self._profiles) or (
            "There is " + ", ".join(f"`{key}`" for key in self._profiles) + "."
        )
        raise UnknownError(f"There is no profile `{visible(name)}`. {hint}")

    def _profile_from_file(self, name: str) -> str:
        """Load a profile from any file, or find that it is one of the case's own."""
        candidates = [Path(name), *([self.root / name] if self.root is not None else [])]
        path = next((p for p in candidates if p.exists()), candidates[0])
        if not os.path.lexists(path):
            paths = [f"weights/{key}.yaml" for key in self.case.profiles]
            hint = did_you_mean(name, paths)
            raise UnknownError(f"There is no weights file `{visible(name)}`. {hint}".rstrip())
        resolved = path.resolve()
        if self.root is not None and resolved.parent == self.root / "weights":
            own = resolved.stem
            if resolved.suffix == ".yaml" and own in self.case.profiles:
                return own
        shown = visible(name)
        profile, weights, findings = read_profile(path, shown, self.case.header, self.weights)
        self.warnings = (*self.warnings, *findings)
        key = visible(resolved.stem) if resolved.stem not in self._profiles else shown
        self._profiles[key] = profile
        self.weights[key] = weights
        return key

    def option(self, name: str) -> str:
        """An option's id, checked, given as such or as the path of its file.

        Raises:
            UnknownError: If there is no such option.
        """
        if name in self.case.options:
            return name
        stem = name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".yaml")
        if name.endswith(".yaml") and stem in self.case.options:
            return stem
        hint = did_you_mean(name, self.case.options) or "`policyscore rank` lists the options."
        raise UnknownError(f"There is no option `{visible(name)}`. {hint}".rstrip())

    def rank(self, profile: str | None = None, options: Collection[str] | None = None) -> Ranking:
        """Rank the options under a profile.

        Args:
            profile: A profile's id or the path of a weights file; the default profile if None.
            options: Ids of the options to rank; all if None.

        Raises:
            UnknownError: If there is no such profile.
            CaseError: If it is a file with errors.
        """
        key = self.profile(profile)
        stated, weights = self._profiles[key], self.weights[key]
        chosen = {k: v for k, v in self.valued.items() if options is None or k in options}
        baseline = self.valued[self.case.baseline]
        ranked = rank_options(chosen, weights.criteria, baseline)
        members = tuple(
            Member(m, self._profiles[m].title, share, firsts(chosen, self.weights[m], baseline))
            for m, share in weights.members.items()
        )
        return Ranking(
            key,
            stated.title,
            stated.by,
            stated.because,
            weights,
            ranked,
            self.case.baseline,
            cautions(self.case, weights, ranked, members),
            len(self.case.options),
            members,
        )

    def agreement(self, rankings: Sequence[Ranking]) -> "Agreement":
        """How far rankings under several profiles agree."""
        from policyscore.scoring.agreement import agree  # noqa: PLC0415 (one profile needs none)

        return agree(rankings)

    def why(self, first: str, second: str, profile: str | None = None) -> "Comparison":
        """Take apart why one option stands above another; errors as in `rank`."""
        from policyscore.scoring.comparison import compare  # noqa: PLC0415 (only `why` needs it)

        weights = self.weights[self.profile(profile)]
        return compare(self.option(first), self.option(second), self.valued, weights.criteria)

    def sensitivity(self, profile: str | None = None) -> "Sensitivity":
        """How far everything is from changing first place; errors as in `rank`."""
        from policyscore.analysis.sensitivity.whole import analyse  # noqa: PLC0415 (imports NumPy)

        return analyse(self.case, self.valued, self.weights, self.profile(profile))

    def dominance(
        self,
        profile: str | None = None,
        *,
        weights: "WeightsKind | None" = None,
        judgements: "Judgements" = "likely",
        tolerance: float = 2.0,
        options: Collection[str] | None = None,
    ) -> "Dominance":
        """What can be first; arguments and errors as in `study_dominance`, and those of `rank`."""
        from policyscore.analysis.dominance.study import study_dominance  # noqa: PLC0415 (NumPy)

        key = self.profile(profile)
        return study_dominance(
            self.case,
            self.valued,
            (key, self._profiles[key]),
            weights=weights,
            judgements=judgements,
            tolerance=tolerance,
            options=options,
        )

    def total(self, option: str, profile: str | None = None) -> Total:
        """What an option is worth under a profile; errors as in `rank`."""
        weights = self.weights[self.profile(profile)]
        return total(self.valued[self.option(option)], weights.criteria)


Checked = tuple[Decision | None, tuple[Finding, ...]]


def check(
    files: Files, *, quality: bool = False, root: Path | None = None, tick: Tick | None = None
) -> Checked:
    """Check the files of a case.

    Args:
        files: The files, from a directory or anywhere else.
        quality: Whether to look at a valid case as a decision analyst would, too.
        root: The case's directory, to look at what editors use there, too; or None.
        tick: Told now and then how many option files are done, and how many there are; or None.

    Returns:
        The decision, or None if there are errors, and all findings by file and place.
    """
    loaded = load_files(files, tick)
    findings = list(loaded.findings)
    weights: dict[str, Weights] = {}
    if loaded.header is not None:
        stated = {key: (loaded.profile_document(key), p) for key, p in loaded.stated.items()}
        weights, wrong = derive_all(stated, loaded.header, loaded.profile_ids)
        findings.extend(wrong)
    decision = None
    if loaded.case is not None and not any(f.severity == "error" for f in findings):
        decision = Decision(loaded.case, weights)
        if quality:
            from policyscore.quality.checks import review  # noqa: PLC0415 (`rank` needs none)

            findings.extend(review(decision.material(loaded)))
        if root is not None:
            from policyscore.editors.staleness import stale_schemas  # noqa: PLC0415

            findings.extend(stale_schemas(root, loaded.case))
    if loaded.header is not None:
        findings = apply_settings(loaded.documents[HEADER_FILE], loaded.header, findings, quality)
    findings.sort(key=lambda f: f.order)
    if any(f.severity == "error" and not f.rule.can_be_set for f in findings):
        decision = None
    if decision is not None:
        decision.warnings = tuple(findings)
    return decision, tuple(findings)


def load(path: str | Path = ".") -> Decision:
    """Load the case that a directory belongs to.

    Args:
        path: The case's directory or one inside it.

    Raises:
        NoCaseError: If there is no case there.
        CaseError: If its files have errors; `findings` says which.
    """
    root = find_case(Path(path))
    decision, findings = check(read_directory(root))
    if decision is None:
        raise CaseError(findings)
    decision.root = root
    return decision
