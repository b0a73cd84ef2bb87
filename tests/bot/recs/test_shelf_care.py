"""Shelves as a whole: renamed, learning with others, deleted after a clear question."""

from typing import Any

import pytest

from bot.components.rows import button, keys


@pytest.fixture
async def managed(stage: Any, films: Any, rate: Any) -> Any:
    """A stage with a shelf of films, where ann is an admin and ben has rated two of them."""
    await films(stage)
    stage.hall.appoint("ann")
    await rate(stage, "ben", Star_Dust=5, Iron_Orbit=2)
    return stage


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("shelf rename", {"shelf": "films", "name": "movies"}),
        ("shelf pool", {"shelf": "films"}),
        ("shelf delete", {"shelf": "films"}),
    ],
)
async def test_admins_only(managed: Any, command: str, options: dict[str, str]) -> None:
    """Members who do not manage the server are refused, and change nothing."""
    rows = managed.rows()
    said = await managed.use("ben", command, **options)
    assert said.ephemeral
    assert "manage" in said.content.lower()
    assert managed.rows() == rows


@pytest.mark.parametrize("verb", ["erase:1", "pool:1:1", "bring:1:0:0"])
async def test_buttons_check_who_presses(managed: Any, verb: str) -> None:
    """A button pressed without the right to manage is refused, wherever it came from."""
    channel = managed.client.get_partial_messageable(managed.hall.channel_id("general", "ben"))
    await channel.send("forged", view=keys([button(f"w1:shelf:{verb}", "Press")]))
    await managed.settled()
    rows = managed.rows()
    said = await managed.press("ben", managed.channel_messages()[-1], "Press")
    assert "manage" in said.content.lower()
    assert managed.rows() == rows


async def test_rename(managed: Any) -> None:
    """A shelf keeps all that is on it under its new name; a name that is taken is refused."""
    said = await managed.use("ann", "shelf rename", shelf="films", name="Film club")
    assert said.content.startswith("**Films** is called **film club** now.")
    assert "**film club** · 15 things" in (await managed.use("ben", "shelf list")).everything
    assert "film club" in (await managed.use("ben", "recommend")).everything
    await managed.use("ann", "shelf create", name="books")
    taken = await managed.use("ann", "shelf rename", shelf="film club", name="books")
    assert taken.content.startswith("There is another shelf called *books* here.")


async def test_delete_says_what_goes(managed: Any) -> None:
    """The question counts what goes; the answer deletes it once, whoever presses again."""
    await managed.use("cleo", "shelf suggest", title="Blue Comet")
    asked = await managed.use("ann", "shelf delete", shelf="films")
    assert asked.content.startswith("Delete **Films** for good? With it go:")
    for what in ("• 15 things", "• 1 wish that waits", "• 2 ratings by 1 member"):
        assert what in asked.content
    assert managed.rows()["items"] == 16
    done = await managed.press("ann", asked, "Delete for good")
    assert done.content == "**Films** is deleted, with all that was said about it."
    rows = managed.rows()
    assert [rows[name] for name in ("shelves", "items", "opinions", "opinion_changes")] == [0] * 4
    await managed.redeliver()
    assert managed.rows() == rows
    assert "no shelves here yet" in (await managed.use("ben", "ratings")).content


async def test_delete_of_what_is_gone(managed: Any) -> None:
    """A question that was left open is answered kindly, and takes no other shelf with it."""
    first = await managed.use("ann", "shelf delete", shelf="films")
    second = await managed.use("ann", "shelf delete", shelf="films")
    await managed.press("ann", first, "Delete for good")
    await managed.use("ann", "shelf create", name="films")
    said = await managed.press("ann", second, "Delete for good")
    assert said.content == "That shelf is gone already."
    assert "**Films**" in (await managed.use("ben", "shelf list")).everything


async def test_new_shelf_of_an_old_name(managed: Any, films: Any) -> None:
    """Nothing of a deleted shelf comes back with another one of its name."""
    await managed.use("ben", "recommend")
    asked = await managed.use("ann", "shelf delete", shelf="films")
    await managed.press("ann", asked, "Delete for good")
    await films(managed, only=3)
    listed = (await managed.use("ben", "recommend")).everything
    assert "because you liked" not in listed
    assert "Moon Harbour" not in listed
    assert "You have said nothing yet" in (await managed.use("ben", "ratings")).everything


async def test_pool(managed: Any, films: Any) -> None:
    """Learning together is explained, switched on and off by a button, and told with how many."""
    asked = await managed.use("ann", "shelf pool", shelf="films")
    assert asked.content.startswith("👤 **Films** learns alone")
    assert "Nobody there sees your ratings" in asked.content
    on = await managed.press("ann", asked, "Learn together")
    assert "as soon as another server does so, too" in on.content
    await managed.use("cleo", "shelf create", "direct", name="films")
    made = await films(managed)
    there = made.shelf(server_id=managed.id("cleo"))
    made.store.set_pooled(there.id, pooled=True)
    said = await managed.use("ann", "shelf pool", shelf="films")
    assert said.content.startswith("🤝 **Films** learns together with 1 shelf of another server.")
    off = await managed.press("ann", said, "Learn alone")
    assert off.content.startswith("👤 **Films** learns alone")


@pytest.mark.parametrize("language", ["de", "fr"])
async def test_other_languages(managed: Any, language: str) -> None:
    """Nothing of it is left in English."""
    managed.hall.speaks("ann", language)
    asked = await managed.use("ann", "shelf delete", shelf="films")
    pooled = await managed.use("ann", "shelf pool", shelf="films")
    for said in (asked, pooled):
        assert "films**" not in said.content.replace("Films**", "")
        for english in ("Delete", "learns", "Learn", "things"):
            assert english not in said.everything
