"""Blends several views of every word into one vector of small whole numbers."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Block = NDArray[np.float64]
# So many principal axes are mapped; the weaker ones are noise, which whitening would blow up.
_AXES = 700
_LEAST_SPREAD = 0.02


def centred(block: NDArray[np.floating]) -> Block:
    """Unit rows, rid of what all of them share: their mean."""
    moved = block.astype(np.float64) - block.mean(axis=0, dtype=np.float64)
    return unit(moved)


def unit(block: Block) -> Block:
    """Rows of length one; a row without a direction stays zero."""
    return np.asarray(block / np.maximum(np.linalg.norm(block, axis=1, keepdims=True), 1e-12))


def evened(block: Block, power: float) -> Block:
    """Centred unit rows whose principal axes differ less in strength: each is divided by its own.

    With `power` 0 nothing changes, with 1 all axes become alike (whitening). Softer than leaving
    out the strongest axes (Mu and Viswanath, "All-but-the-top", 2018). Rows of zeros are words the
    block does not know: they stay zero.
    """
    known = block.any(axis=1)
    if not known.any():
        return block
    moved = block - block.mean(axis=0)
    values, axes = np.linalg.eigh(moved.T @ moved)
    strength = np.sqrt(np.maximum(values, 1e-12) / max(values[-1], 1e-12))
    rows = unit(moved @ axes * strength**-power)
    rows[~known] = 0
    return rows


def joined(weighted: Iterable[tuple[float, Block]]) -> Block:
    """The blocks side by side, each times its weight; rows of length one."""
    return unit(np.hstack([weight * block for weight, block in weighted]))


def reduced(vectors: Block, dimension: int) -> Block:
    """Project on the strongest principal axes, as many as there are (uncentred PCA)."""
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    strongest = axes[:, ::-1][:, :dimension]
    # An eigenvector's sign is arbitrary: fix it, so that the same input gives the same bytes.
    signs = np.sign(strongest[np.abs(strongest).argmax(axis=0), np.arange(strongest.shape[1])])
    projected: Block = vectors @ (strongest * signs)
    return projected


def drawn_together(
    block: Block, sources: NDArray[np.int32], targets: NDArray[np.int32], power: float
) -> Block:
    """Unit rows after a linear map that weakens what tells related rows apart.

    Row `sources[i]` is related to row `targets[i]`. Where all rows differ alike (whitened principal
    axes), directions in which related ones differ most are divided by that difference to the
    `power`; then the axes get their strengths back. A soft kind of within-class covariance
    normalisation (Hatch, Kajarekar and Stolcke, 2006); no pairs change nothing.
    """
    if not len(sources):
        return unit(block)
    projected = reduced(block, _AXES)
    strength = np.maximum(np.sqrt(np.square(projected).mean(axis=0)), 1e-9)
    whitened = projected / strength
    # A word with many relations does not count for more than one with few.
    often = [np.bincount(ends, minlength=len(block))[ends] for ends in (sources, targets)]
    weights = 1 / np.sqrt(np.multiply(*often))
    apart = (whitened[sources] - whitened[targets]) * np.sqrt(weights / weights.sum())[:, None]
    spread, directions = np.linalg.eigh(apart.T @ apart)
    shrunk = directions * (np.maximum(spread, 0) + _LEAST_SPREAD) ** (-power / 2)
    return unit(whitened @ (shrunk @ directions.T) * strength)


def quantised(vectors: Block) -> NDArray[np.int8]:
    """Whole numbers, the largest of each row 127 or -127."""
    peak = np.abs(vectors).max(axis=1, keepdims=True)
    steps: Block = np.rint(127 * vectors / np.maximum(peak, 1e-12))
    return steps.astype(np.int8)
