"""Time zones are found as people look for them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.zones import UnknownZone, city_of, places_of, resolve, search

NOW = datetime(2026, 11, 21, 13, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "language", "label"),
    [
        ("wien", "de", "Wien · Österreich · 14:23"),
        ("VIENNA", "de", "Wien · Österreich · 14:23"),
        ("österr", "de", "Wien · Österreich · 14:23"),
        ("são p", "fr", "São Paulo · Brésil · 10:23"),
        ("sao p", "en", "Sao Paulo · Brazil · 10:23"),
        ("new y", "en", "New York · United States · 08:23"),
        ("Asia/Kol", "en", "Kolkata · India · 18:53"),
        ("22:2", "en", "Tokyo · Japan · 22:23"),
        ("", "en", "London · United Kingdom · 13:23"),
    ],
)
def test_search(typed: str, language: str, label: str) -> None:
    """City, country (in the language or in English), the zone's own name, and the time there."""
    assert label in [place.label(NOW) for place in search(typed, language, NOW, 25)]


def test_cities_come_before_countries() -> None:
    """Who types the whole name of a city gets it first."""
    assert search("panama", "en", NOW, 3)[0].zone == "America/Panama"
    assert search("us", "en", NOW, 3) != []


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_place_is_a_zone(language: str) -> None:
    """Every place can be looked up, and has a name and a label that Discord takes."""
    places = places_of(language)
    assert len(places) > 400
    for zone, place in places.items():
        ZoneInfo(zone)
        assert 1 <= len(place.label(NOW)) <= 100
        assert place.city


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"),
        ("Asia/Calcutta", "Asia/Calcutta"), ("tokio", "Asia/Tokyo"), (" UTC ", "UTC"),
        ("Australia/Sydney", "Australia/Sydney"), ("japan", "Japan"),
    ],
)  # fmt: skip
def test_resolve(typed: str, zone: str) -> None:
    """Names of zones in any case, old ones too, and cities."""
    assert resolve(typed, "de", NOW) == zone


@pytest.mark.parametrize(
    ("typed", "several"), [("indiana", True), ("atlantis", False), ("", False)]
)
def test_unknown_zone(typed: str, several: bool) -> None:
    """What is no place, or several, is refused with those it could be."""
    with pytest.raises(UnknownZone) as caught:
        resolve(typed, "en", NOW)
    assert (len(caught.value.near) > 1) is several


def test_every_zone_has_a_name() -> None:
    """A zone without a city is called by its own name."""
    assert city_of("Europe/Vienna", "fr") == "Vienne"
    assert all(city_of(zone, "en") for zone in available_timezones())
