"""The console's clock, and the zone it plays in."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import known_zone, open_app
from bot.playing import PlayClock
from bot.settings import Settings
from game.turn import Turn

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("real", "day"),
    [
        (datetime(2026, 1, 15, 22, 30, tzinfo=UTC), date(2026, 7, 1)),  # 23:30 in winter
        (datetime(2026, 6, 15, 22, 30, tzinfo=UTC), date(2026, 12, 1)),  # 00:30 in summer
        (datetime(2026, 6, 15, 0, 30, tzinfo=UTC), date(2026, 3, 29)),  # 02:30, left out that day
    ],
)
def test_a_date_is_that_date_whatever_the_clocks_do(real: datetime, day: date) -> None:
    """Asking for a day plays on that local day, across changes of clocks too."""
    assert PlayClock(PARIS, day, lambda: real).here().date() == day


async def test_the_next_day_is_the_next_day() -> None:
    """From the eve of a change of clocks, late at night, the next day is the next one."""
    clock = PlayClock(PARIS, None, lambda: datetime(2026, 3, 28, 22, 30, tzinfo=UTC))
    await clock.go_to(date(2026, 3, 29))
    assert clock.here().date() == date(2026, 3, 29)
    with pytest.raises(ValueError, match="2026-03-28"):
        await clock.go_to(date(2026, 3, 28))


def test_a_server_keeps_its_zone(tmp_path: Path) -> None:
    """The zone a server began in is known again, whatever the settings say by then."""
    path = str(tmp_path / "w.sqlite3")
    settings = Settings(_env_file=None, database=path, time_zone="Europe/Paris")
    assert known_zone(settings, 1) is None
    with open_app(settings, lambda: datetime(2026, 5, 1, tzinfo=UTC)) as app:
        app.game.look(Turn(1, 2, 3))
    later = settings.model_copy(update={"time_zone": "Asia/Tokyo"})
    assert known_zone(later, 1) == "Europe/Paris"
    assert known_zone(later, 2) is None
