"""After the end, and giving up."""

from typing import Any


async def finished(stage: Any) -> tuple[str, str, Any]:
    """Let ann find the word, and return it, one of her guesses and the answer."""
    await stage.use("ann", "board")
    secret = stage.secret("ann")
    near = stage.words(secret)[30]
    await stage.guess("ann", f"river {near}")
    return secret, near, await stage.guess("ann", secret)


async def test_why(stage: Any) -> None:
    """A menu of one's own words, and then the explanation."""
    secret, near, found = await finished(stage)
    menu = await stage.press("ann", found, "Why?")
    assert [value for _, value in menu.choices] == [near, "river"]
    told = await stage.choose("ann", menu, near)
    assert told.ephemeral
    assert f"Why {near} is at" in told.title
    assert f"**{secret}**: " in told.everything


async def test_why_while_running(stage: Any) -> None:
    """It works before the end, tells no secret, and offers only what one guessed oneself."""
    await stage.guess("ben", "lake", mode="together")
    said = await stage.guess("ann", "river", mode="together")
    menu = await stage.press("ann", said, "Why?")
    assert [value for _, value in menu.choices] == ["river"]
    told = await stage.choose("ann", menu, "river")
    assert stage.secret("ann") not in told.everything


async def test_why_without_a_word(stage: Any, post: Any) -> None:
    """Where nothing was guessed yet the button is not there; pressed all the same, it helps."""
    assert "Why?" not in (await stage.use("ann", "board")).labels
    said = await stage.press("ann", await post(stage, forged=0), "Why?")
    assert said.ephemeral
    assert "Guess a word first" in said.content


async def test_nearest(stage: Any) -> None:
    """The hundred nearest words in pages, with one's own marked."""
    secret, near, found = await finished(stage)
    first = await stage.press("ann", found, "Nearest 100")
    assert first.ephemeral
    assert first.title == f"🧭 Nearest to {secret}"
    assert stage.words(secret)[1] in first.everything
    second = await stage.press("ann", first, "Next")
    assert second.id == first.id
    assert f"{near} ←" in second.everything
    assert "one of these was guessed" in second.everything
    assert "Page 1 of 4" in (await stage.press("ann", second, "Back")).everything


async def test_turning_point(stage: Any) -> None:
    """The guess at which it turned, with the ranks before and after."""
    _, near, found = await finished(stage)
    told = await stage.press("ann", found, "Turning point")
    assert told.title == f"↩️ The turning point: {near}"
    assert "to #30" in told.everything
    assert "came right after" in told.everything


async def test_no_turning_point(stage: Any) -> None:
    """A lucky first guess has none, and that is said."""
    await stage.use("ann", "board")
    found = await stage.guess("ann", stage.secret("ann"))
    told = await stage.press("ann", found, "Turning point")
    assert told.title == "↩️ No single turning point"


async def test_keep_exploring(stage: Any) -> None:
    """The form opens once more, and what is guessed counts for nothing."""
    _, _, found = await finished(stage)
    form = await stage.press("ann", found, "Keep exploring")
    answer = await stage.submit("ann", form, "lake pond")
    assert "just for exploring" in answer.everything
    assert "3 guesses" in answer.everything


async def test_practice(stage: Any) -> None:
    """Another round is one press away; delivered twice it starts one round."""
    _, _, found = await finished(stage)
    start = await stage.press("ann", found, "Practice")
    assert start.title == "🎯 Practice round 1"
    assert start.labels == ["Guess", "My board", "Hint"]
    await stage.redeliver()
    assert stage.rows()["puzzles"] == 2
    answer = await stage.submit("ann", await stage.press("ann", start, "Guess"), "river")
    assert "Practice round 1" in answer.everything


async def test_buttons_of_the_end_on_a_running_board(stage: Any, post: Any) -> None:
    """What is told only after the end is refused kindly to who does not know it."""
    await finished(stage)
    public = await post(stage, forged=0)
    for label in ("Nearest 100", "Turning point"):
        refused = await stage.press("ben", public, label)
        assert refused.ephemeral
        assert "only after the end" in refused.content


async def test_giving_up_by_buttons(stage: Any) -> None:
    """The board's button asks first; a second delivery of the answer changes nothing."""
    await stage.guess("ann", "river")
    secret = stage.secret("ann")
    question = await stage.press("ann", await stage.use("ann", "board"), "Give up")
    assert question.title == "🏳️ Give up?"
    assert "after 1 guess" in question.everything
    end = await stage.press("ann", question, "Give up")
    assert end.id == question.id
    assert end.title == f"🏳️ The word was {secret}"
    assert "Keep exploring" in end.labels
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before


async def test_thinking_better_of_it(stage: Any) -> None:
    """Who does not give up goes on guessing."""
    await stage.guess("ann", "river")
    question = await stage.use("ann", "giveup")
    form = await stage.press("ann", question, "Keep guessing")
    assert "2 guesses" in (await stage.submit("ann", form, "lake")).everything


async def test_question_answered_too_late(stage: Any) -> None:
    """Who found the word meanwhile has not given it up."""
    await stage.guess("ann", "river")
    question = await stage.use("ann", "giveup")
    await stage.guess("ann", stage.secret("ann"))
    late = await stage.press("ann", question, "Give up")
    assert "solved already" in late.content
