"""What the commands of `warmer recs` and of wishes print with --json: docs/shelves.md lists it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.cli.members import Member
from recsys.nouns import Item, Opinion
from recsys.picks import Explanation, Found, Pick, Picks, Portrait, Reason, Standing, Twin

Row = dict[str, Any]
Names = Mapping[int, str]
"""The names of shelves by their ids."""
Own = Mapping[int, Opinion]
"""A member's opinions by the ids of their items."""


def tell(row: Row) -> None:
    """Print it, for scripts."""
    print(json.dumps(row, indent=2, ensure_ascii=False))  # noqa: T201  # Rich would wrap it


def place(server_id: int, shelf: str | None = None) -> Row:
    """Where it is; ids are texts, since they are larger than what JavaScript and jq count to."""
    return {"server": str(server_id)} | ({} if shelf is None else {"shelf": shelf})


def who(member: Member) -> Row:
    """A member, and how they were named."""
    return {"member": str(member.id), "name": member.name}


def item_row(item: Item, names: Names) -> Row:
    """An item: `#` and its number name it on the command line, whatever else is called so."""
    return {
        "number": item.id, "external_id": item.external_id, "title": item.title,
        "year": item.year, "tags": list(item.tags), "shelf": names.get(item.shelf_id),
    }  # fmt: skip


def opinion_row(opinion: Opinion | None) -> Row | None:
    """What somebody makes of an item; `stars` is null where they gave none."""
    if opinion is None:
        return None
    at = opinion.at.isoformat(timespec="seconds")
    return {"verdict": opinion.verdict.value, "stars": opinion.stars, "at": at}


def picks_row(
    found: Picks, members: Sequence[Member], own: Own, scored: Sequence[Row], names: Names
) -> Row:
    """A list; `scored` has what is told of each score, in the same order."""
    picks = [
        {"place": number, "item": item_row(pick.item, names)} | score | _marks(pick)
        for number, (pick, score) in enumerate(zip(found.picks, scored, strict=True), start=1)
    ]
    return {
        "members": [who(member) for member in members],
        "ratings": len(own), "basis": found.basis.value, "by_meaning": found.by_meaning,
        "faint": found.faint, "left": found.left, "picks": picks,
        "standings": [_standing(one) for one in found.standings] if len(members) > 1 else [],
    }  # fmt: skip


def score_row(explained: Sequence[Explanation], members: Sequence[Member], own: Own,
              names: Names) -> Row:  # fmt: skip
    """A score, and what adds up to it: the first one's ratings one by one, others' in one each.

    What others rated is theirs to tell. In a group the score is the mean of all.
    """
    mine, number = explained[0], len(explained)
    others = [
        {"member": str(member.id), "contribution": sum(x.amount for x in one.reasons) / number}
        for one, member in zip(explained[1:], members[1:], strict=True)
    ]
    return {
        "score": sum(one.score for one in explained) / number,
        "base": sum(one.base for one in explained) / number,
        "contributions": [_reason(one, own, names, number) for one in mine.reasons],
    } | ({"others": others} if others else {})


def terms_row(explained: Explanation) -> list[Row]:
    """What puts an item where it is on a list that is in a mood, or for several."""
    return [
        {"side": one.side.value, "amount": one.amount, "most": one.most} for one in explained.terms
    ]


def found_rows(found: Found, names: Names) -> list[Row]:
    """Items with how near each is."""
    return [{"item": item_row(item, names), "nearness": near} for item, near in found.items]


def portrait_row(found: Portrait, names: Names) -> Row:
    """A taste: the tags that set it apart, and where on the map of the shelf what is."""
    return {
        "tags": [{"tag": one.tag, "mine": one.mine, "all": one.all} for one in found.tags],
        "against": "shelf" if found.against_shelf else "others",
        "liked": [_spot(item, found, names) for item in found.liked],
        "low": [_spot(item, found, names) for item in found.low],
        "regions": [
            {"tag": one.tag, "x": one.x, "y": one.y, "items": one.items} for one in found.regions
        ],
    }


def twin_row(twin: Twin, names: Names) -> Row:
    """Somebody of alike taste, and what both like."""
    return {
        "member": str(twin.member_id), "likeness": twin.likeness,
        "shared": [item_row(item, names) for item in twin.shared],
    }  # fmt: skip


def _marks(pick: Pick) -> Row:
    return {
        "shared_tags": list(pick.shared), "nobody_rated": pick.cold, "surprise": pick.explored,
        "compromise": pick.compromise,
    }  # fmt: skip


def _reason(one: Reason, own: Own, names: Names, number: int) -> Row:
    given = opinion_row(own.get(one.item.id))
    return {
        "item": item_row(one.item, names), "rating": given, "contribution": one.amount / number
    }  # fmt: skip


def _standing(one: Standing) -> Row:
    # How many ratings somebody has is theirs to tell, as on Discord.
    return {"member": str(one.member_id), "share": one.share, "rated": one.ratings > 0}


def _spot(item: Item, found: Portrait, names: Names) -> Row:
    x, y = found.places[item.id]
    return {"item": item_row(item, names), "x": x, "y": y}
