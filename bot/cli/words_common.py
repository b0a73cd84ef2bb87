"""What the commands of `warmer words` share."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import err
from bot.cli.source_words import source_words
from bot.settings import SHIPPED_WORDS
from embedding.sentence import SentenceEncoder
from embedding.service import EmbeddingService
from embedding.source import packaged_model
from embedding.words.errors import SourceMissing
from store.engine import open_database
from store.migrate import upgrade
from store.vectors import SqlVectorStore

_NO_INPUT = 66  # sysexits(3), as bot/cli/failures.py has them

PairsOption = Annotated[
    str, typer.Option("--pairs", help="A file of tab-separated words, or - for standard input.")
]
WordsOption = Annotated[Path, typer.Option("--words", help="The file of words to ask.")]
GloveOption = Annotated[
    Path | None,
    typer.Option(help="The folder of GloVe's file, fetched if need be; else the cache folder."),
]
DEFAULT_WORDS = SHIPPED_WORDS


@contextmanager
def told() -> Iterator[None]:
    """Tell which source is missing and how to get it, and end with exit code 66."""
    try:
        yield
    except SourceMissing as error:
        err.print(source_words(error), markup=False)
        raise typer.Exit(_NO_INPUT) from error


def read_pairs(pairs: str) -> Iterator[tuple[str, str]]:
    """The first two fields of each line that is not blank.

    A line of one field has an empty second word. Ends with exit code 66 where there is no such
    file, 65 where it is no text.
    """
    try:
        content = sys.stdin.buffer.read() if pairs == "-" else Path(pairs).read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        err.print(f"{pairs} cannot be read: {error.strerror}.", markup=False)
        raise typer.Exit(_NO_INPUT) from error
    except UnicodeDecodeError as error:
        err.print(f"{pairs} is not text in UTF-8.", markup=False)
        raise typer.Exit(65) from error
    for line in text.split("\n"):
        if line.strip():
            first, _, rest = line.rstrip("\r").partition("\t")
            yield first, rest.partition("\t")[0]


@contextmanager
def encoder_service(cache: Path) -> Iterator[EmbeddingService]:
    """The reference encoder, whatever the settings say, for the file must not depend on them.

    What was encoded stays in the cache folder: an interrupted build goes on where it was.
    """
    cache.mkdir(parents=True, exist_ok=True)
    with closing(open_database(str(cache / "vectors.sqlite3"))) as database:
        upgrade(database)
        store = SqlVectorStore(database, lambda: datetime.now(UTC))
        yield EmbeddingService(SentenceEncoder(packaged_model()), store)
