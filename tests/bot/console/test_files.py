"""Files that are given to commands by their path."""

import io
import json
import os
from collections.abc import AsyncIterable, Callable, Iterable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yarl
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.console.completion import LineCompleter
from bot.console.json_lines import run_json
from bot.console.outcomes import Played, Refused
from bot.console.plain import run_plain
from bot.local.posting import ATTACHMENT_LIMIT

Stream = Callable[[Iterable[str]], AsyncIterable[str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with some files, which is a home, too."""
    (tmp_path / "films.csv").write_text("title", "utf-8")
    (tmp_path / "my films.csv").write_text("mine", "utf-8")
    (tmp_path / "a#b?c%41.csv").write_text("odd", "utf-8")
    (tmp_path / ".hidden.csv").write_text("hidden", "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "books.csv").write_text("books", "utf-8")
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "full.csv").open("wb") as file:
        file.truncate(ATTACHMENT_LIMIT)
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(ATTACHMENT_LIMIT + 1)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


async def said(table: Any, line: str) -> str:
    """Run a line and return the text of its first answer."""
    turn = await table.session.run(line)
    assert isinstance(turn.outcome, Played), turn.outcome
    return str(turn.outcome.reply.messages[0].content)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("file:films.csv", "films.csv (5, ): title"),
        ("films.csv", "films.csv (5, ): title"),
        ("file:./data/../films.csv note:hello there", "films.csv (5, hello there): title"),
        ("note:x file:data/books.csv", "books.csv (5, x): books"),
        ('file:"my films.csv" note:x', "my_films.csv (4, x): mine"),
        ("file:'my films.csv' note:x", "my_films.csv (4, x): mine"),
        ("file:my films.csv note:x", "my_films.csv (4, x): mine"),
        (r"file:my\ films.csv note:x", "my_films.csv (4, x): mine"),
        ("file:~/films.csv", "films.csv (5, ): title"),
        ("file:{folder}/films.csv", "films.csv (5, ): title"),
        ("file:a#b?c%41.csv", "abc41.csv (3, ): odd"),
        ("file:.hidden.csv", ".hidden.csv (6, ): hidden"),
        ("file:full.csv", f"full.csv ({ATTACHMENT_LIMIT}, ): " + "\0" * 20),
    ],
)
async def test_a_file_arrives(typed: str, answer: str, table: Any, folder: Path) -> None:
    """The bot reads it over HTTP, however its path is written, under a name of Discord's kind."""
    assert await said(table, f"/send {typed.format(folder=folder)}") == answer


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("fims.csv", "no_such_file", "no file fims.csv in {folder}. Did you mean films.csv?"),
        ("data/xyz", "no_such_file", "There is no file xyz in {folder}/data."),
        ("nowhere/films.csv", "no_such_folder", "There is no folder {folder}/nowhere."),
        ("films.csv/x", "no_such_folder", "There is no folder {folder}/films.csv."),
        ("~nobody-at-all/x", "no_such_folder", "There is no folder ~nobody-at-all."),
        ("data", "not_a_file", "data is a folder; name a file in it."),
        ("pipe", "not_a_file", "pipe is no file that can be sent."),
        ("/dev/zero", "not_a_file", "/dev/zero is no file that can be sent."),
        ("a\0b", "unreadable_file", "cannot be read: embedded null byte."),
        ("x" * 300, "unreadable_file", "cannot be read: File name too long."),
        ("large.csv", "file_too_large", "large.csv is too large: it has 10.1 MB, Discord takes"),
        ("", "missing_option", "/send needs file: write /send file:…"),
    ],
)
async def test_what_is_no_file_to_send(
    typed: str, code: str, words: str, table: Any, folder: Path
) -> None:
    """Each has a code and words that help, and the bot hears nothing of it."""
    turn = await table.session.run(f"/send file:{typed} note:x")
    assert isinstance(turn.outcome, Refused)
    assert turn.outcome.code == code
    assert words.format(folder=folder) in turn.outcome.text


