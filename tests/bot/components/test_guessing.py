"""Guessing by the form, by suggestions, and several words at once."""

from typing import Any

from game.model import Mode


async def test_form(stage: Any, post: Any) -> None:
    """The post's button opens a form; what is written there is guessed in private."""
    said = await post(stage)
    form = await stage.press("ann", said, "Guess")
    assert form.title == "Guess"
    answer = await stage.submit("ann", form, "river")
    assert answer.ephemeral
    assert "river is" in answer.title
    assert answer.labels[:4] == ["Guess again", "My board", "Hint", "Why?"]
    again = await stage.submit("ann", await stage.press("ann", answer, "Guess again"), "lake")
    assert "lake is" in again.title
    assert "2 guesses" in again.everything
    assert stage.channel_messages() == [said]


async def test_form_of_two_members(stage: Any, post: Any) -> None:
    """Two members have the same form open at once, and each is answered on their own board."""
    said = await post(stage)
    anns, bens = await stage.press("ann", said, "Guess"), await stage.press("ben", said, "Guess")
    one = await stage.submit("ann", anns, "river")
    two = await stage.submit("ben", bens, "river")
    assert "1 guess" in one.everything
    assert "1 guess" in two.everything


async def test_old_buttons_after_a_restart(stage: Any, post: Any) -> None:
    """A post and an answer from before a restart go on working."""
    said = await post(stage)
    answer = await stage.submit("ann", await stage.press("ann", said, "Guess"), "river")
    await stage.restart()
    later = await stage.submit("ann", await stage.press("ann", answer, "Guess again"), "lake")
    assert "2 guesses" in later.everything
    board = await stage.press("ann", said, "My board")
    assert "river" in board.everything


async def test_post_of_yesterday(stage: Any, post: Any) -> None:
    """Its buttons lead to yesterday's puzzle and say so; commands play today's."""
    said = await post(stage)
    await stage.guess("ann", "river")
    stage.clock.next_day()
    board = await stage.press("ann", said, "My board")
    assert "This post has the puzzle of Sat 21 Nov 2026" in board.content
    assert "river" in board.everything
    answer = await stage.submit("ann", await stage.press("ann", said, "Guess"), "lake")
    assert "Sat 21 Nov 2026" in answer.content
    assert "2 guesses" in answer.everything
    onward = await stage.press("ann", answer, "My board")
    assert onward.content == ""  # it is no post that says this
    assert "Sat 21 Nov 2026" in onward.everything
    today = await stage.guess("ann", "pond")
    assert "today, 22 Nov" in today.everything
    assert "1 guess" in today.everything


async def test_post_of_a_shared_puzzle(stage: Any, post: Any) -> None:
    """Where a server plays together, the post's buttons do, and commands follow."""
    said = await post(stage, Mode.TOGETHER)
    answer = await stage.submit("ann", await stage.press("ann", said, "Guess"), "river")
    assert "together" in answer.everything
    assert "together" in (await stage.guess("ann", "lake")).everything


async def test_several_words(stage: Any) -> None:
    """All are answered in one private message, in their order, with what is wrong with the rest."""
    await stage.guess("ann", "lake")
    said = await stage.guess("ann", "river, lakes; rivver\nmountains 123")
    assert said.ephemeral
    told = said.embed["description"]
    assert "2 words guessed" in said.title
    assert told.index("river") < told.index("mountain")
    assert "*mountains* counts as **mountain**" in told
    assert "On the board already, so it costs nothing: `lake`" in told
    assert "I don't know `rivver`, so it costs nothing" in told
    assert "letters only" in told
    assert "3 guesses · par" in told
    assert stage.entries() == 3


async def test_several_words_by_form(stage: Any, post: Any) -> None:
    """The form takes several as well; the one that solves ends it, and the rest is not spent."""
    said = await post(stage)
    secret = stage.secret("ann")
    form = await stage.press("ann", said, "Guess")
    answer = await stage.submit("ann", form, f"river\nlake\n{secret}\npond")
    assert answer.title == f"🎉 {secret} it is!"
    assert "before the last word" in answer.everything
    assert "Nearest 100" in answer.labels
    assert stage.entries() == 3
    assert stage.channel_messages() == [said]


async def test_several_words_delivered_twice(stage: Any) -> None:
    """The same interaction twice changes nothing twice."""
    await stage.guess("ann", "river lake pond")
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before
    assert stage.entries() == 3


