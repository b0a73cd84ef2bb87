"""Which spellings are ordinary English, which are names, and which are variants, from SCOWL."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from embedding.words.errors import SourceMissing

# SCOWL's lists go from the commonest words (10) to every word there is (95); from 70 on they hold
# words that few people know.
_ORDINARY_SIZE = 60
_VARIANT_SIZE = 70
_EVERYDAY_SIZE = 40
_FILE = re.compile(r"(?P<spelling>\w+)-(?P<kind>words|upper|proper-names)\.(?P<size>\d\d)")
_STANDARD = {"english", "american"}
# What British spelling has in place of what American spelling has. The first rows are sure; the
# others count only between words that share a meaning.
_SURE = (
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("bre", "ber"), ("ogue", "og"),
    ("ae", "e"), ("oe", "e"), ("ll", "l"), ("l", "ll"), ("enc", "ens"), ("ement", "ment"),
    ("ough", "ow"), ("eable", "able"), ("mme", "m"), ("mould", "mold"), ("wards", "ward"),
    ("mum", "mom"), ("ising", "izing"), ("yre", "ire"), ("lery", "ry"), ("sceptic", "skeptic"),
    ("aero", "air"), ("amongst", "among"), ("whisk", "whiske"), ("manoeuv", "maneuv"),
)  # fmt: skip
_UNSURE = (
    ("re", "er"), ("c", "s"), ("e", "a"), ("y", "i"), ("er", "or"), ("or", "er"), ("pp", "p"),
    ("tt", "t"), ("ss", "s"), ("k", "c"), ("gh", ""), ("que", "k"), ("c", "k"), ("phy", "fy"),
    ("ph", "f"), ("x", "ct"), ("st", ""), ("um", "om"), ("z", "s"), ("s", "z"), ("ey", "y"),
    ("ou", "o"), ("ium", "um"), ("y", "a"), ("mo", "mu"), ("oug", "o"), ("a", "e"), ("xe", "x"),
    ("efact", "ifact"), ("e", "i"), ("eing", "ing"), ("draught", "draft"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spellings:
    """Spellings by what they are; all in small letters.

    `ordinary` are common words that are written without a capital, `names` those written with one,
    `variants` those that are not American English, `standard` those that are.
    """

    ordinary: frozenset[str]
    names: frozenset[str]
    variants: frozenset[str]
    standard: frozenset[str]

    def american(self, word: str, fits: Callable[[str, str], bool | None]) -> str | None:
        """The American spelling of a variant; None where there is none.

        `fits` tells whether two words share a meaning, or None where nobody knows.
        """
        if word not in self.variants or word in self.standard:
            return None
        if word in self.names and word not in self.ordinary:
            return None
        for spelling in _respelled(word, _SURE):
            if spelling in self.standard and fits(word, spelling) is not False:
                return spelling
        for spelling in _respelled(word, _UNSURE):
            if spelling in self.standard and fits(word, spelling):
                return spelling
        return None


def read_scowl(folder: Path) -> Spellings:
    """The word lists in `folder`. Raises SourceMissing where there are none."""
    found: dict[str, set[str]] = {key: set() for key in ("ordinary", "names", "variants", "stand")}
    for path in sorted(folder.glob("*-*.[0-9][0-9]")):
        match = _FILE.fullmatch(path.name)
        if match is None:
            continue
        words = {line.strip().lower() for line in path.read_text("latin-1").splitlines()}
        size, common = int(match["size"]), match["kind"] == "words"
        if not common:
            found["names"] |= words
            continue
        if size <= _ORDINARY_SIZE:
            found["ordinary"] |= words
        if size <= _VARIANT_SIZE:
            found["stand" if match["spelling"] in _STANDARD else "variants"] |= words
    if not found["stand"]:
        raise SourceMissing("scowl", folder)
    return Spellings(*(frozenset(found[key]) for key in ("ordinary", "names", "variants", "stand")))


def _respelled(word: str, differences: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What the word may be in American spelling: one difference made, or all of a kind."""
    for before, after in differences:
        if before in word:
            for match in re.finditer(before, word):
                yield word[: match.start()] + after + word[match.end() :]
            yield word.replace(before, after)


def is_name(word: str, spellings: Spellings, capitalised: Collection[str]) -> bool:
    """Whether a word is only ever written with a capital."""
    return word not in spellings.ordinary and (word in spellings.names or word in capitalised)


def read_everyday(folder: Path) -> frozenset[str]:
    """The words in `folder` that practically everybody knows."""
    matches = ((path, _FILE.fullmatch(path.name)) for path in sorted(folder.glob("*-words.*")))
    lists = [
        path
        for path, match in matches
        if match and match["spelling"] in _STANDARD and int(match["size"]) <= _EVERYDAY_SIZE
    ]
    texts = (path.read_text("latin-1") for path in lists)
    return frozenset(line.strip() for text in texts for line in text.splitlines())
