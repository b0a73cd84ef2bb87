"""The day's puzzle, played through the bot."""

import threading
from datetime import date
from typing import Any

import pytest

import bot.cogs.options
from bot.cogs.options import MAX_CHOICES
from game.model import Server
from store.work import SqlGameStore


async def test_whole_game(stage: Any) -> None:
    """A member plays from the first guess to the solution, seen by nobody else."""
    first = await stage.guess("ann", "river")
    secret = stage.secret("ann")
    assert first.ephemeral
    assert "river is" in first.title
    assert secret not in first.everything
    words = stage.words(secret)
    near = await stage.guess("ann", words[5])
    assert "boiling" in near.title
    assert "The closest yet" in near.everything
    found = await stage.guess("ann", secret)
    assert found.ephemeral
    assert found.title == f"🎉 {secret} it is!"
    assert "3 guesses" in found.everything
    assert words[1] in found.everything
    after = await stage.guess("ann", words[100])
    assert "just for exploring" in after.everything
    assert stage.entries() == 4


async def test_together(stage: Any) -> None:
    """A shared board's answers are private; of two who find the word the second hears who did."""
    one = await stage.guess("ann", "river", mode="together")
    secret = stage.secret("ann")
    two = await stage.guess("ben", stage.words(secret)[3], mode="together")
    assert "river" in two.everything  # farther than ben has come himself
    found = await stage.guess("ann", secret)  # the mode is remembered
    assert f"<@{stage.id('ann')}> found it" in found.everything
    late = await stage.guess("ben", secret)
    assert f"<@{stage.id('ann')}> guessed it before" in late.content
    assert all(said.ephemeral and not said.pings for said in (one, two, found, late))
    assert stage.channel_messages() == []


async def test_boards_of_two_channels_are_apart(stage: Any) -> None:
    """What a channel has guessed together is not on another channel's board."""
    await stage.guess("ann", "river", mode="together")
    elsewhere = await stage.use("ann", "board", "quiet", mode="together")
    assert "Nothing on it yet" in elsewhere.everything
    here = await stage.use("ann", "board")
    assert "river" in here.everything


async def test_word_said_twice(stage: Any) -> None:
    """A word on the board already costs nothing, in whatever form it is said again."""
    await stage.guess("ann", "river")
    again = await stage.guess("ann", "  Rivers! ")
    assert again.ephemeral
    assert "`river` is on the board already: you guessed it before" in again.content
    assert stage.entries() == 1


async def test_form_of_a_word(stage: Any) -> None:
    """An inflected form counts as its word, and the answer says so."""
    said = await stage.guess("ann", "rivers")
    assert "*rivers* counts as **river**" in said.everything


async def test_unknown_word(stage: Any) -> None:
    """A misspelt word is answered with words like it and costs nothing."""
    said = await stage.guess("ann", "rivver")
    assert said.ephemeral
    assert "Did you mean" in said.content
    assert "`river`" in said.content
    assert stage.entries() == 0


async def test_hints(stage: Any) -> None:
    """A hint is nearer than the best word, costs no guess, and stands on the board as a hint."""
    hint = await stage.use("ann", "hint")
    secret = stage.secret("ann")
    assert hint.ephemeral
    word = hint.title.removeprefix("💡 Try around ")
    assert 0 < stage.words(secret).index(word) < 600
    board = await stage.use("ann", "board")
    assert f"{word} (hint)" in board.everything
    assert "+3 for hints" in board.everything
    again = await stage.guess("ann", word)
    assert "had it as a hint" in again.content


async def test_hints_by_kind(stage: Any) -> None:
    """Each kind of hint says what it is and what it adds to the score, and all add up."""
    await stage.guess("ann", "river")
    secret = stage.secret("ann")
    for far in (900, 4000, 9000):
        await stage.guess("ann", stage.words(secret)[far])
    direction = await stage.use("ann", "hint", kind="direction")
    assert "nobody has looked" in direction.everything
    between = await stage.use("ann", "hint", kind="between")
    assert "Warmer lies between **" in between.everything
    spelling = await stage.use("ann", "hint", kind="spelling")
    assert spelling.title == f"💡 It begins with {secret[0].upper()}"
    assert f"{len(secret)} letters" in spelling.everything
    assert "adds 5 strokes" in spelling.everything
    again = await stage.use("ann", "hint", kind="spelling")
    assert "costs nothing now" in again.everything
    assert all(said.ephemeral for said in (direction, between, spelling, again))
    assert not any(secret in said.everything for said in (direction, between, spelling, again))
    found = await stage.guess("ann", secret)
    assert "5 guesses** and 8 for hints: **13 strokes**" in found.everything


