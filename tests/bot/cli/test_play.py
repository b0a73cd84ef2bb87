"""`warmer play` with its input from a file or a pipe."""

import json
import signal
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

SecretsIn = Callable[[Path], list[str]]


def answers(out: str) -> list[dict[str, Any]]:
    """The JSON objects of an output, one a line."""
    return [json.loads(line) for line in out.splitlines()]


def test_whole_game_over_a_pipe(start: Any, tmp_path: Path, secrets_in: SecretsIn) -> None:
    """A script plays to the solution: a line in, a line of JSON out, and a clean end."""
    file = tmp_path / "game.sqlite3"
    process = start("play", "--json", "--database", str(file), "--member", "Ann", "--seed", "5")

    def say(line: str) -> dict[str, Any]:
        process.stdin.write(f"{line}\n")
        process.stdin.flush()
        answer: dict[str, Any] = json.loads(process.stdout.readline())
        assert answer["input"] == line
        assert answer["error"] is None
        assert answer["member"]["name"] == "Ann"
        return answer

    first = say("/guess word:river")
    assert first["messages"][0]["ephemeral"]
    assert "river is" in first["messages"][0]["embeds"][0]["title"]
    (secret,) = secrets_in(file)
    assert say("/hint")["messages"][0]["embeds"][0]["title"].startswith("💡")
    found = say(f"/guess word:{secret}")["messages"][0]["embeds"][0]
    assert found["title"] == f"🎉 {secret} it is!"
    assert "2 guesses" in found["description"]
    process.stdin.close()
    assert process.wait(30) == 0
    assert process.stdout.read() == ""
    assert process.stderr.read() == ""


def test_interrupted(start: Any, tmp_path: Path) -> None:
    """Ctrl-C ends it with 130 and nothing to read, half a file or a damaged database."""
    file = tmp_path / "game.sqlite3"
    process = start("play", "--json", "--database", str(file))
    process.stdin.write("/guess word:river\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["error"] is None
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert process.stderr.read() == ""
    assert list(tmp_path.rglob("*.part*")) == []
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM entries").fetchone() == (1,)


def test_plain_text(warmer: Any) -> None:
    """Without --json the answers are text for people, and the exit is a clean one."""
    ended = warmer("play", lines="/guess word:river\n\n# a comment\n/help\n")
    assert ended.code == 0
    assert "river is" in ended.out
    assert "How to play Warmer" in ended.out
    assert ended.err == ""


def test_seeds(warmer: Any, tmp_path: Path, secrets_in: SecretsIn) -> None:
    """The same seed is the same secret on another database; other seeds are other secrets."""
    found = []
    for number, seed in enumerate(("5", "5", "6", "-5")):
        file = tmp_path / f"{number}.sqlite3"
        assert warmer("play", "--database", str(file), "--seed", seed, lines="/board\n").code == 0
        found += secrets_in(file)
    assert found[0] == found[1]
    assert len(set(found)) == 3


def test_boards_stay(warmer: Any) -> None:
    """A second start finds the board as the first one left it."""
    assert warmer("play", lines="/guess word:river\n").code == 0
    (board,) = answers(warmer("play", "--json", lines="/board\n").out)
    assert "river" in board["messages"][0]["embeds"][0]["description"]


def test_in_memory(warmer: Any, tmp_path: Path) -> None:
    """A game in memory leaves no file behind."""
    ended = warmer("play", "--json", "--database", ":memory:", lines="/guess river\n/guess lake\n")
    assert [answer["error"] for answer in answers(ended.out)] == [None, None]
    assert not list(tmp_path.rglob("*.sqlite3"))


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_next_day_brings_the_daily_post(warmer: Any, arguments: tuple[str, ...]) -> None:
    """Moving on to the next day shows at once what has been posted since."""
    lines = "/setup\n:select 1 general\n:next\n"
    ended = warmer("play", *arguments, "--date", "2026-11-21", lines=lines)
    assert "Warmer #2 · Sun 22 Nov" in ended.out


def test_date(warmer: Any) -> None:
    """The game is played as if it were the given day."""
    ended = warmer("play", "--json", "--date", "2024-02-29", lines="/board\n:next\n/board\n")
    first, _, second = answers(ended.out)
    assert first["date"] == "2024-02-29"
    assert second["date"] == "2024-03-01"
    assert "today, 29 Feb" in first["messages"][0]["embeds"][0]["footer"]["text"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--date", "tomorrow"),
        ("--date", "0001-01-01"),
        ("--date", "9999-12-31"),
        ("--member", ""),
        ("--member", "a" * 33),
        ("--member", "a\x07b"),
        ("--port", "70000"),
        ("--seed", "many"),
    ],
)
def test_wrong_usage(warmer: Any, arguments: tuple[str, str]) -> None:
    """What no option can be is refused with 2 and a word on that option."""
    ended = warmer("play", *arguments)
    assert ended.code == 2
    assert arguments[0] in ended.err
    assert "Traceback" not in ended.err


def test_port_in_use(warmer: Any) -> None:
    """A port that another program listens on is named, with 69."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = warmer("play", "--port", str(port))
    assert ended.code == 69
    assert f"Port {port} is in use" in ended.complaint


def test_locked_while_playing(impatient: None, warmer: Any, tmp_path: Path) -> None:
    """A database locked by another program does not end the game: the bot says that it is busy."""
    file = tmp_path / "game.sqlite3"
    assert warmer("play", "--database", str(file), lines="/guess word:river\n").code == 0
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ended = warmer("play", "--database", str(file), lines="/guess word:lake\n")
        other.execute("ROLLBACK")
    assert ended.code == 0
    assert "busy for a moment" in ended.out
