"""Members play together, race and take turns before everybody's eyes, and nothing is spoiled."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.client import WarmerClient
from bot.i18n import tongue
from bot.local.faults import Limit
from bot.panels import Pace
from game.setup import Setup, Style
from game.turn import Turn

QUICK = Pace(gather_s=0, pause_s=0, retry_s=0.01, sweep_s=None)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MEMBERS = ("ann", "ben", "cleo")
Overhear = Callable[[Any], list[str]]


def hasten(client: WarmerClient) -> None:
    """Let panels not wait between edits."""
    client.changes.pace = QUICK  # type: ignore[attr-defined]  # it is a Panels


@pytest.fixture
def scene(stage: Any) -> Any:
    """The stage whose panels do not wait, after restarts neither."""
    stage.prepare.append(hasten)
    hasten(stage.client)
    return stage


@pytest.fixture
def local_scene(local_stage: Any) -> Any:
    """The same before our local Discord alone."""
    local_stage.prepare.append(hasten)
    hasten(local_stage.client)
    return local_stage


async def quiet(stage: Any) -> None:
    """Wait until the panels have shown everything."""
    panels = stage.client.changes
    while tasks := [t for t in (panels._start, panels._ear, *panels._hands.values()) if t]:
        await asyncio.wait(tasks)
    await stage.settled()


def board(stage: Any, channel: str = "general") -> Any:
    """The panel's message."""
    [message] = [m for m in stage.channel_messages(channel) if m.has("w1:play:guess")]
    return message


def leaks(words: list[str], heard: list[str]) -> list[tuple[str, str]]:
    """Which words stand in what was heard."""
    return [
        (word, text)
        for word in words
        for text in heard
        if re.search(rf"(?<![a-z]){word}(?![a-z])", text.casefold())
    ]


@pytest.mark.parametrize("style", ["together", "race", "relay"])
async def test_three_members_and_no_word_in_public(
    scene: Any, overhear: Overhear, style: str
) -> None:
    """They guess, look, take hints, and one solves: no word they used and no secret is public."""
    heard = overhear(scene)
    opened = await scene.use("ann", "party", style=style)
    assert opened.ephemeral
    mode = "solo" if style == "race" else "together"
    secret = scene.secret("ann")
    near = scene.words(secret)
    words = [near[n] for n in (5000, 900, 400, 120, 40, 12)]
    for number, word in enumerate(words):
        answer = await scene.guess(MEMBERS[number % 3], word, mode=mode)
        assert answer.ephemeral
    hint = await scene.use("ben", "hint", mode=mode, kind="halfway")
    given = hint.title.split()[-1]
    assert given in near[1:500]
    for member in MEMBERS:
        await scene.use(member, "board", mode=mode)
    shown = await scene.press("cleo", board(scene), "My view")
    assert shown.ephemeral
    await scene.guess("ann", secret, mode=mode)
    if style == "race":
        await scene.guess("cleo", secret, mode=mode)
    await quiet(scene)
    text = board(scene).everything
    assert f"<@{scene.id('ann')}>" in text
    assert ("🥇" if style == "race" else "found the word") in text
    assert heard
    assert leaks([*words, secret, given], heard) == []
    assert leaks(["puzzle"], heard), "nothing was overheard, though every title says so"


async def test_buttons_below_the_panel(scene: Any) -> None:
    """Guessing by the form, one's own view and every word on demand, all in private."""
    await scene.use("ann", "party", style="together")
    secret = scene.secret("ann")
    near, far = scene.words(secret)[20], scene.words(secret)[2000]
    form = await scene.press("ann", board(scene), "Guess")
    assert (await scene.submit("ann", form, near)).ephemeral
    await scene.guess("ben", far, mode="together")
    await quiet(scene)
    mine = await scene.press("ben", board(scene), "My view")
    assert (far in mine.everything, near in mine.everything) == (True, False)
    every = await scene.press("ben", board(scene), "Show me")
    assert (far in every.everything, near in every.everything) == (True, True)
    assert mine.ephemeral
    assert every.ephemeral
    assert f"<@{scene.id('ann')}>" in board(scene).everything


async def test_second_opening_links_to_the_first(scene: Any) -> None:
    """There is one board a channel and puzzle, of the style it was opened in."""
    first = await scene.use("ann", "party", style="race")
    again = await scene.use("ben", "party", style="relay")
    link = f"{scene.hall.server_id}/{board(scene).channel_id}/{board(scene).id}"
    assert link in first.content
    assert link in again.content
    assert "already a race" in again.content
    assert "race" in board(scene).title
    other = await scene.use("ben", "party", "games", style="relay")
    assert "relay" in board(scene, "games").title
    assert other.content != again.content


async def test_relay_says_whose_turn_it_is(scene: Any) -> None:
    """Who guesses twice in a row is told kindly until when to wait, and the panel says it too."""
    await scene.use("ann", "party", style="relay")
    words = scene.words(scene.secret("ann"))
    await scene.guess("ann", words[300], mode="together")
    await scene.guess("ben", words[200], mode="together")
    refused = await scene.guess("ben", words[100], mode="together")
    until = int(scene.clock().timestamp()) + 600
    assert f"<t:{until}:" in refused.everything
    assert refused.ephemeral
    await quiet(scene)
    text = board(scene).everything
    assert f"<@{scene.id('ben')}> guessed last. Until <t:{until}:t>" in text
    assert "2 guesses" in text


