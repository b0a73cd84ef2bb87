"""Numbers with their nouns."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number and what it counts: "1 item", "2,000 items"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
