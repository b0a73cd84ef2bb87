"""What happened, drawn for a terminal with Rich: messages, forms, refusals, help."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO
from typing import Literal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style as Look
from rich.table import Table
from rich.text import Text

from bot.console import words
from bot.console.chips import chips
from bot.console.clean import clean, clean_message, clean_modal
from bot.console.commands import Catalogue
from bot.console.controls import controls, fields
from bot.console.embeds import NARROW, card
from bot.console.ink import QUIET, Barred, Pen
from bot.console.layouts import layout
from bot.console.markdown import Reader
from bot.console.outcomes import Helped, Outcome, Played, Refused, Shown, Told, Turn
from bot.console.pictures import file_line, loose_files
from bot.local.exchange import Modal, Reply, SentMessage

NARROWEST, WIDEST, INDENT = 20, 80, 2
_HINT = Look(color=QUIET, italic=True)


Colours = Literal["standard", "256", "truecolor"] | None


class Cards:
    """Draws into strings of `width` columns (at most 80); `colours` None draws without any ANSI."""

    def __init__(self, reader: Reader, bot_name: str, colours: Colours = None) -> None:
        self._pen = Pen(reader, pictures=colours in ("256", "truecolor"))
        self._bot_name = bot_name
        self._colours: Colours = colours

    def draw(self, things: Iterable[RenderableType], width: int) -> str:
        """Return a drawing as text that ends with a line break."""
        file = StringIO()
        console = Console(
            file=file,
            width=width,
            color_system=self._colours,
            force_terminal=self._colours is not None,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
        console.print(Group(*things))
        lines = file.getvalue().replace("\u00a0", " ").split("\n")
        return "\n".join(line.rstrip() for line in lines)

    def turn(self, turn: Turn, width: int, commands: Catalogue) -> str:
        """Return what came of a line."""
        width = max(NARROWEST, min(width, WIDEST))
        drawn = self.draw(self._outcome(turn.outcome, width, commands), width)
        return drawn.rstrip("\n") + "\n\n" if drawn.strip() else ""

    def messages(self, messages: Iterable[SentMessage], width: int) -> str:
        """Return messages one below the other."""
        width = max(NARROWEST, min(width, WIDEST))
        return self.draw(self._each(messages, width, self._pen), width)

    def welcome(self, width: int) -> str:
        """Return the first words of a chat."""
        width = max(NARROWEST, min(width, WIDEST))
        title = Text(self._bot_name, Look(color="bright_magenta", bold=True))
        lines = [title, self._pen.write(words.WELCOME)]
        return self.draw(["", Barred(lines, Look(color="bright_magenta")), ""], width)

    def _outcome(
        self, outcome: Outcome, width: int, commands: Catalogue
    ) -> Iterator[RenderableType]:
        if isinstance(outcome, Played):
            yield from self._reply(outcome.reply, width)
        elif isinstance(outcome, Shown):
            pen = replace(self._pen, revealed=outcome.revealed)
            yield from self._each(outcome.messages, width, pen)
        elif isinstance(outcome, Told):
            yield Text(f"— {outcome.text}", _HINT)
        elif isinstance(outcome, Refused):
            yield Text(clean(outcome.text), Look(color="yellow"))
        elif isinstance(outcome, Helped):
            yield from _helped(commands, width)

    def _reply(self, reply: Reply, width: int) -> Iterator[RenderableType]:
        yield from self._each(reply.messages, width, self._pen)
        if reply.modal:
            yield _form(reply.modal)
        if silence := words.silence(reply, self._bot_name):
            yield Text(silence, Look(color="red" if reply.acknowledged_ms is None else QUIET))

    def _each(
        self, messages: Iterable[SentMessage], width: int, pen: Pen
    ) -> Iterator[RenderableType]:
        for message in messages:
            body = _body(message, width - INDENT, pen)
            yield self._heading(message)
            yield Padding(Group(*body), (0, 0, 1, INDENT))

    def _heading(self, message: SentMessage) -> Text:
        notes = words.notes(message)
        return Text.assemble(
            (self._bot_name, Look(color="bright_magenta", bold=True)),
            (" APP", Look(color="magenta")),
            (f"  {' · '.join(notes)}" if notes else "", _HINT),
        )


def _body(message: SentMessage, width: int, pen: Pen) -> Iterator[RenderableType]:
    message = clean_message(message)
    if message.deleted:
        yield Text(words.DELETED, _HINT)
        return
    if message.content:
        yield pen.write(message.content)
    for embed in message.embeds:
        yield card(embed, message.attachments, pen, width)
    yield from layout(message.components, pen)
    for attachment in loose_files(message):
        yield Text(file_line(attachment, pen.reader), _HINT)
    yield from pen.previews(loose_files(message), width)
    yield from chips(controls(message))


def _form(modal: Modal) -> RenderableType:
    modal = clean_modal(modal)
    lines = [Text(modal.title, Look(bold=True))]
    for field in fields(modal):
        optional = "" if field.required else " (optional)"
        lines.append(
            Text(f"  {field.label}{optional}: {field.value or field.offer or field.placeholder}")
        )
    return Barred(lines, Look(color="bright_blue"))


def _helped(commands: Catalogue, width: int) -> Iterator[RenderableType]:
    ours = [(c.usage, c.description) for c in commands.values()]
    for heading, rows in ((words.THE_GAME, ours), (words.THE_CONSOLE, words.meta_help())):
        yield Text(heading, Look(underline=True))
        yield Padding(_listing(rows, width), (0, 0, 1, INDENT))


def _listing(rows: Iterable[tuple[str, str]], width: int) -> RenderableType:
    if width < NARROW:
        return Group(*(Text.assemble((a, "bold"), "\n  ", (b, QUIET)) for a, b in rows))
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", overflow="fold")
    table.add_column(style=QUIET)
    for row in rows:
        table.add_row(*map(Text, row))
    return table
