"""The board with its pages, orders and words that are kept back."""

from typing import Any


async def fill(stage: Any, number: int, member: str = "ann", **options: Any) -> list[str]:
    """Let a member guess so many far words, and return them."""
    await stage.use(member, "board", **options)
    table = stage.app.table
    far = stage.words(stage.secret(member))[3000:]
    words = [x for x in far if len(x) < 12 and not table.hidden[table.row(x)]][:number]
    for start in range(0, number, 20):
        await stage.guess(member, " ".join(words[start : start + 20]), **options)
    return words


async def test_pages(stage: Any) -> None:
    """Every guess is on some page, nearest first; pages are turned in place."""
    words = await fill(stage, 60)
    first = await stage.use("ann", "board")
    assert "Page 1 of 3 · 60 words" in first.everything
    assert words[24] in first.everything
    assert "Back" not in first.labels
    second = await stage.press("ann", first, "Next")
    assert second.id == first.id
    assert "Page 2 of 3" in second.everything
    last = await stage.press("ann", second, "Next")
    assert words[59] in last.everything
    assert "Next" not in last.labels
    back = await stage.press("ann", last, "Back")
    assert "Page 2 of 3" in back.everything


async def test_orders(stage: Any) -> None:
    """The board is sorted by heat, or the latest guess first."""
    await stage.use("ann", "board")
    near = stage.words(stage.secret("ann"))[40]
    await stage.guess("ann", near)
    await stage.guess("ann", "river lake")
    warm = (await stage.use("ann", "board")).embed["description"]
    assert warm.index(near) < warm.index("lake")
    late = await stage.press("ann", await stage.use("ann", "board"), "Latest first")
    text = late.embed["description"]
    assert text.index("lake") < text.index("river") < text.index(near)
    again = await stage.press("ann", late, "By heat")
    assert again.embed["description"] == warm


async def test_page_that_is_not_there_any_more(stage: Any, post: Any) -> None:
    """A page beyond the last one is the last one."""
    await fill(stage, 30)
    board = await stage.use("ann", "board")
    second = await stage.press("ann", board, "Next")
    stage.clock.next_day()
    assert "Page 1 of 2" in (await stage.press("ann", second, "Back")).everything


async def test_veiled_words(stage: Any) -> None:
    """On a shared board a member sees that others came nearer and how near, but not the word."""
    secret = stage.secret("ann")
    near, far = stage.words(secret)[30], stage.words(secret)[6000]
    await stage.guess("ann", near, mode="together")
    await stage.guess("ben", far, mode="together")
    bens = await stage.use("ben", "board")
    assert near not in bens.everything
    assert "▒▒▒▒▒" in bens.everything
    assert "#30" in bens.everything
    assert f"<@{stage.id('ann')}>" in bens.everything
    assert "One word here is nearer than you have come" in bens.everything
    anns = await stage.use("ann", "board")
    assert near in anns.everything
    assert far in anns.everything
    assert "Show me" not in anns.labels
    strangers = await stage.use("eve", "board", mode="together")
    assert not any(word in strangers.everything for word in (near, far))
    assert stage.channel_messages() == []


async def test_show_me(stage: Any) -> None:
    """Whoever asks is warned and then shown every word, alone."""
    near = stage.words(stage.secret("ann"))[30]
    await stage.guess("ann", near, mode="together")
    board = await stage.use("ben", "board", mode="together")
    assert near not in board.everything
    shown = await stage.press("ben", board, "Show me")
    assert shown.ephemeral
    assert shown.id != board.id
    assert "⚠️ You asked for every word" in shown.everything
    assert near in shown.everything
    assert stage.channel_messages() == []


async def test_lifted_pages_stay_lifted(stage: Any) -> None:
    """Turning a page of a board that was asked for keeps showing words."""
    words = await fill(stage, 30, mode="together")
    shown = await stage.press("ben", await stage.use("ben", "board", mode="together"), "Show me")
    following = await stage.press("ben", shown, "Next")
    assert words[29] in following.everything
    assert "⚠️ You asked" in following.everything


async def test_answers_to_guesses_are_veiled(stage: Any) -> None:
    """Nor does the answer to a guess tell others' nearer words."""
    secret = stage.secret("ann")
    near = stage.words(secret)[12]
    await stage.guess("ann", near, mode="together")
    said = await stage.guess("ben", "river", mode="together")
    assert near not in said.everything
    assert "▒▒▒▒▒" in said.everything


async def test_a_board_that_ended_without_me(stage: Any) -> None:
    """Whatever a newcomer does there, they are told it has ended, and offered the word or solo."""
    secret = stage.secret("ann")
    await stage.guess("ann", secret, mode="together")
    told = [
        await stage.guess("eve", "river", mode="together"),
        await stage.guess("eve", "river lake"),
        await stage.use("eve", "board"),
        await stage.use("eve", "hint"),
        await stage.use("eve", "giveup"),
    ]
    for answer in told:
        assert "has ended without you" in answer.everything
        assert secret not in answer.everything
        assert answer.labels == ["Show me", "Play solo"]
    assert stage.entries() == 1
    alone = await stage.submit("eve", await stage.press("eve", told[0], "Play solo"), secret)
    assert alone.title == f"🎉 {secret} it is!"


async def test_being_told_how_a_board_ended(stage: Any) -> None:
    """Who asks for the word of a board that ended without them gets it, and knows it from then."""
    secret = stage.secret("ann")
    await stage.guess("ann", secret, mode="together")
    asked = await stage.press("eve", await stage.use("eve", "board", mode="together"), "Show me")
    assert asked.ephemeral
    assert secret in asked.everything
    assert "Keep exploring" in asked.labels
    assert "You know this word" in (await stage.guess("eve", secret, mode="solo")).content


async def test_end_of_a_shared_board(stage: Any) -> None:
    """At the end its players see all words, others none, and the channel none at all."""
    secret = stage.secret("ann")
    near = stage.words(secret)[12]
    await stage.guess("ann", "river", mode="together")
    await stage.guess("ben", near, mode="together")
    found = await stage.guess("ben", secret)
    assert found.ephemeral
    board = await stage.use("ann", "board")
    assert near in board.everything
    assert secret in board.everything
    stranger = await stage.use("eve", "board", mode="together")
    assert near not in stranger.everything
    assert secret not in stranger.everything
    assert stage.channel_messages() == []
