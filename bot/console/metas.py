"""The commands to the console itself, which begin with a colon."""

import re
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from bot.console.controls import fields
from bot.console.desk import Desk
from bot.console.errors import (
    BadDay,
    BadName,
    BadUsage,
    NoOpenForm,
    NothingToShow,
    UnknownChannel,
    UnknownField,
    UnknownMeta,
)
from bot.console.outcomes import Helped, Left, Outcome, Shown, Told
from bot.console.parse import Meta
from bot.console.words import METAS, long_day, usage_of
from bot.local.exchange import Modal

Handler = Callable[[Desk, str], Awaitable[Outcome]]
HISTORY = 10
LONGEST_NAME = 32
_FIELD = re.compile(r"(?:^|(?<=\s))([^\s=]+)=")


async def run_meta(desk: Desk, meta: Meta) -> Outcome:
    """Carry out a console command. Raises ConsoleError or LocalError."""
    if meta.name not in METAS:
        raise UnknownMeta(meta.name, tuple(METAS))
    return await _HANDLERS[meta.name](desk, meta.rest)


async def _next(desk: Desk, rest: str) -> Outcome:
    if rest and not re.fullmatch(r"[1-9][0-9]{0,3}", rest):
        raise BadUsage("next", usage_of("next"))
    try:
        day = desk.now().date() + timedelta(days=int(rest or 1))
    except OverflowError:
        raise BadDay(rest or "next") from None
    return await _go_to(desk, day, rest)


async def _day(desk: Desk, rest: str) -> Outcome:
    try:
        day = date.fromisoformat(rest)
    except ValueError:
        raise BadDay(rest) from None
    return await _go_to(desk, day, rest)


async def _go_to(desk: Desk, day: date, typed: str) -> Outcome:
    try:
        await desk.advance(day)
    except (ValueError, OverflowError):
        raise BadDay(typed or str(day)) from None
    return Told(f"It is {long_day(desk.now())}.")


async def _as(desk: Desk, rest: str) -> Outcome:
    name = " ".join(rest.removeprefix("@").split())
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise BadName(name)
    same = [p for p in desk.local.people if p.name.casefold() == name.casefold()]
    desk.person = same[0] if same else desk.local.add_person(name)
    desk.modal = None
    desk.last = tuple(message for message in desk.last if not message.ephemeral)
    joined = "" if same else f"{name} joined. "
    return Told(f"{joined}You are {desk.person.name} now.")


async def _click(desk: Desk, rest: str) -> Outcome:
    if not re.fullmatch(r"[0-9]{1,3}", rest):
        raise BadUsage("click", usage_of("click"))
    return await desk.press(int(rest))


async def _select(desk: Desk, rest: str) -> Outcome:
    number, _, choice = rest.partition(" ")
    if not (choice and re.fullmatch(r"[1-9]", number)):
        number, choice = "1", rest
    values = tuple(part.strip() for part in choice.split(",") if part.strip())
    if not values:
        raise BadUsage("select", usage_of("select"))
    return await desk.select(int(number), values)


async def _fill(desk: Desk, rest: str) -> Outcome:
    if desk.modal is None:
        raise NoOpenForm
    return await desk.submit(_read_fields(desk.modal, rest))


def _read_fields(modal: Modal, text: str) -> dict[str, str]:
    known = fields(modal)
    ids = {name: f.custom_id for f in known for name in (f.custom_id.casefold(), f.key)}
    marks = list(_FIELD.finditer(text))
    if not marks:
        return {known[0].custom_id: text} if text and known else {}
    values = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark[1].casefold() not in ids:
            raise UnknownField(mark[1], tuple(f.key for f in known))
        end = following.start() if following else len(text)
        values[ids[mark[1].casefold()]] = text[mark.end() : end].strip()
    return values


async def _channel(desk: Desk, rest: str) -> Outcome:
    name = rest.removeprefix("#")
    if name not in desk.channels:
        raise UnknownChannel(name, tuple(desk.channels))
    desk.channel, desk.modal, desk.last = name, None, ()
    return Told(f"You are in #{name} now.")


async def _history(desk: Desk, _: str) -> Outcome:
    if messages := desk.seen()[-HISTORY:]:
        return Shown(messages)
    raise NothingToShow(desk.channel)


async def _reveal(desk: Desk, _: str) -> Outcome:
    if messages := desk.last or desk.seen()[-1:]:
        return Shown(messages, revealed=True)
    raise NothingToShow(desk.channel)


async def _help(_: Desk, __: str) -> Outcome:
    return Helped()


async def _quit(_: Desk, __: str) -> Outcome:
    return Left()


_HANDLERS: dict[str, Handler] = {
    "next": _next,
    "day": _day,
    "as": _as,
    "click": _click,
    "select": _select,
    "fill": _fill,
    "channel": _channel,
    "history": _history,
    "reveal": _reveal,
    "help": _help,
    "quit": _quit,
}
