"""The bot on a stage, before a stand-in for Discord."""

from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from random import Random
from typing import Any

from sqlalchemy import func, select
from stage.clock import Clock
from stage.hall import DIRECT, GENERAL, Hall, Where
from stage.parts import Kind, the
from stage.said import Said

from bot.app import App, open_app
from bot.build import build_client
from bot.client import WarmerClient
from bot.local.pairing import GUILD_READY_S
from bot.settings import Settings
from game.puzzles import Puzzles
from game.scoring import score
from game.turn import Choice, Turn
from store.schema import METADATA
from store.work import SqlGameStore


@dataclass
class Stage:
    """An app, the bot on it, and a stand-in for Discord before which it plays.

    `prepare` is done to every client before it plays. An error of one of the types `expected` may
    be raised by a command. Unless `translated`, the commands are registered in English alone,
    which takes half as long.
    """

    settings: Settings
    hall: Hall
    clock: Clock = field(default_factory=Clock)
    seed: int = 1
    expected: list[type[BaseException]] = field(default_factory=list)
    prepare: list[Callable[[WarmerClient], None]] = field(default_factory=list)
    translated: bool = True

    def __post_init__(self) -> None:
        self._opened = AsyncExitStack()
        self.app: App
        self.client: WarmerClient

    async def open(self) -> None:
        """Open the app and let the bot play; where it plays already, this is a restart."""
        opened, self._opened = self._opened, AsyncExitStack()
        self.app = self._opened.enter_context(
            open_app(self.settings, self.clock, Random(self.seed))
        )
        self.client = build_client(
            self.app, translated=self.translated, guild_ready_timeout=GUILD_READY_S
        )
        for change in self.prepare:
            change(self.client)
        await self.hall.restart(self.client)
        await opened.aclose()

    async def restart(self) -> None:
        """Stop the bot and its app, and start both anew on the same database."""
        await self.open()

    async def close(self) -> None:
        """End the play and close the app."""
        try:
            await self.hall.close()
        finally:
            await self._opened.aclose()

    # What members do.

    async def use(
        self, member: str, command: str, channel: Where = GENERAL, /, **options: Any
    ) -> Said:
        """Let a member use a command, and return the answer."""
        return await self.hall.slash(member, channel, command, options)

    async def guess(
        self, member: str, word: str, channel: Where = GENERAL, /, **options: Any
    ) -> Said:
        """Let a member guess."""
        return await self.use(member, "guess", channel, word=word, **options)

    async def complete(
        self, member: str, command: str, option: str, typed: str = "", /, **given: Any
    ) -> list[str]:
        """The values suggested to a member for an option, beside the other options given."""
        return await self.hall.complete(member, command, option, typed, given)

    async def press(self, member: str, said: Said, button: str) -> Said:
        """Let a member press a button, by its label, custom id or the beginning of that."""
        buttons = [part for part in said.parts if part.kind is Kind.BUTTON]
        custom_id = the(buttons, button).custom_id
        assert custom_id is not None, "it is a link"
        return await self.hall.press(member, said, custom_id)

    async def choose(
        self, member: str, said: Said, values: Any | Sequence[Any], menu: str | None = None
    ) -> Said:
        """Let a member choose in a select menu: values or labels, members, roles or channels."""
        part = said.select(menu)
        listed = list(values) if isinstance(values, list | tuple) else [values]
        named = dict(part.options)
        chosen = [named.get(value, value) if isinstance(value, str) else value for value in listed]
        return await self.hall.choose(member, said, str(part.custom_id), chosen)

    async def submit(self, member: str, said: Said, /, *values: str, **named: Any) -> Said:
        """Let a member send a form in: the fields in their order, or by label or custom id."""
        assert said.form is not None, "the bot opened no form"
        in_order = {f.custom_id: v for f, v in zip(said.form.fields, values, strict=False)}
        return await self.hall.submit(member, said, said.form.values({**in_order, **named}))

    async def redeliver(self) -> None:
        """Deliver the last interaction to the bot once more."""
        await self.hall.redeliver(self.client)

    async def settled(self) -> None:
        """Wait until the bot has done what it does by itself."""
        await self.hall.settled(self.client)

    # What is to be seen.

    def channel_messages(self, channel: Where = GENERAL, member: str | None = None) -> list[Said]:
        """A channel's public messages as they now stand, and a member's private ones."""
        return self.hall.messages(channel, member)

    def direct_messages(self, member: str) -> list[Said]:
        """What the bot wrote to a member of itself."""
        return self.hall.direct_messages(member)

    def id(self, member: str) -> int:
        """A member's id."""
        return int(self.hall.member(member).id)

    def secret(self, member: str, channel: str = GENERAL, puzzle: Choice | None = None) -> str:
        """What the member's puzzle hides, found behind the bot's back."""
        store = SqlGameStore(self.app.database)
        puzzles = Puzzles(store, self.app.table, self.clock, Random(self.seed), "UTC")
        own = self.id(member)
        server = own if channel == DIRECT else self.hall.server_id
        turn = Turn(server, self.hall.channel_id(channel, member), own, None, puzzle)
        return puzzles.find(turn).puzzle.secret

    def words(self, secret: str) -> list[str]:
        """Every word that can be guessed, the nearest to the secret (itself) first."""
        table = self.app.table
        row = table.row(secret)
        assert row is not None
        return [table.words[row] for row in score(table, row).order.tolist()]

    def rows(self) -> dict[str, int]:
        """How many rows each table has, but for that of fits.

        Those are made in the background, a while after what is learned from.
        """
        with self.app.database.reading() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in METADATA.sorted_tables
                if table.name != "fits"
            }

    def entries(self) -> int:
        """How many words stand on all boards together."""
        return self.rows()["entries"]
