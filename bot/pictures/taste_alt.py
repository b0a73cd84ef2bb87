"""What the picture of a taste says, in words, for those who cannot see it."""

from collections import Counter
from math import hypot

from bot.i18n import Tongue
from bot.pictures.alt import LIMIT
from bot.pictures.taste import shelf_title
from recsys.picks import Portrait

_REGIONS, _TITLES = 3, 12


def taste_alt(portrait: Portrait, tongue: Tongue) -> str:
    """A taste in words: where most of it lies, what is liked, what is telling; within the limit."""
    for most in range(_TITLES, -1, -1):
        parts = {
            "where": _where(portrait, tongue),
            "liked": _liked(portrait, most, tongue),
            "tags": _tags(portrait, tongue),
        }
        text = tongue("taste-alt", shelf=shelf_title(portrait.shelf, tongue), **parts)
        if len(text) <= LIMIT:
            break
    return " ".join(text[:LIMIT].split())


def _where(portrait: Portrait, tongue: Tongue) -> str:
    """The regions that most liked items are nearest to."""
    spots = [portrait.places[item.id] for item in portrait.liked if item.id in portrait.places]
    if not spots or not portrait.regions:
        return ""
    near = Counter(
        min(portrait.regions, key=lambda one: hypot(one.x - x, one.y - y)).tag for x, y in spots
    )
    named = ", ".join(tag for tag, _ in near.most_common(_REGIONS))
    return tongue("taste-alt-where", regions=named)


def _liked(portrait: Portrait, most: int, tongue: Tongue) -> str:
    if not portrait.liked or not most:
        return ""
    titles = ", ".join(item.title for item in portrait.liked[:most])
    left = len(portrait.liked) - most
    if left > 0:
        titles = tongue("taste-alt-more", titles=titles, number=left)
    return tongue("taste-alt-liked", titles=titles)


def _tags(portrait: Portrait, tongue: Tongue) -> str:
    if not portrait.tags:
        return ""
    said = ", ".join(
        tongue(
            "taste-alt-tag",
            tag=tag.tag,
            mine=round(100 * tag.mine),
            others=round(100 * tag.all),
        )
        for tag in portrait.tags
    )
    shelf = portrait.against_shelf
    return tongue("taste-alt-tags-shelf" if shelf else "taste-alt-tags", tags=said)
