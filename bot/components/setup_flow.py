"""What setting a server up does: look, change after checking, and show how it stands."""

import discord

from bot.answer import in_time, say, show
from bot.components.managers import Interaction, managed_guild
from bot.components.setup_ids import Page
from bot.components.setup_rows import setup_keys
from bot.i18n import Tongue, tongue_of
from bot.languages import Languages
from bot.permissions import hindrance, missing, unfit
from bot.render.setup import (
    SetupScene,
    channel_name,
    lacks_words,
    permission_name,
    setup_embed,
)
from game.setup import Change, Setup
from game.setup_desk import Arrangement

_UNSEEN = ("view_channel",)


async def look(
    interaction: Interaction, page: Page = Page.FIRST, notice: str | None = None
) -> None:
    """Show a setup as it is. Raises NotManager or NoServer."""
    guild, app = managed_guild(interaction), interaction.client.app
    work = app.workers.call(app.setup_desk.look, guild.id)
    await _present(
        interaction, guild, await in_time(interaction, work, in_place=True), page, notice
    )


async def change(interaction: Interaction, wanted: Change, page: Page = Page.FIRST) -> None:
    """Change a setup, unless that would keep the bot from posting, and show it.

    Raises NotManager or NoServer.
    """
    guild, app = managed_guild(interaction), interaction.client.app
    in_place = interaction.message is not None
    work = app.workers.call(app.setup_desk.look, guild.id)
    before = await in_time(interaction, work, in_place=in_place)
    after = wanted(before.setup)
    if (why := _refusal(guild, before.setup, after, tongue_of(interaction))) is not None:
        notice = tongue_of(interaction)("setup-not-saved", why=why)
        await _present(interaction, guild, before, page, notice)
        return
    saving = app.workers.call(app.setup_desk.change, guild.id, interaction.user.id, wanted)
    done = await in_time(interaction, saving, in_place=in_place)
    if isinstance(interaction.client.languages, Languages):
        interaction.client.languages.note(done.setup)
    await _present(interaction, guild, done, page, None)


def _refusal(guild: discord.Guild, before: Setup, after: Setup, tongue: Tongue) -> str | None:
    """Why a change would not do; what was amiss before it stands in nobody's way."""
    if after.role_id not in (None, before.role_id) and unfit(guild, after.role_id or 0):
        return tongue("setup-unfit-role")
    lacking = missing(guild, after)
    if after.channel_id == before.channel_id:
        known = missing(guild, before)
        lacking = tuple(name for name in lacking if name not in known)
    return _lacks(after.channel_id or 0, lacking, tongue) if lacking else None


def _lacks(channel_id: int, lacking: tuple[str, ...], tongue: Tongue) -> str:
    if lacking != _UNSEEN:
        return lacks_words(channel_id, lacking, tongue)
    name = permission_name(*lacking, tongue)
    return tongue("setup-cannot-see", channel=channel_name(channel_id), permission=name)


async def _present(
    interaction: Interaction,
    guild: discord.Guild,
    arrangement: Arrangement,
    page: Page,
    notice: str | None,
) -> None:
    tongue, setup = tongue_of(interaction), arrangement.setup
    scene = SetupScene(
        server=guild.name,
        locale=str(guild.preferred_locale),
        arrangement=arrangement,
        missing=missing(guild, setup),
        gone=setup.channel_id is not None and guild.get_channel(setup.channel_id) is None,
        hindrance=None if setup.role_id is None else hindrance(guild, setup.role_id),
    )
    embed, below = setup_embed(scene, tongue), setup_keys(setup, page, tongue)
    if interaction.message is None:
        await say(interaction, notice, embed=embed, view=below)
    else:
        await show(interaction, notice, embed=embed, view=below)
