"""Where pictures are made: drawn once, kept, with their words for those who cannot see them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.i18n import Tongue
from bot.pictures import alt
from bot.pictures.cache import PictureCache
from bot.pictures.theme import THEMES, Shade
from game.albums import Chart, Page, Tally

if TYPE_CHECKING:
    from recsys.picks import Portrait

LIMIT = 32 * 2**20
"""How many bytes of pictures are kept: some 400 of them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with the name of its file and what it says in words (at most 1024 characters)."""

    png: bytes
    name: str
    alt: str


class Studio:
    """Draws pictures; takes up to a few hundred milliseconds the first time. Safe in threads.

    Pillow is imported when the first picture is drawn: it would slow every start.
    """

    def __init__(self, cache: PictureCache | None = None) -> None:
        self._cache = cache or PictureCache(LIMIT)

    def share(self, page: Page, shade: Shade, tongue: Tongue) -> Picture:
        """The card to share: no word is on it, and none is looked at."""
        bare = replace(
            _bare(page), journey=page.journey.veiled(), secret=None, nearest=(), bridge=None
        )

        def draw() -> bytes:
            from bot.pictures.share import share_card  # see Studio

            return share_card(bare, THEMES[shade], tongue).png()

        png = self._cache.get(("share", bare, shade, tongue.code), draw)
        return Picture(png, "warmer-share.png", alt.share_alt(bare, tongue))

    def finished(self, page: Page, shade: Shade, tongue: Tongue) -> Picture:
        """The card of a finished puzzle. Raises ValueError where its secret is veiled."""
        if page.secret is None:
            raise ValueError("the secret of this page is not to be told")
        bare = _bare(page)

        def draw() -> bytes:
            from bot.pictures.finished import finished_card  # see Studio

            return finished_card(bare, THEMES[shade], tongue).png()

        png = self._cache.get(("finished", bare, shade, tongue.code), draw)
        return Picture(png, "warmer-puzzle.png", alt.finished_alt(bare, tongue))

    def map(self, chart: Chart, shade: Shade, tongue: Tongue) -> Picture:
        """The map of a page."""
        bare = replace(chart, page=_bare(chart.page))

        def draw() -> bytes:
            from bot.pictures.map import map_picture  # see Studio

            return map_picture(bare, THEMES[shade], tongue).png()

        png = self._cache.get(("map", bare, shade, tongue.code), draw)
        return Picture(png, "warmer-map.png", alt.map_alt(bare, tongue))

    def record(self, tally: Tally, name: str, shade: Shade, tongue: Tongue) -> Picture:
        """The picture of a member's record."""

        def draw() -> bytes:
            from bot.pictures.record import record_picture  # see Studio

            return record_picture(tally, name, THEMES[shade], tongue).png()

        png = self._cache.get(("record", tally, name, shade, tongue.code), draw)
        return Picture(png, "warmer-stats.png", alt.record_alt(tally, tongue))

    def taste(self, portrait: "Portrait", shade: Shade, tongue: Tongue) -> Picture:
        """The picture of a member's taste."""
        from bot.pictures.taste import taste_picture  # see Studio
        from bot.pictures.taste_alt import taste_alt  # the recommender's, off the hot start too

        def draw() -> bytes:
            return taste_picture(portrait, THEMES[shade], tongue).png()

        shown = replace(portrait, places={})
        key = ("taste", repr(shown), tuple(portrait.places.items()), shade, tongue.code)
        return Picture(self._cache.get(key, draw), "warmer-taste.png", taste_alt(portrait, tongue))


def _bare(page: Page) -> Page:
    """The page without what no picture shows, so that equal pictures have equal keys."""
    return replace(page, today=date.min)
