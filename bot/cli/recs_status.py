"""`warmer recs status`: what the models are worth."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.common import DatabaseOption, JsonOption, out
from bot.cli.shelf_common import ServerOption, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recsys.nouns import Fit, Quality, ShelfFigures, Tuning


def status(
    server: ServerOption = None,
    fit: Annotated[
        bool, typer.Option("--fit", help="Fit and measure every shelf now, before showing it.")
    ] = False,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show every shelf with its last fit: what it found, and its worth beside what is popular.

    Measured on members whose likes were held out. Example: warmer recs status --fit
    """
    with opened(database) as use:
        found = use.parts.library.store.figures(server)
        if fit:
            for one in found:
                if one.items:
                    use.parts.tastes.fit(one.shelf)
            found = use.parts.library.store.figures(server)
    if as_json:
        print(json.dumps([_row(one) for one in found], indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
    elif found:
        _show(found)
    else:
        out.print("There is no shelf yet. `warmer items import FILE --shelf films` makes one.")


def _show(found: "Sequence[ShelfFigures]") -> None:
    # These bring SciPy, which no other command's start should wait for.
    from bot.cli.recs_status_view import lines
    from recsys.dials import Dials
    from recsys.tuned import MODEL

    shown = ("\n".join(lines(one, MODEL, asdict(Dials()))) for one in found)
    out.print("\n\n".join(shown), markup=False)


def _row(one: "ShelfFigures") -> dict[str, Any]:
    row: dict[str, Any] = {
        "server": str(one.shelf.server_id), "shelf": one.shelf.name, "items": one.items,
        "opinions": one.opinions, "members": one.members, "pooled": one.shelf.pooled,
    }  # fmt: skip
    return row | {"fit": None if one.fit is None else _fit(one.fit)}


def _fit(fit: "Fit") -> dict[str, Any]:
    told: dict[str, Any] = {
        "number": fit.id, "at": fit.at.isoformat(timespec="seconds"), "raters": fit.raters,
        "opinions": fit.opinions, "items": fit.items, "seconds": round(fit.seconds, 3),
    }  # fmt: skip
    told["quality"] = None if fit.quality is None else _quality(fit.quality)
    return told | {"tuning": None if fit.tuning is None else _tuning(fit.tuning)}


def _tuning(tuning: "Tuning") -> dict[str, Any]:
    return {"model": tuning.model, "encoder": tuning.encoder, "dials": dict(tuning.dials)}


def _quality(quality: "Quality") -> dict[str, Any]:
    names = (
        "ndcg10", "popular_ndcg10", "ndcg100", "popular_ndcg100", "recall20", "popular_recall20",
        "gain", "error",
    )  # fmt: skip
    told: dict[str, Any] = {"members": quality.members}
    return told | {name: round(getattr(quality, name), 4) for name in names}
