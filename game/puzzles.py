"""Opens puzzles: the day's, one of the archive, or a practice round."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

from embedding.words.table import WordTable
from game.choose import Misfit, misfit, next_secret, pools, suited
from game.deliveries import claims
from game.model import Focus, Mode, Puzzle, PuzzleKind, Server
from game.places import Place, aim, is_shared, place_of, started_before
from game.pool import Pool
from game.ports import GameReader, GameStore
from game.proposals import Proposal, pick
from game.schedule import ends
from game.setup import Mix
from game.turn import Turn

Clock = Callable[[], datetime]
"""Tells the time now, with its zone."""
MixOf = Callable[[int], Mix]
"""Tells how hard a server wants its daily puzzles."""


class Puzzles:
    """Finds the puzzle a turn means and makes it where it is not there yet."""

    def __init__(
        self,
        store: GameStore,
        table: WordTable,
        clock: Clock,
        rng: Random,
        time_zone: str,
        secrets: Pool | None = None,
        mix_of: MixOf = lambda _: Mix.WEEK,
    ) -> None:
        self._store = store
        self._version = table.version
        self._clock = clock
        self._rng = rng
        self._time_zone = time_zone
        self._secrets = secrets or Pool.unrated()
        self._pools = pools(self._secrets.words(table))
        daily, difficulty = self._pools[PuzzleKind.DAILY], self._secrets.difficulty
        self._dailies = {mix: suited(daily, difficulty, mix) for mix in Mix}
        self._mix_of = mix_of

    def find(self, turn: Turn) -> Place:
        """The place of a turn. Raises NoSuchDay, NoSuchPuzzle or NoPractice if there is none."""
        turn = self._at_home(turn)
        with self._store.reading() as reader:
            seat = reader.seat(turn.server_id, turn.member_id)
            found = None if seat is None else self._look(reader, *seat, turn)
        if isinstance(found, Place):
            return found
        # Somebody plays here, or on that day, for the first time.
        server = self._open_server(turn.server_id) if seat is None else seat[0]
        if found is not None:
            self._open_day(server, found)
        return self.find(turn)

    def _at_home(self, turn: Turn) -> Turn:
        """The turn with the server that it is played in.

        People in a group without a server have puzzles of their own, and the group has one that
        they share: which is meant follows from the mode, said now or last.
        """
        group_id = turn.group_id
        if group_id is None:
            return turn
        with self._store.reading() as reader:
            last = reader.focus(group_id, turn.member_id)
            shared = is_shared(reader, turn, group_id, last.mode)
        if shared:
            return replace(turn, server_id=group_id, group_id=None)
        if last.mode is Mode.TOGETHER:
            with self._store.working() as work:
                work.set_focus(replace(last, mode=Mode.SOLO))
                work.commit()
        return replace(turn, mode=Mode.SOLO, group_id=None)

    def _look(self, reader: GameReader, server: Server, focus: Focus, turn: Turn) -> Place | date:
        """The place of a turn, or the day that must be opened for it first."""
        today = self.today(server)
        meant = aim(reader, server, turn, focus, today)
        if isinstance(meant, Puzzle):
            return place_of(server, today, meant, turn, focus)
        puzzle = reader.daily(server.id, meant)
        return meant if puzzle is None else place_of(server, today, puzzle, turn, focus)

    def practise(self, turn: Turn) -> Place:
        """Start a new practice round for the member and turn their focus to it.

        An interaction that started one already leads to that one.
        """
        if turn.group_id is not None:
            turn = self._at_home(replace(turn, mode=Mode.SOLO))
        server = self.server(turn.server_id)
        today = self.today(server)
        while True:
            with self._store.reading() as reader:
                focus = reader.focus(turn.server_id, turn.member_id)
                drawn = self._draw(reader, server, PuzzleKind.PRACTICE, today, turn.member_id)
            with self._store.working() as work:
                if (added := work.add_puzzle(drawn)) is None:
                    continue  # another round was started meanwhile: draw again
                place = place_of(server, today, added, turn, focus)
                board = work.lock_board(place.key)
                if not claims(work, turn, board):
                    return started_before(work, place, turn)
                work.set_focus(place.focus)
                work.commit()
                return place

    def remember(self, place: Place) -> None:
        """Store the place's focus, unless it is stored already."""
        if place.focus != place.focus_before:
            with self._store.working() as work:
                work.set_focus(place.focus)
                work.commit()

    def daily(self, server_id: int, day: date) -> tuple[Server, Puzzle]:
        """A server and its puzzle of a date, made if there is none yet, even before its time."""
        server = self.server(server_id)
        while True:
            with self._store.reading() as reader:
                found = reader.daily(server_id, day)
            if found is not None:
                return server, found
            self._open_day(server, day)

    def server(self, server_id: int) -> Server:
        """The server of that id, stored on first sight."""
        with self._store.reading() as reader:
            found = reader.server(server_id)
        return found or self._open_server(server_id)

    def today(self, server: Server) -> date:
        """The date it is now in the server's time zone."""
        return self._clock().astimezone(ZoneInfo(server.time_zone)).date()

    def _open_day(self, server: Server, day: date) -> None:
        """Make the server's puzzle of that day, unless another process is first."""
        mix = self._mix_of(server.id)
        with self._store.reading() as reader:
            proposal = self._proposed(reader, server, day)
            drawn = self._draw(reader, server, PuzzleKind.DAILY, day, None, mix)
        with self._store.working() as work:
            if proposal is not None:
                if not work.use_proposal(proposal.id, day):
                    return  # withdrawn meanwhile: whoever wants the day draws again
                drawn = _of_proposal(drawn, proposal)
            if work.add_puzzle(drawn) is not None:
                work.commit()

    def _proposed(self, reader: GameReader, server: Server, day: date) -> Proposal | None:
        """What the server's admins want on that day; days gone by get no proposals."""
        if day < self.today(server):
            return None
        queued = reader.proposals(server.id)
        return pick(queued, day, words_of_cycle(reader.dailies(server.id))) if queued else None

    def _draw(
        self,
        reader: GameReader,
        server: Server,
        kind: PuzzleKind,
        day: date,
        owner: int | None,
        mix: Mix = Mix.WEEK,
    ) -> Puzzle:
        if owner is None:
            past, seed = reader.dailies(server.id), server.seed
            number = (day - server.first_day).days + 1
        else:
            past, seed = reader.practices(server.id, owner), server.seed ^ owner
            number = len(past) + 1
        used = {(puzzle.cycle, puzzle.secret) for puzzle in past}
        words = self._pools[kind] if owner is not None else self._left(reader, server, mix)
        cycle, secret = next_secret(words, seed, used, self._fit(kind, day, mix))
        over = ends(day, ZoneInfo(server.time_zone)) if owner is None else None
        drawn = Puzzle(server.id, kind, number, day, secret, self._version, cycle, owner)
        return replace(drawn, ends_at=over)

    def _left(self, reader: GameReader, server: Server, mix: Mix) -> Sequence[str]:
        """The words of a mix without those that are queued for a day of their own."""
        words, queued = self._dailies[mix], {x.word for x in reader.proposals(server.id)}
        return [word for word in words if word not in queued] or words if queued else words

    def _fit(self, kind: PuzzleKind, day: date, mix: Mix) -> Callable[[str], Misfit] | None:
        """How ill each secret suits that day; practice knows no weekdays."""
        if kind is PuzzleKind.PRACTICE:
            return None
        return lambda word: misfit(self._secrets.difficulty(word), day, mix)

    def _open_server(self, server_id: int) -> Server:
        today = self._clock().astimezone(ZoneInfo(self._time_zone)).date()
        server = Server(server_id, self._time_zone, self._rng.getrandbits(62), today)
        with self._store.working() as work:
            server = work.add_server(server)
            work.commit()
        return server


def words_of_cycle(dailies: Sequence[Puzzle]) -> frozenset[str]:
    """The words of a server's present cycle, none of which may come again before the next one."""
    cycle = max((puzzle.cycle for puzzle in dailies), default=0)
    return frozenset(puzzle.secret for puzzle in dailies if puzzle.cycle == cycle)


def _of_proposal(drawn: Puzzle, proposal: Proposal) -> Puzzle:
    """The puzzle with a proposed secret in place of the one that was drawn."""
    return replace(drawn, secret=proposal.word, par=proposal.par, difficulty=proposal.difficulty)
