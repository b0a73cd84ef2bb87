"""`warmer items`: what stands on the shelves."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from bot.cli import items_shelf, items_wishes
from bot.cli.common import DatabaseOption, JsonOption, err, out
from bot.cli.counting import counted
from bot.cli.import_stop import Stages, ending_well
from bot.cli.import_text import problem_words
from bot.cli.items_encode import LaterOption, add_encoding_to, lacking, later_words
from bot.cli.recs_common import Asked
from bot.cli.shelf_common import (
    DryOption,
    NewServerOption,
    RestoreOption,
    ServerOption,
    ShelfOption,
    SkipOption,
    opened,
    telling,
)

if TYPE_CHECKING:
    from recsys.importer import Imported
    from recsys.nouns import Item

app = typer.Typer(
    help="Fill and look after the shelves, and settle what members wish for.",
    no_args_is_help=True,
)
items_shelf.add_to(app)
add_encoding_to(app)
items_wishes.add_to(app)

_SHOWN_TITLE = 60


@app.command("import")
def import_items(
    source: Annotated[
        Path,
        typer.Argument(
            help="A file of items (CSV with , ; or tabs, JSON Lines, a JSON array), or the folder "
            "of MovieLens or goodbooks-10k."
        ),
    ],
    shelf: ShelfOption,
    server: ServerOption = None,
    new_server: NewServerOption = False,
    skip_broken: SkipOption = False,
    dry_run: DryOption = False,
    restore: RestoreOption = False,
    encode_later: LaterOption = False,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Bring items onto a shelf; those that are there already are brought up to date.

    Everything is checked before anything is written; where a row is wrong nothing is. Columns:
    title, and any of external_id, description, tags (with | between them), year, url, image.
    What was removed from the shelf stays off it. More: docs/shelves.md.
    Example: warmer items import films.csv --shelf films --server console
    """
    with opened(database, make=True) as use:
        with telling() as bar, ending_well(stages := Stages(bar)):
            done = use.parts.library.import_items(
                use.server(server, new=new_server), shelf, source, skip_broken=skip_broken,
                dry_run=dry_run, restore=restore, encode=not encode_later, progress=stages,
            )  # fmt: skip
        lacks = None
        if done.later and done.shelf is not None and not as_json:
            lacks = lacking(use.parts.library, done.shelf)
    tell(done, dry_run=dry_run, as_json=as_json, lacks=lacks)


@app.command("export")
def export_items(
    file: Annotated[
        Path, typer.Argument(help="Where to write; JSON Lines if it ends in .jsonl, else CSV.")
    ],
    shelf: ShelfOption,
    server: ServerOption = None,
    database: DatabaseOption = None,
) -> None:
    """Write a shelf's items to a file that `items import` brings back as they are.

    Example: warmer items export films.jsonl --shelf films
    """
    with opened(database) as use:
        number = use.parts.library.export(use.shelf(server, shelf), file)
    out.print(f"Wrote {counted(number, 'item')} to {file}.", markup=False)


