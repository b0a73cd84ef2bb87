"""The use case of the panel: open one in a channel, and see what it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.model import Board, BoardKey, Entry, Mode, Puzzle, PuzzleFace
from game.panels import NEWEST, WARMEST, Panel, PanelStore, PanelView, Step
from game.ports import GameStore
from game.puzzles import Clock, Puzzles
from game.relay import in_relay, pause
from game.setup import Setup, Style
from game.turn import Standing, Turn
from game.views import Words


@dataclass(frozen=True, slots=True)
class PanelDesk:
    """Opens panels and draws up what they show, of which no word is a part."""

    store: GameStore
    panels: PanelStore
    puzzles: Puzzles
    words: Words
    clock: Clock
    setup_of: Callable[[int], Setup | None] = lambda _: None
    """The setup of a server, or None."""

    def open(self, turn: Turn, style: Style) -> Panel:
        """The panel of the day's puzzle in the turn's channel, opened if there is none yet.

        One that is open already keeps its style. Raises ValueError for `Style.SOLO`.
        """
        if style is Style.SOLO:
            raise ValueError(style)
        place = self.puzzles.find(replace(turn, puzzle=Standing.TODAY, mode=style.mode))
        return self.panels.open(Panel(place.puzzle.id, turn.channel_id, place.server.id, style))

    def settle(self, setup: Setup, puzzle_id: int, channel_id: int) -> Style:
        """The style in which a server plays a puzzle in a channel: the setup's.

        A panel that stands there takes that style on. Where somebody has played on it already,
        everybody goes on in the panel's own style. A server that plays alone has no panel.
        """
        standing = self.panels.panel(puzzle_id, channel_id)
        if standing is None or setup.style in {Style.SOLO, standing.style}:
            return setup.style
        return self.panels.restyle(standing, setup.style).style

    def open_posted(self, setup: Setup, puzzle_id: int, channel_id: int) -> Panel:
        """The panel below the day's post, opened if there is none yet.

        Raises ValueError for a server that plays alone.
        """
        if setup.style is Style.SOLO:
            raise ValueError(setup.style)
        self.settle(setup, puzzle_id, channel_id)
        return self.panels.open(Panel(puzzle_id, channel_id, setup.server_id, setup.style))

    def begin(self, server_id: int, puzzle_id: int, channel_id: int) -> Panel | None:
        """The panel that the first move in a server's own channel opens before the day's post.

        None where there is a panel already, or where the server plays alone or in another channel.
        """
        setup = self.setup_of(server_id)
        if setup is None or setup.channel_id != channel_id or setup.style is Style.SOLO:
            return None
        if self.panels.panel(puzzle_id, channel_id) is not None:
            return None
        return self.panels.open(Panel(puzzle_id, channel_id, server_id, setup.style))

    def view(self, puzzle_id: int, channel_id: int) -> PanelView | None:
        """What the panel of a puzzle in a channel shows; None where there is none.

        All changes that its `panel` counts are in it, and perhaps later ones.
        """
        panel = self.panels.panel(puzzle_id, channel_id)  # counted before anything else is read
        if panel is None:
            return None
        with self.store.reading() as reader:
            puzzle = reader.puzzle(puzzle_id)
            key = BoardKey(puzzle_id, Mode.TOGETHER, channel_id)
            board = reader.board(key) or Board(key)
            shared = panel.style is not Style.RACE
            entries = reader.entries(board.id) if shared else ()
            votes = reader.votes(board.id) if shared else 0
        if puzzle is None:
            return None
        bare = PanelView(panel, self._face(puzzle), len(self.words.table))
        if not shared:
            return replace(bare, racers=self.panels.racers(panel))
        return replace(self._shared(bare, board, entries), votes=votes)

    def _face(self, puzzle: Puzzle) -> PuzzleFace:
        return self.words.pool.rated(puzzle.face, puzzle.secret)

    def _shared(self, view: PanelView, board: Board, entries: Sequence[Entry]) -> PanelView:
        counted = [x for x in entries if x.hint or x.attempt is not None]
        guesses = [x for x in counted if not x.hint]
        latest = sorted(guesses, key=lambda entry: -entry.position)
        nearest = sorted(counted, key=lambda entry: (entry.rank, entry.position))
        return replace(
            view,
            newest=[_step(entry) for entry in latest[:NEWEST]],
            warmest=[_step(entry) for entry in nearest[:WARMEST]],
            words=len(counted),
            players=len({entry.member_id for entry in guesses}),
            attempts=board.attempts,
            hints=board.hints,
            solved_in=board.solved_in,
            solver_id=board.solver_id,
            gave_up=board.gave_up,
            pause=pause(guesses, self.clock()) if in_relay(board, [view.panel]) else None,
        )


def _step(entry: Entry) -> Step:
    return Step(entry.member_id, entry.rank, entry.hint)
