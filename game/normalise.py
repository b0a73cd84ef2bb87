"""Turns what somebody typed into a word to look up."""

import unicodedata

from game.errors import EmptyGuess, GuessTooLong, NotLetters, SeveralWords

LONGEST_WORD = 32
_STRAY = " \t\r\n.,;:!?…\"'`´“”‘’„«»()[]-–—"
_PLAIN = str.maketrans({"’": "'", "‘": "'", "´": "'", "‐": "-"})
_FILLERS = "\u115f\u1160"  # letters by category that nobody can see


def normalise(text: str) -> str:
    """The one word in `text`: Unicode NFKC, lower case, stray punctuation and accents taken off.

    Raises EmptyGuess, GuessTooLong, SeveralWords or NotLetters where that leaves no single word.
    """
    if text.isascii() and text.isalpha() and len(text) <= LONGEST_WORD:  # as most are
        return text.lower()
    if len(text) > 8 * LONGEST_WORD:  # before any work on it
        raise GuessTooLong(len(text), LONGEST_WORD)
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    words = tuple(filter(None, (_without_accents(part).strip(_STRAY) for part in plain.split())))
    if not words:
        raise EmptyGuess
    if not all(_only_letters(word) for word in words):
        raise NotLetters(text)
    if len(words) > 1:
        raise SeveralWords(words)
    if len(words[0]) > LONGEST_WORD:
        raise GuessTooLong(len(words[0]), LONGEST_WORD)
    return words[0]


def bare(part: str) -> str:
    """A part of a text without the punctuation around it."""
    return part.strip(_STRAY)


def _only_letters(word: str) -> bool:
    """Letters that can be seen, with apostrophes and hyphens inside."""
    return all(unicodedata.category(c)[0] == "L" or c in "'-" for c in word) and not any(
        c in _FILLERS for c in word
    )


def _without_accents(word: str) -> str:
    """The word without its marks, those included that combine with nothing and show nothing."""
    parts = unicodedata.normalize("NFKD", word)
    return unicodedata.normalize(
        "NFC", "".join(c for c in parts if unicodedata.category(c)[0] != "M")
    )
