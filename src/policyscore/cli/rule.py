"""`policyscore rule`."""

from typing import Annotated

import typer

from policyscore.cli.parameters import Format, FormatOption, OutputOption


def command(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help="Code or name of a rule.", show_default=False),
    ] = None,
    every: Annotated[bool, typer.Option("--all", "-a", help="List every rule.")] = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Explain a rule: what it means, why it matters, a wrong and a right example, its source."""
    from policyscore.case.suggestions import did_you_mean  # noqa: PLC0415 (only when it runs)
    from policyscore.cli import streams  # noqa: PLC0415
    from policyscore.decision import UnknownError  # noqa: PLC0415
    from policyscore.reading.characters import visible  # noqa: PLC0415
    from policyscore.reading.rules import all_rules  # noqa: PLC0415
    from policyscore.rulebook.page import find_rule, page_of  # noqa: PLC0415
    from policyscore.views import rule_views  # noqa: PLC0415

    if every == (name is not None):
        raise typer.BadParameter("Name one rule, or ask for `--all`.")
    if name is not None:
        rule = find_rule(name)
        if rule is None:
            known = [word for r in all_rules() for word in (r.code, r.name)]
            hint = did_you_mean(name, known) or "`policyscore rule --all` lists the rules."
            raise UnknownError(f"There is no rule `{visible(name)}`. {hint}")
        page = page_of(rule)
        if form is Format.TABLE:
            streams.emit(output, table=lambda _: rule_views.page_terminal(page))
            return
    pages = [page_of(rule) for rule in all_rules()] if name is None else [page]
    if form is Format.TABLE:
        streams.emit(output, table=lambda _: rule_views.list_terminal(pages))
        return
    streams.emit_data(
        output,
        form,
        data=lambda: rule_views.rules_data(pages),
        csv=lambda: rule_views.rules_csv(pages),
        markdown=lambda: "\n".join(p.markdown for p in pages),
    )
