"""`warmer baskets`: what is used together."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import DatabaseOption, JsonOption
from bot.cli.items import tell
from bot.cli.shelf_common import DryOption, ServerOption, ShelfOption, SkipOption, opened, telling

app = typer.Typer(help="Tell what goes with what.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    pass


@app.command("import")
def import_baskets(
    file: Annotated[Path, typer.Argument(help="A CSV or JSON Lines file of baskets.")],
    shelf: ShelfOption,
    server: ServerOption = None,
    skip_broken: SkipOption = False,
    dry_run: DryOption = False,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Bring baskets onto a shelf, such as recipes onto the shelf of ingredients.

    Columns: basket, and items (external ids or titles, with | between them) or one item a line.
    A basket of the same name is replaced. Example: warmer baskets import r.csv --shelf ingredients
    """
    with opened(database) as use, telling() as bar:
        home = use.shelf(server, shelf)
        done = use.parts.library.import_baskets(
            home, file, skip_broken=skip_broken, dry_run=dry_run, progress=bar
        )
    tell(done, dry_run=dry_run, as_json=as_json)
