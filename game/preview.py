"""What the schedule of one server looks like: days that were, and days that come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from game.model import Server
from game.posts import Agenda, Post, Skip
from game.schedule import Occurrence, due_days, exists, occurrence, release

PLANNED = "planned"
DUE = "due"

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One date of a server. `number` is the puzzle's, `due_at` the moment of its post in UTC.

    `state` is that in the outbox, or `due` (not in there yet) or `planned`; `reason` says why a
    day was skipped. `clocks` tells whether the local time comes on that date once, never or twice;
    a date that its zone leaves out altogether has no line.
    """

    day: date
    number: int
    due_at: datetime
    local: datetime
    clocks: Occurrence
    state: str
    reason: str | None = None
    sent_at: datetime | None = None


def preview(
    server: Server, agenda: Agenda, posts: Sequence[Post], now: datetime, ahead: int
) -> list[PreviewLine]:
    """The lines of the days in `posts`, of those due by `now`, and of `ahead` days after that.

    Days to come are told by the setup as it is; nothing is planned where trouble forbids it.
    """
    zone, minute = ZoneInfo(server.time_zone), agenda.setup.minute
    done = {post.day: _of_post(server, post, zone, minute) for post in posts}
    due = due_days(zone, minute, now, agenda.since, agenda.last)
    first = max([*done, *due, _eve(agenda, zone)]) + _DAY
    coming = [*due, *_next(first, zone, ahead)]
    lines = {day: _coming(server, agenda, day, now) for day in coming} | done
    return [lines[day] for day in sorted(lines)]


def _eve(agenda: Agenda, zone: ZoneInfo) -> date:
    """The day before the first that can be posted under the present setup."""
    first = agenda.since.astimezone(zone).date()
    early = release(first, zone, agenda.setup.minute) < agenda.since
    return first if early else first - _DAY


def _next(first: date, zone: ZoneInfo, number: int) -> list[date]:
    found: list[date] = []
    day = first
    while len(found) < number:
        if exists(day, zone):
            found.append(day)
        day += _DAY
    return found


def _coming(server: Server, agenda: Agenda, day: date, now: datetime) -> PreviewLine:
    setup, zone = agenda.setup, ZoneInfo(server.time_zone)
    due_at = release(day, zone, setup.minute)
    gone = setup.trouble == Skip.CHANNEL_GONE
    state = "skipped" if gone else DUE if due_at <= now else PLANNED
    return PreviewLine(
        day, _number(server, day), due_at, due_at.astimezone(zone),
        occurrence(day, zone, setup.minute), state, setup.trouble,
    )  # fmt: skip


def _of_post(server: Server, post: Post, zone: ZoneInfo, minute: int) -> PreviewLine:
    return PreviewLine(
        post.day, _number(server, post.day), post.due_at.astimezone(UTC),
        post.due_at.astimezone(zone), occurrence(post.day, zone, minute), post.state.value,
        post.reason, post.sent_at,
    )  # fmt: skip


def _number(server: Server, day: date) -> int:
    return (day - server.first_day).days + 1
