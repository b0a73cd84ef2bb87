"""Draws lists of things: recommended ones, with why, and ones that are found or alike."""

from collections.abc import Iterator, Mapping, Sequence

import discord
from discord.utils import escape_markdown

from bot.i18n import Tongue
from bot.look import LOOKS, bar
from bot.taste_text import quoted, shelf_name, stars_of, title_of
from bot.text import member_name
from game.heat import Band
from recsys.nouns import Item, Opinion, Verdict
from recsys.picks import Basis, Found, Pick, Picks, Reason, Standing

Own = Mapping[int, Opinion]
"""A member's opinions by the ids of their items."""

MOOD_MARK = "🎭 "
"""Stands before a list's mood, by which a later look finds it again."""
MOST_REASONS = 2
_MOST_TAGS = 3
_LEAST_SHARE, _SMALL = 0.05, 0.2
_NEARLY_ALL = 90
_DISLIKED = 2.0
"""Up to so many stars a low rating speaks against what is like it; above, it says nothing."""


def picks_embed(
    picks: Picks, own: Own, tongue: Tongue, mood: str | None = None, public_for: str | None = None
) -> discord.Embed:
    """A list. Shown to all, for that member, it has nothing of anybody's ratings or the mood."""
    embed = discord.Embed(
        title=_title(picks, tongue, public_for), colour=LOOKS[Band.BOILING].colour
    )
    if mood and not public_for:
        embed.set_author(name=MOOD_MARK + mood)
    shown = "" if public_for else _notice(picks, mood, tongue)
    member_id = picks.members[0] if len(picks.members) > 1 else None
    marked = not _all_cold(picks)
    lines = [
        _line(
            place,
            pick,
            own,
            tongue,
            member_id,
            bare=bool(public_for),
            marked=marked,
            by_mood=bool(mood),
        )
        for place, pick in enumerate(picks.picks, start=1)
    ]
    embed.description = "\n".join([*([shown, ""] if shown else []), *lines])
    if len(picks.members) > 1:
        _add_group(embed, picks, tongue, bare=bool(public_for), by_mood=bool(mood))
    return embed


def because_words(
    pick: Pick, own: Own, tongue: Tongue, member_id: int | None = None, *, by_mood: bool = False
) -> str:
    """Why something is recommended to a member: for the mood, for what they liked, or both.

    Only of what they liked it says they did, and only where their taste as a whole speaks for it.
    What they did not like is named only where a thing is unlike it, which is what it tells of.
    With a member's id, reasons of others, who share the list, are kept to themselves; how much
    each counts is then not said, since the score is not theirs alone.
    """
    mood = tongue("recommend-because-mood") if pick.wished else ""
    taste = _taste_words(pick, own, tongue, member_id, by_mood=by_mood)
    if mood and taste:
        return tongue("recommend-because-both", mood=mood, taste=taste)
    return mood or taste


def _taste_words(
    pick: Pick, own: Own, tongue: Tongue, member_id: int | None, *, by_mood: bool
) -> str:
    speaking = [x for x in pick.because if x.item.id in own and _speaks(x, pick, member_id)]
    liked = [x for x in speaking if _is(own, x, Verdict.LIKE)][:MOST_REASONS]
    if liked:
        return _liked_words(liked, pick, tongue, alone=member_id is None)
    if pick.shared:
        return tongue("recommend-because-words", words=tag_words(pick.shared))
    unlike = next((x for x in speaking if _turns_from(own[x.item.id], x.item, pick.item)), None)
    if unlike and member_id is None and not by_mood:
        return tongue("recommend-because-unlike", title=_one(unlike, own))
    return ""


def items_embed(
    title: str, items: Sequence[tuple[Item, str]], none: str, notice: str = ""
) -> discord.Embed:
    """A plain list of items, each with a remark; what to say where there is none."""
    embed = discord.Embed(title=title, colour=LOOKS[Band.WARM].colour)
    lines = [
        f"**{place}.** {title_of(item)}{f' · {remark}' if remark else ''}"
        for place, (item, remark) in enumerate(items, start=1)
    ]
    embed.description = "\n".join([*([notice, ""] if notice else []), *(lines or [none])])
    return embed


def found_embed(found: Found, text: str, tongue: Tongue) -> discord.Embed:
    """What a search found."""
    return items_embed(
        tongue("recommend-find-title", text=quoted(text)),
        [(item, tag_words(item.tags)) for item, _ in found.items],
        tongue("recommend-find-none", text=quoted(text)),
        _search_notice(found, tongue),
    )


def _search_notice(found: Found, tongue: Tongue) -> str:
    if not found.by_meaning:
        return tongue("recommend-find-words")
    return tongue("recommend-find-faint") if found.faint else ""


def pairs_remarks(found: Sequence[tuple[Item, int]], tongue: Tongue) -> Iterator[tuple[Item, str]]:
    """Items with how often each was used together with another."""
    for item, together in found:
        yield item, tongue("recommend-together", number=together) if together else ""


def nothing_left_words(picks: Picks, tongue: Tongue) -> str:
    """Why a list is empty."""
    if not picks.on_shelf:
        return tongue("recommend-shelf-empty")
    alone = len(picks.members) == 1
    return tongue("recommend-everything-rated" if alone else "recommend-group-everything")


def tags_of(item: Item) -> str:
    """The first tags of an item."""
    return tag_words(item.tags)


