"""What yaml-language-server, which VS Code and other editors run, makes of the schemas of a case.

It is a program for node. `.ci/peers DIR` installs it; POLICYSCORE_PEERS=DIR says where it is.
"""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from editor_cases import write_case
from language_client import LanguageClient

from policyscore.cli.schema import write_schemas
from policyscore.cli.starting import starter_files
from policyscore.decision import load

FILES = starter_files()
OPTION = FILES["options/wait.yaml"]
NUMBERS = count(1)
HEAD = OPTION.partition("\n")[0] + "\ntitle: New\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageClient]:
    """The server, on a case with its schemas."""
    peers = os.environ.get("POLICYSCORE_PEERS")
    if not peers:
        pytest.skip("POLICYSCORE_PEERS is not set; `.ci/peers DIR` installs what this needs")
    program = Path(peers, "node_modules", "yaml-language-server", "bin", "yaml-language-server")
    node = shutil.which("node")
    assert node is not None, "node is missing, though POLICYSCORE_PEERS is set"
    assert program.exists(), f"{program} is missing, though POLICYSCORE_PEERS is set"
    root = write_case(tmp_path_factory.mktemp("case")).resolve()
    write_schemas(load(root))
    with LanguageClient([node, str(program), "--stdio"], root) as client:
        yield client


def opened(server: LanguageClient, folder: str, text: str) -> tuple[Path, list[dict[str, Any]]]:
    """Open a text as a new file in a folder, and give what is wrong with it."""
    path = server.root / folder / f"new-{next(NUMBERS)}.yaml"
    return path, server.open(path, text)


def problems(server: LanguageClient, folder: str, text: str) -> list[tuple[int, str]]:
    """Line, counted from 1, and message of each thing that is wrong with a text."""
    _, found = opened(server, folder, text)
    return [(problem["range"]["start"]["line"] + 1, problem["message"]) for problem in found]


def offered(server: LanguageClient, folder: str, text: str) -> dict[str, str]:
    """What is offered where `|` stands in a text: label to the documentation shown with it."""
    before, _, after = text.partition("|")
    path, _ = opened(server, folder, before + after)
    items = server.complete(path, *end_of(before))
    return {label: str(item.get("documentation")) for label, item in items.items()}


def hover(server: LanguageClient, folder: str, text: str, word: str) -> str:
    """What is shown over the first place of a word in a text."""
    path, _ = opened(server, folder, text)
    return server.hover(path, *end_of(text[: text.index(word) + 1]))


def end_of(text: str) -> tuple[int, int]:
    """Line and column, counted from 0, of the end of a text."""
    return text.count("\n"), len(text) - text.rfind("\n") - 1


@pytest.mark.parametrize("path", FILES)
def test_a_good_file_has_no_problems(server: LanguageClient, path: str) -> None:
    assert problems(server, path.rpartition("/")[0], FILES[path]) == []


def test_the_criteria_of_the_case_are_offered_with_their_questions(server: LanguageClient) -> None:
    found = offered(server, "options", f"{HEAD}scores:\n  |")
    assert {"escalation-risk", "deterrence", "support"} <= set(found)
    assert found["support"].startswith("How many of the parties in parliament would back it?")


def test_a_criterion_that_is_scored_is_not_offered_again(server: LanguageClient) -> None:
    found = offered(server, "options", f"{HEAD}scores:\n  support: 5\n  |")
    assert "deterrence" in found
    assert "support" not in found


@pytest.mark.parametrize(
    "place", ["\n    |", "\n    by: analyst\n    |", "\n    - by: analyst\n      |"]
)
def test_the_keys_of_a_judgement_are_offered(server: LanguageClient, place: str) -> None:
    text = f"{HEAD}scores:\n  support:{place}\n"
    found = offered(server, "options", text)
    assert {"likely", "low", "high", "because", "source"} <= set(found)
    assert "50: the governing parties" in found["likely"]
    assert not any("object Object" in label for label in found)


def test_the_anchors_of_the_scale_are_offered_as_scores(server: LanguageClient) -> None:
    text = f"{HEAD}scores:\n  support:\n    likely: |\n"
    found = offered(server, "options", text)
    assert list(found) == ["0: none", "50: the governing parties", "100: all", "unknown"]