async def test_form_delivered_twice(stage: Any, post: Any) -> None:
    """Neither does a form."""
    form = await stage.press("ann", await post(stage), "Guess")
    await stage.submit("ann", form, "river lake")
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before


async def test_too_many_words(stage: Any) -> None:
    """Twenty-one words are too many, and none is counted."""
    words = stage.app.table.words[:21]
    said = await stage.guess("ann", " ".join(words))
    assert said.ephemeral
    assert "21 words at once, and I take 20" in said.content
    assert stage.entries() == 0


async def test_twenty_words(stage: Any) -> None:
    """Twenty fit in one answer."""
    await stage.use("ann", "board")
    table = stage.app.table
    far = [x for x in stage.words(stage.secret("ann"))[5000:] if not table.hidden[table.row(x)]][
        :20
    ]
    said = await stage.guess("ann", "\n".join(far))
    assert "20 words guessed" in said.title
    assert stage.entries() == 20


async def test_suggestions(stage: Any) -> None:
    """A misspelt word offers others as buttons; pressing one guesses it."""
    said = await stage.guess("ann", "rivver")
    assert "Did you mean" in said.content
    answer = await stage.press("ann", said, "Guess “river”")
    assert answer.ephemeral
    assert "river is" in answer.title
    assert stage.entries() == 1
    twice = await stage.press("ann", said, "Guess “river”")
    assert "you guessed it before" in twice.content
    assert stage.entries() == 1


async def test_suggestions_stay_on_their_board(stage: Any, post: Any) -> None:
    """A word suggested on yesterday's post is guessed on yesterday's puzzle."""
    said = await post(stage)
    stage.clock.next_day()
    await stage.guess("ann", "river")
    refused = await stage.submit("ann", await stage.press("ann", said, "Guess"), "rivver")
    answer = await stage.press("ann", refused, "Guess “river”")
    assert "Sat 21 Nov 2026" in answer.everything


async def test_suggestions_among_several(stage: Any) -> None:
    """Each unknown word of several offers its likeliest."""
    said = await stage.guess("ann", "rivver mountian lake")
    assert {"Guess “river”", "Guess “mountain”"} <= set(said.labels)


async def test_no_word_in_custom_ids(stage: Any) -> None:
    """No custom id holds a word, but for what was suggested to this very member."""
    await stage.use("ann", "board")
    secret = stage.secret("ann")
    near = stage.words(secret)[4]
    answers = [
        await stage.guess("ann", near, mode="together"),
        await stage.use("ann", "board"),
        await stage.guess("ann", f"{near} lake"),
    ]
    for said in answers:
        assert said.custom_ids
        assert not any(near in part or secret in part for part in said.custom_ids)


async def test_par(stage: Any) -> None:
    """An answer says what was spent and what is left to par, hints included."""
    first = await stage.guess("ann", "river")
    par = int(first.embed["description"].split("par ")[1].split(",")[0])
    assert f"1 guess · par {par}, {par - 1} left" in first.everything
    await stage.use("ann", "hint")
    second = await stage.guess("ann", "lake")
    assert f"2 guesses +3 for hints · par {par}, {par - 5} left" in second.everything
    found = await stage.guess("ann", stage.secret("ann"))
    assert f"**{par - 6} under par**" in found.everything
    after = await stage.guess("ann", "pond")
    assert "under par" not in after.everything


async def test_puzzles_out_of_reach(stage: Any, post: Any) -> None:
    """A button of another's practice round, or of no puzzle at all, is refused kindly."""
    await stage.use("ann", "practice")
    for number in (1, 99):
        public = await post(stage, forged=number)
        for label in ("Why?", "Nearest 100", "Turning point"):
            refused = await stage.press("ben", public, label)
            assert refused.ephemeral
            assert "somebody else's practice round" in refused.content


async def test_score_is_told_once(stage: Any) -> None:
    """The answer to a guess tells guesses and par in its line, and not in its footer again."""
    for said in (await stage.guess("ann", "river"), await stage.guess("ann", "lake sea")):
        assert " left" in said.embed["description"]
        assert "guess" not in said.embed["footer"]["text"]
        assert "par" not in said.embed["footer"]["text"]
    assert "3 guesses" in (await stage.use("ann", "board")).embed["footer"]["text"]


async def test_several_words_to_begin_with(stage: Any) -> None:
    """Many first words at once are no first step."""
    said = await stage.guess("ann", "river lake sea")
    assert "first step" not in said.everything
    assert "The word itself is at 100°." in said.everything
