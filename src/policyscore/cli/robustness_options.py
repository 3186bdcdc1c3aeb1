"""The options of `policyscore robustness`, and what their values may be."""

from enum import StrEnum
from typing import Annotated

import typer

from policyscore.cli.parameters import whole_number

_MOST_DIGITS = 18  # of a number on the command line


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


WeightsOption = Annotated[
    Which,
    typer.Option(
        "--weights",
        "-w",
        help="Weights to consider: the profile's (fixed), all that its statements allow "
        "(admissible), some near its own (near), all there are (any), or those of every "
        "profile, of a group its members (profiles).",
        case_sensitive=False,
    ),
]
ConcentrationOption = Annotated[
    float | None,
    typer.Option(
        "--concentration",
        metavar="N",
        parser=_concentration,
        help="With `--weights near`: how closely to stay to the profile's; 50 otherwise.",
        show_default=False,
    ),
]
ExpertsOption = Annotated[
    Experts,
    typer.Option(
        "--experts",
        help="Draw judges for each score by itself (apart), or in each draw one expert for "
        "all scores that they judge (together).",
        case_sensitive=False,
    ),
]
PertOption = Annotated[
    bool,
    typer.Option("--pert", help="Take low, likely and high as PERT, not as triangular."),
]
TopOption = Annotated[
    int | None,
    typer.Option(
        "--top",
        "-n",
        metavar="N",
        parser=whole_number,
        help="List only the N options that are first most often.",
        show_default=False,
    ),
]
SamplesOption = Annotated[
    int | None,
    typer.Option(
        "--samples",
        metavar="N",
        parser=_count,
        help="How many futures to draw; 100,000 otherwise, or up to 10,000,000 with `--precision`.",
        show_default=False,
    ),
]
PrecisionOption = Annotated[
    float | None,
    typer.Option(
        "--precision",
        metavar="SHARE",
        parser=_precision,
        help="Stop once every share is known to within SHARE (half of its 95% interval), "
        "such as 0.005; or after as many draws as `--samples` says.",
        show_default=False,
    ),
]
SeedOption = Annotated[
    int, typer.Option("--seed", metavar="N", parser=_seed, help="What draws start from.")
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        parser=_count,
        help="Processes to draw in; 1 otherwise. Any number of them gives the same result.",
        show_default=False,
    ),
]
DaskOption = Annotated[
    str | None,
    typer.Option(
        "--dask",
        metavar="tcp://HOST:PORT",
        help="Draw on the Dask cluster of this scheduler, which must be one that you trust, "
        "with the same result. Needs the extra `dask`.",
        show_default=False,
    ),
]
