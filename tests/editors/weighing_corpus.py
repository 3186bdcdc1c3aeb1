"""Profiles, good and bad, in every way of weighing; `schema_corpus.py` has the other files.

Each stands in the place of the profile `balanced` of the case that `init` makes.
"""

_INSIDE = "within: {security: {swing: {escalation-risk: 100, deterrence: 1}}}"
_TIMES = "best-to-others: {support: 2, deterrence: 4}"
_TO_WORST = "others-to-worst: {escalation-risk: 4, support: 2}"
_BEST_WORST = f"best: escalation-risk, worst: deterrence, {_TIMES}, {_TO_WORST}"
_STEP = "escalation-risk from 100 to 50 is worth support from 0 to 50"
_MORE = "deterrence from 0 to 100 is worth support from 0 to 40"
_RANGES = "escalation-risk: {low: 0.2, high: 0.5}, deterrence: {high: 0.4}"
_ELICITED = "points: {escalation-risk: 1, deterrence: 1, support: 1}\nelicited:"


def _order(*texts: str) -> list[str]:
    return [f"order: {text}" for text in texts]


def _pairwise(*texts: str) -> list[str]:
    return [f"pairwise: {{{text}}}" for text in texts]


def _ratio(*ratios: str) -> list[str]:
    """Comparisons that are good but for a ratio."""
    rest = "support over deterrence: 1"
    return _pairwise(*(f"support over escalation-risk: {ratio}, {rest}" for ratio in ratios))


def _best_worst(*texts: str) -> list[str]:
    return [f"best-worst: {{{text}}}" for text in texts]


def _cards(*texts: str) -> list[str]:
    """Cards with their ratio."""
    return [f"cards: {text}\nratio: 3" for text in texts]


def _trade_offs(*lines: str) -> list[str]:
    """Statements of which one is good."""
    return ["trade-offs:\n" + f"  - {line}\n  - {_MORE}" for line in lines]


def _ranges(*texts: str) -> list[str]:
    """Ranges that are good but for one."""
    return [f"ranges: {{support: {text}, {_RANGES}}}" for text in texts]


def _group(*texts: str) -> list[str]:
    return [f"group: {{of: {text}}}" for text in texts]


GOOD = [
    *_order(
        "[support, escalation-risk, deterrence]",
        "[support, [escalation-risk, deterrence]]",
        "[[support, escalation-risk, deterrence]]",
        "[[support], [deterrence], escalation-risk]",
        f"[support, security]\n{_INSIDE}",
    ),
    *(
        f"order: [support, escalation-risk, deterrence]\nformula: {formula}"
        for formula in ("centroid", "rank-sum", "reciprocal", "equal")
    ),
    *_ratio("3", "0.5", "1000", "0.001", "1/3", "1 / 3", "2/7", "0.5/1.5", "' 7/2 '", "100/1"),
    *_pairwise(
        "escalation-risk over deterrence: 2, deterrence over support: 2, "
        "escalation-risk over support: 4",
        "'escalation-risk  over   deterrence': 2, ' deterrence over support ': 2",
    ),
    f"pairwise: {{security over support: 2}}\n{_INSIDE}",
    (
        "pairwise: {security over support: 2}\nmethod: geometric-mean\nrandom-index: saaty\n"
        "within: {security: {pairwise: {deterrence over escalation-risk: 3}, method: eigenvector, "
        "random-index: alonso-lamata}}"
    ),
    *_best_worst(_BEST_WORST),
    f"best-worst: {{{_BEST_WORST}}}\nmodel: nonlinear",
    f"best-worst: {{{_BEST_WORST}}}\nmodel: linear",
    *_cards(
        "[escalation-risk, support, deterrence]",
        "[escalation-risk, 2, [support, deterrence]]",
        "[escalation-risk, 0, support, 100, deterrence]",
        f"[security, support]\n{_INSIDE}",
    ),
    "cards: [[escalation-risk, support, deterrence]]\nratio: 1",
    "cards: [escalation-risk, support, deterrence]\nratio: 1.5",
    *_trade_offs(
        _STEP,
        _STEP.replace(" ", "  "),
        "support from 0 to 50 is worth escalation-risk from 50 to 0",
        "support from 0.5 to +50. is worth escalation-risk from 5e1 to .5",
        "support from 50 to 0 is worth escalation-risk from 0 to 50",
    ),
    *_ranges("any", "{}", "{low: 0.1}", "{high: 1}", "{low: 0, high: 0.9}", "{low: 0.3}"),
    f"ranges: {{support: any, {_RANGES}}}\norder: [support, [deterrence, escalation-risk]]",
    f"ranges: {{support: any, {_RANGES}}}\norder: [support, deterrence]",
    f"ranges: {{support: any, security: {{high: 0.7}}}}\n{_INSIDE}",
    *_group("{deterrence-first: 1}", "{deterrence-first: 2.5}"),
    f"{_ELICITED} {{}}",
    f"{_ELICITED} {{when: 2026-11-22, way: swing, by: the desk, answers: {{largest: cost, x: 1}}}}",
]

