"""What `warmer doctor` looks at for a bot that runs in earnest: port, pictures, texts, posts."""

import errno
import socket
from contextlib import closing
from datetime import UTC, datetime, timedelta

from bot.settings import Settings
from store.engine import open_database, require_file
from store.errors import FileMissing
from store.migrate import check
from store.posts import SqlPosts

_COMMANDS = "commands.ftl"
"""The English names of commands stand beside their code."""
OVERDUE = timedelta(minutes=10)


class Wanting(Exception):
    """Something is amiss that the game itself does without; its text says what to do."""


def port(settings: Settings) -> str:
    """Whether the port for health and figures can be opened. Raises Wanting."""
    if settings.port is None:
        return "none set: no /healthz, /readyz and /metrics (WARMER_PORT)"
    where = f"{settings.host}:{settings.port}"
    try:
        family = socket.getaddrinfo(settings.host, settings.port)[0][0]
        with closing(socket.socket(family)) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((settings.host, settings.port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Wanting(
                f"{where} is in use: by the bot, if it runs; else set another WARMER_PORT"
            ) from error
        raise Wanting(f"{where} cannot be opened ({error}). Set WARMER_HOST.") from error
    return f"{where} is free"


def pictures() -> str:
    """Whether pictures can be drawn: letters of every cut have a width. Raises Wanting."""
    from bot.pictures.type import Style, Weight, width  # Pillow is not for every command's start

    try:
        drawn = [width("Warmer", Style(24, weight)) for weight in Weight]
    except (OSError, ImportError) as error:
        raise Wanting(
            f"pictures cannot be drawn ({error}). Install Warmer and Pillow again."
        ) from error
    return f"{len(drawn)} fonts"


def languages() -> str:
    """Whether every language has the same files of texts. Raises Wanting."""
    from bot.i18n import LANGUAGES  # brings discord.py, as above
    from bot.i18n.files import LOCALES

    files = {code: {path.name for path in (LOCALES / code).glob("*.ftl")} for code in LANGUAGES}
    files["en"] |= {_COMMANDS}
    everything = set().union(*files.values())
    lacking = sorted(f"{code}/{name}" for code in files for name in everything - files[code])
    if lacking or not everything:
        raise Wanting(f"no texts {', '.join(lacking)}: English is said. Install Warmer again.")
    return f"{', '.join(LANGUAGES.values())}: {len(everything)} files each"


def posts(settings: Settings) -> str:
    """Whether daily posts are sent when they are due. Raises Wanting, or StoreError."""
    try:
        require_file(settings.database)
    except FileMissing:
        return "none yet"
    with closing(open_database(settings.database)) as opened:
        if not check(opened).up_to_date:
            return "none yet"
        tally = SqlPosts(opened).tally()
    waiting = tally.pending + tally.sending
    if tally.oldest is None:
        return "none waits"
    late = datetime.now(UTC) - tally.oldest
    if late > OVERDUE:
        raise Wanting(
            f"{waiting} wait, the oldest since {late // timedelta(minutes=1)} minutes: does "
            "`warmer run` run, and what does its log say?"
        )
    return f"{waiting} on their way"
