"""Puts the commands of `warmer recs` in their places that ask as a member would."""

import typer

from bot.cli import recs_find, recs_people, recs_rate, recs_recommend

PANEL = "Ask it as a member would"


def add_to(app: typer.Typer) -> None:
    """Put the commands on `warmer recs`."""
    for command in (
        recs_rate.rate, recs_rate.ratings, recs_recommend.recommend, recs_recommend.why,
        recs_find.similar, recs_find.find, recs_find.pairs, recs_find.swap, recs_people.taste,
        recs_people.twins,
    ):  # fmt: skip
        app.command(rich_help_panel=PANEL)(command)
