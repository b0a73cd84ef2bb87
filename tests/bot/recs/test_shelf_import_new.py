"""`/shelf import` onto a shelf that is not there yet: it is made together with what it holds."""

from collections.abc import Callable
from typing import Any

import pytest

GOOD = "title,year,tags\nBlue Comet,1999,space|ice\nRed Dwarf,1988,space\n"
BROKEN = "title,year\nBlue Comet,1999\nGreen Moon,soon\n"
STOP = """
CREATE TRIGGER stop BEFORE INSERT ON items WHEN NEW.title = 'Red Dwarf'
BEGIN SELECT RAISE(ABORT, 'no room for that one'); END
"""


@pytest.fixture
def bare(stage: Any) -> Any:
    """A stage without any shelf, where ann is an admin."""
    stage.hall.appoint("ann")
    return stage


def names(stage: Any) -> list[str]:
    """What the shelves are called."""
    library = stage.app.recommenders.library
    return sorted(one.shelf.name for one in library.shelves(stage.hall.server_id))


async def test_a_new_name_makes_a_shelf(managed: Any, send: Callable[..., Any]) -> None:
    """The try-out says that it is new and writes nothing; the button makes both, twice is once."""
    before = managed.rows()
    tried = await send(managed, GOOD, shelf="  Board  Games ")
    assert tried.title == "films.csv for board games"
    assert "There is no shelf **board games** here yet." in tried.everything
    assert "2 things are in order. Shall I make the shelf with them?" in tried.everything
    assert "up to date" not in tried.everything
    assert tried.labels == ["Make it with 2 things"]
    assert managed.rows() == before
    done = await managed.press("ann", tried, "Make it with 2 things")
    assert done.content == "📚 **board games**: 2 new, 0 brought up to date, 0 as before."
    assert names(managed) == ["board games", "films"]
    assert managed.rows()["items"] == before["items"] + 2
    rows = managed.rows()
    await managed.redeliver()
    assert managed.rows() == rows


async def test_server_without_a_shelf(bare: Any, send: Callable[..., Any]) -> None:
    """The first shelf of a server that was never heard of is made in the same way."""
    tried = await send(bare, GOOD, shelf="books")
    assert tried.title == "films.csv for Books"
    assert "There is no shelf **Books** here yet." in tried.everything
    assert bare.rows()["shelves"] == bare.rows()["servers"] == 0
    await bare.press("ann", tried, "Make it with 2 things")
    assert names(bare) == ["books"]
    rated = await bare.use("ben", "rate", item="Blue Comet (1999)", stars=4.0)
    assert "★★★★" in rated.everything


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", ("There is no shelf here yet.", "`/shelf import shelf:films`")),
        ("de", ("Hier gibt es noch kein Regal.", "`/regal einlesen regal:films`")),
        ("fr", ("Il n'y a pas encore d'étagère ici.", "`/étagère importer étagère:films`")),
    ],
)
async def test_no_name_and_no_shelf(
    bare: Any, send: Callable[..., Any], code: str, words: tuple[str, str]
) -> None:
    """Whoever names none where there is none is told how to."""
    bare.hall.speaks("ann", code)
    said = await send(bare, GOOD)
    assert all(one in said.content for one in words)
    assert not said.labels


@pytest.mark.parametrize(
    ("code", "typed", "words", "label"),
    [
        ("en", "film", "But there is **Films**. If you mean that one", "Put it on Films"),
        ("de", "Film", "Aber es gibt das Regal „**Filme**“.", "Ins Regal „Filme“"),
        ("fr", "flims", "Mais il y a l'étagère « **Films** ».", "Sur l'étagère « Films »"),
    ],
)
async def test_name_that_is_nearly_one_there_is(
    managed: Any, send: Callable[..., Any], code: str, typed: str, words: str, label: str
) -> None:
    """It is pointed out, and a second button takes that one instead."""
    managed.hall.speaks("ann", code)
    tried = await send(managed, GOOD, shelf=typed)
    assert words in tried.everything
    assert tried.labels[1:] == [label]
    done = await managed.press("ann", tried, label)
    assert "2 " in done.content
    assert names(managed) == ["films"]


