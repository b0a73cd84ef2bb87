"""Draws what `warmer recs status` shows, at most 80 columns wide."""

from collections.abc import Iterator, Mapping
from datetime import UTC

from bot.cli.shelf_common import CONSOLE, console_server
from recsys.nouns import Fit, Quality, ShelfFigures, Tuning

_INDENT = 14
_ROWS = (("Warmer", ""), ("popularity", "popular_"))
_COLUMNS = (("NDCG@10", "ndcg10"), ("NDCG@100", "ndcg100"), ("Recall@20", "recall20"))
_DIALS = {
    "regularisation": "regularisation",
    "features": "what features weigh beside opinions",
    "content": "what alike content adds",
    "low": "what a low rating counts of a like",
    "dislike": "what the lowest says against its like",
    "evidence": "raters until an item is half trusted",
    "ridge": "how much guesses for new items shrink",
    "lift": "times that new items are lifted",
    "popular": "what popularity adds between equals",
}
"""Dials that are not named here go by their own names."""


def lines(one: ShelfFigures, model: int, defaults: Mapping[str, object]) -> Iterator[str]:
    """The lines about one shelf; `model` is the version in use, with its default dials."""
    pooled = ", pooled with other servers" if one.shelf.pooled else ""
    here = one.shelf.server_id == console_server()
    yield f"{one.shelf.name} on server {CONSOLE if here else one.shelf.server_id}{pooled}"
    members = _counted(one.members, "member")
    yield _line("holds", _counted(one.items, "item"))
    yield _line("", f"{_counted(one.opinions, 'opinion')} of {members}")
    if one.fit is None:
        yield _line("last fit", "never: the first question about the shelf starts one")
        return
    yield from _fit(one.fit)
    if one.fit.quality is not None:
        yield from _quality(one.fit.quality)
    yield from _tuning(one.fit.tuning, model, defaults)


def _fit(fit: Fit) -> Iterator[str]:
    at = fit.at.astimezone(UTC)
    yield _line("last fit", f"number {fit.id}, {at:%Y-%m-%d %H:%M} UTC, took {fit.seconds:.1f} s")
    opinions, raters = _counted(fit.opinions, "opinion"), _counted(fit.raters, "rater")
    yield _line("", f"learned {opinions} of {raters} on {_counted(fit.items, 'item')}")
    if fit.quality is None:
        yield _line("worth", "not measured: that takes ten members who like five things each;")
        yield _line("", "until then content and what is popular lead")


def _quality(quality: Quality) -> Iterator[str]:
    yield _line("worth", " " * 10 + "".join(f"{heading:>11}" for heading, _ in _COLUMNS))
    for name, prefix in _ROWS:
        figures = (getattr(quality, prefix + column) for _, column in _COLUMNS)
        yield _line("", f"{name:<10}" + "".join(f"{figure:>11.3f}" for figure in figures))
    gain = f"{quality.gain:+.3f} ± {quality.error:.3f}"
    yield _line("", f"{gain} of NDCG@10, by {_counted(quality.members, 'member')} held out")


def _tuning(tuning: Tuning | None, model: int, defaults: Mapping[str, object]) -> Iterator[str]:
    if tuning is None:
        yield _line("dials", "not kept with this fit; the next one keeps them")
        return
    encoder = "without an encoder" if tuning.encoder is None else f"on texts by {tuning.encoder}"
    if tuning.model == model:
        yield _line("dials", f"found {encoder}")
    else:
        yield _line("dials", f"of model {tuning.model}, not used by this Warmer's model {model}")
    for name, value in tuning.dials.items():
        default = defaults.get(name, value)
        moved = "" if value == default else f"  (by default {_number(default)})"
        words = _DIALS.get(name, name.replace("_", " "))
        yield _line("", f"{words:<38}{_number(value):>7}{moved}")


def _line(label: str, text: str) -> str:
    return f"  {label:<{_INDENT - 2}}{text}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)
