"""What the recommender's use cases are reached through: the bot, or the command line."""

from typing import Protocol

from bot.pictures import Studio
from bot.recommender import Recommenders


class Served(Protocol):
    """Whoever has the use cases of shelves and taste."""

    @property
    def recommenders(self) -> Recommenders:
        """The use cases."""


class Drawn(Served, Protocol):
    """Whoever has a place to draw, too."""

    @property
    def studio(self) -> Studio:
        """Where pictures are made."""
