"""The figures, and who asks for them: counted over real sockets, read over HTTP."""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families
from stage.clock import Clock

from bot.app import App, open_app
from bot.build import build_client
from bot.client import WarmerClient
from bot.health import TICK_LIMIT_S, Health, listening
from bot.local.pairing import GUILD_READY_S, running
from bot.local.server import LocalDiscord
from bot.prometheus import CONTENT_TYPE, LATE_S, PrometheusMetrics
from bot.refusals import PortTaken
from bot.settings import Settings
from store.notebook import SqlNotebook

DOCS = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")


class Figures:
    """The figures by name and labels, as Prometheus would read them."""

    def __init__(self, page: bytes) -> None:
        families = text_string_to_metric_families(page.decode())
        self._samples = [sample for family in families for sample in family.samples]
        self.names = {sample.name for sample in self._samples}

    def __call__(self, called: str, /, **labels: str) -> float:
        """The one figure of that name with these labels; 0 where there is none."""
        wanted = (f"warmer_{called}", labels)
        found = [each.value for each in self._samples if (each.name, each.labels) == wanted]
        assert len(found) <= 1
        return sum(found)


@pytest.fixture
def metrics() -> PrometheusMetrics:
    """Figures in a registry of their own."""
    return PrometheusMetrics(CollectorRegistry())


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def app(settings: Settings, metrics: PrometheusMetrics, clock: Clock) -> Iterator[App]:
    """An open app whose figures are kept."""
    with open_app(settings, clock, metrics=metrics) as opened:
        yield opened


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    """Local Discord."""
    async with LocalDiscord() as server:
        yield server


@pytest.fixture
async def client(app: App, local: LocalDiscord) -> AsyncIterator[WarmerClient]:
    """The bot, connected."""
    made = build_client(app, guild_ready_timeout=GUILD_READY_S)
    async with running(made, local):
        yield made


def test_each_has_a_registry_of_its_own(metrics: PrometheusMetrics) -> None:
    """Two sets of figures in one process do not mix."""
    other = PrometheusMetrics(CollectorRegistry())
    other.skipped("no channel")
    assert Figures(other.page())("puzzles_skipped_total", reason="no channel") == 1
    assert Figures(metrics.page())("puzzles_skipped_total", reason="no channel") == 0


