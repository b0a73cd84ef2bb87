"""The moment of a day's post, in every time zone and on the days on which clocks change."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.schedule import (
    Occurrence,
    day_before,
    days,
    due_days,
    exists,
    latest_due,
    occurrence,
    release,
)

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
Y2K = datetime(2000, 1, 1, tzinfo=UTC)
ZONES = sorted(available_timezones())
RESTLESS = ("Africa/Cairo", "America/New_York", "America/Santiago", "America/St_Johns",
            "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca",
            "Europe/Berlin", "Antarctica/Troll", "Pacific/Kwajalein")  # fmt: skip


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """What clocks on the wall show then."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def follows_the_rule(day: date, zone: ZoneInfo, minute: int, found: datetime) -> bool:
    """Whether it is that time on the wall for the first time, or the first moment after a jump."""
    wall = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
    if local(found, zone) == wall:
        return found.astimezone(zone).fold == 0
    return local(found - SECOND, zone) < wall < local(found, zone)


@pytest.mark.parametrize(
    ("start", "minute"), [(date(2026, 1, 1), 0), (date(2026, 1, 1), 150), (date(2011, 1, 1), 0)]
)
def test_year_in_every_zone(start: date, minute: int) -> None:
    """In every zone each date of a year has one moment, each later than the one before."""
    assert len(ZONES) > 400
    for name in ZONES:
        zone = ZoneInfo(name)
        year = list(days(start, start.replace(year=start.year + 1), zone))
        moments = [release(day, zone, minute) for day in year]
        assert all(a < b for a, b in pairwise(moments)), name
        for day, moment in zip(year, moments, strict=True):
            assert follows_the_rule(day, zone, minute, moment), (name, day)


@pytest.mark.parametrize("name", RESTLESS)
def test_every_hour_of_restless_years(name: str) -> None:
    """Where clocks change at odd times, every hour of the day follows the rule."""
    zone = ZoneInfo(name)
    for minute in (*range(0, 1440, 60), 1, 1439):
        year = days(date(2026, 1, 1), date(2026, 12, 31), zone)
        moments = [(day, release(day, zone, minute)) for day in year]
        assert all(follows_the_rule(day, zone, minute, moment) for day, moment in moments)
        assert all(a[1] < b[1] for a, b in pairwise(moments))


@pytest.mark.parametrize(
    ("name", "day", "minute", "moment", "often"),
    [
        ("Asia/Beirut", "2026-03-29", 0, "2026-03-28T22:00", Occurrence.NEVER),
        ("Asia/Beirut", "2026-03-29", 59, "2026-03-28T22:00", Occurrence.NEVER),
        ("Asia/Beirut", "2026-03-29", 60, "2026-03-28T22:00", Occurrence.ONCE),
        ("Asia/Beirut", "2026-10-24", 1410, "2026-10-24T20:30", Occurrence.TWICE),
        ("Asia/Beirut", "2026-10-25", 0, "2026-10-24T22:00", Occurrence.ONCE),
        ("Africa/Cairo", "2026-04-24", 0, "2026-04-23T22:00", Occurrence.NEVER),
        ("Africa/Cairo", "2026-10-29", 1439, "2026-10-29T20:59", Occurrence.TWICE),
        ("America/Santiago", "2026-09-06", 0, "2026-09-06T04:00", Occurrence.NEVER),
        ("America/Santiago", "2026-04-04", 1380, "2026-04-05T02:00", Occurrence.TWICE),
        ("America/New_York", "2026-03-08", 150, "2026-03-08T07:00", Occurrence.NEVER),
        ("America/New_York", "2026-11-01", 90, "2026-11-01T05:30", Occurrence.TWICE),
        ("Australia/Lord_Howe", "2026-10-04", 135, "2026-10-03T15:30", Occurrence.NEVER),
        ("Australia/Lord_Howe", "2026-04-05", 100, "2026-04-04T14:40", Occurrence.TWICE),
        ("Pacific/Apia", "2011-12-29", 720, "2011-12-29T22:00", Occurrence.ONCE),
        ("Pacific/Apia", "2011-12-30", 720, "2011-12-30T10:00", Occurrence.NEVER),
        ("Pacific/Apia", "2011-12-31", 0, "2011-12-30T10:00", Occurrence.ONCE),
    ],
)
def test_days_on_which_clocks_change(
    name: str, day: str, minute: int, moment: str, often: Occurrence
) -> None:
    """A time that clocks skip is due right after the jump, one that comes twice at the first."""
    zone, on = ZoneInfo(name), date.fromisoformat(day)
    assert release(on, zone, minute) == datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert occurrence(on, zone, minute) is often


