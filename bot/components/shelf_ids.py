"""The buttons of those who look after shelves, and where each is answered."""

from bot.components.base import Interaction, WarmerButton
from bot.components.tastes import part

BUTTONS = {
    "erase": "shelf_care",
    "pool": "shelf_care",
    "bring": "shelf_imports",
    "new": "shelf_imports",
}
"""The module that answers a verb, as its function `on_<verb>`; each in place."""


def shelf_id(verb: str, *args: int, name: str | None = None) -> str:
    """The custom id of such a button; `name` is that of a shelf which has no number yet.

    Of at most 100 characters however a name of 32 is written, for Discord takes it as it is.
    """
    custom_id = ":".join(map(str, ("w1", "shelf", verb, *args)))
    return custom_id if name is None else f"{custom_id}={name}"


class ShelfButton(
    WarmerButton,
    template=rf"w1:shelf:(?P<verb>{'|'.join(BUTTONS)}):(?P<args>[0-9:]{{1,80}})(=(?P<name>.+))?",
):
    """Any of them. `match` is that of its custom id."""

    async def act(self, interaction: Interaction) -> None:
        """Answer where the verb is at home."""
        home = await part(interaction, BUTTONS[self.match["verb"]], in_place=True)
        named = [] if self.match["name"] is None else [self.match["name"]]
        details = [*self.match["args"].split(":"), *named]
        await getattr(home, f"on_{self.match['verb']}")(interaction, *details)
