"""What the recommender's commands do in a thread: each one call to the use cases, or a few.

Loaded with the first of those commands: the recommender stays off the hot start.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.i18n import Tongue
from bot.meant import chosen, number_of, spelled, titled
from bot.pictures import Picture, Shade
from bot.served import Drawn, Served
from bot.taste_text import shelf_name
from game.turn import Turn
from recsys.nouns import Item, ItemStatus, Opinion, Recorded, Shelf, ShelfFigures, Verdict
from recsys.picks import Explanation, Found, Pick, Picks, Portrait, Twin
from recsys.refusals import NotOptedIn, UnknownItem, UnknownShelf

NUMBER = 6
"""How many things are recommended at once."""
DIALS = (0.0, 0.25, 0.6, 0.85)
"""From the safest list to the boldest."""
PLAIN = 1
"""The dial of a list that was not asked to be otherwise."""
FOUND = 10
_FEW = 5
_TELLING = 3
"""So many letters must be typed before their meaning is looked for."""
_WORD = 2**64
"""Seeds are not negative; members who were imported are."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A list that a member wants: of which shelf, for whom, and how it is to be.

    `looks` counts how often the member looked on, `shown` has the ids of what they saw before;
    `dial` is a place in DIALS, `number` how long it is to be.
    """

    shelf: str | int | None = None
    mood: str | None = None
    others: tuple[int, ...] = ()
    dial: int = PLAIN
    looks: int = 0
    shown: frozenset[int] = frozenset()
    number: int = NUMBER


@dataclass(frozen=True, slots=True)
class Told:
    """What a change did, what to try next (None: nothing is left), and all the member said."""

    recorded: Recorded
    next: Pick | None
    own: dict[int, Opinion]


@dataclass(frozen=True, slots=True)
class Company:
    """Who shares a member's taste on a shelf; None where they do not want to be found."""

    shelf: Shelf
    twins: Sequence[Twin] | None


@dataclass(frozen=True, slots=True)
class Mine:
    """What a member said about things on a shelf, the latest first."""

    shelf: Shelf
    said: Sequence[tuple[Item, Opinion]]


def shelves(app: Served, server_id: int) -> Sequence[Shelf]:
    """The shelves of a place, the fullest first."""
    return [one.shelf for one in figures(app, server_id)]


def shelf(app: Served, server_id: int, wanted: str | int | None, tongue: Tongue) -> Shelf:
    """The shelf of that id, or of that name in any case and language; the fullest for None.

    Raises UnknownShelf, without a name for an id.
    """
    known = shelves(app, server_id)
    if wanted is None and known:
        return known[0]
    for one in known:
        names = {one.name.casefold(), shelf_name(one, tongue).casefold()}
        if wanted == one.id or (isinstance(wanted, str) and wanted.strip().casefold() in names):
            return one
    name = wanted if isinstance(wanted, str) else ""
    raise UnknownShelf(name, [one.name for one in known])


def complete(app: Served, server_id: int, typed: str, number: int) -> Sequence[Item]:
    """Items by what was typed so far of their titles, then by what it means."""
    use = app.recommenders
    found = use.titles.complete(server_id, typed, number)
    if len(found) < _FEW and len(typed) >= _TELLING:
        known = {item.id for item in found}
        for one in shelves(app, server_id):
            found += [x for x in use.tastes.near(one, typed, _FEW) if x.id not in known]
    return found[:number]


def find(app: Served, server_id: int, text: str, *, exactly: bool = False) -> Item:
    """The item that a text means: a title, or `#` and its number; words of a title will do.

    With `exactly` they will not, so that nothing is rated by mistake. A title that looks like a
    number goes before it. Raises UnknownShelf, UnknownItem or AmbiguousTitle.
    """
    if not shelves(app, server_id):
        raise UnknownShelf("", ())
    if (found := chosen(app.recommenders, server_id, text)) is not None:
        return found
    if (number := number_of(text)) is not None:
        like = spelled(app.recommenders, server_id, text)
        return known_item(app, server_id, number) if like is None else like
    return titled(app.recommenders, server_id, text, exactly=exactly)


