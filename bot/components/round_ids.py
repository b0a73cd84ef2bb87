"""The buttons' ids of a round of first ratings, which have all that is known of it."""

from bot.components.rows import PRIMARY, Button, button
from bot.components.tastes import taste_id
from bot.components.wishes import joined, parted
from bot.i18n import Tongue
from bot.rounds import Round


def first_row(shelf_id: int, tongue: Tongue) -> list[Button]:
    """What begins a round."""
    start = round_id("round", Round(shelf_id), "go", 0)
    return [button(start, tongue("recommend-button-round"), "🌱", PRIMARY)]


def round_id(verb: str, now: Round, *rest: object) -> str:
    """The custom id of a button or menu in a round; `rest` is what to do, and with which item."""
    return taste_id(verb, now.shelf_id, now.rated, joined(now.unknown), *rest)


def round_of(shelf_id: str, rated: str, unknown: str) -> Round:
    """The round that a custom id tells."""
    return Round(int(shelf_id), int(rated), parted(unknown))
