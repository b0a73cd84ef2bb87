"""Whom a command of `warmer recs` or `warmer items suggest` is about."""

import re
from dataclasses import dataclass
from typing import Annotated

import typer

from bot.cli.play import LONGEST_NAME
from bot.cli.refused import UnknownMember
from bot.cli.shelf_common import console_member, console_server
from store.engine import Database
from store.members import SqlMembers

YOU = "you"
"""Whom `warmer play` is played by where nobody is named."""
_HOW = (
    "On Discord, turn on Developer Mode (Settings, Advanced), right-click the member and choose "
    "Copy User ID."
)
_ID = re.compile(r"-?[0-9]+")
_LEAST_DIGITS = 15
"""On the console a shorter number is a name."""
_BOUND = 2**63

MemberOption = Annotated[
    str | None,
    typer.Option(
        "--member",
        metavar="WHO",
        help="The member's id; on the console a name, as in `warmer play --member`.",
    ),
]
NewMemberOption = Annotated[
    bool, typer.Option("--new-member", help="The id is right, though nothing is stored about it.")
]


@dataclass(frozen=True, slots=True)
class Member:
    """A member, and what whoever asked calls them."""

    id: int
    name: str


def member_of(
    database: Database,
    server_id: int,
    wanted: str | None,
    *,
    new: bool = False,
    option: str = "--member",
) -> Member:
    """The member that is meant. Raises BadParameter where that is not clear, or UnknownMember.

    What was typed wrong makes nobody, and whoever was forgotten stays so, unless `new`. On the
    console every name plays.
    """
    text = " ".join((wanted or "").split())
    if server_id == console_server() and not _is_id(text):
        name = _checked(text if wanted is not None else YOU, option)
        return Member(console_member(name), name)
    if not text:
        raise typer.BadParameter(f"Which member is meant? Name an id. {_HOW}", param_hint=option)
    if not _ID.fullmatch(text) or not 0 < abs(int(text)) < _BOUND:
        raise typer.BadParameter(f"{text!r} is no member's id. {_HOW}", param_hint=option)
    member = Member(int(text), text)
    if not new and not any(SqlMembers(database).export(member.id, [server_id]).values()):
        raise UnknownMember(member.id)
    return member


def _is_id(text: str) -> bool:
    """Whether a text is an id on the console, too, where short numbers are names."""
    return bool(_ID.fullmatch(text)) and (text.startswith("-") or len(text) >= _LEAST_DIGITS)


def _checked(name: str, option: str) -> str:
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise typer.BadParameter(
            f"a name is one line of 1 to {LONGEST_NAME} characters", param_hint=option
        )
    return name
