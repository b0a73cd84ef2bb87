"""Discord's Markdown, cut into styled spans that any output can draw."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from bot.local.exchange import Attachment


class Style(StrEnum):
    """What a span looks like."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    CODE = "code"
    BLOCK = "block"
    SPOILER = "spoiler"
    QUOTE = "quote"
    HEADING = "heading"
    SMALL = "small"
    MENTION = "mention"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one look; `url` is where a masked link leads."""

    text: str
    styles: frozenset[Style] = frozenset()
    url: str | None = None


def _nowhere(_: Attachment) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Reader:
    """What mentions and times are read with: names by id, the present, the reader's time zone.

    `saved` says where a file lies for the reader to open, None where it is not kept.
    """

    name_of: Callable[[int], str | None]
    now: Callable[[], datetime]
    zone: tzinfo | None = None
    saved: Callable[[Attachment], str | None] = _nowhere


_FENCE = re.compile(r"```(?:[\w+-]*\n)?(.*?)\n?```", re.DOTALL)
_LINE = re.compile(
    r"(?P<heading>\#{1,3}\ )|(?P<small>-\#\ )|(?P<quote>>\ )|(?P<bullet>\s*[-*]\ )", re.VERBOSE
)
_INLINE = re.compile(
    r"""
    \\(?P<escaped>_|[^\w\s])
    | (?P<ticks>`{1,2})(?P<code>.+?)(?P=ticks)
    | \*\*(?P<bold>.+?)\*\*(?!\*)
    | __(?P<underline>.+?)__(?!_)
    | ~~(?P<strike>.+?)~~
    | \|\|(?P<spoiler>.+?)\|\|
    | \*(?P<italic>(?!\s)[^*]+?)\*
    | (?<!\w)_(?P<italic2>[^_]+?)_(?!\w)
    | <(?P<sigil>@!?|@&|\#)(?P<id>\d+)>
    | </(?P<slash>[^:>]+):\d+>
    | <t:(?P<time>-?\d{1,12})(?::(?P<form>[tTdDfFR]))?>
    | <a?:(?P<emoji>\w+):\d+>
    | \[(?P<label>[^\]]+)\]\(<?(?P<url>https?://[^\s)>]+)>?\)
    """,
    re.VERBOSE | re.DOTALL,
)
_NESTED = {
    "bold": Style.BOLD,
    "underline": Style.UNDERLINE,
    "strike": Style.STRIKE,
    "spoiler": Style.SPOILER,
    "italic": Style.ITALIC,
    "italic2": Style.ITALIC,
}
_FORMS = {
    "t": "%H:%M",
    "T": "%H:%M:%S",
    "d": "%d/%m/%Y",
    "D": "%d %B %Y",
    "f": "%d %B %Y %H:%M",
    "F": "%A, %d %B %Y %H:%M",
}
_UNITS = (("year", 31_536_000), ("month", 2_592_000), ("day", 86_400), ("hour", 3_600))


def spans(text: str, reader: Reader) -> Iterator[Span]:
    """Yield the text in order as spans; newlines stay in their text."""
    position = 0
    for fence in _FENCE.finditer(text):
        yield from _lines(text[position : fence.start()], reader)
        yield Span(fence[1], frozenset({Style.BLOCK}))
        position = fence.end()
    yield from _lines(text[position:], reader)


def plain(text: str, reader: Reader, *, revealed: bool = False) -> str:
    """Return the text without marks: names for mentions, "label (url)", spoilers only revealed."""
    return "".join(_plain_span(s, revealed=revealed) for s in spans(text, reader))


def _plain_span(span: Span, *, revealed: bool) -> str:
    if Style.SPOILER in span.styles and not revealed:
        return "(spoiler)"
    return f"{span.text} ({span.url})" if span.url else span.text


def _lines(text: str, reader: Reader) -> Iterator[Span]:
    for line in text.splitlines(keepends=True):
        mark = _LINE.match(line)
        if mark is None:
            yield from _inline(line, reader, Span(""))
        elif mark["bullet"]:
            yield Span(mark["bullet"].replace("-", "•").replace("*", "•"))
            yield from _inline(line[mark.end() :], reader, Span(""))
        else:
            yield from _styled_line(mark, line[mark.end() :], reader)


def _styled_line(mark: re.Match[str], rest: str, reader: Reader) -> Iterator[Span]:
    look = Span("", frozenset({Style(mark.lastgroup or "")}))
    if mark["quote"]:
        yield replace(look, text="│ ")
    yield from _inline(rest, reader, look)


def _inline(text: str, reader: Reader, look: Span) -> Iterator[Span]:
    position = 0
    for found in _INLINE.finditer(text):
        if found.start() > position:
            yield replace(look, text=text[position : found.start()])
        yield from _found(found, reader, look)
        position = found.end()
    if position < len(text):
        yield replace(look, text=text[position:])


def _found(found: re.Match[str], reader: Reader, look: Span) -> Iterator[Span]:
    kind = found.lastgroup or ""
    for name, style in _NESTED.items():
        if found[name] is not None:
            yield from _inline(found[name], reader, _with(look, style))
            return
    if kind == "url":
        linked = replace(_with(look, Style.LINK), url=found["url"])
        yield from _inline(found["label"], reader, linked)
    elif kind == "code":
        yield replace(_with(look, Style.CODE), text=found["code"])
    elif kind == "escaped":
        yield replace(look, text=found["escaped"])
    else:
        yield replace(_with(look, Style.MENTION), text=_token(found, reader))


def _with(look: Span, style: Style) -> Span:
    return replace(look, styles=look.styles | {style})


def _token(found: re.Match[str], reader: Reader) -> str:
    if found["id"]:
        sign = found["sigil"].strip("!&")
        return f"{sign}{reader.name_of(int(found['id'])) or 'unknown'}"
    if found["time"]:
        return moment(int(found["time"]), found["form"] or "f", reader)
    return f"/{found['slash']}" if found["slash"] else f":{found['emoji']}:"


def moment(seconds: int, form: str, reader: Reader) -> str:
    """Return a time as Discord's client words it: `form` is one of t T d D f F R."""
    if form == "R":
        return _relative(seconds - reader.now().timestamp())
    try:
        when = datetime.fromtimestamp(seconds, UTC).astimezone(reader.zone)
    except (OverflowError, ValueError, OSError):
        return "an unknown time"
    return when.strftime(_FORMS[form]).lstrip("0")


def local_time(iso: str | None, reader: Reader) -> str:
    """Return an ISO 8601 moment in the reader's time zone; nothing for none."""
    if not iso:
        return ""
    return moment(int(datetime.fromisoformat(iso).timestamp()), "f", reader)


def _relative(seconds: float) -> str:
    distance = abs(round(seconds))
    amount, unit = round(distance / 60), "minute"
    for name, length in _UNITS:
        if distance >= length:
            amount, unit = round(distance / length), name
            break
    if distance < 60:
        amount, unit = distance, "second"
    words = f"{amount} {unit}{'' if amount == 1 else 's'}"
    return f"in {words}" if seconds > 0 else f"{words} ago"
