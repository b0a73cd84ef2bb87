"""Texts of like length side by side: whoever pads all to the longest so pads little."""

from collections.abc import Iterator, Sequence


def alike(lengths: Sequence[int], most: int, size: int) -> Iterator[list[int]]:
    """Every place once, the longest first, a few at a time; those of equal length keep their order.

    Padded to their longest they are at most `size` long together, and at most `most` in number,
    but one there is always.
    """
    order = sorted(range(len(lengths)), key=lambda place: -lengths[place])
    start = 0
    while start < len(order):
        longest = max(1, lengths[order[start]])
        places = order[start : start + min(most, max(1, size // longest))]
        yield places
        start += len(places)
