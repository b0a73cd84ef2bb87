"""Who else hears of a move."""

from typing import Any

from bot.hooks import BoardChanged, Move


class Ear:
    """Writes down what it hears."""

    def __init__(self) -> None:
        self.heard: list[BoardChanged] = []

    async def changed(self, change: BoardChanged, /) -> None:
        """Write it down."""
        self.heard.append(change)


def listening(stage: Any) -> Ear:
    """Let an ear hear of every move."""
    ear = stage.client.changes = Ear()
    return ear


async def test_every_move_is_heard_of(stage: Any) -> None:
    """A guess, a hint and a vote are told once each, with where and by whom."""
    ear = listening(stage)
    await stage.guess("ann", "river", mode="together")
    await stage.guess("ben", "lake pond", mode="together")
    await stage.use("ben", "hint")
    await stage.press("ben", await stage.use("ben", "giveup"), "Give up")
    assert [x.move for x in ear.heard] == [Move.GUESS, Move.GUESS, Move.HINT, Move.VOTE]
    assert [x.member_id for x in ear.heard] == [stage.id("ann"), *[stage.id("ben")] * 3]
    place = {(x.server_id, x.channel_id) for x in ear.heard}
    assert place == {(stage.hall.server_id, stage.hall.channel_id("general", "ann"))}
    assert (ear.heard[-1].votes, ear.heard[-1].needed) == (1, 2)


async def test_what_changes_nothing_is_not_heard_of(stage: Any) -> None:
    """Refusals, looks, duplicates and practice rounds concern nobody else."""
    await stage.guess("ann", "river")
    ear = listening(stage)
    await stage.guess("ann", "river")
    await stage.guess("ann", "rivver")
    await stage.guess("ann", "rivver mountian")
    await stage.use("ann", "board")
    await stage.use("ann", "practice")
    await stage.guess("ann", "lake")
    assert ear.heard == []


async def test_groups_are_not_heard_of(stage: Any) -> None:
    """Nothing can be posted where the bot is no member."""
    ear = listening(stage)
    await stage.guess("ann", "river", "group", mode="together")
    assert ear.heard == []
