"""`policyscore robustness`."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyscore.cli.parameters import (
    DirectoryOption,
    Format,
    FormatOption,
    OutputOption,
    ProfileOption,
    whole_number,
)

if TYPE_CHECKING:
    from policyscore.analysis.robustness.results import Robustness
    from policyscore.analysis.robustness.sampling import Amount
    from policyscore.decision import Decision
    from policyscore.views.robustness.scene import Scene

_INTERRUPTED = 130
_WORKERS_PER_CORE = 4  # more would only take memory
_MOST_DIGITS = 18  # of a number on the command line
_STEPS = 1000  # of the progress bar, if it is asked for a precision


class Which(StrEnum):
    """Which weights are considered."""

    FIXED = "fixed"
    ADMISSIBLE = "admissible"
    NEAR = "near"
    ANY = "any"
    PROFILES = "profiles"


class Experts(StrEnum):
    """How experts are drawn."""

    APART = "apart"
    TOGETHER = "together"


def _count(given: str | int) -> int:
    """A number of draws or processes; the library hands its own default over as it is."""
    text = str(given)
    if len(text) > _MOST_DIGITS:
        raise typer.BadParameter(f"it needs at most {_MOST_DIGITS} digits.")
    return whole_number(text)


def _seed(given: str | int) -> int:
    """What draws start from."""
    text = str(given)
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise typer.BadParameter(
            f"it needs a whole number, 0 or more, of at most {_MOST_DIGITS} digits."
        )
    return int(text)


def _precision(text: str) -> float:
    """A half-width as a share."""
    try:
        share = float(text)
    except ValueError:
        share = 0.0
    if not 0 < share < 1:
        raise typer.BadParameter("it needs a share above 0 and below 1, such as 0.005.")
    return share


def _concentration(text: str) -> float:
    """How closely weights stay to a profile's."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 1 <= number <= 1e6:
        raise typer.BadParameter("it needs a number from 1 to 1000000.")
    return number


