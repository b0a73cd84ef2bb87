"""What people do, turned into interactions and sent to the bot."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from bot.local import errors, message_payloads, options, payloads, permissions, widgets
from bot.local.commands import CHAT_INPUT, Commands, names
from bot.local.exchange import Choice, Kind, Person, SentMessage
from bot.local.faults import Faults
from bot.local.gateway import Gateway
from bot.local.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT, Interactions
from bot.local.options import Resolved
from bot.local.pending import Patience, Pending
from bot.local.places import Place, check_context, check_permission
from bot.local.posting import ATTACHMENT_LIMIT
from bot.local.state import DIRECT, Json, StoredMessage, World, visible

USER_COMMAND, MESSAGE_COMMAND = 2, 3


class Actions:
    """Builds interactions as Discord would, and sends them."""

    def __init__(
        self,
        world: World,
        commands: Commands,
        gateway: Gateway,
        desk: Interactions,
        faults: Faults,
        patience: Patience,
    ) -> None:
        self._world = world
        self._commands = commands
        self._gateway = gateway
        self._desk = desk
        self._faults = faults
        self.patience = patience
        self.locales: dict[int, str] = {}
        self.cdn = ""
        self._last: tuple[Json, int | None] | None = None

    async def slash(
        self, person: Person, place: Place, name: str, given: Mapping[str, Any]
    ) -> Pending:
        """Use a slash command and wait until its answer has settled. Raises LocalError."""
        command, words = self._command(person, place, name, CHAT_INPUT)
        chain, known, full = options.subcommand(command, words)
        resolved = self._resolved(place)
        filled = options.fill(full, known, given, resolved)
        data = self._command_data(command, options.wrap(chain, filled), resolved)
        return await self._send(self._pending(COMMAND, person, place), place, data)

    async def complete(
        self, person: Person, place: Place, name: str, given: Mapping[str, Any], focused: str
    ) -> list[Choice]:
        """Ask for suggestions for the focused option. Raises LocalError."""
        command, words = self._command(person, place, name, CHAT_INPUT)
        chain, known, full = options.subcommand(command, words)
        resolved = self._resolved(place)
        filled = options.fill_partly(full, known, given, focused, resolved)
        if not any(o["name"] == focused and o.get("autocomplete") for o in known):
            return []
        data = self._command_data(command, options.wrap(chain, filled), resolved)
        pending = await self._send(self._pending(AUTOCOMPLETE, person, place), place, data)
        if pending.choices is None:
            raise errors.ChoicesFailed(full, focused)
        return [Choice(c["name"], c["value"]) for c in pending.choices]

    async def context_menu(
        self, person: Person, place: Place, name: str, target: Person | StoredMessage
    ) -> Pending:
        """Use a command from the menu of a person or a message. Raises LocalError."""
        of_person = isinstance(target, Person)
        kind = USER_COMMAND if of_person else MESSAGE_COMMAND
        command, _ = self._command(person, place, name, kind)
        resolved = self._resolved(place)
        if isinstance(target, Person):
            resolved.person(target)
        else:
            data = message_payloads.message(target, self._world, self.cdn)
            resolved.data["messages"] = {str(target.id): data}
        data = self._command_data(command, [], resolved) | {"target_id": str(target.id)}
        return await self._send(self._pending(COMMAND, person, place), place, data)

    async def click(self, person: Person, message: SentMessage | int, custom_id: str) -> Pending:
        """Press a button. Raises LocalError."""
        source, place = self._seen(person, message)
        data = widgets.button(source.components, custom_id)
        pending = self._pending(COMPONENT, person, place, Kind.COMPONENT, source)
        return await self._send(pending, place, data)

    async def select(
        self, person: Person, message: SentMessage | int, custom_id: str, values: Sequence[object]
    ) -> Pending:
        """Choose in a select menu. Raises LocalError."""
        source, place = self._seen(person, message)
        data = widgets.selection(source.components, custom_id, values, self._resolved(place))
        pending = self._pending(COMPONENT, person, place, Kind.COMPONENT, source)
        return await self._send(pending, place, data)

    async def submit(
        self, person: Person, custom_id: str, values: Mapping[str, widgets.Value]
    ) -> Pending:
        """Submit the open form, which closes when the bot answers. Raises LocalError."""
        opener = self._desk.modals.get((person.id, custom_id))
        if opener is None or opener.modal is None:
            raise errors.UnknownModal(custom_id)
        place = self.place(person, opener.channel_id)
        data = widgets.form(opener.modal, values, self._resolved(place))
        pending = self._pending(MODAL_SUBMIT, person, place, Kind.MODAL, opener.source)
        await self._send(pending, place, data)
        if pending.answer is not None:
            self._desk.modals.pop((person.id, custom_id), None)
        return pending

    def redeliver(self) -> None:
        """Send the last interaction once more, as Discord does now and then."""
        if self._last is not None:
            payload, guild_id = self._last
            self._gateway.dispatch("INTERACTION_CREATE", payload, guild_id=guild_id)

    def place(self, person: Person, channel_id: int) -> Place:
        """Return a channel with its server. Raises UnknownTarget where the person is not in it."""
        channel = self._world.channel(channel_id)
        guild = self._world.guilds.get(channel.guild_id or 0)
        outside = guild is not None and person.id not in guild.members
        if outside or (channel.kind == DIRECT and channel.recipient_id != person.id):
            raise errors.UnknownTarget(str(channel_id))
        return Place(channel, guild)

    def stored(self, person: Person, message: SentMessage | int) -> StoredMessage:
        """Return a message that the person sees. Raises UnknownMessage."""
        message_id = message if isinstance(message, int) else message.id
        found = self._world.messages.get(message_id)
        if found is None or not visible(found, person.id):
            raise errors.UnknownMessage(message_id)
        return found

    def _seen(self, person: Person, message: SentMessage | int) -> tuple[StoredMessage, Place]:
        source = self.stored(person, message)
        return source, self.place(person, source.channel_id)

    def _command(
        self, person: Person, place: Place, name: str, kind: int
    ) -> tuple[Json, Sequence[str]]:
        offered = self._commands.offered(place.guild_id)
        words = name.split() if kind == CHAT_INPUT else [name]
        first = words[0] if words else ""
        for command in offered:
            if command["type"] == kind and command["name"] == first:
                check_context(command, place)
                check_permission(command, person, place)
                return command, words[1:]
        raise errors.UnknownCommand(first, names(offered, kind))

    def _resolved(self, place: Place) -> Resolved:
        return Resolved(self._world, place.guild, self.cdn)

    @staticmethod
    def _command_data(command: Json, filled: list[Json], resolved: Resolved) -> Json:
        data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
        data["options"] = filled
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return data | ({"resolved": resolved.data} if resolved.data else {})

    def _pending(
        self,
        kind: int,
        person: Person,
        place: Place,
        made_by: Kind = Kind.COMMAND,
        source: StoredMessage | None = None,
    ) -> Pending:
        identity = self._world.ids.next()
        return Pending(
            id=identity,
            token=f"{identity}-{secrets.token_urlsafe(24)}",
            type=kind,
            person=person,
            channel_id=place.channel.id,
            guild_id=place.guild_id,
            created=self._world.clock(),
            patience=self.patience,
            kind=made_by,
            source=source,
            owners=place.owners(person),
        )

    async def _send(self, pending: Pending, place: Place, data: Json) -> Pending:
        self._desk.add(pending)
        payload = self._payload(pending, place, data)
        times = 2 if self._faults.duplicate_interactions > 0 else 1
        self._faults.duplicate_interactions -= times - 1
        pending.start()
        self._last = (payload, place.guild_id)
        for _ in range(times):
            self._gateway.dispatch("INTERACTION_CREATE", payload, guild_id=place.guild_id)
        await pending.done
        return pending

    def _payload(self, pending: Pending, place: Place, data: Json) -> Json:
        channel = payloads.channel(place.channel, self._world)
        locale = self.locales.get(pending.person.id, "en-US")
        payload: Json = {
            "id": str(pending.id),
            "application_id": str(self._world.application_id),
            "type": pending.type,
            "data": data,
            "channel_id": str(place.channel.id),
            "channel": channel,
            "token": pending.token,
            "version": 1,
            "app_permissions": str(permissions.held(self._world, place.channel)),
            "locale": locale,
            "entitlements": [],
            "attachment_size_limit": ATTACHMENT_LIMIT,
        }
        if pending.source is not None:
            payload["message"] = message_payloads.message(pending.source, self._world, self.cdn)
        return payload | self._who(pending.person, place, channel)

    @staticmethod
    def _who(person: Person, place: Place, channel: Json) -> Json:
        how = {"context": place.context, "authorizing_integration_owners": place.owners(person)}
        if place.guild is None:
            return how | {"user": payloads.user(person)}
        held = str(payloads.permissions_of(person, place.guild))
        channel["permissions"] = held
        return how | {
            "guild_id": str(place.guild.id),
            "guild": payloads.partial_guild(place.guild),
            "guild_locale": place.guild.locale,
            "member": payloads.member(person, place.guild) | {"permissions": held},
        }
