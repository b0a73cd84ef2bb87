"""`warmer recs recommend` and `why`: what to try next, and all that speaks for it."""

from collections.abc import Sequence
from typing import Annotated

import typer

from bot.cli.common import DatabaseOption, JsonOption
from bot.cli.members import Member, MemberOption, NewMemberOption
from bot.cli.recs_common import (
    AnyShelfOption,
    Asked,
    ItemArgument,
    MaybeShelfOption,
    NumberOption,
    asking,
)
from bot.cli.recs_rows import (
    Names,
    Own,
    Row,
    item_row,
    opinion_row,
    picks_row,
    place,
    score_row,
    tell,
    terms_row,
    who,
)
from bot.cli.shelf_common import ServerOption
from recsys.nouns import Item
from recsys.picks import Picks
from recsys.refusals import EmptyShelf

MoodOption = Annotated[
    str | None, typer.Option("--mood", help="What the member feels like, in any words.")
]
WithOption = Annotated[
    list[str] | None, typer.Option("--with", metavar="WHO", help="Who joins; may be repeated.")
]


def recommend(
    member: MemberOption = None,
    new_member: NewMemberOption = False,
    shelf: MaybeShelfOption = None,
    mood: MoodOption = None,
    others: WithOption = None,
    number: NumberOption = 6,
    adventure: Annotated[
        int,
        typer.Option(min=0, max=3, help="From 0, the safest list, to 3, the boldest."),
    ] = 1,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell what a member could try next, and why.

    It is the list that /recommend gives on Discord. Nothing that was rated,
    seen or dismissed is on it. With others it is one list for all, that
    leaves nobody out. With --json, each score comes with what adds up to it.
    Example: warmer recs recommend --member Ada --mood "rainy and funny"
    """
    from bot import tasting  # Discord's side of it: not on the path of every start
    from bot.i18n import tongue

    wished = " ".join((mood or "").split()) or None
    with asking(database, server, shelf) as asked:
        me = asked.member(member, new=new_member)
        party = [me, *asked.others(me, others or (), new=new_member)]
        wish = tasting.Wish(
            asked.shelf().id, wished, tuple(one.id for one in party[1:]), adventure, number=number
        )
        picks, own, _ = tasting.recommend(asked, asked.turn(me), wish, tongue("en"))
        if not picks.on_shelf:
            raise EmptyShelf(picks.shelf)
        names, wanted = asked.names(), picks.picks if as_json else ()
        scored = [_scored(asked, pick.item, party, own, names) for pick in wanted]
    from bot.cli import recs_ask_view as view  # as above

    if as_json:
        whys = view.because(picks, party, own, tongue("en"), wished)
        told = [row | {"because": text.plain} for row, text in zip(scored, whys, strict=True)]
        tell(_row(asked, picks, wished, adventure) | picks_row(picks, party, own, told, names))
        return
    view.show(*view.picked(picks, party, own, tongue("en"), wished))


def why(
    item: ItemArgument,
    member: MemberOption = None,
    new_member: NewMemberOption = False,
    shelf: AnyShelfOption = None,
    mood: MoodOption = None,
    others: WithOption = None,
    server: ServerOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell exactly what each rating of a member adds to a score.

    With --mood or --with, also what puts it where it is on such a list.
    Example: warmer recs why "Paper Moon" --member Ada --server console
    """
    from bot import tasting  # as above

    wished = " ".join((mood or "").split()) or None
    with asking(database, server, shelf) as asked:
        me = asked.member(member, new=new_member)
        party = asked.others(me, others or (), new=new_member)
        wish = tasting.Wish(None, wished, tuple(one.id for one in party))
        found = asked.item(item)
        explained, own = tasting.explain(asked, asked.turn(me), found.id, wish)
        names = asked.names()
    if as_json:
        told = {
            "item": item_row(found, names), "rating": opinion_row(explained.known),
            "nobody_rated": explained.cold, "shared_tags": list(explained.shared),
            "terms": terms_row(explained),
        }  # fmt: skip
        where = place(asked.server_id, names.get(found.shelf_id)) | who(me)
        tell(where | told | score_row([explained], [me], own, names))
        return
    from bot.cli import recs_ask_view as view  # as above

    view.show(*view.account(explained, own, me.name))


def _scored(asked: Asked, item: Item, party: Sequence[Member], own: Own, names: Names) -> Row:
    """What adds up to an item's score on a list for these."""
    tastes = asked.recommenders.tastes
    return score_row([tastes.explain(item, one.id) for one in party], party, own, names)


def _row(asked: Asked, picks: Picks, mood: str | None, adventure: int) -> Row:
    return place(asked.server_id, picks.shelf.name) | {"mood": mood, "adventure": adventure}