def test_operators_can_read_of_every_figure() -> None:
    """The table in docs/operations.md has each figure with its labels, and no other."""
    registry = CollectorRegistry()
    PrometheusMetrics(registry)
    there = set()
    for family in registry.collect():
        if family.name.startswith("warmer_"):
            name = family.name.removeprefix("warmer_")
            there.add(f"{name}_total" if family.type == "counter" else name)
    rows = re.findall(r"^\| (`[a-z_{},` ]+) \| (?:histogram|counter|gauge)", DOCS, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([a-z_]+)", row)]
    assert sorted(named) == sorted(there)


def test_late_puzzles_are_counted(metrics: PrometheusMetrics) -> None:
    """A post counts as late from the limit on; every post counts in the delays."""
    for late in (0.0, LATE_S, LATE_S + 1, 7200.0):
        metrics.posted(late)
    figures = Figures(metrics.page())
    assert figures("puzzles_late_total") == 2
    assert figures("post_delay_seconds_count") == 4


async def test_what_members_do_is_counted(
    client: WarmerClient, local: LocalDiscord, metrics: PrometheusMetrics
) -> None:
    """Commands and suggestions are timed to their acknowledgement, and guesses by outcome."""
    ann = local.add_person("ann")
    for word in ("river", "lake", "river", "rivver"):
        await local.slash(ann, "guess", {"word": word})
    await local.complete(ann, "guess", {"word": "x", "puzzle": "to"}, "puzzle")
    await client.flights.landed(30)
    await local.wait_idle()
    figures = Figures(metrics.page())
    assert figures("acknowledgement_seconds_count", kind="command", name="guess") == 4
    assert figures("acknowledgement_seconds_count", kind="autocomplete", name="guess") == 1
    assert figures("guesses_total", outcome="taken") == 2
    assert figures("guesses_total", outcome="AlreadyGuessed") == 1
    assert figures("guesses_total", outcome="UnknownWord") == 1
    assert figures("use_case_seconds_count", use_case="guess_many") == 4
    assert figures("errors_total", type="AlreadyGuessed", foreseen="true") == 1
    assert figures("guilds") == 1
    assert figures("interactions_in_flight") == figures("workers_waiting") == 0
    assert not re.search("rivv?er", metrics.page().decode())


async def test_pictures_are_timed_when_drawn(
    client: WarmerClient, local: LocalDiscord, metrics: PrometheusMetrics
) -> None:
    """A picture that is asked for twice is drawn, and counted, once."""
    ann = local.add_person("ann")
    await local.slash(ann, "guess", {"word": "river"})
    for _ in range(2):
        await local.slash(ann, "share")
    assert Figures(metrics.page())("picture_seconds_count", picture="share") == 1


async def test_refused_acknowledgement_is_none(
    client: WarmerClient, local: LocalDiscord, metrics: PrometheusMetrics
) -> None:
    """An interaction delivered twice is acknowledged once, and the refusal is counted as such."""
    local.faults.duplicate_interactions = 1
    await local.slash(local.add_person("ann"), "board")
    await client.flights.landed(30)
    figures = Figures(metrics.page())
    assert figures("acknowledgement_seconds_count", kind="command", name="board") == 1
    assert figures("errors_total", type="discord_40060", foreseen="true") == 1


async def test_connections_are_counted(
    client: WarmerClient, local: LocalDiscord, metrics: PrometheusMetrics
) -> None:
    """A connection that is lost and resumed is counted as both."""
    resumed = asyncio.Event()
    counted = client.on_shard_resumed

    async def on_shard_resumed(number: int) -> None:
        await counted(number)
        resumed.set()

    client.event(on_shard_resumed)
    local.gateway.drop(4000)
    await asyncio.wait_for(resumed.wait(), 30)
    figures = Figures(metrics.page())
    assert figures("gateway_events_total", event="connect") >= 1
    assert figures("gateway_events_total", event="disconnect") == 1
    assert figures("gateway_events_total", event="resume") == 1


class Page:
    """What is answered over HTTP."""

    def __init__(self, port: int, session: aiohttp.ClientSession) -> None:
        self.port, self._session = port, session

    async def __call__(self, path: str) -> tuple[int, Any]:
        """The status of a page, and its JSON or text."""
        async with self._session.get(f"http://127.0.0.1:{self.port}{path}") as answer:
            json = answer.content_type == "application/json"
            return answer.status, await (answer.json() if json else answer.text())


class Listening:
    """Makes pages, and closes them at the end."""

    def __init__(self, app: App, metrics: PrometheusMetrics) -> None:
        self.app, self.metrics = app, metrics
        self.dog: Any = SimpleNamespace(worst=0.01)
        self.read: Callable[[], object] = lambda: SqlNotebook(app.database).note("health")
        self.client: WarmerClient | None = None

    def look(self) -> object:
        """Read as it is said now."""
        return self.read()


@pytest.fixture
def parts(app: App, metrics: PrometheusMetrics) -> Listening:
    """What the pages tell of, to be changed."""
    return Listening(app, metrics)


@pytest.fixture
async def page(parts: Listening) -> AsyncIterator[Page]:
    """The pages, opened."""
    health = Health(parts.app, parts.look, lambda: parts.client, parts.dog)
    opened = listening("127.0.0.1", 0, health, parts.metrics.page, CONTENT_TYPE)
    async with opened as port, aiohttp.ClientSession() as session:
        yield Page(port, session)


async def test_ready_when_every_part_is(
    page: Page, parts: Listening, client: WarmerClient, clock: Clock
) -> None:
    """Connected, with a database and a scheduler that comes round, the bot is ready."""
    parts.client = client
    parts.app.tick.beat(clock() - timedelta(seconds=20))
    status, told = await page("/readyz")
    assert status == 200
    assert told == {
        "ok": True,
        "gateway": {"ok": True, "shards": {"0": True}},
        "database": {"ok": True},
        "scheduler": {"ok": True, "tick_age_s": 20.0},
    }


async def test_not_ready_before_the_start(page: Page) -> None:
    """Without a connection or a first tick the bot is not ready, and says which part is not."""
    status, told = await page("/readyz")
    assert status == 503
    assert {name: part["ok"] for name, part in told.items() if name != "ok"} == {
        "gateway": False, "database": True, "scheduler": False,
    }  # fmt: skip


async def test_scheduler_that_stopped(page: Page, parts: Listening, clock: Clock) -> None:
    """A tick that is too long ago is told."""
    parts.app.tick.beat(clock())
    clock.moment += timedelta(seconds=TICK_LIMIT_S)
    _, told = await page("/readyz")
    assert told["scheduler"] == {"ok": False, "tick_age_s": TICK_LIMIT_S}


async def test_closed_shard(
    page: Page, parts: Listening, client: WarmerClient, local: LocalDiscord
) -> None:
    """A shard without a connection is told by its number."""
    parts.client = client
    await client.close()
    _, told = await page("/readyz")
    assert told["gateway"] == {"ok": False, "shards": {"0": False}}


async def test_database_that_fails_or_hangs(
    page: Page, parts: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that fails is told by its error; one that hangs takes one worker, not all."""

    def fail() -> None:
        raise ZeroDivisionError("no detail is told")

    parts.read = fail
    _, told = await page("/readyz")
    assert told["database"] == {"ok": False, "error": "ZeroDivisionError"}
    go_on, looks = threading.Event(), []

    def hang() -> None:
        looks.append(1)
        assert go_on.wait(30)

    parts.read = hang
    monkeypatch.setattr("bot.health.PROBE_S", 0.01)
    for _ in range(3):
        _, told = await page("/readyz")
        assert told["database"] == {"ok": False, "error": "no answer"}
    go_on.set()
    assert len(looks) == 1


async def test_alive(page: Page, parts: Listening) -> None:
    """Alive as long as the loop comes round within the time that Discord gives an answer."""
    assert await page("/healthz") == (200, {"ok": True, "loop": {"ok": True, "loop_lag_s": 0.01}})
    parts.dog.worst = 7.0
    assert (await page("/healthz"))[0] == 503


async def test_figures_page(page: Page) -> None:
    """The figures are there for Prometheus, those of the process among them."""
    status, text = await page("/metrics")
    assert status == 200
    assert {"process_resident_memory_bytes", "warmer_guilds"} <= Figures(text.encode()).names


async def test_taken_port(page: Page, parts: Listening) -> None:
    """A port that another program has is told as such."""
    health = Health(parts.app, lambda: None, lambda: None, parts.dog)
    with pytest.raises(PortTaken) as refused:
        async with listening("127.0.0.1", page.port, health, parts.metrics.page, CONTENT_TYPE):
            pass
    assert refused.value.port == page.port
