"""The texts of one language: Project Fluent's files, one for each topic."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock

from babel import Locale
from babel.dates import format_date, format_skeleton
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.i18n import files

COMMON = "common"
"""The topic whose terms and messages every other one may refer to."""

# All that Discord shows of the commands is in one file.
_FILES = dict.fromkeys(("command", "option", "choice"), "commands")
_KEPT = 4096
"""How many texts are kept, each with the variables that it was said with."""
_DATES = 64
_REGIONS = {"en": "en_GB"}  # days come before months in the English of this project


class Catalogue:
    """What Fluent and Babel know of one language. Safe to use from several threads."""

    def __init__(self, code: str) -> None:
        self._locale = Locale.parse(_REGIONS.get(code, code))
        self._folder = files.LOCALES / code
        self._bundle = FluentBundle([str(self._locale)], use_isolating=False)
        self._open: set[str] = set()
        self._lock = Lock()
        # By type as well: 1 and 1.0 are equal, and may be said differently.
        self._kept = lru_cache(_KEPT, typed=True)(self._say)
        self._dates = lru_cache(_DATES)(self._date)
        symbols = self._locale.number_symbols["latn"]
        self.figures = str.maketrans({",": symbols["group"], ".": symbols["decimal"]})
        """Turns Python's thousands and decimals into those of the language."""

    def text(self, key: str, args: Mapping[str, str | float]) -> str:
        """The text of a key. Raises KeyError or what Fluent found missing in it."""
        # Most of an answer's texts were in the one before.
        return self._kept(key, tuple(args), *args.values())

    def _say(self, key: str, names: tuple[str, ...], *values: str | float) -> str:
        self._turn_to(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, dict(zip(names, values, strict=True)))
        if errors:
            raise errors[0]
        return str(text)

    def load(self) -> None:
        """Read every topic now."""
        for path in sorted(self._folder.glob("*.ftl")):
            self._add(path.stem)

    def knows(self, key: str) -> bool:
        """Whether there is a text of that key."""
        self._turn_to(key)
        return self._bundle.has_message(key)

    def date(self, day: dt.date, skeleton: str) -> str:
        """A date by a CLDR skeleton."""
        return self._dates(day, skeleton)

    def _date(self, day: dt.date, skeleton: str) -> str:
        return format_skeleton(skeleton, day, locale=self._locale)

    def weekday(self, day: dt.date) -> str:
        """The abbreviated name of the day of the week."""
        return format_date(day, "EEE", locale=self._locale)

    def _turn_to(self, key: str) -> None:
        topic = key.partition("-")[0]
        for name in (COMMON, _FILES.get(topic, topic)):
            if name not in self._open:
                self._add(name)

    def _add(self, topic: str) -> None:
        path = self._folder / f"{topic}.ftl"
        with self._lock:
            if topic not in self._open and path.is_file():
                # Nobody asks where in a file a text stands, which would take a tenth more.
                parser = FluentParser(with_spans=False)
                self._bundle.add_resource(parser.parse(path.read_text(encoding="utf-8")))
                self._open.add(topic)
