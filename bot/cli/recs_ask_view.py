"""How the answers of the recommender look on the command line, in any width.

Loaded with the first answer: it brings what Discord's answers are written with.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from bot.called import plain_title
from bot.cli.counting import counted
from bot.cli.members import Member
from bot.console.ink import Pen
from bot.console.markdown import Reader
from bot.i18n import Tongue
from bot.render.recommend import because_words
from bot.taste_text import stars_of
from recsys.nouns import Item, Opinion, Verdict
from recsys.picks import Basis, Explanation, Pick, Picks, Side, Twin

Own = Mapping[int, Opinion]
QUIET = "bright_black"
_MOST_TAGS, _MOST_LINES, _MOST_SHARED = 4, 14, 6
_BAR = 20
_POINTS, _PERCENT = 10_000, 100
"""To one of a score, and of a place: as on Discord."""
_SAID = {
    Verdict.LIKE: "liked", Verdict.LOW: "not liked", Verdict.SEEN: "seen",
    Verdict.DISMISSED: "not for me",
}  # fmt: skip
_SIDES = {
    Side.MOOD: "the mood", Side.TASTE: "taste", Side.AVERAGE: "the average of all",
    Side.LEAST: "whoever it suits least",
}  # fmt: skip


def show(*parts: RenderableType) -> None:
    """Print them one below the other, in the width there is."""
    console = Console(highlight=False)
    for part in parts:
        console.print(part)


def heading(text: str) -> Text:
    """What the answer is about."""
    return Text(text, "bold")


def notice(text: str) -> Text:
    """What is to be known about the answer."""
    return Text(text, "italic")


def said(opinion: Opinion | None) -> str:
    """What a member makes of something: ★★★½, or a word."""
    if opinion is None:
        return "nothing said"
    return _SAID[opinion.verdict] if opinion.stars is None else stars_of(opinion.stars)


def named(item: Item) -> Text:
    """A title with its year."""
    return Text(plain_title(item))


def tags(item: Item) -> Text:
    """The first tags, on one line."""
    return Text(", ".join(item.tags[:_MOST_TAGS]), QUIET, no_wrap=True, overflow="ellipsis")


def table(*headings: str, ratios: Sequence[int | None] = ()) -> Table:
    """A table without lines; the headings are left out where all are empty."""
    made = Table(
        box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=QUIET,
        show_header=any(headings),
    )  # fmt: skip
    for place, text in enumerate(headings):
        made.add_column(text, ratio=ratios[place] if place < len(ratios) else None)
    return made


def listed(items: Iterable[tuple[Item, str]], remarks: str = "") -> Table:
    """Items by their places, with their tags and, under that heading, a remark each."""
    rows = list(items)
    heads = ("", "", "", remarks) if remarks else ("", "", "")
    made = table(*heads)
    made.columns[0].justify = "right"
    for place, (item, remark) in enumerate(rows, start=1):
        cells = [Text(str(place), "bold"), named(item), tags(item)]
        made.add_row(*cells, *([Text(remark)] if remarks else []))
    return made


def picked(
    picks: Picks, members: Sequence[Member], own: Own, tongue: Tongue, mood: str | None
) -> list[RenderableType]:
    """A list of what to try next, with why, and how it suits each where it is for several."""
    made = table("", "")
    made.columns[0].justify = "right"
    all_cold = all(pick.cold for pick in picks.picks)
    whys = because(picks, members, own, tongue, mood)
    for place, (pick, why) in enumerate(zip(picks.picks, whys, strict=True), start=1):
        made.add_row(Text(str(place), "bold"), _pick(pick, why, marked=not all_cold))
    names = _joined([member.name for member in members])
    parts: list[RenderableType] = [heading(f"{picks.shelf.name}, for {names}")]
    parts += [notice(text) for text in notices(picks, names, mood)]
    parts += [made] if picks.picks else []
    return [*parts, *_standings(picks, members)]


def notices(picks: Picks, names: str, mood: str | None) -> Iterable[str]:
    """What is to be known about a list."""
    if not picks.left:
        yield "Nothing is left: all that stands there was rated, seen or dismissed."
        return
    if picks.on_shelf == 1:
        yield "Only one thing stands on this shelf, so there is little to choose from."
    if picks.basis is Basis.NOTHING and not mood:
        yield f"No taste is known here yet, so a bit of everything: {names}."
    elif picks.basis is Basis.ONLY_LOW:
        yield "All that was said is what is not liked: one like makes the list their own."
    elif picks.basis is Basis.LUKEWARM:
        yield "Nothing was really liked so far: one like makes the list their own."
    elif all(pick.cold for pick in picks.picks):
        yield "Nobody has rated any of these yet: they are here for what they are about."
    if mood and not picks.by_meaning:
        yield "The texts are not encoded (yet), so the mood was taken word by word."
    if mood and picks.faint:
        yield "Nothing there clearly fits that mood; this comes nearest."


def because(
    picks: Picks, members: Sequence[Member], own: Own, tongue: Tongue, mood: str | None
) -> list[Text]:
    """Why each is on a list, in Discord's words: of the first one's ratings alone."""
    me = members[0].id if len(members) > 1 else None
    pen = Pen(Reader(lambda _: None, lambda: datetime.now(UTC)))
    told = (because_words(pick, own, tongue, me, by_mood=bool(mood)) for pick in picks.picks)
    return [pen.write(words) for words in told]


def account(explained: Explanation, own: Own, name: str) -> list[RenderableType]:
    """All that adds up to a score, as it is written; after what counts on a list, if any."""
    parts: list[RenderableType] = [heading(f"{plain_title(explained.item)}, for {name}")]
    parts += [notice(text) for text in _remarks(explained, name)]
    if explained.terms:
        rows = [
            (
                round(100 * _PERCENT * one.amount),
                Text(f"{_SIDES[one.side]}, {one.most:.0%} at most"),
            )
            for one in explained.terms
        ]
        parts += [heading("Its place on that list"), _sum(rows, "of 100")]
        parts.append(heading(f"Its score by the taste of {name} alone"))
    return [*parts, _score(explained, own)]


def twins(found: Iterable[Twin]) -> Table:
    """Members of alike taste, with what both like."""
    made = table("member", "alike", "both like")
    made.columns[0].overflow = "fold"
    made.columns[1].justify = "right"
    for twin in found:
        shared = ", ".join(plain_title(item) for item in twin.shared[:_MOST_SHARED])
        more = len(twin.shared) - _MOST_SHARED
        both = shared + (f" and {counted(more, 'more', 'more')}" if more > 0 else "")
        made.add_row(str(twin.member_id), f"{twin.likeness:.0%}", Text(both))
    return made


def _pick(pick: Pick, why: Text, *, marked: bool) -> Text:
    flags = [
        text
        for text, holds in (
            ("new here", marked and pick.cold), ("a surprise", pick.explored),
            ("a compromise", pick.compromise),
        )
        if holds
    ]  # fmt: skip
    rest = " · ".join([", ".join(pick.item.tags[:_MOST_TAGS]), *flags])
    head = Text.assemble((plain_title(pick.item), "bold"), (f" · {rest}" if rest else "", QUIET))
    return Text("\n").join([head, why]) if why else head


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _remarks(explained: Explanation, name: str) -> Iterable[str]:
    if explained.known is not None:
        yield f"Said of it already: {said(explained.known)}."
    if explained.cold:
        yield "Nobody has rated it yet: the score is from what it is about."
    if explained.shared:
        yield f"In common with what was liked: {', '.join(explained.shared)}."
    if not explained.reasons:
        yield f"No ratings here, so none are in the score: {name}."


def _standings(picks: Picks, members: Sequence[Member]) -> list[RenderableType]:
    if len(members) < 2 or not picks.picks:
        return []
    made = table("", "", "")
    names = {member.id: member.name for member in members}
    for one in picks.standings:
        bar = Text("━" * max(1, round(_BAR * one.share)), "orange1")
        known = f"{one.share:.0%}" if one.ratings else "has rated nothing here, so has no say"
        made.add_row(names[one.member_id], bar if one.ratings else Text(), known)
    return [Text(), heading("How it suits each"), made]


def _score(explained: Explanation, own: Own) -> Table:
    rows = [
        (_hundredths(one.amount), Text.assemble(
            plain_title(one.item), (f"  {said(own.get(one.item.id))}", QUIET)))
        for one in explained.reasons
    ]  # fmt: skip
    shown, rest = rows[:_MOST_LINES], rows[_MOST_LINES:]
    if rest:
        words = counted(len(rest), "smaller one")
        shown.append((sum(amount for amount, _ in rest), Text(words, QUIET)))
    shown.append((_hundredths(explained.base), Text("without any rating", QUIET)))
    return _sum(shown, "the score, in ten-thousandths")


def _sum(rows: Sequence[tuple[int, Text]], total: str) -> Table:
    """Hundredths of points, and their sum as they are written."""
    made = table("", "")
    made.columns[0].justify = "right"
    made.columns[0].no_wrap = True
    for amount, words in rows:
        made.add_row(f"{amount / 100:+,.2f}", words)
    made.add_section()
    whole = sum(amount for amount, _ in rows)
    made.add_row(Text(f"{whole / 100:,.2f}", "bold"), Text(total, "bold"))
    return made


def _hundredths(amount: float) -> int:
    return round(100 * _POINTS * amount)
