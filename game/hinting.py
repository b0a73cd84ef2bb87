"""Gives hints, and tells which could be had."""

from game.deliveries import board_of_turn, claims, of_interaction
from game.errors import AlreadyFinished, AlreadyGuessed, GameError
from game.hints import Hinter, pair_around
from game.model import Board, Entry
from game.moves import locate, note, save
from game.places import Place, board_at
from game.ports import GameReader, GameStore
from game.puzzles import Clock, Puzzles
from game.results import BoardView, HintOffer, HintOffers, HintResult, SpellingResult
from game.rules import HINT_PRICES, HintKind, take_hint, take_spelling
from game.turn import Turn
from game.views import Views, Words, check_end, veil_of


class Hinting:
    """Gives hints. The words to choose from are scored before the transaction begins."""

    def __init__(
        self, store: GameStore, puzzles: Puzzles, words: Words, views: Views, clock: Clock
    ) -> None:
        self._store = store
        self._puzzles = puzzles
        self._words = words
        self._views = views
        self._clock = clock

    def take(self, turn: Turn, kind: HintKind) -> HintResult | SpellingResult:
        """Take a hint; see `game.play.Game.hint`."""
        place = locate(self._puzzles, turn)
        if kind is HintKind.SPELLING:
            return self._spell(turn, place)
        scores, table = self._views.scores(place.puzzle), self._words.table
        with self._store.working() as work:
            board = work.lock_board(place.key)
            done = of_interaction(work, turn)
            if done is not None:
                return self._hinted(work, self._views.of_entry(work, place, done), done, kind)
            check_end(work, place, board, turn.member_id)
            hinter = Hinter(table, scores, place.puzzle, board, work.entries(board.id))
            row = hinter.pick(kind)
            after, entry = take_hint(
                board, turn.member_id, table.words[row], float(scores.similarity[row]),
                int(scores.rank[row]), self._clock(), turn.interaction_id, HINT_PRICES[kind],
            )  # fmt: skip
            if not work.add_entry(entry):
                raise AlreadyGuessed(entry, board, len(table))
            save(work, place, board, after)
            note(work, turn, place)
            result = self._hinted(
                work, self._views.view(work, place, after, turn.member_id), entry, kind
            )
            work.commit()
        return result

    def offers(self, turn: Turn) -> HintOffers:
        """What could be had; see `game.play.Game.offers`."""
        place = locate(self._puzzles, turn)
        scores, table = self._views.scores(place.puzzle), self._words.table
        with self._store.reading() as reader:
            board = board_at(reader, place)
            check_end(reader, place, board, turn.member_id)
            view = self._views.view(reader, place, board, turn.member_id)
            entries = reader.entries(board.id)
            told = reader.board_of_interaction(-board.id) is not None
        if board.finished:
            raise AlreadyFinished(place.puzzle.face, board)
        hinter = Hinter(table, scores, place.puzzle, board, entries)
        return HintOffers(view, [_offer(hinter, kind, told) for kind in HintKind])

    def _hinted(
        self, reader: GameReader, view: BoardView, entry: Entry, kind: HintKind
    ) -> HintResult:
        """The answer to a hint, with two words it lies between as the board stood then.

        None of them is a word that the member may not read.
        """
        pair = None
        if kind is HintKind.BETWEEN:
            before = [x for x in reader.entries(entry.board_id) if x.position < entry.position]
            shown, _ = veil_of(reader, view.board, entry.member_id).part(before)
            row = self._words.table.row(entry.word)
            pair = None if row is None else pair_around(self._words.table, row, shown)
        return HintResult(view, entry, kind, HINT_PRICES[kind], pair)

    def _spell(self, turn: Turn, place: Place) -> SpellingResult:
        """Tell the secret's first letter and length; a board pays for that once."""
        price = HINT_PRICES[HintKind.SPELLING]
        with self._store.working() as work:
            board = work.lock_board(place.key)
            if not claims(work, turn, board):
                board = board_of_turn(work, turn) or board
                return self._spelled(work, turn, place, board, price)
            check_end(work, place, board, turn.member_id)
            # Interactions have positive ids, so the board's own negative one marks it as told.
            told = not work.claim(-board.id, board.id)
            after = take_spelling(place.puzzle.face, board, told)
            save(work, place, board, after)
            note(work, turn, place)
            result = self._spelled(work, turn, place, after, 0 if told else price)
            work.commit()
        return result

    def _spelled(
        self, reader: GameReader, turn: Turn, place: Place, board: Board, price: int
    ) -> SpellingResult:
        secret = (reader.puzzle(board.key.puzzle_id) or place.puzzle).secret
        view = self._views.on(reader, place, board, turn.member_id)
        return SpellingResult(view, secret[0], len(secret), price)


def _offer(hinter: Hinter, kind: HintKind, told: bool) -> HintOffer:
    """A kind of hint as it could be had; how the secret begins is paid for once (`told`)."""
    if kind is HintKind.SPELLING:
        return HintOffer(kind, 0 if told else HINT_PRICES[kind])
    try:
        hinter.pick(kind)
    except GameError as error:
        return HintOffer(kind, HINT_PRICES[kind], error)
    return HintOffer(kind, HINT_PRICES[kind])
