"""`warmer doctor`: checks everything a host needs, one line each with the remedy."""

import json
import platform
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib.util import find_spec
from random import Random

import typer
from rich.markup import escape

from bot.cli import running
from bot.cli.common import DatabaseOption, JsonOption, out, read_settings
from bot.cli.failures import explain
from bot.encoders import open_encoder
from bot.invite import application_id, invite_address
from bot.settings import Settings
from embedding.words.artifact import load_words
from store.engine import open_database, require_file
from store.errors import FileMissing, SchemaTooNew
from store.migrate import check as check_tables
from store.notebook import SqlNotebook


class Verdict(StrEnum):
    """How a check ended; `wanting` means that only a part which the game does without is amiss."""

    OK = "ok"
    WANTING = "wanting"
    WRONG = "wrong"


_MARKS = {Verdict.OK: "[green]✓[/]", Verdict.WANTING: "[yellow]![/]", Verdict.WRONG: "[red]✗[/]"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked, with the remedy where something is amiss."""

    name: str
    verdict: Verdict
    text: str


def doctor(database: DatabaseOption = None, as_json: JsonOption = False) -> None:
    """Check settings, database, words, encoder and token; print the bot's invite address.

    Exits with 1 where something is wrong that the game cannot do without. Example: warmer doctor
    """
    findings = list(_findings(database))
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2))  # noqa: T201  # plain JSON
    else:
        for finding in findings:
            out.print(
                f"{_MARKS[finding.verdict]} [bold]{finding.name:<9}[/] {escape(finding.text)}"
            )
    raise typer.Exit(int(any(finding.verdict is Verdict.WRONG for finding in findings)))


def _findings(database: str | None) -> Iterator[Finding]:
    yield Finding("python", Verdict.OK, f"{platform.python_version()} on {platform.system()}")
    try:
        settings = read_settings(database)
    except Exception as error:  # noqa: BLE001  # explained below, or raised again
        yield _failed("settings", error)
        return
    yield Finding(
        "settings", Verdict.OK, f"time zone {settings.time_zone}, {settings.workers} workers"
    )
    yield _checked("database", lambda: _database(settings))
    yield _checked("words", lambda: _words(settings))
    yield _checked("encoder", lambda: _encoder(settings), amiss=Verdict.WANTING)
    yield _index()
    yield _checked("port", lambda: running.port(settings))
    yield _checked("pictures", running.pictures)
    yield _checked("languages", running.languages)
    yield _checked("posts", lambda: running.posts(settings))
    yield _token(settings)


def _checked(name: str, look: Callable[[], str], *, amiss: Verdict = Verdict.WRONG) -> Finding:
    try:
        return Finding(name, Verdict.OK, look())
    except running.Wanting as wanting:
        return Finding(name, Verdict.WANTING, str(wanting))
    except Exception as error:  # noqa: BLE001  # explained, or raised again
        return _failed(name, error, amiss=amiss)


def _failed(name: str, error: Exception, *, amiss: Verdict = Verdict.WRONG) -> Finding:
    failure = explain(error)
    if failure is None:
        raise error
    without = " The game itself does without." if amiss is Verdict.WANTING else ""
    return Finding(name, amiss, failure.text + without)


def _database(settings: Settings) -> str:
    try:
        require_file(settings.database)
    except FileMissing as missing:
        return f"{missing.file}: new; it is made at the first start"
    with closing(open_database(settings.database)) as opened:
        state = check_tables(opened)
        if state.found is None:
            return f"{opened.name}: new; its tables are made at the first start"
        if state.too_new:
            raise SchemaTooNew(opened.name, state.found, state.wanted)
        if not state.up_to_date:
            return f"{opened.name}: revision {state.found}; the next start upgrades it"
        # Only a write tells a database that is read-only, or that another program holds.
        SqlNotebook(opened).keep("doctor", settings.time_zone)
        return f"{opened.name}: up to date"


def _words(settings: Settings) -> str:
    table = load_words(settings.words)
    return f"version {table.version}: {len(table):,} words, {len(table.secrets):,} secrets"


def _encoder(settings: Settings) -> str:
    encoder = open_encoder(settings)
    probe = f"warm {Random().random()}"  # noqa: S311  # any text the encoder has not seen
    dimension = encoder.encode([probe]).shape[1]
    return f"{encoder.model_id}: {dimension} dimensions (the game itself does without)"


def _index() -> Finding:
    if find_spec("hnswlib") is None:
        return Finding(
            "index",
            Verdict.WANTING,
            "exact only: install a C++ compiler, then .venv/bin/pip install "
            "-c constraints.txt hnswlib (the game itself does without)",
        )
    return Finding("index", Verdict.OK, "hnswlib")


def _token(settings: Settings) -> Finding:
    if settings.discord_token is None:
        return Finding(
            "token",
            Verdict.WANTING,
            "none: `warmer play` needs none; for Discord, make a bot in its "
            "developer portal and set WARMER_DISCORD_TOKEN",
        )
    identity = application_id(settings.discord_token.get_secret_value())
    if identity is None:
        return Finding(
            "token",
            Verdict.WANTING,
            "WARMER_DISCORD_TOKEN does not look like a bot token: it has three "
            "parts with dots between",
        )
    return Finding("token", Verdict.OK, f"invite the bot: {invite_address(identity)}")
