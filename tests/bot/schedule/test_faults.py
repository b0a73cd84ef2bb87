"""The daily post while Discord fails: limits, errors, and answers that get lost."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.local.faults import Limit
from game.model import Server
from game.setup import Setup
from store.work import SqlGameStore

SEND = ("POST", "/channels/*/messages")
HISTORY = ("GET", "/channels/*/messages")
THREAD = ("POST", "/channels/*/messages/*/threads")
ADMIN = "ann"


@pytest.fixture
def play(local_stage: Any) -> Any:
    """The bot before our local Discord, a server that posts at 18:00, and that hour."""
    local = local_stage.hall.local
    local_stage.app.dailies._puzzles.server(local.guild_id)
    setup = Setup(local.guild_id, "UTC", local.channel_id, 18 * 60, language="en", thread=True)
    local_stage.app.setups.set_up(setup, local_stage.id(ADMIN), local_stage.clock())
    local_stage.clock.go_on(timedelta(hours=6))
    return local_stage


def state(stage: Any) -> tuple[str, str | None, int]:
    """The state of today's post, its reason, and how often it was tried."""
    [post] = stage.app.posts.posts(stage.hall.server_id, date.min)
    return post.state.value, post.reason, post.attempts


async def again(stage: Any, seconds: float = 30) -> None:
    """Let the scheduler come round once more after a while."""
    stage.clock.go_on(timedelta(seconds=seconds))
    await stage.client.come_round()


@pytest.mark.parametrize("kind", [Limit.ROUTE, Limit.SHARED, Limit.GLOBAL])
async def test_limits_are_waited_for(play: Any, kind: Limit) -> None:
    """Where Discord says how long to wait, one attempt waits and succeeds."""
    play.hall.local.faults.limit(*SEND, kind, retry_after=0.05)
    await play.client.come_round()
    assert state(play) == ("sent", None, 1)
    assert len(play.channel_messages()) == 1


async def test_ban_of_cloudflare_stops_all_sending(play: Any) -> None:
    """After a 429 without a promise nothing more is sent until the next time round."""
    more = [play.hall.local.add_guild(f"other {number}") for number in range(15)]
    for server_id in more:
        arrange_other(play, server_id)
    local = play.hall.local
    local.faults.limit(*SEND, Limit.CLOUDFLARE, times=10)
    await play.client.come_round()
    assert len(local.faults.seen) == 10  # one batch
    assert play.app.posts.tally().pending == 16
    local.faults.clear()
    await again(play)
    assert play.app.posts.tally().pending == 0


def arrange_other(stage: Any, server_id: int) -> None:
    """Let another server post at the same hour."""
    before = stage.clock() - timedelta(hours=6)
    with SqlGameStore(stage.app.database).working() as work:
        work.add_server(Server(server_id, "UTC", 7, before.date()))
        work.commit()
    channel_id = stage.hall.local.channels(server_id)[0].id
    setup = Setup(server_id, "UTC", channel_id, 18 * 60, language="en")
    stage.app.setups.set_up(setup, 0, before)


async def test_outage_is_sat_out(play: Any) -> None:
    """While Discord answers 503 the post waits; afterwards it comes, once."""
    play.hall.local.faults.fail(*SEND, 503, times=3)
    for _ in range(3):
        await again(play)
        assert state(play)[0] == "pending"
    await again(play)
    assert state(play) == ("sent", None, 4)
    assert len(play.channel_messages()) == 1


async def test_outage_does_not_hammer(play: Any) -> None:
    """With Discord down, a time round gives up after some failures, whatever waits."""
    for number in range(30):
        arrange_other(play, play.hall.local.add_guild(f"other {number}"))
    play.hall.local.faults.fail(*SEND, 503, times=1000)
    await play.client.come_round()
    assert len(play.hall.local.faults.seen) == 10
    tally = play.app.posts.tally()
    assert (tally.pending, tally.sending) == (31, 0)
    play.hall.local.faults.clear()
    await again(play)
    assert play.app.posts.tally().pending == 0


