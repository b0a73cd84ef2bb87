"""Looking on through a shelf: everything once, whatever happens meanwhile."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.components.wishes import recalled, remembered

PAGE = 6


def listed(said: Any) -> list[str]:
    """The titles of a list, in their order, without years."""
    return re.findall(r"\*\*\d+\. (.+?)(?: \(\d+\))?\*\*", said.embed["description"])


def plain(said: Any) -> list[str]:
    """Those of them that are no surprise."""
    lines = re.findall(r"\*\*\d+\. .+", said.embed["description"])
    return [title for title, line in zip(listed(said), lines, strict=True) if "🎲" not in line]


async def shelf_of(stage: Any, films: Any, more: int) -> Any:
    """The films' shelf with so many more on it."""
    made = await films(stage)
    tags = (("space", "robots"), ("romance", "letters"))
    made.put(made.shelf(), *((f"Film {n}", tags[n % 2], 1950 + n) for n in range(more)))
    return made


async def test_pages_never_repeat(stage: Any, films: Any, rate: Any) -> None:
    """Looking on shows every film there is once, and after the last one begins anew."""
    made = await shelf_of(stage, films, 40)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=5)
    said = await stage.use("ann", "recommend")
    first, seen = listed(said), listed(said)
    for _ in range(8):
        said = await stage.press("ann", said, "Another look")
        seen += listed(said)
    everything = {item.title for item in made.store.items(made.shelf().id)}
    assert len(seen) == len({*seen})
    assert {*seen} == everything - {"Star Dust", "Iron Orbit"}
    assert listed(await stage.press("ann", said, "Another look")) == first


async def test_a_surprise_takes_nothing_away(stage: Any, films: Any, rate: Any) -> None:
    """What a surprise took the place of is on the next page, and each page has its own."""
    await shelf_of(stage, films, 20)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    assert len(plain(said)) == PAGE - 1
    second = await stage.press("ann", said, "Another look")
    assert len(plain(second)) == PAGE - 1
    assert not {*listed(said)} & {*listed(second)}


async def test_rating_from_a_list_skips_nothing(stage: Any, films: Any, rate: Any) -> None:
    """Who rates three of a list and looks on gets the best that they have not seen yet."""
    await shelf_of(stage, films, 20)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.press("ann", await stage.use("ann", "recommend"), "Safer")
    one = listed(said)
    for title in one[:3]:
        await stage.use("ann", "rate", item=title, stars=4.0)
    fresh = await stage.press("ann", await stage.use("ann", "recommend"), "Safer")
    two = listed(await stage.press("ann", said, "Another look"))
    assert not {*one} & {*two}
    assert {*listed(fresh)} <= {*one, *two}


async def test_looking_on_after_a_restart(stage: Any, films: Any, rate: Any) -> None:
    """What was shown is known from the message itself."""
    await shelf_of(stage, films, 20)
    await rate(stage, "ann", Star_Dust=5)
    first = await stage.use("ann", "recommend")
    seen = listed(first)
    second = await stage.press("ann", first, "Another look")
    seen += listed(second)
    await stage.restart()
    seen += listed(await stage.press("ann", second, "Another look"))
    assert len(seen) == len({*seen}) == 3 * PAGE


async def test_a_later_page_is_shown_to_all(stage: Any, films: Any, rate: Any) -> None:
    """What all get to see is the page that the member saw; its menu still rates."""
    await shelf_of(stage, films, 20)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.press("ann", await stage.use("ann", "recommend"), "Another look")
    item = await stage.choose("ann", said, said.choices[0][0], "w1:taste:change")
    assert item.title == said.choices[0][0]
    await stage.press("ann", said, "Show to all")
    assert listed(stage.channel_messages()[-1]) == listed(said)


async def test_another_dial_begins_anew(stage: Any, films: Any, rate: Any) -> None:
    """A bolder or safer list starts from its own best."""
    await shelf_of(stage, films, 20)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    safest = listed(await stage.press("ann", said, "Safer"))
    onward = await stage.press("ann", await stage.use("ann", "recommend"), "Another look")
    assert listed(await stage.press("ann", onward, "Safer")) == safest


async def test_a_list_from_before_goes_on(stage: Any, films: Any, rate: Any) -> None:
    """Where everything was rated after a list was sent, looking on says so."""
    await films(stage, only=8)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    for item in [*listed(said), "Iron Orbit", "The Last Signal", "Moon Harbour"]:
        await stage.use("ann", "rate", item=item, stars=3.0)
    for item in ("Quiet Gravity", "Letters in June", "The Ferry Girl", "Two Summers"):
        await stage.use("ann", "rate", item=item, stars=3.0)
    told = await stage.press("ann", said, "Another look")
    assert told.content.startswith("You have told me about everything on this shelf")


@given(st.sets(st.integers(1, 10**7), max_size=80), st.integers(0, 100))
def test_memory_holds_what_fits(ids: set[int], room: int) -> None:
    """What is written is read again, in so many letters; the rest is told to be left."""
    ordered = sorted(ids)
    text, left = remembered(ordered, room)
    assert len(text) <= room
    assert [*recalled(text), *left] == ordered


def test_hundreds_of_neighbours_fit() -> None:
    """Items that were put on a shelf together take a letter each."""
    text, left = remembered([5000 + n for n in range(90)], 94)
    assert not left
    assert [*recalled(text)] == [5000 + n for n in range(90)]


@pytest.mark.parametrize("code", ["de", "fr"])
async def test_looking_on_in_other_languages(stage: Any, films: Any, code: str) -> None:
    """The button says in its language that there is more."""
    await films(stage)
    stage.hall.speaks("ann", code)
    said = await stage.use("ann", "recommend")
    label = {"de": "Weitere Vorschläge", "fr": "D'autres idées"}[code]
    assert not {*listed(said)} & {*listed(await stage.press("ann", said, label))}


async def test_no_look_where_nothing_is_left(stage: Any, films: Any) -> None:
    """A list that has all there is offers no other look, which would be the same."""
    await films(stage, only=PAGE)
    said = await stage.use("ann", "recommend")
    assert len(listed(said)) == PAGE
    assert "Another look" not in said.labels
    assert "Bolder" in said.labels


async def test_a_look_back(stage: Any, films: Any) -> None:
    """The last page of several leads back to the first."""
    await films(stage, only=PAGE + 1)
    said = await stage.use("ann", "recommend")
    last = await stage.press("ann", said, "Another look")
    assert len(listed(last)) == 1
    assert listed(await stage.press("ann", last, "Another look")) == listed(said)
