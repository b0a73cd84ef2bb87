"""Members of alike taste: only those who opted in, and no rating beyond what both like."""

from typing import Any

import pytest


@pytest.fixture
async def alike(stage: Any, films: Any, rate: Any) -> Any:
    """Three members of one taste; none of them has opted in."""
    await films(stage)
    for member in ("ann", "ben", "cat"):
        await rate(stage, member, Star_Dust=5, Iron_Orbit=4.5, The_Last_Signal=5)
    await rate(stage, "ben", Two_Summers=1, Moon_Harbour=4)
    return stage


async def join(stage: Any, member: str) -> Any:
    """Let a member be found."""
    return await stage.press(member, await stage.use(member, "twins"), "Be found")


async def test_opt_in_first(alike: Any) -> None:
    """Who has not joined sees nobody, and is told what joining shows."""
    said = await alike.use("ann", "twins")
    assert said.ephemeral
    assert "you are not among them yet" in said.everything
    assert f"<@{alike.id('ben')}>" not in said.everything
    assert said.labels == ["Be found"]


async def test_nobody_else_yet(alike: Any) -> None:
    """Who joins alone is in, and finds nobody."""
    said = await join(alike, "ann")
    assert said.content.startswith("You are in")
    assert "Nobody else who joined" in said.everything
    assert said.labels == ["Don't be found"]


async def test_twins(alike: Any) -> None:
    """Those who joined find each other, with what both like and nothing else."""
    await join(alike, "ann")
    said = await join(alike, "ben")
    assert f"<@{alike.id('ann')}>" in said.everything
    assert "3 things you both like" in said.everything
    seen = await alike.use("ann", "twins")
    assert f"<@{alike.id('ben')}>" in seen.everything
    assert f"<@{alike.id('cat')}>" not in seen.everything
    assert "Star Dust" in seen.everything
    for secret in ("Two Summers", "Moon Harbour", "★"):
        assert secret not in seen.everything
    assert seen.pings == ()


async def test_opt_out(alike: Any) -> None:
    """Who leaves is found no more, also after a restart."""
    await join(alike, "ann")
    said = await join(alike, "ben")
    await alike.restart()
    left = await alike.press("ben", said, "Don't be found")
    assert left.content.startswith("You are out")
    assert f"<@{alike.id('ben')}>" not in (await alike.use("ann", "twins")).everything


async def test_joining_twice(alike: Any) -> None:
    """A press that is delivered twice joins once."""
    await join(alike, "ann")
    before = alike.rows()
    await alike.redeliver()
    assert alike.rows() == before
