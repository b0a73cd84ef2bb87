"""`warmer words`: what the table says of words, and what is missing to make it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.words import app


def words(*arguments: str, typed: str | bytes | None = None) -> Result:
    """The command, run with that standard input."""
    return CliRunner().invoke(app, list(arguments), input=typed)


def test_score_keeps_the_order_and_says_nan() -> None:
    """Each pair comes back in its place with its similarity, or nan for an unknown word."""
    result = words("score", "--pairs", "-", typed="salt\tpepper\nqqq\tdog\ncolour\tcolor\n")
    first, second, third = (line.split("\t") for line in result.stdout.splitlines())
    assert first[:2] == ["salt", "pepper"]
    assert 0.2 < float(first[2]) < 0.9
    assert second == ["qqq", "dog", "nan"]
    assert float(third[2]) == 1.0


@pytest.mark.parametrize("command", ["score", "rank"])
@pytest.mark.parametrize("typed", ["", "\n\n", "  \n"])
def test_nothing_in_is_nothing_out(command: str, typed: str) -> None:
    """Empty input is no failure."""
    result = words(command, "--pairs", "-", typed=typed)
    assert (result.exit_code, result.stdout) == (0, "")


def test_odd_lines_are_taken_kindly() -> None:
    """A line of one field, one of three, carriage returns and capitals all get an answer."""
    result = words("score", "--pairs", "-", typed="dog\r\nDog\tCat\tx\r\n\t\u00e9\n[b]\t[/b]\n")
    fields = [line.split("\t") for line in result.stdout.splitlines()]
    assert [len(line) for line in fields] == [3, 3, 3, 3]
    assert [line[2] == "nan" for line in fields] == [True, False, True, True]


def test_rank_is_that_of_the_raw_list() -> None:
    """The nearest raw neighbour has rank 1, the target 0, an unknown word nan."""
    near = json.loads(words("neighbors", "river", "-k", "3", "--raw", "--json").stdout)
    third = near["neighbors"][2]
    typed = f"river\t{third['word']}\nriver\triver\nriver\tqqq\n"
    result = words("rank", "--pairs", "-", typed=typed)
    assert [line.split("\t")[2] for line in result.stdout.splitlines()] == ["3", "0", "nan"]


def test_neighbors_are_so_many_as_asked_for() -> None:
    """The list has k lines, and an unknown word is said to be unknown."""
    assert len(words("neighbors", "river", "-k", "7").stdout.splitlines()) == 7
    unknown = words("neighbors", "qqq")
    assert unknown.exit_code == 65
    assert "qqq" in unknown.stderr


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A missing file and one that is no text end with a line and an exit code."""
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    missing = words("score", "--pairs", str(tmp_path / "none"))
    binary = words("score", "--pairs", str(tmp_path / "binary"))
    assert (missing.exit_code, binary.exit_code) == (66, 65)
    assert "no text" in binary.stderr.lower() or "not text" in binary.stderr


@pytest.mark.parametrize(
    ("options", "remedy"),
    [
        (["build", "--wordnet", "{}", "--glove", "{}"], "wordnet-base"),
        (["evaluate", "--pairs", "{}", "--no-bare"], "gensim"),
    ],
)
def test_missing_source_is_told_with_its_remedy(
    tmp_path: Path, options: list[str], remedy: str
) -> None:
    """Where a source is missing, it is said which, and how to get it."""
    result = words(*(option.format(tmp_path) for option in options))
    assert result.exit_code == 66
    assert remedy in result.stderr
