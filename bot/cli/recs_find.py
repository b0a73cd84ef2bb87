"""`warmer recs similar`, `find`, `pairs` and `swap`: what is near to what."""

from typing import Annotated

import typer

from bot.cli.common import DatabaseOption, JsonOption, out
from bot.cli.recs_common import AnyShelfOption, ItemArgument, NumberOption, asking
from bot.cli.recs_rows import found_rows, item_row, place, tell
from bot.cli.shelf_common import ServerOption


def similar(
    item: ItemArgument,
    number: NumberOption = 10,
    shelf: AnyShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what is most like something: in itself, and by who likes it.

    Example: warmer recs similar "Paper Moon" --server console
    """
    with asking(database, server, shelf) as asked:
        found = asked.item(item)
        alike = asked.recommenders.tastes.similar(found, number)
        names = asked.names()
    if as_json:
        rows = found_rows(alike, names)
        tell(place(asked.server_id) | {"item": item_row(found, names), "found": rows})
        return
    from bot.cli import recs_ask_view as view  # Discord's renderers: not on the path of every start

    if not alike.items:
        out.print(f"There is nothing else beside {view.named(found)}.", markup=False)
        return
    listed = view.listed([(one, "") for one, _ in alike.items])
    view.show(view.heading(f"Like {view.named(found)}"), listed)


def find(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What it is about, in any words.")],
    number: NumberOption = 10,
    shelf: AnyShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Search by meaning, on one shelf or on all.

    Without an encoder words are compared, not meanings.
    Example: warmer recs find "lonely in space" --server console
    """
    from bot import tasting  # as above
    from bot.i18n import tongue

    if not text.strip():
        raise typer.BadParameter("say what it is about", param_hint="TEXT")
    with asking(database, server, shelf) as asked:
        asked.shelves()
        found = tasting.search(asked, asked.turn(), text, shelf, tongue("en"), number)
        names = asked.names()
    if as_json:
        known = {"by_meaning": found.by_meaning, "faint": found.faint}
        tell(place(asked.server_id) | {"text": text} | known | {"found": found_rows(found, names)})
        return
    from bot.cli import recs_ask_view as view  # as above

    notes = (
        []
        if found.by_meaning
        else [view.notice("The texts are not encoded (yet): found by words.")]
    )
    if found.faint:
        notes.append(view.notice("Nothing there is clearly about that; this comes nearest."))
    if not found.items:
        view.show(*notes, view.notice("Nothing there comes near to that."))
        return
    on = "" if shelf is not None or len(names) < 2 else "shelf"
    listed = view.listed([(one, names[one.shelf_id]) for one, _ in found.items], on)
    view.show(view.heading(f"“{' '.join(text.split())}”"), *notes, listed)


def pairs(
    item: ItemArgument,
    number: NumberOption = 10,
    shelf: AnyShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what goes with something: used or liked together with it.

    Example: warmer recs pairs butter --shelf ingredients --server console
    """
    with asking(database, server, shelf) as asked:
        found = asked.item(item)
        beside = asked.recommenders.tastes.pairs(found, number)
        names = asked.names()
    if as_json:
        rows = [{"item": item_row(one, names), "together": times} for one, times in beside]
        tell(place(asked.server_id) | {"item": item_row(found, names), "found": rows})
        return
    from bot.cli import recs_ask_view as view  # as above

    if not beside:
        view.show(view.notice(f"Nothing is known yet of what goes with {view.named(found)}."))
        return
    listed = [(one, f"{times:,}") for one, times in beside]
    view.show(view.heading(f"Goes with {view.named(found)}"), view.listed(listed, "together"))


def swap(
    item: ItemArgument,
    number: NumberOption = 10,
    shelf: AnyShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what can take the place of something.

    Example: warmer recs swap butter --shelf ingredients --server console
    """
    with asking(database, server, shelf) as asked:
        found = asked.item(item)
        instead = asked.recommenders.tastes.swaps(found, number)
        names = asked.names()
    if as_json:
        rows = [{"item": item_row(one, names)} for one in instead]
        tell(place(asked.server_id) | {"item": item_row(found, names), "found": rows})
        return
    from bot.cli import recs_ask_view as view  # as above

    if not instead:
        view.show(view.notice(f"Nothing is known yet that could stand for {view.named(found)}."))
        return
    listed = view.listed([(one, "") for one in instead])
    view.show(view.heading(f"Instead of {view.named(found)}"), listed)
