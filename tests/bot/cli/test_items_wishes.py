"""`warmer items suggest`, `waiting`, `approve` and `reject`, as an operator uses them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.local.server import LocalDiscord

Run = Callable[..., Any]


@pytest.fixture
def run(warmer: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `warmer` without an encoder, with a film on a shelf of the console's server."""
    monkeypatch.setenv("WARMER_ENCODER", "http")
    Path("films.csv").write_text("external_id,title,year\nsea,Sea,1999\n")

    def use(*arguments: str) -> Any:
        return warmer(*arguments, "--database", "taste.sqlite3")

    put = use("items", "import", "films.csv", "--shelf", "films", "--server", "console")
    assert put.code == 0
    return use


def waiting(run: Run) -> list[str]:
    """The titles that wait."""
    rows = json.loads(run("items", "waiting", "--json").out)["waiting"]
    return [row["item"]["title"] for row in rows]


def standing(run: Run) -> list[str]:
    """The titles on the shelf."""
    rows = json.loads(run("items", "list", "--shelf", "films", "--json").out)
    return [row["title"] for row in rows]


def test_wish_and_grant(run: Run) -> None:
    """What is wished for waits with whose wish it is, and stands on the shelf once approved."""
    ended = run(
        "items", "suggest", "Paper Moon", "--year", "1973", "--tags", "Comedy, con",
        "--about", "A con man and a girl.", "--member", "Ada",
    )  # fmt: skip
    assert ended.out.startswith("Paper Moon (1973) waits for films, as '#")
    [row] = json.loads(run("items", "waiting", "--json").out)["waiting"]
    assert (row["item"]["tags"], row["item"]["shelf"]) == (["comedy", "con"], "films")
    assert row["member"] == str(LocalDiscord(identity="play").add_person("Ada").id)
    shown = run("items", "waiting").out
    assert f"#{row['item']['number']}" in shown
    assert "Paper Moon (1973)" in shown
    assert standing(run) == ["Sea"]
    assert run("items", "approve", "paper moon").out == "Paper Moon (1973) stands on films now.\n"
    assert standing(run) == ["Sea", "Paper Moon"]
    assert run("items", "waiting").out == "Nothing is wished for.\n"
    assert run("recs", "rate", "Paper Moon", "4").code == 0


def test_reject(run: Run) -> None:
    """What is turned down is on no shelf, and waits no more; it may be wished for again."""
    run("items", "suggest", "Paper Moon")
    done = json.loads(run("items", "reject", "Paper Moon", "--json").out)["settled"]
    assert [(one["item"]["title"], one["status"]) for one in done] == [("Paper Moon", "removed")]
    assert (waiting(run), standing(run)) == ([], ["Sea"])
    again = json.loads(run("items", "suggest", "Paper Moon", "--json").out)
    assert (again["status"], again["item"]["number"]) == ("suggested", done[0]["item"]["number"])


def test_all_or_nothing(run: Run) -> None:
    """Where one of several does not wait, none is settled; near titles are told."""
    run("items", "suggest", "Paper Moon")
    run("items", "suggest", "Paper Sun")
    ended = run("items", "approve", "Paper Sun", "Paper Mon")
    assert (ended.code, "Did you mean Paper Moon" in ended.complaint) == (65, True)
    assert waiting(run) == ["Paper Moon", "Paper Sun"]
    rows = json.loads(run("items", "waiting", "--json").out)["waiting"]
    numbers = [f"#{row['item']['number']}" for row in rows]
    assert run("items", "approve", *numbers).code == 0
    assert standing(run) == ["Sea", "Paper Moon", "Paper Sun"]


def test_what_does_not_wait(run: Run) -> None:
    """What stands there, or was turned down, is told apart from what nobody knows."""
    ended = run("items", "approve", "Sea")
    assert (ended.code, "it stands on its shelf" in ended.complaint) == (65, True)
    run("items", "suggest", "Paper Moon")
    run("items", "reject", "Paper Moon")
    ended = run("items", "approve", "paper-moon")
    assert (ended.code, "was turned down" in ended.complaint) == (65, True)
    ended = run("items", "reject", "Nothing")
    assert (ended.code, "nothing called 'Nothing'" in ended.complaint) == (65, True)


def test_equal_wishes_on_two_shelves(run: Run) -> None:
    """A title that waits for two shelves is ambiguous until the shelf is named."""
    run("items", "import", "films.csv", "--shelf", "books")
    run("items", "suggest", "Dune", "--shelf", "films")
    run("items", "suggest", "Dune", "--shelf", "books")
    ended = run("items", "approve", "Dune")
    assert (ended.code, "Several items may be meant by 'Dune'" in ended.complaint) == (65, True)
    assert run("items", "approve", "Dune", "--shelf", "books").out == "Dune stands on books now.\n"
    assert waiting(run) == ["Dune"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["Sea"], 65, "Sea (1999) stands on the shelf already"),
        ([" "], 2, "title is empty"),
        (["x" * 201], 2, "title is too long"),
        (["Moon", "--year", "99999"], 2, "year is out of range"),
        (["Moon", "--shelf", "books"], 65, "There are: films."),
    ],
    ids=["there", "empty", "long", "year", "shelf"],
)
def test_wishes_that_cannot_be(run: Run, arguments: list[str], code: int, words: str) -> None:
    """Each is one clear line, and nothing waits."""
    ended = run("items", "suggest", *arguments)
    assert (ended.code, words in ended.complaint) == (code, True)
    assert waiting(run) == []


def test_wish_that_waits_already(run: Run) -> None:
    """It is told with its number; and a member may have twenty of them, not more."""
    for number in range(20):
        assert run("items", "suggest", f"Film {number}").code == 0
    ended = run("items", "suggest", "film 3", "--member", "Ada")
    assert (ended.code, "Film 3 waits already, as '#" in ended.complaint) == (65, True)
    ended = run("items", "suggest", "Film 20")
    assert (ended.code, "20 wishes waiting" in ended.complaint) == (65, True)
    assert run("items", "suggest", "Film 20", "--member", "Ada").code == 0
