"""Times `warmer play </dev/null` from start to end, beside importing torch and its library.

Whole processes in turn, A B A B …: median wall seconds, CPU seconds and peak memory, and ratios.
`--runs N` (5), `--json FILE`.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _table import machine, print_table, write_json

PYTHON = sys.executable
IMPORTS = "import torch, sentence_transformers"


def measure(command: list[str]) -> dict[str, float]:
    """One run of a command: wall and CPU seconds, peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{command} failed: {process.stderr.read().decode() if process.stderr else ''}")
    process.returncode = 0
    if process.stderr:
        process.stderr.close()
    return {
        "wall_s": wall,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "memory_mb": usage.ru_maxrss / 1024,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    warmer = [PYTHON, "-m", "bot", "play", "--database"]
    with tempfile.TemporaryDirectory() as folder:
        kept = f"{folder}/kept.sqlite3"
        commands = {
            "warmer play, new database": lambda run: [*warmer, f"{folder}/{run}.sqlite3"],
            "warmer play, again": lambda _: [*warmer, kept],
            "import torch, sentence_transformers": lambda _: [PYTHON, "-c", IMPORTS],
            "python -c pass": lambda _: [PYTHON, "-c", "pass"],
        }
        found: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
        for run in range(-1, options.runs):  # the first round only warms the disk's cache
            for name, command in commands.items():
                figures = measure(command(run))
                if run >= 0:
                    found[name].append(figures)
    medians = {
        name: {key: statistics.median(row[key] for row in rows) for key in rows[0]}
        for name, rows in found.items()
    }
    peer = medians["import torch, sentence_transformers"]
    print(machine())
    print_table(
        "From start to ready (and end), whole process, medians",
        ["command", "wall s", "CPU s", "peak MB", "wall / torch", "memory / torch"],
        [
            [
                name,
                *row.values(),
                row["wall_s"] / peer["wall_s"],
                row["memory_mb"] / peer["memory_mb"],
            ]
            for name, row in medians.items()
        ],
    )
    if options.json:
        write_json(options.json, {"runs": options.runs, "medians": medians})


if __name__ == "__main__":
    main()