def test_experts_sources_options_and_tags_are_offered(server: LanguageClient) -> None:
    judgement = f"{HEAD}scores:\n  support:\n    "
    by = offered(server, "options", f"{judgement}by: |\n")
    assert by == {
        "analyst": "Desk analyst",
        "attache": "Defence attaché",
        "case-author": "The case's author",
    }
    source = offered(server, "options", f"{judgement}source: |\n")
    assert source == {"cable": "Embassy cable"}
    requires = offered(server, "options", f"{HEAD}requires: [|]\n")
    assert list(requires) == ["patrols", "protest", "wait"]
    tags = offered(server, "options", f"{HEAD}tags: [|]\n")
    assert list(tags) == ["diplomatic", "military"]


def test_the_criteria_to_weigh_are_offered_with_the_step_they_stand_for(
    server: LanguageClient,
) -> None:
    head = FILES["weights/balanced.yaml"].partition("\n")[0] + "\ntitle: New\n"
    found = offered(server, "weights", f"{head}swing:\n  |")
    assert found["support"] == "The step from 0 (none) to 100 (all)."
    text = f"{head}swing: {{security: 1, support: 1}}\nwithin:\n  security:\n    points:\n      |"
    inside = offered(server, "weights", text)
    assert list(inside) == ["escalation-risk", "deterrence"]


def test_the_case_is_offered_its_options_as_a_baseline(server: LanguageClient) -> None:
    head = FILES["policyscore.yaml"].partition("\n")[0]
    found = offered(server, "", f"{head}\npolicyscore: 1\nbaseline: |\n")
    assert found["wait"] == "Wait and watch"


@pytest.mark.parametrize("word", ["escalation-risk", "deterrence", "support"])
def test_a_criterion_shows_its_title_question_and_anchors(
    server: LanguageClient, word: str
) -> None:
    # In this file one has several judgements, one a range and one a single judgement.
    shown = hover(server, "options", FILES["options/protest.yaml"], f"{word}:")
    criteria = {
        "escalation-risk": ("Escalation risk", "answers with force?", "100: shots are fired"),
        "deterrence": ("Deterrence", "before the next incident?", "0: encouraged"),
        "support": ("Support at home", "would back it?", "50: the governing parties"),
    }
    title, *texts = criteria[word]
    assert shown.startswith(f"#### {title}\n")
    assert all(text in shown for text in texts)


def test_a_bare_score_shows_the_question_as_well(server: LanguageClient) -> None:
    assert "would back it?" in hover(server, "options", OPTION, "support:")


def test_an_expert_shows_who_it_is(server: LanguageClient) -> None:
    assert "Desk analyst" in hover(server, "options", OPTION, "analyst")


TYPOS = [
    ("  support: 55", "  suport: 55", ["Property suport is not allowed.", 'Missing property "sup']),
    ("  support: 55", "  support: 155", ["Value is above the maximum of 100."]),
    ("  support: 55", "  support: unkown", ["Write a number, `unknown`, a judgement or a list of"]),
    ("  support: 55", "  support:", ["Write a number, `unknown`, a judgement or a list of"]),
    ("  support: 55", "  support: {likley: 5, likely: 5}", ["Property likley is not allowed."]),
    ("  support: 55", "  support: [{likely: 5, bye: x}]", ["Property bye is not allowed."]),
    ("  support: 55", "  support: {likely: 5, by: analist}", ["Value is not accepted. Valid val"]),
    ("  support: 55", "  support: {because: x}", ["Add `likely`, or `low` and `high`, or `likel"]),
    ("  support: 55", "  support: {likely: unknown, low: 1, high: 2}", ["An unknown score has no"]),
]


@pytest.mark.parametrize(("old", "new", "messages"), TYPOS)
def test_a_mistake_is_one_message_on_its_line(
    server: LanguageClient, old: str, new: str, messages: list[str]
) -> None:
    assert OPTION.count(old) == 1
    found = problems(server, "options", OPTION.replace(old, new))
    line = OPTION[: OPTION.index(old)].count("\n") + 1
    assert len(found) == len(messages)
    assert any(at == line for at, _ in found)
    for message in messages:
        assert any(said.startswith(message) for _, said in found)


def test_weights_stated_in_two_ways_are_said_to_be(server: LanguageClient) -> None:
    text = FILES["weights/balanced.yaml"] + "points: {support: 1}\n"
    found = problems(server, "weights", text)
    assert [message for _, message in found] == ["State the weights of one level in one way."]


def test_the_server_asks_for_nothing_but_its_settings(server: LanguageClient) -> None:
    assert set(server.requested) <= {"workspace/configuration", "client/registerCapability"}


WEIGHED = FILES["weights/balanced.yaml"].partition("\n")[0] + "\ntitle: New\n"


