"""Finds time zones by city, by country, by their name or by what the clocks say there now."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

UTC = "UTC"
_USUAL = (
    "Europe/London", "Europe/Berlin", "Europe/Paris", "America/New_York", "America/Chicago",
    "America/Denver", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Tokyo",
    "Australia/Sydney", UTC,
)  # fmt: skip
"""What is offered before anything is typed."""
_NO_PLACES = {"Factory", "localtime"}


@dataclass(eq=False)
class UnknownZone(Exception):
    """The text names no time zone that is known, or several: those it may mean are `near`."""

    text: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A time zone as people of a language call it. `country` is empty for UTC."""

    zone: str
    city: str
    country: str
    keys: tuple[str, ...]
    """What it is found by, plain and in lower case: each whole name, then each of its words."""

    def label(self, now: datetime) -> str:
        """City, country and the time there, as in "Berlin · Germany · 14:23"."""
        return " · ".join(filter(None, (self.city, self.country, local_time(self.zone, now))))


def local_time(zone: str, now: datetime) -> str:
    """What clocks say in a zone, as hours and minutes."""
    return f"{now.astimezone(ZoneInfo(zone)):%H:%M}"


def search(text: str, language: str, now: datetime, limit: int) -> list[Place]:
    """At most so many places that fit what was typed, the best first; the usual ones for none."""
    places, wanted = places_of(language), plain(text)
    if not wanted:
        return [places[zone] for zone in _USUAL][:limit]
    found = [(fit, p) for p in places.values() if (fit := _fit(p, wanted, now)) is not None]
    return [place for _, place in sorted(found, key=lambda x: (x[0], x[1].city))][:limit]


def resolve(text: str, language: str, now: datetime) -> str:
    """The zone that a text means: its name, or a city. Raises UnknownZone.

    Old names such as Asia/Calcutta are known as well.
    """
    typed = text.strip()
    if zone := _names().get(typed.casefold()):
        return zone
    wanted = plain(typed)
    exact = [p for p in places_of(language).values() if wanted in p.keys[:3] and wanted]
    if len(exact) == 1:
        return exact[0].zone
    near = search(typed, language, now, 25) if wanted else []
    if len(near) == 1:
        return near[0].zone
    raise UnknownZone(text, tuple(place.zone for place in near))


def city_of(zone: str, language: str) -> str:
    """What a zone is called by its city, or by its own name where it has none."""
    place = places_of(language).get(zone)
    return zone if place is None else place.city


def plain(text: str) -> str:
    """A text in lower case without accents and with spaces for everything that parts words."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in apart if not unicodedata.combining(c))
    kept = "".join(c if c.isalnum() or c in ":+" else " " for c in letters)
    return " ".join(kept.split())


@cache
def places_of(language: str) -> dict[str, Place]:
    """Every place of the world that has a zone, by zone, as a language calls it."""
    from babel import Locale  # Babel stays off the hot start
    from babel.core import get_global

    locale, known = Locale.parse(language), available_timezones()
    places = {UTC: Place(UTC, UTC, "", ("utc", "utc", "gmt"))}
    for zone, territory in get_global("zone_territories").items():
        if zone in known and not zone.startswith("Etc/"):
            own = zone.rpartition("/")[2].replace("_", " ")
            city = dict(locale.time_zones.get(zone) or {}).get("city") or own
            country = locale.territories.get(territory, "")
            english = Locale.parse("en").territories.get(territory, "")
            keys = _keys((zone, city, own, country, english, territory))
            places[zone] = Place(zone, str(city), str(country), keys)
    return places


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones() - _NO_PLACES}


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    whole = [plain(str(name)) for name in names]
    # The zone's own name, then the city's: these two must be whole to count as exact.
    return (*whole, *(word for name in whole for word in name.split()))


def _fit(place: Place, wanted: str, now: datetime) -> int | None:
    """How well a place fits: the lower the better, None for not at all."""
    if wanted in place.keys[:3]:
        return 0
    if any(key.startswith(wanted) for key in place.keys[1:3]):
        return 1
    if any(key.startswith(wanted) for key in place.keys[3:6]):
        return 2
    if any(key.startswith(wanted) for key in place.keys):
        return 3
    if ":" in wanted and local_time(place.zone, now).startswith(wanted):
        return 4
    return None