@pytest.mark.parametrize("readable", [True, False])
async def test_lost_answer_makes_no_second_post(play: Any, readable: bool) -> None:
    """The message is there but the connection was reset: it is found, or known by its nonce."""
    faults = play.hall.local.faults
    faults.reset(*SEND, applied=True)
    await play.client.come_round()
    assert len(play.channel_messages()) == 1
    assert state(play) == ("pending", None, 1)
    if not readable:
        faults.fail(*HISTORY, 403)
    await again(play)
    assert state(play) == ("sent", None, 2)
    [post] = play.channel_messages()
    assert post.thread == "Warmer #1 · 21 Nov"


async def test_lost_answer_is_found_hours_later(play: Any) -> None:
    """When Discord has long forgotten the nonce, the channel's history still has the message."""
    local = play.hall.local
    local.faults.reset(*SEND, applied=True)
    await play.client.come_round()
    local._world.nonces.clear()
    await again(play, 5 * 3600)
    assert state(play)[0] == "sent"
    assert len(play.channel_messages()) == 1


async def test_late_post_is_looked_for_and_not_sent_any_more(play: Any) -> None:
    """A post that failed all day is skipped when the next is due, unless it was there after all."""
    faults = play.hall.local.faults
    faults.fail(*SEND, 503)
    await play.client.come_round()
    await again(play, 24 * 3600)
    kept = play.app.posts.posts(play.hall.server_id, date.min)
    assert [(post.state.value, post.reason) for post in kept] == [
        ("skipped", "late"), ("sent", None),
    ]  # fmt: skip
    faults.reset(*SEND, applied=True)
    await again(play, 24 * 3600)
    await again(play, 24 * 3600)
    states = [p.state.value for p in play.app.posts.posts(play.hall.server_id, date.min)]
    assert states == ["skipped", "sent", "sent", "sent"]
    assert len(play.channel_messages()) == 3


async def test_thread_that_fails_is_opened_by_the_next_attempt(play: Any) -> None:
    """The message is not sent again for the sake of its thread."""
    play.hall.local.faults.fail(*THREAD, 503)
    await play.client.come_round()
    assert state(play) == ("pending", None, 1)
    await again(play)
    [post] = play.channel_messages()
    assert (state(play)[0], post.thread) == ("sent", "Warmer #1 · 21 Nov")


async def test_thread_that_is_forbidden_costs_no_post(play: Any) -> None:
    """Without the permission for threads the post stands alone."""
    play.hall.local.faults.fail(*THREAD, 403)
    await play.client.come_round()
    assert state(play) == ("sent", None, 1)
    assert play.channel_messages()[0].thread is None


async def test_thread_whose_answer_was_lost_is_known(play: Any) -> None:
    """A message has one thread: that it is there already counts as done."""
    play.hall.local.faults.reset(*THREAD, applied=True)
    await play.client.come_round()
    await again(play)
    [post] = play.app.posts.posts(play.hall.server_id, date.min)
    assert (post.state.value, post.thread_id) == ("sent", post.message_id)


async def test_message_that_discord_refuses_is_not_tried_for_ever(play: Any) -> None:
    """A 400 is our own fault: the day is skipped, and no admin is troubled."""
    play.hall.local.faults.fail(*SEND, 400)
    await play.client.come_round()
    assert state(play) == ("skipped", "refused", 1)
    assert play.direct_messages(ADMIN) == []


async def test_trouble_is_told_in_the_system_channel_where_messages_are_closed(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An admin who takes no direct messages is reached where the server gets its notices."""
    local = play.hall.local
    notices = local.add_channel("notices")
    guild = play.client.get_guild(local.guild_id)
    monkeypatch.setattr(guild, "_system_channel_id", notices)
    local.forbid_channel(local.channel_id)
    local.faults.fail("POST", "/users/@me/channels", 403)
    await play.settled()
    await play.client.come_round()
    assert state(play) == ("skipped", "forbidden", 1)
    assert len(play.channel_messages(notices)) == 1
    assert play.direct_messages(ADMIN) == []


async def test_nobody_to_tell_is_no_harm(play: Any) -> None:
    """Where neither the admin nor the server can be reached the day is skipped all the same."""
    local = play.hall.local
    local.forbid_channel(local.channel_id)
    local.faults.fail("POST", "/users/@me/channels", 403)
    await play.client.come_round()
    assert state(play) == ("skipped", "forbidden", 1)
