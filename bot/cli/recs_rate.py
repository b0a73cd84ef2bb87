"""`warmer recs rate` and `ratings`: what a member makes of things."""

from typing import Annotated

import typer

from bot.cli.common import DatabaseOption, JsonOption, out
from bot.cli.counting import counted
from bot.cli.members import Member, MemberOption, NewMemberOption
from bot.cli.recs_common import AnyShelfOption, Asked, ItemArgument, MaybeShelfOption, asking
from bot.cli.recs_rows import item_row, opinion_row, place, tell, who
from bot.cli.shelf_common import ServerOption
from recsys.nouns import Item, Recorded, Verdict


def rate(
    item: ItemArgument,
    stars: Annotated[
        float | None, typer.Argument(metavar="STARS", help="From 0.5 to 5, in halves.")
    ] = None,
    like: Annotated[bool, typer.Option("--like", help="👍, without stars.")] = False,
    dislike: Annotated[bool, typer.Option("--dislike", help="👎, without stars.")] = False,
    seen: Annotated[bool, typer.Option("--seen", help="Known already, and no more said.")] = False,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="Not for me.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last change of it back.")] = False,
    member: MemberOption = None,
    new_member: NewMemberOption = False,
    shelf: AnyShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what a member makes of something; it counts at once.

    A bot that runs knows it at its next answer. Saying something else
    replaces it; saying the same again changes nothing.
    Example: warmer recs rate "Paper Moon" 4.5 --member Ada --server console
    """
    verdicts = {Verdict.LIKE: like, Verdict.LOW: dislike, Verdict.SEEN: seen,
                Verdict.DISMISSED: dismiss}  # fmt: skip
    chosen = [verdict for verdict, is_meant in verdicts.items() if is_meant]
    if len(chosen) + (stars is not None) + undo != 1:
        raise typer.BadParameter(
            "say one thing: STARS, --like, --dislike, --seen, --dismiss or --undo",
            param_hint="STARS",
        )
    with asking(database, server, shelf) as asked:
        me = asked.member(member, new=new_member)
        found = asked.item(item, to_rate=True)
        done = _record(asked, me, found, stars, chosen[0] if chosen else None)
        names = asked.names()
    if as_json:
        said = {"before": opinion_row(done.before), "now": opinion_row(done.now)}
        changed = done.before != done.now
        where = place(asked.server_id, names.get(found.shelf_id))
        tell(where | who(me) | {"item": item_row(found, names)} | said | {"changed": changed})
        return
    out.print(_told(done, me, undone=undo), markup=False)


def ratings(
    member: MemberOption = None,
    new_member: NewMemberOption = False,
    shelf: MaybeShelfOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List all that a member said about a shelf, the latest first.

    Example: warmer recs ratings --member Ada --server console
    """
    with asking(database, server, shelf) as asked:
        me, home = asked.member(member, new=new_member), asked.shelf()
        found = asked.recommenders.tastes.opinions(home, me.id)
        names = asked.names()
    if as_json:
        rows = [{"item": item_row(x.item, names)} | (opinion_row(x.opinion) or {}) for x in found]
        tell(place(asked.server_id, home.name) | who(me) | {"ratings": rows})
        return
    from bot.cli import recs_ask_view as view  # Discord's renderers: not on the path of every start

    if not found:
        out.print(f"{me.name} has said nothing about {home.name} yet.", markup=False)
        return
    listed = view.table("", "", "")
    for one in found:
        listed.add_row(view.said(one.opinion), view.named(one.item), f"{one.opinion.at:%Y-%m-%d}")
    number = counted(len(found), "opinion")
    view.show(view.heading(f"{home.name}, by {me.name}: {number}"), listed)


def _record(
    asked: Asked, me: Member, item: Item, stars: float | None, verdict: Verdict | None
) -> Recorded:
    """Store it, or take the last change back where nothing is said."""
    tastes = asked.recommenders.tastes
    if stars is not None:
        return tastes.rate(item, me.id, stars)
    if verdict is not None:
        return tastes.say(item, me.id, verdict)
    home = asked.recommenders.library.shelf_of(item)
    return tastes.undo(home or asked.shelf(), me.id, item.id)


def _told(done: Recorded, me: Member, *, undone: bool) -> str:
    from bot.cli.recs_ask_view import named, said  # as above

    about = f"{me.name}: {named(done.item)}"
    now, before = said(done.now), said(done.before)
    if undone:
        left = "nothing is said any more" if done.now is None else f"{now} again"
        return f"{about}, {left}: {before} is taken back."
    if done.before is None:
        return f"{about}, {now}."
    return f"{about}, {now} ({'as before' if now == before else f'before: {before}'})."
