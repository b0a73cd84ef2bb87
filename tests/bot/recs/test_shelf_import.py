"""`/shelf import`: a file is tried, told row by row, and imported by a button."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.components.shelf_imports import LARGEST

GOOD = "title,year,tags\nBlue Comet,1999,space|ice\nRed Dwarf,1988,space\n"
BROKEN = "title,year\nBlue Comet,1999\n,1988\nGreen Moon,soon\nBlue Comet,1999\nOld One,9000\n"


async def test_good_file(managed: Any, send: Callable[..., Any]) -> None:
    """It is tried first, and nothing is written; the button imports it, twice is once."""
    before = managed.rows()
    tried = await send(managed, GOOD)
    assert tried.ephemeral
    assert tried.title == "films.csv for Films"
    assert "2 things are in order. Shall I put them on **Films**?" in tried.everything
    assert managed.rows() == before
    done = await managed.press("ann", tried, "Put 2 things on it")
    assert done.content == "📚 **Films**: 2 new, 0 brought up to date, 0 as before."
    assert not done.files
    assert managed.rows()["items"] == before["items"] + 2
    rows = managed.rows()
    await managed.redeliver()
    assert managed.rows() == rows
    rated = await managed.use("ben", "rate", item="Blue Comet (1999)", stars=4.0)
    assert "★★★★" in rated.everything


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("en", "1 thing is in order. Shall I put it on **Films**?"),
        ("de", "1 Eintrag ist in Ordnung. Soll das ins Regal „Filme“?"),
        ("fr", "1 chose est en ordre. Je la mets sur l'étagère « Films » ?"),
    ],
)
async def test_a_single_row(managed: Any, send: Callable[..., Any], code: str, asked: str) -> None:
    """One thing is spoken of as one."""
    managed.hall.speaks("ann", code)
    tried = await send(managed, "title\nBlue Comet\n")
    assert asked in tried.everything


async def test_broken_rows_are_told_one_by_one(managed: Any, send: Callable[..., Any]) -> None:
    """Each with its line; a button imports the others."""
    before = managed.rows()
    tried = await send(managed, BROKEN)
    for words in (
        "4 rows are wrong, so I have written nothing:",
        "**Line 3**, title: it is empty",
        "**Line 4**, year: *soon* is no number",
        "**Line 5**: this is in line 2 already (*blue-comet-1999*)",
        "**Line 6**, year: *9000* is not between -5000 and 2200",
    ):
        assert words in tried.everything
    assert managed.rows() == before
    done = await managed.press("ann", tried, "Only the 1 good thing")
    assert "1 new, 0 brought up to date, 0 as before." in done.content
    assert "4 rows were wrong and are left out." in done.content


async def test_nothing_but_broken_rows(managed: Any, send: Callable[..., Any]) -> None:
    """There is nothing to go on with, so there is no button."""
    tried = await send(managed, "title,year\n,1\n,2\n")
    assert "2 rows are wrong" in tried.everything
    assert "Nothing else is in the file" in tried.everything
    assert not tried.labels


async def test_many_broken_rows_fit(managed: Any, send: Callable[..., Any]) -> None:
    """However many there are, and however long, the first are told and the others counted."""
    rows = "\n".join(f'"{"*" * 300}",x{"_" * 300}' for _ in range(400))
    tried = await send(managed, f"title,year\n{rows}\nGood,1999\n")
    assert "400 rows are wrong" in tried.everything
    assert "… and 380 more." in tried.everything


async def test_open_quote(managed: Any, send: Callable[..., Any]) -> None:
    """A quote that is never closed swallows nothing here either."""
    tried = await send(managed, 'title,description\nA,"open\nB,two\nC,three\n')
    assert "**Line 2**: a quote is not closed" in tried.everything
    done = await managed.press("ann", tried, "Only the 2 good things")
    assert "2 new" in done.content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"title\n", "I find nothing to import in that file."),
        (b"title\nCaf\xe9\n", "not text in UTF-8"),
        (b"film;year\nA;1\n", "has no column *title*"),
        (b'[{"title": "A"},\n', "broken JSON in line 2"),
        (b"title\n" + b"a\n" * (LARGEST // 2), "larger than 1 MB"),
    ],
    ids=["empty", "latin-1", "no title", "json", "large"],
)
async def test_files_that_are_none(
    managed: Any, send: Callable[..., Any], content: bytes, words: str
) -> None:
    """What is wrong with a file as a whole is one clear answer."""
    before = managed.rows()
    said = await send(managed, content)
    assert said.ephemeral
    assert words in said.content
    assert managed.rows() == before


async def test_odd_names(managed: Any, send: Callable[..., Any]) -> None:
    """A file's name leads nowhere, and other formats are read by what is in them."""
    tried = await send(managed, '[{"title": "A"}]', name="..%2f..%2fetc passwd?.json")
    done = await managed.press("ann", tried, "Put 1 thing on it")
    assert "1 new" in done.content


async def test_what_was_taken_off(managed: Any, send: Callable[..., Any]) -> None:
    """It stays off, and is counted, unless it is asked for."""
    asked = await managed.use("ann", "shelf remove", item="Star Dust")
    await managed.press("ann", asked, "Take it off")
    text = "external_id,title\nstar-dust,Star Dust\n"
    done = await managed.press("ann", await send(managed, text), "Put 1 thing on it")
    assert "1 thing stays off" in done.content
    tried = await send(managed, text, restore=True)
    done = await managed.press("ann", tried, "Put 1 thing on it")
    assert done.content == "📚 **Films**: 0 new, 1 brought up to date, 0 as before."


async def test_admins_only(managed: Any, send: Callable[..., Any]) -> None:
    """Members who do not manage the server are refused before their file is read."""
    assert "manage" in (await send(managed, GOOD, "ben")).content.lower()


async def test_after_a_restart(managed: Any, send: Callable[..., Any]) -> None:
    """The button needs nothing that the bot would have to remember."""
    tried = await send(managed, GOOD)
    await managed.restart()
    done = await managed.press("ann", tried, "Put 2 things on it")
    assert "2 new" in done.content


async def test_shelf_that_is_gone(managed: Any, send: Callable[..., Any]) -> None:
    """Where the shelf was deleted meanwhile, that is said."""
    tried = await send(managed, GOOD)
    asked = await managed.use("ann", "shelf delete", shelf="films")
    await managed.press("ann", asked, "Delete for good")
    assert (
        "no shelves here yet" in (await managed.press("ann", tried, "Put 2 things on it")).content
    )


async def test_one_of_several_shelves_that_is_gone(managed: Any, send: Callable[..., Any]) -> None:
    """Then it is said which there still are, and none is made in its place."""
    await managed.use("ann", "shelf create", name="books")
    tried = await send(managed, GOOD, shelf="films")
    asked = await managed.use("ann", "shelf delete", shelf="films")
    await managed.press("ann", asked, "Delete for good")
    said = await managed.press("ann", tried, "Put 2 things on it")
    assert said.content == "That shelf is not here any more. There are: *books*."
    assert managed.rows()["shelves"] == 1
