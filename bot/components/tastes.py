"""The buttons and menus of the recommender: which ones there are, and where each is answered.

What answers them, and the linear algebra behind it, is loaded by whoever uses the first one: a bot
on a server that only plays words never pays for it.
"""

import re
import sys
from importlib import import_module
from typing import Any, NamedTuple

from bot.answer import in_time
from bot.components.base import Interaction, WarmerButton, WarmerMenu

_ARGS = r"(?::(?P<args>[0-9a-z:-]{1,84}))?"


class Home(NamedTuple):
    """The module that answers a verb, as its function `on_<verb>`; and whether in place."""

    module: str
    in_place: bool = False


BUTTONS = {
    "item": Home("ratings"),
    "star": Home("ratings", in_place=True),
    "mark": Home("ratings", in_place=True),
    "undo": Home("ratings", in_place=True),
    "mine": Home("ratings", in_place=True),
    "list": Home("picks"),
    "round": Home("rounds", in_place=True),
    "look": Home("picks", in_place=True),
    "post": Home("picks"),
    "alike": Home("relatives"),
    "pairs": Home("relatives"),
    "swap": Home("relatives"),
    "twin": Home("twins", in_place=True),
    "demo": Home("shelves", in_place=True),
    "settle": Home("shelves", in_place=True),
    "take": Home("shelves"),
    "drop": Home("shelves", in_place=True),
    "page": Home("shelves", in_place=True),
}
"""Where a pressed button is answered, by the verb in its custom id."""
MENUS = {
    "choose": Home("ratings"),
    "change": Home("ratings"),
    "stars": Home("ratings", in_place=True),
    "rated": Home("rounds", in_place=True),
    "why": Home("picks"),
    "judge": Home("shelves", in_place=True),
}
"""The same for menus."""


def taste_id(verb: str, *args: object) -> str:
    """The custom id of a button or menu."""
    return ":".join(map(str, ("w1", "taste", verb, *args)))


async def part(interaction: Interaction, module: str, *, in_place: bool = False) -> Any:  # noqa: ANN401  # a module
    """A module beside this one, loaded in a thread where it is not yet: that takes a second."""
    name = f"bot.components.{module}"
    if name in sys.modules:
        return sys.modules[name]
    work = interaction.client.app.workers.call(import_module, name)
    return await in_time(interaction, work, in_place=in_place)


class TasteButton(
    WarmerButton,
    template=rf"w1:taste:(?P<verb>{'|'.join(BUTTONS)}){_ARGS}",
):
    """Any button of the recommender. `match` is that of its custom id."""

    async def act(self, interaction: Interaction) -> None:
        """Answer where the verb is at home."""
        verb = self.match["verb"]
        home = await part(interaction, BUTTONS[verb].module, in_place=BUTTONS[verb].in_place)
        await getattr(home, f"on_{verb}")(interaction, *_args(self.match))


class TasteMenu(
    WarmerMenu,
    template=rf"w1:taste:(?P<verb>{'|'.join(MENUS)}){_ARGS}",
):
    """Any menu of the recommender, of which one value is chosen."""

    async def act(self, interaction: Interaction) -> None:
        """Answer where the verb is at home."""
        verb = self.match["verb"]
        home = await part(interaction, MENUS[verb].module, in_place=MENUS[verb].in_place)
        await getattr(home, f"on_{verb}")(interaction, self.chosen, *_args(self.match))


def _args(match: re.Match[str]) -> list[str]:
    return match["args"].split(":") if match["args"] else []


ITEMS = (TasteButton, TasteMenu)
"""Every button and menu of the recommender, to be registered once."""
