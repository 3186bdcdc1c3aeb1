"""What the JSON of each command must hold, at the least: keys with their types."""

from typing import Any

Shape = Any

NUMBER = (int, float)
TEXT = (str,)
TRUTH = (bool,)
MAYBE_RANK = (int, type(None))
MAYBE_NUMBER = (int, float, type(None))
MAYBE_TEXT = (str, type(None))
MAYBE_NUMBERS = (list, type(None))


class Each:
    """Values of a mapping whose keys are ids."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape


RANKED = {
    "rank": MAYBE_RANK,
    "option": TEXT,
    "title": TEXT,
    "value": NUMBER,
    "low": NUMBER,
    "high": NUMBER,
    "gap": NUMBER,
    "tied": TRUTH,
    "excluded": TRUTH,
    "misses": [TEXT],
    "unknown": [TEXT],
    "scores": Each(NUMBER),
    "values": Each(NUMBER),
    "contributions": Each(NUMBER),
}
RANKING = {
    "schema": TEXT,
    "case": TEXT,
    "method": TEXT,
    "profile": {"id": TEXT, "title": TEXT, "weights": Each(NUMBER), "groups": Each(NUMBER)},
    "baseline": TEXT,
    "options": NUMBER,
    "ranking": [RANKED],
    "cautions": [{"kind": TEXT, "options": [TEXT], "text": TEXT}],
}
RANKINGS = {
    "schema": TEXT,
    "case": TEXT,
    "rankings": [RANKING],
    "agreement": {
        "kendall_w": MAYBE_NUMBER,
        "tau_b": [{"profiles": [TEXT], "tau_b": MAYBE_NUMBER}],
        "firsts": Each([TEXT]),
        "mean_ranks": Each(MAYBE_NUMBER),
    },
}
OPTION = {
    "schema": TEXT,
    "case": TEXT,
    "option": TEXT,
    "title": TEXT,
    "summary": TEXT,
    "tags": [TEXT],
    "requires": [TEXT],
    "conflicts-with": [TEXT],
    "profile": {"id": TEXT, "title": TEXT, "weights": Each(NUMBER)},
    "rank": MAYBE_RANK,
    "tied": TRUTH,
    "excluded": TRUTH,
    "value": NUMBER,
    "low": NUMBER,
    "high": NUMBER,
    "gap": NUMBER,
    "stances": [
        {
            "expert": TEXT,
            "stance": TEXT,
            "source": MAYBE_TEXT,
            "at": MAYBE_TEXT,
            "because": MAYBE_TEXT,
        }
    ],
    "criteria": [
        {
            "criterion": TEXT,
            "title": TEXT,
            "score": NUMBER,
            "low": NUMBER,
            "high": NUMBER,
            "unknown": TRUTH,
            "value": NUMBER,
            "weight": NUMBER,
            "contribution": NUMBER,
            "judgements": [
                {
                    "by": TEXT,
                    "likely": (int, float, str, type(None)),
                    "low": MAYBE_NUMBER,
                    "high": MAYBE_NUMBER,
                    "confidence": MAYBE_TEXT,
                    "basis": MAYBE_TEXT,
                    "source": MAYBE_TEXT,
                    "at": MAYBE_TEXT,
                    "because": MAYBE_TEXT,
                    "normal": MAYBE_NUMBERS,
                    "beta": MAYBE_NUMBERS,
                    "samples": MAYBE_NUMBERS,
                }
            ],
        }
    ],
}
SIDE = {"option": TEXT, "value": NUMBER}
COMPARISON = {
    "schema": TEXT,
    "case": TEXT,
    "profile": {"id": TEXT, "title": TEXT},
    "first": SIDE,
    "second": SIDE,
    "gap": NUMBER,
    "sentence": TEXT,
    "differences": [
        {
            "criterion": TEXT,
            "title": TEXT,
            "weight": NUMBER,
            "first": NUMBER,
            "second": NUMBER,
            "points": NUMBER,
        }
    ],
}


def misfits(data: Any, shape: Shape, place: str = "") -> list[str]:
    """Where data lacks a key of a shape or holds another type."""
    if isinstance(shape, tuple):
        is_truth = isinstance(data, bool) and bool not in shape
        return [f"{place}: {data!r}"] if is_truth or not isinstance(data, shape) else []
    if isinstance(shape, list):
        if not isinstance(data, list):
            return [f"{place} is no list"]
        return [w for i, item in enumerate(data) for w in misfits(item, shape[0], f"{place}[{i}]")]
    if not isinstance(data, dict):
        return [f"{place} is no mapping"]
    if isinstance(shape, Each):
        return [w for k, v in data.items() for w in misfits(v, shape.shape, f"{place}.{k}")]
    missing = [f"{place}.{key} is missing" for key in shape if key not in data]
    known = {key: inner for key, inner in shape.items() if key in data}
    return missing + [w for k, s in known.items() for w in misfits(data[k], s, f"{place}.{k}")]
