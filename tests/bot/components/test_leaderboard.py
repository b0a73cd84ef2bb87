"""The leaderboard and what members achieve, as they see it."""

import threading
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from game.model import Board, BoardKey, Entry, Mode
from game.standings import Standings
from game.turn import Turn
from store.errors import DatabaseLocked
from store.members import SqlMembers
from store.work import SqlGameStore

Fill = Callable[..., Awaitable[list[int]]]


@pytest.fixture
def fill() -> Fill:
    """Lets so many members solve today's puzzle, each in one guess more than the one before."""

    async def solve(stage: Any, members: int) -> list[int]:
        turn = Turn(stage.hall.server_id, stage.hall.channel_id("general", "ann"), stage.id("ann"))
        puzzle_id = stage.app.game.look(turn).puzzle.id
        ids = [2**60 + number for number in range(members)]
        with SqlGameStore(stage.app.database).working() as work:
            for number, member in enumerate(ids):
                board = work.lock_board(BoardKey(puzzle_id, Mode.SOLO, member))
                guesses = 20 + number
                work.add_entry(Entry(board.id, 1, member, "river", 1.0, 0, stage.clock(), guesses))
                work.save_board(solved(board, guesses, stage.clock()))
            work.commit()
        return ids

    return solve


def solved(board: Board, guesses: int, at: Any) -> Board:
    """A board after so many guesses, the last of which found the word."""
    return Board(board.key, board.id, 1, guesses, 0, 0, guesses, board.key.owner_id, finished_at=at)


async def test_nobody_yet(stage: Any) -> None:
    """An empty server has a friendly board for every period."""
    said = await stage.use("ann", "leaderboard")
    assert said.ephemeral
    assert "Nobody is on it yet" in said.everything
    for label, title in (("Day", "🏆 "), ("All time", "🏆 All time"), ("Week", "🏆 The week")):
        turned = await stage.press("ann", said, label)
        assert turned.id == said.id
        assert turned.title.startswith(title)
        assert "Nobody is on it yet" in turned.everything


async def test_one_member(stage: Any) -> None:
    """A single member leads, with strokes against par and a mark at their own place."""
    await stage.guess("ann", "river")
    said = await stage.use("ann", "leaderboard", period="day")
    assert "One is still looking for today's word." in said.everything
    secret = stage.secret("ann")
    await stage.guess("ann", secret)
    said = await stage.use("ann", "leaderboard", period="day")
    line = said.embed["description"]
    assert line.startswith(f"🥇 <@{stage.id('ann')}> · **200** · 2 strokes (−")
    assert line.endswith(" ←")
    assert said.labels == ["Day", "Week", "All time", "Show everybody"]
    assert said.pings == ()
    week = await stage.press("ann", said, "Week")
    assert "1/1 solved" in week.everything
    for answer in (said, week):
        assert secret not in answer.everything.replace("leaderboard", "")


async def test_sixty_members(stage: Any, fill: Fill) -> None:
    """Places come in pages, and one's own stands below where it is on another page."""
    ids = await fill(stage, 60)
    await stage.guess("ann", "river")
    await stage.guess("ann", stage.secret("ann"))
    first = await stage.use("ben", "leaderboard", period="day")
    assert "Page 1 of 7 · 61 members" in first.everything
    assert "Back" not in first.labels
    second = await stage.press("ben", first, "Next")
    assert second.id == first.id
    assert f"`11.` <@{ids[9]}>" in second.embed["description"]
    last = second
    for _ in range(5):
        last = await stage.press("ben", last, "Next")
    assert "Next" not in last.labels
    own = await stage.press("ann", await stage.use("ann", "leaderboard", period="day"), "Next")
    tail = own.embed["description"].splitlines()[-2:]
    assert tail[0] == "…"
    assert tail[1].startswith(f"🥇 <@{stage.id('ann')}>")
    assert tail[1].endswith(" ←")


async def test_page_that_is_gone(stage: Any, fill: Fill) -> None:
    """Who turns to a page that went with members who were forgotten gets the last one."""
    ids = await fill(stage, 11)
    said = await stage.use("ann", "leaderboard", period="day")
    SqlMembers(stage.app.database).forget(ids[0], None, stage.clock())
    turned = await stage.press("ann", said, "Next")
    assert f"<@{ids[10]}>" in turned.everything
    assert f"<@{ids[0]}>" not in turned.everything
    assert "Page" not in turned.everything


