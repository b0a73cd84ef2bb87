"""Shelves: listed, made, filled by wishes that admins grant, and thinned out."""

from typing import Any

import pytest

from bot.components.rows import button, keys
from store.shelves import SqlShelves


@pytest.fixture
async def managed(stage: Any, films: Any) -> Any:
    """A stage with a shelf of films, where ann is an admin."""
    await films(stage)
    stage.hall.appoint("ann")
    return stage


async def test_list(managed: Any, rate: Any) -> None:
    """The shelves are listed with how much is on them."""
    await rate(managed, "ben", Star_Dust=5, Iron_Orbit=2)
    said = await managed.use("ben", "shelf list")
    assert "**Films** · 15 things · 2 ratings by 1 member" in said.everything


async def test_create(managed: Any) -> None:
    """An admin makes a shelf of their own; again it is there already."""
    said = await managed.use("ann", "shelf create", name="Board nights")
    assert said.content.startswith("📚 **board nights** is up and empty")
    again = await managed.use("ann", "shelf create", name="Board nights")
    assert again.content == "**board nights** is there already."


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("shelf create", {"name": "games"}),
        ("shelf approve", {}),
        ("shelf remove", {"item": "Star Dust"}),
    ],
)
async def test_admins_only(managed: Any, command: str, options: dict[str, str]) -> None:
    """Members who do not manage the server are refused."""
    rows = managed.rows()
    said = await managed.use("ben", command, **options)
    assert said.ephemeral
    assert "manage" in said.content.lower()
    assert managed.rows() == rows


async def test_bad_name(managed: Any) -> None:
    """A name without letters is refused."""
    said = await managed.use("ann", "shelf create", name="  ")
    assert said.content.startswith("A shelf needs a name")


async def test_wish_granted(managed: Any) -> None:
    """A member's wish waits for an admin; granted, it can be rated."""
    said = await managed.use("ben", "shelf suggest", title="Blue Comet", tags="space, comet")
    assert said.content.startswith("💌 **Blue Comet** is noted for Films")
    before = await managed.use("ben", "rate", item="Blue Comet")
    assert "nothing called" in before.content
    waiting = await managed.use("ann", "shelf approve")
    assert f"Blue Comet · wished for by <@{managed.id('ben')}>" in waiting.everything
    shown = await managed.choose("ann", waiting, "Blue Comet")
    assert shown.title == "Blue Comet"
    done = await managed.press("ann", shown, "Onto the shelf")
    assert done.content == "📚 **Blue Comet** is on the shelf now."
    assert "No wish waits" in done.everything
    rated = await managed.use("ben", "rate", item="Blue Comet", stars=5.0)
    assert "You give **Blue Comet** ★★★★★." in rated.everything


async def test_wish_declined_once(managed: Any) -> None:
    """A wish that is declined stays off; deciding on it again is refused."""
    await managed.use("ben", "shelf suggest", title="Blue Comet")
    late = await managed.use("ann", "shelf approve")
    late = await managed.choose("ann", late, "Blue Comet")
    waiting = await managed.use("ann", "shelf approve")
    shown = await managed.choose("ann", waiting, "Blue Comet")
    done = await managed.press("ann", shown, "No")
    assert done.content == "**Blue Comet** stays off the shelf."
    refused = await managed.press("ann", late, "Onto the shelf")
    assert "waits for no answer any more" in refused.content


async def test_wish_for_what_is_there(managed: Any) -> None:
    """What is there already cannot be wished for."""
    said = await managed.use("ben", "shelf suggest", title="star dust")
    assert said.content.startswith("**Star Dust** is on the shelf already")


async def test_too_long_wishes_are_refused(managed: Any) -> None:
    """A year out of reach is refused, and nothing is stored."""
    rows = managed.rows()
    said = await managed.use("ben", "shelf suggest", title="Blue Comet", year=123456)
    assert said.content.startswith("That does not fit what I keep")
    assert managed.rows() == rows


async def test_admins_wish_is_granted(managed: Any) -> None:
    """Who decides on wishes need not wait for themselves."""
    said = await managed.use("ann", "shelf suggest", title="Blue Comet")
    assert said.content == "📚 **Blue Comet** is on Films now."


