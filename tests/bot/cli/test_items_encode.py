"""`warmer items import --encode-later`, `items encode`, and Ctrl-C in the middle, on an encoder."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from bot.cli.import_stop import Stages, stopped_words

Run = Callable[..., Any]
ROWS = 900


class Encoder(ThreadingHTTPServer):
    """An endpoint that encodes; it presses Ctrl-C when it comes to the request of that number."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.texts: list[str] = []
        self.requests = 0
        self.ctrl_c_at: int | None = None

    def handle_error(self, *_: object) -> None:
        """Say nothing where whoever asked has gone."""


class Answer(BaseHTTPRequestHandler):
    """Two numbers a text."""

    server: Encoder

    def do_POST(self) -> None:
        """Answer as OpenAI's endpoint does."""
        texts = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["input"]
        self.server.requests += 1
        if self.server.requests == self.server.ctrl_c_at:
            os.kill(os.getpid(), signal.SIGINT)
        else:
            self.server.texts += texts
        data = [{"index": n, "embedding": [1.0, len(text)]} for n, text in enumerate(texts)]
        body = json.dumps({"data": data}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Encoder]:
    """The endpoint, set as the encoder."""
    with Encoder() as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        monkeypatch.setenv("WARMER_ENCODER", "http")
        monkeypatch.setenv("WARMER_ENCODER_URL", f"http://127.0.0.1:{server.server_port}/v1")
        monkeypatch.setenv("WARMER_ENCODER_MODEL", "tiny")
        monkeypatch.setenv("WARMER_ENCODER_DIMENSION", "2")
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C is heard, though whatever started the tests in the background may have it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def run(warmer: Run, encoder: Encoder) -> Run:
    """Runs `warmer items` on a database of the test's own, with that encoder."""
    return lambda *arguments: warmer("items", *arguments, "--database", "taste.sqlite3")


@pytest.fixture
def films() -> Path:
    """A file of some hundred films in the working folder."""
    path = Path("films.csv")
    rows = (f"f{n},Film {n},A story of {n} people in a place by the sea." for n in range(ROWS))
    path.write_text("external_id,title,description\n" + "\n".join(rows) + "\n")
    return path


def test_items_first_and_texts_later(run: Run, films: Path, encoder: Encoder) -> None:
    """The items are there before any text is encoded, and the command for the rest is named."""
    where = ("--shelf", "films", "--server", "console")
    ended = run("import", str(films), *where, "--encode-later")
    assert (ended.code, encoder.texts) == (0, [])
    assert ended.out.startswith("900 added, 0 changed, 0 as before. Their texts are not encoded:")
    assert "`warmer items encode --shelf films`" in ended.out
    assert "Encoded 900 items." in run("encode", "--shelf", "films").out
    assert len(encoder.texts) == 2 * ROWS
    assert run("encode", "--shelf", "films").out.startswith("All texts of the shelf films are")
    assert json.loads(run("encode", "--shelf", "films", "--json").out)["encoded"] == 0
    assert len(encoder.texts) == 2 * ROWS


def test_nothing_is_left_for_later(run: Run, films: Path, encoder: Encoder) -> None:
    """An import says whether texts wait to be encoded, whenever they came to be."""
    command = ("import", str(films), "--shelf", "films", "--server", "console", "--encode-later")
    run(*command)
    assert "900 as before. Their texts are not encoded:" in run(*command).out
    run("encode", "--shelf", "films")
    assert run(*command).out == (
        "0 added, 0 changed, 900 as before. All their texts are encoded already.\n"
    )
    films.write_text("external_id,title\nnew,Another film\n")
    assert "1 added, 0 changed, 0 as before. Their texts are not encoded:" in run(*command).out
    assert len(encoder.texts) == 2 * ROWS


def test_an_empty_shelf_has_no_texts(run: Run) -> None:
    """It is not said that they are encoded."""
    Path("one.csv").write_text("external_id,title\na,Sea\n")
    run("import", "one.csv", "--shelf", "bare", "--server", "console")
    run("remove", "a", "--shelf", "bare")
    said = run("encode", "--shelf", "bare").out
    assert said == "Nothing stands on the shelf bare, so there is nothing to encode.\n"


def test_ctrl_c_while_encoding(run: Run, films: Path, encoder: Encoder, heard: None) -> None:
    """It says what is kept; nothing is on the shelf; the same command encodes only the rest."""
    command = ("import", str(films), "--shelf", "films", "--server", "console")
    encoder.ctrl_c_at = 6
    ended = run(*command)
    assert (ended.code, ended.out) == (130, "")
    assert "Nothing on the shelf has changed. The texts of" in ended.complaint
    assert "the same command goes on from there" in ended.complaint
    assert json.loads(run("list", "--json").out) == []
    before = len(encoder.texts)
    assert before > 0
    assert "900 added" in run(*command).out
    assert len(encoder.texts) <= 2 * ROWS + 300  # what was on its way then is encoded again
    encoder.ctrl_c_at = None
    assert "0 added, 0 changed, 900 as before" in run(*command).out


def test_ctrl_c_while_encoding_later(run: Run, films: Path, encoder: Encoder, heard: None) -> None:
    """That can be ended and taken up again, too."""
    run("import", str(films), "--shelf", "films", "--server", "console", "--encode-later")
    encoder.ctrl_c_at = 6
    ended = run("encode", "--shelf", "films")
    assert ended.code == 130
    assert "goes on from there" in ended.complaint
    assert "All texts of the shelf films are encoded now" in run("encode", "--shelf", "films").out


def test_tidy_keeps_what_is_new_or_needed(run: Run, films: Path) -> None:
    """Of a shelf just filled nothing goes."""
    run("import", str(films), "--shelf", "films", "--server", "console")
    assert run("tidy", "--days", "1").out == "Dropped 0 vectors that nothing needs.\n"
    assert run("encode", "--shelf", "films").out.startswith("All texts")


def test_what_a_stop_has_changed() -> None:
    """Only in the last moment may it have changed anything, and then it is not denied."""
    stages = Stages(lambda *_: None)  # type: ignore[arg-type]  # a bar is called like that
    said = {}
    for stage in ("checking", "encoding", "preparing", "writing", "storing"):
        stages(stage, 5, 10)
        said[stage] = stopped_words(stages)
    assert said["checking"].endswith("has changed. The same command begins anew.")
    for stage in ("encoding", "preparing", "writing"):
        assert "Nothing on the shelf has changed. The texts of about 5 items" in said[stage]
    assert "finds out whether it was" in said["storing"]


def test_a_long_encoding_is_announced(capsys: pytest.CaptureFixture[str]) -> None:
    """Once, where there are many; it says that it may be ended, and what would be faster."""
    for total, lines in ((19_999, 0), (20_000, 1)):
        stages = Stages(lambda *_: None)  # type: ignore[arg-type]  # as above
        for done in (10, 20, total):
            stages("encoding", done, total)
        said = capsys.readouterr().err
        assert said.count("Ctrl-C is safe") == lines
        assert said.count("--encode-later") == lines
