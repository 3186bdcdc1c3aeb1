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
