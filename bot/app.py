"""The composition root: opens everything a driver needs and closes it in reverse."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random, SystemRandom

from bot.drawing import TimedCache
from bot.metrics import Metrics, NoMetrics
from bot.pictures import Studio
from bot.pictures.studio import LIMIT
from bot.pulse import Pulse
from bot.recommender import Recommender, Recommenders
from bot.settings import Settings
from bot.workers import Workers
from embedding.players.artifact import load_associates
from embedding.words.artifact import load_words
from embedding.words.table import WordTable
from game.achievements import Achievements
from game.albums import Albums
from game.audit import Auditor
from game.dailies import Dailies
from game.panel_desk import PanelDesk
from game.play import Game
from game.pool import load_pool
from game.privacy import Privacy
from game.proposal_desk import Judge, ProposalDesk
from game.puzzles import Clock, Puzzles
from game.records import Records
from game.scoring import ScoreBook
from game.setup import Mix
from game.setup_desk import SetupDesk
from game.spelling import Speller
from game.standings import Standings
from game.views import Words
from store.days import SqlDays
from store.engine import Database, open_database
from store.members import SqlMembers
from store.migrate import check, upgrade
from store.panels import SqlPanels
from store.posts import SqlPosts
from store.proposals import SqlProposals
from store.purging import SqlPurging
from store.setups import SqlSetups
from store.standings import SqlStandings
from store.work import SqlGameStore


@dataclass(frozen=True, slots=True)
class App:
    """What the drivers call: use cases, and the threads to call them in."""

    settings: Settings
    database: Database
    table: WordTable
    game: Game
    records: Records
    standings: Standings
    achievements: Achievements
    albums: Albums
    studio: Studio
    setups: SqlSetups
    posts: SqlPosts
    dailies: Dailies
    panels: PanelDesk
    privacy: Privacy
    purging: SqlPurging
    setup_desk: SetupDesk
    proposals: ProposalDesk
    recommender: Recommender
    workers: Workers
    clock: Clock
    metrics: Metrics = field(default_factory=NoMetrics)
    tick: Pulse = field(default_factory=Pulse)
    """Beats whenever the scheduler comes round."""

    @property
    def recommenders(self) -> Recommenders:
        """The use cases of shelves and taste, opened at first sight; to be called in a thread."""
        return self.recommender.open()


def known_zone(settings: Settings, server_id: int) -> str | None:
    """The time zone that the database has for a server; None where either is new.

    Raises StoreError.
    """
    database = open_database(settings.database)
    try:
        if not check(database).up_to_date:
            return None
        with SqlGameStore(database).reading() as reader:
            server = reader.server(server_id)
        return server.time_zone if server else None
    finally:
        database.close()


@contextmanager
def open_app(
    settings: Settings, clock: Clock, rng: Random | None = None, metrics: Metrics | None = None
) -> Iterator[App]:
    """Open the database (its tables made or brought up to date first) and the game on it.

    With `upgrading` false, older tables are refused instead. Raises StoreError, WordsError or
    PoolError.
    """
    table = load_words(settings.words)
    pool = load_pool(settings.pool, table)
    database = open_database(settings.database)
    try:
        upgrade(database)
        store = SqlGameStore(database)
        setups = SqlSetups(database)

        def mix_of(server_id: int) -> Mix:
            setup = setups.setup(server_id)
            return Mix.WEEK if setup is None else setup.mix

        def auditor() -> Auditor:
            return Auditor(table, load_associates(settings.players, table))

        zone, chance = settings.time_zone, rng or SystemRandom()
        puzzles = Puzzles(store, table, clock, chance, zone, pool, mix_of)
        words = Words(table, ScoreBook(table), Speller(table).suggest, pool)
        keeper = metrics or NoMetrics()
        workers = Workers(settings.workers, settings.queue, keeper)
        recommender = Recommender(settings, database, clock, puzzles.server)
        try:
            yield App(
                settings=settings,
                database=database,
                table=table,
                game=Game(store, puzzles, words, clock),
                records=Records(store, puzzles, pool),
                standings=Standings(SqlStandings(database), puzzles, pool, clock),
                achievements=Achievements(SqlStandings(database), store, puzzles, pool),
                albums=Albums(store, puzzles, words),
                studio=Studio(TimedCache(LIMIT, keeper)),
                setups=setups,
                posts=SqlPosts(database),
                dailies=Dailies(
                    store, puzzles, words, SqlDays(database), SqlProposals(database).insiders
                ),
                panels=PanelDesk(store, SqlPanels(database), puzzles, words, clock, setups.setup),
                setup_desk=SetupDesk(store, setups, SqlPosts(database), puzzles, clock, zone),
                proposals=ProposalDesk(
                    store, SqlProposals(database), puzzles, words, Judge(auditor), clock
                ),
                privacy=Privacy(SqlMembers(database), clock),
                purging=SqlPurging(database),
                recommender=recommender,
                workers=workers,
                clock=clock,
                metrics=keeper,
            )
        finally:
            recommender.stop()  # so that nobody in flight waits for a model
            workers.close()
            recommender.close()
    finally:
        database.close()
