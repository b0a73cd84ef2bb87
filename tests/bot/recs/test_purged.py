"""Whoever is purged leaves nothing in the models of the process that purges."""

from datetime import timedelta
from typing import Any

from bot.departures import Departures


def raters(stage: Any) -> set[int]:
    """The members that models in memory learned from, and the servers of these models."""
    slots = stage.app.recommender.open().tastes._slots._slots.values()
    return {member for slot in slots if slot.learned for _, member in slot.learned.raters}


async def test_idle_member(stage: Any, films: Any, rate: Any) -> None:
    """A member who was idle for a year has gone from the model, too, and nobody else has."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Two_Summers=4)
    before = await stage.use("ann", "recommend")
    await rate(stage, "ben", Star_Dust=5, Nine_Alibis=5)
    stage.clock.go_on(timedelta(days=300))
    await stage.guess("ann", "river")
    await stage.use("ann", "recommend")
    assert raters(stage) == {stage.id("ann"), stage.id("ben")}
    stage.clock.go_on(timedelta(days=100))
    await stage.client.come_round()
    assert raters(stage) == {stage.id("ann")}
    assert (await stage.use("ann", "recommend")).embed == before.embed


async def test_server_that_is_gone(stage: Any, films: Any, rate: Any) -> None:
    """Of a server that removed the bot no model is left once its data is purged."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    here = stage.hall.server_id
    slots = stage.app.recommender.open().tastes._slots._slots
    assert len(slots) == 1
    stage.app.purging.leave(here, 0, stage.clock())
    stage.clock.go_on(timedelta(days=31))
    departures = Departures(stage.client)
    departures._day = stage.clock().date()  # or it would see that the stage's server is there
    departures._due.extend(stage.app.purging.due(stage.clock(), stage.app.settings.terms))
    await departures.come_round(stage.clock())
    assert len(slots) == 0
