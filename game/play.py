"""The use cases of the word game: guess, look, hint, ask why, give up, practise."""

from game.deliveries import board_of_turn, claims
from game.errors import NotFinished, NotOnBoard
from game.guessing import Guessing
from game.hinting import Hinting
from game.journey import journey
from game.model import Board, Mode
from game.moves import locate, note, save
from game.normalise import normalise
from game.places import Place, board_at
from game.ports import GameReader, GameStore, GameWork
from game.puzzles import Clock, Puzzles
from game.results import (
    BoardView,
    GiveUpResult,
    GuessResult,
    HintOffers,
    HintResult,
    JourneyResult,
    NearestResult,
    Neighbour,
    SpellingResult,
    WhyResult,
)
from game.rules import HintKind, check_may_give_up, give_up, votes_needed
from game.several import GuessManyResult
from game.turn import Turn
from game.views import Views, Words, check_end
from game.why import explain

NEIGHBOURHOOD = 100
"""How many of the words nearest to the secret can be looked at after the end."""


class Game:
    """Plays turns. Everything slow is computed before the one short transaction of a turn."""

    def __init__(self, store: GameStore, puzzles: Puzzles, words: Words, clock: Clock) -> None:
        self._store = store
        self._puzzles = puzzles
        self._words = words
        self._views = Views(words)
        self._clock = clock
        self._guessing = Guessing(store, puzzles, words, self._views, clock)
        self._hinting = Hinting(store, puzzles, words, self._views, clock)

    def guess(self, turn: Turn, text: str) -> GuessResult:
        """Take a guess.

        Raises EmptyGuess, GuessTooLong, SeveralWords, NotLetters, UnknownWord, HurtfulWord,
        NotYourTurn, AlreadyGuessed, KnowsSecret, SecretGone, NoSuchDay or NoPractice; none of them
        costs anything.
        """
        return self._guessing.one(turn, text)

    def guess_many(self, turn: Turn, text: str) -> GuessManyResult:
        """Take every word in a text as a guess, up to the one that ends the board.

        All of them are taken together, or after a failure none. What is wrong with one of several
        words is its answer, hinders no other and costs nothing. Raises TooManyWords, and of a
        single word what `guess` raises.
        """
        return self._guessing.many(turn, text)

    def look(self, turn: Turn, *, lifted: bool = False) -> BoardView:
        """Show the whole board of a turn, and go on with it. Raises NoSuchDay or NoPractice.

        `lifted` shows the nearer words of others as well.
        """
        place = self._locate(turn)
        with self._store.reading() as reader:
            board = board_at(reader, place)
            return self._views.view(
                reader, place, board, turn.member_id, max(1, board.entries), lifted=lifted
            )

    def tell(self, turn: Turn) -> BoardView:
        """Tell a member how a shared board ended on which they did not play, and show it all.

        From then on they know the secret. A board that runs is shown with no word kept back.
        Raises NoSuchDay or NoPractice.
        """
        place = self._locate(turn)
        with self._store.working() as work:
            board = board_at(work, place)
            if board.finished and board.key.mode is Mode.TOGETHER:
                work.come_near(board.id, turn.member_id, 0)
                work.commit()
        return self.look(turn, lifted=True)

    def hint(self, turn: Turn, kind: HintKind = HintKind.HALFWAY) -> HintResult | SpellingResult:
        """Show a word nearer than any on the board, or how the secret begins; each has a price.

        Raises AlreadyFinished, NoHintLeft, NoWordBetween, SecretGone, NoSuchDay or NoPractice.
        """
        return self._hinting.take(turn, kind)

    def offers(self, turn: Turn) -> HintOffers:
        """The kinds of hints that a board could have now; nothing is taken.

        Raises AlreadyFinished, SecretGone, NoSuchDay or NoPractice.
        """
        return self._hinting.offers(turn)

    def why(self, turn: Turn, text: str) -> WhyResult:
        """Tell what links a word with the secret: any word on a finished board.

        On a running one only a word that stands on it, and only what gives nothing away. Raises
        what `guess` raises about the text, NotOnBoard, SecretGone, NoSuchDay or NoPractice.
        """
        row = self._views.row(normalise(text))
        place = self._locate(turn)
        scores, table = self._views.scores(place.puzzle), self._words.table
        word, rank = table.words[row], int(scores.rank[row])
        with self._store.reading() as reader:
            board = board_at(reader, place)
            view = self._views.view(reader, place, board, turn.member_id)
            stands = rank > 0 and reader.entry(board.id, word) is not None
        if view.secret is None and not stands:
            raise NotOnBoard(word)
        why = explain(table, scores, row)
        return WhyResult(view, why.veiled() if view.secret is None else why, rank)

    def give_up(self, turn: Turn) -> GiveUpResult:
        """End the board and learn the secret; on a shared board, once enough members wish so.

        Raises AlreadyFinished, NothingGuessed, NoSuchDay or NoPractice.
        """
        place = self._locate(turn)
        with self._store.working() as work:
            board = work.lock_board(place.key)
            if not claims(work, turn, board):
                return self._given_up(work, turn, place)
            check_end(work, place, board, turn.member_id)
            players = _players(work, board)
            check_may_give_up(place.puzzle.face, board, turn.member_id, players)
            votes, needed = work.vote(board.id, turn.member_id), votes_needed(players)
            after = give_up(board, votes, needed, self._clock())
            save(work, place, board, after)
            note(work, turn, place)
            result = GiveUpResult(
                self._views.view(work, place, after, turn.member_id), votes, needed
            )
            work.commit()
        return result

    def ask_to_give_up(self, turn: Turn) -> GiveUpResult:
        """What giving up would mean, before it is done: the votes so far, and how many it takes.

        Changes nothing. Raises as `give_up` does.
        """
        place = self._locate(turn)
        with self._store.reading() as reader:
            board = board_at(reader, place)
            check_end(reader, place, board, turn.member_id)
            players = _players(reader, board)
            check_may_give_up(place.puzzle.face, board, turn.member_id, players)
            view = self._views.view(reader, place, board, turn.member_id)
            return GiveUpResult(view, reader.votes(board.id), votes_needed(players))

    def nearest(self, turn: Turn) -> NearestResult:
        """The words nearest to the secret of an ended board, and which of them stand on it.

        Raises NotFinished where the member may not know the secret, SecretGone, NoSuchDay or
        NoPractice.
        """
        view, place = self._ended(turn)
        scores, table = self._views.scores(place.puzzle), self._words.table
        near = [
            Neighbour(table.words[row], int(scores.rank[row]), float(scores.similarity[row]))
            for row in scores.order[1 : NEIGHBOURHOOD + 1].tolist()
            if not table.hidden[row]
        ]
        return NearestResult(view, near, frozenset(entry.word for entry in view.entries))

    def journey(self, turn: Turn) -> JourneyResult:
        """How an ended board went. Raises NotFinished, NoSuchDay or NoPractice."""
        view, _ = self._ended(turn)
        return JourneyResult(view, journey(view.entries, view.size))

    def practise(self, turn: Turn) -> BoardView:
        """Start a practice round, which the member's next guesses go to."""
        place = self._puzzles.practise(turn)
        with self._store.reading() as reader:
            board = board_at(reader, place)
            return self._views.view(reader, place, board, turn.member_id)

    def _locate(self, turn: Turn) -> Place:
        return locate(self._puzzles, turn)

    def _ended(self, turn: Turn) -> tuple[BoardView, Place]:
        """A board whose secret the member may know, and its place. Raises NotFinished."""
        place = self._locate(turn)
        with self._store.reading() as reader:
            board = board_at(reader, place)
            check_end(reader, place, board, turn.member_id)
            view = self._views.view(reader, place, board, turn.member_id, max(1, board.entries))
        if view.secret is None:
            raise NotFinished(view.puzzle)
        return view, place

    def _given_up(self, work: GameWork, turn: Turn, place: Place) -> GiveUpResult:
        """What to answer where that very wish was taken already, on whatever board it was."""
        board = board_of_turn(work, turn) or Board(place.key)
        view = self._views.on(work, place, board, turn.member_id)
        players = _players(work, board)
        return GiveUpResult(view, work.votes(board.id), votes_needed(players))


def _players(reader: GameReader, board: Board) -> set[int]:
    return {entry.member_id for entry in reader.entries(board.id)}
