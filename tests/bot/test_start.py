"""The start of every command is light."""

import subprocess
import sys
from pathlib import Path

import pytest


def printed(code: str) -> str:
    """What a fresh Python prints."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_commands_of_the_terminal_load_no_discord() -> None:
    """The command line is there without discord.py, aiohttp and urllib3, which few commands use."""
    heavy = "{'discord', 'aiohttp', 'urllib3'}"
    assert printed(f"import sys, bot.cli.main; print({heavy} & set(sys.modules))") == "set()"


def test_garbage_is_collected_again_once_the_command_line_is_there() -> None:
    """Collecting is put off while modules are imported, and no longer."""
    code = "import gc; from bot.start import _command_line; _command_line(); print(gc.isenabled())"
    assert printed(code) == "True"


BUSY = """
import sys
from threading import Event
import numpy as np
from bot.background import Background
from bot.start import main
from embedding.graph import SHIPPED, Graph
from embedding.metric import Metric

behind, begun = Background("test"), Event()
rows = np.random.default_rng(0).normal(size=(200, 64)).astype(np.float32)

def work():
    graph = Graph.empty(Metric.INNER_PRODUCT, 64, SHIPPED)
    for at in range(0, 2_000_000, 200):
        graph.put(np.arange(at, at + 200), rows)
        begun.set()

behind.put(work)
begun.wait()
behind.close(0.01)
sys.argv = ["warmer", *sys.argv[1:]]
main()
"""
"""Ends while a thread comes and goes between Python and C++, as a model that is being made does."""


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--version"], 0, "warmer"),
        (["nonsense"], 2, "No such command"),
        (["stats"], 66, "There is no file"),
    ],
)
def test_end_amid_work_that_does_not_listen(
    arguments: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work left behind in the midst of something changes neither what is said nor the exit code."""
    pytest.importorskip("hnswlib")
    monkeypatch.chdir(tmp_path)
    command = [sys.executable, "-c", BUSY, *arguments]
    busy = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "terminate" not in busy.stderr
    assert busy.returncode == code
    assert words in busy.stdout + busy.stderr