BAD = [
    *_order(
        "",
        "{}",
        "[]",
        "support",
        "[1, support]",
        "[support, [], deterrence]",
        "[support, [escalation-risk, [deterrence]]]",
        "[support, {escalation-risk: 1}, deterrence]",
        "[Support, escalation-risk, deterrence]",
        "[support, support, escalation-risk, deterrence]",
        "[support, [escalation-risk, deterrence, deterrence]]",
        "[support, escalation-risk, deterrence]\nformula: centriod",
        "[support, escalation-risk, deterrence]\nformula:",
        "[support, escalation-risk, deterrence]\nratio: 3",
        "[support, escalation-risk, deterrence]\nmethod: eigenvector",
    ),
    "formula: centroid",
    "points: {escalation-risk: 1, deterrence: 1, support: 1}\nformula: centroid",
    "points: {escalation-risk: 1, deterrence: 1, support: 1}\norder: [support, deterrence]",
    *_ratio(
        *("0", "-1", "'3'", "1/0", "0/2", "3:2", "a", "true", "null", "", "[3]", "1001", "0.0009"),
        *("1/3/5", "-1/3", "1e3/2", "1234567/2"),
    ),
    *_pairwise(
        "",
        "escalation-risk: 3",
        "escalation-risk over: 3",
        "escalation-risk OVER deterrence: 3",
        "escalation-risk over deterrence over support: 3",
        "support over support: 1, escalation-risk over support: 2, deterrence over support: 2",
        "escalation-risk deterrence: 3",
    ),
    "pairwise: [escalation-risk over deterrence]",
    "pairwise: {security over support: 2}\nmethod: mean\n" + _INSIDE,
    "pairwise: {security over support: 2}\nrandom-index: forman\n" + _INSIDE,
    "pairwise: {security over support: 2}\nmodel: linear\n" + _INSIDE,
    (
        "pairwise: {security over support: 2}\nwithin: {security: {swing: {escalation-risk: 100, "
        "deterrence: 1}, formula: equal}}"
    ),
    *_best_worst(
        "",
        "best: escalation-risk, worst: deterrence",
        f"best: escalation-risk, {_TIMES}, {_TO_WORST}",
        f"best: escalation-risk, worst: [deterrence], {_TIMES}, {_TO_WORST}",
        f"best: escalation-risk, worst: deterrence, {_TIMES}, others-to-worst: {{}}",
        _BEST_WORST.replace("support: 2, ", "support: 0.5, "),
        _BEST_WORST.replace("support: 2, ", "support: 1001, "),
        _BEST_WORST.replace("support: 2, ", "support: 1/2, "),
        _BEST_WORST.replace("support: 2, ", "support: , "),
        f"{_BEST_WORST}, model: linear",
        f"{_BEST_WORST}, other: 1",
    ),
    f"best-worst: {{{_BEST_WORST}}}\nmodel: quadratic",
    f"best-worst: {{{_BEST_WORST}}}\nratio: 3",
    *_cards(
        "[]",
        "support",
        "[2, escalation-risk, support, deterrence]",
        "[escalation-risk, -1, support, deterrence]",
        "[escalation-risk, 101, support, deterrence]",
        "[escalation-risk, 1.5, support, deterrence]",
        "[escalation-risk, [], support, deterrence]",
        "[escalation-risk, [1], support, deterrence]",
        "[escalation-risk, true, support, deterrence]",
    ),
    "cards: [escalation-risk, support, deterrence]",
    "cards: [escalation-risk, support, deterrence]\nratio: 0.5",
    "cards: [escalation-risk, support, deterrence]\nratio: 5/2",
    "cards: [escalation-risk, support, deterrence]\nratio:",
    "cards: [escalation-risk, support, deterrence]\nratio: 2000000",
    "cards: [escalation-risk, support, deterrence]\nratio: 2\nformula: equal",
    "swing: {escalation-risk: 100, deterrence: 1, support: 1}\nratio: 2",
    *_trade_offs(
        "support is worth deterrence",
        "support from 0 to 50",
        "support from low to high is worth escalation-risk from 50 to 0",
        "support from 0 to 50 is worth support from 50 to 100",
        "support from 0 to 50 is worth escalation-risk from 50 to 0 or so",
        "support: from 0 to 50 is worth escalation-risk from 50 to 0",
        "5",
    ),
    "trade-offs: []",
    f"trade-offs: {_STEP}",
    "trade-offs:",
    *_ranges(
        *("none", "0.5", "", "[0.1, 0.3]", "{low: -0.1}", "{high: 1.1}", "{low: a}", "{low: }"),
        *("{lo: 0.1}", "'0.1-0.3'", "{low: 0.1, high: 0.3, likely: 0.2}"),
    ),
    "ranges: {}",
    "ranges: [support]",
    f"ranges: {{support: any, {_RANGES}}}\nformula: equal",
    f"ranges: {{support: any, {_RANGES}}}\norder: {{support: 1}}",
    f"ranges: {{support: any, {_RANGES}}}\norder: []",
    f"ranges: {{support: any, {_RANGES}}}\norder: [support]\nformula: equal",
    f"ranges: {{support: any, {_RANGES}}}\nswing: {{support: 100}}",
    (
        "order: [support, security]\nwithin: {security: {ranges: {deterrence: any, "
        "escalation-risk: any}, points: {deterrence: 1}}}"
    ),
    *_group("{}", "[deterrence-first]", "deterrence-first", "{deterrence-first: -1}", "{a: }"),
    *_group("{deterrence-first: '1'}", "{Deterrence: 1}"),
    "group: {}",
    "group: [deterrence-first]",
    "group: {of: {deterrence-first: 1}, by: mean}",
    "group: {deterrence-first: 1}",
    "group: {of: {deterrence-first: 1}}\nwithin: {}",
    "group: {of: {deterrence-first: 1}}\nswing: {support: 100}",
    "group: {of: {deterrence-first: 1}}\nformula: equal",
    "order: [support, security]\nwithin: {security: {group: {of: {deterrence-first: 1}}}}",
    f"{_ELICITED} yesterday",
    f"{_ELICITED} {{when: yesterday}}",
    f"{_ELICITED} {{when: 20261122}}",
    f"{_ELICITED} {{when: 2026-11-22, why: x}}",
    f"{_ELICITED} {{answers: [support]}}",
    f"{_ELICITED} {{answers: {{largest: }}}}",
]

