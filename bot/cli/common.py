"""What the commands share: options, settings, and where they print."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.settings import Settings
from store.errors import DatabaseUnreachable

DatabaseOption = Annotated[
    str | None,
    typer.Option("--database", help="A SQLite file or a PostgreSQL URL, in place of the setting."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def read_settings(database: str | None = None, time_zone: str | None = None) -> Settings:
    """The settings, with what the command line says instead; the database's folder is made.

    Raises ValidationError or DatabaseUnreachable.
    """
    said = {"database": database, "time_zone": time_zone}
    settings = Settings(**{name: value for name, value in said.items() if value})  # type: ignore[arg-type]  # checked by pydantic
    if "://" in settings.database or settings.database == ":memory:":
        return settings
    try:
        path = Path(settings.database).expanduser()
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: there is no such home
        raise DatabaseUnreachable(settings.database, str(error)) from error
    return settings.model_copy(update={"database": str(path)})
