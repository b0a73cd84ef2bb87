"""What `warmer recs status` looks like."""

from dataclasses import asdict, replace
from datetime import UTC, datetime

from bot.cli.recs_status_view import lines
from bot.cli.shelf_common import console_server
from recsys.dials import Dials
from recsys.nouns import Fit, Quality, Shelf, ShelfFigures, ShelfKind
from recsys.tuned import MODEL, tuning_of

SHELF = Shelf(1_234_567_890_123_456_789, "films", ShelfKind.FILMS, pooled=True)
QUALITY = Quality(120, 0.3753, 0.4322, 0.4049, 0.1688, 0.2225, 0.1973, 0.2065, 0.0098)
TUNING = tuning_of(replace(Dials(), regularisation=400.0), "a/model-of-a-long-name-L6-v2")
AT = datetime(2026, 11, 21, 16, 40, tzinfo=UTC)
FIT = Fit(1, AT, 2_000, 100_000, 1_234_567, 1234.56, QUALITY, TUNING, 12_345)
DEFAULTS = asdict(Dials())


def shown(fit: Fit | None) -> str:
    """The lines about a shelf with that fit."""
    figures = ShelfFigures(SHELF, 100_000, 0, 2_345_678, 60_000, fit)
    return "\n".join(lines(figures, MODEL, DEFAULTS))


def test_everything_fits_on_a_terminal() -> None:
    """Large numbers and long names still take 80 columns at most."""
    for fit in (FIT, replace(FIT, quality=None), replace(FIT, tuning=None), None):
        assert max(map(len, shown(fit).splitlines())) <= 80


def test_the_console_goes_by_its_name() -> None:
    """The server of `warmer play` is called what every command takes for it."""
    shelf = replace(SHELF, server_id=console_server())
    told = next(lines(ShelfFigures(shelf, 1, 0, 0, 0, None), MODEL, DEFAULTS))
    assert told == "films on server console, pooled with other servers"
    assert shown(None).startswith(f"films on server {SHELF.server_id},")


def test_dials_are_in_words() -> None:
    """Dials go by words, and one that was moved says what it is by default."""
    told = shown(FIT)
    assert "400  (by default 200)" in told
    assert told.count("by default") == 1
    assert "what a low rating counts of a like" in told


def test_dials_of_another_release() -> None:
    """They are shown by their own names, and it is said that they are not used."""
    later = replace(TUNING, model=MODEL + 1, dials={"some_thing": 3.5, "mode": "deep"})
    told = shown(replace(FIT, tuning=later))
    assert f"of model {MODEL + 1}, not used by this Warmer's model {MODEL}" in told
    assert "some thing" in told
    assert "deep" in told


def test_figures_stand_beside_popularity() -> None:
    """Each figure of the model is above that of what is popular."""
    ours, popular = (
        next(line.split()[1:] for line in shown(FIT).splitlines() if name in line)
        for name in ("Warmer", "popularity")
    )
    assert ours == ["0.375", "0.432", "0.405"]
    assert popular == ["0.169", "0.223", "0.197"]