@app.command("list")
def list_items(
    shelf: Annotated[str | None, typer.Option("--shelf", help="A shelf; all if left out.")] = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the shelves, or the items of one.

    Example: warmer items list --shelf films
    """
    with opened(database) as use:
        library = use.parts.library
        if shelf is None:
            rows = [
                {"server": str(x.shelf.server_id), "shelf": x.shelf.name, "items": x.items,
                 "suggested": x.suggested, "opinions": x.opinions, "members": x.members}
                for x in library.store.figures(server)
            ]  # fmt: skip
        else:
            rows = [_as_json(item) for item in library.items(use.shelf(server, shelf))]
    _show(rows, as_json=as_json)


@app.command("remove")
def remove_items(
    items: Annotated[
        list[str], typer.Argument(help="External ids, titles, or '#' and their numbers.")
    ],
    shelf: ShelfOption,
    server: ServerOption = None,
    database: DatabaseOption = None,
) -> None:
    """Take items off a shelf: they are recommended no more. What was said about them stays.

    Nothing is removed where one of them is not there. Example:
    warmer items remove the-general --shelf films
    """
    with opened(database) as use:
        home = use.shelf(server, shelf)
        library = use.parts.library
        known = library.store.by_external(home.id, items)
        asked = Asked(use.database, use.parts, home.server_id, home.name)
        meant = [known[name] if name in known else asked.item(name, to_rate=True) for name in items]
        number = library.remove(home, [item.id for item in meant])
    out.print(f"Removed {counted(number, 'item')}.", markup=False)


def tell(done: "Imported", *, dry_run: bool, as_json: bool, lacks: bool | None = None) -> None:
    """Say what an import did; `lacks` is whether texts left for later are not encoded yet."""
    for problem in done.problems:
        err.print(problem_words(problem), markup=False)
    told = {
        "added": done.written.added, "changed": done.written.changed, "same": done.written.same,
        "removed": done.written.removed, "rows": done.rows, "ratings": done.ratings,
        "members": done.members, "baskets": done.baskets, "baskets_left_out": done.left_out,
        "skipped": done.broken, "shortened": done.shortened, "encoded": done.encoded,
        "dry_run": dry_run,
    }  # fmt: skip
    if as_json:
        print(json.dumps(told, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
        return
    out.print(_summary(done, dry_run=dry_run, lacks=lacks), markup=False)


def _summary(done: "Imported", *, dry_run: bool, lacks: bool | None) -> str:
    written = done.written
    if dry_run:
        parts = [f"{_in_order(done)} in order. Nothing was written."]
    elif done.baskets:
        parts = [f"{counted(done.baskets, 'basket')}."]
    else:
        parts = [
            f"{written.added:,} added, {written.changed:,} changed, {written.same:,} as before."
        ]
    if done.ratings and not dry_run:
        parts.append(f"{_ratings(done)}.")
    if written.removed:
        stay = "stays" if written.removed == 1 else "stay"
        parts.append(f"{written.removed:,} {stay} removed (--restore brings such back).")
    if done.broken:
        parts.append(f"{counted(done.broken, 'problem')} left out{_with_baskets(done)}.")
    if done.shortened:
        parts.append(f"{counted(done.shortened, 'description')} shortened.")
    if done.later and done.shelf is not None:
        parts.append(later_words(done.shelf, lacks=lacks))
    elif done.encoded is None and not dry_run and not done.baskets:
        parts.append("No encoder is installed, so texts are compared by their words.")
    return " ".join(parts)


def _in_order(done: "Imported") -> str:
    if done.baskets:
        return f"{counted(done.baskets, 'basket')} {'is' if done.baskets == 1 else 'are'}"
    items = counted(done.rows, "item")
    if done.ratings:
        return f"{items} and {_ratings(done)} are"
    return f"{items} {'is' if done.rows == 1 else 'are'}"


def _ratings(done: "Imported") -> str:
    return f"{counted(done.ratings, 'rating')} of {counted(done.members, 'member')}"


def _with_baskets(done: "Imported") -> str:
    return f", with {counted(done.left_out, 'basket')}" if done.left_out else ""


def _show(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))  # noqa: T201  # as above
        return
    table = Table(box=None, pad_edge=False)
    for heading in rows[0] if rows else ("nothing here",):
        table.add_column(heading)
    for row in rows:
        table.add_row(*(_cell(value) for value in row.values()))
    out.print(table)


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(value)
    if isinstance(value, int):
        return f"{value:,}" if value > 9999 or value < 1000 else str(value)
    text = "-" if value is None else str(value)
    return text if len(text) <= _SHOWN_TITLE else text[: _SHOWN_TITLE - 1] + "…"


def _as_json(item: "Item") -> dict[str, Any]:
    return {
        "external_id": item.external_id, "title": item.title, "year": item.year,
        "tags": list(item.tags),
    }  # fmt: skip
