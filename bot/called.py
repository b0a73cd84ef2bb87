"""What things are called on one line. Light: the command line needs it too."""

from recsys.nouns import Item

LONGEST_TITLE = 80


def plain_title(item: Item) -> str:
    """The title with its year, at most as long as a label may be."""
    year = f" ({item.year})" if item.year is not None else ""
    title = " ".join(item.title.split())
    room = LONGEST_TITLE - len(year)
    return (title if len(title) <= room else f"{title[: room - 1]}…") + year
