"""Takes guesses, one or several at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.deliveries import board_of_turn, claims, of_interaction
from game.errors import AlreadyGuessed, GameError, KnowsSecret, ProposedIt
from game.model import Board, Entry, Mode
from game.moves import locate, panels_of, save
from game.normalise import normalise
from game.panels import Panel
from game.places import Place
from game.ports import GameReader, GameStore, GameWork
from game.puzzles import Clock, Puzzles
from game.relay import check_turn, in_relay
from game.results import GuessResult
from game.rules import take_guess
from game.scoring import Scores
from game.setup import Style
from game.several import GuessManyResult, Refusal, Taken, split, with_view
from game.turn import Turn
from game.views import Views, Words, check_end


@dataclass(frozen=True, slots=True)
class _Known:
    """A word that may be said: as it was typed, and its row."""

    typed: str
    row: int


@dataclass(frozen=True, slots=True)
class _Hand:
    """What the guesses of one turn are taken with, in one transaction."""

    work: GameWork
    turn: Turn
    place: Place
    scores: Scores
    panels: Sequence[Panel]


class Guessing:
    """Takes guesses. What is wrong with a word is found out before the transaction begins."""

    def __init__(
        self, store: GameStore, puzzles: Puzzles, words: Words, views: Views, clock: Clock
    ) -> None:
        self._store = store
        self._puzzles = puzzles
        self._words = words
        self._views = views
        self._clock = clock

    def one(self, turn: Turn, text: str) -> GuessResult:
        """Take a guess; see `game.play.Game.guess`."""
        if turn.puzzle is not None or turn.mode is not None:
            locate(self._puzzles, turn)  # remembered even where the word is refused
        typed = normalise(text)
        row = self._views.row(typed)
        place = locate(self._puzzles, turn)
        scores = self._views.scores(place.puzzle)
        with self._store.working() as work:
            board = work.lock_board(place.key)
            check_end(work, place, board, turn.member_id)
            hand = _Hand(work, turn, place, scores, panels_of(work, turn, place))
            after, entry = self._take(hand, board, row, turn.interaction_id)
            if not work.add_entry(entry):
                try:
                    return self._standing(work, turn, place, board, entry, typed)
                except AlreadyGuessed:
                    work.commit()  # how near the member has come
                    raise
            _keep(hand, board, after)
            view = self._views.view(work, place, after, turn.member_id)
            work.commit()
        return GuessResult(view, entry, typed, board.best_rank)

    def many(self, turn: Turn, text: str) -> GuessManyResult:
        """Take every word in a text; see `game.play.Game.guess_many`."""
        parts = split(text)
        if len(parts) == 1:
            alone = self.one(turn, parts[0])
            return GuessManyResult(alone.view, (alone,))
        place = locate(self._puzzles, turn)
        found = [self._look_up(part) for part in parts]
        scores = self._views.scores(place.puzzle)
        with self._store.working() as work:
            board = work.lock_board(place.key)
            # Its entries cannot bear the interaction's id, which only one entry may have.
            if not claims(work, turn, board):
                return self._repeated(work, turn, place, board, found)
            check_end(work, place, board, turn.member_id)
            hand = _Hand(work, turn, place, scores, panels_of(work, turn, place))
            after, answers = self._take_all(hand, board, found)
            view = self._views.view(work, place, after, turn.member_id)
            if after != board:
                _keep(hand, board, after)
            if any(not isinstance(x, Refusal) or _stands(x) for x in answers):
                work.commit()
        unspent = [part.typed for part in found[len(answers) :]]
        return GuessManyResult(view, with_view(view, answers), unspent)

    def _take(
        self,
        hand: _Hand,
        board: Board,
        row: int,
        interaction_id: int | None = None,
    ) -> tuple[Board, Entry]:
        """The board after a guess, and the guess. Raises NotYourTurn or KnowsSecret."""
        work, member_id, key = hand.work, hand.turn.member_id, hand.place.key
        # A guess that came before is refused when it is stored, and needs no turn.
        if in_relay(board, hand.panels) and not (
            interaction_id is not None and of_interaction(work, hand.turn)
        ):
            check_turn(work.entries(board.id), member_id, self._clock())
        rank = int(hand.scores.rank[row])
        knows = rank == 0 and not board.finished
        if knows and work.knows(hand.place.puzzle.id, member_id, key):
            raise KnowsSecret(hand.place.puzzle.face, key.mode)
        if knows and key.mode is Mode.TOGETHER and member_id in work.insiders(key.puzzle_id):
            raise ProposedIt(hand.place.puzzle.face, key.mode)
        word, similarity = self._words.table.words[row], float(hand.scores.similarity[row])
        return take_guess(board, member_id, word, similarity, rank, self._clock(), interaction_id)

    def _take_all(
        self, hand: _Hand, board: Board, found: Sequence[_Known | Refusal]
    ) -> tuple[Board, list[Taken | Refusal]]:
        """The board after these words, and the answers up to the one that ended it."""
        answers: list[Taken | Refusal] = []
        for part in found:
            if isinstance(part, Refusal):
                answers.append(part)
                continue
            before = board
            try:
                board, entry = self._add(hand, board, part.row)
            except GameError as error:
                answers.append(Refusal(part.typed, error))
                continue
            answers.append(Taken(entry, part.typed, before.best_rank))
            if board.finished and not before.finished:
                break
        return board, answers

    def _add(self, hand: _Hand, board: Board, row: int) -> tuple[Board, Entry]:
        """The board after a guess that is stored with it. Raises AlreadyGuessed and the like."""
        after, entry = self._take(hand, board, row)
        if not hand.work.add_entry(entry):
            raise self._said(hand.work, board, entry)
        return after, entry

    def _said(self, work: GameWork, board: Board, entry: Entry) -> AlreadyGuessed:
        """The refusal of a word that stands already; on a shared board the member has come near."""
        standing = work.entry(board.id, entry.word) or entry
        if board.key.mode is Mode.TOGETHER and standing.member_id != entry.member_id:
            work.come_near(board.id, entry.member_id, standing.rank)
        return AlreadyGuessed(standing, board, len(self._words.table))

    def _look_up(self, part: str) -> _Known | Refusal:
        try:
            typed = normalise(part)
            return _Known(typed, self._views.row(typed))
        except GameError as error:
            return Refusal(part, error)

    def _standing(
        self, work: GameWork, turn: Turn, place: Place, board: Board, entry: Entry, typed: str
    ) -> GuessResult:
        """What to answer where a constraint refused the guess: it, or its word, stands already."""
        done = of_interaction(work, turn)
        if done is None:
            raise self._said(work, board, entry)
        view = self._views.of_entry(work, place, done)
        return GuessResult(view, done, typed, None, repeated=True)

    def _repeated(
        self,
        reader: GameReader,
        turn: Turn,
        place: Place,
        board: Board,
        found: Sequence[_Known | Refusal],
    ) -> GuessManyResult:
        """What to answer where these very words were taken already, on whatever board it was."""
        board = board_of_turn(reader, turn) or board
        view = self._views.on(reader, place, board, turn.member_id)
        answers: list[GuessResult | Refusal] = []
        for part in found:
            if isinstance(part, Refusal):
                answers.append(part)
                continue
            entry = reader.entry(board.id, self._words.table.words[part.row])
            if entry is not None and entry.member_id != turn.member_id:
                standing = AlreadyGuessed(entry, board, len(self._words.table))
                answers.append(Refusal(part.typed, standing))
            elif entry is not None:
                answers.append(GuessResult(view, entry, part.typed, None, repeated=True))
        return GuessManyResult(view, answers)


def _stands(refusal: Refusal) -> bool:
    return isinstance(refusal.error, AlreadyGuessed)


def _keep(hand: _Hand, before: Board, after: Board) -> None:
    """Store the board that guesses led to, and let the panels know."""
    save(hand.work, hand.place, before, after)
    work, member_id = hand.work, hand.turn.member_id
    races = any(panel.style is Style.RACE for panel in hand.panels)
    runs = not (races and member_id in work.insiders(hand.place.puzzle.id))
    joins, solves = not before.finished, after.solved and not before.solved
    work.note_move(hand.panels, member_id, joins=runs and joins, solves=runs and solves)
