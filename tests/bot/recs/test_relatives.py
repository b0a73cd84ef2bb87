"""What is like a thing, goes with it, takes its place; what is found by words or meaning."""

import re
from typing import Any

from bot.i18n import tongue
from bot.render.recommend import found_embed
from recsys.nouns import Item
from recsys.picks import Found

SPACE = {"Iron Orbit", "The Last Signal", "Moon Harbour", "Quiet Gravity"}


def titles(said: Any) -> list[str]:
    """The titles of a list, in their order."""
    return re.findall(r"^\*\*\d+\.\*\* ([^·\n]+?)(?: ·|$)", said.embed["description"], re.MULTILINE)


async def test_similar(stage: Any, films: Any) -> None:
    """The most alike come first, in private, and lead on to be rated."""
    await films(stage)
    said = await stage.use("ann", "similar", item="Star Dust")
    assert said.ephemeral
    assert said.title == "Like Star Dust"
    assert set(titles(said)[:4]) == SPACE
    item = await stage.choose("ann", said, titles(said)[0])
    assert "Like" in item.labels


async def test_similar_asks_which(stage: Any, films: Any) -> None:
    """An ambiguous title is asked about, and the answer goes on to what was asked for."""
    made = await films(stage)
    made.put(made.shelf(), ("Solaris", ("space",), 1972), ("Solaris", ("space",), 2002))
    said = await stage.use("ann", "similar", item="Solaris")
    told = await stage.choose("ann", said, "Solaris (1972)")
    assert told.title == "Like Solaris (1972)"
    near = await stage.use("ann", "similar", item="Star Dusk")
    assert (await stage.press("ann", near, "Star Dust")).title == "Like Star Dust"


async def test_shelf_of_one_has_nothing_alike(stage: Any, films: Any) -> None:
    """On a shelf of one nothing is like it."""
    await films(stage, only=1)
    said = await stage.use("ann", "similar", item="Star Dust")
    assert "I find nothing like **Star Dust** here" in said.everything


async def test_find(stage: Any, films: Any) -> None:
    """A search finds what is about a text; where it goes by words only, it says so."""
    await films(stage)
    said = await stage.use("ann", "find", text="detective in the rain")
    assert said.title == "Found: detective in the rain"
    assert titles(said)[0] in {
        "The Wet Street", "Inspector Vane", "Nine Alibis", "A Cold Ledger", "The Grey Umbrella",
    }  # fmt: skip


async def test_find_nothing(stage: Any, films: Any) -> None:
    """What is nowhere is answered with what to do."""
    await films(stage)
    said = await stage.use("ann", "find", text="qqqxx")
    assert "I find nothing about *qqqxx*" in said.everything
    assert titles(said) == []


async def test_find_without_shelves(stage: Any) -> None:
    """Without shelves there is nothing to be searched."""
    said = await stage.use("ann", "find", text="rain")
    assert said.content.startswith("There are no shelves here yet")


async def test_pairs_and_swaps_unknown(stage: Any, films: Any) -> None:
    """Where nothing was used or liked together, it says that it does not know."""
    await films(stage, only=1)
    pairs = await stage.use("ann", "pairs", item="Star Dust")
    assert "I don't know yet what goes with **Star Dust**" in pairs.everything
    swap = await stage.use("ann", "swap", item="Star Dust")
    assert "I don't know yet what could take the place of **Star Dust**" in swap.everything


async def test_pairs(stage: Any, films: Any, rate: Any) -> None:
    """What several members like together goes together."""
    await films(stage)
    for member in ("ann", "ben", "cat"):
        await rate(stage, member, Star_Dust=5, Salt_and_Lemon=5)
    await rate(stage, "dan", Nine_Alibis=5, Two_Summers=5)
    said = await stage.use("ann", "pairs", item="Star Dust")
    assert titles(said)[0] == "Salt and Lemon"
    assert "together 3 times" in said.everything


async def test_pairs_of_one_member(stage: Any, films: Any, rate: Any) -> None:
    """What one member alone likes together is told to nobody."""
    await films(stage)
    await rate(stage, "ben", Star_Dust=5, Salt_and_Lemon=5)
    await rate(stage, "ann", Nine_Alibis=5, Two_Summers=5)
    said = await stage.use("ann", "pairs", item="Star Dust")
    assert "Salt and Lemon" not in said.everything


async def test_taste_needs_likes(stage: Any, films: Any, rate: Any) -> None:
    """Without likes there is no picture, and it says what to do."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=1)
    said = await stage.use("ann", "taste")
    assert said.content.startswith("Like a few things first")


async def test_taste(stage: Any, films: Any, rate: Any) -> None:
    """The picture of a taste comes with words for those who cannot see it."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=5, The_Last_Signal=4)
    await rate(stage, "ben", Two_Summers=5, Nine_Alibis=4)
    said = await stage.use("ann", "taste")
    assert said.title == "Your taste: Films"
    assert len(said.files) == 1
    assert said.files[0].content.startswith(b"\x89PNG")
    assert "Star Dust" in str(said.files[0].description)


async def test_taste_beside_faint_likes(stage: Any, films: Any, rate: Any) -> None:
    """What sets a taste apart is told beside all likes of the others, of four stars too."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=4.5, The_Last_Signal=5)
    for member in ("ben", "cleo", "dan", "eva", "finn"):
        await rate(stage, member, Two_Summers=4, Nine_Alibis=4, Letters_in_June=4, Moon_Harbour=4)
    said = await stage.use("ann", "taste")
    assert "**space**: 100 % of what you like, 25 % of what the others like" in said.everything


async def test_taste_beside_one_other(stage: Any, films: Any, rate: Any) -> None:
    """What the only other member likes is not given away: the shelf is what a taste is beside."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=4.5, The_Last_Signal=5)
    await rate(stage, "ben", Two_Summers=4, Nine_Alibis=4, Letters_in_June=4, Moon_Harbour=4)
    told = (await stage.use("ann", "taste")).everything
    await rate(stage, "ben", Two_Summers=1, Nine_Alibis=1, Letters_in_June=1, Salt_and_Lemon=5)
    assert "**space**: 100 % of what you like, 33 % of what is on the shelf" in told
    again = (await stage.use("ann", "taste")).everything
    assert "of what is on the shelf" in again
    assert "others like" not in told + again


def test_find_gibberish() -> None:
    """Where nothing is near what was searched for, what comes nearest is said to be no more."""
    found = Found(((Item(1, "star-dust", "Star Dust"), 0.1),), faint=True)
    told = found_embed(found, "wglmpf", tongue("en")).description or ""
    assert told.startswith("Nothing here is clearly about that.")
    assert "Star Dust" in told


async def test_search_of_an_empty_shelf(stage: Any, films: Any) -> None:
    """Where nothing stands there is nothing to find, and no word of how it was looked for."""
    await films(stage, only=0)
    said = await stage.use("ann", "find", text="rain")
    assert "can't search by meaning" not in said.everything
    assert "I find nothing about *rain*" in said.everything
