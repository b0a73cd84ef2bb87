"""What to say to an operator about shelves, and about files that are imported."""

from collections.abc import Callable
from typing import Any

from bot.cli import refused
from bot.cli.exit_codes import CANT_WRITE, DATA, NO_INPUT
from bot.cli.import_text import broken_words, near_words
from recsys import errors as recsys
from recsys import faults, refusals
from recsys.nouns import HIGHEST, LOWEST, Item, ItemStatus

USAGE = 2
"""As the command line itself ends where what was typed makes no sense."""
_MOST_CHOICES = 10
_FAULTS = {
    faults.Fault.MISSING: "is empty. Fill it in.",
    faults.Fault.TOO_LONG: "is too long. Shorten it.",
    faults.Fault.TOO_MANY: "has too many. Keep the best.",
    faults.Fault.NOT_A_NUMBER: "is no number. Write one, or leave it out.",
    faults.Fault.OUT_OF_RANGE: "is out of range.",
}


def _dated(item: Item) -> str:
    return item.title if item.year is None else f"{item.title} ({item.year})"


def _unknown_shelf(error: refusals.UnknownShelf) -> str:
    if not error.known:
        return "There is no shelf on that server yet. Fill one: warmer items import."
    return f"There is no shelf {error.name!r}. There are: {', '.join(error.known)}."


def _unknown_item(error: refusals.UnknownItem) -> str:
    if error.text.startswith("#"):
        return f"There is no item of number {error.text!r} there. --json tells the numbers."
    return near_words(error.text, error.near)


def _ambiguous(error: refusals.AmbiguousTitle) -> str:
    choices = ", ".join(f"'#{x.id}' {_dated(x)}" for x in error.choices[:_MOST_CHOICES])
    more = len(error.choices) - _MOST_CHOICES
    rest = f" and {more:,} more" if more > 0 else ""
    return (
        f"Several items may be meant by {error.text!r}: {choices}{rest}. Write the number, in "
        "quotes, or the whole title with its year."
    )


def _already(error: refusals.AlreadyThere) -> str:
    where = "waits" if error.item.status is ItemStatus.SUGGESTED else "stands on the shelf"
    return f"{_dated(error.item)} {where} already, as '#{error.item.id}'."


def _settled(error: refusals.NotSuggested) -> str:
    stands = error.item.status is ItemStatus.LIVE
    what = "stands on its shelf" if stands else "was turned down, or taken off its shelf"
    return f"{_dated(error.item)} does not wait: it {what}. See: warmer items waiting."


KNOWN: dict[type[BaseException], tuple[Callable[[Any], str], int]] = {
    recsys.DatasetMissing: (lambda e: f"There is no file {e.path}.", NO_INPUT),
    recsys.DatasetBroken: (
        lambda e: f"{e.path}, line {e.line}: there is no usable {e.column}.",
        DATA,
    ),
    recsys.SplitEmpty: (
        lambda e: (
            f"{e.path} holds nothing that could be measured: no like in it, or of nobody who is "
            "asked about. A folder needs members with five likes or more."
        ),
        DATA,
    ),
    refusals.UnknownShelf: (_unknown_shelf, DATA),
    refusals.BadShelfName: (
        lambda e: f"{e.name!r} cannot be a shelf's name: 1 to {e.limit} characters, with letters.",
        DATA,
    ),
    refusals.EmptyShelf: (lambda e: f"There is nothing on the shelf {e.shelf.name}.", DATA),
    refusals.UnknownItem: (_unknown_item, DATA),
    refusals.BadStars: (
        lambda e: (
            f"{e.stars:g} is off the scale: stars go from {LOWEST:g} to {HIGHEST:g}, in halves."
        ),
        USAGE,
    ),
    refusals.NothingToUndo: (
        lambda _: "There is nothing to take back: nothing was said of it, or all is taken back.",
        DATA,
    ),
    refusals.AlreadyThere: (_already, DATA),
    refusals.NotSuggested: (_settled, DATA),
    refusals.TooManySuggestions: (
        lambda e: (
            f"The member has {e.limit} wishes waiting on that shelf, and that is as many as may. "
            "Settle some: warmer items waiting."
        ),
        DATA,
    ),
    refusals.BadField: (lambda e: f"The {e.column} {_FAULTS.get(e.fault, 'will not do.')}", USAGE),
    refused.UnknownMember: (
        lambda e: (
            f"Nothing is stored about a member {e.member_id} on that server: they have not used "
            "Warmer there, or were forgotten. If the id is right, add --new-member."
        ),
        DATA,
    ),
    refused.NothingToDraw: (
        lambda e: f"No likes on {e.shelf.name} yet, so there is nothing to draw: {e.name}.",
        DATA,
    ),
    refusals.ShelfNameTaken: (
        lambda e: f"There is another shelf {e.name!r} on that server. Choose another name.",
        DATA,
    ),
    refusals.AmbiguousTitle: (_ambiguous, DATA),
    faults.ImportBroken: (broken_words, DATA),
    faults.FileEmpty: (lambda e: f"There is nothing to import in {e.path}.", DATA),
    faults.NotText: (
        lambda e: (
            f"{e.path} is not text in UTF-8 (from byte {e.at:,} on). Save it as UTF-8: in a "
            'spreadsheet, as "CSV UTF-8".'
        ),
        DATA,
    ),
    faults.NoColumn: (
        lambda e: (
            f"{e.path} has no column {e.column}. Its first line should name the columns, with "
            "commas, semicolons or tabs between them; it has "
            f"{', '.join(filter(None, e.found)) or 'none'}."
        ),
        DATA,
    ),
    faults.NotAFile: (
        lambda e: (
            f"{e.path} is no plain file, and it is read more than once. Save what comes out of a "
            "pipe to a file first."
        ),
        NO_INPUT,
    ),
    faults.BadJson: (
        lambda e: (
            f"{e.path} is broken JSON in line {e.line:,}, and what follows cannot be made out. "
            "Mend it there, or write one object a line (JSON Lines)."
        ),
        DATA,
    ),
    faults.FolderMissing: (
        lambda e: f"There is no folder {e.path} to write into. Make it first, or name another.",
        CANT_WRITE,
    ),
    faults.CannotWrite: (
        lambda e: f"Cannot write {e.path}: {e.detail}. Choose another place.",
        CANT_WRITE,
    ),
    faults.UnknownFolder: (
        lambda e: (
            f"{e.path} holds neither MovieLens (movies.csv, ratings.csv) nor goodbooks-10k "
            "(books.csv, ratings.csv). Name a file of items, or one of these folders."
        ),
        NO_INPUT,
    ),
}
