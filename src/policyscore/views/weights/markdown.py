"""Weights as Markdown: one profile with what its weights mean, or several side by side."""

from collections.abc import Sequence

from policyscore.case.case import Case
from policyscore.scoring.weight_spread import weight_spread
from policyscore.scoring.weight_table import WeightTable
from policyscore.views.markdown import escape, table
from policyscore.views.matrix.text import column_names
from policyscore.views.weights.consistency import consistency_lines, contradictions
from policyscore.views.weights.figures import percent, shown_locals, shown_weights
from policyscore.views.weights.text import disputed_lines, level_words, members_lines, span_words
from policyscore.views.weights.trade_offs import NOT_MEANT, trade_off_ends, trade_off_opening
from policyscore.views.weights.ways import stated_line

_INDENT = "&nbsp;&nbsp;"
_MOST_WORDS = 300


def weights_markdown(case: Case, profile: WeightTable) -> str:
    """One profile's weights as Markdown."""
    lines = [f"## {escape(case.title)}", "", f"Profile: **{escape(profile.title)}**", ""]
    lines += [f"Held by: {escape(profile.by)}", ""] if profile.by else []
    lines += [f"Because: {escape(profile.because)}", ""] if profile.because else []
    lines += _table(case, profile)
    lines += ["", f"Stated by: {escape(stated_line(case, profile))}."]
    for line in consistency_lines(case, profile):
        lines += ["", escape(line)]
    if profile.weights.members:
        lines += ["", "Members:", ""]
        lines += [
            f"- {escape(f'{title} ({key}): {share}')}"
            for title, key, share in members_lines(profile)
        ]
    if profile.trade_offs:
        ends = list(trade_off_ends(case, profile, _MOST_WORDS))
        lines += ["", "What these weights imply:"]
        lines += ["", escape(trade_off_opening(case, profile, _MOST_WORDS)), ""]
        lines += [f"- {escape(end)}" for end in ends]
        lines += ["", NOT_MEANT]
    return "\n".join(lines) + "\n"


def _table(case: Case, profile: WeightTable) -> list[str]:
    """The weights along the tree, each criterion's with its swing."""
    weights, locals_ = shown_weights(profile.rows), shown_locals(profile.rows)
    grouped = any(row.parent for row in profile.rows)
    spread = any(row.extent for row in profile.rows)
    header = ["Criterion", "Weight", *(["Of its group"] if grouped else [])]
    header += [*(["Low–high"] if spread else []), "The swing that it is the worth of"]
    rows = []
    for row in profile.rows:
        title = escape(case.member_title(row.id))
        cells = [_INDENT * row.depth + (f"**{title}**" if row.is_group else title)]
        cells.append(escape(weights[row.id]))
        cells += [escape(locals_[row.id])] if grouped else []
        cells += [escape(span_words(row.extent)) if row.extent else ""] if spread else []
        swing = profile.swings.get(row.id)
        if swing is None:
            cells.append("")
        else:
            criterion = case.criteria[row.id]
            start, end = (
                escape(level_words(criterion, level)) for level in (swing.start, swing.end)
            )
            cells.append(f"from *{start}* to *{end}*")
        rows.append(cells)
    return table(header, "l" + "r" * (len(header) - 2) + "l", rows)


def weights_matrix_markdown(case: Case, profiles: Sequence[WeightTable]) -> str:
    """Several profiles' weights side by side as Markdown, the largest of each row bold."""
    letters = column_names(len(profiles))
    rows = []
    shown = [shown_weights(profile.rows) for profile in profiles]
    for spread in weight_spread(profiles):
        title = escape(case.member_title(spread.id))
        cells = [_INDENT * spread.depth + (f"**{title}**" if spread.is_group else title)]
        for index, weights in enumerate(shown):
            text = escape(weights[spread.id])
            cells.append(f"**{text}**" if index in spread.most else text)
        rows.append([*cells, percent(100 * spread.range, sign="")])
    lines = [f"## {escape(case.title)}", ""]
    header = ["Criterion", *letters, "Range"]
    lines += table(header, "l" + "r" * (len(letters) + 1), rows)
    lines += ["", "Bold: the largest of its row. Range: the largest less the smallest.", ""]
    for letter, profile in zip(letters, profiles, strict=True):
        held = f", held by {escape(profile.by)}" if profile.by else ""
        lines.append(
            f"- {letter}: {escape(profile.title)}{held}; "
            f"stated by {escape(stated_line(case, profile))}"
        )
        lines += [f"  - Because: {escape(profile.because)}"] if profile.because else []
        lines += [f"  - {escape(line)}" for line in contradictions(case, profile)]
    disputed = disputed_lines(case, profiles)
    if disputed:
        lines += ["", "They differ most on:", "", *(f"- {escape(line)}" for line in disputed)]
    return "\n".join(lines) + "\n"
