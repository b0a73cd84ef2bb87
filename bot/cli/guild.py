"""`warmer guild`: the servers that play, how they are set up, and changes to that."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.table import Table

from bot.cli.common import DatabaseOption, JsonOption, err, out, read_settings
from bot.zones import UnknownZone, resolve
from game.setup import Change, Mix, Setup, Style
from game.setup_desk import BadTime, read_time
from store.engine import Database, open_database, require_file
from store.guilds import GuildFigures, SqlGuilds
from store.migrate import require_current
from store.setups import SqlSetups

app = typer.Typer(help="See and set up the servers that play.", no_args_is_help=True)

OPERATOR = 0
"""Who made a change that was made here: nobody whom the bot could write to."""
UNKNOWN = 1
_LANGUAGES = ("en", "de", "fr")
_DISCORDS = "discord"
GuildArgument = Annotated[int, typer.Argument(metavar="GUILD", min=1, help="The server's id.")]


@app.command("list")
def list_guilds(database: DatabaseOption = None, as_json: JsonOption = False) -> None:
    """List every server with its setup, how much it plays, its last post and its trouble.

    People who play in direct messages are servers of their own. Example: warmer guild list
    """
    with _opened(database) as opened:
        found = SqlGuilds(opened).guilds()
    if as_json:
        print(json.dumps([_as_json(one) for one in found], indent=2))  # noqa: T201  # plain JSON
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("guild", "posts", "style", "puzzles", "members", "last post", "trouble"):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(*_row(one))
    out.print(table)


@app.command()
def show(
    guild: GuildArgument, database: DatabaseOption = None, as_json: JsonOption = False
) -> None:
    """Show one server. Exit code 1 where it is not known.

    Example: warmer guild show 81384788765712384
    """
    with _opened(database) as opened:
        one = _find(opened, guild)
    told = _as_json(one)
    if as_json:
        print(json.dumps(told, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
        return
    for name, value in told.items():
        out.print(f"{name:>10}  {_cell(value)}", markup=False)


@app.command("set")
def set_up(
    guild: GuildArgument,
    time_zone: Annotated[
        str | None, typer.Option(help="A zone such as Europe/Berlin, or a city.")
    ] = None,
    channel: Annotated[int | None, typer.Option(min=1, help="The channel to post in.")] = None,
    no_post: Annotated[bool, typer.Option("--no-post", help="Post no more.")] = False,
    time: Annotated[str | None, typer.Option(help="The time of the post, such as 18:30.")] = None,
    style: Annotated[Style | None, typer.Option(help="How the server plays.")] = None,
    mix: Annotated[Mix | None, typer.Option(help="How hard the puzzles are.")] = None,
    language: Annotated[
        str | None, typer.Option(help="en, de, fr, or discord for the server's own.")
    ] = None,
    thread: Annotated[
        bool | None, typer.Option("--thread/--no-thread", help="A thread for each post, or none.")
    ] = None,
    role: Annotated[int | None, typer.Option(min=0, help="The role to ping; 0 for none.")] = None,
    database: DatabaseOption = None,
) -> None:
    """Change how a server is set up; what is not named stays. Nothing is asked of Discord.

    A bot that runs follows within a minute. Its permissions in the channel are not checked here:
    where they are lacking it tells the server's admins.
    Example: warmer guild set 81384788765712384 --time-zone Berlin --time 18:30 --style race
    """
    changes = _changes(time_zone, channel, time, style, mix, language, thread, role, no_post)
    with _opened(database) as opened:
        _find(opened, guild)
        if role == guild:
            raise typer.BadParameter("that is everyone's role", param_hint="--role")
        made = SqlSetups(opened).change(guild, changes, OPERATOR, datetime.now(UTC))
    out.print(f"{guild}: {_summary(made)}", markup=False)


def _changes(
    time_zone: str | None, channel: int | None, time: str | None, style: Style | None,
    mix: Mix | None, language: str | None, thread: bool | None, role: int | None, no_post: bool,
) -> Change:  # fmt: skip
    """What to change, all of it looked at before any of it is stored. Raises BadParameter."""
    if no_post and channel is not None:
        raise typer.BadParameter("either a channel or none", param_hint="--no-post")
    values: dict[str, Any] = {"style": style, "mix": mix, "thread": thread, "channel_id": channel}
    if time is not None:
        values["minute"] = _minute(time)
    if time_zone is not None:
        values["time_zone"] = _zone(time_zone)
    values = {name: value for name, value in values.items() if value is not None}
    if no_post:
        values["channel_id"] = None
    if role is not None:
        values["role_id"] = role or None
    if language is not None:
        values["language"] = _language(language)
    if not values:
        raise typer.BadParameter("nothing to change: name an option, see --help")
    return lambda setup: replace(setup, trouble=None, **values)


def _minute(time: str) -> int:
    try:
        return read_time(time)
    except BadTime as error:
        raise typer.BadParameter(f"{time!r} is no time; 18:30 is", param_hint="--time") from error


def _zone(text: str) -> str:
    try:
        return resolve(text, "en", datetime.now(UTC))
    except UnknownZone as error:
        near = f"; did you mean {', '.join(error.near[:5])}?" if error.near else ""
        raise typer.BadParameter(
            f"{text!r} names no time zone{near}", param_hint="--time-zone"
        ) from error


def _language(code: str) -> str | None:
    if code not in (*_LANGUAGES, _DISCORDS):
        known = ", ".join((*_LANGUAGES, _DISCORDS))
        raise typer.BadParameter(f"{code!r} is none of {known}", param_hint="--language")
    return None if code == _DISCORDS else code


def _find(opened: Database, guild: int) -> GuildFigures:
    for one in SqlGuilds(opened).guilds():
        if one.setup.server_id == guild:
            return one
    err.print(f"warmer: server {guild} is not known: nobody has played there.", markup=False)
    raise typer.Exit(UNKNOWN)


@contextmanager
def _opened(database: str | None) -> Iterator[Database]:
    settings = read_settings(database)
    require_file(settings.database)
    with closing(open_database(settings.database)) as opened:
        require_current(opened)
        yield opened


_HEADINGS = (
    "guild", "zone", "channel", "time", "thread", "role", "style", "mix", "language", "puzzles",
    "members", "last post", "trouble", "gone",
)  # fmt: skip


def _as_json(one: GuildFigures) -> dict[str, Any]:
    setup = one.setup
    last = None if one.last_post is None else one.last_post.isoformat(timespec="minutes")
    values = (
        setup.server_id, setup.time_zone, setup.channel_id, _time(setup), setup.thread,
        setup.role_id, setup.style.value, setup.mix.value, setup.language, one.puzzles,
        one.members, last, setup.trouble, one.gone,
    )  # fmt: skip
    return {name.replace(" ", "_"): value for name, value in zip(_HEADINGS, values, strict=True)}


def _row(one: GuildFigures) -> tuple[str, ...]:
    """What an operator looks for first; `show` and --json have the rest."""
    setup = one.setup
    posts = "-" if setup.channel_id is None else f"{_time(setup)} {setup.time_zone}"
    return (
        str(setup.server_id), posts, setup.style.value, f"{one.puzzles:,}", f"{one.members:,}",
        "-" if one.last_post is None else one.last_post.date().isoformat(),
        "gone" if one.gone else _cell(setup.trouble),
    )  # fmt: skip


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else str(value)


def _time(setup: Setup) -> str:
    return f"{setup.minute // 60:02}:{setup.minute % 60:02}"


def _summary(setup: Setup) -> str:
    where = "no posts" if setup.channel_id is None else f"posts in channel {setup.channel_id}"
    return (
        f"{where} at {_time(setup)} in {setup.time_zone}, {setup.style.value}, {setup.mix.value}, "
        f"language {setup.language or _DISCORDS}, thread {_cell(setup.thread)}, "
        f"role {_cell(setup.role_id)}."
    )
