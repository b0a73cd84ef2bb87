"""Runs the lines of one person at the keyboard, and collects what else happens meanwhile."""

from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import Any

from bot.console.desk import Advance, Clock, Desk
from bot.console.errors import ConsoleError
from bot.console.metas import run_meta
from bot.console.outcomes import Outcome, Played, Refused, Turn
from bot.console.parse import Nothing, Press, Slash, parse
from bot.console.ports import Discord
from bot.local.errors import LocalError
from bot.local.exchange import Person, SentMessage


class Session:
    """Plays as `person` in `channel` of a running local Discord.

    `channels` are the server's by name. `now` is the game's clock, aware and in the server's time
    zone; `advance` moves it to a later day and raises ValueError for one it cannot reach.
    `people` are members that `:as` can switch to besides `person`; plain text is sent as
    `/text_command`. Messages that come, or are edited, without being the answer to a line wait
    in `arrivals`; `on_arrival` is called when one has come while no line runs.
    """

    def __init__(
        self,
        local: Discord,
        person: Person,
        channel: str,
        *,
        channels: Mapping[str, int],
        now: Clock,
        advance: Advance,
        people: Iterable[Person] = (),
        bot_name: str = "Warmer",
        text_command: str = "guess",
    ) -> None:
        known = {p.name.casefold(): p for p in (*people, person)}
        self.desk = Desk(local, person, channel, channels, now, advance, known)
        self.bot_name = bot_name
        self.text_command = text_command
        self.on_arrival: Callable[[], None] | None = None
        self._waiting: dict[int, SentMessage] = {}
        self._busy = False
        local.on_message.append(self._hear)
        local.on_edit.append(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self.desk.local.on_message.remove(self._hear)
        self.desk.local.on_edit.remove(self._hear)

    async def run(self, line: str) -> Turn | None:
        """Carry one line out; None for a blank line or a comment. A refusal is an outcome."""
        return await self._turn(line.strip(), self._run(line))

    async def fill(self, values: Mapping[str, str]) -> Turn | None:
        """Send the open form with its texts by custom id."""
        return await self._turn(":fill", self.desk.submit(values))

    def arrivals(self) -> tuple[SentMessage, ...]:
        """Return, once, the messages that came on their own into the current channel."""
        desk = self.desk
        seen = tuple(
            m
            for m in self._waiting.values()
            if m.channel_id == desk.channel_id
            and (not m.ephemeral or m.viewer_id in (None, desk.person.id))
        )
        self._waiting.clear()
        return seen

    async def _turn(self, line: str, work: Coroutine[Any, Any, Outcome | None]) -> Turn | None:
        person = self.desk.person
        self._busy = True
        try:
            outcome = await work
        except (ConsoleError, LocalError) as error:
            outcome = Refused(error)
        finally:
            self._busy = False
        if isinstance(outcome, Played):
            for message in outcome.reply.messages:
                self._waiting.pop(message.id, None)
        return Turn(line, person, outcome) if outcome else None

    async def _run(self, line: str) -> Outcome | None:
        desk = self.desk
        asked = parse(line, desk.commands, self.text_command)
        if isinstance(asked, Nothing):
            return None
        if isinstance(asked, Slash):
            return await desk.slash(asked)
        if isinstance(asked, Press):
            return await desk.press(asked.number)
        return await run_meta(desk, asked)

    def _hear(self, message: SentMessage) -> None:
        self._waiting[message.id] = message
        if self.on_arrival is not None and not self._busy:
            self.on_arrival()
