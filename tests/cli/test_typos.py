"""A misspelt command, option, id, tag or word gets the one that was probably meant."""

import pytest
from cli_program import policyscore


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rnak"], "No such command 'rnak'. Did you mean 'rank'?"),
        (["Rank"], "No such command 'Rank'. Did you mean 'rank'?"),
        (["validat"], "No such command 'validat'. Did you mean 'validate'?"),
        (["rank", "--formt", "json"], "No such option: --formt. Did you mean `--format`?"),
        (["rank", "--witout", "x"], "Did you mean `--output`, `--top` or `--without`?"),
        (["rank", "--to", "3"], "Did you mean `--tag`, `--top` or `--without`?"),
        (["--versoin"], "No such option: --versoin. Did you mean `--version`?"),
        (["show", "rebiuld"], "There is no option `rebiuld`. Did you mean `rebuild`?"),
        (["show", "Rebuild"], "There is no option `Rebuild`. Did you mean `rebuild`?"),
        (["show", "limit_speed"], "Did you mean `limit-speed`?"),
        (["show", "Limit speed"], "Did you mean `limit-speed`?"),
        (["why", "rebuild", "clos-now"], "There is no option `clos-now`. Did you mean `clos"),
        (["why", "clos-now", "rebuild"], "There is no option `clos-now`. Did you mean `clos"),
        (["rank", "--only", "rebild"], "There is no option `rebild`. Did you mean `rebuild`?"),
        (["rank", "--without", "rebild"], "There is no option `rebild`. Did you mean `rebuild`?"),
        (["rank", "everone"], "There is no profile `everone`. Did you mean `everyone`?"),
        (["show", "rebuild", "-p", "everone"], "Did you mean `everyone`?"),
        (["why", "rebuild", "close-now", "-p", "everone"], "Did you mean `everyone`?"),
        (["rank", "--tag", "qick"], "No option has the tag `qick`. Did you mean `quick`?"),
        (["rank", "--tag", "xyz"], "There is `cheap`, `lasting`, `quick`."),
        (["rank", "--format", "jsn"], "'jsn' is not one of 'table', 'json', 'csv', 'markdown'."),
        (["rank", "--top", "0"], "it needs a whole number, 1 or more, not '0'."),
        (["rank", "--top", "three"], "it needs a whole number, 1 or more, not 'three'."),
        (["rank", "--top", "-1"], "it needs a whole number, 1 or more, not '-1'."),
        (["rank", "--top", "9" * 5000], "'--top' / '-n'"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_a_typo_is_answered_with_what_was_meant(arguments: list[str], message: str) -> None:
    outcome = policyscore(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("policyscore: ")
    assert message in outcome.err


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["nonsense"], "policyscore"),
        (["--nonsense"], "policyscore"),
        (["rank", "--nonsense"], "policyscore rank"),
        (["show"], "policyscore show"),
        (["why", "rebuild"], "policyscore why"),
        (["validate", "--nonsense"], "policyscore validate"),
        (["init", "a", "b"], "policyscore init"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_names_the_help_that_lists_what_there_is(
    arguments: list[str], command: str
) -> None:
    last = policyscore(*arguments).err.splitlines()[-1]
    assert last == f"`{command} --help` lists what there is."


def test_a_case_without_tags_says_only_that_there_is_none() -> None:
    outcome = policyscore("rank", "--tag", "x", "--only", "rebuild")
    assert "No option has the tag `x`." in outcome.err


def test_arguments_are_looked_at_before_files_are_read() -> None:
    outcome = policyscore("rank", "--all", "everyone", "-C", "/nowhere")
    assert "`--all` already names every profile" in outcome.err
