"""Turns the recommender's errors into words, and names what stands on shelves.

Loaded with the first such error or answer: the recommender stays off the hot start.
"""

from collections.abc import Callable

from discord.utils import escape_markdown

from bot.called import LONGEST_TITLE, plain_title
from bot.i18n import Tongue
from recsys import faults, refusals
from recsys.nouns import Item, Opinion, Shelf, ShelfKind

Words = Callable[..., str]
_OURS = {*(kind.value for kind in ShelfKind if kind is not ShelfKind.OWN), "ingredients"}
_MOST_SHELVES = 10


def taste_words(error: BaseException, tongue: Tongue) -> str | None:
    """What to tell a member about an error of the recommender; None where it is not theirs."""
    for kind in type(error).__mro__:
        if kind in _WORDS:
            return _WORDS[kind](error, tongue)
        if kind in _PLAIN:
            return tongue(_PLAIN[kind])
    return None


def title_of(item: Item) -> str:
    """The title with its year, for a text with markup."""
    return escape_markdown(plain_title(item))


def quoted(text: str) -> str:
    """What a member typed, for a text with markup: cut, and on one line."""
    short = " ".join(text.split())
    return escape_markdown(short if len(short) <= LONGEST_TITLE else f"{short[:79]}…") or "…"


def shelf_name(shelf: Shelf, tongue: Tongue) -> str:
    """What a shelf is called: those of known kinds in the language of who reads it."""
    name = bare_shelf_name(shelf, tongue)
    return name if shelf.name in _OURS else escape_markdown(name)


def bare_shelf_name(shelf: Shelf, tongue: Tongue) -> str:
    """The same where no markup is read, as in menus."""
    return tongue(f"shelf-name-{shelf.name}") if shelf.name in _OURS else shelf.name


def stars_of(stars: float) -> str:
    """Stars as stars: ★★★½."""
    return "★" * int(stars) + "½" * (stars % 1 >= 0.5)


def said_of(opinion: Opinion | None, tongue: Tongue) -> str:
    """What a member said about something, in two or three words."""
    if opinion is None:
        return tongue("rate-said-nothing")
    if opinion.stars is not None:
        return stars_of(opinion.stars)
    return tongue(f"rate-said-{opinion.verdict}")


def _unknown_item(error: refusals.UnknownItem, tongue: Tongue) -> str:
    if error.text.startswith("#"):
        return tongue("errors-item-gone")
    key = "errors-unknown-item-near" if error.near else "errors-unknown-item"
    return tongue(key, text=quoted(error.text))


def _unknown_shelf(error: refusals.UnknownShelf, tongue: Tongue) -> str:
    if not error.known:
        return tongue("errors-no-shelf")
    known = ", ".join(f"*{quoted(name)}*" for name in error.known[:_MOST_SHELVES])
    if not error.name:
        return tongue("errors-shelf-gone", known=known)
    return tongue("errors-unknown-shelf", name=quoted(error.name), known=known)


def _ambiguous(error: refusals.AmbiguousTitle, tongue: Tongue) -> str:
    return tongue("rate-ambiguous", text=quoted(error.text))


def _bad_name(error: refusals.BadShelfName, tongue: Tongue) -> str:
    return tongue("errors-bad-shelf-name", limit=error.limit)


def _already(error: refusals.AlreadyThere, tongue: Tongue) -> str:
    return tongue("errors-already-there", title=title_of(error.item))


def _name_taken(error: refusals.ShelfNameTaken, tongue: Tongue) -> str:
    return tongue("errors-shelf-name-taken", name=quoted(error.name))


def _no_column(error: faults.NoColumn, tongue: Tongue) -> str:
    found = ", ".join(f"*{quoted(name)}*" for name in error.found[:_MOST_SHELVES] if name) or "–"
    return tongue("errors-file-no-column", column=error.column, found=found)


def _bad_json(error: faults.BadJson, tongue: Tongue) -> str:
    return tongue("errors-file-json", line=error.line)


def _not_suggested(error: refusals.NotSuggested, tongue: Tongue) -> str:
    return tongue("errors-not-suggested", title=title_of(error.item))


def _too_many(error: refusals.TooManySuggestions, tongue: Tongue) -> str:
    return tongue("errors-too-many-suggestions", limit=error.limit)


def _bad_field(error: refusals.BadField, tongue: Tongue) -> str:
    return tongue("errors-bad-field", column=error.column)


def _empty(error: refusals.EmptyShelf, tongue: Tongue) -> str:
    return tongue("errors-empty-shelf", shelf=shelf_name(error.shelf, tongue))


_PLAIN: dict[type[BaseException], str] = {
    refusals.BadStars: "errors-bad-stars",
    refusals.NothingToUndo: "errors-nothing-to-undo",
    refusals.NotOptedIn: "errors-not-opted-in",
    refusals.NoEncoder: "errors-no-encoder",
    faults.FileEmpty: "errors-file-empty",
    faults.NotText: "errors-file-not-text",
}
_WORDS: dict[type[BaseException], Words] = {
    refusals.UnknownItem: _unknown_item,
    refusals.AmbiguousTitle: _ambiguous,
    refusals.UnknownShelf: _unknown_shelf,
    refusals.BadShelfName: _bad_name,
    refusals.AlreadyThere: _already,
    refusals.ShelfNameTaken: _name_taken,
    faults.NoColumn: _no_column,
    faults.BadJson: _bad_json,
    refusals.NotSuggested: _not_suggested,
    refusals.TooManySuggestions: _too_many,
    refusals.BadField: _bad_field,
    refusals.EmptyShelf: _empty,
}
