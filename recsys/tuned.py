"""Dials on their way to the database and back, where other processes and releases find them."""

from dataclasses import asdict

from recsys.dials import Dials
from recsys.nouns import Tuning

MODEL = 2
"""What the dials mean. Raise it where a name comes to mean something else, or where the best
value of one is another because the model changed; then what was found before is not used."""
_MOST = 1e9


def tuning_of(dials: Dials, encoder: str | None) -> Tuning:
    """The dials as they are stored, found on texts of that encoder (None: without one)."""
    return Tuning(MODEL, encoder, asdict(dials))


def dials_of(tuning: Tuning | None, encoder: str | None) -> Dials | None:
    """The stored dials, or None where they are of another model or encoder, or no dials at all.

    Names that we do not know are left out, those that are missing are as by default.
    """
    if tuning is None or (tuning.model, tuning.encoder) != (MODEL, encoder):
        return None
    defaults = asdict(Dials())
    found = {name: value for name, value in tuning.dials.items() if name in defaults}
    if not all(_is_like(value, defaults[name]) for name, value in found.items()):
        return None
    return Dials(**{name: type(defaults[name])(value) for name, value in found.items()})


def _is_like(value: object, default: object) -> bool:
    """Whether a value may stand for a dial, of which none is below 0 or endless."""
    if isinstance(default, float) and isinstance(value, int | float):
        return not isinstance(value, bool) and 0 <= value <= _MOST
    return type(value) is type(default)
