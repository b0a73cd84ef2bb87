"""Draws the examples in docs/img, and says how long each picture takes and how large it is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from bot.i18n import tongue
from bot.pictures.canvas import Canvas
from bot.pictures.finished import finished_card
from bot.pictures.map import map_picture
from bot.pictures.record import record_picture
from bot.pictures.share import share_card
from bot.pictures.theme import THEMES, Shade
from embedding.words.artifact import load_words
from game.albums import Albums, Chart, Page, Tally
from game.memory.store import MemoryGameStore
from game.model import Board, BoardKey, Entry, Mode, Puzzle, PuzzleKind, Server
from game.pool import load_pool
from game.puzzles import Puzzles
from game.rules import take_guess, take_hint
from game.scoring import ScoreBook
from game.stats import Statistics
from game.views import Words

HERE = Path(__file__).parent
DATA = HERE.parent / "game" / "data"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TABLE = load_words(DATA / "words.warmer")
POOL = load_pool(DATA / "pool.json", TABLE)
BOOK = ScoreBook(TABLE)
ROUNDS = 9
# A word with a star is a hint.
WAY = """
    house music animal happy tree computer mountain road city green forest hill sky rain storm
    weather ocean ship sail swim fish *waterfall island beach farm well pipe bridge canoe boat
    lake pond *brook stream river
""".split()  # noqa: SIM905  # thirty lines of one word each are not easier to read
SECRET = "river"  # noqa: S105  # of the example
TALLY = Tally(Statistics(128, 119, 9, 80, 3, 57.5, 12, 34, (4, 17, 38, 41, 15, 4)), (61, 3, 55))


def played(words: Sequence[str]) -> tuple[Page, Chart]:
    """A board with those words on it, as its player sees it."""
    store = MemoryGameStore()
    puzzles = Puzzles(store, TABLE, lambda: NOON, Random(1), "UTC", POOL)  # noqa: S311  # no secret
    day = date(2026, 11, 21)
    with store.working() as work:
        work.add_server(Server(1, "UTC", 1, day))
        work.add_puzzle(Puzzle(1, PuzzleKind.DAILY, 128, day, SECRET, TABLE.version))
        (puzzle,) = work.dailies(1)
        key = BoardKey(puzzle.id, Mode.SOLO, 7)
        board, entries = _board(work.lock_board(key), words)
        for entry in entries:
            work.add_entry(entry)
        work.save_board(board)
        work.commit()
    albums = Albums(store, puzzles, Words(TABLE, BOOK, lambda _: (), POOL))
    page = replace(albums.page_of(key, 7), streak=12)
    return page, albums.chart(page)


def _board(board: Board, words: Sequence[str]) -> tuple[Board, list[Entry]]:
    scores, entries = BOOK.scores(TABLE.words.index(SECRET)), []
    for at, marked in enumerate(words):
        word = marked.removeprefix("*")
        row = TABLE.words.index(word)
        said = (7, word, float(scores.similarity[row]), int(scores.rank[row]), NOON, at + 1)
        board, entry = (take_guess if word == marked else take_hint)(board, *said)
        entries.append(entry)
    return board, entries


def common(number: int) -> list[str]:
    """So many words that people say often."""
    order = TABLE.zipf.argsort(kind="stable")[::-1]
    known = [TABLE.words[row] for row in order if TABLE.listable[row]]
    return [word for word in Random(2).sample(known[:6000], number) if word != SECRET]  # noqa: S311  # no secret


def main() -> None:
    """Draw the examples, then time every picture."""
    dark, light, english = THEMES[Shade.DARK], THEMES[Shade.LIGHT], tongue("en")
    page, chart = played(WAY)
    running = played(WAY[:-3])
    examples = {
        "share-dark": share_card(page, dark, english),
        "finished-light": finished_card(page, light, english),
        "map-dark": map_picture(chart, dark, english),
        "map-running-light": map_picture(running[1], light, english),
        "record-dark": record_picture(TALLY, "Käthe", dark, english),
    }
    for name, canvas in examples.items():
        (HERE / "img" / f"{name}.png").write_bytes(canvas.png())
    for number in (1, 30, 150, 400):
        board, around = played([*common(number - 1), SECRET])
        drawings: dict[str, Callable[[], Canvas]] = {
            "share": lambda page=board: share_card(page, dark, english),
            "finished": lambda page=board: finished_card(page, dark, english),
            "map": lambda chart=around: map_picture(chart, dark, english),
        }
        for name, draw in drawings.items():
            spent, size = _measured(draw)
            print(f"{number:4} guesses  {name:9} {spent:4.0f} ms  {size / 1000:4.0f} kB")  # noqa: T201


def _measured(draw: Callable[[], Canvas]) -> tuple[float, int]:
    times, png = [], b""
    for _ in range(ROUNDS):
        begun = process_time()
        png = draw().png()
        times.append(1000 * (process_time() - begun))
    return median(times), len(png)


if __name__ == "__main__":
    main()