async def test_why(stage: Any) -> None:
    """On a running board only kinds of links are told; once the secret is known, everything."""
    await stage.guess("ann", "river")
    secret = stage.secret("ann")
    near = next(word for word in stage.words(secret)[1:] if secret not in word)
    unasked = await stage.use("ann", "why", word=near)
    assert "not on the board" in unasked.content
    await stage.guess("ann", near)
    running = await stage.use("ann", "why", word=near)
    assert running.ephemeral
    assert f"Why {near} is at " in running.title
    assert "fields" not in running.embed
    assert secret not in running.everything
    await stage.guess("ann", secret)
    ended = await stage.use("ann", "why", word=near)
    assert ended.ephemeral
    assert f"**{secret}**: " in ended.everything
    itself = await stage.use("ann", "why", word=secret)
    assert "It is the word itself." in itself.everything
    before = stage.rows()
    table = stage.app.table
    far = next(x for x in reversed(stage.words(secret)) if not table.hidden[table.row(x)])
    stranger = await stage.use("ann", "why", word=far)
    assert stranger.title.startswith("🧊 Why ")
    assert stage.rows() == before


async def test_word_that_hurts(stage: Any) -> None:
    """It is refused in private and unspoken, on a shared board as well, and stands nowhere."""
    table = stage.app.table
    word = table.words[int(table.hidden.argmax())]
    await stage.guess("ann", "river", mode="together")
    before = stage.rows()
    said = await stage.guess("ann", word)
    assert said.ephemeral
    assert "rather not" in said.content
    assert word not in said.everything
    assert stage.rows() == before
    assert word not in (await stage.use("ben", "board", mode="together")).everything


async def test_giving_up_alone(stage: Any) -> None:
    """Who gives up is asked first, then learns the word; there must be something to give up."""
    early = await stage.use("ann", "giveup")
    assert "nothing to give up yet" in early.content
    await stage.guess("ann", "river")
    secret = stage.secret("ann")
    question = await stage.use("ann", "giveup")
    assert question.ephemeral
    assert question.title == "🏳️ Give up?"
    assert secret not in question.everything
    end = await stage.press("ann", question, "Give up")
    assert end.ephemeral
    assert end.title == f"🏳️ The word was {secret}"
    assert stage.words(secret)[1] in end.everything
    twice = await stage.use("ann", "giveup")
    assert "given up already" in twice.content


async def test_giving_up_together(stage: Any) -> None:
    """A shared board ends only when two of its players wish so."""
    await stage.guess("ann", "river", mode="together")
    secret = stage.secret("ann")
    await stage.guess("ben", stage.words(secret)[50], mode="together")
    stranger = await stage.use("eve", "giveup", mode="together")
    assert "nothing to give up yet" in stranger.content
    question = await stage.use("ann", "giveup")
    assert "once 2 of its players wish so" in question.everything
    wish = await stage.press("ann", question, "Give up")
    assert "1 player would like to" in wish.everything
    assert secret not in wish.everything
    again = await stage.press("ann", await stage.use("ann", "giveup"), "Give up")
    assert "1 player would like to" in again.everything
    end = await stage.press("ben", await stage.use("ben", "giveup"), "Give up")
    assert end.title == f"🏳️ The word was {secret}"
    assert stage.channel_messages() == []


async def test_practice_and_back(stage: Any) -> None:
    """Practice takes the member's guesses until its end; then they go to the day's puzzle again."""
    await stage.guess("ann", "river")
    start = await stage.use("ann", "practice")
    assert start.ephemeral
    assert start.title == "🎯 Practice round 1"
    secret = stage.secret("ann")
    found = await stage.guess("ann", secret)
    assert found.title == f"🎉 {secret} it is!"
    assert "Practice round 1" in found.everything
    board = await stage.use("ann", "board")
    assert "today, 21 Nov" in board.everything
    assert "river" in board.everything
    stats = await stage.use("ann", "stats")
    fields = {field["name"]: field["value"] for field in stats.embed["fields"]}
    assert fields["Played"] == "1"
    assert fields["Solved"].startswith("0 ")


async def test_practice_by_name_without_a_round(stage: Any) -> None:
    """Asking for a practice round that was never begun says how to begin one."""
    said = await stage.guess("ann", "river", puzzle="practice")
    assert "Start one with `/practice`" in said.content