async def test_servers_style_says_where_guesses_go(scene: Any) -> None:
    """On a server that plays together a plain `/guess` goes to the channel's board."""
    await scene.use("ann", "party", style="together")
    setup = Setup(scene.hall.server_id, "UTC", 5, style=Style.TOGETHER)
    scene.app.setups.set_up(setup, scene.id("ann"), NOW)
    await scene.guess("ben", scene.words(scene.secret("ann"))[100])
    await quiet(scene)
    assert f"<@{scene.id('ben')}>" in board(scene).everything


async def test_panel_speaks_the_servers_language(scene: Any) -> None:
    """The board is in the server's language, the answer to whoever opened it in their own."""
    scene.hall.server_speaks("de")
    await scene.settled()
    scene.hall.speaks("ann", "fr")
    opened = await scene.use("ann", "party", style="race")
    assert opened.content.startswith(tongue("fr")("panel-opened", link=""))
    assert "Wettrennen" in board(scene).title


async def test_restart_in_the_middle(scene: Any) -> None:
    """What was not shown when the bot stopped is shown by the next one, in the same message."""
    await scene.use("ann", "party", style="together")
    before = board(scene)
    scene.client.changes.pace = replace(QUICK, gather_s=3600)
    words = scene.words(scene.secret("ann"))
    await scene.guess("ann", words[500], mode="together")
    await scene.client.changes.stop()
    await scene.guess("ben", words[50], mode="together")
    await scene.restart()
    await quiet(scene)
    after = board(scene)
    assert after.id == before.id
    assert "2 guesses" in after.everything
    await scene.press("cleo", after, "My view")


async def test_deleted_message_stays_away(scene: Any) -> None:
    """An admin can delete the board: guesses do not bring it back, and `/party` does."""
    await scene.use("ann", "party", style="together")
    before = board(scene)
    there = scene.client.get_partial_messageable(before.channel_id)
    await there.get_partial_message(before.id).delete()
    words = scene.words(scene.secret("ann"))
    for number in (500, 400):
        await scene.guess("ann", words[number], mode="together")
        await quiet(scene)
    assert scene.channel_messages() == []
    said = await scene.use("ben", "party", style="together")
    assert board(scene).id != before.id
    assert str(board(scene).id) in said.content
    assert "2 guesses" in board(scene).everything


async def test_channel_that_is_forbidden(scene: Any) -> None:
    """Whoever opens a board where the bot may not write is told so, and nothing is kept of it."""
    scene.hall.channel_id("secluded", "ann")
    scene.hall.forbid("secluded")
    said = await scene.use("ann", "party", "secluded", style="race")
    assert said.content == tongue("en")("panel-forbidden")
    assert scene.rows()["panels"] == 0


async def test_channel_that_closes(scene: Any, overhear: Overhear) -> None:
    """The board is left alone then; the trouble is noted, and who set it up is told once."""
    heard = overhear(scene)
    await scene.use("ann", "party", style="together")
    where = board(scene).channel_id
    setup = Setup(scene.hall.server_id, "UTC", where, style=Style.TOGETHER)
    scene.app.setups.set_up(setup, scene.id("ann"), NOW)
    scene.hall.forbid("general")
    words = scene.words(scene.secret("ann"))
    for number in (500, 400, 300):
        await scene.guess("ann", words[number])
        await quiet(scene)
    found = scene.app.setups.setup(scene.hall.server_id)
    assert found.trouble == "forbidden"
    assert len([text for text in heard if "I may not write" in text]) == 1


async def test_channel_that_is_deleted(scene: Any) -> None:
    """A race whose channel is gone holds up nobody, and the race in another channel goes on."""
    secret = scene.secret("ann")
    words = scene.words(secret)
    for number, channel in enumerate(("games", "general")):
        await scene.use("ann", "party", channel, style="race")
        await scene.guess("ann", words[500 + number], channel, mode="solo")
    await quiet(scene)
    scene.hall.remove_channel("games")
    for word in (words[100], words[50], secret):
        await scene.guess("ann", word, mode="solo")
        await quiet(scene)
    assert f"🥇 <@{scene.id('ann')}>" in board(scene).everything
    assert [panel.shown < panel.changes for panel in scene.app.panels.panels.stale()] == [True]


async def test_fifty_guesses_in_a_moment(local_scene: Any) -> None:
    """Fifty guesses at once make few edits, and the last one shows all of them."""
    scene = local_scene
    # This is about edits, not about how quickly a busy machine answers fifty members.
    scene.hall.local.patience(ack_s=60)
    await scene.use("m0", "party", style="together")
    words = scene.words(scene.secret("m0"))[1000:]
    scene.client.changes.pace = replace(QUICK, pause_s=0.5)
    names = [f"m{number % 10}" for number in range(50)]
    await asyncio.gather(
        *(scene.guess(name, words[n], mode="together") for n, name in enumerate(names))
    )
    await quiet(scene)
    assert "50 guesses" in board(scene).everything
    assert "10 players" in board(scene).everything
    assert board(scene).edits < 25


