"""The use cases that look back: a member's record and the archive of days."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from game.model import Played
from game.pool import Pool
from game.ports import GameReader, GameStore
from game.puzzles import Puzzles
from game.results import DayLine, Record
from game.stats import statistics
from game.turn import Turn


class Records:
    """Answers what was played; changes nothing."""

    def __init__(self, store: GameStore, puzzles: Puzzles, pool: Pool | None = None) -> None:
        self._store = store
        self._puzzles = puzzles
        self._pool = pool or Pool.unrated()

    def record(self, server_id: int, member_id: int) -> Record:
        """A member's statistics on a server."""
        server = self._puzzles.server(server_id)
        with self._store.reading() as reader:
            played = reader.played(server.id, member_id)
            pars = self._pars(reader, server.id, played)
        today = self._puzzles.today(server)
        figures = statistics(played, today, ZoneInfo(server.time_zone), pars)
        return Record(member_id, figures, today, frozenset(row.mode for row in played))

    def archive(self, turn: Turn) -> list[DayLine]:
        """Every day of the server so far, the latest first, as it stands for the member."""
        server = self._puzzles.server(turn.server_id)
        today = self._puzzles.today(server)
        with self._store.reading() as reader:
            rows = reader.played(server.id, turn.member_id)
        played = {row.day: row for row in sorted(rows, key=lambda row: row.solved)}
        lines = []
        for back in range((today - server.first_day).days + 1):
            day = today - timedelta(days=back)
            row = played.get(day)
            number = (day - server.first_day).days + 1
            stands = DayLine(day, number, None)
            if row is not None:
                stands = DayLine(day, number, row.solved, row.attempts)
            lines.append(stands)
        return lines

    def _pars(self, reader: GameReader, server_id: int, played: Sequence[Played]) -> dict[int, int]:
        """The par of each rated puzzle that was played, by its id."""
        wanted = {row.puzzle_id for row in played}
        dailies = reader.dailies(server_id) if wanted else ()
        faces = [self._pool.rated(x.face, x.secret) for x in dailies if x.id in wanted]
        return {face.id: face.par for face in faces if face.par is not None}
