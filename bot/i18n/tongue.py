"""A language of the interface: its texts, its numbers and its dates."""

import datetime as dt
import logging
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.i18n.catalogue import Catalogue

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}
"""The languages of the interface by their codes, each by its own name."""
ENGLISH = "en"

_log = logging.getLogger(__name__)


class Tongue:
    """Says things in one language. Files are read at the first text of their topic."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __repr__(self) -> str:
        return f"Tongue({self.code!r})"

    def __call__(self, key: str, /, **args: str | float) -> str:
        """The text of a key, such as `guess-first-step` of `guess.ftl`, with its variables set.

        What another language lacks is said in English. Raises KeyError for a key that English
        lacks, and FluentReferenceError where a variable of its text is missing.
        """
        try:
            return self._catalogue.text(key, args)
        except (LookupError, ValueError) as error:
            if self.code == ENGLISH:
                raise
            _log.error("text %s failed in %s: %r", key, self.code, error)
        return tongue(ENGLISH)(key, **args)

    def load(self) -> None:
        """Read every file of the language now."""
        self._catalogue.load()

    def knows(self, key: str) -> bool:
        """Whether the language itself has a text of that key."""
        return self._catalogue.knows(key)

    def number(self, number: float) -> str:
        """A number in figures, thousands set apart: 1,234 or 2.5."""
        whole = int(number) if number == int(number) else number
        return f"{whole:,}".translate(self._catalogue.figures)

    def degrees(self, heat: float) -> str:
        """A heat with one decimal: 61.3°."""
        return f"{heat:,.1f}°".translate(self._catalogue.figures)

    def date(self, day: dt.date, skeleton: str = "yMMMd") -> str:
        """A date as people write it, 5 Mar 2026, or as much of it as a CLDR skeleton names."""
        return self._catalogue.date(day, skeleton)

    def weekday(self, day: dt.date) -> str:
        """The day of the week, abbreviated: Thu."""
        return self._catalogue.weekday(day)

    @cached_property
    def _catalogue(self) -> "Catalogue":
        from bot.i18n.catalogue import Catalogue  # Fluent and Babel stay off the hot start

        return Catalogue(self.code)


def tongue(code: str | None) -> Tongue:
    """The language of a code, such as `de` or `fr-CA`; English for None and unknown ones."""
    base = (code or ENGLISH).replace("_", "-").partition("-")[0].lower()
    return _made(base if base in LANGUAGES else ENGLISH)


@cache
def _made(code: str) -> Tongue:
    return Tongue(code)
