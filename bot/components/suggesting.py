"""Suggests items and shelves while a member types."""

from collections import Counter
from collections.abc import Mapping, Sequence

from discord import app_commands

from bot import tasting
from bot.apart import labels
from bot.cogs.options import turn_of
from bot.components.asking import shelf_names
from bot.components.base import Interaction
from bot.i18n import tongue_of
from bot.meant import numbered
from bot.taste_text import bare_shelf_name
from recsys.nouns import Item
from recsys.wording import search_key

MOST = 25
_LONGEST = 100


async def items(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Items whose titles are like what was typed, then those that are about it."""
    app, server_id = interaction.client.app, turn_of(interaction).server_id
    found = await app.workers.call(tasting.complete, app, server_id, typed, MOST)
    return _choices(found, await shelf_names(interaction, found))


async def shelves(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The shelves in whose names what was typed stands."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    found = await app.workers.call(tasting.shelves, app, turn_of(interaction).server_id)
    wanted = typed.strip().casefold()
    named = [(bare_shelf_name(shelf, tongue), shelf) for shelf in found]
    return [
        app_commands.Choice(name=name[:_LONGEST], value=shelf.name)
        for name, shelf in named
        if wanted in name.casefold() or wanted in shelf.name.casefold()
    ][:MOST]


def _choices(found: Sequence[Item], shelves: Mapping[int, str]) -> list[app_commands.Choice[str]]:
    """Each item by its title where that is clear and fits, by number and title otherwise."""
    often = Counter(search_key(item.title) for item in found)
    return [
        app_commands.Choice(name=label, value=_value(item, often))
        for item, label in zip(found, labels(found, shelves, _LONGEST), strict=True)
    ]


def _value(item: Item, often: Counter[str]) -> str:
    key = search_key(item.title)
    clear = key and often[key] == 1 and len(item.title) <= _LONGEST
    return item.title if clear and not item.title.startswith("#") else numbered(item)
