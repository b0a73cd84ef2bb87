"""Saying what one makes of things, by stars and buttons; changed, taken back, sent twice."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.components.rows import button, keys
from recsys.nouns import Item


async def test_stars(stage: Any, films: Any) -> None:
    """A rating is answered in private, with the next thing to try, and ways to say more."""
    await films(stage)
    said = await stage.use("ann", "rate", item="Star Dust", stars=4.5)
    assert said.ephemeral
    assert said.title == "Star Dust"
    assert "You give **Star Dust** ★★★★½." in said.everything
    assert {"Like", "Dislike", "Seen", "Not for me", "Undo"} <= set(said.labels)
    assert said.embed["fields"][0]["name"] == "Because of that"
    assert "because you liked **Star Dust**" in said.everything


async def test_titles_in_any_case(stage: Any, films: Any) -> None:
    """Case and accents of a title do not matter."""
    await films(stage)
    said = await stage.use("ann", "rate", item="sTAR dÚst", stars=4.0)
    assert "You give **Star Dust** ★★★★." in said.everything


async def test_without_stars(stage: Any, films: Any) -> None:
    """Without stars the item is shown with all that can be said; a menu gives half stars too."""
    await films(stage)
    said = await stage.use("ann", "rate", item="Star Dust")
    assert "A film about space" in said.everything
    assert len(said.choices) == 10
    rated = await stage.choose("ann", said, "★★★½ (3.5)")
    assert "You give **Star Dust** ★★★½." in rated.everything
    assert "because you liked" not in rated.everything  # 3.5 stars are no like


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("Like", "You like **Star Dust**."),
        ("Dislike", "**Star Dust** was not your thing."),
        ("Seen", "You know **Star Dust** already"),
        ("Not for me", "**Star Dust** is not for you"),
    ],
)
async def test_buttons(stage: Any, films: Any, button: str, words: str) -> None:
    """Each button says its own thing, and the item is not recommended any more."""
    await films(stage)
    said = await stage.use("ann", "rate", item="Star Dust")
    told = await stage.press("ann", said, button)
    assert words in told.everything
    listed = await stage.use("ann", "recommend")
    assert "Star Dust" not in [label for label, _ in listed.choices]


async def test_change_and_undo(stage: Any, films: Any) -> None:
    """A changed opinion says what it was; Undo brings that back, and again takes back that."""
    await films(stage)
    await stage.use("ann", "rate", item="Star Dust", stars=5.0)
    changed = await stage.use("ann", "rate", item="Star Dust", stars=1.0)
    assert "You give **Star Dust** ★. Before, it was: ★★★★★." in changed.everything
    once = await stage.press("ann", changed, "Undo")
    assert "Taken back. You give **Star Dust** ★★★★★." in once.everything
    twice = await stage.press("ann", once, "Undo")
    assert "You have said nothing about **Star Dust**" in twice.everything
    none = await stage.press("ann", twice, "Undo")
    assert none.content == "There is nothing to take back."


async def test_delivered_twice(stage: Any, films: Any, rate: Any) -> None:
    """A rating that Discord delivers twice changes nothing twice, and Undo takes it back once."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=2)
    said = await rate(stage, "ann", Star_Dust=5)
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before
    undone = await stage.press("ann", said, "Undo")
    assert "You give **Star Dust** ★★." in undone.everything
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before


