"""`warmer items suggest`, `waiting`, `approve` and `reject`: what members wish onto a shelf."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rapidfuzz import process

from bot.cli.common import DatabaseOption, JsonOption, out
from bot.cli.members import MemberOption, NewMemberOption
from bot.cli.recs_common import AnyShelfOption, Asked, MaybeShelfOption, asking
from bot.cli.recs_rows import item_row, place, tell, who
from bot.cli.shelf_common import ServerOption
from bot.meant import number_of
from recsys.nouns import Item
from recsys.refusals import AmbiguousTitle, NotSuggested, UnknownItem
from recsys.wording import search_key

WishesArgument = Annotated[
    list[str],
    typer.Argument(metavar="ITEM...", help="Titles, external ids, or '#' and their numbers."),
]
_NEAR = 5
_LEAST = 60.0


def suggest(
    title: Annotated[str, typer.Argument(help="What is wished for.")],
    year: Annotated[int | None, typer.Option(help="Of what year it is.")] = None,
    tags: Annotated[str, typer.Option(help="Its tags, with commas between them.")] = "",
    about: Annotated[str, typer.Option(help="What it is about.")] = "",
    member: MemberOption = None,
    new_member: NewMemberOption = False,
    shelf: MaybeShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Wish something onto a shelf, as members do; it waits to be approved.

    Example: warmer items suggest "Paper Moon" --year 1973 --member Ada --server console
    """
    with asking(database, server, shelf) as asked:
        me, home = asked.member(member, new=new_member), asked.shelf()
        kept = asked.recommenders.library.suggest(
            home, me.id, title, description=about, tags=tags, year=year
        )
        names = asked.names()
    if as_json:
        where = place(asked.server_id, home.name) | who(me)
        tell(where | {"item": item_row(kept, names), "status": kept.status.value})
        return
    out.print(f"{_dated(kept)} waits for {home.name}, as '#{kept.id}'.", markup=False)


def waiting(
    shelf: AnyShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what members wish for, the oldest first.

    Example: warmer items waiting --server console
    """
    with asking(database, server, shelf) as asked:
        found, names = _waiting(asked), asked.names()
    if as_json:
        rows = [
            {"item": item_row(item, names), "member": str(item.suggested_by), "at": _at(item)}
            for item in found
        ]
        tell(place(asked.server_id, shelf) | {"waiting": rows})
        return
    if not found:
        out.print("Nothing is wished for.")
        return
    from bot.cli import recs_ask_view as view  # Discord's renderers: not on the path of every start

    listed = view.table("", "", "shelf", "member", "since")
    for item in found:
        number, title = f"#{item.id}", view.named(item)
        since = (_at(item) or "-")[:10]
        listed.add_row(number, title, names[item.shelf_id], str(item.suggested_by), since)
    view.show(listed)


def approve(
    items: WishesArgument,
    shelf: AnyShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put what is wished for on its shelf.

    Nothing is where one of them does not wait.

    Example: warmer items approve "Paper Moon" --server console
    """
    _settle(items, shelf, server, database, granted=True, as_json=as_json)


def reject(
    items: WishesArgument,
    shelf: AnyShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Turn down what is wished for.

    Nothing is where one of them does not wait.

    Example: warmer items reject "#12" --server console
    """
    _settle(items, shelf, server, database, granted=False, as_json=as_json)


def add_to(app: typer.Typer) -> None:
    """Put the commands on `warmer items`."""
    for command in (suggest, waiting, approve, reject):
        app.command(rich_help_panel="Wishes of members")(command)


def _settle(
    texts: Sequence[str], shelf: str | None, server: int | None, database: str | None, *,
    granted: bool, as_json: bool,
) -> None:  # fmt: skip
    with asking(database, server, shelf) as asked:
        library, held = asked.recommenders.library, _waiting(asked)
        meant = {item.id: item for item in (_meant(asked, text, held) for text in texts)}
        settle = library.approve if granted else library.decline
        done, names = [settle(item_id) for item_id in meant], asked.names()
    if as_json:
        rows = [{"item": item_row(one, names), "status": one.status.value} for one in done]
        tell(place(asked.server_id, shelf) | {"settled": rows})
        return
    for one in done:
        now = f"stands on {names[one.shelf_id]} now" if granted else "is turned down"
        out.print(f"{_dated(one)} {now}.", markup=False)


def _waiting(asked: Asked) -> list[Item]:
    """What waits on the shelves that are meant, the oldest first."""
    library = asked.recommenders.library
    found = [item for home in asked.shelves() for item in library.suggestions(home)]
    return sorted(found, key=lambda item: item.id)


def _meant(asked: Asked, text: str, held: Sequence[Item]) -> Item:
    """The wish that a text means. Raises UnknownItem, NotSuggested or AmbiguousTitle."""
    number, key = number_of(text), search_key(text)
    found = [x for x in held if number == x.id or text.strip() == x.external_id]
    if number is None and not found:
        found = [x for x in held if key and key in {search_key(x.title), search_key(_dated(x))}]
    if len(found) > 1:
        raise AmbiguousTitle(text, found)
    return found[0] if found else _not_waiting(asked, text, held)


def _not_waiting(asked: Asked, text: str, held: Sequence[Item]) -> Item:
    """Raises NotSuggested for what is there but does not wait, else UnknownItem."""
    try:
        item = asked.item(text, to_rate=True)
    except (UnknownItem, AmbiguousTitle):
        titles = [search_key(one.title) for one in held]
        like = process.extract(search_key(text), titles, limit=_NEAR, score_cutoff=_LEAST)
        raise UnknownItem(text.strip(), [held[row] for _, _, row in like]) from None
    raise NotSuggested(item)


def _dated(item: Item) -> str:
    return item.title if item.year is None else f"{item.title} ({item.year})"


def _at(item: Item) -> str | None:
    return None if item.added is None else item.added.isoformat(timespec="seconds")
