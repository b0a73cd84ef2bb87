"""`warmer db`: the database's tables and its backups."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import DatabaseOption, JsonOption, out, read_settings
from store.backup import backup as back_up
from store.backup import restore as bring_back
from store.engine import open_database, require_file
from store.migrate import check as check_tables
from store.migrate import upgrade as upgrade_tables

app = typer.Typer(help="Look after the database.", no_args_is_help=True)


@app.command()
def upgrade(database: DatabaseOption = None) -> None:
    """Make the tables, or bring them up to date.

    Example: warmer db upgrade --database postgresql+psycopg://me@localhost/warmer
    """
    with closing(open_database(read_settings(database).database)) as opened:
        state = upgrade_tables(opened)
        said = "up to date already" if state.up_to_date else f"upgraded to revision {state.wanted}"
        out.print(f"{opened.name}: {said}.")


@app.command()
def check(database: DatabaseOption = None, as_json: JsonOption = False) -> None:
    """Say whether the tables are up to date; exit with 1 if they are not.

    Example: warmer db check --json
    """
    url = read_settings(database).database
    require_file(url)
    with closing(open_database(url)) as opened:
        state, name = check_tables(opened), opened.name
    if as_json:
        print(  # noqa: T201  # plain JSON: Rich would wrap it
            json.dumps({"database": name, "found": state.found, "wanted": state.wanted})
        )
    elif state.up_to_date:
        out.print(f"{name}: up to date (revision {state.wanted}).")
    else:
        out.print(
            f"{name}: has revision {state.found or 'none'}, wants {state.wanted}. "
            + ("Update Warmer." if state.too_new else "Run `warmer db upgrade`.")
        )
    raise typer.Exit(0 if state.up_to_date else 1)


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Where to write; replaced if it is there.")],
    database: DatabaseOption = None,
) -> None:
    """Write the whole database to one file, while the bot goes on running.

    Example: warmer db backup warmer-2026-11-21.sqlite3
    """
    url = read_settings(database).database
    require_file(url)
    with closing(open_database(url)) as opened:
        back_up(opened, file)
    out.print(f"Wrote {file} ({file.stat().st_size / 1e6:.1f} MB).")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `warmer db backup` wrote.")],
    database: DatabaseOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace what a PostgreSQL database holds.")
    ] = False,
) -> None:
    """Bring back a backup; the SQLite file that was there is kept beside it.

    Stop the bot first. Example: warmer db restore warmer-2026-11-21.sqlite3
    """
    settings = read_settings(database)
    kept = bring_back(file, settings.database, now=datetime.now(UTC), force=force)
    out.print(f"Restored {file}." + (f" What was there before is in {kept}." if kept else ""))
