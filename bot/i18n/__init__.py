"""Every text that a member reads, in every language of the interface."""

from bot.i18n.tongue import LANGUAGES, Tongue, tongue
from bot.i18n.whose import tongue_of

__all__ = ["LANGUAGES", "Tongue", "tongue", "tongue_of"]