async def test_next_list_differs_at_once(stage: Any, films: Any, rate: Any) -> None:
    """The list after a rating knows it already."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    first = await stage.use("ann", "recommend")
    space = ("Iron Orbit", "The Last Signal", "Moon Harbour", "Quiet Gravity")
    assert any(f"**1. {title}**" in first.everything for title in space)
    await rate(stage, "ann", The_Wet_Street=5, Inspector_Vane=5, Star_Dust=1)
    second = await stage.use("ann", "recommend")
    crime = ("Nine Alibis", "A Cold Ledger", "The Grey Umbrella")
    assert any(f"**1. {title}**" in second.everything for title in crime)


async def test_restart(stage: Any, films: Any, rate: Any) -> None:
    """Buttons from before a restart work after it, and what was said is still known."""
    await films(stage)
    said = await rate(stage, "ann", Star_Dust=5)
    await stage.restart()
    undone = await stage.press("ann", said, "Undo")
    assert "You have said nothing about **Star Dust**" in undone.everything


async def test_two_members_at_once(local_stage: Any, films: Any) -> None:
    """Two members who rate the same thing at the same time both are heard."""
    stage = local_stage
    await films(stage)
    await asyncio.gather(
        stage.use("ann", "rate", item="Star Dust", stars=5.0),
        stage.use("ben", "rate", item="Star Dust", stars=1.0),
    )
    for member, stars in (("ann", "★★★★★"), ("ben", "★")):
        said = await stage.use(member, "ratings")
        assert f"{stars} · Star Dust" in said.embed["description"]


async def test_ambiguous_title(stage: Any, films: Any) -> None:
    """Where several have a title, a menu asks which is meant, and goes on with the stars given."""
    made = await films(stage)
    made.put(made.shelf(), ("Solaris", ("space",), 1972), ("Solaris", ("space",), 2002))
    said = await stage.use("ann", "rate", item="solaris", stars=4.0)
    assert said.ephemeral
    assert said.content == "Several things have *solaris* in their title. Which one do you mean?"
    assert [label for label, _ in said.choices] == ["Solaris (1972)", "Solaris (2002)"]
    told = await stage.choose("ann", said, "Solaris (2002)")
    assert told.title == "Solaris (2002)"
    assert "★★★★." in told.everything


async def test_one_title_on_several_shelves(stage: Any, films: Any) -> None:
    """The menu names the shelves, and so do the suggestions and the buttons of what is near."""
    made = await films(stage)
    for name in ("films", "books", "my attic"):
        made.put(made.shelf(name), ("Alien", ("space", "dark"), 1979))
    said = await stage.use("ann", "rate", item="Alien", stars=4.0)
    assert [label for label, _ in said.choices] == [
        f"Alien (1979) · {shelf}" for shelf in ("Films", "Books", "my attic")
    ]
    values = await stage.complete("ann", "rate", "item", "alien")
    assert len({*values}) == 3
    for value in values:
        assert value.startswith("#")
        assert value.endswith(" Alien (1979)")
    near = await stage.use("ann", "rate", item="Alienn", stars=4.0)
    alike = [label for label in near.labels if label.startswith("Alien")]
    assert sorted(alike) == [f"Alien (1979) · {x}" for x in ("Books", "Films", "my attic")]
    told = await stage.press("ann", near, "Alien (1979) · my attic")
    assert "You give **Alien (1979)** ★★★★." in told.everything
    again = await stage.use("ann", "rate", item="Alien", stars=4.0)
    chosen = await stage.choose("ann", again, "Alien (1979) · Books")
    assert "You give **Alien (1979)** ★★★★." in chosen.everything  # another thing: no "Before"
    assert stage.rows()["opinions"] == 2


async def test_one_title_twice_on_a_shelf(stage: Any, films: Any) -> None:
    """The same film under two ids is told apart, where it is asked for and in the own list."""
    made = await films(stage)
    shelf = made.shelf()
    alien = Item(shelf.id, "a1", "Alien", tags=("space",), year=1979)
    with made.store.importing(shelf.id) as work:
        work.put_items([alien, replace(alien, external_id="a2")])
        work.commit()
    said = await stage.use("ann", "rate", item="Alien", stars=4.0)
    assert [label for label, _ in said.choices] == ["Alien (1979) · a1", "Alien (1979) · a2"]
    await stage.choose("ann", said, "Alien (1979) · a1")
    again = await stage.use("ann", "rate", item="Alien", stars=4.0)
    await stage.choose("ann", again, "Alien (1979) · a2")
    mine = await stage.use("ann", "ratings")
    assert {label for label, _ in mine.choices} == {"Alien (1979) · a1", "Alien (1979) · a2"}


async def test_titles_that_look_like_numbers(stage: Any, films: Any) -> None:
    """What is typed means that very title first, then the number; a suggestion means its item."""
    made = await films(stage)
    first = made.id("Star Dust")
    said = await stage.use("ann", "rate", item=f"#{first}", stars=4.0)
    assert "You give **Star Dust** ★★★★." in said.everything
    made.put(made.shelf(), (f"#{first}", ("odd",), None), (f"{first}", ("odd",), None))
    said = await stage.use("ann", "rate", item=f"#{first}", stars=3.0)
    assert said.title == f"#{first}"
    values = await stage.complete("ann", "rate", "item", f"#{first}")
    odd = next(value for value in values if value.endswith(f" #{first}"))
    assert (await stage.use("ann", "rate", item=odd, stars=2.0)).title == f"#{first}"
    said = await stage.use("ann", "rate", item=f"#{first} Star Dust", stars=1.0)
    assert "You give **Star Dust** ★. Before, it was: ★★★★." in said.everything
    gone = await stage.use("ann", "rate", item=f"#{first} Moon Dust", stars=1.0)
    assert "You give" not in gone.everything


async def test_unknown_title(stage: Any, films: Any) -> None:
    """A title that is misspelt offers the nearest as buttons; pressing one rates it."""
    await films(stage)
    said = await stage.use("ann", "rate", item="Star Dusk", stars=4.0)
    assert "Did you mean one of these?" in said.content
    assert "Star Dust" in said.labels
    told = await stage.press("ann", said, "Star Dust")
    assert "You give **Star Dust** ★★★★." in told.everything


async def test_nothing_like_it(stage: Any, films: Any) -> None:
    """What is like nothing is answered with how to wish for it."""
    await films(stage)
    said = await stage.use("ann", "rate", item="qqqxxyyzz")
    assert said.content == (
        "I find nothing called *qqqxxyyzz* here. Wish for it with `/shelf suggest`."
    )


async def test_stars_off_the_scale(stage: Any, films: Any) -> None:
    """A rating outside the scale is refused, and nothing is counted."""
    made = await films(stage)
    rows = stage.rows()
    said = await forged(stage, f"w1:taste:star:12:{made.id('Star Dust')}")
    assert said.content.startswith("Stars go from half a star to five")
    assert stage.rows() == rows


async def test_item_of_another_server(stage: Any, films: Any) -> None:
    """A button about what stands on another server's shelf is refused."""
    await films(stage)
    said = await forged(stage, "w1:taste:item:99999")
    assert said.content.startswith("That is not here any more")


