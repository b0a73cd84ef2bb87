"""The CDN: attachments, and one grey picture for every avatar."""

import base64

from aiohttp import web

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
        channel = self._world.channels.get(int(request.match_info["channel_id"]))
        wanted = int(request.match_info["attachment_id"])
        for message_id in channel.message_ids if channel else ():
            for item in self._world.messages[message_id].attachments:
                if item.id == wanted:
                    return web.Response(body=item.content, content_type="application/octet-stream")
        raise web.HTTPNotFound

    async def avatar(self, _: web.Request) -> web.Response:
        """Return the picture of everyone."""
        return web.Response(body=PIXEL, content_type="image/png")
