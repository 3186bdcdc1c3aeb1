"""`policyscore weigh`."""

import shlex
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyscore.cli.parameters import DirectoryOption

if TYPE_CHECKING:
    from policyscore.cli.weigh_plan import Undertaking


class By(StrEnum):
    """Ways of asking."""

    SWING = "swing"
    ORDER = "order"
    PAIRWISE = "pairwise"
    BEST_WORST = "best-worst"


def _line(text: str) -> str:
    """A text for a weights file: one line that can be shown.

    Raises:
        BadParameter: If it is not.
    """
    from policyscore.reading.characters import FORBIDDEN  # noqa: PLC0415

    if not text.strip() or "\n" in text or FORBIDDEN.search(text) or len(text) > 300:
        raise typer.BadParameter("it needs one line of text, up to 300 characters.")
    return " ".join(text.split())


def command(
    context: typer.Context,
    profile: Annotated[
        str,
        typer.Argument(metavar="PROFILE", help="Id of the profile, new or there already."),
    ],
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            metavar="WAY",
            help="What to ask. swing: which step from worst to best matters most, and what the "
            "others are worth against it (so unless told otherwise). order: which comes next. "
            "pairwise: which of two, how many times. best-worst: the best and the worst against "
            "the others.",
            show_default=False,
            case_sensitive=False,
        ),
    ] = None,
    top_down: Annotated[
        bool | None,
        typer.Option(
            "--top-down/--flat",
            help="Weigh inside each group first, then the groups; or all criteria at once. Flat "
            "up to 12 criteria unless told otherwise.",
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="The profile's title.", parser=_line),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who answers and holds it.", parser=_line),
    ] = None,
    because: Annotated[
        str | None,
        typer.Option("--because", metavar="TEXT", help="Why these weights.", parser=_line),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="Ask nothing: take the answers from FILE, in the form in which a profile keeps "
            "them under `elicited`.",
            show_default=False,
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write, and replace what is there, without asking.")
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Start again instead of offering earlier answers.")
    ] = False,
    directory: DirectoryOption = None,
) -> None:
    """Ask what matters, question by question, and write a weights file of the answers."""
    from policyscore.case.directory import is_id  # noqa: PLC0415 (only the command that runs pays)
    from policyscore.cli.opening import open_case  # noqa: PLC0415
    from policyscore.cli.parameters import directory_of  # noqa: PLC0415
    from policyscore.cli.weigh_answers import has_terminal, write_from_answers  # noqa: PLC0415
    from policyscore.cli.weigh_drafts import load_draft  # noqa: PLC0415
    from policyscore.cli.weigh_plan import undertaking  # noqa: PLC0415
    from policyscore.cli.weigh_session import hold, refuse_without_terminal  # noqa: PLC0415
    from policyscore.elicitation.levels import is_best_top_down  # noqa: PLC0415
    from policyscore.reading.characters import visible  # noqa: PLC0415

    if not is_id(profile):
        raise typer.BadParameter(
            "PROFILE is an id, not a path: lower-case words joined by hyphens, such as "
            "`alliance-first`."
        )
    if answers is None and not has_terminal():
        refuse_without_terminal()
    decision = open_case(context, directory)
    root = decision.root or Path()
    draft = None
    if answers is None:
        draft, broken = load_draft(root, profile)
        _say_broken(profile, broken=broken)
        draft = None if fresh else draft
    elif profile in decision.case.profiles and not yes:
        raise typer.BadParameter(
            f"weights/{profile}.yaml is there already; `--yes` replaces its weights."
        )
    if draft is not None and (
        by not in (None, draft.way) or top_down not in (None, draft.top_down)
    ):
        kind = f"{draft.way}, {'top-down' if draft.top_down else 'flat'}"
        raise typer.BadParameter(
            f"there are answers from {draft.on} already, asked by {kind}. Go on with them by "
            "leaving `--by`, `--top-down` and `--flat` out, or start again with `--fresh`."
        )
    if top_down is None:
        best = is_best_top_down(decision.case.header.criteria)
        top_down = best if draft is None else draft.top_down
    way = (by or By.SWING).value if draft is None else draft.way
    if draft is not None:  # what was said when the answers were given still holds
        title, name = title or draft.title or None, name or draft.by
        because = because or draft.because
    run = undertaking(
        decision, root, profile, way, top_down=top_down, title=title, by=name, because=because
    )
    if answers is not None:
        write_from_answers(run, answers)
    else:
        run.check_can_be_written()
        given = directory_of(context, directory)
        where = "" if given == Path() else f" -C {shlex.quote(visible(str(given)))}"
        again = f"policyscore weigh{where} {profile}"
        if not hold(run, draft, again, write_at_once=yes):
            return
    _show(run, known=profile in decision.case.profiles)


def _say_broken(profile: str, *, broken: bool) -> None:
    """Say that a file stands where the draft belongs that is none."""
    if broken:
        from policyscore.cli import channels  # noqa: PLC0415
        from policyscore.cli.weigh_drafts import draft_path  # noqa: PLC0415

        path = draft_path(profile)
        channels.complain(f"{path} holds no answers that could be used.", plain=True)


def _show(run: "Undertaking", *, known: bool) -> None:
    """Say what was written, and what to do with it."""
    from policyscore.cli import channels  # noqa: PLC0415
    from policyscore.cli.opening import namer  # noqa: PLC0415
    from policyscore.cli.streams import emit  # noqa: PLC0415
    from policyscore.cli.weigh_files import profile_path  # noqa: PLC0415
    from policyscore.decision import load  # noqa: PLC0415
    from policyscore.editors.staleness import schema_path  # noqa: PLC0415
    from policyscore.reading.characters import visible  # noqa: PLC0415
    from policyscore.views.ranking.terminal import ranking_terminal  # noqa: PLC0415

    path = visible(namer(run.root)(profile_path(run.profile)))
    channels.write_text(f"{path}\n\n")
    decision = load(run.root)
    ranking = decision.rank(run.profile)
    emit(None, table=lambda console: ranking_terminal(console, decision.case, ranking, 5))
    channels.complain(f"\nWritten: {path}", plain=True)
    channels.complain(f"Whole ranking: `policyscore rank {run.profile}`", plain=True)
    if known:
        channels.complain(f"What changed:  `git diff {path}`", plain=True)
    elif (run.root / schema_path("weights")).exists():
        channels.complain("For editors:   `policyscore schema --write`", plain=True)
