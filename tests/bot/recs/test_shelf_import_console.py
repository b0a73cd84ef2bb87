"""`/shelf import` in the console, with the bot itself behind it."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.console.outcomes import Played, Refused
from bot.console.session import Session

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


async def _stay(_: date) -> None:
    """Time stands still."""


async def test_file_on_disk_becomes_a_shelf(local_stage: Any, tmp_path: Path) -> None:
    """Its path is all that is typed; the check, the button and the shelf are the bot's own."""
    (tmp_path / "my films.csv").write_text("title,year\nBlue Comet,1999\n", "utf-8")
    local = local_stage.hall.local
    admin = local.add_person("console", admin=True)
    session = Session(local, admin, now=lambda: NOON, advance=_stay)
    typed = f'/shelf import file:"{tmp_path}/my films.csv" shelf:films'
    tried = await session.run(typed)
    assert tried is not None
    assert isinstance(tried.outcome, Played)
    (message,) = tried.outcome.reply.messages
    assert message.ephemeral
    assert "There is no shelf **Films** here yet." in message.embeds[0]["description"]
    assert message.attachments[0].content == (tmp_path / "my films.csv").read_bytes()
    (tmp_path / "my films.csv").unlink()  # it hangs on the answer by now
    done = await session.run("1")
    assert done is not None
    assert isinstance(done.outcome, Played)
    assert "1 new" in done.outcome.reply.messages[0].content
    again = await session.run(typed)
    assert again is not None
    assert isinstance(again.outcome, Refused)
    assert again.outcome.code == "no_such_file"
    assert local_stage.rows()["items"] == 1
    session.close()
