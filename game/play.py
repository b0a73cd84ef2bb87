"""The use cases of the word game: guess, look, hint, ask why, give up, practise."""

from collections.abc import Sequence
from dataclasses import replace

from game.errors import AlreadyGuessed, InteractionTaken, KnowsSecret, NotOnBoard
from game.hints import Hinter, pair_around
from game.model import Board, Entry, PuzzleKind
from game.normalise import normalise
from game.panels import Panel
from game.ports import GameReader, GameStore, GameWork
from game.puzzles import Clock, Place, Puzzles, board_of_turn, claims
from game.relay import check_turn, in_relay
from game.results import (
    BoardView,
    GiveUpResult,
    GuessResult,
    HintResult,
    SpellingResult,
    WhyResult,
)
from game.rules import (
    HINT_PRICES,
    HintKind,
    check_may_give_up,
    give_up,
    take_guess,
    take_hint,
    take_spelling,
    votes_needed,
)
from game.turn import Turn
from game.views import Views, Words
from game.why import explain


class Game:
    """Plays turns. Everything slow is computed before the one short transaction of a turn."""

    def __init__(self, store: GameStore, puzzles: Puzzles, words: Words, clock: Clock) -> None:
        self._store = store
        self._puzzles = puzzles
        self._words = words
        self._views = Views(words)
        self._clock = clock

    def guess(self, turn: Turn, text: str) -> GuessResult:
        """Take a guess.

        Raises EmptyGuess, GuessTooLong, SeveralWords, NotLetters, UnknownWord, HurtfulWord,
        NotYourTurn, AlreadyGuessed, KnowsSecret, SecretGone, NoSuchDay or NoPractice; none of them
        costs anything.
        """
        if turn.puzzle is not None or turn.mode is not None:
            self._locate(turn)  # where to play is remembered even where the word is refused
        typed = normalise(text)
        row = self._views.row(typed)
        place = self._locate(turn)
        scores = self._views.scores(place.puzzle)
        word, rank = self._words.table.words[row], int(scores.rank[row])
        with self._store.working() as work:
            board = work.lock_board(place.key)
            panels = _panels(work, turn, place)
            if in_relay(board, panels) and _of_interaction(work, turn) is None:
                check_turn(work.entries(board.id), turn.member_id, self._clock())
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
            solves = after.solved and not board.solved
            work.note_move(panels, turn.member_id, joins=not board.finished, solves=solves)
            result = GuessResult(
                self._views.view(work, place, after), entry, typed, board.best_rank
            )
            work.commit()
        return result

    def look(self, turn: Turn) -> BoardView:
        """Show the board of a turn, and go on with it. Raises NoSuchDay or NoPractice."""
        place = self._locate(turn)
        with self._store.reading() as reader:
            board = reader.board(place.key) or Board(place.key)
            return self._views.for_member(
                reader, place, board, turn.member_id, max(1, board.entries)
            )

    def hint(self, turn: Turn, kind: HintKind = HintKind.HALFWAY) -> HintResult | SpellingResult:
        """Show a word nearer than any on the board, or how the secret begins; each has a price.

        Raises AlreadyFinished, NoHintLeft, NoWordBetween, SecretGone, NoSuchDay or NoPractice.
        """
        place = self._locate(turn)
        if kind is HintKind.SPELLING:
            return self._spell(turn, place)
        scores, table = self._views.scores(place.puzzle), self._words.table
        with self._store.working() as work:
            board = work.lock_board(place.key)
            done = _of_interaction(work, turn)
            if done is not None:
                return self._hinted(work, self._views.of_entry(work, place, done), done, kind)
            hinter = Hinter(table, scores, place.puzzle, board, work.entries(board.id))
            row = hinter.pick(kind)
            after, entry = take_hint(
                board, turn.member_id, table.words[row], float(scores.similarity[row]),
                int(scores.rank[row]), self._clock(), turn.interaction_id, HINT_PRICES[kind],
            )  # fmt: skip
            if not work.add_entry(entry):
                raise AlreadyGuessed(entry, board, len(table))
            _save(work, place, board, after)
            _note(work, turn, place)
            result = self._hinted(work, self._views.view(work, place, after), entry, kind)
            work.commit()
        return result

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
            board = reader.board(place.key) or Board(place.key)
            view = self._views.for_member(reader, place, board, turn.member_id)
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
            players = {entry.member_id for entry in work.entries(board.id)}
            check_may_give_up(place.puzzle.face, board, turn.member_id, players)
            votes, needed = work.vote(board.id, turn.member_id), votes_needed(players)
            after = give_up(board, votes, needed, self._clock())
            _save(work, place, board, after)
            _note(work, turn, place)
            result = GiveUpResult(self._views.view(work, place, after), votes, needed)
            work.commit()
        return result

    def practise(self, turn: Turn) -> BoardView:
        """Start a practice round, which the member's next guesses go to."""
        place = self._puzzles.practise(turn)
        with self._store.reading() as reader:
            return self._views.view(reader, place, reader.board(place.key) or Board(place.key))

    def _locate(self, turn: Turn) -> Place:
        """The place of a turn, where the member's next one goes as well."""
        place = self._puzzles.find(turn)
        self._puzzles.remember(place)
        return place

    def _standing(
        self, reader: GameReader, turn: Turn, place: Place, board: Board, entry: Entry, typed: str
    ) -> GuessResult:
        """What to answer where a constraint refused the guess: it, or its word, stands already."""
        done = _of_interaction(reader, turn)
        if done is None:
            standing = reader.entry(board.id, entry.word) or entry
            raise AlreadyGuessed(standing, board, len(self._words.table))
        return GuessResult(
            self._views.of_entry(reader, place, done), done, typed, None, repeated=True
        )

    def _given_up(self, work: GameWork, turn: Turn, place: Place) -> GiveUpResult:
        """What to answer where that very wish was taken already, on whatever board it was."""
        board = board_of_turn(work, turn) or Board(place.key)
        view = self._views.on(work, place, board)
        players = {entry.member_id for entry in work.entries(board.id)}
        return GiveUpResult(view, work.votes(board.id), votes_needed(players))

    def _hinted(
        self, reader: GameReader, view: BoardView, entry: Entry, kind: HintKind
    ) -> HintResult:
        """The answer to a hint, with the two words it lies between as the board stood then."""
        pair = None
        if kind is HintKind.BETWEEN:
            before = [x for x in reader.entries(entry.board_id) if x.position < entry.position]
            row = self._words.table.row(entry.word)
            pair = None if row is None else pair_around(self._words.table, row, before)
        return HintResult(view, entry, kind, HINT_PRICES[kind], pair)

    def _spell(self, turn: Turn, place: Place) -> SpellingResult:
        """Tell the secret's first letter and length; a board pays for that once."""
        price = HINT_PRICES[HintKind.SPELLING]
        with self._store.working() as work:
            board = work.lock_board(place.key)
            if not claims(work, turn, board):
                board = board_of_turn(work, turn) or board
                return self._spelled(work, place, board, price)
            # Interactions have positive ids, so the board's own negative one marks it as told.
            told = not work.claim(-board.id, board.id)
            after = take_spelling(place.puzzle.face, board, told)
            _save(work, place, board, after)
            _note(work, turn, place)
            result = self._spelled(work, place, after, 0 if told else price)
            work.commit()
        return result

    def _spelled(
        self, reader: GameReader, place: Place, board: Board, price: int
    ) -> SpellingResult:
        secret = (reader.puzzle(board.key.puzzle_id) or place.puzzle).secret
        return SpellingResult(self._views.on(reader, place, board), secret[0], len(secret), price)


def _of_interaction(reader: GameReader, turn: Turn) -> Entry | None:
    if turn.interaction_id is None:
        return None
    entry = reader.entry_of_interaction(turn.interaction_id)
    if entry is not None and entry.member_id != turn.member_id:
        raise InteractionTaken(turn.interaction_id)
    return entry


def _save(work: GameWork, place: Place, before: Board, after: Board) -> None:
    """Store the board and the focus, which goes back to the day's puzzle when another one ends."""
    work.save_board(after)
    if after.finished and not before.finished and place.focus.puzzle_id is not None:
        work.set_focus(replace(place.focus, puzzle_id=None, day=None))


def _panels(work: GameWork, turn: Turn, place: Place) -> Sequence[Panel]:
    """The panels that the turn shows on; practice rounds are nobody else's business."""
    if place.puzzle.kind is PuzzleKind.PRACTICE:
        return ()
    return work.lock_panels(place.key, turn.channel_id)


def _note(work: GameWork, turn: Turn, place: Place) -> None:
    """Let the panels know of a move that is no guess."""
    work.note_move(_panels(work, turn, place), turn.member_id, joins=False, solves=False)
