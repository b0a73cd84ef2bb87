"""Titles as they are looked up, and as ids are made of them."""

import unicodedata


def search_key(text: str) -> str:
    """The words of a text, without case, accents and signs, one space between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def slug(title: str, year: int | None) -> str:
    """An external id for an item that came without one; equal for equal titles and years."""
    words = search_key(title).replace(" ", "-")
    return f"{words}-{year}" if year is not None else words
