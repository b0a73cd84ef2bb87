"""Rows of taste's tables, turned into nouns and back."""

import json
from dataclasses import fields
from typing import Any

from recsys.nouns import (
    Fit,
    Item,
    ItemStatus,
    Opinion,
    Quality,
    Shelf,
    ShelfKind,
    Tuning,
    Verdict,
)
from recsys.wording import search_key
from store.nouns import AnyRow

_PLAIN = ("external_id", "title", "description", "year", "url", "image", "suggested_by")
_QUALITY = tuple(field.name for field in fields(Quality))
_FIT = ("shelf_id", "at", "raters", "items", "opinions", "seconds")


def to_shelf(row: AnyRow) -> Shelf:
    """A shelf."""
    return Shelf(row.server_id, row.name, ShelfKind(row.kind), row.pooled, row.id)


def to_item(row: AnyRow) -> Item:
    """An item."""
    return Item(
        shelf_id=row.shelf_id,
        tags=tuple(row.tags.splitlines()),
        status=ItemStatus(row.status),
        added=row.added_at,
        id=row.id,
        **{name: getattr(row, name) for name in _PLAIN},
    )


def from_item(item: Item) -> dict[str, Any]:
    """The columns of an item but its id."""
    return {name: getattr(item, name) for name in _PLAIN} | {
        "shelf_id": item.shelf_id,
        "search": search_key(item.title),
        "tags": "\n".join(item.tags),
        "status": item.status.value,
        "added_at": item.added,
    }


def to_opinion(row: AnyRow) -> Opinion:
    """An opinion."""
    return Opinion(
        row.shelf_id,
        row.member_id,
        row.item_id,
        Verdict(row.verdict),
        None if row.halves is None else row.halves / 2,
        row.at,
    )


def halves(stars: float | None) -> int | None:
    """Stars, in halves."""
    return None if stars is None else round(2 * stars)


def from_opinion(opinion: Opinion) -> dict[str, Any]:
    """The columns of an opinion."""
    return {
        "shelf_id": opinion.shelf_id,
        "member_id": opinion.member_id,
        "item_id": opinion.item_id,
        "verdict": opinion.verdict.value,
        "halves": halves(opinion.stars),
        "at": opinion.at,
    }


def to_fit(row: AnyRow) -> Fit:
    """A fit."""
    known = {name: getattr(row, name) for name in _QUALITY}
    quality = None if row.members is None else Quality(**known)
    figures = {name: getattr(row, name) for name in _FIT}
    return Fit(**figures, quality=quality, tuning=_to_tuning(row), id=row.id)


def from_fit(fit: Fit) -> dict[str, Any]:
    """The columns of a fit but its id."""
    figures = {name: getattr(fit.quality, name, None) for name in _QUALITY}
    return {name: getattr(fit, name) for name in _FIT} | figures | _from_tuning(fit.tuning)


def _to_tuning(row: AnyRow) -> Tuning | None:
    """What a fit found; None where that is not there or no object of JSON."""
    if row.model is None or row.dials is None:
        return None
    try:
        dials = json.loads(row.dials)
    except ValueError:
        return None
    return Tuning(row.model, row.encoder, dials) if isinstance(dials, dict) else None


def _from_tuning(tuning: Tuning | None) -> dict[str, Any]:
    if tuning is None:
        return {"model": None, "encoder": None, "dials": None}
    dials = json.dumps(dict(tuning.dials))
    return {"model": tuning.model, "encoder": tuning.encoder, "dials": dials}
