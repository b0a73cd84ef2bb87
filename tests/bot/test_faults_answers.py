"""Discord fails at the answer: it comes all the same where it can, and every guess counts once."""

import asyncio
import gc
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from discord.webhook.async_ import AsyncWebhookAdapter

from bot.local.faults import Limit

CALLBACK = "/interactions/*/*/callback"
FOLLOW_UP = "/webhooks/*/*"


@pytest.fixture
def faults(local_stage: Any) -> Any:
    """What can go wrong at Discord."""
    return local_stage.hall.local.faults


@pytest.fixture
async def escaped() -> AsyncIterator[list[Any]]:
    """What no task's owner ever looked at, up to the end of the test; it must be nothing."""
    found: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, told: found.append(told))
    yield found
    await asyncio.sleep(0)
    gc.collect()
    assert [one.get("exception") or one["message"] for one in found] == []


def whole(stage: Any, said: Any) -> None:
    """The answer came in time, once, and what it answers stands once."""
    assert said.acknowledged_ms < 3000
    assert "river" in said.title
    assert [m.title for m in stage.channel_messages("general", "ann")] == [said.title]
    assert stage.entries() == 1


@pytest.mark.parametrize("kind", [Limit.ROUTE, Limit.SHARED, Limit.GLOBAL])
async def test_too_many_requests(local_stage: Any, faults: Any, kind: Any) -> None:
    """Each kind of 429 that names its end is waited out."""
    faults.limit("POST", CALLBACK, kind, retry_after=0.05, times=2)
    whole(local_stage, await local_stage.guess("ann", "river"))
    assert len(faults.seen) == 2


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_server_errors(local_stage: Any, faults: Any, status: int) -> None:
    """One error of Discord's own at the answer is overcome in time."""
    faults.fail("POST", CALLBACK, status)
    whole(local_stage, await local_stage.guess("ann", "river"))


@pytest.mark.parametrize("times", [1, 2])
async def test_reset(local_stage: Any, faults: Any, times: int) -> None:
    """A connection that is cut under the answer is made again, and the answer sent again."""
    faults.reset("POST", CALLBACK, times=times)
    whole(local_stage, await local_stage.guess("ann", "river"))


async def test_reset_after_arrival(local_stage: Any, faults: Any) -> None:
    """An answer that had arrived is not given twice."""
    faults.reset("POST", CALLBACK, applied=True)
    whole(local_stage, await local_stage.guess("ann", "river"))
    await local_stage.settled()
    assert len(local_stage.channel_messages("general", "ann")) == 1


async def test_error_after_arrival(local_stage: Any, faults: Any) -> None:
    """An answer that had arrived, although Discord says that it failed, is not given twice."""
    faults.fail("POST", CALLBACK, 500, applied=True)
    whole(local_stage, await local_stage.guess("ann", "river"))
    await local_stage.settled()
    assert len(local_stage.channel_messages("general", "ann")) == 1


async def test_slow_bodies(local_stage: Any, faults: Any) -> None:
    """An answer whose receipt trickles in is an answer."""
    faults.slow_body("POST", CALLBACK, 0.05)
    faults.delay("POST", CALLBACK, 0.05)
    whole(local_stage, await local_stage.guess("ann", "river"))


@pytest.mark.parametrize(
    "fault",
    [
        lambda faults: faults.limit("POST", CALLBACK, Limit.CLOUDFLARE, times=9),
        lambda faults: faults.fail("POST", CALLBACK, 403, times=9),
        lambda faults: faults.reset("POST", CALLBACK, times=30),
    ],
    ids=["cloudflare", "403", "for good"],
)
async def test_answers_that_cannot_be_given(
    local_stage: Any, faults: Any, fault: Any, escaped: Any
) -> None:
    """Where no answer gets through the guess counts once, the board shows it, and play goes on."""
    fault(faults)
    local_stage.hall.local.patience(ack_s=0.5)
    with pytest.raises(AssertionError, match="did not answer in time"):
        await local_stage.guess("ann", "river")
    await local_stage.settled()
    faults.clear()
    local_stage.hall.local.patience(ack_s=3.0)
    assert local_stage.entries() == 1
    assert "river" in (await local_stage.use("ann", "board")).everything
    assert "lake" in (await local_stage.guess("ann", "lake")).title


