"""A round of first ratings: a few known things, one after the other, in one private message."""

from typing import Any

import pytest

ROUND = ["Like", "Dislike", "Don't know it", "That's enough"]
BEGIN = "Rate a few first"


async def begin(stage: Any) -> Any:
    """What a newcomer is asked about first."""
    return await stage.press("ann", await stage.use("ann", "recommend"), BEGIN)


async def test_five_ratings_and_a_list(stage: Any, films: Any) -> None:
    """Five things are asked about in the same message, and the list that comes knows them all."""
    await films(stage)
    offered = await stage.use("ann", "recommend")
    said = await stage.press("ann", offered, BEGIN)
    titles = []
    for step, answer in enumerate(("Like", "Dislike", "Like", "Like", "Like"), start=1):
        assert said.id == offered.id
        assert said.ephemeral
        assert f"**{step} of 5**" in said.everything
        assert said.labels == ROUND
        titles.append(said.title)
        said = await stage.press("ann", said, answer)
    assert said.content == "Thank you! 5 more ratings are in this list."
    assert said.title == "For you: Films"
    assert BEGIN not in said.labels
    assert len(titles) == len({*titles})
    mine = await stage.use("ann", "ratings")
    assert all(title in mine.everything for title in titles)
    assert mine.everything.count("👍 liked") == 4


async def test_all_kinds_are_asked_about(stage: Any, films: Any, rate: Any) -> None:
    """What others know comes first, and three things tell of three kinds."""
    await films(stage)
    for member in ("ben", "cat"):
        await rate(stage, member, Star_Dust=5, Iron_Orbit=4, Two_Summers=5, Nine_Alibis=3)
    said = await begin(stage)
    titles = [said.title]
    for _ in range(2):
        said = await stage.press("ann", said, "Like")
        titles.append(said.title)
    assert {"Two Summers", "Nine Alibis"} < {*titles}
    assert {*titles} & {"Star Dust", "Iron Orbit"}


async def test_stars_in_a_round(stage: Any, films: Any) -> None:
    """Stars count as a rating, and the next thing says what was given."""
    await films(stage)
    said = await begin(stage)
    title = said.title
    after = await stage.choose("ann", said, "★★★½ (3.5)")
    assert f"You give **{title}** ★★★½." in after.everything
    assert "**2 of 5**" in after.everything


async def test_unknown_things_are_passed_over(stage: Any, films: Any) -> None:
    """What is not known is not rated and not asked about again; too much of it ends the round."""
    await films(stage)
    rows = None
    said, seen = await begin(stage), []
    for _ in range(8):
        assert "**1 of 5**" in said.everything
        assert all(len(one) <= 100 for one in said.custom_ids)
        seen.append(said.title)
        rows = rows or stage.rows()
        said = await stage.press("ann", said, "Don't know it")
    assert said.title == "For you: Films"
    assert said.content == "Whenever you like. Here is your list."
    assert len({*seen}) == 8
    assert "You have said nothing yet" in (await stage.use("ann", "ratings")).everything


async def test_stopping(stage: Any, films: Any) -> None:
    """Who has enough gets the list at once, with what they said, and may begin again."""
    await films(stage)
    said = await stage.press("ann", await begin(stage), "Like")
    done = await stage.press("ann", said, "That's enough")
    assert done.content == "Thank you! One more rating is in this list."
    assert "because you liked" in done.everything
    again = await stage.press("ann", done, BEGIN)
    assert "**1 of 5**" in again.everything


async def test_delivered_twice(stage: Any, films: Any) -> None:
    """A press that is delivered twice rates once, and the round goes on after a restart."""
    await films(stage)
    said = await stage.press("ann", await begin(stage), "Like")
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before
    await stage.restart()
    after = await stage.press("ann", said, "Dislike")
    assert "**3 of 5**" in after.everything


async def test_not_offered(stage: Any, films: Any, rate: Any) -> None:
    """Who has rated enough, names a mood or others, or looks at a public list, is not asked."""
    await films(stage)
    for how in ({"mood": "rain"}, {"with1": stage.hall.member("ben")}):
        assert BEGIN not in (await stage.use("ann", "recommend", **how)).labels
    said = await stage.use("ann", "recommend")
    await stage.press("ann", said, "Show to all")
    assert BEGIN not in stage.channel_messages()[-1].labels
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=4, Two_Summers=5, Nine_Alibis=3)
    assert BEGIN in (await stage.use("ann", "recommend")).labels
    await rate(stage, "ann", A_Cold_Ledger=2)
    assert BEGIN not in (await stage.use("ann", "recommend")).labels


async def test_a_small_shelf_ends_the_round(stage: Any, films: Any) -> None:
    """Where everything was asked about, that is said."""
    await films(stage, only=2)
    said = await stage.press("ann", await begin(stage), "Like")
    done = await stage.press("ann", said, "Like")
    assert "You have told me about everything on this shelf" in done.content


async def test_what_is_gone_is_not_asked_about(stage: Any, films: Any) -> None:
    """What was taken off the shelf since the model was made does not come up."""
    made = await films(stage, only=3)
    said = await begin(stage)
    others = [item for item in made.store.items(made.shelf().id) if item.title != said.title]
    made.store.remove(made.shelf().id, [others[0].id])
    after = await stage.press("ann", said, "Like")
    assert after.title == others[1].title


async def test_what_was_asked_about_is_gone(stage: Any, films: Any) -> None:
    """What was taken off while it was asked about is passed over, whatever is said of it."""
    made = await films(stage)
    said = await begin(stage)
    for answer in ("Like", "★★★½ (3.5)"):
        gone = said.title
        made.store.remove(made.shelf().id, [made.id(gone)])
        how = stage.press if answer == "Like" else stage.choose
        said = await how("ann", said, answer)
        assert said.title != gone
        assert "**1 of 5**" in said.everything
        assert said.labels == ROUND
    after = await stage.press("ann", said, "Like")
    assert "**2 of 5**" in after.everything


@pytest.mark.parametrize(
    ("code", "begin_", "ask", "stop", "done"),
    [
        ("de", "Erst ein paar bewerten", "Was hältst du davon?", "Genug für jetzt", "Wann immer"),
        ("fr", "Noter d'abord quelques titres", "Qu'en penses-tu", "Ça suffit", "Quand tu voudras"),
    ],
)
async def test_other_languages(
    stage: Any, films: Any, code: str, begin_: str, ask: str, stop: str, done: str
) -> None:
    """A round is in the member's language."""
    await films(stage)
    stage.hall.speaks("ann", code)
    said = await stage.press("ann", await stage.use("ann", "recommend"), begin_)
    assert ask in said.everything
    assert done in (await stage.press("ann", said, stop)).content
