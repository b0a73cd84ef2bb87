"""`warmer doctor` on the parts of a bot that runs in earnest."""

import json
import shutil
import socket
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import bot.i18n.files
import bot.pictures.type
from game.model import Server
from game.posts import Due
from game.setup import Setup
from store.engine import open_database
from store.posts import SqlPosts
from store.setups import SqlSetups
from store.work import SqlGameStore


@pytest.fixture
def finding(warmer: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the doctor, who loads no model, and returns one finding; the game can go on."""
    monkeypatch.setenv("WARMER_ENCODER", "http")

    def run(name: str) -> tuple[str, str]:
        ended = warmer("doctor", "--json")
        assert ended.code == 0
        (found,) = [each for each in json.loads(ended.out) if each["name"] == name]
        return found["verdict"], found["text"]

    return run


def test_port(finding: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unset, free, taken, and on an address that is none of this machine's."""
    assert finding("port")[0] == "ok"
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = other.getsockname()[1]
        monkeypatch.setenv("WARMER_PORT", str(number))
        verdict, text = finding("port")
        assert (verdict, f"127.0.0.1:{number} is in use" in text) == ("wanting", True)
    assert finding("port") == ("ok", f"127.0.0.1:{number} is free")
    monkeypatch.setenv("WARMER_HOST", "192.0.2.1")
    verdict, text = finding("port")
    assert (verdict, "WARMER_HOST" in text) == ("wanting", True)


def test_fonts(finding: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Fonts that are not there are told, and the game goes on."""
    assert finding("pictures") == ("ok", "3 fonts")
    for cached in (bot.pictures.type.font, bot.pictures.type.width):
        cached.cache_clear()
    monkeypatch.setattr(bot.pictures.type, "_FONTS", tmp_path)
    assert finding("pictures")[0] == "wanting"


def test_languages(finding: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of texts that one language lacks is named."""
    verdict, text = finding("languages")
    assert (verdict, text.startswith("English, Deutsch, Français: ")) == ("ok", True)
    locales = tmp_path / "locales"
    shutil.copytree(bot.i18n.files.LOCALES, locales)
    (locales / "fr" / "errors.ftl").unlink()
    monkeypatch.setattr(bot.i18n.files, "LOCALES", locales)
    verdict, text = finding("languages")
    assert (verdict, "fr/errors.ftl" in text) == ("wanting", True)


def test_posts(finding: Any, database_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post that is due long since and not sent is told."""
    assert finding("posts") == ("ok", "none yet")
    monkeypatch.setenv("WARMER_DATABASE", str(database_file))
    assert finding("posts") == ("ok", "none waits")
    now = datetime.now(UTC)
    with closing(open_database(str(database_file))) as opened:
        with SqlGameStore(opened).working() as work:
            work.add_server(Server(1, "UTC", 7, now.date()))
            work.commit()
        SqlSetups(opened).set_up(Setup(1, "UTC", 5), 9, now)
        SqlPosts(opened).plan([Due(1, now.date(), now - timedelta(minutes=1))])
        assert finding("posts") == ("ok", "1 on their way")
        SqlPosts(opened).plan([Due(1, now.date() - timedelta(days=1), now - timedelta(minutes=70))])
    verdict, text = finding("posts")
    assert (verdict, "2 wait, the oldest since 70 minutes" in text) == ("wanting", True)
