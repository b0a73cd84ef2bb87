"""Discord's looks in Rich: Markdown as styled text, and a coloured bar down the left side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style as Look
from rich.text import Text

from bot.console.markdown import Reader, Span, Style, spans
from bot.console.preview import preview
from bot.local.exchange import Attachment

BAR = "▌ "
QUIET = "bright_black"
_LOOKS = {
    Style.BOLD: Look(bold=True),
    Style.ITALIC: Look(italic=True),
    Style.UNDERLINE: Look(underline=True),
    Style.STRIKE: Look(strike=True),
    Style.CODE: Look(color="cyan"),
    Style.BLOCK: Look(color="cyan"),
    Style.QUOTE: Look(italic=True),
    Style.HEADING: Look(bold=True, underline=True),
    Style.SMALL: Look(color=QUIET),
    Style.MENTION: Look(color="bright_blue", bold=True),
    Style.LINK: Look(color="bright_blue", underline=True),
}
_HIDDEN = "▒"


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes Discord's Markdown as Rich text, spoilers covered unless `revealed`.

    `pictures` says that the terminal has colours enough to show some of them.
    """

    reader: Reader
    revealed: bool = False
    pictures: bool = False

    def write(self, text: str, look: Look | None = None) -> Text:
        """Return the text styled, over `look` where given."""
        drawn = Text()
        for span in spans(text, self.reader):
            drawn.append_text(_drawn(span, revealed=self.revealed))
        if look is not None:
            drawn.stylize_before(look)
        return drawn

    def previews(self, files: Iterable[Attachment], width: int) -> Iterator[Text]:
        """Yield those of the files that are pictures, small."""
        if self.pictures:
            yield from filter(None, (preview(file, width - len(BAR)) for file in files))


def _drawn(span: Span, *, revealed: bool) -> Text:
    look = Look.combine([Look.null(), *(_LOOKS[s] for s in sorted(span.styles) if s in _LOOKS)])
    if Style.SPOILER in span.styles and not revealed:
        return Text(_HIDDEN * Text(span.text).cell_len, Look(color=QUIET))
    if span.url:
        look += Look(link=span.url)
    return Text(span.text, look)


def colour(value: int | None) -> Look:
    """Return the look of an embed's colour, given as 0xRRGGBB; None and 0 are Discord's grey."""
    return Look(color=f"#{value:06x}") if value else Look(color=QUIET)


class Barred:
    """Things one below the other, beside a bar in a colour."""

    def __init__(self, parts: Iterable[RenderableType], look: Look) -> None:
        self._parts = list(parts)
        self._bar = Segment(BAR, look)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw every line with the bar before it."""
        inner = options.update(width=max(1, options.max_width - len(BAR)), height=None)
        for part in self._parts:
            for line in console.render_lines(part, inner, pad=False):
                yield self._bar
                yield from line
                yield Segment.line()
