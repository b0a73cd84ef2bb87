"""What happens where a panel's channel is closed to the bot."""

import logging

from bot.client import WarmerClient
from bot.panels.public import ChannelClosed
from bot.schedule.guilds import Guilds
from game.panels import Panel
from game.posts import Skip

_log = logging.getLogger(__name__)


class Mourning:
    """Notes the trouble in the server's setup, and tells whoever made the setup once."""

    def __init__(self, client: WarmerClient) -> None:
        self._app = client.app
        self._guilds = Guilds(client)

    async def __call__(self, panel: Panel, closed: ChannelClosed) -> None:
        """Note it, where it is the channel that was set up: the daily post cannot go there."""
        _log.warning("panels: %r", closed)
        call, setups, server_id = self._app.workers.call, self._app.setups, panel.server_id
        setup = await call(setups.setup, server_id)
        if setup is None or setup.channel_id != panel.channel_id or self._guilds.left(server_id):
            return
        why = Skip.FORBIDDEN if closed.forbidden else Skip.CHANNEL_GONE
        # Noted first: whoever notes it is the one who tells.
        if await call(setups.note_trouble, server_id, why):
            set_by = await call(setups.set_by, server_id)
            told = await self._guilds.tell(setup, set_by or 0, why)
            _log.warning("server %s %s", server_id, "told" if told else "could not be told")
