"""Times leaderboards and achievements on a large server: 2,000 members, 50,000 boards, a year.

    python -m benchmarks.leaderboard [DATABASE]

DATABASE is the URL of an empty database or the path of a new file; in memory if left out.
"""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import Any

from embedding.words.artifact import load_words
from game.leaderboard import Period
from game.pool import Pool, load_pool
from game.puzzles import Puzzles
from game.standings import KEPT, Standings
from store.engine import Database, open_database
from store.migrate import upgrade
from store.schema import METADATA
from store.seal import seal
from store.standings import SqlStandings
from store.work import SqlGameStore

DATA = Path(__file__).parents[1] / "game" / "data"
SERVER, CHANNEL, MEMBER, SEED = 900, 77, 10**17, 5
DAYS, MEMBERS, BOARDS, ENTRIES, TEAM = 365, 2000, 50_000, 3, 30
FIRST = date(2026, 1, 1)
ROUNDS = 5
Rows = list[dict[str, Any]]


def main() -> None:
    database = open_database(sys.argv[1] if len(sys.argv) > 1 else ":memory:")
    upgrade(database)
    table = load_words(DATA / "words.warmer")
    pool = load_pool(DATA / "pool.json", table)
    fill(database, pool)
    moment = datetime.combine(FIRST + timedelta(DAYS - 1), time(12), UTC)
    ticks = (moment + number * KEPT for number in range(1000))  # so that nothing kept is handed out
    puzzles = Puzzles(SqlGameStore(database), table, lambda: moment, Random(SEED), "UTC", pool)
    book = SqlStandings(database)
    standings = Standings(book, puzzles, pool, lambda: next(ticks))
    for period in Period:
        show(period.value, lambda period=period: standings.leaderboard(SERVER, period))
    show("deeds", lambda: book.deeds(SERVER, MEMBER))
    database.close()


def show(name: str, work: Callable[[], object]) -> None:
    work()
    walls, spent = [], []
    for _ in range(ROUNDS):
        wall, cpu = perf_counter(), process_time()
        work()
        walls.append(1000 * (perf_counter() - wall))
        spent.append(1000 * (process_time() - cpu))
    print(f"{name:6} {median(walls):7.1f} ms wall  {median(spent):7.1f} ms CPU here")


def fill(database: Database, pool: Pool) -> None:
    rng, words = Random(SEED), list(pool)
    server = {"id": SERVER, "time_zone": "Europe/Berlin", "seed": SEED, "first_day": FIRST}
    puzzles = [
        {
            "id": n + 1, "server_id": SERVER, "kind": "daily", "number": n + 1,
            "day": FIRST + timedelta(n), "secret": seal(words[n], SEED), "words_version": "1",
            "cycle": 0, "owner_id": None, "par": None, "difficulty": None,
        }
        for n in range(DAYS)
    ]  # fmt: skip
    pairs = rng.sample([(n, m) for n in range(DAYS) for m in range(MEMBERS)], BOARDS)
    boards: Rows = []
    entries: Rows = []
    for number, (day, member) in enumerate(pairs, start=1):
        solved = rng.random() < 0.8
        boards.append(board(number, day, "solo", MEMBER + member, rng.randrange(5, 200), solved))
        entries += [entry(number, at, MEMBER + member, day) for at in range(1, ENTRIES + 1)]
    for day in range(DAYS):
        number = BOARDS + day + 1
        boards.append(board(number, day, "together", CHANNEL, 60, solved=True))
        entries += [entry(number, at, MEMBER + rng.randrange(TEAM), day) for at in range(1, 61)]
    rows = {"servers": [server], "puzzles": puzzles, "boards": boards, "entries": entries}
    with database.writing() as connection:
        for name, values in rows.items():
            connection.execute(METADATA.tables[name].insert(), values)
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def board(
    number: int, day: int, mode: str, owner: int, guesses: int, solved: bool
) -> dict[str, Any]:
    return {
        "id": number, "puzzle_id": day + 1, "mode": mode, "owner_id": owner, "entries": guesses,
        "attempts": guesses, "hints": 0, "best_rank": 0 if solved else 40,
        "solved_in": guesses if solved else None, "solver_id": MEMBER if solved else None,
        "gave_up": False, "finished_at": moment_of(day, 20) if solved else None,
    }  # fmt: skip


def entry(number: int, position: int, member: int, day: int) -> dict[str, Any]:
    return {
        "board_id": number, "position": position, "member_id": member, "word": f"w{position}",
        "similarity": 0.1, "rank": 100 * position, "at": moment_of(day, 9), "attempt": position,
        "hint": False, "interaction_id": None,
    }  # fmt: skip


def moment_of(day: int, hour: int) -> datetime:
    return datetime.combine(FIRST + timedelta(day), time(hour), UTC)


if __name__ == "__main__":
    main()
