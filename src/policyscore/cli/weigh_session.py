"""`weigh` at a terminal: taking a draft up, asking, keeping every answer, writing the file."""

from dataclasses import replace
from pathlib import Path

import typer

from policyscore.cli import channels
from policyscore.cli.weigh_drafts import draft_path, drop_draft, save_draft
from policyscore.cli.weigh_files import write_profile
from policyscore.cli.weigh_plan import Undertaking
from policyscore.elicitation.drafts import Draft, draft_text, resume
from policyscore.elicitation.interview import interview
from policyscore.elicitation.session import Session, begin
from policyscore.views.weigh.choosing import Setting
from policyscore.views.weigh.lines import Line
from policyscore.views.weigh.resuming import resumed_words
from policyscore.views.weigh.screen import screen


def hold(run: Undertaking, draft: Draft | None, command: str, *, write_at_once: bool) -> bool:
    """Ask until the profile can be written, or the user stops.

    Args:
        run: What is asked about.
        draft: The draft to offer, or None.
        command: What goes on with the draft, for messages.
        write_at_once: Whether to write without asking once all is answered.

    Returns:
        Whether the profile was written.

    Raises:
        KeyboardInterrupt: On Ctrl-C; what was answered is kept.
    """
    from policyscore.cli.weigh_prompt import converse  # noqa: PLC0415 (it imports much)

    case = run.decision.case
    fresh = interview(run.plans())
    resumed = None if draft is None else resume(draft, case, run.settings)
    said = () if draft is None or resumed is None else resumed_words(case, draft, resumed)
    way = run.occasion.way
    setting = Setting(case, run.profile, run.occasion.title, way, run.exists, said)
    course = None if resumed is None else resumed.course
    session = begin(fresh, run.look, course, replaces=run.exists)

    def paint(now: Session, columns: int, lines: int) -> list[Line]:
        return screen(setting, now, columns, lines)

    def keep(now: Session) -> str:
        try:
            save(run, now)
        except channels.OutputError as error:
            return f"Your answers cannot be kept: {error}"
        return ""

    try:
        session = converse(session, paint, keep, write_at_once=write_at_once)
    except KeyboardInterrupt:
        _say_kept(run.root, run.profile, command)
        raise
    if session.outcome != "write":
        _say_kept(run.root, run.profile, command)
        return False
    write_profile(run.decision, run.root, run.profile, run.data(session.course))
    drop_draft(run.root, run.profile)
    return True


def save(run: Undertaking, session: Session) -> None:
    """Keep what was answered.

    Raises:
        OutputError: If it cannot be written.
    """
    occasion = replace(run.occasion, title=run.titled)
    text = draft_text(session.kept, run.decision.case, occasion, top_down=run.top_down)
    save_draft(run.root, run.profile, text)


def _say_kept(root: Path, profile: str, command: str) -> None:
    """Say where the answers are, and what goes on with them."""
    path = draft_path(profile)
    if (root / path).exists():
        channels.complain(f"Nothing is written yet; your answers are kept in {path}.", plain=True)
        channels.complain(f"`{command}` goes on from there.", plain=True)
    else:
        channels.complain("Nothing was answered and nothing is written.", plain=True)


def refuse_without_terminal() -> None:
    """Say that there is nobody to ask.

    Raises:
        Exit: With 2.
    """
    channels.complain(
        "There is no terminal here to ask at. Run it at a terminal, or give the answers with "
        "`--answers FILE`."
    )
    raise typer.Exit(2)