def test_date_that_never_came() -> None:
    """Samoa went from the 29th to the 31st: the 30th has no post of its own."""
    apia = ZoneInfo("Pacific/Apia")
    assert not exists(date(2011, 12, 30), apia)
    assert [day.day for day in days(date(2011, 12, 28), date(2011, 12, 31), apia)] == [28, 29, 31]
    assert day_before(date(2011, 12, 31), apia) == date(2011, 12, 29)
    new_year = datetime(2012, 1, 1, tzinfo=UTC)
    since = datetime(2011, 12, 1, tzinfo=UTC)
    due = due_days(apia, 0, new_year, since, date(2011, 12, 28))
    assert due == [date(2011, 12, 29), date(2011, 12, 31), date(2012, 1, 1)]


@pytest.mark.parametrize("minute", [-1, 1440])
def test_minutes_outside_the_day_are_refused(minute: int) -> None:
    """A day has 1440 minutes."""
    with pytest.raises(ValueError, match=str(minute)):
        release(date(2026, 1, 1), ZoneInfo("UTC"), minute)


NINE = 540
BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str) -> datetime:
    """A moment by the clocks of Berlin."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def test_due_at_the_minute_and_not_before() -> None:
    """A day becomes due in its minute."""
    since, last = at("2026-11-01T12:00"), date(2026, 11, 20)
    assert due_days(BERLIN, NINE, at("2026-11-21T08:59:59"), since, last) == []
    assert due_days(BERLIN, NINE, at("2026-11-21T09:00"), since, last) == [date(2026, 11, 21)]


def test_every_day_of_an_outage_is_due() -> None:
    """After three days without the bot, each of them is due."""
    due = due_days(BERLIN, NINE, at("2026-11-24T10:00"), at("2026-11-01T12:00"), date(2026, 11, 21))
    assert [day.day for day in due] == [22, 23, 24]


def test_first_post_comes_at_the_next_hour() -> None:
    """Set up after the hour, the first post is tomorrow's; before it, today's."""
    now = at("2026-11-21T23:00")
    assert due_days(BERLIN, NINE, now, at("2026-11-21T12:00"), None) == []
    assert due_days(BERLIN, NINE, now, at("2026-11-21T08:00"), None) == [date(2026, 11, 21)]


def test_moving_the_hour_loses_no_day() -> None:
    """Moved at noon from the evening to the morning, today's post comes at once, once."""
    noon = at("2026-11-21T12:00")
    assert due_days(BERLIN, NINE, noon, noon, date(2026, 11, 20)) == [date(2026, 11, 21)]
    assert due_days(BERLIN, NINE, noon, noon, date(2026, 11, 21)) == []


def test_days_without_an_arrangement_were_never_due() -> None:
    """A channel named again after a month begins anew and owes nothing for the month."""
    since, long_ago = at("2026-11-21T12:00"), date(2026, 10, 20)
    assert due_days(BERLIN, NINE, at("2026-11-21T13:00"), since, long_ago) == []
    assert due_days(BERLIN, NINE, at("2026-11-22T09:00"), since, long_ago) == [date(2026, 11, 22)]


@given(
    st.sampled_from(ZONES),
    st.integers(0, 1439),
    st.integers(0, 37 * 365 * 86400).map(lambda number: Y2K + number * SECOND),
    st.lists(st.integers(1, 200_000), max_size=12),
)
def test_ticks_account_for_each_day_once(
    name: str, minute: int, start: datetime, steps: list[int]
) -> None:
    """However irregularly one looks, each date since the start is found due once, in order."""
    zone, now, last, found = ZoneInfo(name), start, None, []
    for step in [*steps, 200_000]:
        now += timedelta(seconds=step)
        due = due_days(zone, minute, now, start, last)
        assert all(release(day, zone, minute) <= now for day in due)
        found += due
        last = found[-1] if found else None
    wanted = days(start.astimezone(zone).date() - DAY, latest_due(zone, minute, now), zone)
    assert found == [day for day in wanted if release(day, zone, minute) >= start]
