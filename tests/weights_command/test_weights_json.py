"""`weights --format json`: the promised keys and all that is added, with numbers by hand."""

from pathlib import Path

import pytest
from weights_cases import PAIRS, SWING, TOP_DOWN, weights, write_case

US = "title: Us\ngroup: {of: {p: 3, q: 1}}\n"
ORDER = "title: Order\norder: [escalation, [deterrence, support], cost, speed]\n"
JSON = ("--format", "json")
KEYS = [
    *("id", "title", "by", "because", "ways", "stated", "weights", "groups", "local", "extents"),
    *("swings", "trade_offs", "consistency", "members"),
]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    profiles = {"p": SWING, "q": TOP_DOWN, "pairs": PAIRS, "us": US, "order": ORDER}
    return write_case(tmp_path, profiles)


def test_the_default_profile_has_every_key(case: Path) -> None:
    run = weights(case, *JSON)
    assert run.code == 0
    assert run.err == "The case has 2 warnings; `policyscore validate` shows them.\n"
    assert list(run.data) == ["schema", "case", "profiles"]
    assert run.data["schema"] == "policyscore/weights/1"
    assert run.data["case"] == "An incident"
    assert [profile["id"] for profile in run.data["profiles"]] == ["p"]
    assert list(run.profile) == KEYS


def test_the_numbers_of_a_flat_profile(case: Path) -> None:
    profile = weights(case, "p", *JSON).profile
    expected = {"escalation": 0.4, "deterrence": 0.3, "cost": 0.1, "support": 0.15, "speed": 0.05}
    assert profile["weights"] == pytest.approx(expected)
    assert profile["groups"] == pytest.approx({"security": 0.7, "home": 0.25, "purse": 0.1})
    assert profile["local"]["purse"] == pytest.approx(0.4)
    assert profile["ways"] == ["swing"]
    assert profile["stated"] == [{"group": None, "way": "swing", "settings": {}}]
    assert profile["extents"] == {}
    assert profile["members"] == {}
    assert profile["consistency"] == {
        "ratio": None,
        "acceptable": True,
        "measure": None,
        "limit": None,
        "levels": [],
    }


def test_swings_go_from_the_worst_end_to_the_best(case: Path) -> None:
    swings = weights(case, "p", *JSON).profile["swings"]
    assert list(swings) == ["escalation", "deterrence", "cost", "support", "speed"]
    assert swings["escalation"] == {
        "from": {"score": 100.0, "words": "a clash"},
        "to": {"score": 0.0, "words": "none"},
    }
    assert swings["speed"]["from"] == {"score": -10.0, "words": "years late"}
    assert swings["cost"]["to"] == {"score": 0.0, "words": "free"}


def test_trade_offs_are_told_as_data(case: Path) -> None:
    trade_offs = weights(case, "p", *JSON).profile["trade_offs"]
    assert [t["worth"]["criterion"] for t in trade_offs] == ["deterrence", "support", "cost"]
    assert trade_offs[2] == {
        "step": {
            "criterion": "escalation",
            "from": {"score": 60.0, "words": ""},
            "to": {"score": 40.0, "words": ""},
        },
        "worth": {
            "criterion": "cost",
            "from": {"score": 1000.0, "words": "ruin"},
            "to": {"score": pytest.approx(200.0), "words": ""},
        },
        "enough": True,
    }


def test_local_weights_are_null_in_a_group_that_weighs_nothing(case: Path) -> None:
    local = weights(case, "q", *JSON).profile["local"]
    assert local["home"] == 0.0
    assert (local["purse"], local["cost"], local["support"]) == (None, None, None)
    assert local["deterrence"] == pytest.approx(1 / 3)


def test_inconsistency_is_that_of_the_worst_level(case: Path) -> None:
    profile = weights(case, "pairs", *JSON).profile
    assert (profile["by"], profile["because"]) == ("The desk", "It was asked so.")
    found = profile["consistency"]
    # home = 3 speed, security = 3 home and speed = 2 security: the product round is 18, so the
    # matrix has lambda_max 1 + 18^(1/3) + 18^(-1/3) (three names).
    lambda_max = 1 + 18 ** (1 / 3) + 18 ** (-1 / 3)
    assert found["ratio"] == pytest.approx((lambda_max - 3) / 2 / 0.5245)
    assert found["acceptable"] is False
    assert found["limit"] == 0.1
    assert "Alonso & Lamata" in found["measure"]
    top, security = found["levels"]
    assert (top["group"], top["way"], top["ratio"]) == (None, "pairwise", found["ratio"])
    assert " over " in top["worst"]
    assert "speed" not in top["worst"].replace("Speed", "")
    assert (security["group"], security["acceptable"]) == ("security", True)
    assert profile["stated"][2] == {
        "group": "home",
        "way": "order",
        "settings": {"formula": "rank-sum"},
    }


def test_extents_of_an_order(case: Path) -> None:
    extents = weights(case, "order", *JSON).profile["extents"]
    assert extents["escalation"] == {"low": pytest.approx(0.2), "high": 1.0}
    assert extents["speed"] == {"low": 0.0, "high": pytest.approx(0.2)}


def test_a_group_of_profiles_has_members_and_their_spread(case: Path) -> None:
    profile = weights(case, "us", *JSON).profile
    assert profile["members"] == pytest.approx({"p": 0.75, "q": 0.25})
    assert profile["weights"]["escalation"] == pytest.approx(0.75 * 0.4 + 0.25 * 0.5)
    assert profile["extents"]["escalation"] == {
        "low": pytest.approx(0.4),
        "high": pytest.approx(0.5),
    }


def test_several_profiles_keep_the_schema_and_the_order_asked_for(case: Path) -> None:
    several = weights(case, "q", "p", "q", *JSON).data
    assert several["schema"] == "policyscore/weights/1"
    assert [profile["id"] for profile in several["profiles"]] == ["q", "p"]
    every = weights(case, "--all", *JSON).data
    assert [profile["id"] for profile in every["profiles"]] == ["order", "p", "pairs", "q", "us"]
    for profile in every["profiles"]:
        assert list(profile) == KEYS
        assert sum(profile["weights"].values()) == pytest.approx(1)
        assert set(profile["local"]) == {*profile["weights"], *profile["groups"]}


def test_a_profile_from_a_file_outside_the_case(case: Path, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.yaml"
    path.write_text(TOP_DOWN.replace("Top-down", "Elsewhere"), "utf-8")
    run = weights(case, path, *JSON)
    assert run.code == 0
    assert run.profile["title"] == "Elsewhere"