BAD_HERE = [
    *_order("[suport, escalation-risk, deterrence]", "[support, [escalation-risk, deterence]]"),
    "order: [support, security]\nwithin: {security: {order: [deterrence, support]}}",
    *_pairwise("support over deterence: 2, support over escalation-risk: 2"),
    (
        "pairwise: {security over support: 2}\n"
        "within: {security: {pairwise: {deterrence over support: 2}}}"
    ),
    *_best_worst(
        _BEST_WORST.replace("best: escalation-risk", "best: escalation"),
        _BEST_WORST.replace("{support: 2", "{suport: 2"),
    ),
    *_cards("[escalation-risk, 2, suport, deterrence]", "[escalation-risk, [suport, deterrence]]"),
    *_trade_offs("escalation from 100 to 50 is worth support from 0 to 50"),
    "ranges: {suport: any, escalation-risk: any, deterrence: any}",
    "ranges: {support: any, escalation-risk: any, deterrence: any}\norder: [deterence, support]",
    *_group("{deterence-first: 1}"),
]

ANOTHER_VALUE = [
    *_order("[support, [support, escalation-risk], deterrence]"),
    *_pairwise(
        "support over deterrence: 2, deterrence over support: 2, support over escalation-risk: 2"
    ),
    *_ratio("9999/2", "2/9999"),
    *_best_worst(
        _BEST_WORST.replace("worst: deterrence", "worst: escalation-risk"),
        _BEST_WORST.replace("deterrence: 4", "deterrence: 3"),
        _BEST_WORST.replace("{support: 2", "{escalation-risk: 1, support: 2"),
    ),
    *_cards(
        "[escalation-risk, support, deterrence, 2]",
        "[escalation-risk, 2, 2, support, deterrence]",
        "[[escalation-risk, support, deterrence]]",
        "[escalation-risk, [support, escalation-risk], deterrence]",
    ),
    "cards: [escalation-risk, support, deterrence]\nratio: 1",
    *_trade_offs(
        "support from 50 to 50 is worth escalation-risk from 50 to 0",
        "support from 0 to 150 is worth escalation-risk from 50 to 0",
        "support from 0 to 50 is worth escalation-risk from 0 to 50",
    ),
    *_ranges("{low: 0.4, high: 0.3}", "{low: 0.9}", "{high: 0}"),
    "ranges: {support: {low: 0.6}, escalation-risk: {low: 0.6}, deterrence: any}",
    *_group("{deterrence-first: 0}"),
]

NOT_ALL = [
    *_order("[support, escalation-risk]", "[support, security]", "[security, support, deterrence]"),
    *_pairwise("support over deterrence: 2"),
    *_best_worst(
        "best: support, worst: deterrence, best-to-others: {deterrence: 2}, "
        "others-to-worst: {support: 2}"
    ),
    *_cards("[escalation-risk, support]"),
    "trade-offs: [deterrence from 0 to 100 is worth support from 0 to 40]",
    "ranges: {support: any, deterrence: any}",
    *_group("{balanced: 1}", "{balanced: 1, deterrence-first: 2}"),
]
