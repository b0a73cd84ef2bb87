"""Tells the words that are never to be shown: slurs, obscenities, and words that hurt."""

from collections.abc import Collection, Iterator
from functools import cached_property

from embedding.words.lists import words_of
from embedding.words.wordnet import WordNet

_LABELS = {"disparagement", "ethnic slur", "obscenity"}
# A label on a sense as rare as the third does not make a word unfit: *queen*, *spade*, *suit*.
_LABELLED_SENSES = 2


class Rudeness:
    """Judges words by a list of profanities, by WordNet's labels of usage, and by two own lists.

    `data/cruel.txt` adds words that hurt and stand in neither; `data/harmless.txt` takes out those
    which a list for chat rooms forbids and a word game need not (*vodka*, *organ*).
    """

    def __init__(self, net: WordNet, profanities: Collection[str]) -> None:
        self._net = net
        self._profanities = set(profanities)

    def hides(self, word: str) -> bool:
        """Whether the word is never to be shown."""
        if word in self._cruel:
            return True
        if word in self._harmless:
            return False
        return any(x in self._profanities or x in self._cruel for x in self._with_bases(word)) or (
            self._labelled(word)
        )

    def _with_bases(self, word: str) -> Iterator[str]:
        yield word
        for part in "nva":
            yield from (x for x in self._net.bases(word, part) if x not in self._harmless)

    def _labelled(self, word: str) -> bool:
        meanings = self._net.by_use(word)[:_LABELLED_SENSES]
        return any(_LABELS & set(meaning.synset.usages) for meaning in meanings)

    @cached_property
    def _cruel(self) -> frozenset[str]:
        return words_of("cruel.txt")

    @cached_property
    def _harmless(self) -> frozenset[str]:
        return words_of("harmless.txt")
