"""The age of what must come round again and again."""

from datetime import UTC, datetime, timedelta

from bot.pulse import Pulse


def test_age_since_the_last_beat() -> None:
    """There is no age before the first beat; then it is counted from the last one."""
    pulse, noon = Pulse(), datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert pulse.age(noon) is None
    pulse.beat(noon)
    pulse.beat(noon + timedelta(seconds=30))
    assert pulse.age(noon + timedelta(seconds=42)) == 12.0
