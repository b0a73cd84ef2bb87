"""What those who manage a server can do, put on a client."""

from bot.client import WarmerClient
from bot.cogs import setup
from bot.cogs.puzzle import puzzle_group
from bot.components import proposals
from bot.components import setup as setup_components
from bot.languages import add_languages
from bot.welcome import add_welcome


def add_managing(client: WarmerClient) -> None:
    """Let servers be set up, spoken to in their language, greeted, and given words."""
    add_languages(client)
    add_welcome(client)
    client.add(setup.COMMANDS)
    client.tree.add_command(puzzle_group())
    client.add_dynamic_items(*setup_components.ITEMS, *proposals.ITEMS)
    client.add_forms(*setup_components.FORMS, *proposals.FORMS)
