"""Routes of the bot itself: its user, its application, its commands, where the gateway is."""

from collections.abc import Callable

from bot.local import payloads
from bot.local.commands import Commands, Scope
from bot.local.rest.call import Call, Route
from bot.local.state import Json, World

GLOBAL = "/applications/{application_id}/commands"
GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


class ApplicationRoutes:
    """What a bot asks for when it starts."""

    def __init__(
        self, world: World, commands: Commands, gateway_address: Callable[[], str], shards: int
    ) -> None:
        self._world = world
        self._commands = commands
        self._address = gateway_address
        self._shards = shards

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("GET", "/users/@me", lambda _: payloads.bot_user(self._world)),
            Route("GET", "/oauth2/applications/@me", self.application),
            Route("GET", "/applications/@me", self.application),
            Route("GET", "/gateway", lambda _: {"url": self._address()}, open=True),
            Route("GET", "/gateway/bot", self.gateway_bot),
            *(r for path in (GLOBAL, GUILD) for r in self._command_routes(path)),
        ]

    def application(self, _: Call) -> Json:
        """Return the application."""
        return payloads.application(self._world)

    def gateway_bot(self, _: Call) -> Json:
        """Return the gateway's address and how many shards to start."""
        limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
        return {"url": self._address(), "shards": self._shards, "session_start_limit": limit}

    def _command_routes(self, path: str) -> list[Route]:
        one = path + "/{command_id}"
        return [
            Route("GET", path, lambda c: self._commands.all(_scope(c))),
            Route("PUT", path, lambda c: self._commands.replace(_scope(c), c.body or [])),
            Route("POST", path, lambda c: self._commands.upsert(_scope(c), c.json)),
            Route("GET", one, lambda c: self._commands.get(_scope(c), c.id("command_id"))),
            Route(
                "PATCH", one, lambda c: self._commands.edit(_scope(c), c.id("command_id"), c.json)
            ),
            Route("DELETE", one, lambda c: self._commands.delete(_scope(c), c.id("command_id"))),
        ]


def _scope(call: Call) -> Scope:
    return call.id("guild_id") if "guild_id" in call.params else None
