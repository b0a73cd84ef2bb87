"""The custom ids of the buttons below and for pictures: which board they are about."""

import re
from enum import StrEnum

from bot.pictures.theme import Shade
from game.model import BoardKey, Mode


class Verb(StrEnum):
    """What such a button does."""

    SHARE = "share"
    POST = "post"
    CARD = "card"
    MAP = "map"


TEMPLATE = (
    rf"w1:pic:(?P<verb>{'|'.join(Verb)}):(?P<puzzle>[0-9]{{1,18}}):(?P<mode>{'|'.join(Mode)})"
    rf":(?P<owner>[0-9]{{1,20}}):(?P<shade>{'|'.join(Shade)})"
)
"""The pattern of the custom ids."""


def custom_id(verb: Verb, key: BoardKey, shade: Shade = Shade.DARK) -> str:
    """The id of a button about a board."""
    return f"w1:pic:{verb}:{key.puzzle_id}:{key.mode}:{key.owner_id}:{shade}"


def read_id(match: re.Match[str]) -> tuple[Verb, BoardKey, Shade]:
    """What the id says that matched the template."""
    key = BoardKey(int(match["puzzle"]), Mode(match["mode"]), int(match["owner"]))
    return Verb(match["verb"]), key, Shade(match["shade"])
