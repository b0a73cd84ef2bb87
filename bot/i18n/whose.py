"""Which language an answer is in."""

from typing import TYPE_CHECKING, Any

from bot.i18n.tongue import Tongue, tongue

if TYPE_CHECKING:  # most commands of the terminal say things, and need no discord.py
    from discord import Interaction


def tongue_of(interaction: "Interaction[Any]", public: bool = False) -> Tongue:
    """The language of an answer.

    A private one, and one in direct messages, is in the member's own. A public one is in the
    language that the server chose (`client.languages`), or else in the one it has on Discord.
    """
    if not public or interaction.guild_id is None:
        return tongue(str(interaction.locale))
    chosen = interaction.client.languages(interaction.guild_id)
    return tongue(chosen or str(interaction.guild_locale or ""))