async def test_archive(stage: Any) -> None:
    """Days gone by are suggested with how they stand, and can be played by their date."""
    await stage.guess("ann", "river")
    day_one, secret = stage.clock().date(), stage.secret("ann")
    stage.clock.next_day()
    assert await stage.hall.complete("ann", "guess", "puzzle", "") == [
        "today", "practice", day_one.isoformat(),
    ]  # fmt: skip
    assert await stage.hall.complete("ann", "guess", "puzzle", "not solved") == [
        day_one.isoformat()
    ]
    past = await stage.guess("ann", secret, puzzle=day_one.isoformat())
    assert past.title == f"🎉 {secret} it is!"
    assert "Sat 21 Nov 2026" in past.everything
    assert await stage.hall.complete("ann", "guess", "puzzle", "solved in 2") == [
        day_one.isoformat()
    ]
    assert stage.secret("ann") != secret


async def test_days_that_are_not_there(stage: Any) -> None:
    """A day to come, a day before the first and a text that is no day are each answered."""
    await stage.guess("ann", "river")
    tomorrow = await stage.guess("ann", "lake", puzzle="2026-11-22")
    assert "not out yet" in tomorrow.content
    before = await stage.guess("ann", "lake", puzzle="2026-11-20")
    assert "the first here was that of 21 Nov 2026" in before.content
    no_day = await stage.guess("ann", "lake", puzzle="@everyone `x`")
    assert "I know no such puzzle" in no_day.content
    assert all(said.ephemeral and not said.pings for said in (tomorrow, before, no_day))
    assert stage.entries() == 1


async def test_next_day_is_another_word(stage: Any) -> None:
    """At midnight a new puzzle begins, and the streak goes on."""
    secrets = []
    for _ in range(3):
        await stage.use("ann", "board")
        secrets.append(stage.secret("ann"))
        assert (await stage.guess("ann", secrets[-1])).title.startswith("🎉")
        stage.clock.next_day()
    assert len(set(secrets)) == 3
    stats = await stage.use("ann", "stats")
    fields = {field["name"]: field["value"] for field in stats.embed["fields"]}
    assert fields["Streak"] == "3 days (longest 3)"
    assert fields["Best"] == fields["Median"] == "1 stroke"


async def test_record_of_another(stage: Any) -> None:
    """Everybody's record can be seen, and one who never played has an empty one."""
    await stage.guess("ann", "river")
    theirs = await stage.use("ben", "stats", member=stage.hall.member("ann"))
    assert theirs.ephemeral
    assert theirs.title == "📊 ann"
    own = await stage.use("ben", "stats")
    assert own.title == "📊 ben"
    assert "No daily puzzle played yet" in own.everything


async def test_help(stage: Any) -> None:
    """The help names every command that the bot has."""
    said = await stage.use("ann", "help")
    assert said.ephemeral
    names = [command.name for command in stage.client.tree.get_commands()]
    assert all(f"`/{name}" in said.everything for name in names if name != "help")


async def test_direct_messages(stage: Any) -> None:
    """In direct messages a member plays a puzzle of their own, apart from the server's."""
    await stage.guess("ann", "river")
    said = await stage.guess("ann", "lake", "direct")
    assert "river" not in said.everything
    found = await stage.guess("ann", stage.secret("ann", "direct"), "direct")
    assert found.title.startswith("🎉")
    assert "river" in (await stage.use("ann", "board")).everything
    assert stage.rows()["servers"] == 2


async def test_restart_in_mid_game(stage: Any) -> None:
    """A bot that is started anew goes on with the boards as they were."""
    await stage.guess("ann", "river")
    await stage.guess("ann", "lake", mode="together")
    secret = stage.secret("ann")
    await stage.open()
    assert "lake" in (await stage.use("ann", "board")).everything
    board = await stage.use("ann", "board", mode="solo")
    assert "river" in board.everything
    found = await stage.guess("ann", secret)
    assert "2 guesses" in found.everything


async def test_time_zone_of_the_server(stage: Any) -> None:
    """The clock's own zone does not matter: the day is the server's."""
    await stage.guess("ann", "river")
    with stage.app.database.reading() as connection:
        day = connection.exec_driver_sql("SELECT first_day FROM servers").scalar_one()
    assert date.fromisoformat(day) == date(2026, 11, 21)


async def test_old_servers_days_are_not_all_named(
    stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a thousand days only those that are suggested get a label, off the event loop."""
    old = Server(stage.hall.server_id, "UTC", 5, date(2024, 1, 1))
    with SqlGameStore(stage.app.database).working() as work:
        work.add_server(old)
        work.commit()
    lanes, label = list[str](), bot.cogs.options._day_label

    def watched(*args: Any) -> str:
        lanes.append(threading.current_thread().name)
        return label(*args)

    monkeypatch.setattr(bot.cogs.options, "_day_label", watched)
    assert len(await stage.hall.complete("ann", "guess", "puzzle", "")) == MAX_CHOICES
    assert lanes == ["warmer-suggest-0"] * (MAX_CHOICES - 2)
