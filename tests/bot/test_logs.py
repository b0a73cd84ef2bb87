"""The log: one form for all that is logged, and no secrets in it."""

import io
import json
import logging
import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import structlog

from bot.flights import CURRENT, Flight
from bot.logs import LEFT_OUT, start_logging
from game.play import Game

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture
def told(logging_as_before: None) -> Callable[..., io.StringIO]:
    """Starts logging into a text."""

    def start(level: str = "INFO", form: str = "json", secrets: Any = ()) -> io.StringIO:
        stream = io.StringIO()
        start_logging(level, form, secrets, stream)
        return stream

    return start


@pytest.fixture
def flight() -> Iterator[None]:
    """A /guess for "river", which the running task answers."""
    options = [
        {"name": "word", "type": 3, "value": "River"},
        {"name": "n", "type": 3, "value": "a"},
    ]
    asked: Any = SimpleNamespace(
        id=77,
        guild_id=5 << 22,
        client=SimpleNamespace(shard_count=4),
        type=None,
        data={"name": "guess", "options": options},
    )
    token = CURRENT.set(Flight(asked))
    yield
    CURRENT.reset(token)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    """The objects that were logged."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_json_lines(told: Any) -> None:
    """Every record is an object on a line of its own, whichever library it comes from."""
    stream = told()
    logging.getLogger("discord.gateway").info("shard %s is up", 3)
    structlog.get_logger("bot.x").warning("late", seconds=4)
    logging.getLogger("bot.y").error("extra", extra={"reason": "gone"})
    first, second, third = lines(stream)
    assert (first["event"], first["level"]) == ("shard 3 is up", "info")
    assert first["logger"] == "discord.gateway"
    assert (second["event"], second["seconds"], second["level"]) == ("late", 4, "warning")
    assert (third["event"], third["reason"]) == ("extra", "gone")
    assert all(line["timestamp"].endswith("Z") for line in (first, second, third))


def test_text_lines(told: Any) -> None:
    """Lines for people have no colours where there is no terminal, and plain tracebacks."""
    stream = told(form="text")
    hidden = "hippo" * 2
    try:
        _ = len(hidden) / 0
    except ZeroDivisionError:
        logging.getLogger("bot").exception("it broke")
    text = stream.getvalue()
    assert "it broke" in text
    assert "ZeroDivisionError" in text
    assert "\x1b" not in text
    assert hidden not in text


def test_automatic_form(told: Any) -> None:
    """Without a terminal the automatic form is JSON."""
    stream = told(form="auto")
    logging.getLogger("bot").info("hello")
    assert lines(stream)[0]["event"] == "hello"


@pytest.mark.parametrize(
    "text",
    [
        f"logging in with {TOKEN} now",
        "POST https://discord.com/api/v10/interactions/123/aW50ZXJhY3Rpb246x/callback",
        "we are rate limited: /webhooks/42/aW50ZXJhY3Rpb246x/messages/@original",
        "postgresql+psycopg://me:hunter2@localhost/warmer is gone",
        "the key is sk-very-private",
    ],
)
def test_secrets_are_left_out(told: Any, text: str) -> None:
    """Tokens and passwords stand in no line: not in the text, a field, or an exception."""
    stream = told(secrets=["sk-very-private", ""])
    log = logging.getLogger("bot")
    log.warning("%s", text)
    log.warning("field", extra={"where": {"deep": [text]}})
    log.error("broke", exc_info=RuntimeError(text))
    assert len(lines(stream)) == 3
    for secret in (TOKEN, "aW50ZXJhY3Rpb246x", "hunter2", "sk-very-private"):
        assert secret not in stream.getvalue()
    assert stream.getvalue().count(LEFT_OUT) >= 3


def test_fields_that_hold_words_are_left_out(told: Any) -> None:
    """A field named for a word is never logged, whatever it holds."""
    stream = told()
    structlog.get_logger("bot").info("guess", word="river", secret="lake", attempts=3)
    (line,) = lines(stream)
    assert (line["word"], line["secret"], line["attempts"]) == (LEFT_OUT, LEFT_OUT, 3)


def test_what_was_typed_is_left_out(told: Any, flight: None) -> None:
    """An unforeseen error may hold the word that was guessed; the log does not, but says where."""
    stream = told()
    try:
        _ = {}["river"]
    except KeyError:
        logging.getLogger("bot").exception("a RIVER ran; rivers run, a cat too")
    (line,) = lines(stream)
    assert line["event"] == f"a {LEFT_OUT} ran; rivers run, a cat too"
    assert f"KeyError: '{LEFT_OUT}'" in line["exception"]
    assert line["interaction"] == "77"
    assert line["server"] == str(5 << 22)
    assert (line["shard"], line["command"]) == (1, "guess")


def test_debugging_shows_no_payloads(told: Any) -> None:
    """At level DEBUG the libraries that print whole messages of Discord's stay at INFO."""
    stream = told(level="debug")
    logging.getLogger("discord.gateway").debug("WebSocket Event: the word")
    logging.getLogger("sqlalchemy.engine").info("INSERT the word")
    logging.getLogger("bot").debug("mine")
    assert [line["event"] for line in lines(stream)] == ["mine"]


async def test_a_day_of_play_leaves_no_word(
    told: Any, local_stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At level DEBUG and with every kind of trouble no word, secret, token or member is logged."""
    stream = told(level="DEBUG")
    stage = local_stage
    stage.expected.append(ZeroDivisionError)
    secret = stage.secret("ann")
    stage.hall.local.faults.duplicate_interactions = 1
    for word in ("giraffe", "girraffe", "zebra crocodile", "giraffe"):
        await stage.guess("ann", word)
    await stage.use("ann", "hint")
    await stage.complete("ann", "guess", "puzzle", "cro", word="x")

    def fail(*_: object) -> None:
        raise KeyError("crocodile", secret)

    monkeypatch.setattr(Game, "guess_many", fail)
    await stage.guess("ann", f"crocodile {secret}")
    stage.hall.local.faults.fail("POST", "/interactions/*/*/callback", 500)
    await stage.use("ann", "board")
    stage.hall.local.gateway.drop(4000)
    await stage.client.flights.landed(30)
    text = stream.getvalue()
    assert "KeyError" in text
    assert "was past answering" in text
    for word in ("giraffe", "girraffe", "zebra", "crocodile", secret, str(stage.id("ann"))):
        assert not re.search(rf"(?i)\b{word}\b", text)
    assert stage.hall.local.token not in text
    assert not re.search(r"/(?:interactions|webhooks)/\d+/(?!\[)", text)
    events = lines(stream)
    (failed,) = [line for line in events if "exception" in line]
    assert (failed["command"], failed["level"], failed["shard"]) == ("guess", "error", 0)
