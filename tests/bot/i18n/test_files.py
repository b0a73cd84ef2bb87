"""Every language says the same things, with the same variables."""

from collections import Counter
from typing import Any

from bot.i18n import LANGUAGES
from bot.i18n.files import LOCALES


def test_languages_have_folders() -> None:
    """There is a folder for each language, and no other one."""
    assert {path.name for path in LOCALES.iterdir()} == set(LANGUAGES)


def test_every_text_can_be_read(texts: Any) -> None:
    """Fluent understands every line."""
    assert texts.junk == []


def test_no_key_is_given_twice(texts: Any) -> None:
    """Each key is in one place, in the file that its first part names."""
    often = Counter((entry.code, entry.key) for entry in texts.entries)
    assert [key for key, times in often.items() if times > 1] == []
    astray = [
        (entry.code, entry.topic, entry.key)
        for entry in texts.entries
        if not entry.key.startswith("-")
        and entry.topic not in {entry.key.partition("-")[0], "commands"}
    ]
    assert astray == []


def test_terms_are_common(texts: Any) -> None:
    """Terms stand in `common.ftl`, which is read before every other file."""
    assert {e.topic for e in texts.entries if e.key.startswith("-")} == {"common"}


def test_references_are_within_reach(texts: Any) -> None:
    """A text refers only to texts of its own file and of `common.ftl`."""
    lost = [
        (entry.code, entry.key, other)
        for entry in texts.entries
        for other in entry.references.keys
        if other not in (all_ := texts.of(entry.code))
        or all_[other].topic not in {entry.topic, "common"}
    ]
    assert lost == []


def test_languages_are_complete(texts: Any, code: str) -> None:
    """Every language has the keys that English has, and no other."""
    english, other = set(texts.of("en")), set(texts.of(code))
    assert (sorted(english - other), sorted(other - english)) == ([], [])


def test_languages_need_the_same(texts: Any, code: str) -> None:
    """Each text takes the same variables in every language."""
    uneven = {
        key: (wanted, taken)
        for key in texts.of("en")
        if (wanted := texts.variables("en", key)) != (taken := texts.variables(code, key))
    }
    assert uneven == {}


def test_every_text_says_something(texts: Any) -> None:
    """No text is empty."""
    assert [(e.code, e.key) for e in texts.entries if e.node.value is None] == []
