"""Choosing a hint."""

from typing import Any


async def test_hint_menu(stage: Any, post: Any) -> None:
    """The button shows every kind with its price, and why one cannot be had; the menu gives one."""
    said = await post(stage)
    offers = await stage.press("ann", said, "Hint")
    assert offers.ephemeral
    assert offers.title == "💡 Which hint?"
    assert "~~between" in offers.everything
    assert "guess two of them first" in offers.everything
    assert {value for _, value in offers.choices} == {"direction", "halfway", "spelling"}
    assert stage.entries() == 0
    hint = await stage.choose("ann", offers, "halfway")
    assert hint.ephemeral
    assert hint.title.startswith("💡 Try around")
    assert "Guess again" in hint.labels
    assert stage.entries() == 1


async def test_hint_delivered_twice(stage: Any, post: Any) -> None:
    """A choice that Discord delivers twice is paid for once."""
    offers = await stage.press("ann", await post(stage), "Hint")
    await stage.choose("ann", offers, "spelling")
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before
    assert "+5 for hints" in (await stage.use("ann", "board")).everything


async def test_spelling_told_before(stage: Any, post: Any) -> None:
    """What was told once is offered for nothing."""
    said = await post(stage)
    await stage.use("ann", "hint", kind="spelling")
    offers = await stage.press("ann", said, "Hint")
    assert "(free now)**: told before" in offers.everything


async def test_no_hint_after_the_end(stage: Any, post: Any) -> None:
    """The post's button is answered kindly once the word is known."""
    said = await post(stage)
    await stage.guess("ann", stage.secret("ann"))
    refused = await stage.press("ann", said, "Hint")
    assert refused.ephemeral
    assert "solved already" in refused.content


async def test_hint_on_a_shared_board(stage: Any) -> None:
    """It is for who took it: the others see that there was one, not the word."""
    await stage.guess("ben", "river", mode="together")
    hint = await stage.use("ann", "hint", mode="together")
    word = hint.title.removeprefix("💡 Try around ")
    assert hint.ephemeral
    board = await stage.use("ben", "board")
    assert word not in board.everything
    assert "(hint)" in board.everything
    assert stage.channel_messages() == []


async def test_what_was_told_is_offered_free(stage: Any) -> None:
    """Once a board has paid for the first letter, text and menu both offer it free."""
    said = await stage.guess("ann", "river")
    await stage.use("ann", "hint", kind="spelling")
    offer = await stage.press("ann", said, "Hint")
    assert "(free now)**: told before" in offer.everything
    assert offer.everything.count("(free now)") + str(offer.parts).count("(free now)") >= 2
    assert "(+5)" not in offer.everything + str(offer.parts)
