"""What to say to an operator about shelves, and about files that are imported."""

from collections.abc import Callable
from typing import Any

from bot.cli.exit_codes import CANT_WRITE, DATA, NO_INPUT
from bot.cli.import_text import broken_words, near_words
from recsys import errors as recsys
from recsys import faults, refusals

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
    refusals.UnknownShelf: (
        lambda e: (
            f"There is no shelf {e.name!r}. "
            + (f"There are: {', '.join(e.known)}." if e.known else "Fill one: warmer items import.")
        ),
        DATA,
    ),
    refusals.BadShelfName: (
        lambda e: f"{e.name!r} cannot be a shelf's name: 1 to {e.limit} characters, with letters.",
        DATA,
    ),
    refusals.EmptyShelf: (lambda e: f"There is nothing on the shelf {e.shelf.name}.", DATA),
    refusals.UnknownItem: (lambda e: near_words(e.text, e.near), DATA),
    refusals.ShelfNameTaken: (
        lambda e: f"There is another shelf {e.name!r} on that server. Choose another name.",
        DATA,
    ),
    refusals.AmbiguousTitle: (
        lambda e: (
            f"Several items may be meant by {e.text!r}. Write an external id: "
            + ", ".join(f"{x.external_id} ({x.title})" for x in e.choices[:10])
            + "."
        ),
        DATA,
    ),
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
