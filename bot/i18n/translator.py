"""Gives Discord the names and descriptions of the commands in other languages."""

import re
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.i18n.tongue import ENGLISH, Tongue, tongue

Context = app_commands.TranslationContext[Any, Any]
_DESCRIPTIONS = {
    Location.command_description,
    Location.group_description,
    Location.parameter_description,
}

_TONGUES: dict[discord.Locale, Tongue] = {
    locale: said for locale in discord.Locale if (said := tongue(str(locale))).code != ENGLISH
}
"""By what Discord calls them: of some thirty languages that it asks for, those with texts."""


class WarmerTranslator(app_commands.Translator):
    """Looks up in `commands.ftl` what the code says in English.

    The keys, for a command `puzzle propose` with an option `word`: `command-puzzle-propose`;
    `option-puzzle-propose-word`, or `option-word` for all options of that name; the same with
    `-description`; and `choice-…` with the value of a choice. A `locale_str` may bring a key of
    its own, and what its text needs: `locale_str("…", key="hint-offer-between", price=2)`.
    """

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Context
    ) -> str | None:
        """The text in that language; None where English shall do."""
        said = _TONGUES.get(locale)
        if said is None:
            return None
        args = {name: value for name, value in string.extras.items() if name != "key"}
        known = [key for key in keys_of(string, context) if said.knows(key)]
        return said(known[0], **args) if known else None


def keys_of(string: app_commands.locale_str, context: Context) -> list[str]:
    """The keys under which a translation is looked up, the closest one first."""
    if key := string.extras.get("key"):
        return [key]
    ending = "-description" if context.location in _DESCRIPTIONS else ""
    data = context.data
    if context.location is Location.choice_name:
        return [f"choice-{_plain(str(data.value))}"]
    if isinstance(data, app_commands.Parameter):
        command, name = _plain(data.command.qualified_name), data.display_name
        return [f"option-{command}-{name}{ending}", f"option-{name}{ending}"]
    return [f"command-{_plain(data.qualified_name)}{ending}"]


def _plain(name: str) -> str:
    """A name as a part of a key."""
    return re.sub(r"[^a-z0-9_]+", "-", name.casefold())
