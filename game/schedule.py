"""When a day's post is due: local dates turned into moments, whatever clocks do there."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


class Occurrence(StrEnum):
    """How often a local time comes on its date."""

    ONCE = "once"
    NEVER = "never"
    TWICE = "twice"


def release(day: date, zone: tzinfo, minute: int) -> datetime:
    """The moment, in UTC, at which the post of a local date is due.

    That is the local time `minute` minutes after 00:00 on the wall. Where it comes twice, the
    first counts; where clocks jump over it, the first moment after the jump, even if that is on
    the next date. Raises ValueError unless 0 <= minute < 1440.
    """
    wall = _wall(day, minute)
    early = _utc(wall, zone, fold=0)
    if _on_the_wall(early, zone) == wall:
        return early
    return _end_of_gap(_utc(wall, zone, fold=1), early, wall, zone)


def ends(day: date, zone: tzinfo) -> datetime:
    """The moment, in UTC, at which a local date is over: the next one's midnight."""
    return release(day + _DAY, zone, 0)


def in_time(moment: datetime, day: date, ends_at: datetime | None, zone: tzinfo) -> bool:
    """Whether something was done before a puzzle's day was over.

    `ends_at` was noted when its puzzle was made, for a server's zone may change since; where
    nobody noted it, the zone says.
    """
    return moment < (ends_at or ends(day, zone))


def occurrence(day: date, zone: tzinfo, minute: int) -> Occurrence:
    """Whether that local time comes once on that date, never or twice."""
    wall = _wall(day, minute)
    first, second = (_utc(wall, zone, fold) for fold in (0, 1))
    if _on_the_wall(first, zone) != wall:
        return Occurrence.NEVER
    return Occurrence.ONCE if first == second else Occurrence.TWICE


def exists(day: date, zone: tzinfo) -> bool:
    """Whether the date comes in the zone at all: Samoa had no 30 December 2011."""
    return release(day, zone, 0).astimezone(zone).date() == day


def days(first: date, last: date, zone: tzinfo) -> Iterator[date]:
    """The dates of the zone's calendar from `first` to `last`, both included."""
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        if exists(day, zone):
            yield day


def day_before(day: date, zone: tzinfo) -> date:
    """The date before another one in the zone's calendar."""
    before = day - _DAY
    while not exists(before, zone):
        before -= _DAY
    return before


def latest_due(zone: tzinfo, minute: int, now: datetime) -> date:
    """The last date of the zone's calendar whose post is due by now."""
    day = now.astimezone(zone).date() + _DAY  # where midnight comes twice, it may be due already
    while not exists(day, zone) or release(day, zone, minute) > now:
        day -= _DAY
    return day


def due_days(
    zone: tzinfo, minute: int, now: datetime, since: datetime, last: date | None
) -> list[date]:
    """The dates whose post is due by `now` and is not accounted for, oldest first.

    `last` is the last date accounted for, None where there is none, and `since` when the present
    arrangement was made. No date before that of `since` is due any more; that one itself is due
    from the first on where the day before is accounted for (so that moving the post to an earlier
    hour loses no day), else only if its own moment came after `since`.
    """
    if last is not None and release(last + _DAY, zone, minute) > now:
        return []  # as nearly always: the moments of later dates are later still
    first = since.astimezone(zone).date()
    running = last is not None and last >= day_before(first, zone)
    if not running and release(first, zone, minute) < since:
        first += _DAY
    if last is not None:
        first = max(first, last + _DAY)
    return list(days(first, latest_due(zone, minute, now), zone))


def _wall(day: date, minute: int) -> datetime:
    if not 0 <= minute < _DAY // _MINUTE:
        raise ValueError(minute)
    return datetime.combine(day, time()) + minute * _MINUTE


def _utc(wall: datetime, zone: tzinfo, fold: int) -> datetime:
    return wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)


def _on_the_wall(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _end_of_gap(before: datetime, after: datetime, wall: datetime, zone: tzinfo) -> datetime:
    """The first moment whose local time is past `wall`, to the second.

    PEP 495 reads a time in a gap by the offset before the jump (fold 0) and by that after it
    (fold 1): the jump lies between the two moments.
    """
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if _on_the_wall(middle, zone) > wall:
            after = middle
        else:
            before = middle
    return after
