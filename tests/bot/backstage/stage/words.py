"""What is made of the shipped words, opened once by a process for all the apps in it."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.settings import SHIPPED_WORDS
from embedding.players.artifact import load_associates
from embedding.words.artifact import load_words
from embedding.words.table import WordTable
from game.audit import Auditor
from game.pool import load_pool
from game.spelling import Speller


def openers() -> Mapping[str, Callable[..., Any]]:
    """What to put in the place of the functions of these names in `bot.app`.

    Nothing changes what is shared, and opening it takes half of a start. Words of other files are
    opened by every app.
    """
    table = cache(lambda: load_words(SHIPPED_WORDS))
    makers = (load_pool, load_associates, Auditor, Speller)
    shared = {make.__name__: _shared(make, table) for make in makers}
    return shared | {
        "load_words": lambda path: table() if path == SHIPPED_WORDS else load_words(path)
    }


def _shared(make: Callable[..., Any], table: Callable[[], WordTable]) -> Callable[..., Any]:
    kept: dict[tuple[object, ...], tuple[Any, tuple[object, ...]]] = {}

    def made(*wanted: Any) -> Any:
        if not any(each is table() for each in wanted):
            return make(*wanted)
        key = tuple(each if isinstance(each, Path) else id(each) for each in wanted)
        if key not in kept:
            kept[key] = make(*wanted), wanted  # kept alive, so that no other gets their ids
        return kept[key][0]

    return made
