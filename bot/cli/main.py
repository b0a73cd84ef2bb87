"""The `warmer` command: its subcommands, and how every failure ends."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer
from rich.markup import escape

from bot.cli import (
    baskets,
    db,
    doctor,
    guild,
    items,
    play,
    purge,
    puzzle,
    recs,
    recs_status,
    run,
    schedule,
    stats,
    words,
)
from bot.cli.common import err, out
from bot.cli.exit_codes import DATA
from bot.cli.failures import Failure, explain

app = typer.Typer(
    help="A daily word game of meaning for Discord. Try it here: warmer play",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Exit codes: 0 done, 2 wrong usage, 65 damaged data, 66 no such file, 69 not reachable, "
    "73 cannot write, 74 a disk that fails or is full, 75 busy, 77 refused by Discord, "
    "78 wrong settings, 130 interrupted.",
)
app.command()(play.play)
app.command()(run.run)
app.command()(doctor.doctor)
app.command()(stats.stats)
app.command()(purge.purge)
app.add_typer(db.app, name="db")
app.add_typer(words.app, name="words")
app.add_typer(puzzle.app, name="puzzle")
app.add_typer(schedule.app, name="schedule")
app.add_typer(guild.app, name="guild")
app.add_typer(items.app, name="items")
app.add_typer(baskets.app, name="baskets")
recs.app.command()(recs_status.status)
app.add_typer(recs.app, name="recs")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # Only here: reading metadata slows every start.

        out.print(f"warmer {version('warmer')}")
        raise typer.Exit


@app.callback()
def _root(
    _: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


def _garbled(arguments: Sequence[str]) -> Failure | None:
    """What to say of an argument that is not UTF-8; only names of files need not be."""
    for argument in arguments:
        shown = argument.encode(errors="surrogateescape").decode(errors="backslashreplace")
        if shown != argument and not _names_file(argument):
            return Failure(f"'{shown}' is not UTF-8. Set your terminal to UTF-8.", DATA)
    return None


def _names_file(argument: str) -> bool:
    """Whether there is such a file, or a folder for it, in an argument or an option's value."""
    name = argument.partition("=")[2] if argument.startswith("-") else argument
    return os.path.exists(name) or os.path.isdir(os.path.dirname(name))  # noqa: PTH110, PTH112, PTH120  # pathlib drops a "./"


def main() -> None:
    """Run the command line; every failure is one clear line and its own exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # bars and emoji, where they cannot be written
    try:
        if garbled := _garbled(sys.argv[1:]):
            _end(garbled)
        app()
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:
        failure = explain(error)
        if failure is None:
            raise
        _end(failure)


def _end(failure: Failure) -> NoReturn:
    err.print(f"[bold red]warmer:[/] {escape(failure.text)}")
    sys.exit(failure.code)
