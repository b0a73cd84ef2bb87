"""`warmer doctor`: every part in order, and every part broken."""

import base64
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

PARTS = [
    "python", "settings", "database", "words", "encoder", "index", "port", "pictures", "languages",
    "posts", "token",
]  # fmt: skip
APPLICATION = 123456789012345678
TOKEN = base64.urlsafe_b64encode(str(APPLICATION).encode()).decode().rstrip("=") + ".Abc.def-ghi"


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch, clean_environment: None) -> Iterator[None]:
    """An encoder behind HTTP, set up as the one to use: loading the real one takes seconds."""

    class Endpoint(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps({"data": [{"index": 0, "embedding": [0.6, 0.8]}]}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("WARMER_ENCODER", "http")
    monkeypatch.setenv("WARMER_ENCODER_URL", f"http://127.0.0.1:{server.server_port}/v1")
    monkeypatch.setenv("WARMER_ENCODER_MODEL", "tiny")
    monkeypatch.setenv("WARMER_ENCODER_DIMENSION", "2")
    yield
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def examine(warmer: Any) -> Any:
    """Runs the doctor and returns the exit code, and the findings by name."""

    def run(*arguments: str) -> tuple[object, dict[str, dict[str, str]]]:
        ended = warmer("doctor", "--json", *arguments)
        assert ended.err == ""
        return ended.code, {finding["name"]: finding for finding in json.loads(ended.out)}

    return run


def test_all_in_order(
    encoder: None, warmer: Any, examine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is amiss every part is ok, and the bot's invite address is there."""
    monkeypatch.setenv("WARMER_DISCORD_TOKEN", TOKEN)
    code, findings = examine()
    assert code == 0
    assert list(findings) == PARTS
    amiss = {name for name, finding in findings.items() if finding["verdict"] != "ok"}
    assert amiss <= {"index"}  # a machine may lack hnswlib
    assert f"client_id={APPLICATION}&" in findings["token"]["text"]
    assert "new; it is made at the first start" in findings["database"]["text"]
    assert warmer("db", "upgrade").code == 0
    assert "up to date" in examine()[1]["database"]["text"]


def test_text(encoder: None, warmer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --json each part is one line; no secret is in any."""
    monkeypatch.setenv("WARMER_DISCORD_TOKEN", TOKEN)
    ended = warmer("doctor")
    assert ended.code == 0
    assert [line.split()[1] for line in ended.out.splitlines()] == PARTS
    assert TOKEN not in ended.out
    assert ended.out.startswith("✓ python")


@pytest.mark.parametrize(("name", "value"), [("WARMER_TIME_ZONE", "Mars"), ("WARMER_WORKERS", "0")])
def test_wrong_settings(
    examine: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """A wrong setting is the last thing looked at, and named."""
    monkeypatch.setenv(name, value)
    code, findings = examine()
    assert code == 1
    assert list(findings) == ["python", "settings"]
    assert findings["settings"]["verdict"] == "wrong"
    assert name in findings["settings"]["text"]


def test_broken_databases(encoder: None, warmer: Any, examine: Any, tmp_path: Path) -> None:
    """A folder, a text, another program's and a read-only database are each told from another."""
    text, other, file = (tmp_path / name for name in ("text.txt", "other.sqlite3", "game.sqlite3"))
    text.write_text("Dear diary, " * 500)
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    assert warmer("db", "upgrade", "--database", str(file)).code == 0
    broken = {
        str(tmp_path): "cannot be opened",
        str(text): "is damaged",
        str(other): "another program's tables",
        f"sqlite:///file:{file}?mode=ro&uri=true": "read-only",
        "mysql://me:hush@localhost/x": "names no database",
    }
    for url, said in broken.items():
        code, findings = examine("--database", url)
        assert code == 1
        assert findings["database"]["verdict"] == "wrong"
        assert said in findings["database"]["text"]
        assert findings["words"]["verdict"] == "ok"


def test_newer_database(encoder: None, warmer: Any, examine: Any, tmp_path: Path) -> None:
    """Tables of a later Warmer are wrong, for no start of this one would upgrade them."""
    file = tmp_path / "game.sqlite3"
    assert warmer("db", "upgrade", "--database", str(file)).code == 0
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    code, findings = examine("--database", str(file))
    assert code == 1
    assert "Update Warmer" in findings["database"]["text"]


def test_broken_words(
    encoder: None, examine: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing words and damaged ones are wrong, each with its remedy."""
    file = tmp_path / "words.warmer"
    monkeypatch.setenv("WARMER_WORDS", str(file))
    assert "no such file" in examine()[1]["words"]["text"]
    file.write_text("{}\n")
    code, findings = examine()
    assert code == 1
    assert "are damaged" in findings["words"]["text"]


def test_wanting_parts(examine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The game does without an encoder and a token: they are wanting, and the exit is 0."""
    monkeypatch.setenv("WARMER_ENCODER", "http")
    monkeypatch.setenv("WARMER_DISCORD_TOKEN", "hush hush")
    code, findings = examine()
    assert code == 0
    assert findings["encoder"]["verdict"] == findings["token"]["verdict"] == "wanting"
    assert "WARMER_ENCODER_URL" in findings["encoder"]["text"]
    assert "does not look like a bot token" in findings["token"]["text"]
    assert "hush" not in findings["token"]["text"]
    monkeypatch.delenv("WARMER_DISCORD_TOKEN")
    assert "`warmer play` needs none" in examine()[1]["token"]["text"]


@pytest.mark.parametrize("token", ["a", "a.b", "a.b.c.d", "!!.b.c", "YWJj.b.c", "é.b.c", "." * 2])
def test_tokens_that_are_none(examine: Any, monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    """What is no token has no invite address, and is no reason to fail."""
    monkeypatch.setenv("WARMER_ENCODER", "http")
    monkeypatch.setenv("WARMER_DISCORD_TOKEN", token)
    code, findings = examine()
    assert code == 0
    assert findings["token"]["verdict"] == "wanting"
