"""The decision itself: what can be asked of a case whose weights are derived."""

import os
from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from policyscore.case.case import Case
from policyscore.case.directory import HEADER_FILE
from policyscore.case.loading import Loaded
from policyscore.case.profiles import Profile
from policyscore.case.suggestions import did_you_mean
from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import Finding
from policyscore.scoring.cautions import cautions
from policyscore.scoring.ranking import Member, Ranking, firsts, rank_options
from policyscore.scoring.totals import Total, Valued, total, value_options
from policyscore.weighing.profile_files import read_profile
from policyscore.weighing.weights import Weights

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from policyscore.analysis.dominance.results import Dominance, Judgements, WeightsKind
    from policyscore.analysis.robustness.draws.sampling import Tick
    from policyscore.analysis.robustness.study_results import Study, WeightsDrawn
    from policyscore.analysis.sensitivity.results import Sensitivity
    from policyscore.quality.material import Material
    from policyscore.scoring.agreement import Agreement
    from policyscore.scoring.comparison import Comparison


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

    def robustness(
        self,
        profile: str | None = None,
        *,
        weights: "WeightsDrawn" = "admissible",
        samples: int | None = None,
        precision: float | None = None,
        seed: int = 1,
        workers: int = 1,
        executor: "Executor | None" = None,
        together: bool = False,
        pert: bool = False,
        concentration: float | None = None,
        tick: "Tick | None" = None,
    ) -> "Study":
        """How often each option takes each rank over all that is uncertain; errors as in `rank`.

        Args:
            profile: As in `rank`; None with `any` and `profiles`, which look at no single one.
            weights: Those of the profile (`fixed`), all that its statements allow (`admissible`),
                some near its own (`near`), `any` at all, or those of all `profiles`.
            samples: How many futures to draw; None for 100,000, or as many as a precision takes.
            precision: Stop once the largest half-width of a share of a rank is below this.
            seed: What the draws start from, 0 or more.
            workers: Processes to draw in; any number gives the same result.
            executor: Draws instead of processes of our own; the result is the same.
            together: Whether one expert is drawn for all scores that they judge.
            pert: Whether low, likely and high are PERT instead of triangular.
            concentration: How closely weights stay to the profile's, 50 if None; with `near`.
            tick: Told now and then of the draws so far; see `Amount`.

        Raises:
            ValueError: If an argument is out of its range, or given where it says nothing.
            KeyboardInterrupt: If it is interrupted before there is anything to show.
        """
        from policyscore.analysis.robustness.draws.sampling import Amount  # noqa: PLC0415 (NumPy)
        from policyscore.analysis.robustness.study import study  # noqa: PLC0415

        alone = weights in {"any", "profiles"}
        if alone and profile is not None:
            raise ValueError(f"weights '{weights}' are of no single profile")
        key = None if alone else self.profile(profile)
        if weights == "profiles" and not self.case.profiles:
            raise UnknownError("The case has no profiles to draw from.")
        # A profile that was named by its path is not among the case's own.
        case = Case(self.case.header, dict(self.case.options), self.profiles)
        amount = Amount(samples, precision, seed, workers, executor, tick=tick)
        return study(
            *(case, self.valued, self.weights, key, weights, amount),
            own=tuple(self.case.profiles),
            rank=self.rank,
            together=together,
            pert=pert,
            concentration=concentration,
        )

    def total(self, option: str, profile: str | None = None) -> Total:
        """What an option is worth under a profile; errors as in `rank`."""
        weights = self.weights[self.profile(profile)]
        return total(self.valued[self.option(option)], weights.criteria)
