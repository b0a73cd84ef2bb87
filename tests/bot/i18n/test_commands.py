"""Every command, option and choice has its names in every language, within Discord's limits."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.app import open_app
from bot.build import build_client
from bot.client import WarmerClient
from bot.i18n import files, tongue
from bot.i18n.translator import WarmerTranslator, keys_of
from bot.settings import Settings

NAME = re.compile(r"[-_'\w]{1,32}")
LONGEST = 100


class Recorder(WarmerTranslator):
    """Notes what is looked up, and what is found."""

    def __init__(self, locale: discord.Locale) -> None:
        self.locale = locale
        self.found: dict[str, str] = {}
        self.missing: list[str] = []

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Any
    ) -> str | None:
        """Look up as ever."""
        text = await super().translate(string, locale, context)
        if locale is self.locale:
            keys = keys_of(string, context)
            if text is None:
                self.missing.append(f"{keys}: {string.message}")
            self.found |= dict.fromkeys(keys, text or "")
        return text


@pytest.fixture
def client(settings: Settings) -> Iterator[WarmerClient]:
    """The bot with all its commands."""
    with open_app(settings, discord.utils.utcnow) as app:
        yield build_client(app)


async def translated(client: WarmerClient, code: str) -> tuple[Recorder, list[dict[str, Any]]]:
    """What is looked up for all commands in a language, and what Discord gets."""
    recorder = Recorder(discord.Locale(code))
    await client.tree.set_translator(recorder)
    commands = client.tree.get_commands()
    return recorder, [await c.get_translated_payload(client.tree, recorder) for c in commands]


def parts(payloads: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Commands, subcommands, options and choices."""
    for payload in payloads:
        yield payload
        yield from parts(payload.get("options", []))
        yield from parts(payload.get("choices", []))


async def test_commands_are_translated(client: WarmerClient, code: str) -> None:
    """Nothing that Discord shows of a command lacks its translation."""
    recorder, _ = await translated(client, code)
    assert recorder.missing == []
    assert len(recorder.found) > 30


async def test_translations_are_all_shown(client: WarmerClient, texts: Any, code: str) -> None:
    """No translation is left over."""
    recorder, _ = await translated(client, code)
    assert sorted(set(texts.commands(code)) - set(recorder.found)) == []


async def test_translations_keep_the_limits(client: WarmerClient, code: str) -> None:
    """Names are lower-case words of at most 32 characters, other texts have at most 100."""
    _, payloads = await translated(client, code)
    for part in parts(payloads):
        name = part["name_localizations"][code]
        if "value" in part:
            assert 1 <= len(name) <= LONGEST
        elif part.get("type") in {2, 3} and "description" not in part:  # in a menu
            assert 1 <= len(name) <= 32
        else:
            assert NAME.fullmatch(name), name
            assert name == name.lower()
            assert 1 <= len(part["description_localizations"][code]) <= LONGEST


async def test_translated_names_differ(client: WarmerClient, code: str) -> None:
    """No two commands, options of a command or choices of an option share a name."""
    _, payloads = await translated(client, code)
    groups = [payloads] + [
        part[kind] for part in parts(payloads) for kind in ("options", "choices") if kind in part
    ]
    for group in groups:
        names = Counter(part["name_localizations"][code] for part in group)
        assert [name for name, times in names.items() if times > 1] == []


async def test_texts_call_commands_by_their_names(
    client: WarmerClient, texts: Any, code: str
) -> None:
    """The terms by which texts speak of commands are the names that Discord shows."""
    recorder, _ = await translated(client, code)
    english, other = {}, {}
    for command in client.tree.walk_commands():
        words = command.qualified_name.split()
        levels = ["-".join(words[: i + 1]) for i in range(len(words))]
        english[f"-{levels[-1]}"] = f"/{command.qualified_name}"
        other[f"-{levels[-1]}"] = "/" + " ".join(recorder.found[f"command-{x}"] for x in levels)
    terms = [key for key in texts.of("en") if key.startswith("-")]
    assert len(terms) > 5
    for language, names in (("en", english), (code, other)):
        wrong = [x for x in terms if said(texts, language, x) != names.get(x)]
        assert wrong == []


async def test_english_is_left_to_the_code(client: WarmerClient) -> None:
    """For English nothing is looked up: the code says it."""
    _, payloads = await translated(client, "en-GB")
    assert all("en-GB" not in part.get("name_localizations", {}) for part in parts(payloads))


def test_choices_of_hints_are_the_offers(client: WarmerClient) -> None:
    """In English the choices, which the code says, are the offers in the help."""
    command = client.tree.get_command("hint")
    assert isinstance(command, app_commands.Command)
    kinds = command.get_parameter("kind")
    assert kinds is not None
    offers = [tongue("en")(f"hint-offer-{c.value}", price=_price(c.name)) for c in kinds.choices]
    assert [choice.name for choice in kinds.choices] == offers


def _price(offer: str) -> int:
    return int(offer[offer.rindex("+") + 1 : -1])


def said(texts: Any, code: str, term: str) -> str:
    """The text of a term."""
    return "".join(element.value for element in texts.of(code)[term].node.value.elements)


async def test_discord_is_told_the_names(local_stage: Any) -> None:
    """A start registers the commands with their names in every language."""
    guess = next(c for c in local_stage.hall.local.commands if c["name"] == "guess")
    assert guess["name_localizations"] == {"de": "raten", "fr": "deviner"}
    word = guess["options"][0]
    assert (
        word["description_localizations"]["fr"]
        == "Un mot anglais, celui que tu veux, ou plusieurs."
    )


async def test_stand_ins_take_the_names(stage: Any) -> None:
    """Commands registered with their names in every language are used as ever."""
    stage.translated = True
    await stage.restart()
    assert (await stage.use("ann", "help")).ephemeral


def test_new_translations_are_registered(
    client: WarmerClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What decides whether to register anew changes with a text, and with nothing else."""
    shutil.copytree(files.LOCALES, tmp_path / "locales")
    before = client._digest()
    monkeypatch.setattr(files, "LOCALES", tmp_path / "locales")
    assert client._digest() == before
    path = tmp_path / "locales/de/commands.ftl"
    path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert client._digest() != before


def test_texts_stay_off_the_hot_start() -> None:
    """Making the bot loads neither Fluent nor Babel."""
    code = "import sys, bot.build; print(sorted({'babel', 'fluent.runtime'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
