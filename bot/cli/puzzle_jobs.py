"""Audits many words in several processes."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from embedding.players.artifact import load_associates
from embedding.words.artifact import load_words
from game.audit import Audited, Auditor

# So many words a job: each job reads the words anew, which takes about a second.
_JOB = 100


def audit_all(
    words: Path,
    players: Path,
    rows: Sequence[int],
    seed: int,
    processes: int,
    progress: Callable[[int], None],
) -> list[Audited]:
    """The audit of every row, in order; the number of processes does not change the result.

    `progress` is told how many more rows are done. Raises WordsError or PlayersError.
    """
    found: list[Audited] = []
    # Not forked: numpy's threads do not survive that.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        jobs = [
            pool.submit(_audit, words, players, rows[start : start + _JOB], seed)
            for start in range(0, len(rows), _JOB)
        ]
        for job in jobs:
            done = job.result()
            found += done
            progress(len(done))
    return found


def _audit(words: Path, players: Path, rows: Sequence[int], seed: int) -> list[Audited]:
    table = load_words(words)
    return list(Auditor(table, load_associates(players, table)).audit(rows, seed))
