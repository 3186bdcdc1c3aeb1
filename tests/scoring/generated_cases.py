"""Cases made by Hypothesis, written as text and loaded as a user's files are.

A `Made` case is plain data that a test changes with `replace` and then turns into a `Decision`, so
that every property is one of the whole program from the text of the files on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from policyscore.case.directory import Files
from policyscore.decision import Decision, check

EXPERTS = ("ann", "bob", "eve")
quick = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@dataclass(frozen=True)
class Scale:
    """A criterion: its scale from `low` to `high`, and points of its value function or None."""

    low: float
    high: float
    better: str
    value: Mapping[float, float] | None = None
    limits: Mapping[str, float] = field(default_factory=dict)

    @property
    def worst(self) -> float:
        """The worse end."""
        return self.high if self.better == "lower" else self.low

    @property
    def best(self) -> float:
        """The better end."""
        return self.low if self.better == "lower" else self.high


# A score is a number, "unknown", or a list of judgements as mappings.
Score = Any


@dataclass(frozen=True)
class Made:
    """A case: scales by criterion, scores by option and criterion, points and expert weights.

    `about` holds further keys of options.
    """

    scales: Mapping[str, Scale]
    scores: Mapping[str, Mapping[str, Score]]
    points: Mapping[str, float]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    experts: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(EXPERTS, 1.0))
    about: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def texts(self) -> dict[str, str]:
        """The files of the case."""
        grouped = {key for members in self.groups.values() for key in members}
        tree = {
            group: {"title": group, "criteria": {key: self._criterion(key) for key in members}}
            for group, members in self.groups.items()
        } | {key: self._criterion(key) for key in self.scales if key not in grouped}
        header = {
            "policyscore": 1,
            "title": "Made",
            "baseline": next(iter(self.scores)),
            "criteria": tree,
            "experts": {e: {"title": e, "weight": w} for e, w in self.experts.items()},
        }
        texts = {"policyscore.yaml": flow(header)}
        for option, scores in self.scores.items():
            about = {"title": option, **self.about.get(option, {}), "scores": scores}
            texts[f"options/{option}.yaml"] = flow(about)
        texts["weights/made.yaml"] = flow({"title": "Made", "points": self.points})
        return texts

    def _criterion(self, key: str) -> dict[str, Any]:
        scale = self.scales[key]
        made: dict[str, Any] = {"title": key, "better": scale.better, **scale.limits}
        made["scale"] = {scale.low: "one end", scale.high: "other end"}
        if scale.value is not None:
            made["value"] = dict(scale.value)
        return made

    def decision(self) -> Decision:
        """The case, loaded."""
        texts = self.texts()
        decision, findings = check(Files(texts=texts, present=set(texts)))
        assert decision is not None, [(f.path, f.message) for f in findings]
        return decision

    def totals(self) -> dict[str, float]:
        """The total of every option."""
        return {r.option: r.total.value for r in self.decision().rank().ranked}

    def ranks(self) -> dict[str, int | None]:
        """The rank of every option."""
        return {r.option: r.rank for r in self.decision().rank().ranked}


def flow(data: Any) -> str:
    """Data as YAML on one line."""
    if isinstance(data, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list | tuple):
        return "[" + ", ".join(map(flow, data)) + "]"
    return data if isinstance(data, str) else repr(data)


# Strategies are made once, since making them takes longer than drawing from them.
UNIT = st.sampled_from([k / 8 for k in range(9)]) | st.floats(0, 1)
LOWEST, WIDTH = st.sampled_from([0, -10, 2.5, 1e6]), st.sampled_from([1, 10, 100, 0.125, 5e6])
BETTER, FORM = st.sampled_from(["lower", "higher"]), st.sampled_from(["value", "linear"])
INNER = st.lists(st.tuples(st.integers(1, 15), st.integers(0, 100)), min_size=1, max_size=3)
KIND = st.sampled_from(["likely", "range", "both", "unknown"])
SCORE = st.sampled_from(["number", "number", "judged", "judged", "unknown"])
JUDGES = st.lists(st.sampled_from(EXPERTS), min_size=1, max_size=3, unique=True)
POINTS = st.integers(1, 100) | st.floats(0.001, 1000)
EXPERT_WEIGHT = st.sampled_from([1.0, 2, 0.5, 3])
HOW_MANY_CRITERIA, HOW_MANY_OPTIONS = st.integers(1, 4), st.integers(2, 5)


def number_on(scale: Scale, share: float) -> float:
    """The score that lies this share of the way from the lowest end to the highest."""
    return min(scale.low + (scale.high - scale.low) * share, scale.high)


def numbers_on(scale: Scale) -> st.SearchStrategy[float]:
    """Scores on a scale: its ends, round ones, and any."""
    return UNIT.map(lambda share: number_on(scale, share))


def draw_scale(draw: st.DrawFn) -> Scale:
    """A scale with round ends and, at times, a value function."""
    low = draw(LOWEST)
    high, better = low + draw(WIDTH), draw(BETTER)
    if draw(FORM) == "linear":
        return Scale(low, high, better)
    inner = draw(INNER)
    between = sorted({low + (high - low) * k / 16 for k, _ in inner})
    rising = [0.0, *sorted(float(v) for _, v in inner)[: len(between)], 100.0]
    values = rising if better == "higher" else rising[::-1]
    return Scale(low, high, better, dict(zip([low, *between, high], values, strict=True)))


def draw_judgement(draw: st.DrawFn, scale: Scale, by: str) -> dict[str, Any]:
    """A judgement of any kind by an expert."""
    kind = draw(KIND)
    if kind == "unknown":
        return {"by": by, "likely": "unknown"}
    low, likely, high = sorted(number_on(scale, draw(UNIT)) for _ in range(3))
    if kind == "likely":
        return {"by": by, "likely": likely}
    judgement = {"by": by, "low": low, "high": high}
    return judgement if kind == "range" else {**judgement, "likely": likely}


def draw_score(draw: st.DrawFn, scale: Scale) -> Score:
    """A score of any form."""
    form = draw(SCORE)
    if form == "number":
        return number_on(scale, draw(UNIT))
    if form == "unknown":
        return "unknown"
    return [draw_judgement(draw, scale, expert) for expert in draw(JUDGES)]


@st.composite
def _cases(draw: st.DrawFn) -> Made:
    scales = {f"c{n}": draw_scale(draw) for n in range(draw(HOW_MANY_CRITERIA))}
    options = [f"o{n}" for n in range(draw(HOW_MANY_OPTIONS))]
    scores = {o: {key: draw_score(draw, scale) for key, scale in scales.items()} for o in options}
    points = {key: draw(POINTS) for key in scales}
    return Made(scales, scores, points, {}, {expert: draw(EXPERT_WEIGHT) for expert in EXPERTS})


# Cases of a few options and criteria, without requirements; the first option is the baseline.
CASES = _cases()
