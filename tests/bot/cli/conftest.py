"""The command line, run in this process or as one of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.main import main
from store.engine import open_database
from store.work import SqlGameStore


@dataclass(frozen=True)
class Ended:
    """How a run of the command line ended."""

    code: object
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line that says what went wrong."""
        (line,) = self.err.splitlines()
        assert line.startswith("warmer: ")
        return line


@pytest.fixture
def warmer(
    clean_environment: None,
    logging_as_before: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Iterator[Callable[..., Ended]]:
    """Runs `warmer` in this process, with lines to read; working folder and settings are bare."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")
    opened = []

    def run(*arguments: str, lines: str = "") -> Ended:
        written = tmp_path / "input.txt"
        written.write_text(lines)
        opened.append(written.open())
        monkeypatch.setattr(sys, "stdin", opened[-1])
        monkeypatch.setattr(sys, "argv", ["warmer", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ended(ended.value.code or 0, said.out, said.err)

    yield run
    for file in opened:
        file.close()


@pytest.fixture
def start(clean_environment: None) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts `warmer` as a process of its own, with pipes; what still runs is killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def run(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # our own program
            [sys.executable, "-m", "bot", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
            # Where this runs in the background, children would inherit that Ctrl-C is ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()


@pytest.fixture
def secrets_in() -> Callable[[Path], list[str]]:
    """Tells the secrets of the days in a database, behind the bot's back."""

    def tell(file: Path) -> list[str]:
        database = open_database(str(file))
        with database.reading() as connection:
            query = "SELECT DISTINCT server_id FROM puzzles WHERE kind = 'daily'"
            servers = [row[0] for row in connection.exec_driver_sql(query)]
        with SqlGameStore(database).reading() as reader:
            found = [puzzle.secret for server in servers for puzzle in reader.dailies(server)]
        database.close()
        return found

    return tell
