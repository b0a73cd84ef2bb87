"""How `warmer recs demo` looks."""

from collections.abc import Mapping, Sequence

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from recsys.nouns import Item
from recsys.picks import Explanation, Found, Pick, Picks, Portrait
from recsys.relations import Companion, Substitute

_BAR = "━"
_WARM, _DIM = "bold orange1", "grey58"
_GRID_ACROSS, _GRID_DOWN = 62, 17


def heading(number: int, title: str, note: str = "") -> RenderableType:
    """A chapter's heading."""
    said = Text.assemble((f" {number} ", "black on orange1"), (f" {title}  ", "bold"), (note, _DIM))
    return Padding(Rule(said, align="left", style="grey30"), (1, 0, 0, 0))


def named(item: Item) -> Text:
    """A title with its year."""
    return Text.assemble(item.title, (f" {item.year}" if item.year else "", _DIM))


def stars(given: float) -> Text:
    """Stars as they are given."""
    full = "★" * int(given) + ("½" if given % 1 else "")
    return Text(full.ljust(5), "orange1" if given >= 4 else _DIM)


def ratings(given: Sequence[tuple[Item, float]]) -> RenderableType:
    """What was rated, a line each."""
    table = _table("", "")
    for item, value in given:
        table.add_row(stars(value), named(item))
    return table


def picks(found: Picks, before: Sequence[int] = ()) -> RenderableType:
    """A list with the reasons of each; `before` has the items of an earlier list, to compare."""
    table = _table("", "", "why", "in common")
    table.columns[2].ratio, table.columns[3].ratio = 3, 2
    for place, pick in enumerate(found.picks, 1):
        table.add_row(
            Text.assemble((f"{place}", "bold"), _moved(pick.item.id, place, before)),
            _titled(pick),
            _because(pick),
            Text(", ".join(pick.shared[:3]), _DIM),
        )
    return table


def explanation(found: Explanation, limit: int = 6) -> RenderableType:
    """What a score adds up to."""
    most = max((abs(reason.amount) for reason in found.reasons), default=1.0)
    table = _table("", "", "")
    table.columns[1].justify = "right"
    for reason in found.reasons[:limit]:
        table.add_row(named(reason.item), f"{reason.amount:+.4f}", _bar(reason.amount / most, 24))
    rest = found.base + sum(reason.amount for reason in found.reasons[limit:])
    if abs(rest) >= 5e-5:
        table.add_row(Text("everything else", _DIM), f"{rest:+.4f}", "")
    table.add_row(Text("the score", "bold"), Text(f"{found.score:.4f}", _WARM), "")
    return table


def suits(found: Picks, names: Mapping[int, str]) -> RenderableType:
    """How well a group's list suits each."""
    table = _table("", "", "")
    for standing in found.standings:
        share = f"{standing.share:4.0%}"
        table.add_row(names[standing.member_id], share, _bar(standing.share, 24))
    return table


def found_items(title: str, found: Found) -> RenderableType:
    """Items by nearness, with what each is about."""
    table = _table(title, "")
    table.columns[1].ratio = 1
    for item, _ in found.items:
        table.add_row(named(item), Text(item.description, _DIM, overflow="ellipsis", no_wrap=True))
    return table


def relations(
    item: Item, with_it: Sequence[Companion], instead: Sequence[Substitute],
    items: Mapping[int, Item],
) -> RenderableType:  # fmt: skip
    """What goes with an item, and what stands instead of it, with the evidence."""
    left, right = _table("goes with", ""), _table("instead of it", "")
    for one in with_it:
        seen = f"in {one.together} of {one.baskets} dishes, {one.expected:.1f} by chance"
        left.add_row(items[one.item].title, Text(seen, _DIM))
    for other in instead:
        shared = ", ".join(items[x].title.lower() for x in other.shared[:3])
        right.add_row(items[other.item].title, Text(f"both go with {shared}", _DIM))
    both = Table.grid(padding=(0, 3))
    both.add_row(left, right)
    return Panel(
        both,
        title=Text(item.title, _WARM),
        title_align="left",
        border_style="grey30",
    )


def portrait(found: Portrait) -> RenderableType:
    """The map of a taste in letters, and what is telling about it."""
    grid = [[Text(" ")] * _GRID_ACROSS for _ in range(_GRID_DOWN)]
    for x, y in found.places.values():
        _put(grid, x, y, Text("·", "grey42"))
    for region in found.regions:
        _write(grid, region.x, region.y, region.tag)
    for item in found.liked:
        _put(grid, *found.places[item.id], Text("●", _WARM))
    rows = [Text.assemble(*row) for row in grid]
    tags = _table("", "", "you", "shelf" if found.against_shelf else "others")
    for tag in found.tags:
        tags.add_row(tag.tag, _bar(tag.mine, 12), f"{tag.mine:.0%}",
                     Text(f"{tag.all:.0%}", _DIM))  # fmt: skip
    shown: list[RenderableType] = [Panel(Group(*rows), border_style="grey30")]
    return Columns([*shown, tags] if found.tags else shown, padding=(0, 2))


def _table(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 1), header_style=_DIM, show_header=any(heads))
    for head in heads:
        table.add_column(head)
    return table


def _bar(share: float, width: int) -> Text:
    return Text(_BAR * max(1, round(abs(share) * width)), "orange1" if share > 0 else "blue")


def _moved(item_id: int, place: int, before: Sequence[int]) -> tuple[str, str]:
    """How an item moved since an earlier list."""
    if not before:
        return "", ""
    if item_id not in before:
        return " new", "bold green"
    up = before.index(item_id) + 1 - place
    return (f" ↑{up}", "green") if up > 0 else (f" ↓{-up}", _DIM) if up else (" =", _DIM)


def _titled(pick: Pick) -> Text:
    mark = "  nobody has rated it yet" if pick.cold else "  a surprise" if pick.explored else ""
    return Text.assemble(named(pick.item), (mark, "italic green"))


def _because(pick: Pick) -> Text:
    parts = [(f"{one.item.title} ", f"{one.amount:+.3f}") for one in pick.because[:2]]
    return Text("\n").join(Text.assemble(title, (amount, _DIM)) for title, amount in parts)


def _put(grid: list[list[Text]], x: float, y: float, mark: Text) -> None:
    column, row = _cell(x, y)
    grid[row][column] = mark


def _write(grid: list[list[Text]], x: float, y: float, word: str) -> None:
    column, row = _cell(x, y)
    start = min(max(column - len(word) // 2, 0), _GRID_ACROSS - len(word))
    for place, letter in enumerate(word):
        grid[row][start + place] = Text(letter, "italic grey70")


def _cell(x: float, y: float) -> tuple[int, int]:
    return round((x + 1) / 2 * (_GRID_ACROSS - 1)), round((1 - y) / 2 * (_GRID_DOWN - 1))