def tag_words(tags: Sequence[str]) -> str:
    """The first of some tags."""
    return escape_markdown(", ".join(tags[:_MOST_TAGS]))


def _title(picks: Picks, tongue: Tongue, public_for: str | None) -> str:
    shelf = shelf_name(picks.shelf, tongue)
    if len(picks.members) > 1:
        return tongue("recommend-title-group", number=len(picks.members), shelf=shelf)
    if public_for:
        return tongue("recommend-title-public", member=public_for, shelf=shelf)
    return tongue("recommend-title", shelf=shelf)


def _notice(picks: Picks, mood: str | None, tongue: Tongue) -> str:
    notices = []
    if picks.on_shelf == 1:
        notices.append(tongue("recommend-shelf-single"))
    if _all_cold(picks) and picks.basis is not Basis.NOTHING:
        notices.append(tongue("recommend-notice-new"))
    if picks.basis is Basis.NOTHING and not mood:
        notices.append(tongue("recommend-notice-nothing"))
    if picks.basis in (Basis.ONLY_LOW, Basis.LUKEWARM):
        words = "dislikes" if picks.basis is Basis.ONLY_LOW else "lukewarm"
        notices.append(tongue(f"recommend-notice-{words}"))
    if mood and not picks.by_meaning:
        notices.append(tongue("recommend-notice-mood-words"))
    if mood and picks.faint:
        notices.append(tongue("recommend-notice-mood-faint"))
    return "\n".join(notices)


def _all_cold(picks: Picks) -> bool:
    return all(pick.cold for pick in picks.picks)


def _line(
    place: int,
    pick: Pick,
    own: Own,
    tongue: Tongue,
    member_id: int | None,
    *,
    bare: bool,
    marked: bool,
    by_mood: bool,
) -> str:
    head = [f"**{place}. {title_of(pick.item)}**", tag_words(pick.item.tags)]
    if marked and pick.cold:
        head.append(tongue("recommend-new"))
    if pick.explored:
        head.append(tongue("recommend-surprise"))
    if pick.compromise:
        head.append(tongue("recommend-compromise"))
    because = "" if bare else because_words(pick, own, tongue, member_id, by_mood=by_mood)
    return " · ".join(part for part in head if part) + (f"\n-# {because}" if because else "")


def _speaks(reason: Reason, pick: Pick, member_id: int | None) -> bool:
    """Whether a rating is the member's own, and counts for a twentieth or more."""
    if member_id is not None and reason.member_id != member_id:
        return False
    return reason.amount > 0 and reason.amount >= _LEAST_SHARE * pick.support


def _is(own: Own, reason: Reason, verdict: Verdict) -> bool:
    opinion = own.get(reason.item.id)
    return opinion is not None and opinion.verdict is verdict


def _turns_from(opinion: Opinion, disliked: Item, item: Item) -> bool:
    """Whether somebody dislikes one, and the other shares none of its tags."""
    low = opinion.stars is None or opinion.stars <= _DISLIKED
    told_apart = disliked.tags and item.tags and not {*disliked.tags} & {*item.tags}
    return opinion.verdict is Verdict.LOW and low and bool(told_apart)


def _liked_words(liked: Sequence[Reason], pick: Pick, tongue: Tongue, *, alone: bool) -> str:
    """What was liked, with its share of all that speaks for it, where hardly anything is against.

    The share would sound like certainty where much is, and tells nothing where one title is nearly
    all there is.
    """
    titles = _joined([f"**{title_of(reason.item)}**" for reason in liked], tongue)
    said = tongue("recommend-because-liked", titles=titles)
    if not alone or pick.against > _SMALL * pick.support:
        return said
    shares = [round(100 * reason.amount / pick.support) for reason in liked]
    if shares[0] >= _NEARLY_ALL:
        return said
    told = _joined([tongue("recommend-share", share=share) for share in shares], tongue)
    return tongue("recommend-because-counted", liked=said, shares=told)


def _joined(parts: Sequence[str], tongue: Tongue) -> str:
    text = parts[0]
    for part in parts[1:]:
        text = tongue("recommend-and", first=text, second=part)
    return text


def _one(reason: Reason, own: Own) -> str:
    title, stars = title_of(reason.item), own[reason.item.id].stars
    return f"**{title}**" + (f" ({stars_of(stars)})" if stars is not None else "")


def _add_group(
    embed: discord.Embed, picks: Picks, tongue: Tongue, *, bare: bool, by_mood: bool
) -> None:
    lines = [] if bare else [_standing(one, tongue) for one in picks.standings]
    mood = "yes" if by_mood else "no"
    marked = any(pick.compromise for pick in picks.picks)
    floor = tongue("recommend-group-some", mood=mood) if marked else tongue("recommend-group-none")
    rule = f"{tongue('recommend-group-rule', mood=mood)} {floor}"
    if not any(one.ratings for one in picks.standings):
        rule = tongue("recommend-group-unknown", mood=mood)
    lines.append(f"-# {rule}")
    embed.add_field(name=tongue("recommend-group"), value="\n".join(lines), inline=False)


def _standing(one: Standing, tongue: Tongue) -> str:
    member = member_name(one.member_id, tongue)
    if not one.ratings:
        return tongue("recommend-standing-new", member=member)
    return tongue("recommend-standing", bar=bar(100 * one.share), member=member)
