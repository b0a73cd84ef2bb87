"""What PRIVACY.md, TERMS.md and docs/export.md say is what the program does."""

import re
from pathlib import Path

import pytest

from bot.render.privacy import LIMIT, NAME
from bot.settings import Settings
from game.heat import NEAR
from game.privacy import FORMAT, VERSION
from store.members import DRAWERS, REDRAWN

ROOT = Path(__file__).parents[2]
PRIVACY = (ROOT / "PRIVACY.md").read_text("utf-8")
EXPORT = (ROOT / "docs" / "export.md").read_text("utf-8")
WORDS = {7: "seven"}


@pytest.mark.parametrize(("name", "setting"), [("keep_days", "KEEP"), ("idle_days", "IDLE")])
def test_periods_are_the_settings_defaults(name: str, setting: str) -> None:
    """Every number of days that is promised is the default of a setting that is named."""
    default = Settings.model_fields[name].default
    said = [int(days) for days in re.findall(r"\*\*(\d+) days\*\* \(`WARMER_" + setting, PRIVACY)]
    assert said == [default]


def test_no_other_period_is_promised() -> None:
    """No number of days stands there that is no setting's default."""
    defaults = {Settings.model_fields[name].default for name in ("keep_days", "idle_days")}
    assert {int(days) for days in re.findall(r"(\d+) days", PRIVACY)} == defaults


@pytest.mark.parametrize("told", ["a bar shows", "⚖️ marks", "is left out"])
def test_lists_for_several_are_told(told: str) -> None:
    """What a list for several shows of each of them is said, and that anybody may ask for one."""
    text = " ".join(PRIVACY.split())
    said = text[text.index("can ask for a list together with you") :]
    assert told in said
    shown = (ROOT / "bot" / "i18n" / "locales" / "en" / "privacy.ftl").read_text("utf-8")
    assert "a list together with you" in shown


def test_redrawn_boards_are_as_old_as_said() -> None:
    """Boards are drawn again for as long as members are told."""
    text = " ".join(PRIVACY.split())
    assert f"Boards of the last {WORDS[REDRAWN.days]} days are drawn again" in text


def test_export_is_documented() -> None:
    """The document's name, version, size and every drawer in it are described, and no other."""
    assert f'"format": "{FORMAT}"' in EXPORT
    assert f'"version": {VERSION}' in EXPORT
    assert NAME in EXPORT
    assert f"Beyond {LIMIT // 10**6} MB" in EXPORT
    assert f"up to {NEAR} only" in EXPORT
    rows = re.findall(r"^\| (`.*?`) \|", EXPORT, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named == {drawer.name for drawer in DRAWERS}


@pytest.mark.parametrize("name", ["PRIVACY.md", "TERMS.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Every file that the documents link to is there."""
    text = (ROOT / name).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
