"""Times the audit of candidates and compares the par of one run with that of another.

A sample of `--words N` (100) candidates: seconds a word for gate and games in one process, what
the whole pool then takes on 2 cores, and by how much pars differ between two seeds.
`--json FILE`.
"""

import argparse
import time
from pathlib import Path

import numpy as np
from _table import machine, print_table, write_json

from embedding.players.artifact import load_associates
from embedding.words.artifact import load_words
from game.audit import GAMES, Audited, Auditor
from game.fairness import Gate
from game.simulate import STRENGTHS

DATA = Path(__file__).parent.parent / "game" / "data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=100)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    table = load_words(DATA / "words.warmer")
    associates = load_associates(DATA / "players.warmer", table)
    rows = table.secrets[:: max(1, len(table.secrets) // options.words)].tolist()

    gate = Gate(table)
    gate.judge(rows[0])  # counts who is near whom, once
    start = time.perf_counter()
    for row in rows:
        gate.judge(row)
    judging = (time.perf_counter() - start) / len(rows)

    auditor = Auditor(table, associates)
    list(auditor.audit(rows[:1]))
    start = time.perf_counter()
    first = list(auditor.audit(rows))
    auditing = (time.perf_counter() - start) / len(rows)
    second = list(auditor.audit(rows, seed=1))

    pairs = [(a.report.par, b.report.par) for a, b in zip(first, second, strict=True)]
    off = [abs(a - b) / ((a + b) / 2) for a, b in pairs if a is not None and b is not None]
    whole = auditing * len(table.secrets)
    figures = {
        "gate, ms a word": 1000 * judging,
        f"audit, ms a word ({sum(GAMES.values())} games)": 1000 * auditing,
        f"all {len(table.secrets)} candidates on 2 cores, s": whole / 2,
        "median difference of par between two seeds, %": 100 * float(np.median(off)),
        "90th percentile of that, %": 100 * float(np.percentile(off, 90)),
        "share of the words that pass, %": 100 * float(np.mean([x.passes for x in first])),
    }
    print(machine())
    print_table("The audit of secrets", ["what", "figure"], [*map(list, figures.items())])
    print_table(
        "Simulated players over these words",
        ["strength", "solved %", "median of medians"],
        [
            [strength.name, 100 * solved(first, place), middle(first, place)]
            for place, strength in enumerate(STRENGTHS)
        ],
    )
    if options.json:
        write_json(options.json, {"words": len(rows), "figures": figures})


def solved(audited: list[Audited], place: int) -> float:
    return float(np.mean([item.report.showings[place].solved for item in audited]))


def middle(audited: list[Audited], place: int) -> float:
    medians = [item.report.showings[place].median for item in audited]
    return float(np.median([np.inf if x is None else x for x in medians]))


if __name__ == "__main__":
    main()
