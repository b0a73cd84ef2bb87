"""What to say to an operator about the database."""

from collections.abc import Callable
from typing import Any

from bot.cli.exit_codes import BUSY, CANT_WRITE, CONFIG, DATA, IO, NO_INPUT, UNAVAILABLE
from store import errors as store

KNOWN: dict[type[BaseException], tuple[Callable[[Any], str], int]] = {
    store.DatabaseLocked: (
        lambda e: (
            f"The database {e.database} is locked by another program. Close that program, "
            "or wait and try again."
        ),
        BUSY,
    ),
    store.DatabaseReadOnly: (
        lambda e: (
            f"The database {e.database} is read-only. Make the file and its folder "
            "writable, or choose another with --database or WARMER_DATABASE."
        ),
        CANT_WRITE,
    ),
    store.DatabaseUnreachable: (
        lambda e: (
            f"The database {e.database} cannot be opened: {e.detail}. Check that the folder "
            "(or the server) is there and lets you in."
        ),
        UNAVAILABLE,
    ),
    store.DatabaseDamaged: (
        lambda e: (
            f"The database {e.database} is damaged: {e.detail}. Bring back a backup with "
            "`warmer db restore FILE`, or move the file away to start anew."
        ),
        DATA,
    ),
    store.DatabaseFull: (
        lambda e: f"There is no room left to write to the database {e.database}.",
        IO,
    ),
    store.BadDatabaseUrl: (
        lambda e: (
            f"{e.url!r} names no database. Write a path such as var/warmer.sqlite3, or "
            "postgresql+psycopg://user:password@host/name."
        ),
        CONFIG,
    ),
    store.MissingDriver: (
        lambda e: (
            f"PostgreSQL needs its driver: .venv/bin/pip install -c constraints.txt "
            f"-e '.[{e.extra}]'."
        ),
        CONFIG,
    ),
    store.SchemaOutOfDate: (
        lambda e: (
            f"The tables in {e.database} are of revision {e.found or 'none'}, and "
            f"{e.wanted} is wanted. Run `warmer db upgrade` (after `warmer db backup FILE`)."
        ),
        DATA,
    ),
    store.SchemaTooNew: (
        lambda e: (
            f"The tables in {e.database} are of revision {e.found}, which this Warmer does "
            "not know yet. Update Warmer."
        ),
        DATA,
    ),
    store.NotOurs: (
        lambda e: (
            f"{e.database} holds another program's tables, so Warmer leaves it alone. "
            "Choose another file with --database or WARMER_DATABASE."
        ),
        DATA,
    ),
    store.NotEmpty: (
        lambda e: f"The database {e.database} holds data already. Add --force to replace it.",
        CANT_WRITE,
    ),
    store.SealBroken: (
        lambda _: (
            "The database holds a secret that does not open: it was changed from outside. Bring "
            "back a backup with `warmer db restore FILE`."
        ),
        DATA,
    ),
    store.FileMissing: (lambda e: f"There is no file {e.file}.", NO_INPUT),
    store.FileUnwritable: (lambda e: f"Cannot write {e.file}: {e.detail}.", CANT_WRITE),
    store.UnknownServer: (
        lambda e: (
            f"All that was stored of the server {e.server_id} was deleted meanwhile, so nothing "
            "was written. To begin anew there, run the command again with --new-server."
        ),
        DATA,
    ),
    store.DatabaseFailed: (
        lambda e: f"The database {e.database} refused: {e.detail}.",
        IO,
    ),
}
