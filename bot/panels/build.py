"""Puts the panels together on a client."""

from bot.client import WarmerClient
from bot.cogs.party import party_command
from bot.panels.channels import DiscordPublic
from bot.panels.keeper import Panels
from bot.panels.trouble import Mourning


def add_panels(client: WarmerClient) -> Panels:
    """Let the client keep living boards: its command and its messages."""
    app = client.app
    panels = Panels(app.panels, app.workers, DiscordPublic(client, Mourning(client)))
    client.changes = panels
    client.after_login(lambda: panels.start(client.wait_until_ready))
    client.before_closing(panels.stop)
    client.add([party_command(panels)])
    return panels