async def test_old_buttons(stage: Any, fill: Fill) -> None:
    """After a restart, and months later, a message goes on to show its own day and week."""
    ids = await fill(stage, 12)
    said = await stage.use("ann", "leaderboard", period="day")
    stage.clock.go_on(timedelta(days=200))
    await stage.restart()
    turned = await stage.press("ann", said, "Next")
    assert f"`11.` <@{ids[10]}>" in turned.everything
    assert "21 Nov 2026" in turned.title
    week = await stage.press("ann", turned, "Week")
    assert week.title == "🏆 The week, 16 Nov – 22 Nov"
    assert f"<@{ids[0]}>" in week.everything
    now = await stage.use("ann", "leaderboard")
    assert "Nobody is on it yet" in now.everything


async def test_show_everybody(stage: Any, fill: Fill) -> None:
    """What is shown to all pings nobody, marks nobody, and others turn its pages by themselves."""
    await fill(stage, 12)
    await stage.guess("ann", stage.secret("ann"))
    said = await stage.use("ann", "leaderboard", period="day")
    public = await stage.press("ann", said, "Show everybody")
    assert not public.ephemeral
    assert public.pings == ()
    assert "←" not in public.everything
    assert "Show everybody" not in public.labels
    turned = await stage.press("ben", public, "Next")
    assert turned.ephemeral
    assert "Page 2 of 2" in turned.everything
    shown = stage.channel_messages()[-1]
    assert shown.id == public.id
    assert "Page 1 of 2" in shown.everything


async def test_direct_messages(stage: Any) -> None:
    """Among one's own puzzles there is only oneself, and nobody to show it to."""
    await stage.guess("ben", stage.secret("ben"))
    await stage.guess("ann", stage.secret("ann", "direct"), "direct")
    said = await stage.use("ann", "leaderboard", "direct")
    assert f"<@{stage.id('ann')}>" in said.everything
    assert f"<@{stage.id('ben')}>" not in said.everything
    assert said.labels == ["Day", "Week", "All time"]


async def test_day_that_is_over(stage: Any) -> None:
    """The day after, who gave up stands below those who found it, without a medal."""
    await stage.guess("ann", stage.secret("ann"))
    await stage.guess("ben", "river")
    await stage.press("ben", await stage.use("ben", "giveup"), "Give up")
    said = await stage.use("cat", "leaderboard", period="day")
    assert f"<@{stage.id('ben')}>" not in said.everything
    stage.clock.next_day()
    turned = await stage.press("cat", said, "Day")
    assert f"`2.` <@{stage.id('ben')}> · **10** · not found" in turned.embed["description"]


async def test_in_other_languages(stage: Any, fill: Fill) -> None:
    """A private board is in the member's language, one for all in the server's."""
    await fill(stage, 2)
    stage.hall.speaks("ann", "de")
    stage.hall.server_speaks("fr")
    said = await stage.use("ann", "leaderboard", period="all")
    assert said.title == "🏆 Alle Zeiten"
    public = await stage.press("ann", said, "Allen zeigen")
    assert public.title == "🏆 Depuis toujours"


async def test_everywhere(stage: Any) -> None:
    """The command can be used wherever the bot can be, and chooses among three periods."""
    command = stage.client.tree.get_command("leaderboard")
    payload = command.to_dict(stage.client.tree)
    assert payload["contexts"] == [0, 1, 2]
    assert [x["value"] for x in payload["options"][0]["choices"]] == ["day", "week", "all"]


async def test_forged_day(stage: Any, fill: Fill, post: Any) -> None:
    """A button whose day is none leads to today."""
    from bot.components.rows import button, keys  # what no bot of ours would send

    await fill(stage, 1)
    channel = stage.client.get_partial_messageable(stage.hall.channel_id("general", "ann"))
    forged = "w1:leaderboard:turn:day:20269999:7"
    await channel.send("Forged", view=keys([button(forged, "Turn")]))
    await stage.settled()
    said = await stage.press("ann", stage.channel_messages()[-1], "Turn")
    assert "🥇" in said.everything


