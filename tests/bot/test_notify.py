"""/notify: members take the role for pings and give it back."""

from dataclasses import replace
from typing import Any

import pytest

MEMBER = "ben"


def arrange(stage: Any, role_id: int | None) -> None:
    """Give the server a role for pings."""
    server_id = stage.hall.server_id
    stage.app.setup_desk.change(server_id, 1, lambda setup: replace(setup, role_id=role_id))


def roles(stage: Any) -> set[int]:
    """The roles of the member on our local Discord."""
    hall = stage.hall
    held: set[int] = set(hall.local._world.guild(hall.server_id).members[stage.id(MEMBER)])
    return held


async def test_take_it_and_give_it_back(local_stage: Any) -> None:
    """The first time the role is given, the second time it is taken; nobody is pinged by it."""
    role = local_stage.hall.role("puzzlers").id
    arrange(local_stage, role)
    said = await local_stage.use(MEMBER, "notify")
    assert said.ephemeral
    assert f"You have <@&{role}> now" in said.content
    assert said.pings == ()
    assert role in roles(local_stage)
    said = await local_stage.use(MEMBER, "notify")
    assert "is off" in said.content
    assert role not in roles(local_stage)


async def test_delivered_twice(local_stage: Any) -> None:
    """A command that comes twice does not undo itself."""
    role = local_stage.hall.role("puzzlers").id
    arrange(local_stage, role)
    await local_stage.use(MEMBER, "notify")
    await local_stage.redeliver()
    assert role in roles(local_stage)


async def test_server_without_a_role(stage: Any) -> None:
    """Where none was chosen, it says who can choose one."""
    said = await stage.use(MEMBER, "notify")
    assert "no role for pings" in said.content
    arrange(stage, None)
    assert "`/setup`" in (await stage.use(MEMBER, "notify")).content


@pytest.mark.parametrize(("status", "words"), [(403, "Manage Roles"), (404, "was deleted")])
async def test_refused_by_discord(local_stage: Any, status: int, words: str) -> None:
    """What Discord refuses is said with its reason: a lacking right, or a role that is gone."""
    arrange(local_stage, int(local_stage.hall.role("puzzlers").id))
    local_stage.hall.local.faults.fail("PUT", "/guilds/*/members/*/roles/*", status)
    assert words in (await local_stage.use(MEMBER, "notify")).content


async def test_role_above_the_bots(local_stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A role that stands above the bot's own is named as such, here and in the setup."""
    role = local_stage.hall.role("puzzlers").id
    arrange(local_stage, role)
    hall = local_stage.hall
    everyone = local_stage.client.get_guild(hall.server_id).default_role
    monkeypatch.setattr(everyone, "_permissions", everyone._permissions | 1 << 28)
    hall.local.faults.fail("PUT", "/guilds/*/members/*/roles/*", 403)
    said = await local_stage.use(MEMBER, "notify")
    assert "it stands above my own role" in said.content
    hall.appoint("ann")
    said = await local_stage.use("ann", "setup")
    assert "Drag mine above it" in said.everything