async def test_what_an_admin_took_off_may_be_wished_for(managed: Any, rate: Any) -> None:
    """An admin's wish brings it back as it was; a member's waits for an answer."""
    await rate(managed, "ben", Star_Dust=5)
    for member, words in (("ann", "is on Films now."), ("ben", "is noted for Films.")):
        asked = await managed.use("ann", "shelf remove", item="Star Dust")
        await managed.press("ann", asked, "Take it off")
        said = await managed.use(member, "shelf suggest", title="Star dust")
        assert f"**Star dust** {words}" in said.content
    shown = await managed.choose("ann", await managed.use("ann", "shelf approve"), "Star dust")
    await managed.press("ann", shown, "Onto the shelf")
    assert "★★★★★ · Star dust" in (await managed.use("ben", "ratings")).everything


async def test_a_declined_wish_may_come_back(managed: Any) -> None:
    """Declined once is not declined for ever."""
    for _ in range(2):
        said = await managed.use("cleo", "shelf suggest", title="Blue Comet")
        assert said.content.startswith("💌 **Blue Comet** is noted")
        waiting = await managed.use("ann", "shelf approve")
        shown = await managed.choose("ann", waiting, "Blue Comet")
        await managed.press("ann", shown, "No")


async def test_wish_without_a_year(managed: Any, films: Any) -> None:
    """What stands there with a year is not wished for once more without one."""
    made = await films(managed)
    made.put(made.shelf(), ("Heat", ("crime",), 1995))
    said = await managed.use("ben", "shelf suggest", title="Heat")
    assert said.content.startswith("**Heat (1995)** is on the shelf already")
    assert (await managed.use("ben", "shelf suggest", title="Heat", year=1986)).content[0] == "💌"


async def test_remove(managed: Any, rate: Any) -> None:
    """What is taken off is not recommended any more, and what was said of it still counts."""
    await rate(managed, "ben", Star_Dust=5)
    asked = await managed.use("ann", "shelf remove", item="Star Dust")
    assert asked.content.startswith("Take **Star Dust** off Films?")
    done = await managed.press("ann", asked, "Take it off")
    assert done.content == "**Star Dust** is off the shelf."
    assert "Star Dust" not in (await managed.use("cat", "recommend")).everything
    assert "because you liked **Star Dust**" in (await managed.use("ben", "recommend")).everything


async def test_buttons_check_who_presses(managed: Any) -> None:
    """A button pressed without the right to manage is refused, wherever it came from."""
    items = managed.rows()["items"]
    store = SqlShelves(managed.app.database)
    shelf = store.shelf(managed.hall.server_id, "films")
    number = next(item.id for item in store.items(shelf.id) if item.title == "Star Dust")
    refused = await forged(managed, "ben", f"w1:taste:drop:{number}")
    assert "manage" in refused.content.lower()
    assert managed.rows()["items"] == items
    assert "Star Dust" in (await managed.use("ben", "rate", item="Star Dust")).title


async def forged(stage: Any, member: str, custom_id: str) -> Any:
    """What is answered to a button that nobody was given."""
    channel = stage.client.get_partial_messageable(stage.hall.channel_id("general", member))
    await channel.send("forged", view=keys([button(custom_id, "Press")]))
    await stage.settled()
    return await stage.press(member, stage.channel_messages()[-1], "Press")


async def test_ready_made(stage: Any) -> None:
    """An admin puts a ready-made shelf up by one button; a second delivery changes nothing."""
    stage.hall.appoint("ann")
    offered = await stage.use("ann", "shelf list")
    done = await stage.press("ann", offered, "Recipes, ready-made")
    assert "**Recipes** is up, with " in done.content
    before = stage.rows()
    assert before["items"] >= 100
    await stage.redeliver()
    assert stage.rows() == before
    said = await stage.use("ben", "recommend")
    assert said.title == "For you: Recipes"


async def test_shelves_of_direct_messages(stage: Any) -> None:
    """Alone with the bot, a member makes their own shelves."""
    said = await stage.use("ben", "shelf create", "direct", name="plants")
    assert said.content.startswith("📚 **plants** is up")
    there = await stage.use("ben", "shelf list", "direct")
    assert "plants" in there.everything
    assert "There are no shelves here yet" in (await stage.use("ben", "shelf list")).content
