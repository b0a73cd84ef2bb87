"""Alembic's entry: run on the connection that `store.migrate` hands over.

For `alembic revision --autogenerate` give the database to compare with: `-x database=URL`.
"""

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection

from store.engine import open_database
from store.schema import METADATA


def run(connection: Connection) -> None:
    """Run the migrations in the connection's transaction."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        # SQLite alters a table by making it anew.
        render_as_batch=True,
        # SQLite's DDL is transactional once sqlite3 no longer manages transactions.
        transactional_ddl=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if isinstance(given, Connection):
    run(given)
else:
    url = context.get_x_argument(as_dictionary=True).get("database")
    if url is None:
        raise CommandError("Name the database: alembic -x database=URL …")
    database = open_database(url)
    try:
        with database.writing() as opened:
            run(opened)
            opened.commit()
    finally:
        database.close()
