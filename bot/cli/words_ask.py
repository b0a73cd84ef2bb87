"""`warmer words score`, `neighbors` and `rank`: what the table says of words."""

import json
from functools import lru_cache
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from bot.cli.common import JsonOption, err, out
from bot.cli.words_common import DEFAULT_WORDS, PairsOption, WordsOption, read_pairs
from embedding.words.artifact import load_words
from embedding.words.neighbors import neighbor_order
from embedding.words.neighbors import neighbors as nearest
from embedding.words.table import WordTable

_UNKNOWN = 65  # sysexits(3): the data are wrong
_KEPT = 256


def score(pairs: PairsOption, words: WordsOption = DEFAULT_WORDS) -> None:
    r"""Print every pair of words with its similarity, a tab between; nan for an unknown word.

    Example: printf 'salt\tpepper\n' | warmer words score --pairs -
    """
    table = load_words(words)
    for one, other in read_pairs(pairs):
        a, b = _row(table, one), _row(table, other)
        _print(one, other, "nan" if a is None or b is None else f"{_cosine(table, a, b):.6f}")


def rank(pairs: PairsOption, words: WordsOption = DEFAULT_WORDS) -> None:
    r"""Print every pair of target and word with the word's rank among the target's neighbours.

    The nearest word has rank 1, the target itself 0; an unknown word has nan. It is the rank that
    the game shows. Example: printf 'salt\tpepper\n' | warmer words rank --pairs -
    """
    table = load_words(words)

    @lru_cache(_KEPT)
    def ranks(target: int) -> NDArray[np.int32]:
        order = neighbor_order(table, target)
        places = np.empty_like(order)
        places[order] = np.arange(len(order), dtype=np.int32)
        return places

    for target, word in read_pairs(pairs):
        a, b = _row(table, target), _row(table, word)
        _print(target, word, "nan" if a is None or b is None else str(int(ranks(a)[b])))


def neighbors(
    word: str,
    count: Annotated[int, typer.Option("-k", min=1, help="How many.")] = 20,
    as_json: JsonOption = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Every word by similarity alone, as heat has it.")
    ] = False,
    words: WordsOption = DEFAULT_WORDS,
) -> None:
    """Print the words nearest to a word, as a player sees them: familiar words first.

    Example: warmer words neighbors river -k 10
    """
    table = load_words(words)
    row = _row(table, word)
    if row is None:
        err.print(f"I don't know the word {word!r}.", markup=False)
        raise typer.Exit(_UNKNOWN)
    found = nearest(table, row, count, raw=raw)
    if as_json:
        lines = [{"word": table.words[x.row], "rank": x.rank, "similarity": round(x.similarity, 6)}
                 for x in found]  # fmt: skip
        typer.echo(json.dumps({"word": table.words[row], "neighbors": lines}))
        return
    for x in found:
        out.print(f"{table.words[x.row]:<20} {x.rank:>6}  {x.similarity:.3f}", markup=False)


def _row(table: WordTable, word: str) -> int | None:
    return table.row(word.strip().lower())


def _cosine(table: WordTable, a: int, b: int) -> float:
    one, other = (table.vectors[row].astype(np.int64) for row in (a, b))
    lengths = max(int(one @ one), 1) * max(int(other @ other), 1)
    return float(int(one @ other) / lengths**0.5)


def _print(one: str, other: str, value: str) -> None:
    # Not by rich, which would wrap and mark up what stands in a stranger's file.
    typer.echo(f"{one}\t{other}\t{value}")
