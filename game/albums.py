"""The use cases behind the pictures: boards as they went, with no word that may not be seen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from embedding.words.neighbors import nearest_rows
from embedding.words.table import WordTable
from game.atlas import Spot, atlas
from game.errors import NoSuchBoard, NotForYou
from game.journey import Journey, bridge, journey, longest_wait
from game.model import Board, BoardKey, Mode, Puzzle, PuzzleFace, PuzzleKind
from game.places import board_at
from game.ports import GameReader, GameStore
from game.puzzles import Puzzles
from game.results import Neighbour
from game.scoring import Scores
from game.stats import Statistics, statistics
from game.turn import Turn
from game.views import Words

NEAREST, AROUND = 10, 40
"""How many neighbours of the secret a finished board names, and how many its map shows."""


@dataclass(frozen=True, slots=True)
class Page:
    """A board as one member may look back on it; words they may not see are the empty one.

    `streak` is the run of days of the member whose own board it is, where that is still news. The
    `secret`, its `nearest` words and the `bridge` (the unused word that best led out of the longest
    wait) are there once the board is finished and the member may know. `others` says that the
    board is somebody else's.
    """

    puzzle: PuzzleFace
    board: Board
    journey: Journey
    size: int
    today: date
    streak: int = 0
    secret: str | None = None
    nearest: tuple[Neighbour, ...] = ()
    bridge: tuple[str, str] | None = None
    others: bool = False


@dataclass(frozen=True, slots=True)
class Landmark:
    """A word on the map. `guessed` is false for the secret's neighbours nobody has tried."""

    word: str
    spot: Spot
    guessed: bool = True
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """The map of a page: its words around the secret, which is told on a finished one only."""

    page: Page
    landmarks: tuple[Landmark, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A member's statistics, and how many of the rated puzzles they solved under, at, over par.

    Par is compared with the strokes of a board: guesses, and what hints have cost.
    """

    statistics: Statistics
    against_par: tuple[int, int, int]


class Albums:
    """Looks back on boards; changes none of them."""

    def __init__(self, store: GameStore, puzzles: Puzzles, words: Words) -> None:
        self._store = store
        self._puzzles = puzzles
        self._words = words

    def page(self, turn: Turn) -> Page:
        """The board that a turn means. Raises NoSuchDay, NoPractice or NoSuchPuzzle."""
        place = self._puzzles.find(turn)
        with self._store.reading() as reader:
            board = board_at(reader, place)
            return self._page(reader, place.puzzle, board, turn.member_id)

    def page_of(self, key: BoardKey, member_id: int) -> Page:
        """The board of a key, as far as that member may see it.

        Somebody's own board is for others once it is finished and they know the secret themselves.
        Raises NoSuchBoard, or NotForYou.
        """
        with self._store.reading() as reader:
            puzzle, board = reader.puzzle(key.puzzle_id), reader.board(key)
            if puzzle is None or board is None:
                raise NoSuchBoard
            return self._page(reader, puzzle, board, member_id)

    def chart(self, page: Page) -> Chart:
        """The map of a page: of a finished one with the secret and its neighbours.

        Empty where the words have changed since.
        """
        table = self._words.table
        seen = {step.word: step.hint for step in page.journey.steps if step.word}
        rows = {word: at for word in seen if (at := table.row(word)) is not None}
        scores = self._scores(page.board.key.puzzle_id)
        if scores is None:
            return Chart(page, ())
        around: Sequence[int] = ()
        if page.secret is not None:
            rows[page.secret] = scores.secret
            used = (*rows.values(), scores.secret)
            around = nearest_rows(table, scores.similarity, AROUND, used)
        spots = atlas(table, scores, [*rows.values(), *around])
        marks = [
            Landmark(word, spot, word in seen, seen.get(word, False))
            for word, spot in zip(rows, spots, strict=False)
        ]
        marks += [Landmark(table.words[x.row], x, guessed=False) for x in spots[len(rows) :]]
        return Chart(page, tuple(marks))

    def tally(self, server_id: int, member_id: int) -> Tally:
        """A member's record on a server."""
        server = self._puzzles.server(server_id)
        with self._store.reading() as reader:
            played = reader.played(server.id, member_id)
            secrets = {puzzle.id: puzzle for puzzle in reader.dailies(server.id)}
        today, zone = self._puzzles.today(server), ZoneInfo(server.time_zone)
        over: dict[int, int] = {}
        for row in played:
            puzzle = secrets.get(row.puzzle_id)
            par = None if puzzle is None else self._words.pool.rated(puzzle.face, puzzle.secret).par
            if par is not None and row.solved:
                strokes = row.attempts + row.hints - par
                over[row.puzzle_id] = min(strokes, over.get(row.puzzle_id, strokes))
        counts = (
            sum(x < 0 for x in over.values()),
            sum(x == 0 for x in over.values()),
            sum(x > 0 for x in over.values()),
        )
        return Tally(statistics(played, today, zone), counts)

    def _page(self, reader: GameReader, puzzle: Puzzle, board: Board, member_id: int) -> Page:
        key = board.key
        others = key.mode is Mode.SOLO and key.owner_id != member_id
        entries = reader.entries(board.id)
        took_part = reader.took_part(board.id, member_id)
        knows = board.finished and (
            took_part or (not others and key.mode is Mode.SOLO)
            or reader.knows(puzzle.id, member_id, key)
        )  # fmt: skip
        if others and not knows:
            raise NotForYou
        whole = journey(entries, len(self._words.table))
        shown = {x.word for x in entries if knows or x.member_id == member_id}
        shown = {word for word in shown if not self._words.table.hides(word)}
        page = Page(
            puzzle=self._words.pool.rated(puzzle.face, puzzle.secret),
            board=board,
            journey=whole.veiled(shown),
            size=len(self._words.table),
            today=self._today(reader, puzzle.server_id, puzzle.day),
            streak=self._streak(reader, puzzle, key),
            others=others,
        )
        return self._told(page, puzzle) if knows else page

    def _told(self, page: Page, puzzle: Puzzle) -> Page:
        table = self._words.table
        row = table.row(puzzle.secret)
        if row is None or table.hidden[row]:
            return replace(page, secret=puzzle.secret if row is None else None)
        scores = self._words.scores.scores(row)
        nearest = (
            Neighbour(table.words[at], int(scores.rank[at]), float(scores.similarity[at]))
            for at in nearest_rows(table, scores.similarity, NEAREST, (row,))
        )
        return replace(
            page,
            secret=puzzle.secret,
            nearest=tuple(sorted(nearest, key=lambda near: near.rank)),
            bridge=_bridge(table, scores, page.journey),
        )

    def _scores(self, puzzle_id: int) -> Scores | None:
        with self._store.reading() as reader:
            puzzle = reader.puzzle(puzzle_id)
        row = None if puzzle is None else self._words.table.row(puzzle.secret)
        return None if row is None else self._words.scores.scores(row)

    def _streak(self, reader: GameReader, puzzle: Puzzle, key: BoardKey) -> int:
        server = reader.server(puzzle.server_id)
        if server is None or key.mode is not Mode.SOLO or puzzle.kind is not PuzzleKind.DAILY:
            return 0
        today, zone = self._puzzles.today(server), ZoneInfo(server.time_zone)
        if puzzle.day < today - timedelta(days=1):  # today's streak is no news of an old puzzle
            return 0
        return statistics(reader.played(server.id, key.owner_id), today, zone).streak

    def _today(self, reader: GameReader, server_id: int, otherwise: date) -> date:
        server = reader.server(server_id)
        return otherwise if server is None else self._puzzles.today(server)


def _bridge(table: WordTable, scores: Scores, way: Journey) -> tuple[str, str] | None:
    """The word at which the longest wait began, and the one that best led on from there."""
    wait = longest_wait(way.steps)
    start = None if wait is None else table.row(wait.word)
    if start is None or start == scores.secret:
        return None
    used = {row for step in way.steps if (row := table.row(step.word)) is not None}
    row = bridge(table, scores, used, start)
    return None if row is None else (table.words[start], table.words[row])
