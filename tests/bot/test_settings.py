"""Every setting is documented, where people look for it."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import Settings

README = Path(__file__).parents[2] / "README.md"


def test_readme_lists_every_setting_as_it_is() -> None:
    """README's table names each setting with its description, and no other."""
    rows = re.findall(
        r"^\| `WARMER_(\w+)` \| .*? \| (.*) \|$", README.read_text("utf-8"), re.MULTILINE
    )
    fields = Settings.model_fields
    assert {name.lower(): text for name, text in rows} == {
        name: field.description for name, field in fields.items()
    }


@pytest.mark.parametrize("wrong", ["", "4", "4/4", "0,4/4", "a/4", "0/", "/4", "0,/4", "-1/4"])
def test_shards_that_cannot_be_are_refused(wrong: str) -> None:
    """A share of shards names each by its number, below how many there are."""
    with pytest.raises(ValidationError, match="0,1/4"):
        Settings(_env_file=None, shards=wrong)


def test_shards_are_handed_to_discord_py() -> None:
    """A share of shards becomes discord.py's own options, and no setting leaves it the choice."""
    share = Settings(_env_file=None, shards="0,1/4").shard_options()
    assert share == {"shard_ids": [0, 1], "shard_count": 4}
    assert Settings(_env_file=None).shard_options() == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [("queue", 0), ("port", -1), ("port", 65536), ("log_format", "xml"), ("log_level", "LOUD")],
)
def test_settings_out_of_bounds_are_refused(name: str, value: object) -> None:
    """What cannot be is refused by its name, before anything is opened."""
    with pytest.raises(ValidationError, match=name):
        Settings.model_validate({name: value})
