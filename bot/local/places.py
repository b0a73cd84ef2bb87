"""Where people act, through which installation of the bot, and which commands they find there."""

from dataclasses import dataclass

from bot.local import errors, payloads
from bot.local.exchange import Person
from bot.local.state import GROUP, Channel, Guild, Json

GUILD_CONTEXT, DIRECT_CONTEXT, PRIVATE_CONTEXT = 0, 1, 2
GUILD_INSTALL, USER_INSTALL = 0, 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where someone acts: a channel, and its server unless it is a direct message."""

    channel: Channel
    guild: Guild | None

    @property
    def guild_id(self) -> int | None:
        """The server's id."""
        return self.guild.id if self.guild else None

    @property
    def context(self) -> int:
        """The context in which commands are used here."""
        if self.guild is not None:
            return GUILD_CONTEXT
        return PRIVATE_CONTEXT if self.channel.kind == GROUP else DIRECT_CONTEXT

    @property
    def installs(self) -> frozenset[int]:
        """The kinds of installation through which the bot's commands are offered here."""
        if self.context == DIRECT_CONTEXT:
            return frozenset({GUILD_INSTALL, USER_INSTALL})
        joined = self.guild is not None and self.guild.joined
        return frozenset({GUILD_INSTALL if joined else USER_INSTALL})

    def owners(self, person: Person) -> Json:
        """Who authorized the bot: the server (0 in direct messages) or the person themself."""
        if self.context == DIRECT_CONTEXT:
            return {"0": "0"}
        if self.installs == {USER_INSTALL}:
            return {"1": str(person.id)}
        return {"0": str(self.guild_id)}


def check_context(command: Json, place: Place) -> None:
    """Check that a command is offered there. Raises WrongPlace."""
    here, contexts = place.context, command.get("contexts")
    allowed = here in contexts if contexts is not None else _old_rule(command, here)
    installed = command.get("integration_types") or [GUILD_INSTALL]
    if not allowed or not place.installs.intersection(installed):
        raise errors.WrongPlace(command["name"], here)


def _old_rule(command: Json, context: int) -> bool:
    return context == GUILD_CONTEXT or bool(command.get("dm_permission", True))


def check_permission(command: Json, person: Person, place: Place) -> None:
    """Check that a person may use a command there. Raises NotPermitted."""
    needed = command.get("default_member_permissions")
    if needed is None or place.guild is None or person.admin:
        return
    held = payloads.permissions_of(person, place.guild)
    if int(needed) == 0 or int(needed) & held != int(needed):
        raise errors.NotPermitted(command["name"], person.name, int(needed))
