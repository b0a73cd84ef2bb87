"""The daily post before both stand-ins for Discord: at its hour, once, and whatever happens."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.schedule.reconcile import Reconciler
from game.posts import PostState
from game.setup import Setup, Style

ADMIN = "ann"
TODAY = date(2026, 11, 21)


@pytest.fixture
def arrange() -> Any:
    """Sets the first server up: posts at 18:00 in UTC in #general, unless a test says else."""

    def set_up(stage: Any, **changes: Any) -> Setup:
        server_id = stage.hall.server_id
        stage.app.dailies._puzzles.server(server_id)
        channel_id = stage.hall.channel_id("general", ADMIN)
        setup = replace(Setup(server_id, "UTC", channel_id, 18 * 60, language="en"), **changes)
        stage.app.setups.set_up(setup, stage.id(ADMIN), stage.clock())
        return setup

    return set_up


def posts(stage: Any) -> list[tuple[int, str, str | None]]:
    """What the outbox says of each day: the day of the month, the state, the reason."""
    kept = stage.app.posts.posts(stage.hall.server_id, date.min)
    return [(post.day.day, post.state.value, post.reason) for post in kept]


def titles(stage: Any, where: Any = "general") -> list[str]:
    """The titles of the daily posts in a channel."""
    return [said.title for said in stage.channel_messages(where) if said.title.startswith("Warmer")]


async def at(stage: Any, hours: float) -> None:
    """Let so many hours pass, and the scheduler come round."""
    stage.clock.go_on(timedelta(hours=hours))
    await stage.client.come_round()


async def test_post_comes_at_its_hour_and_not_before(stage: Any, arrange: Any) -> None:
    """Nothing is posted a second too early; at the hour the post is there, and only once."""
    arrange(stage)
    stage.clock.go_on(timedelta(hours=6) - timedelta(seconds=1))
    await stage.client.come_round()
    assert titles(stage) == []
    assert posts(stage) == []
    for _ in range(3):
        await at(stage, 1 / 3600)
    assert titles(stage) == ["Warmer #1 · Sat 21 Nov"]
    assert posts(stage) == [(21, "sent", None)]
    await at(stage, 24)
    assert titles(stage) == ["Warmer #1 · Sat 21 Nov", "Warmer #2 · Sun 22 Nov"]


async def test_post_says_what_there_is_to_know(stage: Any, arrange: Any) -> None:
    """Difficulty and par, how to play, yesterday's word with its neighbours, who found it."""
    arrange(stage)
    await at(stage, 6)
    first = stage.channel_messages()[-1]
    assert "par" in first.everything
    assert "From today on" in first.everything
    assert "Yesterday" not in first.everything
    secret = stage.secret("ben")
    near = stage.words(secret)[1]
    await stage.guess("ben", near)
    await stage.guess("ben", secret)
    await stage.guess("eve", secret)
    await at(stage, 24)
    second = stage.channel_messages()[-1]
    assert f"Yesterday's word: {secret}" in second.everything
    fields = {field["name"]: field["value"] for field in second.embed["fields"]}
    found = fields["Who found it"].splitlines()
    assert f"🥇 <@{stage.id('eve')}> · 1 stroke (" in found[0]
    assert f"🥈 <@{stage.id('ben')}> · 2 strokes (" in found[1]
    assert "one day" in fields["Server streak"]
    assert second.pings == ()
    assert stage.secret("ben") not in second.everything


async def test_buttons_of_today_and_of_yesterday_work(stage: Any, arrange: Any) -> None:
    """The post opens a form to guess in; that of yesterday still leads to yesterday's puzzle."""
    arrange(stage)
    await at(stage, 6)
    post = stage.channel_messages()[-1]
    assert post.labels == ["Guess", "My board", "Hint"]
    yesterday = stage.secret("ben")
    await at(stage, 24)
    form = await stage.press("ben", post, "Guess")
    answer = await stage.submit("ben", form, yesterday)
    assert answer.ephemeral
    assert yesterday in answer.everything
    assert "it is!" in answer.title


