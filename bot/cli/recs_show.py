"""`warmer recs demo`, as it is asked for: the show itself is loaded only then."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console


def demo(
    seed: Annotated[
        int | None,
        typer.Option(min=0, help="Rate as somebody drawn by this number, and ask nothing."),
    ] = None,
    picture: Annotated[
        Path | None, typer.Option(help="Also write the map of your taste to this PNG file.")
    ] = None,
) -> None:
    """See what the recommender does, in half a minute: no Discord, no network, nothing kept.

    In a terminal it asks what you like; otherwise somebody invented does.
    Example: warmer recs demo --seed 7
    """
    from bot.cli.recs_demo import show  # SciPy and the model: not on the path of every start

    ask = seed is None and sys.stdin.isatty() and sys.stdout.isatty()
    show(Console(highlight=False), seed or 0, ask=ask, picture=picture)