async def test_achievement_is_told_once(stage: Any) -> None:
    """The guess that earns one says so to its member alone; a repeated delivery earns nothing."""
    found = await stage.guess("ann", stage.secret("ann"))
    assert found.ephemeral
    assert "New achievements" in found.everything
    assert "🌱 **First find**: you found your first word." in found.everything
    assert "🔮 **Mind reader**" in found.everything
    await stage.guess("ann", "river")
    again = await stage.guess("ann", "lake")
    assert "achievement" not in again.everything
    stage.clock.next_day()
    second = await stage.guess("ann", stage.secret("ann"))
    assert "achievement" not in second.everything


async def test_stats_tell_what_is_next(stage: Any) -> None:
    """One's own record tells what was achieved and what comes next; another's only the first."""
    none = await stage.use("ann", "stats")
    assert "Achievements" not in none.everything
    await stage.guess("ann", "river")
    assert "The first one comes with" in (await stage.use("ann", "stats")).everything
    await stage.guess("ann", stage.secret("ann"))
    own = {x["name"]: x["value"] for x in (await stage.use("ann", "stats")).embed["fields"]}
    lines = own["Achievements · 3 of 12"].splitlines()
    assert lines[0] == "🌱 First find · ⛳ Below the bar · 🔮 Mind reader"
    assert lines[1] == "Next: 🔥 **Warm week**, 6 more days"
    assert own["Best"] == "2 strokes"
    assert own["Boards"] == "solo"
    assert own["Against par"].startswith("median −")
    theirs = await stage.use("ben", "stats", member=stage.hall.member("ann"))
    assert "First find" in theirs.everything
    assert "Next:" not in theirs.everything


async def test_guess_stands_where_achievements_fail(
    stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that fails after the guess hides the achievement, not the answer."""

    def fail(*_: object) -> None:
        raise DatabaseLocked("here", "locked")

    monkeypatch.setattr(type(stage.app.achievements), "news", fail)
    found = await stage.guess("ann", stage.secret("ann"))
    assert found.title.startswith("🎉")
    assert "achievement" not in found.everything


async def test_shown_to_everybody_once(stage: Any, fill: Fill) -> None:
    """The same press delivered twice posts once."""
    await fill(stage, 2)
    await stage.press("ann", await stage.use("ann", "leaderboard"), "Show everybody")
    before = [message.id for message in stage.channel_messages()]
    await stage.redeliver()
    assert [message.id for message in stage.channel_messages()] == before


async def test_group(local_stage: Any) -> None:
    """In a group without the bot the board is of what its people played together."""
    stage = local_stage  # SimCord has no channel that two people share without a server
    await stage.guess("ann", "river", "group")
    assert "Nobody" in (await stage.use("ann", "leaderboard", "group")).everything
    await stage.guess("ann", "river", "group", mode="together")
    turn = Turn(
        stage.hall.channel_id("group", "ben"),
        stage.hall.channel_id("group", "ben"),
        stage.id("ben"),
    )
    secret = stage.app.standings._puzzles.find(turn).puzzle.secret
    await stage.guess("ben", secret, "group", mode="together")
    said = await stage.use("ben", "leaderboard", "group", period="day")
    assert f"<@{stage.id('ann')}>" in said.everything
    assert f"<@{stage.id('ben')}>" in said.everything
    assert "Show everybody" in said.labels


async def test_stats_in_a_group(local_stage: Any) -> None:
    """In a group a record is of what its people played together, one's own and another's."""
    stage = local_stage
    await stage.guess("ann", "river", "group", mode="together")
    said = await stage.use("ann", "stats", "group")
    assert "Played" in said.everything
    said = await stage.use("ann", "stats", "group", member=stage.hall.member("ben"))
    assert "No daily puzzle played here yet" in said.everything
    said = await stage.use("ben", "stats", "group", member=stage.hall.member("ann"))
    assert "Played" in said.everything


async def test_all_of_history_holds_up_no_guess(
    stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The board of all time is made in a lane of its own, those of days are not."""
    lanes, made = list[str](), Standings.leaderboard

    def watched(*args: Any) -> Any:
        lanes.append(threading.current_thread().name.rpartition("-")[0])
        return made(*args)

    monkeypatch.setattr(Standings, "leaderboard", watched)
    for period in ("all", "day"):
        await stage.use("ann", "leaderboard", period=period)
    assert lanes == ["warmer-verdict", "warmer"]
