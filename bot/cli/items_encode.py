"""`warmer items encode`: what `items import --encode-later` left for later."""

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import DatabaseOption, JsonOption, out
from bot.cli.counting import counted
from bot.cli.import_stop import Stages, ending_well
from bot.cli.shelf_common import ServerOption, ShelfOption, opened, telling

if TYPE_CHECKING:
    from recsys.library import Library
    from recsys.nouns import Shelf

_NO_ENCODER = "No encoder is installed, so texts are compared by their words."

LaterOption = Annotated[
    bool,
    typer.Option(
        "--encode-later",
        help="Put the items on the shelf at once; their texts are encoded by `items encode`, or "
        "bit by bit by the bot.",
    ),
]


def encode(
    shelf: ShelfOption,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Encode the texts of a shelf that are not encoded yet, so that they are found by meaning.

    It may be ended at any time, and goes on from there. Example:
    warmer items encode --shelf films
    """
    # Here and not above: it brings SciPy, which no other command's help should wait for.
    from recsys.encoding import encode_shelf

    with opened(database) as use, telling() as bar:
        stages = Stages(bar, hint="")
        with ending_well(stages):
            library, home = use.parts.library, use.shelf(server, shelf)
            encoded = encode_shelf(library.store, library.encoder, home, stages)
        empty = not library.store.page(home.id)
    if as_json:
        print(json.dumps({"shelf": home.name, "encoded": encoded}, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
        return
    out.print(_words(home, encoded, empty=empty), markup=False)


def tidy(
    days: Annotated[
        int, typer.Option(min=1, help="Keep what was encoded in so many days in any case.")
    ] = 30,
    database: DatabaseOption = None,
) -> None:
    """Drop the vectors of texts that stand on no shelf any more, but as a tag.

    An import that was broken off longer ago than that begins its encoding anew. Example:
    warmer items tidy
    """
    # As above.
    from recsys.nearness import IDLE
    from store.unused import drop_unused

    with opened(database) as use:
        before = datetime.now(UTC) - timedelta(days=days)
        number = drop_unused(use.database, before, needed=IDLE)
    out.print(f"Dropped {counted(number, 'vector')} that nothing needs.", markup=False)


def add_encoding_to(app: typer.Typer) -> None:
    """Put the commands on `warmer items`."""
    app.command("encode")(encode)
    app.command("tidy")(tidy)


def lacking(library: "Library", home: "Shelf") -> bool | None:
    """Whether texts of a shelf wait to be encoded; None where there is no encoder."""
    # As above.
    from recsys.encoding import lacks_texts

    return lacks_texts(library.store, library.encoder, home)


def later_words(home: "Shelf", *, lacks: bool | None) -> str:
    """How texts that were left for later come to be encoded, if any were."""
    if lacks is None:
        return _NO_ENCODER
    if not lacks:
        return "All their texts are encoded already."
    return (
        f"Their texts are not encoded: `warmer items encode --shelf {home.name}` does it now, the "
        "bot bit by bit while the shelf is in use. Until then it knows them by title, tags and "
        "year, and by what members say of them."
    )


def _words(home: "Shelf", encoded: int | None, *, empty: bool) -> str:
    if encoded is None:
        return _NO_ENCODER
    if empty:
        return f"Nothing stands on the shelf {home.name}, so there is nothing to encode."
    if not encoded:
        return f"All texts of the shelf {home.name} are encoded already."
    return (
        f"Encoded {counted(encoded, 'item')}. All texts of the shelf {home.name} are encoded now."
    )
