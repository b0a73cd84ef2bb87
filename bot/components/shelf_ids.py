"""The buttons of those who look after shelves, and where each is answered."""

from bot.components.base import Interaction, WarmerButton
from bot.components.tastes import part

BUTTONS = {"erase": "shelf_care", "pool": "shelf_care", "bring": "shelf_imports"}
"""The module that answers a verb, as its function `on_<verb>`; each in place."""


def shelf_id(verb: str, *args: object) -> str:
    """The custom id of such a button."""
    return ":".join(map(str, ("w1", "shelf", verb, *args)))


class ShelfButton(
    WarmerButton,
    template=rf"w1:shelf:(?P<verb>{'|'.join(BUTTONS)}):(?P<args>[0-9:]{{1,80}})",
):
    """Any of them. `match` is that of its custom id."""

    async def act(self, interaction: Interaction) -> None:
        """Answer where the verb is at home."""
        home = await part(interaction, BUTTONS[self.match["verb"]], in_place=True)
        await getattr(home, f"on_{self.match['verb']}")(interaction, *self.match["args"].split(":"))
