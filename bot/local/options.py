"""From what a person typed to a slash command's options, blocked where Discord's client would."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.local import errors, message_payloads, payloads
from bot.local.exchange import Attachment, Person
from bot.local.posting import ATTACHMENT_LIMIT
from bot.local.state import Guild, Json, World

SUBCOMMAND, GROUP = 1, 2
STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(3, 12)
TYPES = {
    STRING: "string",
    INTEGER: "integer",
    BOOLEAN: "boolean",
    USER: "user",
    CHANNEL: "channel",
    ROLE: "role",
    MENTIONABLE: "mentionable",
    NUMBER: "number",
    ATTACHMENT: "attachment",
}
YES, NO = {"true", "yes", "on", "1"}, {"false", "no", "off", "0"}
MAX_TEXT, MAX_INTEGER = 6000, 2**53


@dataclass(slots=True)
class Resolved:
    """The objects behind ids among the options, in Discord's `resolved` shape."""

    world: World
    guild: Guild | None
    cdn: str
    data: dict[str, dict[str, Json]] = field(default_factory=dict)

    def person(self, value: object) -> str | None:
        """Return the id of a person given as Person, id, name or mention."""
        wanted = value.id if isinstance(value, Person) else value
        text = str(wanted).strip("<@!>").casefold()
        for person in self.world.people.values():
            if text in (str(person.id), person.name.casefold()):
                self._keep("users", person.id, payloads.user(person))
                if self.guild is not None and person.id in self.guild.members:
                    self._keep("members", person.id, self._member(person))
                return str(person.id)
        return None

    def channel(self, value: object) -> str | None:
        """Return the id of a channel of this server given as id, name or mention."""
        text = str(value).strip("<#>").casefold()
        for channel_id in self.guild.channel_ids if self.guild else ():
            channel = self.world.channels[channel_id]
            if text in (str(channel.id), channel.name.casefold()):
                data = payloads.channel(channel, self.world)
                data["permissions"] = str(payloads.ALL_PERMISSIONS)
                self._keep("channels", channel.id, data)
                return str(channel.id)
        return None

    def role(self, value: object) -> str | None:
        """Return the id of a role of this server given as id, name or mention."""
        text = str(value).strip("<@&>").casefold()
        for role in self.guild.roles.values() if self.guild else ():
            if text in (str(role.id), role.name.casefold()) and self.guild is not None:
                self._keep("roles", role.id, payloads.role(role, self.guild))
                return str(role.id)
        return None

    def mentionable(self, value: object) -> str | None:
        """Return the id of a person or role."""
        return self.person(value) or self.role(value)

    def attachment(self, value: object) -> str | None:
        """Return the id of a file. Raises FileTooLarge."""
        if not isinstance(value, Attachment):
            return None
        if len(value.content) > ATTACHMENT_LIMIT:
            raise errors.FileTooLarge(value.filename, len(value.content), ATTACHMENT_LIMIT)
        self.world.keep_upload(value)
        data = message_payloads.attachment(value, 0, self.cdn, ephemeral=True)
        self._keep("attachments", value.id, data)
        return str(value.id)

    def _member(self, person: Person) -> Json:
        assert self.guild is not None  # noqa: S101 - narrowed by the caller
        data = payloads.member(person, self.guild)
        del data["user"]
        return data | {"permissions": str(payloads.permissions_of(person, self.guild))}

    def _keep(self, kind: str, item_id: int, data: Json) -> None:
        self.data.setdefault(kind, {})[str(item_id)] = data


def subcommand(command: Json, words: Sequence[str]) -> tuple[list[Json], list[Json], str]:
    """Walk a command's groups by the words after its name.

    Return the chain of groups and subcommands, the options at its end, and the full name.
    Raises UnknownCommand or IncompleteCommand.
    """
    chain: list[Json] = []
    options, name = command.get("options") or [], command["name"]
    for word in words:
        inner = {o["name"]: o for o in options if o["type"] in (SUBCOMMAND, GROUP)}
        if word not in inner:
            raise errors.UnknownCommand(f"{name} {word}", tuple(f"{name} {n}" for n in inner))
        chain.append(inner[word])
        options, name = inner[word].get("options") or [], f"{name} {word}"
    inside = tuple(o["name"] for o in options if o["type"] in (SUBCOMMAND, GROUP))
    if inside:
        raise errors.IncompleteCommand(name, inside)
    return chain, options, name