def known_item(
    app: Served, server_id: int, item_id: int, statuses: Collection[ItemStatus] = (ItemStatus.LIVE,)
) -> Item:
    """An item on a shelf of the place, of one of these statuses. Raises UnknownItem."""
    try:
        return app.recommenders.library.item(server_id, item_id, statuses)
    except UnknownItem:
        raise UnknownItem(f"#{item_id}") from None


def item(app: Served, turn: Turn, item_id: int) -> tuple[Item, Opinion | None]:
    """An item, and what the member makes of it. Raises UnknownItem."""
    found = _rateable(app, turn, item_id)
    return found, own(app, home(app, found), turn.member_id).get(item_id)


def home(app: Served, item: Item) -> Shelf:
    """The shelf that an item stands on. Raises UnknownItem."""
    found = app.recommenders.library.shelf_of(item)
    if found is None:
        raise UnknownItem(item.title)
    return found


def give(app: Served, turn: Turn, item_id: int, stars: float) -> Told:
    """Give stars. Raises BadStars or UnknownItem."""
    found = _rateable(app, turn, item_id)
    return _told(
        app, turn, app.recommenders.tastes.rate(found, turn.member_id, stars, turn.interaction_id)
    )


def mark(app: Served, turn: Turn, item_id: int, verdict: Verdict) -> Told:
    """Say something without stars. Raises UnknownItem."""
    found = _rateable(app, turn, item_id)
    return _told(
        app, turn, app.recommenders.tastes.say(found, turn.member_id, verdict, turn.interaction_id)
    )


def undo(app: Served, turn: Turn, item_id: int) -> Told:
    """Take the last change of an item back. Raises NothingToUndo or UnknownItem."""
    shelf = home(app, _rateable(app, turn, item_id))
    done = app.recommenders.tastes.undo(shelf, turn.member_id, item_id, turn.interaction_id)
    return _told(app, turn, done)


def mine(app: Served, turn: Turn, wanted: str | int | None, tongue: Tongue) -> Mine:
    """All that a member said about a shelf. Raises UnknownShelf."""
    found = shelf(app, turn.server_id, wanted, tongue)
    told = app.recommenders.tastes.opinions(found, turn.member_id)
    return Mine(found, [(one.item, one.opinion) for one in told])


def own(app: Served, shelf: Shelf, member_id: int) -> dict[int, Opinion]:
    """A member's opinions on a shelf by item."""
    return {one.item.id: one.opinion for one in app.recommenders.tastes.opinions(shelf, member_id)}


def recommend(
    app: Served, turn: Turn, wish: Wish, tongue: Tongue
) -> tuple[Picks, Mapping[int, Opinion], Wish]:
    """A list, with what the member said, and the wish as it was understood.

    A later look goes on where the one before ended, and begins anew at the end of the shelf.
    Raises UnknownShelf.
    """
    found = shelf(app, turn.server_id, wish.shelf, tongue)
    members = [turn.member_id, *wish.others]
    picks = _look(app, found, members, wish)
    if wish.looks and not picks.picks and picks.left:
        wish = replace(wish, looks=0, shown=frozenset())
        picks = _look(app, found, members, wish)
    return picks, own(app, found, turn.member_id), replace(wish, shelf=found.id)


def explain(
    app: Served, turn: Turn, item_id: int, wish: Wish
) -> tuple[Explanation, Mapping[int, Opinion]]:
    """All that adds up to an item's score for a member, and to its place on a list so wished for.

    Raises UnknownItem.
    """
    found = known_item(app, turn.server_id, item_id)
    told = own(app, home(app, found), turn.member_id)
    tastes = app.recommenders.tastes
    return tastes.explain(found, turn.member_id, wish.others, wish.mood), told


def similar(app: Served, turn: Turn, item_id: int) -> tuple[Item, Found]:
    """What is most like an item. Raises UnknownItem."""
    found = known_item(app, turn.server_id, item_id)
    return found, app.recommenders.tastes.similar(found, FOUND)


