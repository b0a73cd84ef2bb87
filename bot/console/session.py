"""Runs the lines of one person at the keyboard, and collects what else happens meanwhile."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from bot.console.desk import Advance, Clock, Desk
from bot.console.errors import ConsoleError
from bot.console.metas import run_meta
from bot.console.outcomes import Outcome, Played, Refused, Turn
from bot.console.parse import Nothing, Press, Slash, parse
from bot.local.errors import LocalError
from bot.local.exchange import Attachment, Person, SentMessage
from bot.local.server import LocalDiscord


class Session:
    """Plays as `person` in `channel` of a running local Discord.

    `now` is the game's clock, aware and in the server's time zone; `advance` moves it to a later
    day and raises ValueError for one it cannot reach. Plain text is sent as `/text_command`.
    `saved` keeps a file that the bot sent and says where it lies. Messages that come, or are
    edited, without being the answer to a line wait in `arrivals`, each as it stands at last;
    `on_arrival` is called when one has come while no line runs.
    """

    def __init__(
        self,
        local: LocalDiscord,
        person: Person,
        *,
        now: Clock,
        advance: Advance,
        channel: str = "general",
        bot_name: str = "Warmer",
        text_command: str = "guess",
        saved: Callable[[Attachment], str | None] = lambda _: None,
    ) -> None:
        self.desk = Desk(local, person, channel, now, advance, saved)
        self.bot_name = bot_name
        self.text_command = text_command
        self.on_arrival: Callable[[], None] | None = None
        self._waiting: dict[int, SentMessage] = {}
        self._busy = False
        self._stops = (local.on_message(self._hear), local.on_edit(self._hear))

    def close(self) -> None:
        """Stop listening."""
        for stop in self._stops:
            stop()

    async def run(self, line: str) -> Turn | None:
        """Carry one line out; None for a blank line or a comment. A refusal is an outcome."""
        return await self._turn(line.strip(), self._run(line))

    async def fill(self, values: Mapping[str, str]) -> Turn | None:
        """Send the open form with its texts by custom id."""
        return await self._turn(":fill", self.desk.submit(values))

    def arrivals(self) -> tuple[SentMessage, ...]:
        """Return, once, the messages that came on their own into the current channel.

        Nothing while a line runs, for what comes then may be its answer.
        """
        if self._busy:
            return ()
        here, viewer = self.desk.channels.get(self.desk.channel), self.desk.person.id
        waiting, self._waiting = self._waiting.values(), {}
        mine = (m for m in waiting if not m.ephemeral or m.viewer_id == viewer)
        return self.desk.note(m for m in mine if m.channel_id == here)

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
            for message in self.desk.note(outcome.reply.messages):
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
            return await desk.press(asked.number, asked.back)
        return await run_meta(desk, asked)

    def _hear(self, message: SentMessage) -> None:
        self._waiting[message.id] = message
        if self.on_arrival is not None and not self._busy:
            self.on_arrival()
