"""How to get what the words are built and measured from."""

from embedding.words.errors import SourceMissing

_REMEDIES = {
    "wordnet": "WordNet 3.0's database files are not in {path}. Install Debian's wordnet-base, or "
    "name their folder with --wordnet.",
    "scowl": "SCOWL's word lists are not in {path}. Install Debian's scowl, or name their folder "
    "with --scowl.",
    "profanities": "There is no list of profanities. Install the extra words (better-profanity), "
    "or name a file with one word a line with --profanities.",
    "frequencies": "There are no word frequencies. Install the extra words (wordfreq).",
    "pairs": "The similarity sets are not to be found. Install the package gensim, or name its "
    "folder gensim/test/test_data with --pairs.",
}


def source_words(error: SourceMissing) -> str:
    """What is missing, and how to get it."""
    remedy = _REMEDIES.get(error.source, f"{error.source} is missing: {{path}}.")
    return remedy.format(path=error.path)
