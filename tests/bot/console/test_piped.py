"""Plain text and JSON Lines, through the real discord.py client."""

import io
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

import pytest

from bot.console.json_lines import run_json
from bot.console.lines import read_lines
from bot.console.plain import run_plain

Stream = Callable[[Iterable[str]], AsyncIterator[str]]
KEYS = [
    "input", "member", "channel", "date", "kind", "command", "acknowledged_ms", "deferred",
    "messages", "modal", "notice", "error",
]  # fmt: skip


@pytest.fixture
def as_text(table: Any, stream: Stream) -> Callable[..., Any]:
    """Play lines and return what was printed."""

    async def play(*lines: str) -> str:
        out = io.StringIO()
        await run_plain(table.session, stream(lines), out)
        return out.getvalue()

    return play


@pytest.fixture
def as_objects(table: Any, stream: Stream) -> Callable[..., Any]:
    """Play lines and return the objects that were written."""

    async def play(*lines: str) -> list[dict[str, Any]]:
        out = io.StringIO()
        await run_json(table.session, stream(lines), out)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return play


async def test_a_line_is_echoed_and_answered(as_text: Any) -> None:
    """A command, a bare word and a comment, as a script would send them."""
    text = await as_text("/guess word:river times:2", "", "# nothing", "two words")
    assert text == (
        "> /guess word:river times:2\nriver x2 by @ada\n\n> two words\ntwo words x1 by @ada\n\n"
    )


async def test_a_board_is_legible_without_boxes(as_text: Any) -> None:
    """Embed, picture, buttons and menu appear as lines, without marks or ANSI."""
    text = await as_text("/board")
    assert "3 guesses, river is closest." in text
    assert "river: 🔥 ▰▰▰▰▱" in text
    assert text.count("board.png") == 1
    assert "[1] 💡 Hint  [–] Give up  [3] Mark  Rules: https://example.org/rules" in text
    assert "How warm?\n  1. Cold\n  2. Warm" in text
    assert "\x1b" not in text


async def test_control_characters_reach_no_terminal(as_text: Any) -> None:
    """An escape sequence in a guess is defused in the echo and in the bot's answer."""
    text = await as_text("/guess \x1b[2J\u202eword")
    assert "\x1b" not in text
    assert text.count("\ufffd[2J\ufffdword") == 2


async def test_json_holds_what_the_bot_sent(as_objects: Any) -> None:
    """Stable keys, Discord's own embeds and components, files by name and size."""
    (board,) = await as_objects("/board")
    assert list(board) == KEYS
    assert board["member"]["name"] == "ada"
    assert board["kind"] == "command"
    assert board["command"] == "board"
    assert 0 < board["acknowledged_ms"] < 3000
    (message,) = board["messages"]
    assert message["embeds"][0]["color"] == 0xE0562B
    assert message["components"][0]["components"][0]["custom_id"] == "hint"
    assert message["attachments"] == [
        {"filename": "board.png", "size": 2500, "description": "The board", "path": None}
    ]


async def test_json_tells_ephemeral_edited_modal_and_mistakes(as_objects: Any) -> None:
    """Each kind of turn is an object of the same keys, mistakes included."""
    lines = ("/board", "1", "3", "/note", ":fill hi", "/nope", "2", ":next", "/silent")
    board, hint, mark, note, filled, nope, off, day, silent = await as_objects(*lines)
    assert hint["messages"][0]["ephemeral"]
    assert hint["messages"][0]["content"] == "It is ||wet||."
    assert mark["kind"] == "component"
    assert mark["messages"][0]["edited"]
    assert mark["messages"][0]["id"] == board["messages"][0]["id"]
    assert note["modal"]["title"] == "A note"
    assert filled["kind"] == "modal"
    assert filled["messages"][0]["content"] == "Noted: hi/"
    assert nope["error"]["code"] == "unknown_command"
    assert "/note" in nope["error"]["message"]
    assert off["error"]["code"] == "disabled_component"
    assert (day["date"], day["notice"]) == ("2026-11-22", "It is Sunday, 22 November 2026.")
    assert silent["error"] == {
        "code": "no_response",
        "message": "The application did not respond",
    }
    assert all(list(turn) == KEYS for turn in (hint, note, nope, day, silent))


async def test_messages_of_their_own_follow(as_objects: Any) -> None:
    """What the bot posts beside its answer is an object without an input."""
    posted, news = await as_objects("/post")
    assert [m["content"] for m in posted["messages"]] == ["Posted."]
    assert news["input"] is None
    assert [m["content"] for m in news["messages"]] == ["News for all."]


async def test_refused_lines_are_counted_and_quit_ends(table: Any, stream: Stream) -> None:
    """The caller learns how many lines failed; what follows :quit is not run."""
    out = io.StringIO()
    lines = stream(["/nope", "/guess", "river", ":quit", "/nope"])
    assert await run_plain(table.session, lines, out) == 2
    assert out.getvalue().endswith("> :quit\n\n")


async def test_a_reader_that_is_gone_is_no_error(table: Any, stream: Stream) -> None:
    """Writing into a closed pipe ends the game quietly, and so does the final flush."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as out:
        assert await run_plain(table.session, stream(["river", "stream"]), out) == 0


async def test_lines_of_any_bytes_are_read_to_the_end() -> None:
    """A mark at the start, foreign line ends, bytes that are no UTF-8, no last line break."""
    reading, writing = os.pipe()
    os.write(writing, "\ufeffa\r\n".encode() + b"\xff\n\n\xc3\xa9")
    os.close(writing)
    assert [line async for line in read_lines(reading)] == ["a", "\ufffd", "", "é"]
    os.close(reading)


async def test_more_lines_than_are_read_ahead_all_arrive() -> None:
    """The reader waits for its consumer and loses nothing."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(b"%d\n" % i for i in range(500)))
    os.close(writing)
    assert [line async for line in read_lines(reading)] == [str(i) for i in range(500)]
    os.close(reading)


def test_the_piped_modes_import_no_terminal_library() -> None:
    """Neither Rich nor prompt_toolkit is paid for where nothing is drawn."""
    code = (
        "import sys, bot.console.plain, bot.console.json_lines, bot.console.lines;"
        "print({'rich', 'prompt_toolkit'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
