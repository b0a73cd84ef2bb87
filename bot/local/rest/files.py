"""The CDN: attachments, and one grey picture for every avatar."""

import base64

from aiohttp import web

from bot.local.exchange import Attachment
from bot.local.state import World

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaGj4DwAChQGA6rF4cAAAAABJRU5ErkJggg=="
)


class Files:
    """Answers the addresses that message and user objects hold."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_to(self, app: web.Application) -> None:
        """Add the routes to an application."""
        path = r"/attachments/{channel_id:\d+}/{attachment_id:\d+}/{filename}"
        app.router.add_get(path, self.attachment)
        app.router.add_get("/embed/avatars/{name}", self.avatar)

    async def attachment(self, request: web.Request) -> web.Response:
        """Return an uploaded file."""
        channel_id = int(request.match_info["channel_id"])
        item = self._find(channel_id, int(request.match_info["attachment_id"]))
        if item is None:
            raise web.HTTPNotFound
        return web.Response(body=item.content, content_type="application/octet-stream")

    def _find(self, channel_id: int, wanted: int) -> Attachment | None:
        channel = self._world.channels.get(channel_id)
        if channel is None:
            return self._world.uploads.get(wanted)
        posts = (self._world.messages[i] for i in channel.message_ids)
        return next((a for post in posts for a in post.attachments if a.id == wanted), None)

    async def avatar(self, _: web.Request) -> web.Response:
        """Return the picture of everyone."""
        return web.Response(body=PIXEL, content_type="image/png")
