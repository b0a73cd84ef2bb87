"""Discord's Markdown as spans."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.markdown import Reader, Span, Style, moment, plain, spans

NOON_EPOCH = 1795262400
NOW = datetime.fromtimestamp(NOON_EPOCH, UTC)


@pytest.mark.parametrize(
    ("text", "shown", "style"),
    [
        ("**loud**", "loud", Style.BOLD),
        ("*soft*", "soft", Style.ITALIC),
        ("_soft_", "soft", Style.ITALIC),
        ("__low__", "low", Style.UNDERLINE),
        ("~~gone~~", "gone", Style.STRIKE),
        ("`x * y`", "x * y", Style.CODE),
        ("``a ` b``", "a ` b", Style.CODE),
        ("```py\nx = 1\n```", "x = 1", Style.BLOCK),
        ("||hid||", "hid", Style.SPOILER),
        ("# Title", "Title", Style.HEADING),
        ("-# fine print", "fine print", Style.SMALL),
        ("<@1>", "@ada", Style.MENTION),
        ("<@!1>", "@ada", Style.MENTION),
        ("<#2>", "#general", Style.MENTION),
        ("<@9>", "@unknown", Style.MENTION),
        ("</guess:5>", "/guess", Style.MENTION),
        ("<:fire:5>", ":fire:", Style.MENTION),
        (f"<t:{NOON_EPOCH}:t>", "12:00", Style.MENTION),
    ],
)
def test_each_mark_becomes_its_style(text: str, shown: str, style: Style, reader: Reader) -> None:
    """A mark is taken off and its text styled."""
    assert list(spans(text, reader)) == [Span(shown, frozenset({style}))]


@pytest.mark.parametrize(
    "text",
    ["2 * 3 * 4", "snake_case_name", r"a | b || c", "**open", "<@x>", "~", "[x](ftp://y)"],
)
def test_what_is_no_mark_stays_as_it_is(text: str, reader: Reader) -> None:
    """Stray signs are text."""
    assert plain(text, reader) == text


def test_marks_nest_and_escapes_hold(reader: Reader) -> None:
    """Bold holds italic, a link holds bold, and a backslash keeps a sign."""
    assert list(spans("**a *b***", reader))[-1] == Span("b", frozenset({Style.BOLD, Style.ITALIC}))
    (link,) = spans("[**go**](https://example.org)", reader)
    assert link == Span("go", frozenset({Style.LINK, Style.BOLD}), "https://example.org")
    assert plain(r"\*not\*", reader) == "*not*"
    assert plain(r"\_not\_ my\_films", reader) == "_not_ my_films"


def test_plain_text_hides_spoilers_until_revealed(reader: Reader) -> None:
    """A spoiler is covered, and opened on request; a link shows where it leads."""
    assert plain("It is ||wet||.", reader) == "It is (spoiler)."
    assert plain("It is ||wet||.", reader, revealed=True) == "It is wet."
    assert plain("[x](https://a.b)", reader) == "x (https://a.b)"


def test_lines_keep_their_breaks(reader: Reader) -> None:
    """Bullets and quotes are drawn line by line."""
    assert plain("- a\n- **b**\n> c\nd", reader) == "• a\n• b\n│ c\nd"


@pytest.mark.parametrize(
    ("offset", "form", "shown"),
    [
        (0, "f", "21 November 2026 12:00"),
        (0, "D", "21 November 2026"),
        (0, "F", "Saturday, 21 November 2026 12:00"),
        (43_200, "R", "in 12 hours"),
        (-60, "R", "1 minute ago"),
        (-5, "R", "5 seconds ago"),
        (3 * 86_400, "R", "in 3 days"),
        (10**12, "f", "an unknown time"),
    ],
)
def test_times_are_worded_as_discord_does(
    offset: int, form: str, shown: str, reader: Reader
) -> None:
    """Each form of a timestamp, in the reader's zone and from the reader's present."""
    assert moment(NOON_EPOCH + offset, form, reader) == shown


@given(st.text(alphabet="*_~|`\\a \n", max_size=60))
def test_marks_never_swallow_words(text: str) -> None:
    """Any heap of signs is read, and the letters among them are all shown."""
    reader = Reader(lambda _: None, lambda: pytest.fail("no time is read"))
    # A word right after a fence is the language of its block, which is not shown.
    text = text.replace("```", "")
    assert plain(text, reader, revealed=True).count("a") == text.count("a")


@given(st.text(alphabet="<>@#&/:t19-[]()h", max_size=40))
def test_broken_tokens_are_text(text: str) -> None:
    """Whatever looks almost like a mention, a time or a link is read without an error."""
    reader = Reader({1: "ada"}.get, lambda: NOW)
    assert bool(plain(text, reader)) == bool(text)