async def test_thread_and_ping_are_what_was_asked_for(stage: Any, arrange: Any) -> None:
    """A fresh thread hangs on the post, and the one role that opted in is notified."""
    role = stage.hall.role("puzzlers").id
    arrange(stage, thread=True, role_id=int(role))
    await at(stage, 6)
    post = stage.channel_messages()[-1]
    assert post.thread == "Warmer #1 · 21 Nov"
    assert post.pings == (int(role),)
    [kept] = stage.app.posts.posts(stage.hall.server_id, TODAY)
    assert (kept.message_id, kept.thread_id) == (post.id, post.id)


async def test_nobody_can_make_it_ping_everyone(stage: Any, arrange: Any) -> None:
    """The server's own id is the role of everyone: it is never pinged."""
    arrange(stage, role_id=stage.hall.server_id)
    await at(stage, 6)
    assert stage.channel_messages()[-1].pings == ()


@pytest.mark.parametrize("style", [Style.TOGETHER, Style.RACE, Style.RELAY])
async def test_shared_styles_get_their_panel(stage: Any, arrange: Any, style: Style) -> None:
    """Below the post of a puzzle that is played on one board stands its living panel."""
    arrange(stage, style=style)
    await at(stage, 6)
    await stage.settled()
    post, panel = stage.channel_messages()
    assert post.title == "Warmer #1 · Sat 21 Nov"
    assert stage.rows()["panels"] == 1
    assert panel.embed is not None


@pytest.mark.parametrize("language", ["de", "fr"])
async def test_post_is_in_the_language_of_the_server(
    stage: Any, arrange: Any, language: str
) -> None:
    """The language chosen in the setup, or else the one that the server has on Discord."""
    arrange(stage, language=None if language == "fr" else language)
    stage.hall.server_speaks("fr")
    await stage.settled()
    await at(stage, 6)
    words = {"de": "geheimes Wort", "fr": "mot secret"}
    assert words[language] in stage.channel_messages()[-1].everything


async def test_restart_between_claim_and_send(stage: Any, arrange: Any) -> None:
    """A post that was taken by a bot that died is posted by the next one, when the lease ends."""
    arrange(stage)
    stage.clock.go_on(timedelta(hours=6))
    Reconciler(stage.app.posts).reconcile(stage.clock())
    assert len(stage.app.posts.take(stage.clock(), 10)) == 1
    await stage.restart()
    await stage.client.come_round()
    assert titles(stage) == []
    await at(stage, 0.05)
    assert len(titles(stage)) == 1
    assert posts(stage) == [(21, "sent", None)]


async def test_restart_after_the_send(stage: Any, arrange: Any) -> None:
    """A bot that died between sending and noting it left the message: the next one finds it."""
    arrange(stage, thread=True)
    stage.clock.go_on(timedelta(hours=6))
    for name in ("note_message", "put_back", "skip"):
        setattr(stage.app.posts, name, died)
    await stage.client.come_round()
    assert len(titles(stage)) == 1
    assert posts(stage) == [(21, "sending", None)]
    await stage.restart()
    await at(stage, 0.05)
    assert len(titles(stage)) == 1
    assert posts(stage) == [(21, "sent", None)]
    assert stage.channel_messages()[-1].thread == "Warmer #1 · 21 Nov"


def died(*_: object) -> bool:
    """What a store does that is no longer there."""
    raise RuntimeError("the process died here")


async def test_bot_down_for_three_days(stage: Any, arrange: Any) -> None:
    """Only the last due day is posted; each of the others is skipped for being late."""
    arrange(stage)
    await at(stage, 6)
    await at(stage, 4 * 24)
    assert posts(stage) == [
        (21, "sent", None), (22, "skipped", "late"), (23, "skipped", "late"),
        (24, "skipped", "late"), (25, "sent", None),
    ]  # fmt: skip
    assert titles(stage) == ["Warmer #1 · Sat 21 Nov", "Warmer #5 · Wed 25 Nov"]


async def test_deleted_message_stays_deleted(stage: Any, arrange: Any) -> None:
    """A moderator who deletes the post does not get it again, and tomorrow comes as ever."""
    arrange(stage)
    await at(stage, 6)
    post = stage.channel_messages()[-1]
    channel = stage.client.get_partial_messageable(post.channel_id)
    await channel.get_partial_message(post.id).delete()
    for _ in range(3):
        await at(stage, 1)
    assert titles(stage) == []
    await at(stage, 24)
    assert titles(stage) == ["Warmer #2 · Sun 22 Nov"]


