"""The application commands the bot has registered, everywhere and per server."""

import asyncio
from collections.abc import Iterable

from bot.local.apierror import refuse, unknown
from bot.local.state import Json, World
from bot.local.validation.commands import check_command, check_commands
from bot.local.validation.problems import Problems

CHAT_INPUT = 1
Scope = int | None


class Commands:
    """Commands by scope: None for everywhere, else a server's id."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._scopes: dict[Scope, dict[int, Json]] = {}
        self.synced = asyncio.Event()

    def all(self, scope: Scope) -> list[Json]:
        """Return the commands of exactly one scope."""
        return list(self._scopes.get(scope, {}).values())

    def offered(self, guild_id: int | None) -> list[Json]:
        """Return what is offered in a place: a server's own commands go before the global ones."""
        own = self.all(guild_id) if guild_id is not None else []
        taken = {_key(c) for c in own}
        return own + [c for c in self.all(None) if _key(c) not in taken]

    def replace(self, scope: Scope, given: list[Json]) -> list[Json]:
        """Replace a scope's commands; those that keep type and name keep their id."""
        problems = Problems()
        check_commands(problems, given)
        refuse(problems)
        old = {_key(c): int(c["id"]) for c in self.all(scope)}
        self._scopes[scope] = {}
        made = [self._put(scope, c, old.get(_key(c))) for c in given]
        self.synced.set()
        return made

    def upsert(self, scope: Scope, given: Json) -> Json:
        """Add one command, or overwrite the one of the same type and name."""
        old = {_key(c): int(c["id"]) for c in self.all(scope)}
        return self._put_checked(scope, given, old.get(_key(given)))

    def get(self, scope: Scope, command_id: int) -> Json:
        """Return a command by id. Raises ApiError 10063."""
        try:
            return self._scopes[scope][command_id]
        except KeyError:
            raise unknown("application command") from None

    def edit(self, scope: Scope, command_id: int, changes: Json) -> Json:
        """Change the given fields of a command."""
        return self._put_checked(scope, {**self.get(scope, command_id), **changes}, command_id)

    def delete(self, scope: Scope, command_id: int) -> None:
        """Delete a command."""
        self.get(scope, command_id)
        del self._scopes[scope][command_id]

    def _put_checked(self, scope: Scope, given: Json, command_id: int | None) -> Json:
        problems = Problems()
        check_command(problems, given)
        refuse(problems)
        made = self._put(scope, given, command_id)
        self.synced.set()
        return made

    def _put(self, scope: Scope, given: Json, command_id: int | None) -> Json:
        identity = command_id or self._world.ids.next()
        command = {
            "type": CHAT_INPUT,
            "description": "",
            "default_member_permissions": None,
            "dm_permission": True,
            "contexts": None,
            "integration_types": [0],
            "nsfw": False,
            "options": [],
            **{k: v for k, v in given.items() if v is not None},
            "id": str(identity),
            "application_id": str(self._world.application_id),
            "version": str(self._world.ids.next()),
        }
        if scope is not None:
            command["guild_id"] = str(scope)
        self._scopes.setdefault(scope, {})[identity] = command
        return command


def names(commands: Iterable[Json], kind: int = CHAT_INPUT) -> tuple[str, ...]:
    """Return the names of the commands of a kind."""
    return tuple(c["name"] for c in commands if c["type"] == kind)


def _key(command: Json) -> tuple[int, str]:
    return command.get("type") or CHAT_INPUT, command["name"]