@pytest.mark.parametrize("kind", list(Limit))
async def test_limits_delay_the_last_state_only(local_scene: Any, kind: Limit) -> None:
    """A 429 of any kind on an edit is waited out, and the board shows everything in the end."""
    scene = local_scene
    await scene.use("ann", "party", style="together")
    faults = scene.hall.local.faults
    faults.limit("PATCH", "/channels/*/messages/*", kind, retry_after=0.02, times=2)
    words = scene.words(scene.secret("ann"))
    for number in (500, 400):
        await scene.guess("ann", words[number], mode="together")
    await quiet(scene)
    assert "2 guesses" in board(scene).everything
    assert faults.seen


@pytest.mark.parametrize("status", [503, 504])
async def test_failing_discord_delays_the_last_state_only(local_scene: Any, status: int) -> None:
    """Edits that fail are made up for."""
    scene = local_scene
    await scene.use("ann", "party", style="together")
    scene.hall.local.faults.fail("PATCH", "/channels/*/messages/*", status, times=2)
    await scene.guess("ann", scene.words(scene.secret("ann"))[500], mode="together")
    await quiet(scene)
    assert "1 guess" in board(scene).everything


async def test_post_whose_answer_was_lost_is_not_made_twice(local_scene: Any) -> None:
    """The board was posted and the answer lost on the way: the next try finds the message."""
    scene = local_scene
    scene.hall.local.faults.fail("POST", "/channels/*/messages", 503, applied=True)
    said = await scene.use("ann", "party", style="together")
    # The next try may be quicker than the answer.
    assert said.content.startswith(("The board will be here", "The board is up"))
    await quiet(scene)
    assert "together" in board(scene).title


async def test_two_who_solve_at_the_same_instant(local_scene: Any) -> None:
    """In a race one is first and one second; on a shared board one is the finder."""
    scene = local_scene
    secret = scene.secret("ann")
    await scene.use("ann", "party", style="race")
    await asyncio.gather(*(scene.guess(name, secret, mode="solo") for name in ("ann", "ben")))
    await quiet(scene)
    text = board(scene).everything
    assert (text.count("🥇"), text.count("🥈"), text.count("🏆")) == (1, 1, 1)
    await scene.use("cleo", "party", "games", style="together")
    answers = await asyncio.gather(
        *(scene.guess(name, secret, "games", mode="together") for name in ("cleo", "dan"))
    )
    await quiet(scene)
    assert board(scene, "games").everything.count("found the word") == 1
    assert len([answer for answer in answers if secret in answer.title]) == 1


async def test_daily_post_brings_its_panel(scene: Any) -> None:
    """A server that races gets its race below the day's post, once however often it is told."""
    channel = scene.hall.channel_id("general", "ann")
    puzzle_id = scene.app.panels.puzzles.find(
        Turn(scene.hall.server_id, channel, scene.id("ann"))
    ).puzzle.id
    setup = Setup(scene.hall.server_id, "UTC", channel, style=Style.RACE)
    panels = scene.client.changes
    for _ in range(2):
        await panels.posted(setup, puzzle_id, channel)
    assert "race" in board(scene).title


async def test_post_names_the_style_of_a_panel_that_is_played_on(scene: Any) -> None:
    """Where people play together by evening, the post of a server that races says so."""
    channel = scene.hall.channel_id("general", "ann")
    words = scene.words(scene.secret("ann"))
    await scene.use("ann", "party", style="together")
    await scene.guess("ann", words[500], mode="together")
    setup = Setup(scene.hall.server_id, "UTC", channel, 18 * 60, style=Style.RACE)
    scene.app.setups.set_up(setup, scene.id("ann"), NOW)
    scene.clock.go_on(timedelta(hours=7))
    await scene.client.come_round()
    await quiet(scene)
    [post] = [said for said in scene.channel_messages() if said.title.startswith("Warmer")]
    speaks = tongue("en")
    assert speaks("daily-style-together") in post.everything
    assert speaks("daily-style-race") not in post.everything


async def test_relay_holds_before_the_days_post(scene: Any) -> None:
    """A server that plays in turns does so from the first guess on, and sees it in its channel."""
    channel = scene.hall.channel_id("general", "ann")
    words = scene.words(scene.secret("ann"))
    setup = Setup(scene.hall.server_id, "UTC", channel, 18 * 60, style=Style.RELAY)
    scene.app.setups.set_up(setup, scene.id("ann"), NOW)
    for member, number in (("ann", 500), ("ben", 400)):
        await scene.guess(member, words[number])
        await quiet(scene)
    refused = await scene.guess("ben", words[300])
    assert "2 guesses" in board(scene).everything
    assert "relay" in board(scene).title
    assert f"<t:{int(scene.clock().timestamp()) + 600}:" in refused.everything