def wrap(chain: Sequence[Json], options: list[Json]) -> list[Json]:
    """Put options inside the subcommands that lead to them."""
    for link in reversed(chain):
        options = [{"type": link["type"], "name": link["name"], "options": options}]
    return options


def fill(name: str, known: list[Json], given: Mapping[str, Any], resolved: Resolved) -> list[Json]:
    """Return the options with their values. Raises OptionError's kinds."""
    _check_known(name, known, given)
    filled = []
    for option in known:
        value = given.get(option["name"])
        if value is None or value == "":
            if option.get("required"):
                raise errors.MissingOption(name, option["name"])
            continue
        filled.append(_option(option, _value(name, option, value, resolved)))
    return filled


def fill_partly(
    name: str, known: list[Json], given: Mapping[str, Any], focused: str, resolved: Resolved
) -> list[Json]:
    """Return what an autocomplete carries: good values, and the focused text as it stands."""
    _check_known(name, known, {**given, focused: ""})
    filled = []
    for option in known:
        if option["name"] == focused:
            text = str(given.get(focused) or "")
            filled.append(_option(option, text) | {"focused": True})
        elif given.get(option["name"]) not in (None, ""):
            try:
                value = _value(name, option, given[option["name"]], resolved)
            except errors.OptionError:
                continue
            filled.append(_option(option, value))
    return filled


def _check_known(name: str, known: list[Json], given: Mapping[str, Any]) -> None:
    allowed = tuple(o["name"] for o in known)
    for option in given:
        if option not in allowed:
            raise errors.UnknownOption(name, option, allowed)


def _option(option: Json, value: object) -> Json:
    return {"name": option["name"], "type": option["type"], "value": value}


def _value(name: str, option: Json, value: Any, resolved: Resolved) -> Any:  # noqa: ANN401
    if option.get("choices"):
        return _choice(name, option, value)
    read = _READERS[option["type"]](value, resolved)
    if read is None:
        raise errors.WrongType(name, option["name"], TYPES[option["type"]], value)
    _check_bounds(name, option, read)
    return read


def _choice(name: str, option: Json, value: Any) -> Any:  # noqa: ANN401
    figure = _number(value) if option["type"] == NUMBER else None
    for choice in option["choices"]:
        names = (choice["name"].casefold(), str(choice["value"]).casefold())
        if str(value).casefold() in names or figure == choice["value"]:
            return choice["value"]
    offered = tuple(c["name"] for c in option["choices"])
    raise errors.NotAChoice(name, option["name"], value, offered)


def _check_bounds(name: str, option: Json, value: Any) -> None:  # noqa: ANN401
    if option["type"] == STRING:
        least, most = option.get("min_length"), option.get("max_length")
        if not (least or 0) <= len(value) <= (MAX_TEXT if most is None else most):
            raise errors.WrongLength(name, option["name"], len(value), least, most or MAX_TEXT)
    elif option["type"] in (INTEGER, NUMBER):
        low, high = option.get("min_value"), option.get("max_value")
        if (low is not None and value < low) or (high is not None and value > high):
            raise errors.OutOfRange(name, option["name"], value, low, high)


def _integer(value: Any) -> int | None:  # noqa: ANN401
    try:
        number = None if isinstance(value, bool) else int(str(value))
    except ValueError:
        return None
    return number if number is not None and abs(number) <= MAX_INTEGER else None


def _number(value: Any) -> float | None:  # noqa: ANN401
    try:
        number = None if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        return None
    # Neither "nan" nor "inf" can be typed into Discord's number field.
    return number if number is not None and abs(number) <= MAX_INTEGER else None


def _boolean(value: Any) -> bool | None:  # noqa: ANN401
    text = str(value).casefold()
    return True if text in YES else False if text in NO else None


_READERS: dict[int, Callable[[Any, Resolved], Any]] = {
    STRING: lambda value, _: value if isinstance(value, str) else str(value),
    INTEGER: lambda value, _: _integer(value),
    BOOLEAN: lambda value, _: _boolean(value),
    USER: lambda value, resolved: resolved.person(value),
    CHANNEL: lambda value, resolved: resolved.channel(value),
    ROLE: lambda value, resolved: resolved.role(value),
    MENTIONABLE: lambda value, resolved: resolved.mentionable(value),
    NUMBER: lambda value, _: _number(value),
    ATTACHMENT: lambda value, resolved: resolved.attachment(value),
}
