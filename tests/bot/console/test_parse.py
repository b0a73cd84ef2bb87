"""How one line is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.commands import INTEGER, Catalogue, Command, Option, catalogue
from bot.console.errors import RepeatedOption, UnexpectedText
from bot.console.parse import Meta, Nothing, Press, Slash, parse
from bot.local.errors import IncompleteCommand, UnknownCommand, UnknownOption

COMMANDS: Catalogue = {
    c.name: c
    for c in (
        Command("guess", options=(Option("word", required=True), Option("times", INTEGER))),
        Command("practice"),
        Command("say", options=(Option("tone"), Option("text", required=True))),
        Command("server zone", options=(Option("name", required=True),)),
        Command("server mode", options=(Option("mode", required=True),)),
    )
}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/guess word:river", {"word": "river"}),
        ("/guess river", {"word": "river"}),
        ("  /GUESS   River bank ", {"word": "River bank"}),
        ("/guess word:two words times:2", {"word": "two words", "times": "2"}),
        ("/guess two words times:2", {"word": "two words", "times": "2"}),
        ("/guess times:2 word:river", {"times": "2", "word": "river"}),
        ('/guess word:"a times:3 b" times:2', {"word": "a times:3 b", "times": "2"}),
        ('/guess "river"', {"word": "river"}),
        ('/guess word:"open', {"word": '"open'}),
        ('/guess word:"a"b', {"word": '"a"b'}),
        ("/guess WORD:river", {"word": "river"}),
        ("/guess https://example.org", {"word": "https://example.org"}),
        ("/guess 10:30", {"word": "10:30"}),
        ("/guess", {}),
        ("/guess word:", {"word": ""}),
        ("river", {"word": "river"}),
        ("two words", {"word": "two words"}),
        ("word:river", {"word": "word:river"}),
    ],
)
def test_a_guess_is_read_from_each_way_of_writing_it(line: str, expected: dict[str, str]) -> None:
    """Named options, a bare remainder, quotes and plain text all reach the right option."""
    assert parse(line, COMMANDS) == Slash("guess", expected)


def test_a_bare_remainder_prefers_the_required_text() -> None:
    """Where an optional text stands first, the required one is filled."""
    assert parse("/say hello", COMMANDS) == Slash("say", {"text": "hello"})
    assert parse("/say hello tone:warm", COMMANDS) == Slash(
        "say", {"text": "hello", "tone": "warm"}
    )


def test_subcommands_are_found_with_their_group() -> None:
    """The longest known name is the command; the rest are its options."""
    assert parse("/server zone Paris", COMMANDS) == Slash("server zone", {"name": "Paris"})


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Nothing()),
        ("   ", Nothing()),
        ("# a comment", Nothing()),
        ("3", Press(3)),
        (":next", Meta("next")),
        (":DAY 2026-12-01 ", Meta("day", "2026-12-01")),
        ("1234", Slash("guess", {"word": "1234"})),
        ("٣", Slash("guess", {"word": "٣"})),
    ],
)
def test_lines_that_are_no_command_of_the_bot(line: str, expected: object) -> None:
    """Blank lines and comments are nothing, a small number presses, a colon is the console's."""
    assert parse(line, COMMANDS) == expected


@pytest.mark.parametrize(
    ("line", "error", "fields"),
    [
        ("/gess river", UnknownCommand, {"name": "gess"}),
        ("/", UnknownCommand, {"name": ""}),
        ("/server", IncompleteCommand, {"subcommands": ("zone", "mode")}),
        ("/server town", IncompleteCommand, {"name": "server"}),
        ("/guess wrd:river", UnknownOption, {"option": "wrd", "known": ("word", "times")}),
        ("/practice now", UnexpectedText, {"command": "practice", "text": "now"}),
        ("/guess a word:b", UnexpectedText, {"text": "a"}),
        ("/guess word:a word:b", RepeatedOption, {"option": "word"}),
    ],
)
def test_what_cannot_be_read_is_refused_by_type(
    line: str, error: type[Exception], fields: dict[str, object]
) -> None:
    """Each mistake has its own error, whose fields say what was meant."""
    with pytest.raises(error) as caught:
        parse(line, COMMANDS)
    assert {name: getattr(caught.value, name) for name in fields} == fields


def test_plain_text_without_a_guess_command_is_unknown() -> None:
    """A bot that has no such command does not get one invented."""
    with pytest.raises(UnknownCommand):
        parse("river", {"ping": Command("ping")})


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"])))
def test_any_word_survives_quotes(word: str) -> None:
    """Whatever a quoted word holds, short of a quote, arrives unchanged."""
    word = word.replace('"', "")
    assert parse(f'/guess word:"{word}"', COMMANDS) == Slash("guess", {"word": word})


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any line is read or refused by type."""
    try:
        parse(text, COMMANDS)
    except (UnknownCommand, IncompleteCommand, UnknownOption, UnexpectedText, RepeatedOption):
        return


def test_discords_json_becomes_a_flat_catalogue() -> None:
    """Groups and subcommands are laid flat, and commands of menus left out."""
    choice = {"name": "Together", "value": "t"}
    mode = {"type": 3, "name": "mode", "description": "How", "required": True, "choices": [choice]}
    raw = [
        {"type": 2, "name": "Report"},
        {
            "type": 1,
            "name": "server",
            "options": [
                {"type": 1, "name": "mode", "description": "Set it", "options": [mode]},
                {"type": 2, "name": "clock", "options": [{"type": 1, "name": "zone"}]},
            ],
        },
    ]
    found = catalogue(raw)
    assert list(found) == ["server mode", "server clock zone"]
    assert found["server mode"].options[0].choices == (("Together", "t"),)
    assert found["server mode"].usage == "/server mode mode:…"
