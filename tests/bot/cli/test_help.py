"""What the command line says of itself."""

from collections.abc import Iterator
from typing import Any

import click
import pytest
import typer

from bot.cli.main import app


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that lead to each command, groups left out."""
    below = getattr(command, "commands", None)
    if below is None:
        yield path
        return
    for name, inner in below.items():
        yield from commands(inner, (*path, name))


PATHS = sorted(commands(typer.main.get_command(app)))


def test_commands() -> None:
    """These are all the commands there are."""
    assert [" ".join(path) for path in PATHS] == [
        "baskets import", "db backup", "db check", "db restore", "db upgrade", "doctor",
        "guild list", "guild set", "guild show", "items approve", "items delete-shelf",
        "items encode", "items export", "items import", "items list", "items pool", "items reject",
        "items remove", "items rename-shelf", "items suggest", "items tidy", "items waiting",
        "play", "purge", "puzzle audit", "puzzle par", "puzzle players", "puzzle pool",
        "puzzle propose", "puzzle queue", "puzzle withdraw", "recs demo", "recs evaluate",
        "recs find", "recs pairs", "recs rate", "recs ratings", "recs recommend", "recs similar",
        "recs status", "recs swap", "recs taste", "recs twins", "recs why", "run",
        "schedule preview", "schedule status", "stats", "words build", "words evaluate",
        "words neighbors", "words rank", "words score",
    ]  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_has_an_example(warmer: Any, path: tuple[str, ...]) -> None:
    """The help of each command shows how it is used, beside its usage line."""
    ended = warmer(*path, "--help")
    assert ended.code == 0
    usage, rest = ended.out.split("[OPTIONS]", 1)
    assert f"warmer {' '.join(path)}" in usage
    assert f"warmer {' '.join(path)}" in rest


@pytest.mark.parametrize("path", [("--help",), ("db", "--help"), ("words", "--help")], ids=" ".join)
def test_help_of_groups(warmer: Any, path: tuple[str, ...]) -> None:
    """The help of a group names what is in it."""
    ended = warmer(*path)
    assert ended.code == 0
    inside = [p for p in PATHS if list(path[:-1]) == list(p[: len(path) - 1])]
    assert all(p[len(path) - 1] in ended.out for p in inside)


def test_exit_codes_are_documented(warmer: Any) -> None:
    """The help names every exit code that a failure can have."""
    from bot.cli.failures import _KNOWN  # what is documented is private here

    said = warmer("--help").out
    assert all(str(code) in said for code in {*(code for _, code in _KNOWN.values()), 130})


def test_version(warmer: Any) -> None:
    """The version is one line."""
    ended = warmer("--version")
    assert ended.code == 0
    assert ended.out.startswith("warmer ")


def test_unknown_command(warmer: Any) -> None:
    """A command that is not there is wrong usage."""
    ended = warmer("plya")
    assert ended.code == click.UsageError.exit_code
    assert "plya" in ended.err
