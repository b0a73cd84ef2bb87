"""Counts days in a row."""

from collections.abc import Collection
from datetime import date, timedelta

_DAY = timedelta(days=1)


def present_run(days: Collection[date], today: date) -> int:
    """How many of these days lie in a row up to today, or where today is none of them, yesterday.

    So a run goes on until a whole day has passed without.
    """
    return _up_to(days, today) or _up_to(days, today - _DAY)


def longest_run(days: Collection[date]) -> int:
    """The most of these days that lie in a row; 0 without any."""
    ends = (day for day in days if day + _DAY not in days)
    return max((_up_to(days, day) for day in ends), default=0)


def _up_to(days: Collection[date], last: date) -> int:
    length = 0
    while last - length * _DAY in days:
        length += 1
    return length