async def test_file_that_may_not_be_read(
    table: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own reason is told."""

    def closed(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)  # whoever runs this as root may read everything
    turn = await table.session.run("/send films.csv")
    assert turn.outcome.text == "films.csv cannot be read: Permission denied."


async def test_piped_text(table: Any, folder: Path, stream: Stream) -> None:
    """A script gives files as a person does."""
    out = io.StringIO()
    lines = ["/send file:films.csv note:x", "/send file:fims.csv"]
    assert await run_plain(table.session, stream(lines), out) == 1
    assert out.getvalue() == (
        "> /send file:films.csv note:x\nfilms.csv (5, x): title\n\n"
        f"> /send file:fims.csv\nThere is no file fims.csv in {folder}. Did you mean films.csv?\n\n"
    )


async def test_json_lines(table: Any, folder: Path, stream: Stream) -> None:
    """An object has the answer, or a code and its words."""
    out = io.StringIO()
    await run_json(table.session, stream(["/send films.csv", "/send data"]), out)
    sent, refused = (json.loads(line) for line in out.getvalue().splitlines())
    assert sent["command"] == "send"
    assert sent["messages"][0]["content"] == "films.csv (5, ): title"
    assert refused["error"] == {
        "code": "not_a_file", "message": "data is a folder; name a file in it.",
    }  # fmt: skip


async def test_help_says_that_a_path_goes_there(table: Any, stream: Stream) -> None:
    """The list of commands tells files from texts."""
    out = io.StringIO()
    await run_plain(table.session, stream([":help"]), out)
    assert "/send file:PATH [note:…]" in out.getvalue()


async def fetched(table: Any, path: str) -> bytes | int:
    """What local Discord answers to anybody who asks for that path, as it stands."""
    url = yarl.URL(table.local.url + path, encoded=True)
    async with aiohttp.ClientSession() as client, client.get(url) as answer:
        return await answer.read() if answer.ok else answer.status


async def test_nothing_but_the_named_file_is_served(table: Any, folder: Path) -> None:
    """Neither its neighbours, nor a path of another kind, nor one that was refused."""
    await said(table, "/send file:films.csv")
    (upload,) = table.local._world.uploads
    assert await fetched(table, f"/attachments/0/{upload}/films.csv") == b"title"
    for path in (
        f"/attachments/0/{upload + 1}/films.csv",
        f"/attachments/0/{upload}/../../../films.csv",
        f"/attachments/0/{upload}/..%2f..%2fdata%2fbooks.csv/x",
        "/attachments/0/films.csv",
        f"/attachments/0//{folder}/films.csv",
        "/films.csv",
        f"/{folder}/films.csv",
    ):
        assert await fetched(table, path) == 404
    await table.session.run("/send file:large.csv")
    assert [*table.local._world.uploads] == [upload]


async def test_only_the_last_files_are_kept(table: Any, folder: Path) -> None:
    """A long session does not fill the memory with what nobody fetches any more."""
    for _ in range(12):
        await said(table, "/send file:films.csv")
    assert len(table.local._world.uploads) == 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/send file:fi", ["lms.csv"]),
        ("/send fi", ["lms.csv", "file:"]),
        ("/send file:", ["a#b?c%41.csv", "data", "films.csv", "full.csv", "large.csv",
                         "my films.csv", "pipe"]),
        ("/send file:.h", ["idden.csv"]),
        ("/send file:data/", ["books.csv"]),
        ("/send file:~/da", ["ta"]),
        ("/send file:my fi", ["lms.csv"]),
        ('/send file:"my f', ['ilms.csv"']),
        ("/send file:'da", ["ta"]),
        ('/send file:"my films.csv"', []),
        ("/send file:films.csv ", ["note:"]),
        ("/send file:films.csv no", ["note:"]),
        ("/send file:nowhere/", []),
        ("/send ", ["file:", "note:"]),
        ("/send note:x fi", ["file:"]),
    ],
)  # fmt: skip
async def test_paths_are_completed(
    text: str, expected: list[str], table: Any, folder: Path
) -> None:
    """What can follow of a path, relative or not, quoted or not; a closing quote, too."""
    completer = LineCompleter(table.session, pause_s=0)
    offered = [c async for c in completer.get_completions_async(Document(text), CompleteEvent())]
    assert [c.text for c in offered] == expected
