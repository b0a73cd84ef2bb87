"""The masking of secrets."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import SealBroken
from store.seal import seal, unseal

SEEDS = st.integers(0, 2**63 - 1)
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=300)


@given(WORDS, SEEDS)
def test_seal_opens_with_its_seed(word: str, seed: int) -> None:
    """Whatever was sealed comes back, and sealing again gives the same text."""
    sealed = seal(word, seed)
    assert unseal(sealed, seed) == word
    assert seal(word, seed) == sealed


@given(st.text("abcdefgh", min_size=1, max_size=12), SEEDS)
def test_other_seed_does_not_open(word: str, seed: int) -> None:
    """A seal does not open with another server's seed."""
    with pytest.raises(SealBroken):
        unseal(seal(word, seed), seed ^ 1)


def test_sealed_words_look_nothing_alike() -> None:
    """Neither a shared beginning nor the length of a short word shows."""
    river, rivet = (base64.urlsafe_b64decode(seal(word, 5)) for word in ("river", "rivet"))
    same = sum(left == right for left, right in zip(river, rivet, strict=True))
    assert same < len(river) // 2
    assert len(seal("a", 5)) == len(seal("riverbank", 5))


@pytest.mark.parametrize("text", ["", "river", "Ä", "AAAA", seal("river", 5)[:-4], "!!!!"])
def test_what_was_never_sealed_is_refused(text: str) -> None:
    """A text that was tampered with is refused by name."""
    with pytest.raises(SealBroken) as caught:
        unseal(text, 5)
    assert caught.value.sealed == text
