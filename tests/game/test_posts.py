"""What goes into the outbox, and under which nonce."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from game.posts import LEASE, Agenda, Post, PostState, Skip, dues, horizon, nonce, pause
from game.setup import Setup

SETUP = Setup(1, "UTC", 5, 18 * 60)
SINCE = datetime(2026, 11, 1, tzinfo=UTC)


def planned(setup: Setup, now: datetime, last: date) -> list[tuple[int, str | None]]:
    """The days of the month that are due, and why those that are not to be posted are not."""
    return [(due.day.day, due.skip) for due in dues([Agenda(setup, SINCE, last)], now)]


def test_latest_is_posted_and_older_ones_are_late() -> None:
    """After an outage one post comes, not four."""
    now = datetime(2026, 11, 21, 19, tzinfo=UTC)
    late = Skip.LATE
    assert planned(SETUP, now, date(2026, 11, 17)) == [
        (18, late),
        (19, late),
        (20, late),
        (21, None),
    ]


def test_channel_that_is_gone_is_not_asked_again() -> None:
    """A deleted channel never comes back; a forbidden one may, and is tried once a day."""
    now = datetime(2026, 11, 21, 19, tzinfo=UTC)
    gone = replace(SETUP, trouble=Skip.CHANNEL_GONE)
    forbidden = replace(SETUP, trouble=Skip.FORBIDDEN)
    assert planned(gone, now, date(2026, 11, 20)) == [(21, Skip.CHANNEL_GONE)]
    assert planned(forbidden, now, date(2026, 11, 20)) == [(21, None)]


def test_horizon_is_the_date_on_the_line_islands() -> None:
    """Kiritimati is 14 hours ahead."""
    assert horizon(datetime(2026, 11, 21, 9, 59, tzinfo=UTC)) == date(2026, 11, 21)
    assert horizon(datetime(2026, 11, 21, 10, tzinfo=UTC)) == date(2026, 11, 22)


@given(st.integers(1, 2**63 - 1), st.dates(date(2015, 1, 1), date(2099, 12, 31)))
def test_nonce_fits_and_tells_days_apart(server_id: int, day: date) -> None:
    """At most 25 characters, the same for the same post, another one for the next day."""
    post = Post(1, server_id, day, PostState.PENDING, SINCE)
    assert len(nonce(post)) <= 25
    assert nonce(replace(post, id=2, attempts=3)) == nonce(post)
    assert nonce(replace(post, day=day + timedelta(1))) != nonce(post)


def test_attempts_slow_down() -> None:
    """The first ones follow within the minutes for which Discord knows a nonce, later ones rest."""
    pauses = [pause(number) for number in range(1, 30)]
    assert sum(pauses[:4], timedelta()) < timedelta(minutes=5)
    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(minutes=15)
    assert pauses[0] < LEASE