async def forged(stage: Any, custom_id: str) -> Any:
    """What is answered to a button that never was."""
    channel = stage.client.get_partial_messageable(stage.hall.channel_id("general", "ann"))
    await channel.send("forged", view=keys([button(custom_id, "Press")]))
    await stage.settled()
    return await stage.press("ann", stage.channel_messages()[-1], "Press")


async def test_suggestions(stage: Any, films: Any) -> None:
    """Titles that begin so come first, then those like it; an empty field offers some too."""
    await films(stage)
    assert (await stage.complete("ann", "rate", "item", "the l"))[0] == "The Last Signal"
    assert "Inspector Vane" in await stage.complete("ann", "rate", "item", "inspektor vain")
    assert 1 <= len(await stage.complete("ann", "rate", "item", "")) <= 25


async def test_suggestions_follow_the_shelf(stage: Any, films: Any) -> None:
    """What comes onto a shelf or leaves it is suggested, or not, at once."""
    made = await films(stage)
    assert await stage.complete("ann", "rate", "item", "blue c") == []
    made.put(made.shelf(), ("Blue Comet", ("space",), None))
    assert await stage.complete("ann", "rate", "item", "blue c") == ["Blue Comet"]
    made.store.remove(made.shelf().id, [made.id("Blue Comet")])
    assert await stage.complete("ann", "rate", "item", "blue c") == []


async def test_suggestions_without_shelves(stage: Any) -> None:
    """Where there is nothing, nothing is suggested."""
    assert await stage.complete("ann", "rate", "item", "star") == []


async def test_equal_titles_are_told_apart_by_number(stage: Any, films: Any) -> None:
    """Suggestions of the same title are numbers, which the command understands."""
    made = await films(stage)
    made.put(made.shelf(), ("Solaris", ("space",), 1972), ("Solaris", ("space",), 2002))
    values = await stage.complete("ann", "rate", "item", "solaris")
    assert all(value.startswith("#") for value in values[:2])
    said = await stage.use("ann", "rate", item=values[0], stars=4.0)
    assert said.title in {"Solaris (1972)", "Solaris (2002)"}


async def test_my_ratings(stage: Any, films: Any, rate: Any) -> None:
    """All that was said is listed, the latest first, and can be changed."""
    await films(stage)
    none = await stage.use("ann", "ratings")
    assert "You have said nothing yet" in none.everything
    await rate(stage, "ann", Star_Dust=4.5)
    stage.clock.go_on(timedelta(minutes=1))
    await rate(stage, "ann", Two_Summers=1)
    said = await stage.use("ann", "ratings")
    assert said.title == "What you said about Films"
    assert said.embed["description"].split("\n") == ["★ · Two Summers", "★★★★½ · Star Dust"]
    item = await stage.choose("ann", said, "Star Dust")
    assert "You give **Star Dust** ★★★★½." in item.everything
    assert "ben" not in (await stage.use("ben", "ratings")).everything


