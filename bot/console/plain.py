"""Lines in, plain text out: for pipes, logs and screen readers. No ANSI, no boxes."""

from collections.abc import AsyncIterable, Iterable, Iterator
from typing import Any, TextIO

from bot.console import words
from bot.console.clean import clean, clean_message, clean_modal
from bot.console.commands import Catalogue
from bot.console.controls import CONTAINER, SECTION, TEXT, Button, Menu, controls, fields
from bot.console.markdown import Reader, local_time, plain
from bot.console.outcomes import Helped, Outcome, Played, Refused, Shown, Told, Turn
from bot.console.pictures import file_line, loose_files, media, pictures
from bot.console.piped import run_piped
from bot.console.session import Session
from bot.local.exchange import Modal, Reply, SentMessage

Json = dict[str, Any]


async def run_plain(session: Session, lines: AsyncIterable[str], out: TextIO) -> int:
    """Run each line and print `> line`, the answer and a blank line; see `run_piped`."""
    return await run_piped(session, lines, out, turn_text)


def turn_text(turn: Turn | None, arrivals: Iterable[SentMessage], session: Session) -> str:
    """Return a turn and what came on its own as text that ends with a blank line."""
    parts = [f"> {clean(turn.line)}", *outcome_text(turn.outcome, session)] if turn else []
    for message in arrivals:
        parts.extend(message_text(message, session.desk.reader))
    return "\n".join(parts) + "\n\n"


def outcome_text(outcome: Outcome, session: Session) -> Iterator[str]:
    """Yield what came of a line as lines of text."""
    reader = session.desk.reader
    if isinstance(outcome, Played):
        yield from reply_text(outcome.reply, reader, session.bot_name)
    elif isinstance(outcome, Shown):
        for message in outcome.messages:
            yield from message_text(message, reader, revealed=outcome.revealed)
    elif isinstance(outcome, Told | Refused):
        yield clean(outcome.text)
    elif isinstance(outcome, Helped):
        yield from help_text(session.desk.commands)


def reply_text(reply: Reply, reader: Reader, bot_name: str) -> Iterator[str]:
    """Yield an answer's messages, its form, and what is said where there is neither."""
    for message in reply.messages:
        yield from message_text(message, reader)
    if reply.modal:
        yield from _form(reply.modal)
    if silence := words.silence(reply, bot_name):
        yield silence


def message_text(message: SentMessage, reader: Reader, *, revealed: bool = False) -> Iterator[str]:
    """Yield a message without its marks: content, embeds, files, buttons by number."""
    message = clean_message(message)
    if notes := words.notes(message):
        yield f"({', '.join(notes)})"
    if message.deleted:
        yield words.DELETED
        return
    if message.content:
        yield plain(message.content, reader, revealed=revealed)
    for embed in message.embeds:
        yield from _embed(embed, message, reader, revealed=revealed)
    yield from _layout(message.components, reader, revealed=revealed)
    yield from (file_line(file, reader) for file in loose_files(message))
    found = controls(message)
    if found.buttons:
        yield "  ".join(map(_button, found.buttons))
    for menu in found.menus:
        yield from _menu(menu)


def help_text(commands: Catalogue) -> Iterator[str]:
    """Yield the bot's commands and the console's own, each with what it does."""
    ours = [(c.usage, c.description) for c in commands.values()]
    for heading, rows in ((words.THE_GAME, ours), (words.THE_CONSOLE, words.meta_help())):
        yield heading
        yield from (f"  {usage}  {about}" for usage, about in rows)


def _embed(embed: Json, message: SentMessage, reader: Reader, *, revealed: bool) -> Iterator[str]:
    head = (embed.get("author", {}).get("name"), embed.get("title"), embed.get("description"))
    for text in filter(None, head):
        yield plain(text, reader, revealed=revealed)
    for item in embed.get("fields") or ():
        name, value = (plain(item[key], reader, revealed=revealed) for key in ("name", "value"))
        yield f"{name}:\n{value}" if "\n" in value else f"{name}: {value}"
    yield from pictures(embed, message.attachments, reader)
    foot = (embed.get("footer", {}).get("text"), local_time(embed.get("timestamp"), reader))
    if any(foot):
        yield " · ".join(filter(None, foot))


def _layout(components: Iterable[Json], reader: Reader, *, revealed: bool = False) -> Iterator[str]:
    for item in components:
        kind = item["type"]
        if kind == TEXT:
            yield plain(item["content"], reader, revealed=revealed)
        elif kind in (CONTAINER, SECTION):
            accessory = [item["accessory"]] if "accessory" in item else []
            yield from _layout([*item["components"], *accessory], reader, revealed=revealed)
        else:
            yield from media(item)


def _button(button: Button) -> str:
    if button.number is None:
        return f"{button.label}: {button.url}"
    return f"[{'–' if button.disabled else button.number}] {button.label}"


def _menu(menu: Menu) -> Iterator[str]:
    yield menu.placeholder
    for number, (label, _) in enumerate(menu.options, 1):
        yield f"  {number}. {label}"
    if menu.of:
        yield f"  :select {menu.number} and the name of {menu.of}"


def _form(modal: Modal) -> Iterator[str]:
    modal = clean_modal(modal)
    yield f"Form: {modal.title}"
    for item in fields(modal):
        head = f"  {item.label}{'' if item.required else ' (optional)'}:"
        yield f"{head} {item.value or item.offer}".rstrip()
    yield words.how_to_fill(item.key for item in fields(modal))
