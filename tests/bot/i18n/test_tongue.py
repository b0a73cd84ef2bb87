"""A tongue says its texts, numbers and dates, and falls back to English."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Thread

import pytest
from fluent.runtime.errors import FluentReferenceError

from bot.i18n import LANGUAGES, Tongue, files, tongue

tongues = import_module("bot.i18n.tongue")  # the package has the function under that name
DAY = date(2026, 3, 5)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Locales of our own: English has three texts, German one of them and a broken one."""
    texts = {
        "en": "tea-hot = hot { $what }\ntea-cold = cold { $what }\ntea-odd = odd\n",
        "de": "tea-hot = heißer { $what }\ntea-odd = seltsam { $nothing }\n",
    }
    for code, text in texts.items():
        (tmp_path / code).mkdir()
        (tmp_path / code / "tea.ftl").write_text(text, encoding="utf-8")
    monkeypatch.setattr(files, "LOCALES", tmp_path)
    tongues._made.cache_clear()
    yield
    tongues._made.cache_clear()


@pytest.mark.parametrize(
    ("code", "base"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("fr_CA", "fr"),
        ("en-GB", "en"),
        ("EN-us", "en"),
        ("ja", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_codes_lead_to_languages(code: str | None, base: str) -> None:
    """A region leads to its language and what is unknown to English; each is made once."""
    assert tongue(code).code == base
    assert tongue(code) is tongue(base)


def test_numbers_are_put_as_in_the_language() -> None:
    """Thousands and decimals are set apart as people of the language do it."""
    figures = {
        code: (
            tongue(code).number(1234567),
            tongue(code).number(2.5),
            tongue(code).number(2.0),
            tongue(code).degrees(61.34),
        )
        for code in LANGUAGES
    }
    assert figures == {
        "en": ("1,234,567", "2.5", "2", "61.3°"),
        "de": ("1.234.567", "2,5", "2", "61,3°"),
        "fr": ("1\u202f234\u202f567", "2,5", "2", "61,3°"),
    }


def test_numbers_in_texts_are_put_the_same() -> None:
    """A number inside a text looks as one alone does."""
    for code in LANGUAGES:
        said = tongue(code)
        assert said.number(1234) in said("common-guesses", number=1234)


def test_dates_are_put_as_in_the_language() -> None:
    """Day, month and weekday, whole or in part."""
    dates = [(t.date(DAY), t.date(DAY, "MMMd"), t.weekday(DAY)) for t in map(tongue, LANGUAGES)]
    assert dates == [
        ("5 Mar 2026", "5 Mar", "Thu"),
        ("5. März 2026", "5. März", "Do."),
        ("5 mars 2026", "5 mars", "jeu."),
    ]


def test_plurals_follow_the_language() -> None:
    """French counts nought in the singular, English and German do not."""
    nought = [tongue(code)("common-guesses", number=0) for code in LANGUAGES]
    assert nought == ["0 guesses", "0 Versuche", "0 essai"]


def test_english_takes_the_place_of_what_is_missing(
    small: None, caplog: pytest.LogCaptureFixture
) -> None:
    """A text that the language lacks, or has broken, is said in English, and logged."""
    said = tongue("de")
    assert said("tea-hot", what="Tee") == "heißer Tee"
    assert caplog.records == []
    assert said("tea-cold", what="Tee") == "cold Tee"
    assert said("tea-odd") == "odd"
    assert ["tea-cold" in caplog.messages[0], "tea-odd" in caplog.messages[1]] == [True, True]


def test_english_itself_must_be_whole(small: None) -> None:
    """A key that English lacks, and a variable that was not given, are errors."""
    said = tongue("en")
    with pytest.raises(KeyError, match="tea-none"):
        said("tea-none")
    with pytest.raises(KeyError, match="nowhere-at-all"):
        said("nowhere-at-all")
    with pytest.raises(FluentReferenceError):
        said("tea-hot")


def test_threads_share_a_tongue() -> None:
    """Threads that meet a language first at the same time all get its texts."""
    said, told = Tongue("de"), list[str]()
    threads = [
        Thread(target=lambda: told.append(said("common-guesses", number=2))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["2 Versuche"] * 8
