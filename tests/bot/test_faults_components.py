"""Buttons, menus and forms under faults: each press and each form counts once, and is answered."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

CALLBACK = "/interactions/*/*/callback"


async def opened(stage: Any) -> Any:
    """A form to guess in, opened by a button below an answer."""
    said = await stage.guess("ann", "river")
    return await stage.press("ann", said, "Guess again")


async def test_form_delivered_twice(stage: Any) -> None:
    """A form that Discord delivers twice is one guess and one answer."""
    form = await opened(stage)
    said = await stage.submit("ann", form, "lake")
    assert "lake" in said.title
    before = len(stage.channel_messages("general", "ann"))
    await stage.redeliver()
    assert stage.entries() == 2
    assert len(stage.channel_messages("general", "ann")) == before


async def test_several_words_delivered_twice(stage: Any) -> None:
    """Several words in one form, delivered twice, are each counted once."""
    form = await opened(stage)
    await stage.submit("ann", form, "lake, mountain, music")
    assert stage.entries() == 4
    await stage.redeliver()
    assert stage.entries() == 4


async def test_hint_delivered_twice(stage: Any) -> None:
    """A hint that was asked for once is paid once, however often it is delivered."""
    said = await stage.guess("ann", "river")
    menu = await stage.press("ann", said, "Hint")
    await stage.choose("ann", menu, menu.choices[0][1])
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before


async def test_restart_while_a_form_is_open(stage: Any) -> None:
    """A form that was opened before a restart is answered after it."""
    form = await opened(stage)
    await stage.restart()
    assert "lake" in (await stage.submit("ann", form, "lake")).title
    assert stage.entries() == 2


async def test_restart_between_answer_and_press(stage: Any) -> None:
    """Buttons below an answer from before a restart work after it."""
    said = await stage.guess("ann", "river")
    await stage.restart()
    assert (await stage.press("ann", said, "Guess again")).form
    board = await stage.press("ann", said, "My board")
    assert "river" in board.everything


async def test_form_while_the_database_is_locked(
    impatient: None, stage: Any, database_file: Path
) -> None:
    """A form that cannot be taken is refused kindly; sent again it counts."""
    await stage.restart()
    form = await opened(stage)
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = await stage.submit("ann", form, "lake")
        other.execute("ROLLBACK")
    assert refused.ephemeral
    assert "busy for a moment" in refused.content
    assert stage.entries() == 1
    said = await stage.guess("ann", "lake")
    assert "lake" in said.title


@pytest.mark.parametrize("applied", [False, True])
async def test_reset_at_the_answer_to_a_form(local_stage: Any, applied: bool) -> None:
    """Where the connection breaks under the answer to a form, one answer comes and one guess is."""
    form = await opened(local_stage)
    local_stage.hall.local.faults.reset("POST", CALLBACK, applied=applied)
    said = await local_stage.submit("ann", form, "lake")
    assert "lake" in said.title
    assert said.acknowledged_ms < 3000
    assert local_stage.entries() == 2
    titles = [message.title for message in local_stage.channel_messages("general", "ann")]
    assert titles.count(said.title) == 1


async def test_reset_at_the_opening_of_a_form(local_stage: Any) -> None:
    """Where the connection breaks under the opening of a form, it opens all the same."""
    said = await local_stage.guess("ann", "river")
    local_stage.hall.local.faults.reset("POST", CALLBACK)
    form = await local_stage.press("ann", said, "Guess again")
    assert form.form


async def test_gateway_breaks_under_a_form(local_stage: Any) -> None:
    """A form that is sent while the gateway is cut off is answered after the resume, and counts."""
    form = await opened(local_stage)
    local = local_stage.hall.local
    local.gateway.drop(4000)
    said = await local_stage.submit("ann", form, "lake")
    assert "lake" in said.title
    assert local.gateway.resumed == 1
    assert local_stage.entries() == 2