async def test_nearly_the_same_name_on_purpose(managed: Any, send: Callable[..., Any]) -> None:
    """Whoever wants both gets both."""
    tried = await send(managed, GOOD, shelf="film")
    await managed.press("ann", tried, "Make it with 2 things")
    assert names(managed) == ["film", "films"]


async def test_other_names_are_no_misspellings(managed: Any, send: Callable[..., Any]) -> None:
    """Nothing is pointed out where nothing is alike."""
    tried = await send(managed, GOOD, shelf="books")
    assert "But there is" not in tried.everything
    assert len(tried.labels) == 1


@pytest.mark.parametrize("typed", ["x" * 33, "🎲🎲", "—"])
async def test_bad_names(managed: Any, send: Callable[..., Any], typed: str) -> None:
    """They are refused as they are for a new name, before any row is told."""
    said = await send(managed, GOOD, shelf=typed)
    assert said.content == (
        "A shelf needs a name of 1 to 32 characters, with a letter or a digit among them."
    )


@pytest.mark.parametrize("typed", ["7:1=0:2=", "=1:0=é", "🚀" * 31 + "x", "漢字" * 16, "a*b_c`d"])
async def test_any_name_comes_through(managed: Any, send: Callable[..., Any], typed: str) -> None:
    """The button carries it as it is, through a restart, too."""
    tried = await send(managed, GOOD, shelf=typed)
    await managed.restart()
    done = await managed.press("ann", tried, "Make it with 2 things")
    assert "2 new" in done.content
    assert names(managed) == sorted(["films", typed])


async def test_shelf_made_meanwhile(managed: Any, send: Callable[..., Any]) -> None:
    """It is used, with what is on it by then."""
    tried = await send(managed, GOOD, shelf="Books")
    again = await send(managed, GOOD, shelf="books")
    await managed.use("ann", "shelf create", name="books")
    await managed.press("ann", tried, "Make it with 2 things")
    done = await managed.press("ann", again, "Make it with 2 things")
    assert done.content == "📚 **Books**: 0 new, 0 brought up to date, 2 as before."
    assert names(managed) == ["books", "films"]


async def test_broken_rows_for_a_new_shelf(managed: Any, send: Callable[..., Any]) -> None:
    """They are told as ever, and the shelf is made with the others alone."""
    tried = await send(managed, BROKEN, shelf="books")
    assert "There is no shelf **Books** here yet." in tried.everything
    assert "1 row is wrong, so I have written nothing:" in tried.everything
    done = await managed.press("ann", tried, "Make it with only the 1 good thing")
    assert "1 new" in done.content
    assert "1 row was wrong and is left out." in done.content


async def test_nothing_good_for_a_new_shelf(managed: Any, send: Callable[..., Any]) -> None:
    """Nothing goes on, and no shelf is made."""
    tried = await send(managed, "title,year\n,1\n", shelf="books")
    assert not tried.labels
    assert names(managed) == ["films"]


async def test_failure_leaves_nothing_behind(managed: Any, send: Callable[..., Any]) -> None:
    """Where the database refuses an item the shelf is not made either; later the button works."""
    tried = await send(managed, GOOD, shelf="books")
    before = managed.rows()
    with managed.app.database.writing() as connection:
        connection.exec_driver_sql(STOP)
        connection.commit()
    said = await managed.press("ann", tried, "Make it with 2 things")
    assert "I cannot reach my notes" in said.content
    assert managed.rows() == before
    assert names(managed) == ["films"]
    with managed.app.database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER stop")
        connection.commit()
    done = await managed.press("ann", tried, "Make it with 2 things")
    assert "2 new" in done.content
