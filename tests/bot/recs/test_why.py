"""The account of a place on a list: in a mood and for several it is told what else counts."""

import re
from typing import Any

import pytest

CRIME = {"The Wet Street", "Inspector Vane", "Nine Alibis", "A Cold Ledger", "The Grey Umbrella"}


def listed(said: Any) -> list[str]:
    """The titles of a list, in their order."""
    return re.findall(r"\*\*\d+\. (.+?)\*\*", said.embed["description"])


def tables(said: Any) -> list[list[int]]:
    """The amounts in each table of an account, in hundredths."""
    blocks = said.embed["description"].split("```")[1::2]
    figures = (re.findall(r"^\s*([+-]?\d+[.,]\d{2}) ", block, re.MULTILINE) for block in blocks)
    return [[int(re.sub("[.,]", "", one)) for one in found] for found in figures]


async def test_why_in_a_mood(stage: Any, films: Any, rate: Any) -> None:
    """What the mood adds and what taste adds make up the place; taste alone comes after."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend", mood="crime detective rain")
    first = listed(said)[0]
    assert first in CRIME
    why = await stage.choose("ann", said, first, "w1:taste:why")
    text = why.embed["description"]
    place, own = tables(why)
    assert place[0] == 6000
    assert 0 <= place[1] <= 4000
    assert place[0] + place[1] == place[2]
    assert "the mood (60 at most)" in text
    assert "your taste (40 at most)" in text
    assert sum(own[:-1]) == own[-1]
    assert text.index("the mood (60") < text.index("Star Dust ★★★★★")


async def test_why_in_a_group(stage: Any, films: Any, rate: Any) -> None:
    """The average and whoever it suits least make up the place; others' ratings are not told."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    await rate(stage, "ben", Two_Summers=5, The_Ferry_Girl=5)
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    why = await stage.choose("ann", said, listed(said)[0], "w1:taste:why")
    place, own = tables(why)
    assert place[0] + place[1] == place[2]
    assert place[1] <= place[0] <= 5000
    assert "whoever it suits least (50 at most)" in why.everything
    assert sum(own[:-1]) == own[-1]
    assert "Star Dust" in why.everything
    for title in ("Two Summers", "The Ferry Girl"):
        assert title not in why.everything


async def test_why_after_a_restart(stage: Any, films: Any, rate: Any) -> None:
    """Mood and others are known from the message itself, together as well."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    ben = stage.hall.member("ben")
    said = await stage.use("ann", "recommend", mood="rain", with1=ben)
    before = await stage.choose("ann", said, listed(said)[0], "w1:taste:why")
    assert "what suits you all (40 at most)" in before.everything
    await stage.restart()
    after = await stage.choose("ann", said, listed(said)[0], "w1:taste:why")
    assert after.embed == before.embed


async def test_why_without_either(stage: Any, films: Any, rate: Any) -> None:
    """A list by one's own taste alone has one account."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    why = await stage.choose("ann", said, listed(said)[0], "w1:taste:why")
    assert len(tables(why)) == 1
    assert "points of 100" not in why.everything


async def test_why_of_what_was_rated_meanwhile(stage: Any, films: Any, rate: Any) -> None:
    """A list that is still there explains also what was rated after it came."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend", mood="crime detective rain")
    first = listed(said)[0]
    await stage.use("ann", "rate", item=first, stars=4.0)
    why = await stage.choose("ann", said, first, "w1:taste:why")
    assert tables(why)[0][0] == 6000


@pytest.mark.parametrize(
    ("code", "mood", "group"),
    [
        ("de", "die Stimmung (höchstens 60)", "wem es am wenigsten liegt"),
        ("fr", "l'humeur (60 au plus)", "à qui ça plairait le moins"),
    ],
)
async def test_why_in_other_languages(
    stage: Any, films: Any, rate: Any, code: str, mood: str, group: str
) -> None:
    """Both accounts are in the member's language."""
    await films(stage)
    stage.hall.speaks("ann", code)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend", mood="rain")
    why = await stage.choose("ann", said, listed(said)[0], "w1:taste:why")
    assert mood in why.everything
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    why = await stage.choose("ann", said, listed(said)[0], "w1:taste:why")
    assert group in why.everything


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Other things are nearer to the mood"),
        ("de", "Anderes ist der Stimmung näher"),
        ("fr", "D'autres titres sont plus proches de l'humeur"),
    ],
)
async def test_why_of_what_a_mood_is_not_about(
    stage: Any, films: Any, rate: Any, code: str, words: str
) -> None:
    """What comes after all that is nearer says so, and what is nearest does not."""
    await films(stage)
    stage.hall.speaks("ann", code)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend", mood="crime detective rain")
    titles = listed(said)
    assert set(titles[:5]) == CRIME
    first = await stage.choose("ann", said, titles[0], "w1:taste:why")
    last = await stage.choose("ann", said, titles[5], "w1:taste:why")
    assert words not in first.everything
    assert words in last.everything
    assert [sum(table[:-1]) for table in tables(last)] == [table[-1] for table in tables(last)]