async def test_answer_that_is_refused(local_stage: Any, faults: Any) -> None:
    """Where Discord refuses one answer the member is told that, and not that nothing counts."""
    faults.fail("POST", CALLBACK, 403)
    said = await local_stage.guess("ann", "river")
    assert said.ephemeral
    assert "probably counts" in said.content
    assert local_stage.entries() == 1


async def test_refusal_that_is_refused(local_stage: Any, faults: Any, escaped: Any) -> None:
    """Where Discord refuses the answer to a word nobody knows, the member is told of the word."""
    faults.fail("POST", CALLBACK, 403)
    said = await local_stage.guess("ann", "rivver")
    assert said.ephemeral
    assert "rivver" in said.content
    assert "probably counts" not in said.content
    assert local_stage.entries() == 0


@pytest.mark.parametrize(
    "failure",
    [aiohttp.ServerDisconnectedError(), aiohttp.ClientPayloadError()],
    ids=["disconnected", "payload"],
)
async def test_answer_that_is_lost(
    local_stage: Any,
    deferring: None,
    escaped: Any,
    monkeypatch: pytest.MonkeyPatch,
    failure: Exception,
) -> None:
    """Where the connection ends under the answer the member is not told that nothing counts."""
    request, failures = AsyncWebhookAdapter.request, [failure]

    async def losing(self: Any, route: Any, *args: Any, **more: Any) -> Any:
        if failures and not route.path.endswith("/callback"):
            raise failures.pop()
        return await request(self, route, *args, **more)

    monkeypatch.setattr(AsyncWebhookAdapter, "request", losing)
    said = await local_stage.guess("ann", "river")
    assert "probably counts" in said.content
    assert local_stage.entries() == 1


async def test_answer_and_apology_that_are_lost(
    local_stage: Any, escaped: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing gets through at all the guess counts, and nothing is left unlooked at."""

    async def losing(*_: Any, **__: Any) -> Any:
        raise aiohttp.ServerDisconnectedError

    local_stage.hall.local.patience(ack_s=0.5)
    with monkeypatch.context() as patched:
        patched.setattr(AsyncWebhookAdapter, "request", losing)
        with pytest.raises(AssertionError, match="did not answer in time"):
            await local_stage.guess("ann", "river")
        await local_stage.settled()
    assert local_stage.entries() == 1


@pytest.mark.parametrize("applied", [False, True])
async def test_reset_at_the_deferral(
    local_stage: Any, faults: Any, deferring: None, applied: bool
) -> None:
    """Where the deferral is hit by a reset, the member gets the answer after it all the same."""
    faults.reset("POST", CALLBACK, applied=applied)
    whole(local_stage, await local_stage.guess("ann", "river"))


async def test_refusal_behind_a_failed_deferral(
    local_stage: Any, faults: Any, deferring: None, escaped: Any
) -> None:
    """Where the deferral fails, the member is told of their guess what there is to tell."""
    faults.fail("POST", CALLBACK, 403)
    said = await local_stage.guess("ann", "rivver")
    assert "rivver" in said.everything
    assert "probably counts" not in said.everything
    assert local_stage.entries() == 0


@pytest.mark.parametrize("status", [500, 503])
async def test_errors_after_the_deferral(
    local_stage: Any, faults: Any, deferring: None, status: int
) -> None:
    """What fails after the deferral is tried again: there is a quarter of an hour."""
    faults.fail("*", FOLLOW_UP, status)
    whole(local_stage, await local_stage.guess("ann", "river"))


async def test_burst_under_errors(local_stage: Any, faults: Any) -> None:
    """Many members guess while every answer fails at first: each has one answer and one guess."""
    faults.fail("POST", CALLBACK, 502, times=3)
    faults.reset("POST", CALLBACK, times=3)
    faults.limit("POST", CALLBACK, Limit.ROUTE, retry_after=0.05, times=3)
    members = [f"member{number}" for number in range(9)]
    for member in members:
        local_stage.hall.member(member)
    said = await asyncio.gather(*[local_stage.guess(member, "river") for member in members])
    assert all("river" in one.title for one in said)
    assert local_stage.entries() == len(members)
    assert len({one.id for one in said}) == len(members)