async def test_an_older_rating_is_taken_back(stage: Any, films: Any, rate: Any) -> None:
    """What was said some time ago can be undone where it is shown: from the list, or by name."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=4)
    item = await stage.choose("ann", await stage.use("ann", "ratings"), "Star Dust")
    told = await stage.press("ann", item, "Undo")
    assert "You have said nothing about **Star Dust**" in told.everything
    again = await stage.use("ann", "rate", item="Iron Orbit")
    await stage.press("ann", again, "Undo")
    assert "You have said nothing yet" in (await stage.use("ann", "ratings")).everything
    assert "Undo" not in (await stage.use("ann", "rate", item="Iron Orbit")).labels


async def test_rating_of_a_removed_item_is_taken_back(stage: Any, films: Any, rate: Any) -> None:
    """What was said of a thing that left the shelf can be changed and taken back all the same."""
    made = await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    made.store.remove(made.shelf().id, [made.id("Star Dust")])
    mine = await stage.use("ann", "ratings")
    item = await stage.choose("ann", mine, "Star Dust")
    assert "You give **Star Dust** ★★★★★. It is not on the shelf any more" in item.everything
    assert not {"Alike", "Goes with", "Instead"} & {*item.labels}
    less = await stage.choose("ann", item, "★★ (2)")
    assert "You give **Star Dust** ★★. Before, it was: ★★★★★." in less.everything
    await stage.press("ann", await stage.press("ann", less, "Undo"), "Undo")
    assert "You have said nothing yet" in (await stage.use("ann", "ratings")).everything


async def test_list_marks_what_left_the_shelf(stage: Any, films: Any, rate: Any) -> None:
    """Beside what is gone it says so, and beside nothing else."""
    made = await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    stage.clock.go_on(timedelta(minutes=1))
    await rate(stage, "ann", Two_Summers=4)
    made.store.remove(made.shelf().id, [made.id("Star Dust")])
    mine = await stage.use("ann", "ratings")
    assert mine.embed["description"].split("\n") == [
        "★★★★ · Two Summers", "★★★★★ · Star Dust · *not on the shelf any more*"
    ]  # fmt: skip


async def test_pages_of_ratings(stage: Any, films: Any) -> None:
    """Long lists have pages."""
    made = await films(stage)
    made.put(made.shelf(), ("One More", ("crime",), None))
    for item in made.store.items(made.shelf().id):
        stage.clock.go_on(timedelta(minutes=1))
        await stage.use("ann", "rate", item=item.title, stars=4.0)
    said = await stage.use("ann", "ratings")
    assert "16 things · page 1 of 2" in said.everything
    second = await stage.press("ann", said, "Earlier")
    assert second.embed["description"] == "★★★★ · Star Dust"
    assert "Later" in second.labels


async def test_direct_messages(stage: Any, films: Any) -> None:
    """In direct messages the shelves are the member's own."""
    await films(stage)
    said = await stage.use("ann", "rate", "direct", item="Star Dust", stars=4.0)
    assert "There are no shelves here yet" in said.content
    assert len(said.labels) == 3


async def test_title_as_it_is_shown(stage: Any, films: Any) -> None:
    """A title is understood with the year that stands behind it wherever it is shown."""
    made = await films(stage)
    made.put(made.shelf(), ("Heat", ("crime",), 1995), ("Heat", ("love",), 1986))
    said = await stage.use("ann", "rate", item="Heat (1995)", stars=5.0)
    assert "You give **Heat (1995)** ★★★★★." in said.everything


async def test_words_inside_of_words(stage: Any, films: Any) -> None:
    """Nothing is rated for letters that stand somewhere in its title."""
    made = await films(stage)
    made.put(made.shelf(), ("A Cupboard of Secrets", ("crime",), None))
    said = await stage.use("ann", "rate", item="Up", stars=5.0)
    assert said.content.startswith("I find nothing called *Up* here.")
    assert not stage.rows()["opinions"]


async def test_stars_for_part_of_a_title(stage: Any, films: Any) -> None:
    """What is only like it is asked for first; the answer gives the stars."""
    await films(stage)
    asked = await stage.use("ann", "rate", item="vane", stars=4.0)
    assert "Did you mean one of these?" in asked.content
    assert not stage.rows()["opinions"]
    said = await stage.press("ann", asked, "Inspector Vane")
    assert "You give **Inspector Vane** ★★★★." in said.everything


async def test_several_titles_with_a_word(stage: Any, films: Any) -> None:
    """They are said to have it in their titles, which they do."""
    await films(stage)
    asked = await stage.use("ann", "rate", item="the", stars=3.0)
    assert asked.content.startswith("Several things have *the* in their title.")
    said = await stage.choose("ann", asked, "The Ferry Girl")
    assert "You give **The Ferry Girl** ★★★." in said.everything


async def test_the_next_is_another(stage: Any, films: Any) -> None:
    """After something is taken back, what to try next is not the very thing on the card."""
    await films(stage, only=2)
    await stage.use("ann", "rate", item="Iron Orbit", stars=4.0)
    item = await stage.use("ann", "rate", item="Star Dust")
    told = await stage.press("ann", item, "Not for me")
    assert "Nothing is left here" in told.everything
    undone = await stage.press("ann", told, "Undo")
    assert "Taken back" in undone.everything
    assert not any(label.startswith("Rate: ") for label in undone.labels)
    assert "Next for you" not in undone.everything
    assert "Nothing is left here" not in undone.everything
    await films(stage, only=3)
    again = await stage.press("ann", await stage.press("ann", undone, "Not for me"), "Undo")
    assert "Rate: The Last Signal" in again.labels