async def test_deleted_channel_is_told_once(stage: Any, arrange: Any) -> None:
    """Without its channel the post is skipped with the reason, and one admin hears of it once."""
    setup = arrange(stage, channel_id=stage.hall.channel_id("daily", ADMIN))
    await at(stage, 6)
    assert len(titles(stage, setup.channel_id)) == 1
    stage.hall.remove_channel("daily")
    await stage.settled()
    for _ in range(3):
        await at(stage, 24)
    skipped = [(day, "skipped", "channel-gone") for day in (22, 23, 24)]
    assert posts(stage) == [(21, "sent", None), *skipped]
    [told] = stage.direct_messages(ADMIN)
    assert "deleted" in told.content
    assert stage.app.setups.setup(setup.server_id).trouble == "channel-gone"
    arrange(stage)  # an admin chooses another channel
    await at(stage, 24)
    assert titles(stage) == ["Warmer #5 · Wed 25 Nov"]


async def test_lost_permission_is_told_once_and_mends_itself(
    local_stage: Any, arrange: Any
) -> None:
    """Without permission a day is skipped and told once; given back, the next day is posted."""
    stage = local_stage
    setup = arrange(stage)
    stage.hall.forbid("general")
    await at(stage, 6)
    await at(stage, 24)
    assert posts(stage) == [(21, "skipped", "forbidden"), (22, "skipped", "forbidden")]
    [told] = stage.direct_messages(ADMIN)
    assert f"<#{setup.channel_id}>" in told.content
    stage.hall.local.forbid_channel(setup.channel_id, forbidden=False)
    await at(stage, 24)
    assert posts(stage)[-1] == (23, "sent", None)
    assert stage.app.setups.setup(setup.server_id).trouble is None


async def test_forbidden_channel_before_both(stage: Any, arrange: Any) -> None:
    """A channel that the bot may not see costs one attempt a day and one message to an admin."""
    arrange(stage)
    stage.hall.forbid("general")
    await at(stage, 6)
    await at(stage, 1)
    assert posts(stage) == [(21, "skipped", "forbidden")]
    assert len(stage.direct_messages(ADMIN)) == 1


async def test_bot_thrown_out(stage: Any, arrange: Any) -> None:
    """Where the bot is not on the server any more the day is skipped, and nobody is written to."""
    stage.hall.join_server("second")
    await stage.settled()
    server_id = stage.hall._servers["second"]
    server_id = getattr(server_id, "id", server_id)
    stage.app.dailies._puzzles.server(server_id)
    channel_id = stage.hall.channel_id("second/news", ADMIN)
    setup = Setup(server_id, "UTC", channel_id, 18 * 60, language="en")
    stage.app.setups.set_up(setup, stage.id(ADMIN), stage.clock())
    stage.hall.leave_server("second")
    await stage.settled()
    await at(stage, 6)
    # A server that is known to have gone has no days any more; else the sender finds out.
    kept = [(post.state, post.reason) for post in stage.app.posts.posts(server_id, TODAY)]
    assert kept in ([], [(PostState.SKIPPED, "left")])
    assert stage.direct_messages(ADMIN) == []


async def test_clock_that_jumps_by_an_hour(stage: Any, arrange: Any) -> None:
    """An hour forth posts early, an hour back posts nothing twice, and tomorrow comes as ever."""
    arrange(stage)
    await at(stage, 5.5)
    assert titles(stage) == []
    await at(stage, 1)
    assert len(titles(stage)) == 1
    for hours in (-1, 0.4, 0.2, 1):
        await at(stage, hours)
    assert len(titles(stage)) == 1
    await at(stage, 23)
    assert len(titles(stage)) == 2


async def test_those_in_the_thread_play_on_the_channels_board(stage: Any, arrange: Any) -> None:
    """A guess in the post's thread is on the board that the channel and its panel show."""
    arrange(stage, style=Style.TOGETHER, thread=True)
    await at(stage, 6)
    [thread] = stage.hall.threads("general").values()
    await stage.guess("ben", "river")
    await stage.guess("cleo", "lake", thread)
    assert "2 guesses" in (await stage.use("ben", "board")).everything
    assert "2 guesses" in (await stage.use("cleo", "board", thread)).everything
