"""Reads the lists of words that are kept beside the code."""

from importlib.resources import files


def text_of(name: str) -> str:
    """The text of a list, by the name of its file."""
    return (files("embedding.words") / "data" / name).read_text(encoding="utf-8")


def words_of(name: str) -> frozenset[str]:
    """The words of a list that parts them by blanks or lines."""
    return frozenset(text_of(name).split())
