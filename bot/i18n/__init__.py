"""Every text that a member reads, in every language of the interface.

The texts are Project Fluent's: `locales/<language>/<topic>.ftl`, each key beginning with its topic,
and the same keys with the same variables in every language. A renderer is given its language as
its last argument, `tongue`, and says `tongue("guess-first-step", rank=3)`. Whole numbers are given
as such, and become figures of the language; other figures and dates are put by the tongue itself.
Terms in `common.ftl` name the commands. What Discord shows of these is in `commands.ftl`, but for
English, which the code says.
"""

from bot.i18n.tongue import LANGUAGES, Tongue, tongue
from bot.i18n.whose import tongue_of

__all__ = ["LANGUAGES", "Tongue", "tongue", "tongue_of"]
