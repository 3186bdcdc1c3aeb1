"""Rankings under the profile of a group: what each member would choose, and whose the first is."""

import pytest

from policyscore.case.directory import Files
from policyscore.decision import Decision, check
from policyscore.views.ranking.as_json import ranking_data
from policyscore.views.ranking.tables import ranking_markdown
from policyscore.views.ranking.text import members_line

HEADER = """\
policyscore: 1
title: Tried
baseline: wait
default-profile: both
criteria:
  peace: {title: Peace, better: higher, scale: {0: war, 100: peace}}
  price: {title: Price, better: higher, scale: {0: ruin, 100: free}}
"""
SCORES = {"wait": (0, 0), "strike": (100, 0), "settle": (0, 100), "talk": (60, 60)}


def decided(both: str, **others: str) -> Decision:
    """A case whose members want peace or a low price, and nothing between."""
    profiles = {
        "peace-first": "points: {peace: 1, price: 0}",
        "price-first": "points: {peace: 0, price: 1}",
        "both": both,
        **{key.replace("_", "-"): stated for key, stated in others.items()},
    }
    texts = {"policyscore.yaml": HEADER}
    for key, (peace, price) in SCORES.items():
        scores = f"scores: {{peace: {peace}, price: {price}}}"
        texts[f"options/{key}.yaml"] = f"title: {key.capitalize()}\n{scores}\n"
    for key, stated in profiles.items():
        title = key.replace("-", " ").capitalize()
        texts[f"weights/{key}.yaml"] = f"title: {title}\n{stated}\n"
    decision, findings = check(Files(texts=texts, present=set(texts)))
    assert decision is not None, findings
    return decision


EVENLY = "group: {of: {peace-first: 1, price-first: 1}}"


def test_a_winner_that_is_nobodys_is_said_to_be() -> None:
    ranking = decided(EVENLY).rank()
    assert [r.option for r in ranking.first] == ["talk"]
    (caution,) = [c for c in ranking.cautions if c.kind == "nobodys-first"]
    assert caution.options == ("talk",)
    assert caution.text == (
        "No member of the group puts Talk first; they choose Strike (Peace first) and Settle "
        "(Price first). It comes first only because their weights are averaged."
    )


def test_a_winner_of_one_member_is_not_complained_of() -> None:
    ranking = decided("group: {of: {peace-first: 9, price-first: 1}}").rank()
    assert [r.option for r in ranking.first] == ["strike"]
    assert not [c for c in ranking.cautions if c.kind == "nobodys-first"]


def test_a_member_who_does_not_count_does_not_make_it_theirs() -> None:
    stated = "group: {of: {peace-first: 1, price-first: 1, middle: 0}}"
    ranking = decided(stated, middle="points: {peace: 1, price: 1}").rank()
    assert [c.options for c in ranking.cautions if c.kind == "nobodys-first"] == [("talk",)]


def test_members_are_shown_with_their_share_and_what_they_put_first() -> None:
    decision = decided("group: {of: {peace-first: 3, price-first: 1}}")
    ranking = decision.rank()
    line = (
        "Members: Peace first (75%) puts Strike first; Price first (25%) puts Settle first."
    )  # fmt: skip
    assert members_line(decision.case, ranking) == line
    assert line in ranking_markdown(decision.case, ranking, None)
    data = ranking_data(decision.case, ranking)["profile"]["members"]
    assert data == [
        {"profile": "peace-first", "title": "Peace first", "share": 0.75, "first": ["strike"]},
        {"profile": "price-first", "title": "Price first", "share": 0.25, "first": ["settle"]},
    ]


def test_only_the_options_that_are_ranked_can_be_a_members_choice() -> None:
    ranking = decided(EVENLY).rank(options=["wait", "strike", "talk"])
    assert [member.first for member in ranking.members] == [("strike",), ("talk",)]
    assert not [c for c in ranking.cautions if c.kind == "nobodys-first"]


def test_a_profile_of_one_person_has_no_members() -> None:
    decision = decided(EVENLY)
    ranking = decision.rank("peace-first")
    assert ranking.members == ()
    assert members_line(decision.case, ranking) == ""


@pytest.mark.parametrize("stated", [EVENLY, "group: {of: {pair: 1, price-first: 0}}"])
def test_a_group_weighs_as_the_mean_of_its_members(stated: str) -> None:
    weights = decided(stated, pair=EVENLY).weights["both"]
    assert weights.criteria == {"peace": 0.5, "price": 0.5}