def command(
    context: typer.Context,
    profile: ProfileOption = None,
    which: Annotated[
        Which,
        typer.Option(
            "--weights",
            "-w",
            help="Weights to consider: the profile's (fixed), all that its statements allow "
            "(admissible), some near its own (near), all there are (any), or those of every "
            "profile that is no group's (profiles).",
            case_sensitive=False,
        ),
    ] = Which.ADMISSIBLE,
    concentration: Annotated[
        float | None,
        typer.Option(
            "--concentration",
            metavar="N",
            parser=_concentration,
            help="With `--weights near`: how closely to stay to the profile's; 50 otherwise.",
            show_default=False,
        ),
    ] = None,
    experts: Annotated[
        Experts,
        typer.Option(
            "--experts",
            help="Draw judges for each score by itself (apart), or in each draw one expert for "
            "all scores that they judge (together).",
            case_sensitive=False,
        ),
    ] = Experts.APART,
    pert: Annotated[
        bool,
        typer.Option("--pert", help="Take low, likely and high as PERT, not as triangular."),
    ] = False,
    samples: Annotated[
        int | None,
        typer.Option(
            "--samples",
            metavar="N",
            parser=_count,
            help="How many futures to draw; 100,000 otherwise.",
            show_default=False,
        ),
    ] = None,
    precision: Annotated[
        float | None,
        typer.Option(
            "--precision",
            metavar="SHARE",
            parser=_precision,
            help="Stop once every share is known to within SHARE (half of its 95% interval), "
            "such as 0.005; or after as many draws as `--samples` says.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", parser=_seed, help="What draws start from.")
    ] = 1,
    workers: Annotated[
        int,
        typer.Option(
            "--workers",
            metavar="N",
            parser=_count,
            help="Processes to draw in. Any number of them gives the same result.",
        ),
    ] = 1,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Say how often each option takes each rank over all that is uncertain.

    Ctrl-C shows what has been found so far, with its error.
    """
    from policyscore.cli.opening import open_case  # noqa: PLC0415 (only what runs pays)

    # One thread is enough, and starting more takes time; said before NumPy is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _check(profile, which, concentration)
    decision = open_case(context, directory)
    key = decision.profile(profile) if which not in {Which.ANY, Which.PROFILES} else ""
    from policyscore.analysis.robustness.sampling import Amount  # noqa: PLC0415
    from policyscore.cli.progress import ProgressBar  # noqa: PLC0415

    with ProgressBar("Drawing futures") as bar:

        def tick(draws: int, most: int, width: float) -> None:
            share = draws / most
            if precision is not None:  # the error falls with the square root of the draws
                share = max(share, min((precision / width) ** 2, 1.0) if width > 0 else 1.0)
            bar(round(share * _STEPS), _STEPS)

        at_once = min(workers, _WORKERS_PER_CORE * (os.cpu_count() or 1))
        amount = Amount(samples, precision, seed, at_once, tick=tick)
        scene = _look(decision, key, which, amount, concentration, experts, pert=pert)
    _emit(scene, form, output)
    if scene.found.interrupted:
        raise typer.Exit(_INTERRUPTED)


def _check(profile: str | None, which: Which, concentration: float | None) -> None:
    """Complain of options that do not go together."""
    if concentration is not None and which is not Which.NEAR:
        raise typer.BadParameter("`--concentration` is about `--weights near`.")
    if profile is not None and which in {Which.ANY, Which.PROFILES}:
        raise typer.BadParameter(
            f"`--weights {which}` looks at no single profile; drop `--profile`."
        )


def _look(
    decision: "Decision",
    key: str,
    which: Which,
    amount: "Amount",
    concentration: float | None,
    experts: Experts,
    *,
    pert: bool,
) -> "Scene":
    """Draw, and gather what the views say of it."""
    from policyscore.analysis.robustness.robustness import (  # noqa: PLC0415
        CONCENTRATION,
        law_of,
        robustness,
    )
    from policyscore.case.case import Case  # noqa: PLC0415
    from policyscore.views.robustness.doubts import doubts_of  # noqa: PLC0415
    from policyscore.views.robustness.scene import Scene, in_order  # noqa: PLC0415

    # A profile that was named by its path is not among the case's own.
    own = decision.case
    case = Case(own.header, dict(own.options), decision.profiles)
    shares = _shares(decision) if which is Which.PROFILES else None
    near = concentration if concentration is not None else CONCENTRATION
    together = experts is Experts.TOGETHER
    law = law_of(case, decision.weights, key, which, concentration=near, shares=shares)
    found: Robustness = robustness(
        *(case, decision.weights, key, which.value, amount),
        together=together,
        pert=pert,
        concentration=near,
        shares=shares,
    )
    return Scene(
        case,
        found,
        decision.profiles[key].title if key else "",
        doubts_of(case, weights=law.varies),
        in_order(found.options),
        len(shares or ()),
        near if which is Which.NEAR else 0.0,
        together,
        pert,
    )


def _shares(decision: "Decision") -> dict[str, float]:
    """The profiles to draw from: not the groups, whose members are there by themselves.

    Raises:
        UnknownError: If there are none.
    """
    from policyscore.decision import UnknownError  # noqa: PLC0415

    single = [key for key in decision.case.profiles if not decision.weights[key].members]
    if not single:
        raise UnknownError("The case has no profiles to draw from.")
    return dict.fromkeys(single, 1.0)


def _emit(scene: "Scene", form: Format, output: Path | None) -> None:
    """Print what was found."""
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415

    if form is Format.TABLE:
        from policyscore.views.robustness.terminal import robustness_terminal  # noqa: PLC0415

        emit(output, table=lambda console: robustness_terminal(console, scene))
        return
    from policyscore.views.robustness.as_csv import robustness_csv  # noqa: PLC0415
    from policyscore.views.robustness.as_json import robustness_data  # noqa: PLC0415
    from policyscore.views.robustness.markdown import robustness_markdown  # noqa: PLC0415

    emit_data(
        output,
        form,
        data=lambda: robustness_data(scene),
        csv=lambda: robustness_csv(scene),
        markdown=lambda: robustness_markdown(scene),
    )
