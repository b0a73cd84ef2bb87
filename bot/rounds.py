"""What a round of first ratings does in a thread: one known thing after the other is asked about.

A round lives in the buttons of its message; nothing of it is kept.
"""

from dataclasses import dataclass, replace

from bot import tasting
from bot.app import App
from bot.i18n import Tongue
from game.turn import Turn
from recsys.nouns import Item, Recorded, Verdict
from recsys.refusals import UnknownItem

FEW = 5
"""Who has said less than that about a shelf is offered a round."""
LONG = 5
"""So many ratings make a round."""
PATIENCE = 7
"""So many things may be unknown before it ends."""


@dataclass(frozen=True, slots=True)
class Round:
    """How far a round has come: how many were rated, and the ids of what was not known."""

    shelf_id: int
    rated: int = 0
    unknown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about next (None: the round is over), and what was said just before."""

    round: Round
    item: Item | None
    said: Recorded | None = None


def ask(app: App, turn: Turn, round_: Round, tongue: Tongue) -> Asked:
    """Go on with a round. Raises UnknownShelf."""
    shelf = tasting.shelf(app, turn.server_id, round_.shelf_id, tongue)
    over = round_.rated >= LONG or len(round_.unknown) > PATIENCE
    tastes = app.recommenders.tastes
    item = None if over else tastes.opening(shelf, turn.member_id, round_.unknown)
    return Asked(round_, item)


def say(
    app: App, turn: Turn, round_: Round, item_id: int, opinion: Verdict | float, tongue: Tongue
) -> Asked:
    """Rate what was asked about, by stars or a verdict, and go on.

    What was taken off its shelf meanwhile is passed over. Raises BadStars or UnknownShelf.
    """
    try:
        said = _said(app, turn, item_id, opinion)
    except UnknownItem:
        return pass_over(app, turn, round_, item_id, tongue)
    return replace(ask(app, turn, replace(round_, rated=round_.rated + 1), tongue), said=said)


def pass_over(app: App, turn: Turn, round_: Round, item_id: int, tongue: Tongue) -> Asked:
    """Go on without what was asked about. Raises UnknownShelf."""
    return ask(app, turn, replace(round_, unknown=(*round_.unknown, item_id)), tongue)


def _said(app: App, turn: Turn, item_id: int, opinion: Verdict | float) -> Recorded:
    """What was rated. Raises BadStars or UnknownItem."""
    item, tastes = tasting.known_item(app, turn.server_id, item_id), app.recommenders.tastes
    if isinstance(opinion, Verdict):
        return tastes.say(item, turn.member_id, opinion, turn.interaction_id)
    return tastes.rate(item, turn.member_id, opinion, turn.interaction_id)
