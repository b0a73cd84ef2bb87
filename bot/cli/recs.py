"""`warmer recs`: the recommender from the command line."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli import recs_ask, recs_show
from bot.cli.common import JsonOption

app = typer.Typer(
    help="The recommender: ask it as a member would, and measure it.", no_args_is_help=True
)
recs_ask.add_to(app)
app.command()(recs_show.demo)


@app.callback()
def _group() -> None:
    pass


@app.command()
def evaluate(
    folder: Annotated[
        Path | None, typer.Argument(help="A MovieLens folder, with ratings.csv and movies.csv.")
    ] = None,
    split: Annotated[
        Literal["strong", "weak", "cold"],
        typer.Option(help="What is kept from the model: members, likes, or items."),
    ] = "strong",
    train: Annotated[
        Path | None, typer.Option(help="A split of your own: user_id,item_id,rating to learn from.")
    ] = None,
    fold_in: Annotated[Path | None, typer.Option(help="The same: what is told of members.")] = None,
    held_out: Annotated[Path | None, typer.Option(help="The same: what is to be found.")] = None,
    items: Annotated[
        Path | None, typer.Option(help="Its items: item_id, title, description, tags, year.")
    ] = None,
    low_ratings: Annotated[
        bool, typer.Option("--low-ratings", help="Low ratings are known, and not ranked.")
    ] = False,
    user_tags: Annotated[
        bool, typer.Option("--user-tags", help="Use tags.csv, less the tags of who is served.")
    ] = False,
    seed: Annotated[int, typer.Option(min=0, help="Of the split, and of all that is drawn.")] = 0,
    text: Annotated[bool, typer.Option(help="Encode what is written about the items.")] = True,
    raters: Annotated[
        int | None, typer.Option(min=0, help="Learn from so many raters only, as a small server.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Rank held-out likes by the model and by its peers; each finds its dials on the training.

    Example: warmer recs evaluate ml-latest-small --seed 7
    """
    given = (train, fold_in, held_out)
    whole = train and fold_in and held_out and (train, fold_in, held_out)
    if bool(folder) == bool(whole) or (folder and any(given)):
        raise typer.BadParameter("Name either a folder, or all of --train --fold-in --held-out.")
    # SciPy and the model: not on the path of every start.
    from bot.cli.recs_evaluate import Asked
    from bot.cli.recs_evaluate import evaluate as measure

    asked = Asked(folder, whole or None, items, split, seed, low_ratings, user_tags, text, raters)
    measure(asked, as_json=as_json)
