"""What takes long is acknowledged first, and answered all the same."""

from typing import Any


async def test_rating(stage: Any, films: Any, deferring: None) -> None:
    """A rating, and a button that changes it in place."""
    await films(stage)
    said = await stage.use("ann", "rate", item="Star Dust", stars=5.0)
    assert said.ephemeral
    assert "You give **Star Dust** ★★★★★." in said.everything
    changed = await stage.press("ann", said, "Dislike")
    assert changed.id == said.id
    assert "was not your thing" in changed.everything


async def test_lists(stage: Any, films: Any, deferring: None) -> None:
    """A list, another look in place, why, and showing it to all."""
    await films(stage)
    said = await stage.use("ann", "recommend", mood="space")
    looked = await stage.press("ann", said, "Another look")
    assert looked.id == said.id
    assert looked.embed["author"]["name"] == "🎭 space"
    why = await stage.choose("ann", looked, looked.choices[0][0], "w1:taste:why")
    assert why.ephemeral
    await stage.press("ann", looked, "Show to all")
    public = stage.channel_messages()[-1]
    assert not public.ephemeral
    assert public.labels == ["What about me?"]


async def test_asking_back(stage: Any, films: Any, deferring: None) -> None:
    """What is asked back is private, too."""
    await films(stage)
    said = await stage.use("ann", "rate", item="Star Dusk", stars=4.0)
    assert said.ephemeral
    told = await stage.press("ann", said, "Star Dust")
    assert "You give **Star Dust** ★★★★." in told.everything


async def test_shelves(stage: Any, films: Any, deferring: None) -> None:
    """Wishes and what becomes of them, and refusals."""
    await films(stage)
    stage.hall.appoint("ann")
    await stage.use("ben", "shelf suggest", title="Blue Comet")
    waiting = await stage.use("ann", "shelf approve")
    shown = await stage.choose("ann", waiting, "Blue Comet")
    done = await stage.press("ann", shown, "Onto the shelf")
    assert done.content == "📚 **Blue Comet** is on the shelf now."
    refused = await stage.use("ann", "recommend", shelf="operas")
    assert refused.ephemeral
    assert refused.content.startswith("There is no shelf *operas* here")


async def test_twins(stage: Any, films: Any, deferring: None) -> None:
    """Joining, in place."""
    await films(stage)
    said = await stage.press("ann", await stage.use("ann", "twins"), "Be found")
    assert said.content.startswith("You are in")


async def test_pictures(stage: Any, films: Any, deferring: None) -> None:
    """The picture of a taste."""
    await films(stage)
    for title in ("Star Dust", "Iron Orbit"):
        await stage.use("ann", "rate", item=title, stars=5.0)
    assert len((await stage.use("ann", "taste")).files) == 1