def search(
    app: Served, turn: Turn, text: str, wanted: str | None, tongue: Tongue, number: int = FOUND
) -> Found:
    """What is nearest to a text, on one shelf or on all. Raises UnknownShelf.

    Of a text that only says no, the fullest: what is furthest from a thing is so on any shelf.
    """
    where = shelves(app, turn.server_id)
    if wanted is not None or not where:
        where = [shelf(app, turn.server_id, wanted, tongue)]
    tastes = app.recommenders.tastes
    told = tastes.asked(where, text)
    found = [tastes.search(one, told, number) for one in (where[:1] if told.open else where)]
    items = sorted((x for one in found for x in one.items), key=lambda x: -x[1])[:number]
    faint = bool(items) and all(one.faint for one in found if one.items)
    return Found(tuple(items), all(one.by_meaning for one in found), faint)


def pairs(app: Served, turn: Turn, item_id: int) -> tuple[Item, Sequence[tuple[Item, int]]]:
    """What goes with an item, and how often it did. Raises UnknownItem."""
    found = known_item(app, turn.server_id, item_id)
    return found, app.recommenders.tastes.pairs(found, FOUND)


def swaps(app: Served, turn: Turn, item_id: int) -> tuple[Item, Sequence[Item]]:
    """What may take the place of an item. Raises UnknownItem."""
    found = known_item(app, turn.server_id, item_id)
    return found, app.recommenders.tastes.swaps(found, FOUND)


def portrait(
    app: Drawn, turn: Turn, wanted: str | None, tongue: Tongue
) -> tuple[Portrait, Picture | None]:
    """A member's taste, and its picture where they like anything. Raises UnknownShelf."""
    found = app.recommenders.tastes.portrait(
        shelf(app, turn.server_id, wanted, tongue), turn.member_id
    )
    return found, app.studio.taste(found, Shade.DARK, tongue) if found.liked else None


def company(app: Served, turn: Turn, wanted: str | int | None, tongue: Tongue) -> Company:
    """Who shares a member's taste. Raises UnknownShelf."""
    found = shelf(app, turn.server_id, wanted, tongue)
    try:
        return Company(found, app.recommenders.tastes.twins(found, turn.member_id))
    except NotOptedIn:
        return Company(found, None)


def join(app: Served, turn: Turn, shelf_id: int, tongue: Tongue, *, wanted: bool) -> Company:
    """Let a member be found, or not any more. Raises UnknownShelf."""
    app.recommenders.tastes.opt_in(turn.server_id, turn.member_id, wanted=wanted)
    return company(app, turn, shelf_id, tongue)


def figures(app: Served, server_id: int) -> Sequence[ShelfFigures]:
    """The shelves of a place with how much is on them, the fullest first."""
    return app.recommenders.library.shelves(server_id)


def _look(app: Served, shelf: Shelf, members: Sequence[int], wish: Wish) -> Picks:
    # The chance is the member's and the look's own: shown to all, the list is the same again.
    rng = np.random.default_rng([members[0] % _WORD, shelf.id, wish.looks, wish.dial])
    return app.recommenders.tastes.recommend(
        shelf,
        members,
        rng,
        number=wish.number,
        mood=wish.mood,
        dial=DIALS[wish.dial],
        surprise=wish.dial > 0,
        without=wish.shown,
    )


def _rateable(app: Served, turn: Turn, item_id: int) -> Item:
    """An item to have a say on: what was said of one that is gone can still be taken back."""
    return known_item(app, turn.server_id, item_id, (ItemStatus.LIVE, ItemStatus.REMOVED))


def _told(app: Served, turn: Turn, recorded: Recorded) -> Told:
    shelf = home(app, recorded.item)
    rng = np.random.default_rng([turn.member_id % _WORD, shelf.id])
    # Not the item itself, though it may be recommended again: what was said of it was taken back.
    found = app.recommenders.tastes.recommend(
        shelf, [turn.member_id], rng, number=1, surprise=False, without=[recorded.item.id]
    )
    first = found.picks[0] if found.picks else None
    return Told(recorded, first, own(app, shelf, turn.member_id))