def test_profiles_that_a_group_can_combine_are_offered(server: LanguageClient) -> None:
    found = offered(server, "weights", f"{WEIGHED}group:\n  of:\n    |")
    assert {"balanced", "deterrence-first"} <= set(found)


def test_pairs_are_offered_where_they_are_few(server: LanguageClient) -> None:
    text = (
        f"{WEIGHED}swing: {{security: 1, support: 1}}\nwithin:\n  security:\n    pairwise:\n      |"
    )
    found = offered(server, "weights", text)
    assert "escalation-risk over deterrence" in found
    assert found["escalation-risk over deterrence"].startswith("How many times as much")


def test_names_are_offered_in_an_order(server: LanguageClient) -> None:
    found = offered(server, "weights", f"{WEIGHED}order: [|]\n")
    assert {"security", "escalation-risk", "deterrence", "support"} <= set(found)


def test_ends_of_a_range_are_offered(server: LanguageClient) -> None:
    found = offered(server, "weights", f"{WEIGHED}ranges:\n  support:\n    |\n")
    assert {"low", "high"} <= set(found)


def test_settings_of_a_way_are_offered_and_explained(server: LanguageClient) -> None:
    text = f"{WEIGHED}order: [support, escalation-risk, deterrence]\nformula: centroid\n"
    assert "How places become weights" in hover(server, "weights", text, "formula")
    found = offered(server, "weights", text.replace("centroid", "|"))
    assert list(found) == ["centroid", "rank-sum", "reciprocal", "equal"]


@pytest.mark.parametrize("way", ["swing", "ranges", "best-worst"])
def test_a_member_that_is_weighed_shows_its_step(server: LanguageClient, way: str) -> None:
    stated = {
        "swing": "{support: 100, escalation-risk: 1}",
        "ranges": "{support: {low: 0.1}, escalation-risk: any}",
        "best-worst": "{best: deterrence, worst: escalation-risk, best-to-others: {support: 2}}",
    }
    shown = hover(server, "weights", f"{WEIGHED}{way}: {stated[way]}\n", "support:")
    assert shown.startswith("#### Support at home\n")
    assert "The step from 0 (none) to 100 (all)." in shown


MISTAKES = [
    ("pairwise: {support over deterence: 2, support over escalation-risk: 1}", "Write the ids of"),
    ("pairwise: {support over security: 1:2}", "Write a number above 0, such as 3, or a fraction"),
    ("trade-offs: [support from 0 to 5 equals deterrence from 0 to 5]", "Write steps on two crit"),
    ("order: [support, {a: 1}]", "Write a name or a list of names."),
    ("order: [suport, escalation-risk]", "Value is not accepted. Valid values: "),
    ("cards: [2, support, security]\nratio: 2", "Blank cards lie between two criteria."),
    ("cards: [support, 2, security]", "`cards` needs `ratio` beside it."),
    ("points: {support: 1}\nformula: equal", "This does not go with `points`."),
    ("ranges: {support: some}", "Write `any` or a range."),
    ("group: {of: {balanced: 1}}\npoints: {support: 1}", "`group` combines whole profiles, so no"),
    ("formula: equal", "State the weights, under `"),
    ("swing: {support: 1}\nwithin: {security: {}}", "State the weights, under `"),
    ("points: {support: 1}\nelicited: {when: yesterday}", "Write a day, such as 2026-11-22."),
]


@pytest.mark.parametrize(("stated", "message"), MISTAKES)
def test_a_mistake_in_weights_is_one_message(
    server: LanguageClient, stated: str, message: str
) -> None:
    found = problems(server, "weights", f"{WEIGHED}{stated}\n")
    assert len(found) == 1, found
    assert found[0][1].startswith(message), found


@pytest.mark.parametrize(
    "stated",
    [
        "ranges: {support: any, escalation-risk: {low: 0.2}, deterrence: {}}\norder: [support]",
        "cards: [support, 2, [escalation-risk, deterrence]]\nratio: 3",
        "pairwise: {support over deterrence: 1/2, deterrence over escalation-risk: 3}",
        (
            "trade-offs:\n  - support from 0 to 5 is worth escalation-risk from 9 to 4\n"
            "  - support from 0 to 5 is worth deterrence from 4 to 9"
        ),
        "group: {of: {balanced: 1, deterrence-first: 2}}",
    ],
)
def test_good_weights_have_no_problems(server: LanguageClient, stated: str) -> None:
    assert problems(server, "weights", f"{WEIGHED}{stated}\n") == []
