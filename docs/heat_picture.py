"""Draws docs/heat.png: the heat of every rank, and what the cosine of that rank is on five days.

Needs matplotlib, which Warmer itself does not: pip install matplotlib
"""

from pathlib import Path

import matplotlib as mpl
import numpy as np

mpl.use("Agg")
from matplotlib import pyplot as plt

from embedding.words.artifact import load_words
from game.heat import LIMITS, Band, heat
from game.scoring import score

HERE = Path(__file__).parent
SECRETS = ("river", "guitar", "moon", "bread", "storm")


def main() -> None:
    """Write the picture beside this file."""
    table = load_words(HERE.parent / "game" / "data" / "words.warmer")
    size = len(table)
    ranks = np.unique(np.geomspace(1, size - 1, 400).astype(int))
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.2), constrained_layout=True)
    for name in SECRETS:
        scores = score(table, table.words.index(name))
        left.plot(ranks, scores.similarity[scores.order[ranks]], label=name, linewidth=1.6)
    left.set(xscale="log", xlabel="rank", ylabel="cosine", title="Cosine: every day is different")
    left.legend(frameon=False)
    right.plot(ranks, [heat(int(rank), size) for rank in ranks], color="#b3201f", linewidth=2.4)
    right.plot([1000], [40], "o", color="#b3201f")
    right.annotate("rank 1,000: 40°", (1000, 40), (1300, 46))
    start = 1
    for name, limit in (*LIMITS[1:], (Band.FREEZING, size - 1)):
        right.axvline(limit, color="#999999", linewidth=0.7, linestyle=":")
        middle = (start * limit) ** 0.5
        right.text(middle, 104, name, ha="center", color="#555555", fontsize="small")
        start = limit
    right.set(xscale="log", xlabel="rank", ylabel="heat", ylim=(-4, 112))
    right.set_title("Heat: one scale for all days")
    figure.savefig(HERE / "heat.png", dpi=110)


if __name__ == "__main__":
    main()
