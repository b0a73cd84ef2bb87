"""The use cases of the word game: guess, look, hint, give up, practise."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from embedding.words.table import WordTable
from game.errors import AlreadyGuessed, InteractionTaken, KnowsSecret, SecretGone, UnknownWord
from game.hints import pick_hint
from game.model import Board, Entry, Mode
from game.normalise import normalise
from game.ports import GameReader, GameStore, GameWork
from game.puzzles import Clock, Place, Puzzles, board_of_turn, claims
from game.results import BoardView, GiveUpResult, GuessResult, HintResult, Neighbour
from game.rules import check_may_give_up, give_up, take_guess, take_hint, votes_needed
from game.scoring import ScoreBook, Scores
from game.turn import Turn

Suggest = Callable[[str], Sequence[str]]
"""Known words spelled like an unknown one, the likeliest first."""
NEAREST = 10
"""How many of the secret's neighbours a finished board shows."""
CLOSEST = 5
"""How many of a board's nearest words come with the answer to a guess."""


class Words(NamedTuple):
    """The word table, the scores kept of it, and the speller that goes with it."""

    table: WordTable
    scores: ScoreBook
    suggest: Suggest


class Game:
    """Plays turns. Everything slow is computed before the one short transaction of a turn."""

    def __init__(self, store: GameStore, puzzles: Puzzles, words: Words, clock: Clock) -> None:
        self._store = store
        self._puzzles = puzzles
        self._words = words
        self._clock = clock

    def guess(self, turn: Turn, text: str) -> GuessResult:
        """Take a guess.

        Raises EmptyGuess, GuessTooLong, SeveralWords, NotLetters, UnknownWord, AlreadyGuessed,
        KnowsSecret, SecretGone, NoSuchDay or NoPractice; none of them costs anything.
        """
        if turn.puzzle is not None or turn.mode is not None:
            self._locate(turn)  # where to play is remembered even where the word is refused
        typed = normalise(text)
        row = self._row(typed)
        place = self._locate(turn)
        scores = self._scores(place)
        word, rank = self._words.table.words[row], int(scores.rank[row])
        with self._store.working() as work:
            board = work.lock_board(place.key)
            knows = rank == 0 and not board.finished
            if knows and work.knows(place.puzzle.id, turn.member_id, place.key):
                raise KnowsSecret(place.puzzle.face, place.key.mode)
            after, entry = take_guess(
                board, turn.member_id, word, float(scores.similarity[row]), rank,
                self._clock(), turn.interaction_id,
            )  # fmt: skip
            if not work.add_entry(entry):
                return self._standing(work, turn, place, board, entry, typed)
            _save(work, place, board, after)
            result = GuessResult(self._view(work, place, after), entry, typed, board.best_rank)
            work.commit()
        return result

    def look(self, turn: Turn) -> BoardView:
        """Show the board of a turn, and go on with it. Raises NoSuchDay or NoPractice."""
        place = self._locate(turn)
        with self._store.reading() as reader:
            board = reader.board(place.key) or Board(place.key)
            view = self._view(reader, place, board, limit=max(1, board.entries))
            return view if _may_know(reader, turn, board) else _without_secret(view)

    def hint(self, turn: Turn) -> HintResult:
        """Show a word nearer than any on the board.

        Raises AlreadyFinished, NoHintLeft, SecretGone, NoSuchDay or NoPractice.
        """
        place = self._locate(turn)
        scores, table = self._scores(place), self._words.table
        with self._store.working() as work:
            board = work.lock_board(place.key)
            done = _of_interaction(work, turn)
            if done is not None:
                return HintResult(self._view_of(work, place, done), done)
            known = {entry.word for entry in work.entries(board.id)}
            row = pick_hint(table, scores, place.puzzle, board, known)
            after, entry = take_hint(
                board, turn.member_id, table.words[row], float(scores.similarity[row]),
                int(scores.rank[row]), self._clock(), turn.interaction_id,
            )  # fmt: skip
            if not work.add_entry(entry):
                raise AlreadyGuessed(entry, board, len(table))
            _save(work, place, board, after)
            result = HintResult(self._view(work, place, after), entry)
            work.commit()
        return result

    def give_up(self, turn: Turn) -> GiveUpResult:
        """End the board and learn the secret; on a shared board, once enough members wish so.

        Raises AlreadyFinished, NothingGuessed, NoSuchDay or NoPractice.
        """
        place = self._locate(turn)
        with self._store.working() as work:
            board = work.lock_board(place.key)
            if not claims(work, turn, board):
                return self._given_up(work, turn, place)
            players = {entry.member_id for entry in work.entries(board.id)}
            check_may_give_up(place.puzzle.face, board, turn.member_id, players)
            votes, needed = work.vote(board.id, turn.member_id), votes_needed(players)
            after = give_up(board, votes, needed, self._clock())
            _save(work, place, board, after)
            result = GiveUpResult(self._view(work, place, after), votes, needed)
            work.commit()
        return result

    def practise(self, turn: Turn) -> BoardView:
        """Start a practice round, which the member's next guesses go to."""
        place = self._puzzles.practise(turn)
        with self._store.reading() as reader:
            return self._view(reader, place, reader.board(place.key) or Board(place.key))

    def _locate(self, turn: Turn) -> Place:
        """The place of a turn, where the member's next one goes as well."""
        place = self._puzzles.find(turn)
        self._puzzles.remember(place)
        return place

    def _row(self, word: str) -> int:
        row = self._words.table.row(word)
        if row is None:
            raise UnknownWord(word, tuple(self._words.suggest(word)))
        return row

    def _scores(self, place: Place) -> Scores:
        row = self._words.table.row(place.puzzle.secret)
        if row is None:
            raise SecretGone(place.puzzle.face)
        return self._words.scores.scores(row)

    def _standing(
        self, reader: GameReader, turn: Turn, place: Place, board: Board, entry: Entry, typed: str
    ) -> GuessResult:
        """What to answer where a constraint refused the guess: it, or its word, stands already."""
        done = _of_interaction(reader, turn)
        if done is None:
            standing = reader.entry(board.id, entry.word) or entry
            raise AlreadyGuessed(standing, board, len(self._words.table))
        return GuessResult(self._view_of(reader, place, done), done, typed, None, repeated=True)

    def _given_up(self, work: GameWork, turn: Turn, place: Place) -> GiveUpResult:
        """What to answer where that very wish was taken already, on whatever board it was."""
        board = board_of_turn(work, turn) or Board(place.key)
        view = self._view_on(work, place, board)
        players = {entry.member_id for entry in work.entries(board.id)}
        return GiveUpResult(view, work.votes(board.id), votes_needed(players))

    def _view_of(self, reader: GameReader, place: Place, done: Entry) -> BoardView:
        """The board of an entry that a former delivery of the turn brought.

        It need not be the turn's own board: where that delivery ended a practice round, the
        member's focus has gone back to the day's puzzle since.
        """
        return self._view_on(reader, place, reader.board_of(done.board_id) or Board(place.key))

    def _view_on(self, reader: GameReader, place: Place, board: Board) -> BoardView:
        puzzle = reader.puzzle(board.key.puzzle_id) or place.puzzle
        return self._view(reader, replace(place, puzzle=puzzle, key=board.key), board)

    def _view(
        self, reader: GameReader, place: Place, board: Board, limit: int = CLOSEST
    ) -> BoardView:
        entries = reader.closest(board.id, limit)
        secret = place.puzzle.secret if board.finished else None
        nearest = self._nearest(place) if board.finished else ()
        size = len(self._words.table)
        return BoardView(place.puzzle.face, board, entries, size, place.today, secret, nearest)

    def _nearest(self, place: Place) -> tuple[Neighbour, ...]:
        table = self._words.table
        if table.row(place.puzzle.secret) is None:  # an old day, played with other words
            return ()
        scores = self._scores(place)
        rows = scores.order[1 : NEAREST + 1].tolist()
        return tuple(
            Neighbour(table.words[row], rank, float(scores.similarity[row]))
            for rank, row in enumerate(rows, start=1)
        )


def _of_interaction(reader: GameReader, turn: Turn) -> Entry | None:
    if turn.interaction_id is None:
        return None
    entry = reader.entry_of_interaction(turn.interaction_id)
    if entry is not None and entry.member_id != turn.member_id:
        raise InteractionTaken(turn.interaction_id)
    return entry


def _may_know(reader: GameReader, turn: Turn, board: Board) -> bool:
    """Whether the member may see how the board ended: who has not played on it may not."""
    if not board.finished or board.key.mode is Mode.SOLO:
        return True
    played = any(entry.member_id == turn.member_id for entry in reader.entries(board.id))
    return played or reader.knows(board.key.puzzle_id, turn.member_id, board.key)


def _without_secret(view: BoardView) -> BoardView:
    hidden = tuple(entry for entry in view.entries if entry.rank > 0)
    return replace(view, entries=hidden, secret=None, nearest=())


def _save(work: GameWork, place: Place, before: Board, after: Board) -> None:
    """Store the board and the focus, which goes back to the day's puzzle when another one ends."""
    work.save_board(after)
    if after.finished and not before.finished and place.focus.puzzle_id is not None:
        work.set_focus(replace(place.focus, puzzle_id=None, day=None))
