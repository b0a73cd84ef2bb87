"""Pictures, asked for through the bot."""

import io
from typing import Any

import pytest
from PIL import Image

PREVIEW = "no word, not even yours"


def pictured(said: Any) -> Any:
    """The one picture of an answer: a PNG with alternative text within Discord's limit."""
    (picture,) = said.files
    with Image.open(io.BytesIO(picture.content)) as image:
        assert image.format == "PNG"
        assert image.width == 1200
    assert 0 < len(picture.description) <= 1024
    return picture


async def test_share(stage: Any) -> None:
    """A running board is previewed privately and posted publicly, without any word or ping."""
    await stage.guess("ann", "river")
    preview = await stage.use("ann", "share")
    assert preview.ephemeral
    assert PREVIEW in preview.content
    shown = pictured(preview)
    posted = await stage.press("ann", preview, "w1:pic:post")
    assert not posted.ephemeral
    assert f"<@{stage.id('ann')}>" in posted.content
    assert not posted.pings
    assert pictured(posted).content == shown.content
    assert "river" not in posted.everything
    assert not posted.parts  # it is still running: nothing to look at


async def test_posted_once(stage: Any) -> None:
    """The button goes with the first press, and a press delivered twice posts once."""
    await stage.guess("ann", "river")
    preview = await stage.use("ann", "share")
    await stage.press("ann", preview, "w1:pic:post")
    await stage.redeliver()
    await stage.settled()
    posts = [said for said in stage.channel_messages() if said.files]
    assert len(posts) == 1


async def test_share_of_a_finished_board(stage: Any) -> None:
    """Below a finished board's post is a button for those who know the word, and only for them."""
    secret = stage.secret("ann")
    await stage.guess("ann", "river" if secret != "river" else "music")
    await stage.guess("ann", secret)
    preview = await stage.use("ann", "share", theme="light")
    posted = await stage.press("ann", preview, "w1:pic:post")
    assert secret not in posted.everything
    refused = await stage.press("ben", posted, "w1:pic:card")
    assert refused.ephemeral
    assert not refused.files
    assert secret not in refused.everything
    await stage.guess("ben", secret)
    card = await stage.press("ben", posted, "w1:pic:card")
    assert card.ephemeral
    assert secret in pictured(card).description
    chart = await stage.press("ben", card, "w1:pic:map")
    assert chart.ephemeral
    assert secret in pictured(chart).description


async def test_picture_of_the_end(stage: Any) -> None:
    """The answer that ends a board offers its picture, also after a restart."""
    secret = stage.secret("ann")
    found = await stage.guess("ann", secret)
    await stage.restart()
    card = await stage.press("ann", found, "w1:pic:card")
    assert card.ephemeral
    assert pictured(card).filename == "warmer-puzzle.png"
    assert secret in pictured(card).description
    preview = await stage.press("ann", found, "w1:pic:share")
    assert preview.ephemeral
    assert PREVIEW in preview.content
    assert secret not in preview.everything


async def test_map_of_a_running_board(stage: Any) -> None:
    """The map is private and names the member's own words, not the secret."""
    secret = stage.secret("ann")
    word = stage.words(secret)[400]
    await stage.guess("ann", word)
    said = await stage.use("ann", "map")
    assert said.ephemeral
    description = pictured(said).description
    assert word in description
    assert secret not in description.split()
    assert not said.parts


async def test_map_of_a_shared_board(stage: Any) -> None:
    """On a running shared board a member's map has their own words only."""
    secret = stage.secret("ann")
    one, other = stage.words(secret)[300], stage.words(secret)[700]
    await stage.guess("ann", one, mode="together")
    await stage.guess("ben", other, mode="together")
    said = await stage.use("ben", "map", mode="together")
    assert said.ephemeral
    assert other in pictured(said).description
    assert one not in said.everything


async def test_empty_board(stage: Any) -> None:
    """Before the first guess there is a card, and nothing to post."""
    said = await stage.use("ann", "share")
    assert "Nothing is guessed yet" in pictured(said).description
    assert not said.parts
    assert "not told" in pictured(await stage.use("ann", "map")).description


@pytest.mark.parametrize(("locale", "phrase"), [("de", "Karte von"), ("fr", "Carte, Énigme")])
async def test_in_the_members_language(stage: Any, locale: str, phrase: str) -> None:
    """A private picture speaks the member's own language."""
    stage.hall.member("ann")
    stage.hall.speaks("ann", locale)
    said = await stage.use("ann", "map")
    assert phrase in pictured(said).description
