"""`warmer words`: the game's words."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from bot.cli.common import err, out, read_settings
from bot.settings import SHIPPED_WORDS
from embedding.sentence import SentenceEncoder
from embedding.service import EmbeddingService
from embedding.source import packaged_model
from embedding.words.artifact import save_words
from embedding.words.build import build_table
from embedding.words.lexicon import choose_forms, choose_words
from embedding.words.wordnet import read_wordnet
from store.engine import open_database
from store.migrate import upgrade
from store.vectors import SqlVectorStore

app = typer.Typer(help="Make the game's words.", no_args_is_help=True)

_SOURCES = {
    "WordNet 3.0": "WordNet License",
    "wordfreq 3.1.1": "CC BY-SA 4.0 (data), Apache-2.0 (code)",
    "all-MiniLM-L6-v2": "Apache-2.0",
}
# How far down the list of frequent words inflected forms are looked for.
_FREQUENT = 150_000


@app.callback()
def _group() -> None:
    """Keep `build` a subcommand while it is the only one."""


@app.command()
def build(
    wordnet: Annotated[
        Path, typer.Option(help="The folder of WordNet 3.0's database files.")
    ] = Path("/usr/share/wordnet"),
    file: Annotated[Path, typer.Option("--out", help="Where to write.")] = SHIPPED_WORDS,
    version: Annotated[str, typer.Option(help="The version to write into the file.")] = "1",
) -> None:
    """Make the file of words anew, from WordNet, word frequencies and the encoder.

    Needs Debian's wordnet-base and the extras words and encode. The same input gives the same
    bytes. Example: warmer words build --out words.warmer
    """
    from wordfreq import top_n_list, zipf_frequency  # A build-time extra, and slow to import.

    def zipf(word: str) -> float:
        return float(zipf_frequency(word, "en"))

    net = read_wordnet(wordnet)
    lexemes = choose_words(net, zipf)
    forms = choose_forms(net, lexemes, top_n_list("en", _FREQUENT), zipf)
    with _service(read_settings().cache) as service, Progress(console=err) as bar:
        task = bar.add_task("Encoding", total=None)
        table = build_table(
            version, lexemes, forms, service, _SOURCES,
            lambda done, total: bar.update(task, completed=done, total=total),
        )  # fmt: skip
    save_words(table, file)
    out.print(f"Wrote {file}: {len(table):,} words, {len(forms):,} forms of them, "
              f"{len(table.secrets):,} secrets.")  # fmt: skip


@contextmanager
def _service(cache: Path) -> Iterator[EmbeddingService]:
    """The reference encoder, whatever the settings say, for the file must not depend on them.

    What was encoded stays in the cache folder: an interrupted build goes on where it was.
    """
    cache.mkdir(parents=True, exist_ok=True)
    with closing(open_database(str(cache / "vectors.sqlite3"))) as database:
        upgrade(database)
        store = SqlVectorStore(database, lambda: datetime.now(UTC))
        yield EmbeddingService(SentenceEncoder(packaged_model()), store)
