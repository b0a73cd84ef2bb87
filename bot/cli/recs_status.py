"""`warmer recs status`: what the models are worth."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from bot.cli.common import DatabaseOption, JsonOption, out
from bot.cli.shelf_common import ServerOption, opened

if TYPE_CHECKING:
    from recsys.nouns import Fit, Quality, ShelfFigures


def status(
    server: ServerOption = None,
    fit: Annotated[
        bool, typer.Option("--fit", help="Fit and measure every shelf now, before showing it.")
    ] = False,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show every shelf, and what its last fit is worth beside recommending what is popular.

    Measured on members whose likes were held out. Example: warmer recs status --fit
    """
    with opened(database) as use:
        found = use.parts.library.store.figures(server)
        if fit:
            for one in found:
                if one.items:
                    use.parts.tastes.fit(one.shelf)
            found = use.parts.library.store.figures(server)
    rows = [_row(one) for one in found]
    if as_json:
        print(json.dumps(rows, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
        return
    out.print(_table(rows))
    if any(one.fit is not None and one.fit.quality is None for one in found):
        out.print(
            "A shelf is measured once ten members like five things each; until then content and "
            "what is popular lead."
        )


def _row(one: "ShelfFigures") -> dict[str, Any]:
    row: dict[str, Any] = {
        "server": str(one.shelf.server_id), "shelf": one.shelf.name, "items": one.items,
        "opinions": one.opinions, "members": one.members, "pooled": one.shelf.pooled,
    }  # fmt: skip
    return row | {"fit": None if one.fit is None else _fit(one.fit)}


def _fit(fit: "Fit") -> dict[str, Any]:
    told: dict[str, Any] = {
        "at": fit.at.isoformat(timespec="seconds"), "raters": fit.raters,
        "seconds": round(fit.seconds, 3),
    }  # fmt: skip
    return told | {"quality": None if fit.quality is None else _quality(fit.quality)}


def _quality(quality: "Quality") -> dict[str, Any]:
    names = (
        "ndcg10", "popular_ndcg10", "ndcg100", "popular_ndcg100", "recall20", "popular_recall20",
        "gain", "error",
    )  # fmt: skip
    told: dict[str, Any] = {"members": quality.members}
    return told | {name: round(getattr(quality, name), 4) for name in names}


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("server", "shelf", "items", "opinions", "fitted", "NDCG@10", "popular", "gain"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*_cells(row))
    return table


def _cells(row: dict[str, Any]) -> list[str]:
    """What fits on a line; --json has the rest."""
    fit = row["fit"] or {}
    quality = fit.get("quality")
    fitted = fit["at"][:10] if fit else "never"
    known = [row["server"], row["shelf"], f"{row['items']:,}", f"{row['opinions']:,}", fitted]
    if quality is None:
        return [*known, *"---"]
    gain = f"{quality['gain']:+.3f} ± {quality['error']:.3f}"
    return [*known, f"{quality['ndcg10']:.3f}", f"{quality['popular_ndcg10']:.3f}", gain]
