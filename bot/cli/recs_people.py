"""`warmer recs taste` and `twins`: who likes what, and who likes the same."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import DatabaseOption, JsonOption, out
from bot.cli.counting import counted
from bot.cli.members import MemberOption, NewMemberOption
from bot.cli.recs_common import MaybeShelfOption, asking
from bot.cli.recs_rows import place, portrait_row, tell, twin_row, who
from bot.cli.refused import NothingToDraw
from bot.cli.shelf_common import ServerOption
from recsys.faults import CannotWrite, FolderMissing
from recsys.picks import Portrait


def taste(
    member: MemberOption = None,
    new_member: NewMemberOption = False,
    shelf: MaybeShelfOption = None,
    picture: Annotated[
        Path | None, typer.Option(help="Also write the map to this PNG file.")
    ] = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show where a member's likes lie on the map, and what sets them apart.

    Example: warmer recs taste --member Ada --picture ada.png --server console
    """
    if picture is not None and not picture.parent.is_dir():
        raise FolderMissing(picture.parent)
    with asking(database, server, shelf) as asked:
        me, home = asked.member(member, new=new_member), asked.shelf()
        found = asked.recommenders.tastes.portrait(home, me.id)
        names = asked.names()
    if picture is not None:
        if not found.liked:
            raise NothingToDraw(me.name, home)
        _draw(found, picture)
    if as_json:
        drawn = None if picture is None else str(picture)
        where = place(asked.server_id, home.name) | who(me)
        tell(where | portrait_row(found, names) | {"picture": drawn})
        return
    _show(found, me.name)
    if picture is not None:
        out.print(f"The same as a picture: {picture}", markup=False)


def twins(
    member: MemberOption = None,
    new_member: NewMemberOption = False,
    shelf: MaybeShelfOption = None,
    join: Annotated[
        bool | None,
        typer.Option("--join/--leave", help="Let the member find, and be found; or no more."),
    ] = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List who has a taste like a member's, among those who wish it.

    To be found is each member's own choice, for the whole server: --join and
    --leave pass it on.
    Example: warmer recs twins --member Ada --join --server console
    """
    from bot import tasting  # Discord's side of it: not on the path of every start
    from bot.i18n import tongue

    with asking(database, server, shelf) as asked:
        me, home = asked.member(member, new=new_member), asked.shelf()
        if join is not None:
            asked.recommenders.tastes.opt_in(asked.server_id, me.id, wanted=join)
        found = tasting.company(asked, asked.turn(me), home.id, tongue("en")).twins
        names = asked.names()
    if as_json:
        rows = [twin_row(one, names) for one in found or ()]
        told = {"opted_in": found is not None, "twins": rows}
        tell(place(asked.server_id, home.name) | who(me) | told)
        return
    from bot.cli import recs_ask_view as view  # as above

    if found is None:
        view.show(view.notice(
            f"Not taking part: {me.name}. So nobody is found, nor found by anybody. Where that is "
            "wished for, --join changes it."
        ))  # fmt: skip
    elif not found:
        view.show(view.notice("Nobody else who takes part likes the same things yet."))
    else:
        view.show(view.heading(f"{home.name}: like {me.name}"), view.twins(found))


def _show(found: Portrait, name: str) -> None:
    from bot.cli import recs_ask_view as view  # as above
    from bot.cli.recs_demo_view import portrait

    if not found.liked:
        view.show(view.notice(f"No likes on {found.shelf.name} yet: {name}."))
        return
    number = counted(len(found.liked), "thing")
    view.show(view.heading(f"{found.shelf.name}, {number} liked: {name}"))
    # Without the likes of others there is nothing to be set apart from.
    telling = found.tags if any(tag.all for tag in found.tags) else ()
    view.show(portrait(replace(found, tags=telling)))


def _draw(found: Portrait, path: Path) -> None:
    """Write the picture aside, and give it its name at once. Raises CannotWrite."""
    from bot.i18n import tongue  # as above
    from bot.pictures import Shade, Studio

    png = Studio().taste(found, Shade.DARK, tongue("en")).png
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            part = Path(folder) / path.name
            with part.open("wb") as file:
                file.write(png)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
    except OSError as error:  # it would name the file aside
        raise CannotWrite(path, error.strerror or str(error)) from error
