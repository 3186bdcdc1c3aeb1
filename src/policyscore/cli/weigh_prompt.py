"""The keyboard and the screen of `weigh`, by prompt_toolkit: keys in, lines out."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from policyscore.elicitation.session import Session

Part = tuple[str, str]
Paint = Callable[[Session, int, int], list[list[Part]]]
Keep = Callable[[Session], str]

_NAMES = {
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "home": "home",
    "end": "end",
    "pageup": "pageup",
    "pagedown": "pagedown",
    "c-m": "enter",
    "c-j": "enter",
    "c-i": "tab",
    "c-h": "backspace",
    " ": "space",
}
_STYLES = {
    "bold": "bold",
    "dim": "ansibrightblack",
    "reverse": "reverse",
    "underline": "underline",
}
_PLAIN_STYLES = {**_STYLES, "dim": ""}


def converse(session: Session, paint: Paint, keep: Keep, *, write_at_once: bool = False) -> Session:
    """Let somebody answer at the keyboard.

    Args:
        session: The session as it begins.
        paint: Lays a session out for a number of columns and lines.
        keep: Called after every answer, to keep it; says what went wrong, or nothing.
        write_at_once: Whether the session ends, to be written, once all is answered.

    Returns:
        The session as it ended.

    Raises:
        KeyboardInterrupt: On Ctrl-C.
    """
    talk = _Talk(session, paint, keep, write_at_once=write_at_once)
    return talk.run()


class _Talk:
    """The one screen, and the session that is on it."""

    def __init__(self, session: Session, paint: Paint, keep: Keep, *, write_at_once: bool) -> None:
        self.session = session
        self.write_at_once = write_at_once
        self.paint = paint
        self.keep = keep
        self.failed: BaseException | None = None
        plain = bool(os.environ.get("NO_COLOR"))
        self.styles = _PLAIN_STYLES if plain else _STYLES
        control = FormattedTextControl(self.text, focusable=True, show_cursor=False)
        self.application: Application[None] = Application(
            layout=Layout(Window(control, wrap_lines=False, always_hide_cursor=True)),
            key_bindings=self.bindings(),
            full_screen=True,
            mouse_support=False,
            color_depth=ColorDepth.DEPTH_1_BIT if plain else None,
            style=Style([]),
        )
        self.application.ttimeoutlen = 0.05

    def run(self) -> Session:
        """Run until the session has an outcome."""
        if self.session.outcome is None:
            with suppress(EOFError):  # the terminal is gone; what was answered is kept
                self.application.run()
        if self.failed is not None:
            raise self.failed
        return self.session

    def text(self) -> StyleAndTextTuples:
        """The screen as it is to be shown."""
        size = self.application.output.get_size()
        try:
            lines = self.paint(self.session, size.columns, size.rows)
        except Exception as error:  # it ends the program, with its own words, from outside the loop
            self.stop(error)
            return []
        parts: StyleAndTextTuples = []
        for number, line in enumerate(lines):
            parts += [("", "\n")] if number else []
            parts += [(self.styles.get(style, ""), text) for style, text in line]
        return parts

    def stop(self, error: BaseException | None = None) -> None:
        """Take the screen down."""
        if error is not None and self.failed is None:
            self.failed = error
        if self.application.is_running and not self.application.is_done:
            self.application.exit()

    def bindings(self) -> KeyBindings:
        """What each key does."""
        keys = KeyBindings()

        def press(name: str) -> None:
            if self.session.outcome is not None:
                return
            try:
                before = len(self.session.course.steps)
                session = self.session.pressed(name)
                self.session = session
                if len(session.course.steps) > before:
                    self.session = self.kept(session)
                if self.write_at_once and session.mode == "review":
                    self.session = replace(self.session, outcome="write")
            except Exception as error:  # see `text`
                self.stop(error)
            if self.session.outcome is not None:
                self.stop()

        def named(name: str) -> Callable[[KeyPressEvent], None]:
            def pressed(event: KeyPressEvent) -> None:
                del event
                press(name)

            return pressed

        for key, name in _NAMES.items():
            keys.add(key)(named(name))

        @keys.add(Keys.Any)
        def _(event: KeyPressEvent) -> None:
            if event.data.isprintable():
                press(event.data)

        @keys.add(Keys.BracketedPaste)
        def _(event: KeyPressEvent) -> None:
            for character in event.data[:20]:
                if character in "0123456789.":
                    press(character)

        @keys.add("c-c")
        @keys.add(Keys.SIGINT)
        def _(event: KeyPressEvent) -> None:
            del event
            self.stop(KeyboardInterrupt())

        @keys.add("c-d")
        def _(event: KeyPressEvent) -> None:
            del event
            press("q")

        @keys.add("c-z")
        def _(event: KeyPressEvent) -> None:
            event.app.suspend_to_background()

        return keys

    def kept(self, session: Session) -> Session:
        """Keep what was answered, and say on the screen if that failed."""
        trouble = self.keep(session)
        return replace(session, notice=trouble) if trouble else session
