"""Turns what somebody typed into a word to look up."""

import unicodedata

from game.errors import EmptyGuess, GuessTooLong, NotLetters, SeveralWords

LONGEST_WORD = 32
_STRAY = " \t\r\n.,;:!?…\"'`´“”‘’„«»()[]-–—"
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "´": "'", "‐": "-", "‑": "-"})


def normalise(text: str) -> str:
    """The one word in `text`: Unicode NFKC, lower case, stray punctuation and accents taken off.

    Raises EmptyGuess, GuessTooLong, SeveralWords or NotLetters where that leaves no single word.
    """
    if len(text) > 8 * LONGEST_WORD:  # before any work on it
        raise GuessTooLong(len(text), LONGEST_WORD)
    plain = unicodedata.normalize("NFKC", text).casefold().strip(_STRAY).translate(_APOSTROPHES)
    words = tuple(plain.split())
    if not words:
        raise EmptyGuess
    if not all(_only_letters(word) for word in words):
        raise NotLetters(text)
    if len(words) > 1:
        raise SeveralWords(words)
    if len(plain) > LONGEST_WORD:
        raise GuessTooLong(len(plain), LONGEST_WORD)
    return _without_accents(plain)


def _only_letters(word: str) -> bool:
    """Letters and their marks, with apostrophes and hyphens inside."""
    return all(unicodedata.category(c)[0] in "LM" or c in "'-" for c in word.strip(_STRAY))


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))
