"""Judgements given as distributions on every screen that shows judgements or their ranges."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from cli_program import policyscore

HEADER = """\
policyscore: 1
title: A case
question: What now?
baseline: wait
default-profile: even
criteria:
  risk: {title: Risk, better: lower, scale: {0: none, 100: war}}
  trust: {title: Trust, better: higher, scale: {-10: none, 10: full}}
  cost: {title: Cost, better: lower, scale: {0: none, 1: all}}
experts:
  ann: {title: Ann, weight: 1}
"""
ACT = """\
title: Act
scores:
  risk: {normal: [40, 10], by: ann, because: So it was.}
  trust: {samples: [-3, 4, 4.5]}
  cost:
    - {beta: [1, 4]}
    - {beta: [2, 2], low: 0.25, high: 0.75, by: ann}
"""
WAIT = "title: Wait\nscores: {risk: 10, trust: unknown, cost: 0}\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    texts = {
        "policyscore.yaml": HEADER,
        "options/act.yaml": ACT,
        "options/wait.yaml": WAIT,
        "weights/even.yaml": "title: Even\npoints: {risk: 1, trust: 1, cost: 1}\n",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def shown(place: Path, *arguments: str, encoding: str = "utf-8") -> str:
    outcome = policyscore(*arguments, cwd=place, encoding=encoding, columns=100)
    assert outcome.code == 0, outcome.err
    return outcome.out


def as_data(place: Path, *arguments: str) -> Any:
    return json.loads(shown(place, *arguments, "--format", "json"))


def test_a_terminal_shows_each_form_and_what_the_ranges_are(place: Path) -> None:
    text = shown(place, "show", "act")
    lines = text.splitlines()
    assert "  • Ann (ann): normal 40 ± 10. So it was." in lines
    assert any("3 samples from −3 to 4.5, mean 1.83." in line for line in lines)
    assert any("beta 1, 4. No reason given." in line for line in lines)
    assert any("beta 2, 2 from 0.25 to 0.75." in line for line in lines)
    (risk,) = (line for line in lines if line.startswith("Risk  ") and "20.4 to 59.6" in line)
    assert risk.split()[:2] == ["Risk", "40"]
    said = "Of a judgement given as normal, beta or samples, the score is the mean and the range"
    assert said in " ".join(text.split())
    assert said not in " ".join(shown(place, "show", "wait").split())


def test_a_terminal_without_the_sign_shows_another(place: Path) -> None:
    assert "normal 40 +/- 10. So it was." in shown(place, "show", "act", encoding="ascii")


def test_json_has_the_numbers_of_the_file(place: Path) -> None:
    criteria = {c["criterion"]: c for c in as_data(place, "show", "act")["criteria"]}
    (risk,) = criteria["risk"]["judgements"]
    assert (risk["normal"], risk["beta"], risk["samples"]) == ([40, 10], None, None)
    assert (risk["likely"], risk["low"], risk["high"]) == (None, None, None)
    (trust,) = criteria["trust"]["judgements"]
    assert trust["samples"] == [-3, 4, 4.5]
    assert [j["beta"] for j in criteria["cost"]["judgements"]] == [[1, 4], [2, 2]]
    assert [j["low"] for j in criteria["cost"]["judgements"]] == [None, 0.25]
    assert criteria["cost"]["score"] == pytest.approx(0.35, rel=1e-14)
    assert criteria["risk"]["low"] == pytest.approx(20.4004, abs=1e-4)


def test_csv_has_the_distribution_as_it_stands_in_the_file(place: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(place, "show", "act", "--format", "csv"))))
    assert [row["distribution"] for row in rows] == [
        "normal: [40, 10]",
        "samples: [-3, 4, 4.5]",
        "beta: [1, 4]",
        "beta: [2, 2]",
    ]
    bare = csv.DictReader(io.StringIO(shown(place, "show", "wait", "--format", "csv")))
    assert {row["distribution"] for row in bare} == {""}


def test_markdown_names_each_form(place: Path) -> None:
    text = shown(place, "show", "act", "--format", "markdown")
    assert "Ann: normal 40 ± 10. So it was." in text
    assert "The case's author: 3 samples from -3 to 4.5, mean 1.83." in text
    assert "Of a judgement given as normal, beta or samples" in text


def test_a_total_takes_its_range_from_the_central_ranges(place: Path) -> None:
    act = next(r for r in as_data(place, "rank")["ranking"] if r["option"] == "act")
    low = (100 - 59.59964) / 3 + (-3 + 10) / 20 * 100 / 3 + (1 - 0.70285) * 100 / 3
    assert act["low"] == pytest.approx(low, abs=1e-3)
    assert act["low"] < act["value"] < act["high"]
    text = " ".join(shown(place, "rank").split())
    assert "the totals that the judgements allow, of distributions their central 95%." in text


def test_a_ranking_without_distributions_does_not_speak_of_them(place: Path) -> None:
    (place / "options" / "act.yaml").write_text(WAIT.replace("Wait", "Act"), "utf-8")
    text = " ".join(shown(place, "rank").split())
    assert "Low and high: the totals that the judgements allow." in text
    assert "central" not in text


def test_why_explains_with_the_scores_that_count(place: Path) -> None:
    data = as_data(place, "why", "act", "wait")
    values = {d["criterion"]: d["first"] for d in data["differences"]}
    assert values["risk"] == pytest.approx(60, abs=1e-3)
    assert values["trust"] == pytest.approx((11 / 6 + 10) * 5, rel=1e-12)
    assert values["cost"] == pytest.approx(65, rel=1e-12)


def test_diff_names_the_edit_in_signs_that_the_terminal_has(place: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for path in ("policyscore.yaml", "options/act.yaml", "options/wait.yaml", "weights/even.yaml"):
        (other / path).parent.mkdir(parents=True, exist_ok=True)
        (other / path).write_text((place / path).read_text("utf-8"), "utf-8")
    act = other / "options" / "act.yaml"
    act.write_text(ACT.replace("[40, 10]", "[45, 10]"), "utf-8")
    arguments = ("diff", str(place), str(other))
    assert "normal 40 ± 10 → 45 ± 10" in " ".join(shown(place, *arguments).split())
    plain = " ".join(shown(place, *arguments, encoding="ascii").split())
    assert "normal 40 +/- 10 -> 45 +/- 10" in plain


def test_validate_warns_of_tails_and_can_be_told_not_to(place: Path) -> None:
    act = place / "options" / "act.yaml"
    act.write_text(ACT.replace("[40, 10]", "[95, 10]"), "utf-8")

    def codes() -> list[str]:
        outcome = policyscore("validate", "--format", "json", cwd=place)
        assert outcome.code == 0
        return [f["code"] for f in json.loads(outcome.out)["findings"]]

    assert "PS320" in codes()
    rule = "rules: {PS320: {severity: 'off', because: It is known.}}\n"
    (place / "policyscore.yaml").write_text(HEADER + rule, "utf-8")
    assert "PS320" not in codes()
