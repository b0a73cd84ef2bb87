"""The terminal chat, typed into through a pipe, beside the real discord.py client."""

import asyncio
import io
from collections.abc import Iterator
from typing import Any

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.data_structures import Size
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from bot.console.chat import run_chat
from bot.console.completion import LineCompleter

CONTROL_C, CONTROL_D, ENTER = "\x03", "\x04", "\r"


class Screen(io.StringIO):
    """A terminal's other end that tells when a text has been written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[str, asyncio.Event]] = []

    def write(self, text: str) -> int:
        """Keep the text and wake who waits for it."""
        count = super().write(text)
        for wanted, event in self.waiting:
            if wanted in self.getvalue():
                event.set()
        return count

    async def shows(self, wanted: str) -> None:
        """Wait until a text has been written."""
        event = asyncio.Event()
        self.waiting.append((wanted, event))
        self.write("")
        await asyncio.wait_for(event.wait(), 10)


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    """A keyboard that tests type on."""
    with create_pipe_input() as pipe:
        yield pipe


class Chat:
    """A chat at a terminal of 80 columns, whose screen can be read."""

    def __init__(self, table: Any, keyboard: PipeInput) -> None:
        self.screen = Screen()
        self._table = table
        self._keyboard = keyboard

    async def __call__(self, typed: str) -> Screen:
        """Type, chat until it ends, and return the screen."""
        output = Vt100_Output(self.screen, lambda: Size(30, 80), term="xterm", enable_cpr=False)
        self._keyboard.send_text(typed)
        await run_chat(self._table.session, keyboard=self._keyboard, screen=output)
        return self.screen


@pytest.fixture
def chat(table: Any, keyboard: PipeInput, monkeypatch: pytest.MonkeyPatch) -> Chat:
    """A chat without colours."""
    monkeypatch.setenv("NO_COLOR", "1")
    return Chat(table, keyboard)


async def test_a_game_is_played_and_left(chat: Chat) -> None:
    """A word, a board and a button by number; Ctrl-D leaves."""
    screen = await chat(f"river{ENTER}/board{ENTER}1{ENTER}{CONTROL_D}")
    shown = screen.getvalue()
    assert "Guess the secret word" in shown
    assert "river x1 by @ada" in shown
    assert "▌ Puzzle 7" in shown
    assert "only you can see this" in shown
    assert "It is ▒▒▒." in shown


async def test_quit_leaves(chat: Chat) -> None:
    """What is typed after :quit is not run."""
    shown = (await chat(f":quit{ENTER}river{ENTER}")).getvalue()
    assert "river x1" not in shown


async def test_control_c_clears_a_line_and_leaves_an_empty_one(chat: Chat) -> None:
    """The first drops the text, the second is raised to whoever owns the exit code."""
    with pytest.raises(KeyboardInterrupt):
        await chat(f"river{CONTROL_C}{CONTROL_C}")
    assert "river x1" not in chat.screen.getvalue()


async def test_pasted_lines_are_played_one_by_one(chat: Chat) -> None:
    """A paste of several lines is as many guesses."""
    shown = (await chat(f"\x1b[200~river\nstream\x1b[201~{ENTER}{CONTROL_D}")).getvalue()
    assert "river x1" in shown
    assert "stream x1" in shown


async def test_a_form_is_asked_field_by_field(chat: Chat) -> None:
    """Its fields are prompts, a mistake is said and asked again with the text kept."""
    typed = f"/note{ENTER}muchtoolong{ENTER}why{ENTER}\x15short{ENTER}{ENTER}{CONTROL_D}"
    shown = (await chat(typed)).getvalue()
    assert "Text must be 1 to 9 characters long; this is 11." in shown
    assert "Noted: short/why" in shown


async def test_a_form_is_closed_with_control_c(chat: Chat, table: Any) -> None:
    """Nothing is sent, and the chat goes on."""
    shown = (await chat(f"/note{ENTER}{CONTROL_C}river{ENTER}{CONTROL_D}")).getvalue()
    assert "The form is closed; nothing was sent." in shown
    assert "river x1" in shown
    assert table.session.desk.modal is None


async def test_what_arrives_on_its_own_is_printed_above_the_prompt(
    chat: Chat, table: Any, keyboard: PipeInput
) -> None:
    """A late answer appears while the person is typing, and the typing goes on."""
    running = asyncio.create_task(chat(f"/slow{ENTER}ri"))
    await chat.screen.shows("Warmer is thinking…")
    table.bot.hold.set()
    await chat.screen.shows("At last.")
    keyboard.send_text(f"ver{ENTER}{CONTROL_D}")
    assert "river x1" in (await running).getvalue()


async def test_waiting_is_shown_and_wiped_away(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the bot takes its time the chat says so, and the answer takes that line's place."""
    monkeypatch.setattr("bot.console.chat.PATIENCE_S", 0)
    shown = (await chat(f"river{ENTER}{CONTROL_D}")).getvalue()
    assert "Warmer is thinking…\r\x1b[KWarmer APP" in shown


async def test_mistakes_are_said_and_the_chat_goes_on(chat: Chat) -> None:
    """A refusal is a line, not the end."""
    shown = (await chat(f"/gess{ENTER}:next{ENTER}:help{ENTER}{CONTROL_D}")).getvalue()
    assert "There is no command /gess. Did you mean /guess?" in shown
    assert "It is Sunday, 22 November 2026." in shown
    assert "/server zone name:…" in shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/gu", ["/guess "]),
        ("/server", ["/server zone "]),
        ("/guess ri", ["river"]),
        ("/guess word:st", ["stream"]),
        ("/guess word:st times:", []),
        ("/guess river ti", ["times:"]),
        ("wat", ["water"]),
        ("/mode mode:to", ["Together"]),
        ("/mode mode:Together w", ["who:"]),
        ("/find x", ["The River"]),
        (":hi", ["history"]),
        (":channel n", ["news"]),
        (":as a", ["ada"]),
        (":select ", ["Cold", "Warm"]),
        ("/nothing here", []),
        ("x", []),
    ],
)
async def test_what_can_follow_is_offered(text: str, expected: list[str], table: Any) -> None:
    """Commands, options, choices, the bot's own suggestions, and the console's own words."""
    await table.session.run("/board")
    completer = LineCompleter(table.session, pause_s=0)
    document = Document(text)
    offered = [c async for c in completer.get_completions_async(document, CompleteEvent())]
    assert [c.text for c in offered] == expected


async def test_tab_on_an_empty_line_offers_the_commands(table: Any) -> None:
    """One need not know that commands begin with a slash."""
    completer = LineCompleter(table.session, pause_s=0)
    offered = [c async for c in completer.get_completions_async(Document(""), CompleteEvent())]
    assert [c.text for c in offered][:3] == ["/guess ", "/find ", "/board"]


async def test_a_completion_replaces_what_was_typed_of_it(table: Any) -> None:
    """The start position reaches back over the typed part only."""
    completer = LineCompleter(table.session, pause_s=0)
    (found,) = [
        c async for c in completer.get_completions_async(Document("/guess ri"), CompleteEvent())
    ]
    assert found.start_position == -2
