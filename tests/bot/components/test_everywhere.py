"""Direct messages, groups, and servers that have not invited the bot."""

from typing import Any

import pytest

PLACES = ["direct", "group", "elsewhere"]


@pytest.mark.parametrize("place", PLACES)
async def test_own_puzzle(stage: Any, place: str) -> None:
    """Wherever the bot is no member, a member plays their own puzzle, the same in all places."""
    await stage.guess("ann", "river")
    said = await stage.guess("ann", "lake", place)
    assert said.ephemeral
    assert "1 guess" in said.everything
    direct = await stage.use("ann", "board", "direct")
    assert "lake" in direct.everything
    assert "river" not in direct.everything
    with stage.app.database.reading() as connection:
        servers = connection.exec_driver_sql("SELECT id FROM servers").scalars().all()
    assert set(servers) == {stage.hall.server_id, stage.id("ann")}


@pytest.mark.parametrize("place", ["group", "elsewhere"])
async def test_together(local_stage: Any, place: str) -> None:
    """Those who play together there share the place's puzzle and board."""
    stage = local_stage  # SimCord has no channel that two people share without a server
    await stage.guess("ann", "river", place)
    first = await stage.guess("ann", "lake", place, mode="together")
    assert "1 guess" in first.everything
    second = await stage.guess("ben", "pond", place, mode="together")
    assert "2 guesses" in second.everything
    assert "2 guesses" in (await stage.use("ann", "board", place)).everything
    alone = await stage.use("ann", "board", place, mode="solo")
    assert "river" in alone.everything


@pytest.mark.parametrize("place", PLACES)
async def test_buttons(stage: Any, place: str) -> None:
    """The buttons of an answer lead back to its board there, too."""
    said = await stage.guess("ann", "river", place)
    answer = await stage.submit("ann", await stage.press("ann", said, "Guess again"), "lake")
    assert "2 guesses" in answer.everything
    board = await stage.press("ann", answer, "My board")
    assert "river" in board.everything


async def test_buttons_of_a_group(stage: Any) -> None:
    """Buttons of a shared board stay there, though its member plays alone in between."""
    said = await stage.guess("ann", "river", "group", mode="together")
    await stage.guess("ann", "pond", "group", mode="solo")
    answer = await stage.submit("ann", await stage.press("ann", said, "Guess again"), "lake")
    assert "together" in answer.everything
    assert "2 guesses" in answer.everything


async def test_every_command_says_where(stage: Any) -> None:
    """The game's commands can be used and installed everywhere."""
    names = {"guess", "board", "hint", "why", "giveup", "practice", "stats", "help"}
    for command in stage.client.tree.get_commands():
        if command.name in names:
            payload = command.to_dict(stage.client.tree)
            assert payload["contexts"] == [0, 1, 2], command.name
            assert payload["integration_types"] == [0, 1], command.name
            names.remove(command.name)
    assert names == set()


async def test_shared_options(stage: Any) -> None:
    """Commands about a board take the mode and the puzzle, after their own options."""
    shared = {"guess": ["word"], "board": [], "hint": ["kind"], "why": ["word"], "giveup": []}
    for name, own in shared.items():
        command = stage.client.tree.get_command(name)
        assert [option.name for option in command.parameters] == [*own, "mode", "puzzle"]


async def test_help_has_a_beginning(stage: Any) -> None:
    """From the explanation one begins to guess where one last played."""
    said = await stage.use("ann", "help")
    assert said.labels == ["Guess", "My board", "Hint", "Practice"]
    form = await stage.press("ann", said, "Guess")
    assert "solo" in (await stage.submit("ann", form, "river")).everything
    await stage.guess("ann", "lake", mode="together")
    answer = await stage.submit("ann", await stage.press("ann", said, "Guess"), "pond")
    assert "together" in answer.everything
    assert "2 guesses" in answer.everything
