"""`warmer items pool`, `rename-shelf` and `delete-shelf`: a shelf as a whole."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import DatabaseOption, err, out
from bot.cli.counting import counted
from bot.cli.shelf_common import ServerOption, ShelfOption, opened

if TYPE_CHECKING:
    from recsys.nouns import Shelf, ShelfFigures

NOT_DONE = 1
ShelfArgument = Annotated[str, typer.Argument(metavar="SHELF", help="The shelf, such as films.")]


def pool(
    shelf: ShelfOption,
    stop: Annotated[bool, typer.Option("--stop", help="Learn alone from now on.")] = False,
    server: ServerOption = None,
    database: DatabaseOption = None,
) -> None:
    """Let a shelf learn together with other servers' shelves of its name that are pooled, too.

    A small server so has better lists. What its members like teaches the others' models, without
    names; nobody sees another server's ratings. Ask your members first. Both sides must opt in.
    Example: warmer items pool --shelf films
    """
    with opened(database) as use:
        library = use.parts.library
        home = use.shelf(server, shelf)
        changed = library.set_pooled(home, pooled=not stop)
        others = library.store.pool(home.id)
    out.print(_pool_words(home, others=len(others), changed=changed, stop=stop), markup=False)


def rename_shelf(
    shelf: ShelfArgument,
    name: Annotated[str, typer.Argument(help="What it is to be called.")],
    server: ServerOption = None,
    database: DatabaseOption = None,
) -> None:
    """Give a shelf another name; all that is on it and was said about it stays.

    Example: warmer items rename-shelf films movies
    """
    with opened(database) as use:
        home = use.shelf(server, shelf)
        renamed = use.parts.library.rename(home, name)
    out.print(f"The shelf {home.name} is called {renamed.name} now.", markup=False)


def delete_shelf(
    shelf: ShelfArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    server: ServerOption = None,
    database: DatabaseOption = None,
) -> None:
    """Delete a shelf with its items and all that members said about them. It asks first.

    Example: warmer items delete-shelf films
    """
    with opened(database) as use:
        library = use.parts.library
        home = use.shelf(server, shelf)
        found = next(x for x in library.shelves(home.server_id) if x.shelf.id == home.id)
        out.print(_what_goes(found), markup=False)
        if not yes and not typer.confirm("Delete it for good?", err=True):
            err.print("warmer: nothing was deleted.")
            raise typer.Exit(NOT_DONE)
        library.delete(home)
    out.print("Deleted. Backups are files of their own, and still hold it.", markup=False)


def add_to(app: typer.Typer) -> None:
    """Put the commands on `warmer items`."""
    app.command("pool")(pool)
    app.command("rename-shelf")(rename_shelf)
    app.command("delete-shelf")(delete_shelf)


def _pool_words(home: "Shelf", *, others: int, changed: bool, stop: bool) -> str:
    now = "now" if changed else "already"
    if stop:
        return f"The shelf {home.name} learns alone {now}."
    if not others:
        return (
            f"The shelf {home.name} is pooled {now}. No other server has pooled a shelf of that "
            "name yet, so it learns alone until one does."
        )
    with_others = counted(others, "other shelf", "other shelves")
    return f"The shelf {home.name} is pooled {now}, with {with_others}."


def _what_goes(found: "ShelfFigures") -> str:
    parts = [counted(found.items, "item")]
    if found.suggested:
        parts.append(counted(found.suggested, "wish", "wishes"))
    if found.opinions:
        said = counted(found.opinions, "opinion")
        parts.append(f"{said} of {counted(found.members, 'member')}")
    listed = ", ".join(parts)
    return (
        f"With the shelf {found.shelf.name} of server {found.shelf.server_id} go {listed}, its "
        "baskets, and what was learned from them."
    )
